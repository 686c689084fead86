# 1: nothing gives it
ikm reconcile examples/kejobong-2024/survey.csv --printed 90.00
