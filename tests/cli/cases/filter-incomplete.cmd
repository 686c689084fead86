cat >limesurvey.csv <<'CSV'
"id";"submitdate";"lastpage";"startlanguage";"u1";"u2";"u3";"u4";"u5";"u6";"u7";"u8";"u9"
"1";"2024-01-15 10:22:33";"3";"id";"A4";"A4";"A3";"A4";"A4";"A4";"A4";"A4";"A4"
"2";"";"1";"id";"A1";"";"";"";"";"";"";"";""
"3";"2024-01-16 11:00:00";"3";"id";"A3";"A4";"A3";"A4";"A4";"A4";"A4";"A4";"A4"
"4";"";"2";"id";"A2";"A2";"A2";"A2";"A2";"A2";"A2";"A2";"A2"
CSV
ikm score limesurvey.csv --format json | grep -E '"rows"|belum selesai'
ikm score limesurvey.csv --incomplete --format json | grep '"rows"'
sed 's/2024-01-1[56] [0-9:]*//' limesurvey.csv >unfinished.csv
ikm score unfinished.csv --lang en
echo "status $?"
