#!/usr/bin/python3
"""worksheet_xlsxwriter.py SURVEY OUT.xlsx: the same worksheet with XlsxWriter in constant-memory mode.

A line a respondent with its number, nine answers and its service, the cells bordered as ours, the foot as formulas with
their values.
"""
import csv
import sys

import xlsxwriter

source, target = sys.argv[1:3]
elements = [f"u{i}" for i in range(1, 10)]
workbook = xlsxwriter.Workbook(target, {"constant_memory": True})
sheet = workbook.add_worksheet("Lembar Pengolahan")
head = workbook.add_format({"bold": True, "border": 1, "bg_color": "#D9E2F3"})
whole = workbook.add_format({"border": 1, "num_format": "#,##0"})
mean = workbook.add_format({"border": 1, "num_format": "#,##0.000"})
text = workbook.add_format({"border": 1})
for column, title in enumerate(["No. Res", *(e.upper() for e in elements), "KET"]):
    sheet.write_string(0, column, title, head)
sums, counts, row = [0] * 9, [0] * 9, 0
with open(source, newline="", encoding="utf-8") as file:
    for record in csv.DictReader(file):
        row += 1
        sheet.write_number(row, 0, row, whole)
        for e, name in enumerate(elements):
            answer = record[name]
            if answer:
                sheet.write_number(row, e + 1, int(answer), whole)
                sums[e] += int(answer)
                counts[e] += 1
            else:
                sheet.write_blank(row, e + 1, None, whole)
        sheet.write_string(row, 10, record["layanan"], text)
for label, offset in (("Nilai/Unsur", 1), ("NRR/Unsur", 2), ("NRR tertimbang/Unsur", 3), ("IKM", 4)):
    at = row + offset
    sheet.write_string(at, 0, label, text)
    for e in range(9):
        letter = "BCDEFGHIJ"[e]
        if offset == 1:
            sheet.write_formula(at, e + 1, f"=SUM({letter}2:{letter}{row + 1})", whole, sums[e])
        elif offset == 2:
            formula = f"={letter}{row + 2}/COUNT({letter}2:{letter}{row + 1})"
            sheet.write_formula(at, e + 1, formula, mean, sums[e] / counts[e])
        elif offset == 3:
            sheet.write_formula(at, e + 1, f"={letter}{row + 3}/9", mean, sums[e] / counts[e] / 9)
total = sum(s / c / 9 for s, c in zip(sums, counts))
sheet.write_formula(row + 3, 10, f"=SUM(B{row + 4}:J{row + 4})", mean, total)
sheet.write_formula(row + 4, 10, f"=ROUND(K{row + 4}*25,2)", mean, round(total * 25, 2))
workbook.close()
