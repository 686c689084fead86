"""Survey dumps that are no text: workbooks, an SPSS file; and what is refused. shapes() gives (file name, bytes)."""
import datetime
import io
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

from people import ASKED, LABELS, QUESTIONS, RESPONDENTS, characteristics
from text_files import KEYS, CODES, dump, plain, worksheet

EPOCH = datetime.datetime(1899, 12, 30)
DATED = 1  # the cell style that is a date


def packed(parts):
    """A zip file that is the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            info = zipfile.ZipInfo(name, (2024, 7, 1, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return out.getvalue()


def letters(column):
    return chr(ord("A") + column) if column < 26 else letters(column // 26 - 1) + letters(column % 26)


class Sheet:
    """Rows of texts; what looks like a whole number is one, a date and time is a serial number."""

    def __init__(self, name, rows, merges=(), hidden=False):
        self.name, self.rows, self.merges, self.hidden = name, rows, merges, hidden

    def cell(self, row, column, text, shared):
        at = 'r="%s%d"' % (letters(column), row + 1)
        if text.isdigit() and len(text) < 10:
            return "<c %s><v>%s</v></c>" % (at, text)
        try:
            serial = (datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S") - EPOCH) / datetime.timedelta(days=1)
            return '<c %s s="%d"><v>%.15g</v></c>' % (at, DATED, serial)
        except ValueError:
            return '<c %s t="s"><v>%d</v></c>' % (at, shared.setdefault(text, len(shared)))

    def xml(self, shared):
        rows = []
        for r, row in enumerate(self.rows):
            cells = "".join(self.cell(r, c, text, shared) for c, text in enumerate(row) if text)
            rows.append('<row r="%d">%s</row>' % (r + 1, cells))
        merges = "".join('<mergeCell ref="%s"/>' % m for m in self.merges)
        return ('<?xml version="1.0" encoding="UTF-8"?>\n'
                '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData>'
                '%s</worksheet>' % ("".join(rows), "<mergeCells>%s</mergeCells>" % merges if merges else ""))


def workbook(sheets):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/"
    top = '<?xml version="1.0" encoding="UTF-8"?>\n'
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    shared = {}
    bodies = [("xl/worksheets/sheet%d.xml" % (i + 1), sheet.xml(shared)) for i, sheet in enumerate(sheets)]
    overrides = "".join('<Override PartName="/%s" ContentType="%sworksheet+xml"/>' % (n, office) for n, _ in bodies)
    tabs = "".join('<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>'
                   % (escape(s.name), i + 1, ' state="hidden"' if s.hidden else "", i + 1) for i, s in enumerate(sheets))
    relations = "".join('<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>'
                        % (i + 1, links, i + 1) for i in range(len(sheets)))
    for i, part in enumerate(["sharedStrings", "styles"]):
        relations += '<Relationship Id="rId%d" Type="%s/%s" Target="%s.xml"/>' % (len(sheets) + 1 + i, links, part, part)
    texts = "".join('<si><t xml:space="preserve">%s</t></si>' % escape(text) for text in shared)
    return packed([
        ("[Content_Types].xml", top + '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/'
         'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>%s'
         '<Override PartName="/xl/sharedStrings.xml" ContentType="%ssharedStrings+xml"/>'
         '<Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/></Types>'
         % (package, office, overrides, office, office)),
        ("_rels/.rels", top + '<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" '
         'Target="xl/workbook.xml"/></Relationships>' % (package, links)),
        ("xl/workbook.xml", top + '<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>'
         % (main, links, tabs)),
        ("xl/_rels/workbook.xml.rels", top + '<Relationships xmlns="%srelationships">%s</Relationships>'
         % (package, relations)),
        ("xl/styles.xml", top + '<styleSheet xmlns="%s"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
         '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/>'
         '<xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>' % main),
        ("xl/sharedStrings.xml", top + '<sst xmlns="%s" count="%d" uniqueCount="%d">%s</sst>'
         % (main, len(shared), len(shared), texts))] + bodies)


def official():
    """The worksheet as the form has it: merged titles, NO. RES and KET over two rows, the elements' title over nine."""
    rows = worksheet()
    header = 1 + [row[0] for row in rows].index("NO. RES")
    return workbook([Sheet("Pengolahan", rows, ["A1:K1", "A%d:A%d" % (header, header + 1), "B%d:J%d" % (header, header),
                                                "K%d:K%d" % (header, header + 1)])])


def several_sheets():
    notes = [["Rekap SKM Semester I 2024"], [], ["Lembar Data memuat jawaban, lembar Lama tidak dipakai."]]
    old = [row[:7] + [score and "1" for score in row[7:]] for row in plain()[1:]]
    return workbook([Sheet("Lama", plain()[:1] + old, hidden=True), Sheet("Petunjuk", notes), Sheet("Data", plain())])


def months():
    """A sheet a month, the next one waiting to be filled in, and all of them together in a hidden one."""
    rows = plain()
    half = len(rows) // 2
    return workbook([Sheet("Januari", rows[:half]), Sheet("Februari", rows[:1] + rows[half:]), Sheet("Maret", rows[:1]),
                     Sheet("Setahun", rows, hidden=True)])


def sav(weight=0, respondents=RESPONDENTS):
    """As SPSS writes it, cases weighted by the variable in that place, not compressed: numbers with value labels, questions as variable labels."""
    def padded(text, size):
        data = text.encode()
        return data + b" " * (-len(data) % size)

    def pack(*numbers):
        return struct.pack("<%di" % len(numbers), *numbers)
    missing = struct.pack("<d", -1.7976931348623157e308)
    widths = [32, 8, 0, 24, 24]  # of the characteristics; 0: a number
    variables, labels = b"", b""
    position = 0

    def variable(name, width, title):
        nonlocal variables, position
        number = 5 << 16 | 8 << 8 if width == 0 else 1 << 16 | width << 8
        text = title.encode()
        variables += pack(2, width, 1, 0, number, number) + padded(name, 8) + pack(len(text)) + padded(title, 4)
        for _ in range(8, width, 8):
            variables += pack(2, -1, 0, 0, 0, 0) + b" " * 8
        position += max(1, width // 8)

    titles = ["Jenis layanan", "Jenis kelamin", "Usia", "Pendidikan terakhir", "Pekerjaan"]
    for name, width, title in zip(["LAYANAN", "JK", "USIA", "PEND", "KERJA"], widths, titles):
        variable(name, width, title)
    for n, e in enumerate(ASKED):
        variable("Q%d" % (n + 1), 0, QUESTIONS[e])
        labels += pack(3, 4)
        for s, text in enumerate(LABELS[e]):
            data = text.encode()
            labels += struct.pack("<dB", s + 1, len(data)) + data + b" " * (-(1 + len(data)) % 8)
        labels += pack(4, 1, position)
    cases = b""
    for p in respondents:
        for width, value in zip(widths, characteristics(p)):
            data = value.encode()
            cases += struct.pack("<d", float(value)) if width == 0 else data + b" " * (width - len(data))
        cases += b"".join(missing if p[6][e] == "-" else struct.pack("<d", float(p[6][e])) for e in ASKED)
    machine = pack(7, 3, 4, 8) + pack(24, 0, 0, -1, 1, 1, 2, 65001)
    encoding = pack(7, 20, 1, 5) + b"UTF-8"
    head = b"$FL2" + padded("@(#) SPSS DATA FILE", 60)[:60] + pack(2, position, 0, weight, len(respondents)) \
        + struct.pack("<d", 100.0) + b"01 Jul 24" + b"08:00:00" + b" " * 64 + b"\0\0\0"
    return head + variables + labels + machine + encoding + pack(999, 0) + cases


def old_xls():
    """A compound file of three sectors: its table, its directory and a stream called Workbook."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6) \
        + struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)

    def entry(name, kind, child, start, size):
        text = name.encode("utf-16-le") + b"\0\0"
        return text.ljust(64, b"\0") + struct.pack("<HBB3I16xI16xIQ", len(text), kind, 1, free, free, child, 0, start,
                                                   size)
    directory = entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, free, 2, 512)
    stream = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0x0DBB, 0x07CC, 0x41, 6) + struct.pack("<HH", 0x0A, 0)
    table = struct.pack("<128I", 0xFFFFFFFD, end, end, *[free] * 125)
    return header + table + directory.ljust(512, b"\0") + stream.ljust(512, b"\0")


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)) \
        + chunk(b"IDAT", zlib.compress(b"\0\xff", 9)) + chunk(b"IEND", b"")


def shapes():
    yield "plain.xlsx", workbook([Sheet("Data", plain())])
    yield "sheets.xlsx", several_sheets()
    yield "months.xlsx", months()
    yield "worksheet.xlsx", official()
    yield "spss.sav", sav()
    yield "weighted.sav", sav(6)  # USIA, behind 40 bytes of text
    yield "old.xls", old_xls()
    yield "photo.png", png()
    yield "photo-named.csv", png()
    yield "archive.zip", packed([("survei.csv", dump(plain())), ("baca-saya.txt", "SKM 2024\n")])
