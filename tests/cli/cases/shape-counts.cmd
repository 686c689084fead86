# what GROUP BY gives: the same figures as one line a respondent
awk -F, 'NR > 1 { for (u = 1; u <= 9; u++) count[$3 ",u" u "," $(NF - 9 + u)]++ }
         END { print "layanan,unsur,nilai,jumlah"; for (key in count) print key "," count[key] }' \
    examples/kejobong-2024/survey.csv >counts.csv
ikm score examples/kejobong-2024/survey.csv --format csv >wide.out
ikm score counts.csv --format csv | cmp - wide.out && echo "counts: as wide"
ikm score counts.csv --lang en | grep -E 'counts of answers|counts: one row|Read|Used'
ikm score counts.csv --missing listwise --lang en
echo "status $?"
ikm score counts.csv --by unsur --lang en 2>&1 | head -n 1
ikm clean counts.csv
echo "status $?"
