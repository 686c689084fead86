# long names and long cells: still under 64 KiB, and every line whole
folder=$(head -c 200 /dev/zero | tr '\0' n)
cell=$(head -c 5000 /dev/zero | tr '\0' h)
path=$folder/$folder/$folder/$folder
mkdir -p $path
awk -v cell=$cell 'NR == 1 { print; for (i = 0; i < 40; i++) print i "," cell ",L,4,4,4," cell ",4,4,4,4,4" } NR > 1 { print }' data/small.csv > $path/$folder.csv
ikm score $path/$folder.csv > text 2> errors
echo $?
test "$(wc -c < errors)" -lt 65536 && echo bounded
wc -l < errors
sed -n -e 's/n\{200\}/N/g' -e 's/h\{20,\}/H/' -e 1p -e 20,21p errors
