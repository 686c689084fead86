for option in --where=bagian=A --where=layanan --where==KK --where=layanan=SIM --where=periode:minggu=1 \
    --where=periode:bulan=2024-01 --from=2024-01-01 --to=kemarin --from=2024-13-01 --by=periode:bulan --by=periode:minggu; do
    ikm score data/small.csv "$option" 2>&1 | head -n 1
    ikm score data/small.csv "$option" >/dev/null 2>&1
    echo "status $?"
done
ikm score data/small.csv --from 2024-02-01 --to 2024-01-01 --lang en
