"""The job in pandas: job_pandas.py FILE"""
import sys

import pandas

elements = [f"u{i}" for i in range(1, 10)]
table = pandas.read_csv(sys.argv[1], usecols=["unit", "layanan", *elements])
groups = table.groupby(["unit", "layanan"])
result = groups[elements].mean()
result["ikm"] = (result[elements].sum(axis=1) * 25 / 9).round(2)
result["n"] = groups.size()
result["grade"] = pandas.cut(result["ikm"], [0, 65, 76.61, 88.31, 101], right=False, labels=list("DCBA"))
result[["n", "ikm", "grade"]].to_csv(sys.stdout)
