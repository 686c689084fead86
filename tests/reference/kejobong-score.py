#!/usr/bin/python3
"""What `ikm score --format json` says of the Kejobong survey, computed apart from libikm.

Reads the dump with Python's csv and computes with Python's fractions, so that it shares neither code nor
arithmetic with the library. Version and note are left as placeholders: the one moves, the other is a sentence.

    python3 kejobong-score.py < ../../examples/kejobong-2024/survey.csv > kejobong-score.json
"""
import csv
import json
import sys
from fractions import Fraction

NAMES = ["Persyaratan", "Sistem, Mekanisme, dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif",
         "Produk Spesifikasi Jenis Pelayanan", "Kompetensi Pelaksana", "Perilaku Pelaksana",
         "Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana"]
BANDS = [(Fraction(8831, 100), "A", "Sangat baik"), (Fraction(7661, 100), "B", "Baik"),
         (Fraction(65), "C", "Kurang baik"), (Fraction(25), "D", "Tidak baik")]


def half_up(value, places):
    return Fraction(int(value * 10**places + Fraction(1, 2)), 10**places)


def shortest(value):
    text = f"{int(value * 1000):04d}"
    text = (text[:-3] + "." + text[-3:]).rstrip("0").rstrip(".")
    assert Fraction(text) == value
    return text


def band(value):
    return next((grade, performance) for lower, grade, performance in BANDS if value >= lower)


def exact_index(rows):
    return sum(Fraction(sum(r["scores"][e] for r in rows), len(rows)) for e in range(9)) / 9 * 25


def element(rows, e):
    total = sum(r["scores"][e] for r in rows)
    nrr = Fraction(total, len(rows))
    converted = half_up(nrr * 25, 2)
    grade, performance = band(converted)
    return (f'{{"code": "U{e + 1}", "name": {json.dumps(NAMES[e])}, "answered": {len(rows)}, "blank": 0, '
            f'"sum": {total}, "nrr": {shortest(half_up(nrr, 3))}, "converted": {shortest(converted)}, '
            f'"grade": "{grade}", "performance": "{performance}"}}')


def group(key, rows):
    exact = exact_index(rows)
    grade, performance = band(half_up(exact, 2))
    elements = ",\n      ".join(element(rows, e) for e in range(9))
    return (f'{{"key": {json.dumps(key)}, "respondents": {len(rows)}, "ikm": {shortest(half_up(exact, 2))}, '
            f'"ikm_exact": "{exact.numerator}/{exact.denominator}", "grade": "{grade}", '
            f'"performance": "{performance}", "elements": [\n      {elements}\n    ]}}')


def main():
    reader = csv.DictReader(sys.stdin)
    rows = [{"layanan": r["layanan"], "scores": [int(r[f"u{e}"]) for e in range(1, 10)]} for r in reader]
    services = sorted({r["layanan"] for r in rows})
    parts = [[r for r in rows if r["layanan"] == s] for s in services]
    mean = half_up(sum(exact_index(p) for p in parts) / len(parts), 2)
    mapping = ",\n".join(f'    {{"element": "U{e}", "file": 0, "column": {reader.fieldnames.index(f"u{e}") + 1}, '
                         f'"header": "u{e}", "by": "code"}}' for e in range(1, 10))
    groups = [group({}, rows)] + [group({"layanan": s}, p) for s, p in zip(services, parts)]
    print(f'''{{
  "format": "ikm.score/1",
  "version": "@VERSION@",
  "regulation": "permenpan-14-2017",
  "convention": {{"weight": "exact", "round_nrr": null, "round_term": null, "round_final": 2, "round_mode": "half-up", "missing": "per-element"}},
  "files": [
    {{"name": "survey.csv", "encoding": "utf-8", "delimiter": ",", "header_line": 1, "shape": "wide"}}
  ],
  "rows": {{"read": {len(rows)}, "used": {len(rows)}, "refused": 0, "skipped": {{"incomplete": 0, "example": 0, "filtered": 0}}}},
  "mapping": [
{mapping}
  ],
  "notes": [
    "@NOTE@"
  ],
  "mean_of_groups": {shortest(mean)},
  "groups": [
    {(","+chr(10)+"    ").join(groups)}
  ]
}}''')


main()
