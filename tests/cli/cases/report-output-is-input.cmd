# What was read is not written over: tables, settings, the survey.
cp -r examples/kejobong-2024 F
cp -r F before
for name in indicators.csv budget.csv survey.csv published.csv report.json; do
    ikm report F -o F/$name --lang en >out || echo "report $?"
    ikm audit F -o ./F/../F/$name --lang en >out || echo "audit $?"
done
ikm report F -o F/new.csv --lang en >out || echo "$?"
ikm report F -o F/new.csv --lang en >out || echo "$?"
rm F/new.csv
diff -r before F && echo untouched
