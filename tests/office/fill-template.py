"""fill-template.py survey BOOK CSV | report BOOK FOLDER: a template filled in by program, as an office would by hand."""
import csv
import os
import sys

import openpyxl


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def typed(text):
    """What somebody types: numbers as numbers."""
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text or None


def put(sheet, rows, first):
    for line, row in enumerate(rows, first):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(line, column).value = value


def survey(book, path):
    """Below the header (1) and the example (2); the village has no column in the template."""
    header, *lines = table(path)
    kept = [i for i, name in enumerate(header) if name != "desa"]
    put(book["Data"], [[typed(line[i]) for i in kept] for line in lines], 3)


def settings(sheet):
    values = {"unit": "Kecamatan Kejobong", "region": "Kabupaten Purbalingga", "year": 2024, "survey.files": "survey.csv",
              "survey.weight": "0.111", "survey.round_final": 2, "survey.round_mode": "truncate",
              "survey.groups.round_final": 3, "survey.groups.round_mode": "half-up",
              "tables.Tabel 4": "murni", "tables.Tabel 11": "perubahan", "tables.Tabel 18": "perubahan"}
    line = 2
    while sheet.cell(line, 1).value:
        sheet.cell(line, 2).value = values.pop(sheet.cell(line, 1).value, None)
        line += 1
    put(sheet, values.items(), line)


def report(book, folder):
    for name in ("indicators", "agreement", "budget", "links", "published"):
        lines = table(os.path.join(folder, name + ".csv"))[1:]
        # codes are texts in the template: 1.1 is no number
        codes = {"budget": (0,), "links": (1,), "agreement": (2,), "published": (0, 1)}.get(name, ())
        put(book[name], [[cell if i in codes else typed(cell) for i, cell in enumerate(line)] for line in lines], 2)
    for name, column in (("sakip", 3), ("maturity", 2)):
        for line, row in enumerate(table(os.path.join(folder, name + ".csv"))[1:], 2):
            book[name].cell(line, column).value = typed(row[-1])
    settings(book["report"])


workbook = openpyxl.load_workbook(sys.argv[2])
{"survey": survey, "report": report}[sys.argv[1]](workbook, sys.argv[3])
workbook.save(sys.argv[2])
