# more than a pipe holds; whoever has seen enough leaves, and nothing is said about it
awk 'BEGIN { print "desa,u1,u2,u3,u4,u5,u6,u7,u8,u9"; for (i = 0; i < 3000; i++) print "desa " i ",4,3,3,4,4,3,3,4,3" }' > many.csv
ikm score many.csv --by desa --format csv -o result.csv | head -n 2
ikm score many.csv --by desa --format csv | cmp - result.csv && echo whole
