# the same filter in every command that reads a survey
filter="--from 2024-03 --to 2024-05 --where layanan=KTP-el"
ikm score shapes/files/plain.csv $filter --by none --format json | grep '"rows"'
ikm check shapes/files/plain.csv $filter --lang en | grep -E 'records read|filter'
ikm tally shapes/files/plain.csv $filter -o t.ikm
ikm score t.ikm --by none --format json | grep '"rows"'
ikm clean shapes/files/plain.csv $filter --lang en
ikm clean shapes/files/limesurvey-labels.csv -o clean.csv --lang en
ikm clean shapes/files/limesurvey-labels.csv --incomplete | wc -l
# every record is every record
for option in --where=layanan=KTP-el --from=2024 --to=2024 --incomplete; do
    ikm clean --all shapes/files/plain.csv "$option" --lang en 2>&1 | head -n 1
done
ikm clean shapes/files/plain.csv --from besok
echo "status $?"
