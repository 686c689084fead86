# what steers a terminal does not reach it through a message
ikm "$(printf 'sco\033[31mre\nline')"
