# A header that does not fit into what is looked at is told as that, also behind a preamble and in a pipe.
{ printf 'u1'; for i in 2 3 4 5 6 7 8 9; do printf ',u%s' $i; done
  head -c 300000 /dev/zero | tr '\0' 'x' | sed 's/x\{1000\}/,&/g'; printf '\n4,4,4,4,4,4,4,4,4\n'; } >long.csv
ikm score long.csv; echo $?
ikm sniff --lang en --delimiter comma long.csv; echo $?
{ echo 'Dinas Kependudukan'; cat long.csv; } | ikm score --lang en -; echo $?
