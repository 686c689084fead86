"""Tables that are no surveys, each polluted in one way, and what `ikm clean --all` makes of it.

A case is (name, bytes, clean rows, options). The options say what the pollution is, so that nothing has to be found
out; `detected` is what the program must make of the file without them: SAME, or OTHER(rows, why) where the bytes alone
do not say what was meant, or REFUSED(why) where it stops and says what it considered.
"""
import csv
import io

HEADER = ["kode", "barang", "harga", "kota", "catatan"]
ROWS = [
    ["B-001", "Beras, medium", "12500", "Purbalingga", 'stok "aman"'],
    ["B-002", "Gula pasir", "17000", "Banyumas", ""],
    ["B-003", "Minyak goreng", "15500", "Kebumen", "dua baris\r\nketerangan"],
    ["B-004", "Kopi café", "98000", "Purwokerto", "disangrai; halus"],
    ["B-005", "Telur", "27500", "Cilacap", "baik"],
    ["B-006", "Tempe | papan", "6000", "Banjarnegara", "tab\tdi dalam"],
]
TABLE = [HEADER] + ROWS
# what needs no quotes under any delimiter, quote or encoding
PLAIN = [HEADER] + [["B-%03d" % i, name, price, town, note] for i, (name, price, town, note) in enumerate([
    ("Beras", "12500", "Purbalingga", "aman"), ("Gula", "17000", "Banyumas", "cukup"),
    ("Minyak", "15500", "Kebumen", "kurang"), ("Kopi", "98000", "Purwokerto", "halus"),
    ("Telur", "27500", "Cilacap", "baik"), ("Tempe", "6000", "Banjarnegara", "segar")], 1)]

SAME = "same"


class Other:
    """Without being told, these rows come out."""

    def __init__(self, rows):
        self.rows = rows


class Refused:
    """Without being told, it stops with status 1 and says so."""


def clean(rows):
    """RFC 4180 with as few quotes as may be; also around blanks at the ends of a field."""
    lines = []
    for row in rows:
        fields = []
        for cell in row:
            quoted = any(c in cell for c in ',"\r\n') or cell[:1] in (" ", "\t") or cell[-1:] in (" ", "\t")
            fields.append('"' + cell.replace('"', '""') + '"' if quoted else cell)
        lines.append('""' if row == [""] else ",".join(fields))
    return "".join(line + "\r\n" for line in lines).encode()


def dump(rows, delimiter=",", quote='"', end="\r\n", escape=None, always=False, encoding="utf-8", last=True):
    """Rows as a program with these habits writes them."""
    lines = []
    for row in rows:
        fields = []
        for cell in row:
            needs = always or delimiter in cell or quote in cell or "\n" in cell or "\r" in cell
            inner = cell.replace(escape, escape + escape).replace(quote, escape + quote) if escape \
                else cell.replace(quote, quote + quote)
            fields.append(quote + inner + quote if needs else cell)
        lines.append(delimiter.join(fields))
    return (end.join(lines) + (end if last else "")).encode(encoding)


def with_cell(rows, row, column, cell):
    """The same with another cell."""
    changed = [list(r) for r in rows]
    changed[row][column] = cell
    return changed


def one_line(rows):
    """The same without line breaks in cells."""
    return [[cell.replace("\r\n", " ") for cell in row] for row in rows]


def lines_of(rows, **habits):
    """The records of a dump, each with its end; no cell may hold a line break."""
    return dump(one_line(rows), **habits).splitlines(keepends=True)


def delimiters():
    for name, delimiter, told in [("comma", ",", "comma"), ("semicolon", ";", "semicolon"), ("tab", "\t", "tab"),
                                  ("pipe", "|", "pipe")]:
        yield "delimiter-" + name, dump(TABLE, delimiter), TABLE, ["--delimiter", told], SAME
        yield "delimiter-" + name + "-plain", dump(PLAIN, delimiter), PLAIN, ["--delimiter", told], SAME
        yield "delimiter-" + name + "-all-quoted", dump(TABLE, delimiter, always=True), TABLE, ["--delimiter", told], SAME
    for name, delimiter in [("colon", ":"), ("caret", "^"), ("tilde", "~")]:
        yield "delimiter-" + name, dump(PLAIN, delimiter), PLAIN, ["--delimiter", delimiter], SAME
    yield "delimiter-space", dump(PLAIN, " "), PLAIN, ["--delimiter", "space"], SAME
    yield "delimiter-sep-line", b"sep=;\r\n" + dump(TABLE, ";"), TABLE, ["--delimiter", "semicolon"], SAME
    blank = [[("  " if i else "") + cell for i, cell in enumerate(row)] for row in PLAIN]
    yield "delimiter-comma-blanks", dump(blank), blank, ["--delimiter", "comma"], SAME


def quotes():
    yield "quote-single", dump(TABLE, quote="'", always=True), TABLE, ["--quote", "'"], SAME
    yield "quote-single-semicolon", dump(TABLE, ";", quote="'", always=True), TABLE, \
        ["--quote", "'", "--delimiter", "semicolon"], SAME
    yield "quote-around-everything", dump(TABLE, always=True), TABLE, [], SAME
    yield "quote-around-nothing", dump(PLAIN), PLAIN, [], SAME
    spaced = dump(PLAIN, always=True).replace(b'","', b'" , "')
    yield "quote-blanks-around", spaced, PLAIN, [], SAME
    yield "quote-blanks-before", dump(PLAIN, always=True).replace(b'","', b'", "'), PLAIN, [], SAME
    yield "quote-blanks-after", dump(PLAIN, always=True).replace(b'","', b'" ,"'), PLAIN, [], SAME
    yield "quote-empty-cells", dump(with_cell(PLAIN, 2, 4, ""), always=True), with_cell(PLAIN, 2, 4, ""), [], SAME
    kept = with_cell(PLAIN, 3, 4, "  blank di tepi  ")
    yield "quote-keeps-blanks", dump(kept, always=True), kept, [], SAME
    yield "quote-within-a-word", dump(PLAIN).replace(b"Kopi", b'Ko"pi'), with_cell(PLAIN, 4, 1, 'Ko"pi'), [], SAME
    doubled = with_cell(PLAIN, 1, 1, '"Beras"')
    yield "quote-doubled-at-the-ends", dump(doubled), doubled, [], SAME
    yield "quote-only-quotes", dump(with_cell(PLAIN, 1, 1, '"""')), with_cell(PLAIN, 1, 1, '"""'), [], SAME
    broken = [list(row) for row in PLAIN]
    del broken[3]
    yield "quote-never-closed", dump(PLAIN).replace(b"Minyak", b'"Minyak'), broken, [], SAME
    yield "quote-text-behind", dump(PLAIN).replace(b"Minyak", b'"Min"yak'), broken, [], SAME
    newline = with_cell(PLAIN, 2, 4, "satu\ndua\n\ntiga")
    yield "quote-newlines-lf", dump(newline, end="\n"), newline, [], SAME
    crlf = with_cell(PLAIN, 2, 4, "satu\r\ndua")
    yield "quote-newlines-crlf", dump(crlf), crlf, [], SAME
    header = with_cell(PLAIN, 0, 4, "catatan\ntambahan")
    yield "quote-newline-in-the-header", dump(header), header, [], SAME


def escapes():
    backslash = with_cell(PLAIN, 1, 4, 'kata "aman" saja')
    yield "escape-backslash", dump(backslash, escape="\\", always=True), backslash, ["--escape", "\\"], SAME
    delimiter = with_cell(backslash, 2, 1, "Gula, pasir")
    yield "escape-backslash-and-delimiter", dump(delimiter, escape="\\", always=True), delimiter, ["--escape", "\\"], SAME
    itself = with_cell(backslash, 2, 1, "garis \\ miring")
    yield "escape-of-itself", dump(itself, escape="\\", always=True), itself, ["--escape", "\\"], SAME
    path = with_cell(PLAIN, 2, 1, "C:\\data\\baru")
    yield "escape-none-but-backslashes", dump(path, always=True), path, [], SAME


def record_ends():
    for name, end in [("lf", "\n"), ("crlf", "\r\n"), ("cr", "\r")]:
        yield "end-" + name, dump(PLAIN, end=end), PLAIN, [], SAME
        yield "end-" + name + "-none-at-the-end", dump(PLAIN, end=end, last=False), PLAIN, [], SAME
    lines = lines_of(PLAIN, end="\n")
    yield "end-mixed-lf-in-crlf", b"".join(l if i % 2 else l[:-1] + b"\r\n" for i, l in enumerate(lines)), PLAIN, [], SAME
    yield "end-blank-lines-between", b"\n\n".join(l[:-1] for l in lines) + b"\n", PLAIN, [], SAME
    yield "end-blank-lines-behind", dump(PLAIN) + b"\r\n\r\n\r\n", PLAIN, [], SAME
    yield "end-blank-lines-before", b"\r\n\r\n" + dump(PLAIN), PLAIN, ["--header-line", "3"], SAME
    yield "end-lines-of-blanks", dump(PLAIN).replace(b"\r\nB-003", b"\r\n   \r\nB-003"), PLAIN, [], SAME


def fields():
    short = [row if i != 3 else row[:3] for i, row in enumerate(PLAIN)]
    long = [row if i != 3 else row + ["lebih", "lagi"] for i, row in enumerate(PLAIN)]
    yield "fields-one-record-short", dump(short), short, [], SAME
    yield "fields-one-record-long", dump(long), long, [], SAME
    first = [row if i != 1 else row[:4] for i, row in enumerate(PLAIN)]
    yield "fields-first-record-short", dump(first), first, [], SAME
    last = [row if i != 6 else row[:1] for i, row in enumerate(PLAIN)]
    yield "fields-last-record-of-one", dump(last), last, [], SAME
    empty = PLAIN[:3] + [[""] * 5] + PLAIN[3:]
    yield "fields-record-of-empty-cells", dump(empty), empty, [], SAME
    trailing = [row + [""] for row in PLAIN]
    yield "fields-trailing-delimiter", dump(trailing), trailing, [], SAME
    data = [PLAIN[0]] + trailing[1:]
    yield "fields-trailing-delimiter-not-in-header", dump(data), data, [], SAME
    leading = [[""] + row for row in PLAIN]
    yield "fields-leading-delimiter", dump(leading), leading, [], SAME
    column = [row[:2] + [""] + row[2:] for row in PLAIN]
    yield "fields-empty-column", dump(column), column, [], SAME
    wide = [["k%d" % i for i in range(400)]] + [["%d" % (r * i) for i in range(400)] for r in range(1, 4)]
    yield "fields-many-columns", dump(wide), wide, [], SAME
    yield "fields-two-columns", dump([row[:2] for row in PLAIN]), [row[:2] for row in PLAIN], [], SAME


def headers():
    yield "header-blank-name", dump(with_cell(PLAIN, 0, 2, "")), with_cell(PLAIN, 0, 2, ""), ["--header-line", "1"], SAME
    yield "header-name-twice", dump(with_cell(PLAIN, 0, 2, "kode")), with_cell(PLAIN, 0, 2, "kode"), [], SAME
    long = with_cell(PLAIN, 0, 2, "harga " * 500 + "rupiah")
    yield "header-long-name", dump(long), long, [], SAME
    unit = with_cell(PLAIN, 0, 2, "harga (Rp/kg) %")
    yield "header-signs", dump(unit), unit, [], SAME
    blanks = with_cell(PLAIN, 0, 2, " harga ")
    yield "header-blanks", dump(blanks, always=True), blanks, [], SAME


def preambles():
    free = "DINAS PERDAGANGAN KABUPATEN\r\nLaporan harga bahan pokok\r\n\r\n".encode()
    yield "preamble-free-text", free + dump(PLAIN), PLAIN, ["--header-line", "4"], SAME
    cells = b"DINAS PERDAGANGAN,,,,\r\nLaporan harga,,,,\r\n,,,,\r\n"
    yield "preamble-as-cells", cells + dump(PLAIN), PLAIN, ["--header-line", "4"], SAME
    pairs = b"Dinas:;Perdagangan\r\nTahun:;2024\r\n\r\n"
    yield "preamble-pairs", pairs + dump(PLAIN, ";"), PLAIN, ["--header-line", "4", "--delimiter", "semicolon"], SAME


def more_tables():
    other = [["kota", "petugas"], ["Banyumas", "dua"], ["Cilacap", "tiga"]]
    yield "table-below-narrower", dump(PLAIN) + b"\r\n" + dump(other), PLAIN + other, [], SAME
    wider = [["a", "b", "c", "d", "e", "f", "g"], ["1", "2", "3", "4", "5", "6", "7"]]
    yield "table-below-wider", dump(PLAIN) + b"\r\n" + dump(wider), PLAIN + wider, [], SAME
    same = [["x", "y", "z", "v", "w"], ["1", "2", "3", "4", "5"]]
    yield "table-below-as-wide", dump(PLAIN) + dump(same), PLAIN + same, [], SAME
    yield "header-repeated-below", dump(PLAIN) + dump(PLAIN), PLAIN + PLAIN, [], SAME
    yield "footer", dump(PLAIN) + b"Sumber: Dinas Perdagangan\r\n", PLAIN + [["Sumber: Dinas Perdagangan"]], [], SAME
    yield "footer-total", dump(PLAIN) + b"Jumlah,,176500,,\r\n", PLAIN + [["Jumlah", "", "176500", "", ""]], [], SAME


def encodings():
    accents = with_cell(TABLE, 5, 4, "crème brûlée")
    yield "encoding-utf-8", dump(accents), accents, ["--encoding", "utf-8"], SAME
    yield "encoding-utf-8-bom", b"\xef\xbb\xbf" + dump(accents), accents, ["--encoding", "utf-8"], SAME
    quoted = b"\xef\xbb\xbf" + dump(accents, always=True)
    yield "encoding-utf-8-bom-before-a-quote", quoted, accents, ["--encoding", "utf-8"], SAME
    yield "encoding-windows-1252", dump(accents, encoding="cp1252"), accents, ["--encoding", "windows-1252"], SAME
    signs = with_cell(PLAIN, 2, 4, "“kutip” – 5 €")
    yield "encoding-windows-1252-signs", dump(signs, encoding="cp1252"), signs, ["--encoding", "windows-1252"], SAME
    for name, codec, mark in [("le", "utf-16-le", b"\xff\xfe"), ("be", "utf-16-be", b"\xfe\xff")]:
        told = ["--encoding", "utf-16" + name]
        yield "encoding-utf-16" + name, mark + dump(accents, "\t", encoding=codec), accents, told, SAME
        yield "encoding-utf-16" + name + "-comma", mark + dump(accents, encoding=codec), accents, told, SAME
    asian = with_cell(PLAIN, 2, 4, "日本語 🙂")
    yield "encoding-utf-8-beyond-the-plane", dump(asian), asian, [], SAME
    yield "encoding-utf-16le-beyond-the-plane", b"\xff\xfe" + dump(asian, encoding="utf-16-le"), asian, \
        ["--encoding", "utf-16le"], SAME


def cases():
    for group in [delimiters, quotes, escapes, record_ends, fields, headers, preambles, more_tables, encodings]:
        yield from group()


# Python's own reader is the witness that a clean file says what it is meant to say.
for _name, _bytes, _rows, _told, _detected in cases():
    assert list(csv.reader(io.StringIO(clean(_rows).decode(), newline=""))) == _rows, _name
