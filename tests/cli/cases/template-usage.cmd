ikm template --lang en
echo "exit $?"
ikm template survei -o a.xlsx --lang en
echo "exit $?"
ikm template survey --lang en
echo "exit $?"
ikm template survey -o a.csv --lang en
echo "exit $?"
ikm template report -o a.xlsx --services KTP --lang en
echo "exit $?"
ikm template survey -o a.xlsx --services ',KTP' --lang en
echo "exit $?"
ls a.xlsx
