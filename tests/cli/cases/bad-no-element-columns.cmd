printf 'nama barang,harga\nbuku,5000\npensil,2000\n' > goods.csv
ikm score goods.csv
ikm score goods.csv --lang en
