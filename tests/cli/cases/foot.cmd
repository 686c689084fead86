# services called as rows of a foot are: among respondents they count, whatever the threads and the way the bytes come
n=4,4,4,4,4,4,4,4,4 one=1,1,1,1,1,1,1,1,1 h=u1,u2,u3,u4,u5,u6,u7,u8,u9
printf "Keperluan,$h\nKTP,$n\nMutu,$one\nKTP,$n\nMutu,$one\nKTP,$n\n" >purposes.csv
ikm score purposes.csv --lang en --format csv | grep 'IKM,'
ikm score --threads 4 purposes.csv --lang en --format json | grep -E '"rows"|among' | cut -c 1-160
cat purposes.csv | ikm score - --lang en --format json | grep -E '"rows"|among' | cut -c 1-160
# at the end they are the foot, and that is said
printf "no,layanan,$h\n1,KTP,$n\n2,KTP,$n\n,Rata2,$n\n,Nilai terendah,$n\nB,4,4,4,4,,,,,,\n" >foot.csv
ikm score foot.csv --lang en --format json | grep -E '"rows"|foot' | cut -c 1-160
ikm check foot.csv | grep -A 1 kaki
# the header once more, in another order
printf "$h\n$n\nu9,u8,u7,u6,u5,u4,u3,u2,u1\n$one\n" >moved.csv
ikm score moved.csv
echo "status $?"
# one row for all who answered alike
printf "$h,n\n$n,3\n$one,97\n" >grouped.csv
ikm score grouped.csv --lang en
echo "status $?"
printf '{"format": "ikm.schema/1", "columns": [{"header": "n", "role": "other"}]}' >schema.json
ikm score grouped.csv --schema schema.json --lang en --format json | grep '"rows"'
