# Who is stopped in the middle leaves nothing beside the target: the file has no name until it is complete. Where the
# file system has no such files it has one, which is not asked about here.
nameless() { python3 -c 'import os; os.close(os.open(".", os.O_TMPFILE | os.O_WRONLY))' 2>/dev/null; }
mkdir out
mkfifo pipe
ikm score - -o out/x.csv --rejects out/r.csv <pipe 2>/dev/null &
exec 9>pipe
head -n 3 examples/kejobong-2024/survey.csv >&9
sleep 0.5
nameless && ls -A out
kill -TERM $!
{ wait $!; echo $?; } 2>/dev/null # some shells tell how it ended
nameless && ls -A out
exec 9>&-
