for threads in 1 2 3 7; do
    ikm score examples/kejobong-2024/survey.csv --by desa,usia --format json --threads $threads > $threads.json
    cmp 1.json $threads.json && wc -l < $threads.json
done
