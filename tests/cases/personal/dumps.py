"""Dumps with invented people in every place where a dump can hold them.

What is planted is (value, needles): no needle may come out anywhere. Each needle is long and odd enough to stand
nowhere else; a number is looked for by its last digits, so that one that was cut or written otherwise is seen too.
"""
import io
import zipfile
from xml.sax.saxutils import escape

NAMES = [("Zubaidahwati Qorindra", ["zubaidahwati", "qorindra"]),
         ("HASTOPRANOLO YVONNIDA, S.Pd", ["hastopranolo", "yvonnida"]),
         ("Hj. Wirjosumarni Xaveria-Ulfah", ["wirjosumarni", "xaveria"])]
NUMBERS = [("3303019876540007", ["9876540007"]),
           ("3303 0198 7654 0017", ["7654 0017", "76540017"]),
           ("081298765427", ["98765427"]),
           ("0812-9876-5437", ["9876-5437", "98765437"]),
           ("+62 812 9876 5447", ["9876 5447", "98765447"]),
           ("+6281298765457", ["98765457"])]
ADDRESSES = [("zubqor.9187@contoh.go.id", ["zubqor"]),
             ("36.72.211.98", ["72.211"]),
             ("2001:db8:4c3f::7e91", ["4c3f"]),
             ("-7.389147 109.363528 0 0", ["389147", "363528"]),
             ("-7.4417,109.287", ["7.4417", "109.287"])]
PLANTS = NAMES + NUMBERS + ADDRESSES

# What may be shown and is looked for with the same grep: that it is found proves that the grep can find.
CANARY = "Loket Kanariwati"
CANARY_NEEDLE = "kanariwati"

ELEMENTS = ["u%d" % i for i in range(1, 10)]
PERSONAL = ["nama lengkap", "nik", "no_hp", "email", "ip address", "lokasi gps", "pengguna layanan"]
HEADER = ["layanan", "petugas"] + PERSONAL + ELEMENTS + ["saran", "jenis kelamin", "usia"]


def person(i):
    """Cells of the personal columns of the i-th respondent."""
    pick = lambda plants: plants[i % len(plants)][0]
    return [pick(NAMES), pick(NUMBERS[:2]), pick(NUMBERS[2:]), ADDRESSES[0][0], pick(ADDRESSES[1:3]), ADDRESSES[3][0],
            pick(NAMES)]


def respondent(i, service=CANARY, scores=None, more=()):
    # beside the group stands who served, in the free text anything at all
    text = "hubungi %s atau %s" % (PLANTS[i % len(PLANTS)][0], PLANTS[(i + 5) % len(PLANTS)][0])
    scores = scores or [str(1 + (i + e) % 4) for e in range(9)]
    return [service, NAMES[(i + 1) % 3][0]] + person(i) + scores + [text, "LP"[i % 2], str(20 + i)] + list(more)


def wide():
    """A table: good rows of two services, a fault of every kind, one after the other for each plant."""
    rows = [HEADER] + [respondent(i, CANARY if i % 3 else CANARY.upper()) for i in range(40)]
    for i, (value, _) in enumerate(PLANTS):
        scores = ["3"] * 9
        scores[i % 9] = value
        rows.append(respondent(i, scores=scores))
    rows.append(respondent(7, scores=["9"] * 9))
    rows.append(respondent(8, more=[NAMES[0][0], NUMBERS[0][0]]))  # two fields too many
    rows.append(respondent(9)[:-4])                                # too few
    rows.append(respondent(10, scores=[""] * 9))
    rows.append(respondent(7, scores=["9"] * 9))                   # twice the same
    return rows


def csv_line(cells, delimiter=","):
    quoted = lambda c: '"' + c.replace('"', '""') + '"' if any(x in c for x in delimiter + '"\n') else c
    return delimiter.join(map(quoted, cells))


def csv(rows, delimiter=",", before=(), after=()):
    return "".join(line + "\n" for line in [*before, *[csv_line(r, delimiter) for r in rows], *after]).encode()


def preamble():
    return ["Dinas Kependudukan dan Pencatatan Sipil",
            "Penanggung jawab: %s HP %s" % (NAMES[0][0], NUMBERS[2][0]),
            "NIK %s surel %s" % (NUMBERS[0][0], ADDRESSES[0][0]), ""]


def foot():
    return ["", "Mengetahui", "%s NIK %s" % (NAMES[1][0], NUMBERS[1][0]), "Telepon %s" % NUMBERS[4][0]]


def broken_quotes():
    """Each stray quote confines itself to its record."""
    lines = [csv_line(r) for r in wide()[:12]]
    lines.insert(3, csv_line(respondent(1)).replace("hubungi", '"hubungi" '))
    lines.insert(6, '"' + csv_line(respondent(2)))
    lines.append(csv_line(respondent(3)) + '"x')
    return "".join(line + "\n" for line in lines).encode()


def odd_header():
    """People stand in the headers themselves."""
    rows = wide()[:12]
    head = list(rows[0])
    head[2] = "Nama: " + NAMES[2][0]
    head[1] = "petugas (%s)" % NUMBERS[3][0]
    head[-3] = "saran, kirim ke %s" % ADDRESSES[0][0]
    return csv([head] + rows[1:] + [respondent(11, scores=["9"] * 9)])


def headless():
    return csv([[CANARY, *person(0), ADDRESSES[4][0], *["4"] * 9],
                *[["Lain", *person(i), ADDRESSES[4][0], *["3"] * 9] for i in range(1, 6)]])


def misplaced():
    """An element's column holds no scores but people: the dump is refused as a whole."""
    return csv([["layanan"] + ELEMENTS] + [[CANARY] + ["4"] * 3 + [NAMES[i % 3][0]] + ["4"] * 5 for i in range(9)])


def long():
    rows = [["responden_id", "nama", "layanan", "unsur", "nilai", "saran"]]
    for i in range(12):
        for e in range(9):
            rows.append([NUMBERS[i % 2][0] + str(i), NAMES[i % 3][0], CANARY, "U%d" % (e + 1), str(1 + (i + e) % 4),
                         NUMBERS[2 + i % 4][0]])
    for i, (value, _) in enumerate(PLANTS):
        rows.append([str(i), NAMES[0][0], CANARY, "U1", value, ""])
        rows.append([str(i + 50), NAMES[0][0], CANARY, value, "4", ""])
    rows.append(["", NAMES[0][0], CANARY, "U1", "4", ""])
    rows.append([NUMBERS[0][0], NAMES[0][0], CANARY, "U1", "4", ""])
    rows.append([NUMBERS[0][0], NAMES[0][0], CANARY, "U1", "3", ""])
    return csv(rows)


def counts():
    rows = [["layanan", "petugas", "unsur", "nilai", "jumlah"]]
    rows += [[CANARY, NAMES[0][0], "U%d" % e, str(s), "10"] for e in range(1, 10) for s in range(1, 5)]
    # a faulty line takes its whole group with it, so each has one of its own
    faults = [f for value, _ in PLANTS for f in ([value, "4", "1"], ["U1", value, "1"])]
    faults += [["U1", "4", value] for value, _ in NAMES + ADDRESSES]
    rows += [["loket %d" % i, ""] + fault for i, fault in enumerate(faults)]
    return csv(rows)


def workbook(rows):
    """The least that is an .xlsx: every cell an inline string, but scores and NIK as numbers, as people type them."""
    def cell(text):
        if text.isdigit() and text[0] != "0":
            return "<c><v>%s</v></c>" % text
        return '<c t="inlineStr"><is><t>%s</t></is></c>' % escape(text)
    sheet = "".join("<row>%s</row>" % "".join(map(cell, row)) for row in rows)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": '<Types xmlns="%s/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/></Types>' % package,
        "_rels/.rels": '<Relationships xmlns="%s/relationships"><Relationship Id="r1" Type="%s/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>' % (package, relation),
        "xl/workbook.xml": '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="data" sheetId="1" r:id="r1"/>'
        '</sheets></workbook>' % (main, relation),
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="%s/relationships"><Relationship Id="r1" '
        'Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' % (package, relation),
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (main, sheet),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return out.getvalue()


def dumps():
    """(file name, bytes, whether it can be scored)"""
    table = wide()
    return [
        ("wide.csv", csv(table), True),
        ("semicolons.csv", csv(table, ";", preamble(), foot()), True),
        ("utf16.csv", csv(table, "\t").decode().encode("utf-16"), True),
        ("quotes.csv", broken_quotes(), True),
        ("header.csv", odd_header(), True),
        ("headless.csv", headless(), False),
        ("misplaced.csv", misplaced(), False),
        ("long.csv", long(), True),
        ("counts.csv", counts(), True),
        ("book.xlsx", workbook([[line] for line in preamble()[:3]] + table), True),
    ]
