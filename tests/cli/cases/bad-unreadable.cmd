cp data/small.csv secret.csv
chmod 0 secret.csv
confined ikm score secret.csv
