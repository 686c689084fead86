# a document is as old as its data, unless SOURCE_DATE_EPOCH says otherwise: the same input gives the same bytes
ikm score examples/kejobong-2024/survey.csv -o a.xlsx >/dev/null
ikm score examples/kejobong-2024/survey.csv -o b.xlsx >/dev/null
cmp a.xlsx b.xlsx && echo "the same bytes"
python3 -c 'import zipfile; print(zipfile.ZipFile("a.xlsx").read("docProps/core.xml").decode().split("created")[1][-28:])'
SOURCE_DATE_EPOCH=86400 ikm score examples/kejobong-2024/survey.csv -o c.xlsx >/dev/null
python3 -c 'import zipfile; print(zipfile.ZipFile("c.xlsx").read("docProps/core.xml").decode().split("created")[1][-28:])'
