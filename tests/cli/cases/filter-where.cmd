for where in layanan=KK "jenis_kelamin=L" "LAYANAN = KTP"; do
    ikm score data/small.csv --by none --where "$where" --format json | grep '"rows"'
done
ikm score data/small.csv --by none --where layanan=KK --where layanan=KTP --where jenis_kelamin=P --format json | grep -E '"rows"|saringan'
ikm score data/small.csv --where layanan=KK --lang en | grep -iE 'filter'
