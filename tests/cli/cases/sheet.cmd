# the first sheet that is not hidden and holds a survey, or the one that is named or numbered; a hidden one only when it
# is asked for
book=shapes/files/sheets.xlsx
ikm score $book --lang en --format csv | grep '^,IKM'
ikm score $book --sheet 2 --lang en
echo "status $?"
for sheet in Data 3 Lama; do
    ikm score $book --sheet $sheet --format csv | grep '^,IKM'
done
ikm score $book --sheet Data --format csv >sheet.out
ikm score shapes/files/plain.csv --format csv | cmp - sheet.out && echo "as the plain file"
ikm clean $book --sheet data | head -n 2
ikm check $book --sheet Data --lang en | head -n 4
# which sheet it is can be told of what comes through a pipe, too
cat $book | ikm score - --sheet Data --format csv | cmp - sheet.out && echo "a pipe: as the plain file"
cat $book | ikm score -
echo "status $?"
ikm score $book data/small.csv --sheet Data --by none --format json | grep '"rows"'
for sheet in Jawaban 4 0 ""; do
    ikm score $book --sheet "$sheet" --lang en
    echo "status $?"
done
ikm score data/small.csv --sheet Data --lang en
echo "status $?"
