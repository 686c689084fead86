# one line an answer, the lines of a respondent together, then in any order: the same figures as one line a respondent
awk -F, 'NR > 1 { for (u = 9; u > 0; u--) print $1 "," $3 ",u" u "," $(NF - 9 + u) }' \
    examples/kejobong-2024/survey.csv >lines
{ echo responden_id,layanan,unsur,nilai; cat lines; } >long.csv
{ echo responden_id,layanan,unsur,nilai; sort -t, -k3,3 -k4,4 lines; } >scattered.csv
ikm score examples/kejobong-2024/survey.csv --format csv >wide.out
for shape in long scattered; do
    ikm score $shape.csv --format csv | cmp - wide.out && echo "$shape: as wide"
done
ikm score long.csv --format json | grep -A 12 '"files"'
