# On a terminal a job of more than a second tells how far it is, and wipes that away before its result; elsewhere nothing.
rows() { awk 'BEGIN { for (i = 0; i < 70000; i++) print "KTP,4,3,4,4,3,4,4,4,3" }'; }
slowly() { echo layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9; rows; sleep 1.2; rows; }
cat >watch.py <<'PY'
# Run a command whose stderr alone is a terminal; leave what that saw in `seen`.
import os, pty, subprocess, sys
terminal, end = pty.openpty()
job = subprocess.Popen(sys.argv[1:], stderr=end)
os.close(end)
with open("seen", "wb") as seen:
    try:
        while chunk := os.read(terminal, 4096):
            seen.write(chunk)
    except OSError:  # the last one that held its other end is gone
        pass
sys.exit(job.wait())
PY
slowly | python3 watch.py ikm score - --lang en --format csv | head -n 2
tr '\r' '\n' <seen | grep -o 'ikm: reading, [0-9]* MB' | head -n 1
tr '\r' '\n' <seen | sed -n 's/.\[K/wiped/p' | tail -n 1
slowly | ikm score - --lang en --format csv | head -n 2
