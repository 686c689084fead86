#!/usr/bin/env python3
"""Formulas of workbooks, as we wrote them and as another program computed them anew.

recalculated.py plant IN OUT            a copy of IN with a wrong value behind every tenth formula
recalculated.py compare WRITTEN AGAIN   every formula of WRITTEN has the same value in AGAIN, to 1e-12 of it
recalculated.py follow WORKBOOK JSON    the foot of each worksheet is what its convention gives, in exact fractions,
                                        and its index is the one of the JSON: a list, an entry a sheet

Prints how many values were compared; what differs to stderr, with exit 1.
"""
import json
import re
import sys
import xml.etree.ElementTree as tree
import zipfile
from decimal import Decimal
from fractions import Fraction

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PLANTED = "4711.5"
faults = []


def sheets(path):
    """{sheet: {cell: (value, formula or None)}} in the order of the workbook."""
    book = zipfile.ZipFile(path)
    strings = []
    if "xl/sharedStrings.xml" in book.namelist():
        for item in tree.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", NAMES):
            strings.append("".join(t.text or "" for t in item.iter("{%s}t" % NAMES["m"])))
    targets = {r.get("Id"): r.get("Target") for r in tree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
    found = {}
    for sheet in tree.fromstring(book.read("xl/workbook.xml")).find("m:sheets", NAMES):
        cells = found[sheet.get("name")] = {}
        part = "xl/" + targets[sheet.get(RELATION)].removeprefix("/xl/")
        for cell in tree.fromstring(book.read(part)).iter("{%s}c" % NAMES["m"]):
            value, formula = cell.find("m:v", NAMES), cell.find("m:f", NAMES)
            if value is None:
                continue
            text = strings[int(value.text)] if cell.get("t") == "s" else value.text
            cells[cell.get("r")] = (text, None if formula is None else formula.text)
    return found


def plant(source, target):
    """Every tenth formula gets a wrong value."""
    count = 0

    def wrong(match):
        nonlocal count
        count += 1
        return match[1] + (PLANTED if count % 10 == 1 else match[2]) + "</v>"

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(r"(</f><v>)([^<]*)</v>", wrong, data.decode()).encode()
            new.writestr(name, data)
    return count


def is_near(a, b):
    a, b = Fraction(Decimal(a)), Fraction(Decimal(b))
    return abs(a - b) <= max(abs(a), abs(b)) / 10**12


def compare(written, again):
    count, computed = 0, sheets(again)
    for sheet, cells in sheets(written).items():
        for place, (value, formula) in cells.items():
            if formula is None:
                continue
            count += 1
            other, still = computed[sheet].get(place, (None, None))
            if still is None:
                faults.append(f"{sheet}!{place} ={formula}: no formula any more")
            elif not is_near(value, other):
                faults.append(f"{sheet}!{place} ={formula}: {value} was written, {other} is computed")
    return count


def rounded(value, places, mode):
    if places is None:
        return value
    whole, rest = divmod(value * 10**places, 1)
    up = rest > Fraction(1, 2) or rest == Fraction(1, 2) and (mode == "half-up" or whole % 2)
    return Fraction(whole + (up and mode != "truncate"), 10**places)


def weights(text, count):
    if text == "exact":
        return [Fraction(1, count)] * count
    parts = [Fraction(part) for part in text.split(",")]
    return parts * count if len(parts) == 1 else parts


def foot(entry):
    """What must stand in the foot: sums, NRR, weighted NRR, their sum, index."""
    convention, whole = entry["convention"], entry["groups"][0]
    mode, elements = convention["round_mode"], whole["elements"]
    if any(e["answered"] == 0 for e in elements):
        return None
    sums = [Fraction(e["sum"]) for e in elements]
    nrr = [rounded(s / e["answered"], convention["round_nrr"], mode) for s, e in zip(sums, elements)]
    terms = [
        rounded(n * w, convention["round_term"], mode)
        for n, w in zip(nrr, weights(convention["weight"], len(elements)))
    ]
    return sums, nrr, terms, sum(terms), rounded(25 * sum(terms), convention["round_final"], mode)


def number(cells, column, row):
    value = cells.get(f"{column}{row}", (None, None))[0]
    return None if value is None else Fraction(Decimal(value))


def follow(path, entries):
    count = 0
    for (sheet, cells), entry in zip(sheets(path).items(), entries, strict=True):
        places = [place for place, (value, _) in cells.items() if value == "Nilai/Unsur"]
        expected = foot(entry)
        if len(places) != 1 or expected is None:
            faults.append(f"{sheet}: {len(places)} feet")
            continue
        top = int(places[0][1:])
        sums, nrr, terms, total, index = expected
        columns = "BCDEFGHIJ"
        wanted = [(c, top + r, v) for r, row in enumerate((sums, nrr, terms)) for c, v in zip(columns, row, strict=True)]
        wanted += [("K", top + 2, total), ("K", top + 3, index)]
        for column, row, value in wanted:
            count += 1
            have = number(cells, column, row)
            if have is None or abs(have - value) > abs(value) / 10**12:
                faults.append(f"{sheet}!{column}{row}: {have}, not {value}")
        if index != Fraction(str(entry["groups"][0]["ikm"])):
            faults.append(f"{sheet}: the index of the JSON is {entry['groups'][0]['ikm']}, not {index}")
    return count


def main(verb, first, second):
    if verb == "plant":
        count = plant(first, second)
    elif verb == "compare":
        count = compare(first, second)
    else:
        with open(second, encoding="utf-8") as file:
            count = follow(first, json.load(file))
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    print(count)
    return bool(faults) or count == 0


sys.exit(main(*sys.argv[1:4]))
