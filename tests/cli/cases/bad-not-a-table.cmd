printf 'Laporan ini bukan tabel.\nSama sekali bukan.\n' > letter.csv
ikm score letter.csv
