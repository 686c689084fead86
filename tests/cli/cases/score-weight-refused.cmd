for weight in abc 0,111 0.1111111111 -1 exact,exact 2; do
    ikm score data/small.csv --weight "$weight" && echo "$weight was taken"
done
ikm score data/small.csv --weight 0,111 --lang en
