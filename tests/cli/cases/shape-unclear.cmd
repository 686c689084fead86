# lines of answers of which something is not said: told, not guessed
try() { printf '%s\n' "$@" >lines.csv; ikm score lines.csv; echo "status $?"; ikm score lines.csv --lang en; }
try id,unsur,nilai 1,u1,4 2,u2,3
try responden_id,unsur,jawaban,nilai 1,u1,Sesuai,3 1,u2,Mudah,4
try responden_id,soal,nilai 1,9,4 1,10,3 1,1,4
try responden_id,unsur,catatan 1,u1,ya 1,u2,tidak
