ikm tally data/small.csv; echo $?
ikm tally data/small.csv -o t.ikm
ikm score t.ikm --by desa --format csv; echo $?
ikm score t.ikm --where layanan=KTP; echo $?
ikm check t.ikm; echo $?
ikm score t.ikm --rules kepmenpan-25-2004; echo $?
head -c 100 t.ikm > cut.ikm; ikm score cut.ikm; echo $?
{ head -c 8 t.ikm; printf '\007'; tail -c +10 t.ikm; } > later.ikm; ikm score later.ikm; echo $?
