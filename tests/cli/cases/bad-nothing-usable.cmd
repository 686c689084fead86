sed -n 1p data/small.csv > bad.csv
echo '1,KTP,L,9,9,9,9,9,9,9,9,8' >> bad.csv
ikm score bad.csv
echo $?
