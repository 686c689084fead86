"""Survey dumps as text, as the programs of the field write them. shapes() gives (file name, bytes)."""
import gzip

from people import (ASKED, ELEMENTS, LABELS, PERSONS, QUESTIONS, RESPONDENTS, characteristics, label, scores, time_of)

KEYS = ["layanan", "jenis_kelamin", "usia", "pendidikan", "pekerjaan"]
CODES = ["u%d" % n for n in range(1, 10)]
NAMED_KEYS = ["Jenis layanan yang diterima", "Jenis kelamin", "Usia", "Pendidikan terakhir", "Pekerjaan"]


def dump(rows, delimiter=",", end="\r\n", always=False, encoding="utf-8"):
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            needs = always or any(c in cell for c in (delimiter, '"', "\n", "\r"))
            cells.append('"' + cell.replace('"', '""') + '"' if needs else cell)
        lines.append(delimiter.join(cells) + end)
    return "".join(lines).encode(encoding)


def table(header, row_of):
    return [header] + [row_of(i, person) for i, person in enumerate(RESPONDENTS)]


def plain():
    return table(["id", "waktu"] + KEYS + CODES,
                 lambda i, p: [str(i + 1), p[0]] + characteristics(p) + scores(p))


def excel():
    """A decimal comma in the scores and their mean, a dot for thousands in the fee."""
    def row(i, p):
        answers = scores(p, call=lambda e, s: "%d,00" % s)
        given = [int(s) for s in p[6] if s != "-"]
        mean = ("%.2f" % (sum(given) / len(given))).replace(".", ",")
        return [str(i + 1), time_of(p, "{d}/{m}/{y} {t}")] + characteristics(p) + answers + [mean, "12.500,00", p[7]]
    return table(["No", "Tanggal"] + [k.replace("_", " ").title() for k in KEYS] + [c.upper() for c in CODES]
                 + ["Rata-rata", "Retribusi (Rp)", "Saran"], row)


def google(stamp, shape, names, order, remark):
    return table([stamp] + NAMED_KEYS + names + [remark],
                 lambda i, p: [time_of(p, shape)] + characteristics(p) + scores(p, order, call=label) + [p[7]])


def google_forms():
    asked = ["%d. %s" % (n + 1, QUESTIONS[e]) for n, e in enumerate(ASKED)]
    grid = ["Berikan penilaian Anda atas pelayanan kami [%s]" % ELEMENTS[e] for e in ASKED]
    yield "google-forms.csv", dump(google("Cap waktu", "{D}/{M}/{y} {t}", asked, ASKED, "Saran dan masukan"))
    yield "google-forms-stempel.csv", dump(
        google("Stempel waktu", "{d}/{m}/{y} {t}", [QUESTIONS[e] for e in ASKED], ASKED, "Saran"), end="\n")
    yield "google-forms-grid.csv", dump(google("Timestamp", "{y}/{m}/{d} {t} GMT+7", grid, ASKED, "Kritik dan saran"))


def limesurvey(names, answer, keys=KEYS, first=None):
    """Two people began and did not send: no submitdate."""
    first = first or ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr"]

    def meta(number, sent, page, begun, ip):
        return [str(number), sent, page, "id", str(1804289383 + number), begun, sent or begun, ip]
    rows = [first + keys + names]
    for i, p in enumerate(RESPONDENTS):
        rows.append(meta(i + 3, p[0], "3", p[0], PERSONS[i][5]) + characteristics(p) + scores(p, call=answer))
        if i in (2, 9):
            rows.append(meta(i + 40, "", "1", p[0], "198.51.100.7") + characteristics(p)
                        + scores(p, call=answer)[:4] + [""] * 5)
    return rows


def limesurveys():
    def code(element, score):
        return "A%d" % score
    named = ["%s. %s" % (c.upper(), QUESTIONS[e]) for e, c in enumerate(CODES)]
    first = ["id. ID respons", "submitdate. Tanggal dikirim", "lastpage. Halaman terakhir",
             "startlanguage. Bahasa awal", "seed. Seed", "startdate. Tanggal mulai",
             "datestamp. Tanggal tindakan terakhir", "ipaddr. Alamat IP"]
    keys = ["layanan. Jenis layanan", "jk. Jenis kelamin", "usia. Usia", "pendidikan. Pendidikan terakhir",
            "pekerjaan. Pekerjaan"]
    yield "limesurvey-codes.csv", b"\xef\xbb\xbf" + dump(
        limesurvey([c.upper() for c in CODES], code), ";", "\n", always=True)
    yield "limesurvey-array.csv", b"\xef\xbb\xbf" + dump(
        limesurvey(["skm[%s]" % c for c in CODES], code), ",", "\n", always=True)
    yield "limesurvey-defaults.csv", dump(
        limesurvey(["SKM[SQ%03d]" % (e + 1) for e in range(9)], lambda e, s: "AO%02d" % s), ";", "\n", always=True)
    yield "limesurvey-labels.csv", b"\xef\xbb\xbf" + dump(
        limesurvey(named, label, keys, first), ",", "\n", always=True)


def kobo(hxl):
    last = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by",
            "__version__", "_tags", "_index"]
    header = ["start", "end"] + ["responden/" + k for k in KEYS] + ["responden/nama", "responden/no_hp"] \
        + ["skm/" + c for c in CODES] + ["penutup/saran"] + last

    def row(i, p):
        uuid = "%08x-51d2-4f0e-9b1a-%012x" % (0x3f0c77a1 + 7919 * i, 0x5e2290b4c6d1 + 104729 * i)
        when = time_of(p, "{y}-{m}-{d}T{t}.000+07:00")
        return [when, when] + characteristics(p) + [" ".join(PERSONS[i][:2]), PERSONS[i][3]] \
            + scores(p) + [p[7], str(310220114 + i), uuid, time_of(p, "{y}-{m}-{d}T{t}"), "", "", "submitted_via_web",
                           "", "vKq8Zb3", "", str(i + 1)]
    rows = table(header, row)
    if hxl:
        tags = ["#date+start", "#date+end", "#service", "#meta+gender", "#meta+age", "#meta+education",
                "#meta+occupation", "", ""] + ["#indicator+" + c for c in CODES]
        rows.insert(1, tags + [""] * (len(header) - len(tags)))
    return rows


def monkey_meta(i, p):
    given, family, _, _, mail, ip = PERSONS[i]
    when = time_of(p, "{m}/{d}/{y} {t}")
    return [str(118290000123 + 77 * i), "451203377", when, when, ip, mail, given, family, ""]


MONKEY = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
          "Last Name", "Custom Data 1"]


def surveymonkey():
    """Line breaks inside the headers, as they stand in the form."""
    header = MONKEY + NAMED_KEYS + [QUESTIONS[e].replace(" tentang ", "\ntentang ") for e in ASKED] + ["Saran\nAnda"]
    second = [""] * 9 + ["Response"] * 14 + ["Open-Ended Response"]
    rows = table(header, lambda i, p: monkey_meta(i, p) + characteristics(p) + scores(p, ASKED, call=label) + [p[7]])
    return rows[:1] + [second] + rows[1:]


def surveymonkey_matrix():
    """One question over nine rows: the question stands once, its rows below it."""
    header = MONKEY + NAMED_KEYS + ["Bagaimana penilaian Anda\natas pelayanan kami?"] + [""] * 8
    second = [""] * 9 + ["Response"] * 5 + [ELEMENTS[e] for e in ASKED]
    rows = table(header, lambda i, p: monkey_meta(i, p) + characteristics(p) + scores(p, ASKED, call=label))
    return rows[:1] + [second] + rows[1:]


def qualtrics():
    meta = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished",
            "RecordedDate", "ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail",
            "ExternalReference", "LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage"]
    said = ["Start Date", "End Date", "Response Type", "IP Address", "Progress", "Duration (in seconds)", "Finished",
            "Recorded Date", "Response ID", "Recipient Last Name", "Recipient First Name", "Recipient Email",
            "External Data Reference", "Location Latitude", "Location Longitude", "Distribution Channel",
            "User Language"]
    asked = ["Q%d" % n for n in range(1, 15)]
    rows = [meta + asked, said + NAMED_KEYS + [QUESTIONS[e] for e in ASKED],
            ['{"ImportId":"%s"}' % (m[0].lower() + m[1:].split(" ")[0]) for m in meta]
            + ['{"ImportId":"QID%d"}' % n for n in range(1, 15)]]
    for i, p in enumerate(RESPONDENTS):
        given, family, _, _, mail, ip = PERSONS[i]
        rows.append([p[0], p[0], "IP Address", ip, "100", "95", "True", p[0], "R_%015x" % (0x2ab71c9 * (i + 3)),
                     family, given, mail, "", "-7.38%02d" % i, "109.36%02d" % i, "anonymous", "ID"]
                    + characteristics(p) + scores(p, ASKED, call=label))
    return rows


def php_wide(names, call=None, blank=""):
    def row(i, p):
        given, family, nik, phone = PERSONS[i][:4]
        return [str(i + 1), given + " " + family, nik, phone] + characteristics(p) \
            + (scores(p, blank=blank, call=call) if call else scores(p, blank=blank)) + [p[0]]
    return table(["id", "nama", "nik", "no_hp"] + KEYS + names + ["created_at"], row)


def letter(element, score):
    return "abcd"[score - 1]


def php_wides():
    words = ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana"]
    for prefix in ("u", "p", "q", "answer"):
        names = ["%s%d" % (prefix, n) for n in range(1, 10)]
        yield "php-%s.csv" % prefix, dump(php_wide(names, blank="NULL"), always=prefix != "u", end="\n")
    yield "php-names.csv", dump(php_wide(words), ";")
    yield "php-letters.csv", dump(php_wide(CODES, letter), end="\n")
    yield "php-capitals.csv", dump(php_wide(words, lambda e, s: "ABCD"[s - 1]), "|", "\n")


def long_lines(call, elements):
    return [[str(101 + i), p[1], elements[e], call(e, int(s))]
            for i, p in enumerate(RESPONDENTS) for e, s in enumerate(p[6]) if s != "-"]


def long_files():
    header = ["responden_id", "layanan", "unsur_id", "nilai"]
    lines = long_lines(lambda e, s: str(s), [str(n) for n in range(1, 10)])
    scattered = sorted(lines, key=lambda line: (int(line[2]) * 7 % 11, int(line[0]) * 13 % 17))
    yield "long.csv", dump([header] + lines, end="\n")
    yield "long-scattered.csv", dump([["id"] + header] + [[str(n + 1)] + line for n, line in enumerate(scattered)])
    yield "long-letters.csv", dump([["id_responden", "jenis_layanan", "id_soal", "jawaban"]]
                                   + long_lines(letter, [c.upper() for c in CODES]), ";", "\n")
    yield "long-labels.csv", dump([["Responden", "Layanan", "Pertanyaan", "Jawaban"]]
                                  + long_lines(label, QUESTIONS), end="\n", always=True)


def counts():
    """What GROUP BY layanan, unsur, nilai gives."""
    found = {}
    for p in RESPONDENTS:
        for e, s in enumerate(p[6]):
            key = (p[1], "U%d" % (e + 1), "" if s == "-" else s)
            found[key] = found.get(key, 0) + 1
    return [["layanan", "unsur", "nilai", "n"]] + [list(key) + [str(n)] for key, n in sorted(found.items())]


TITLE = "PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN"


def worksheet():
    """The official form, as Excel saves it: its merged header, its foot."""
    def wide(*cells):
        return list(cells) + [""] * (11 - len(cells))

    def decimal(value, places):
        return ("%.*f" % (places, value)).replace(".", ",")
    columns = [[int(p[6][e]) for p in RESPONDENTS if p[6][e] != "-"] for e in range(9)]
    sums, means = [sum(c) for c in columns], [sum(c) / len(c) for c in columns]
    weighted = [m * 0.111 for m in means]
    rows = [wide(TITLE), wide("UNIT PELAYANAN", ": Kantor Kecamatan Sukamulya"), wide("ALAMAT", ": Jl. Melati 7"),
            wide("TLP./FAX.", ": (0281) 555010"), wide(),
            wide("NO. RES", "NILAI UNSUR PELAYANAN", *[""] * 8, "KET"), wide("", *[c.upper() for c in CODES])]
    rows += [wide(str(i + 1), *scores(p)) for i, p in enumerate(RESPONDENTS)]
    rows += [wide("Nilai/Unsur", *[str(s) for s in sums]),
             wide("NRR/Unsur", *[decimal(m, 3) for m in means]),
             wide("NRR tertimbang/Unsur", *[decimal(w, 3) for w in weighted], "*) " + decimal(sum(weighted), 3)),
             wide("IKM Unit Pelayanan", *[""] * 9, "**) " + decimal(sum(weighted) * 25, 2)), wide(),
             wide("Keterangan :"), wide("- U1 s/d U9", ": Unsur-unsur pelayanan"),
             wide("- NRR", ": Nilai rata-rata"), wide("- *)", ": Jumlah NRR IKM tertimbang"),
             wide("- **)", ": Jumlah NRR tertimbang x 25"), wide("No", "Unsur Pelayanan", "Nilai rata-rata")]
    rows += [wide("U%d" % (e + 1), ELEMENTS[e], decimal(means[e], 3)) for e in range(9)]
    rows += [wide("IKM UNIT PELAYANAN : " + decimal(sum(weighted) * 25, 2)), wide("Mutu Pelayanan :"),
             wide("A (Sangat Baik)", ": 88,31 - 100,00"), wide("B (Baik)", ": 76,61 - 88,30"),
             wide("C (Kurang Baik)", ": 65,00 - 76,60"), wide("D (Tidak Baik)", ": 25,00 - 64,99")]
    return rows


def preamble():
    """Titles above the table, sums below it."""
    rows = plain()
    sums = [str(sum(int(p[6][e]) for p in RESPONDENTS if p[6][e] != "-")) for e in range(9)]
    return [["REKAP KUESIONER SKM"], ["Unit :", "Kantor Kecamatan Sukamulya"], ["Periode :", "Semester I 2024"],
            []] + rows + [["Jumlah"] + [""] * 6 + sums]


def html():
    rows = "".join("<tr>" + "".join("<td>%s</td>" % cell for cell in row) + "</tr>\n" for row in plain())
    return ("<html><head><meta charset=\"utf-8\"></head><body>\n<table border=1>\n%s</table></body></html>\n"
            % rows).encode()


def shapes():
    yield "plain.csv", dump(plain())
    yield "plain-cr.csv", dump(plain(), end="\r")
    yield "plain.csv.gz", gzip.compress(dump(plain()), 9, mtime=0)
    yield "preamble.csv", dump(preamble(), ";")
    yield "excel-semicolon.csv", b"\xef\xbb\xbf" + dump(excel(), ";")
    yield "excel-sep.csv", b"\xef\xbb\xbfsep=;\r\n" + dump(excel(), ";")
    yield "excel-ansi.csv", dump(excel(), ";", encoding="windows-1252")
    yield "excel-unicode.txt", b"\xff\xfe" + dump(excel(), "\t", encoding="utf-16-le")
    yield from google_forms()
    yield from limesurveys()
    yield "kobo.csv", dump(kobo(False), ";", "\n", always=True)
    yield "kobo-hxl.csv", dump(kobo(True), ";", "\n", always=True)
    yield "surveymonkey.csv", dump(surveymonkey())
    yield "surveymonkey-matrix.csv", dump(surveymonkey_matrix())
    yield "qualtrics.csv", dump(qualtrics(), end="\n")
    yield from php_wides()
    yield from long_files()
    yield "counts.csv", dump(counts())
    yield "worksheet.csv", dump(worksheet(), ";")
    yield "table.xls", html()
