"""Sixteen invented respondents, and what each kind of program calls their answers."""

# when, service, gender, age, education, occupation, scores of U1..U9 ("-": no answer), remark
RESPONDENTS = [
    ("2024-01-08 09:15:00", "KTP-el", "L", 34, "SLTA", "Wiraswasta", "434433434", "Cepat; ramah"),
    ("2024-01-08 10:02:10", "KTP-el", "P", 27, "S1", "PNS", "333433343", ""),
    ("2024-01-15 08:40:00", "Akta Kelahiran", "P", 31, "D3", "Karyawan, swasta", "442443444", 'Kata petugas "sebentar"'),
    ("2024-02-02 13:05:30", "Akta Kelahiran", "P", 45, "SD", "Petani", "323433-23", "Kursi tunggu kurang"),
    ("2024-02-02 13:30:00", "Pengantar Nikah – KUA", "L", 24, "SLTA", "Buruh", "434434433", "Baik.\nTerima kasih"),
    ("2024-02-20 11:11:11", "Pengantar Nikah – KUA", "P", 22, "SLTP", "Ibu rumah tangga", "333323332", ""),
    ("2024-03-04 09:00:00", "KTP-el", "L", 19, "SLTA", "Pelajar", "344444343", "Antre lama"),
    ("2024-03-04 09:20:00", "KTP-el", "L", 61, "SD", "Petani", "422412423", ""),
    ("2024-03-18 14:45:00", "KTP-el", "P", 52, "S2", "PNS", "444444444", "Pertahankan"),
    ("2024-04-01 08:05:00", "Akta Kelahiran", "L", 38, "S1", "TNI/Polri", "433434334", ""),
    ("2024-04-01 08:50:00", "Akta Kelahiran", "P", 29, "SLTA", "Wiraswasta", "34-433343", "Biaya sudah jelas"),
    ("2024-05-06 10:10:00", "Pengantar Nikah – KUA", "L", 26, "D3", "Karyawan, swasta", "232313222", "Perlu AC"),
    ("2024-05-06 10:55:00", "KTP-el", "P", 40, "SLTP", "Pedagang", "333433434", ""),
    ("2024-06-10 12:00:00", "KTP-el", "L", 33, "S1", "Wiraswasta", "443443344", "Sudah bagus"),
    ("2024-06-10 12:30:00", "Akta Kelahiran", "P", 36, "SLTA", "Ibu rumah tangga", "343424332", ""),
    ("2024-06-28 15:00:00", "KTP-el", "P", 23, "S1", "Mahasiswa", "434433414", "Loket dua tutup"),
]

# given names, family names, NIK, phone, e-mail, IP: nothing of it may come out of any command
PERSONS = [(given, family, "33030%011d" % (10240800001 + 3717 * i), "0812%08d" % (27013345 + 91823 * i),
            "%s.%s@contoh.example" % (given.lower(), family.lower()), "203.0.113.%d" % (11 + i))
           for i, (given, family) in enumerate([
               ("Sulastri", "Wiryono"), ("Bambang", "Prakoso"), ("Endang", "Susilowati"), ("Tukiyem", "Kartasudira"),
               ("Agus", "Mangunharja"), ("Ratna", "Dwipayana"), ("Yoga", "Nitisastra"), ("Kasiman", "Wongsodirjo"),
               ("Retno", "Hapsariningtyas"), ("Dedi", "Kurniawanto"), ("Lilis", "Setyaningrum"), ("Fajar", "Adikusumo"),
               ("Sumarni", "Tirtaatmaja"), ("Heru", "Prasetyawan"), ("Wahyuni", "Ningtyaswati"),
               ("Intan", "Permatahati")])]

ELEMENTS = ["Persyaratan", "Sistem, Mekanisme, dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif",
            "Produk Spesifikasi Jenis Pelayanan", "Kompetensi Pelaksana", "Perilaku Pelaksana",
            "Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana"]

QUESTIONS = [
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan "
    "dengan hasil yang diberikan?",
    "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
    "Bagaimana pendapat Saudara perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?"]

LABELS = [
    ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
    ("Sangat mahal", "Cukup mahal", "Murah", "Gratis"),
    ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
    ("Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
    ("Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"),
    ("Buruk", "Cukup", "Baik", "Sangat baik")]

# the sample questionnaire asks sarana (U9) eighth and pengaduan (U8) ninth
ASKED = [0, 1, 2, 3, 4, 5, 6, 8, 7]
IN_ORDER = list(range(9))


def characteristics(person):
    return [person[1], person[2], str(person[3]), person[4], person[5]]


def scores(person, order=IN_ORDER, blank="", call=lambda element, score: str(score)):
    """Answers of one person, in the order in which they were asked."""
    return [blank if person[6][e] == "-" else call(e, int(person[6][e])) for e in order]


def label(element, score):
    return LABELS[element][score - 1]


def time_of(person, shape):
    date, time = person[0].split(" ")
    year, month, day = date.split("-")
    return shape.format(y=year, m=month, d=day, t=time, D=int(day), M=int(month))
