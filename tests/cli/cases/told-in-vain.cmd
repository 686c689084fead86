# what does nothing to a workbook or a statistics file is refused, beside a text file it is of use
for option in --delimiter=comma "--quote='" --escape=~ --encoding=utf-8; do
    ikm score shapes/files/plain.xlsx $option --lang en
    echo "status $?"
done
ikm check shapes/files/spss.sav --encoding windows-1252
echo "status $?"
ikm score shapes/files/plain.xlsx data/small.csv --delimiter comma --by none --format csv | grep '^IKM'
# the same file twice, by whatever name, is told and counted twice
ikm score data/small.csv ./data/../data/small.csv --by none --format csv --lang en | grep '^IKM'
