for policy in per-element listwise strict; do
    ikm score data/small.csv --by none --missing $policy --format csv | grep -e IKM -e U8
done
