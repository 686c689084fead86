# what the machine cannot finish is not there, and what was there before is as it was
awk 'NR == 1 { print "desa,u1,u2,u3,u4,u5,u6,u7,u8,u9" } { print "desa " NR ",4,3,3,4,4,3,3,4,3" }' examples/kejobong-2024/survey.csv > many.csv
echo older > result.csv
(ulimit -f 8; trap '' XFSZ; ikm score many.csv --by desa -o result.csv > text)
echo $?
cat result.csv
ls -A | grep -v -e data -e examples -e reference
