# two ways to take it apart, as good as each other: both are named, none is chosen, by no command
printf 'a,b;c\nd,e;f\ng,h;i\n' >either.csv
for command in sniff score check clean "clean --all"; do
    ikm $command either.csv --lang en
    echo "status $?"
done
ikm sniff either.csv
ikm sniff either.csv --delimiter comma --format csv | tail -n 2
