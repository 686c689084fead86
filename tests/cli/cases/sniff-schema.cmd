# what sniff writes, every command takes back; and what is changed in it is obeyed
ikm sniff shapes/files/excel-ansi.csv -o schema.json --lang en >/dev/null
cat schema.json
ikm score shapes/files/excel-ansi.csv --format json >found.out
ikm score shapes/files/excel-ansi.csv --schema schema.json --format json | grep -m 1 '"by"'
ikm score shapes/files/excel-ansi.csv --schema schema.json --format json |
    sed 's/"by": "schema"/"by": "code"/' | cmp - found.out && echo "score: as found"
ikm check shapes/files/excel-ansi.csv --schema schema.json --format json | grep -A 1 '"rows"'
ikm clean shapes/files/excel-ansi.csv --schema schema.json >by-schema.csv
ikm clean shapes/files/excel-ansi.csv | cmp - by-schema.csv && echo "clean: as found"
ikm tally shapes/files/excel-ansi.csv --schema schema.json -o t.ikm --lang en
ikm sniff shapes/files/excel-ansi.csv --schema schema.json -o - | cmp - schema.json && echo "sniff: the same schema"
# pengaduan and sarana changed places, and groups are made by the education
sed 's/"U8"/"U0"/; s/"U9"/"U8"/; s/"U0"/"U9"/; s/"service"/"other"/; s/"education"/"service"/' schema.json >changed.json
ikm score shapes/files/excel-ansi.csv --schema changed.json --format csv | grep -E '^,U[89]|IKM'
# --delimiter wins over the schema, and then there is nothing that it could mean
ikm score shapes/files/excel-ansi.csv --schema schema.json --delimiter comma --lang en
echo "status $?"
# a schema of another file, and none at all
ikm score data/small.csv --schema schema.json --lang en
echo "status $?"
echo '{"format": "ikm.schema/1", "columns": [{"header": "u1", "role": "unsur"}]}' >wrong.json
ikm score data/small.csv --schema wrong.json --lang en
echo "status $?"
