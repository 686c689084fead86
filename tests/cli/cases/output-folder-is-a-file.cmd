echo text > file
ikm score data/small.csv -o file/result.csv
