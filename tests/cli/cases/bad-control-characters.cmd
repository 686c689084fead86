# what is in a file does not steer the terminal
{ printf 'layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP,4,4,4,4,4,4,4,4,4\nKTP,4,\033[2J9,4,4,4,4,4,4,4\n'; } > steer.csv
ikm score steer.csv --by none --format csv 2>&1 | grep IKM
ikm score steer.csv --by none --format csv 2>&1 | tr -d '\040-\176\n' | wc -c
