# Two columns of services: one is taken, the other is named.
printf 'layanan,jenis layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP,X,4,3,4,4,3,4,4,4,3\nKK,Y,4,3,4,4,3,4,4,4,3\n' >two.csv
ikm score two.csv --lang en --format json | grep -o '[^"]*groups are made of.*'
ikm score two.csv --lang en --by 'jenis layanan' --format json | grep -c 'groups are made of'
ikm score two.csv --format json | grep -o '"[^"]*kelompok dibentuk.*'
