# On a terminal a job of more than a second tells how far it is, and wipes that away before its result; elsewhere nothing.
rows() { awk 'BEGIN { for (i = 0; i < 70000; i++) print "KTP,4,3,4,4,3,4,4,4,3" }'; }
slowly() { echo layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9; rows; sleep 1.2; rows; }
echo 'cat - | ikm score - --lang en --format csv >result.csv' >job
slowly | script -qec 'sh job' seen >/dev/null
tr '\r' '\n' <seen | grep -o 'ikm: reading, [0-9]* MB' | head -n 1
tr '\r' '\n' <seen | sed -n 's/.\[K/wiped/p' | tail -n 1
head -n 2 result.csv
slowly | ikm score - --lang en --format csv | head -n 2
