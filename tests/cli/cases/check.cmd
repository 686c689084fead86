# every fault with its cell, what is probably the same, and nothing of the rest of a record
cat >dump.csv <<'CSV'
no,nama,hp,layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9
1,Siti Aminah,081234567890,KTP,4,4,9,4,4,4,4,4,Baguss
2,Budi,081234567891,ktp,4,4,3,4,4,4,4,4,3
3,Ani,081234567892,KTP,4,4,4,4,4,4,4,4,4
3,Ani,081234567892,KTP,4,4,4,4,4,4,4,4,4
4,Ani,081234567892,KTP,4,4,4,4,4,4,4,4,3
5,Tono,081234567893,KTP,4,4,4,4,4,4,4,4,Baguss
CSV
ikm check dump.csv --rejects rejects.csv
echo "status $?"
cat rejects.csv
ikm check dump.csv --format csv
ikm check dump.csv --lang en --format json
echo "status $?"
