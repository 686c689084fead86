ikm score data/small.csv -o one.xlsx > text
sleep 1
LC_ALL=id_ID.UTF-8 TZ=Asia/Jakarta ikm score data/small.csv -o two.xlsx --threads 2 > text
cmp one.xlsx two.xlsx && echo same
SOURCE_DATE_EPOCH=86400 ikm score data/small.csv -o old.xlsx > text
SOURCE_DATE_EPOCH=86400 ikm score data/small.csv -o old-again.xlsx > text
cmp old.xlsx old-again.xlsx && echo same
cmp -s one.xlsx old.xlsx || echo another date
