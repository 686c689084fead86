awk 'NR == 1; NR > 1 { for (i = 0; i < 10; i++) print } END { for (i = 0; i < 30; i++) print i ",KK,L,4,4,4,4,4,4,4,4,7" }' data/small.csv > survey.csv
ikm score survey.csv --by none --format csv | grep IKM
ikm score survey.csv --by none --format csv --rejects refused.csv --lang en 2>&1 | tail -n 3
wc -l < refused.csv
