# a faulty line of counts is refused alone, and the foot below it is none of them
awk 'BEGIN { print "unsur,nilai,n"; for (u = 1; u <= 9; u++) for (v = 1; v <= 4; v++) print "U" u "," v ",10"
     print "U5,3,"; print "U6,3,1.000"; print "Total,,360" }' >counts.csv
ikm score counts.csv --lang en --format json | grep -E '"rows"|foot' | cut -c 1-160
# answers to a tenth question are left out and counted
awk 'BEGIN { print "responden_id,pertanyaan,nilai"
     for (r = 1; r <= 4; r++) { for (u = 1; u <= 9; u++) print r ",U" u ",3"; print r ",Kenyamanan,2" } }' >answers.csv
ikm score answers.csv --lang en --format json | grep -E '"rows"|no element' | cut -c 1-160
