printf '{\n  "name": "x",\n  "scale": 4,,\n}\n' > broken.json
ikm score data/small.csv --rules broken.json
