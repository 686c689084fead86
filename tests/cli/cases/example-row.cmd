# the example row of our own template: a word where respondents have their number, skipped and counted
printf 'No,Tanggal,Jenis Layanan,U1,U2,U3,U4,U5,U6,U7,U8,U9\nContoh,2024-01-01,KTP,3,3,3,3,3,3,3,3,3\n' >survey.csv
ikm score survey.csv
echo "exit $?"
printf '1,2024-01-02,KTP,3,3,3,3,3,3,3,3,4\n' >>survey.csv
ikm score survey.csv --lang en --by none | grep -i -A 3 example
ikm score survey.csv --format json | grep '"example"'
ikm clean survey.csv
# in English as well; where the first column is something else, somebody lives in a village of that name
sed 's/Contoh/Example/' survey.csv | ikm score - --format json | grep '"example"'
sed 's/^No,/Desa,/' survey.csv | ikm score - --format json | grep '"example"'
