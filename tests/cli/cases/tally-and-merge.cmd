survey=examples/kejobong-2024/survey.csv
head -n 150 "$survey" > first.csv
{ head -n 1 "$survey"; tail -n +151 "$survey"; } > second.csv
ikm tally first.csv --by layanan -o first.ikm
ikm tally second.csv --by layanan,desa -o second.ikm
ikm merge second.ikm first.ikm --by layanan -o all.ikm
ikm tally "$survey" --by layanan -o whole.ikm
cmp whole.ikm all.ikm && echo "the same bytes, whatever the order and the cut"
ikm score all.ikm --format csv > all.csv
ikm score "$survey" --format csv | cmp - all.csv && echo "the same result as from the survey"
ikm score second.ikm first.csv --by layanan --format csv | cmp - all.csv && echo "counts and a dump together"
ikm score all.ikm --by none --missing listwise --format csv | head -n 2
