SOURCE_DATE_EPOCH=yesterday ikm score data/small.csv -o result.xlsx
SOURCE_DATE_EPOCH=-1 ikm score data/small.csv -o result.xlsx --lang en
SOURCE_DATE_EPOCH=999999999999 ikm score data/small.csv -o result.xlsx
ls result.xlsx
