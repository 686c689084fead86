# the nearest name is told; a name that is like none: all that there are
ikm score examples/kejobong-2024/survey.csv --form recpa --lang en
echo "exit $?"
ikm score examples/kejobong-2024/survey.csv --form recap,zzz --lang en
echo "exit $?"
ikm score examples/kejobong-2024/survey.csv --form , --lang en
echo "exit $?"
ikm score examples/kejobong-2024/survey.csv --form recap --format json
