# the schema knows the sheet that it was made of; --sheet overrules it
book=shapes/files/sheets.xlsx
ikm sniff $book --sheet data -o sheet.json --format json >sniff.out
sed -n 1,4p sheet.json
ikm score $book --schema sheet.json --format csv | grep '^,IKM'
ikm score $book --schema sheet.json --sheet Lama --format csv | grep '^,IKM'
ikm score shapes/files/months.xlsx --schema sheet.json
echo "status $?"
ikm score shapes/files/plain.csv --schema sheet.json --format csv | grep '^,IKM'
# what was told of the header is in it too
ikm sniff data/small.csv --header-line 1 --delimiter comma -o told.json >sniff.out && sed -n 3,4p told.json
for sheet in '""' 3; do
    echo "{\"format\": \"ikm.schema/1\", \"sheet\": $sheet}" >bad.json
    ikm score $book --schema bad.json --sheet Data
    echo "status $?"
done
