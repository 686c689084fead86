# what is found of a dump and why, for people
ikm sniff shapes/files/worksheet.csv
ikm sniff shapes/files/surveymonkey.csv --lang en
echo "status $?"
# what cannot be a survey is taken apart all the same
printf 'kode;harga\nB-1;12.500,00\nB-2;17.000,00\nB-3;15.500,50\n' >prices.csv
ikm sniff prices.csv --lang en
echo "status $?"
