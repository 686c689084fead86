ikm sniff shapes/files/kobo-hxl.csv --format json --lang en
ikm sniff shapes/files/excel-unicode.txt --format json | grep '"dialect"'
ikm sniff shapes/files/worksheet.xlsx --format json | grep -A 2 '"dialect": {'
ikm sniff - --format json <shapes/files/qualtrics.csv | grep -A 1 '"header": {'
