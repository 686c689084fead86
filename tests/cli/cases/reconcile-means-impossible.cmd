# 311 people cannot have given them
ikm reconcile --means 3.654,3.587,3.324,3.984,3.631,3.426,3.484,3.881,3.327 --n 311
