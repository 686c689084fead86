# workbooks to fill in; read back untouched they say so, and their example is no respondent
for lang in id en; do
    ikm template survey -o survey.xlsx --lang $lang --services 'KTP-el,"Akta, Kelahiran"'
    ikm score survey.xlsx --lang $lang
    echo "exit $?"
    ikm sniff survey.xlsx --lang $lang --format csv | sed -n '/^No,/,$p'
    ikm template report -o report.xlsx --lang $lang
    ikm report report.xlsx --lang $lang
    echo "exit $?"
done
# an instrument of one's own
ikm template survey -o own.xlsx --rules examples/instrument.json --lang en
ikm sniff own.xlsx --rules examples/instrument.json --lang en --format csv | grep ',P[0-9],'
# the same input, the same bytes
ikm template report -o again.xlsx --lang en && cmp report.xlsx again.xlsx && echo "the same bytes"
