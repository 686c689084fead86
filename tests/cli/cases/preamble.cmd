# titles above the header and sums below the records are neither
ikm sniff shapes/files/preamble.csv --format json --lang en | grep -E '"header": \{|_line|before the header'
ikm score shapes/files/preamble.csv --format json --lang en | grep -E '"rows"|not records|foot'
ikm check shapes/files/worksheet.csv --lang en | head -n 30
# told, not found
ikm score shapes/files/preamble.csv --header-line 5 --format csv | grep '^,IKM'
ikm score shapes/files/preamble.csv --header-line 6 --lang en
echo "status $?"
# a service called Jumlah is no sum where respondents follow
printf 'layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP,4,4,4,4,4,4,4,4,4\nJumlah,3,3,3,3,3,3,3,3,3\nKTP,4,4,4,4,4,4,4,4,4\nJumlah,7,7,7,7,7,7,7,7,7\n' >sums.csv
ikm score sums.csv --format json --lang en | grep -E '"rows"|foot|"key"' | cut -c 1-120
