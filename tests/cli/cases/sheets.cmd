# a sheet a month: which further ones hold a survey is told, an empty form and a hidden sheet are not
book=shapes/files/months.xlsx
for lang in id en; do
    ikm score $book --lang $lang --format csv | grep '^,IKM'
    ikm check $book --lang $lang | sed -n 4p
    ikm sniff $book --lang $lang >sniff.out
    ikm clean $book --lang $lang >clean.out
done
# whoever says which one knows of the others
ikm score $book --sheet Februari --format csv | grep '^,IKM'
# several are one survey
ikm score $book --sheet Januari --sheet 2 --format csv >both.out
ikm score shapes/files/plain.csv --format csv | cmp - both.out && echo "as the plain file"
ikm score $book shapes/files/plain.csv --sheet Januari --sheet Februari --by none --format json | grep '"rows"'
ikm tally $book --sheet Januari --sheet Februari -o both.ikm && ikm score both.ikm --format csv | grep '^,IKM'
ikm score $book --sheet Januari --sheet Maret --by none --format csv
echo "status $?"
ikm score $book --sheet Januari --sheet 1
echo "status $?"
cat $book | ikm score - --sheet Januari --sheet Februari
echo "status $?"
ikm sniff $book --sheet Januari --sheet Februari
echo "status $?"
ikm clean $book --sheet Januari --sheet Februari
echo "status $?"
