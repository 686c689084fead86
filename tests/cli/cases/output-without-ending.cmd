ikm score data/small.csv -o result
ikm score data/small.csv -o result.docx --lang en
ikm score data/small.csv -o .csv
