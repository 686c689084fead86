# Groups of people would show who they are: neither by the header nor by what the cells hold.
printf '%s\n' 'layanan,nama,kontak,u1,u2,u3,u4,u5,u6,u7,u8,u9,saran' >survey.csv
for i in 1 2 3 4; do echo "KTP,Siti Aminah,08129876543$i,4,4,4,3,4,4,4,4,4,baik"; done >>survey.csv
for by in nama kontak layanan,saran; do ikm score --by $by survey.csv; echo "$by: $?"; done
ikm score --lang en --by nama survey.csv; echo $?
# unless it is told that they are no people
ikm sniff survey.csv -o - | sed 's/"personal"/"other"/' >schema.json
ikm score --schema schema.json --by nama survey.csv --format csv | head -n 1
# the value of a filter stays with whoever typed it
ikm score --where 'nama=Siti Aminah' --where layanan=KTP survey.csv | grep saringan
