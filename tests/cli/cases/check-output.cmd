# what a check found is written to files as results are; counts it has none
printf 'layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP,3,4,4,4,4,4,4,4,7\nKTP,3,4,4,4,4,4,4,4,3\nKTP,0,4,4,4,4,4,4,4,4\n' >faulty.csv
ikm check faulty.csv -o temuan.csv -o temuan.json -o temuan.txt -o temuan.xlsx >/dev/null
echo "exit $?"
head -n 3 temuan.txt
head -c 2 temuan.xlsx; echo
cat temuan.csv
head -c 80 temuan.json; echo
ikm check faulty.csv -o temuan.ikm
