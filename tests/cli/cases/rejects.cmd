{ cat data/small.csv; echo '6,KK,L,4,4,9,4,4,4,4,4,4'; echo '7,"KK, kedua",L,4,4,4'; echo '8,KK,L,,,,,,,,,'; } > survey.csv
umask 022
ikm score survey.csv --rejects refused.csv --by none --format csv | grep IKM
stat -c %a refused.csv
cat refused.csv
