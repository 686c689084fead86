# The folder is there, but takes no files; and a name that is empty.
ikm score examples/kejobong-2024/survey.csv -o /proc/x.csv; echo $?
ikm score --lang en examples/kejobong-2024/survey.csv -o /proc/x.csv; echo $?
ikm score ''; echo $?
ikm check --lang en examples/kejobong-2024/survey.csv ''; echo $?
