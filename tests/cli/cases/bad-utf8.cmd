{ cat data/small.csv; printf '6,caf\303\251,L,4,4,4,4,4,4,4,4,4\n'; printf '7,KK,L,4,4,\377,4,4,4,4,4,4\n'; printf '8,K\377K,L,4,4,4,4,4,4,4,4,4\n'; } > bytes.csv
ikm score bytes.csv --format csv | grep IKM
