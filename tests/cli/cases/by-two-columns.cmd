# A word that means two columns is no choice between them.
printf '%s\n' 'layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9,loket,loket' 'KTP,4,4,4,3,4,4,4,4,4,1,2' >survey.csv
ikm score --by loket survey.csv; echo $?
ikm score --lang en --where loket=1 survey.csv; echo $?
