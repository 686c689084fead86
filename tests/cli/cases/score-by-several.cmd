ikm score data/small.csv --by layanan,jenis_kelamin --format csv | grep IKM
