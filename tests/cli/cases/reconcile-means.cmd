# the nine printed means of the report
ikm reconcile --means "3,654; 3,587; 3,324; 3,984; 3,631; 3,426; 3,484; 3,881; 3,327" --lang en
ikm reconcile --means 3.654,3.587,3.324,3.984,3.631,3.426,3.484,3.881,3.327 --n 312 --printed 89.69 --format json
