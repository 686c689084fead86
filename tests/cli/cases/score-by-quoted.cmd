# a header with a comma and quotes in it
sed '1s/layanan/"Jenis ""layanan"", pilih satu"/' data/small.csv > quoted.csv
ikm score quoted.csv --by '"Jenis ""layanan"", pilih satu",jenis_kelamin' --format csv | grep -e IKM -e element
