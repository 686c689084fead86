# a weight, a reason, a converted score, a time beside an element's column is not that element
row() { echo "$1"; for i in 1 2 3 4 5 6; do echo "$2"; done; }
row "no,U1,bobot_u1,U2,bobot_u2,U3,U4,U5,U6,U7,U8,U9,U1 Konversi,Alasan U1,U9Time" \
    "1,3,1,3,1,3,3,4,3,3,3,4,4,lama,2" >beside.csv
ikm score beside.csv --by none --format csv --lang en | head -n 4
ikm sniff beside.csv --lang en | grep -E ' (bobot|U1|Alasan|U9)'
# importance is asked for as well, and is not how satisfied people are
names="Persyaratan Prosedur Waktu Biaya Produk Kompetensi Perilaku Sarana Pengaduan"
row "$(for n in $names; do printf '%s (Harapan),%s (Kinerja),' "$n" "$n"; done)no" \
    "4,3,4,3,4,3,4,3,4,3,4,3,4,3,4,3,4,3,1" >both.csv
ikm score both.csv --by none --format csv --lang en | head -n 2
row "$(for n in $names; do printf 'Harapan %s,' "$n"; done)no" "3,3,3,3,3,3,3,3,3,1" >harapan.csv
ikm score harapan.csv --lang en
echo "status $?"
row "$(for n in 1 2 3 4 5 6 7 8 9; do printf 'Harapan %s,' "$n"; done)no" "3,3,3,3,3,3,3,3,3,1" >numbers.csv
ikm score numbers.csv --lang en
echo "status $?"
# a question may well speak of what was hoped for
row "U1,U2,U3,U4,Produk layanan sesuai harapan,U6,U7,U8,U9" "3,3,3,3,4,3,3,3,3" >hoped.csv
ikm score hoped.csv --by none --format csv --lang en | grep U5
