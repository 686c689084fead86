# long names everywhere: still under 64 KiB, and every line whole
name=$(head -c 200 /dev/zero | tr '\0' n)
header=$(head -c 5000 /dev/zero | tr '\0' h)
{ echo "$header u1,u2,u3,u4,u5,u6,u7,u8,u9"; for i in $(seq 40); do echo '4,4,4,4,4,4,4,4,4'; echo "$header,$header,4,4,4,4,4,4,4"; done; } > $name.csv
ikm score $name.csv > text 2> errors
echo $?
test "$(wc -c < errors)" -lt 65536 && echo bounded
wc -l < errors
