{ cat data/small.csv; echo '6,KK,L,4,4,9,4,4,4,4,4,4'; echo '7,KK,L,4,4,4,0,4,4,4,4,4'; echo '8,KK,L,,,,,,,,,'; echo '9,KK,L,4,4,4,4,4,4,4,4,"Sopan"'; } > scores.csv
ikm score scores.csv --by none --format csv
