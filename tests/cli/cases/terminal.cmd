# on a terminal: its width, and colours unless NO_COLOR
on_terminal() { TERM=xterm script -qec "stty cols 60; $*" /dev/null < /dev/null | tr -d '\r'; }
escape=$(printf '\033')
on_terminal ikm help help
on_terminal ikm score data/small.csv --by none | grep -q "$escape" && echo colours
on_terminal NO_COLOR=1 ikm score data/small.csv --by none | grep -q "$escape" || echo none
on_terminal TERM=dumb ikm score data/small.csv --by none | grep -q "$escape" || echo none
ikm score data/small.csv --by none | grep -q "$escape" || echo none
