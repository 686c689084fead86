# nothing to find: status 0
printf 'layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP,4,4,3,4,4,4,4,4,3\nKK,4,4,3,4,4,4,4,4,2\n' >dump.csv
ikm check dump.csv --lang en
