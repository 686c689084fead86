/*
 * PermenPANRB 16/2014, for time series that begin before 2017.
 *
 * [M]: the answers of each element and the weight of 0,11 are from memory, not
 * from a copy of the regulation; so is the order of the last two elements, of which
 * questionnaires of those years ask maklumat eighth and pengaduan ninth. The answers
 * follow the ladder that the regulation describes (tidak, kurang, -, sangat).
 * Its bands overlap on the unconverted scale, so grades are of the converted index.
 */
#include "builtin.h"

static const ikmi_label_alias procedure_aliases[] = {{"Sulit", 1}, {NULL, 0}};

static const ikmi_label_alias time_aliases[] = {
    {"Lambat", 1},
    {"Tidak tepat", 1},
    {"Kurang tepat", 2},
    {"Tepat", 3},
    {"Sangat tepat", 4},
    {"Tidak tepat waktu", 1},
    {"Kurang tepat waktu", 2},
    {"Tepat waktu", 3},
    {"Sangat tepat waktu", 4},
    {NULL, 0},
};

static const ikmi_label_alias competence_aliases[] = {
    {"Tidak kompeten", 1}, {"Kurang kompeten", 2}, {"Kompeten", 3}, {"Sangat kompeten", 4}, {NULL, 0},
};

static const ikmi_label_alias conduct_aliases[] = {
    {"Tidak sopan & ramah", 1},
    {"Kurang sopan & ramah", 2},
    {"Sopan & ramah", 3},
    {"Sangat sopan & ramah", 4},
    {"Tidak sopan dan tidak ramah", 1},
    {"Kurang sopan dan kurang ramah", 2},
    {"Sangat sopan dan sangat ramah", 4},
    {"Tidak sopan", 1},
    {"Kurang sopan", 2},
    {"Sopan", 3},
    {"Sangat sopan", 4},
    {NULL, 0},
};

static const ikmi_label_alias pledge_aliases[] = {
    {"Tidak tepat", 1},  {"Kurang tepat", 2}, {"Tepat", 3},        {"Sangat tepat", 4}, {"Tidak jelas", 1},
    {"Kurang jelas", 2}, {"Jelas", 3},        {"Sangat jelas", 4}, {NULL, 0},
};

static const char *const requirement_words[] = {
    "persyaratan pelayanan",
    "persyaratan layanan",
    "kesesuaian persyaratan",
    "kesesuaian persyaratan pelayanan",
    "syarat",
    "syarat pelayanan",
    "persaratan",
    "requirement",
    "requirements",
    NULL,
};

static const char *const procedure_words[] = {
    "prosedur pelayanan",
    "prosedur layanan",
    "kemudahan prosedur",
    "kemudahan prosedur pelayanan",
    "sistem mekanisme dan prosedur",
    "mekanisme",
    "mekanisme dan prosedur",
    "sop",
    "alur",
    "alur pelayanan",
    "prosedure",
    "procedure",
    "procedures",
    NULL,
};

static const char *const time_words[] = {
    "waktu",
    "waktu layanan",
    "waktu penyelesaian",
    "jangka waktu",
    "kecepatan",
    "kecepatan waktu",
    "kecepatan pelayanan",
    "kecepatan waktu pelayanan",
    "ketepatan waktu",
    "ketepatan waktu pelayanan",
    "completion time",
    "service time",
    "speed",
    "timeliness",
    NULL,
};

static const char *const cost_words[] = {
    "biaya",
    "tarif",
    "tarip",
    "tarif biaya",
    "biaya pelayanan",
    "biaya layanan",
    "tarif pelayanan",
    "kewajaran biaya",
    "kewajaran biaya tarif",
    "kewajaran biaya pelayanan",
    "kesesuaian biaya",
    "cost",
    "costs",
    "fee",
    "fees",
    "tariff",
    NULL,
};

static const char *const product_words[] = {
    "produk",
    "hasil",
    "spesifikasi",
    "produk pelayanan",
    "produk layanan",
    "hasil pelayanan",
    "hasil layanan",
    "produk spesifikasi",
    "spesifikasi produk",
    "spesifikasi jenis pelayanan",
    "kesesuaian produk",
    "kesesuaian produk pelayanan",
    "product",
    "output",
    "service product",
    NULL,
};

static const char *const competence_words[] = {
    "kompetensi",
    "kompetensi petugas",
    "kemampuan",
    "kemampuan petugas",
    "kemampuan pelaksana",
    "keahlian",
    "keterampilan",
    "ketrampilan",
    "kemampuan keterampilan petugas",
    "competence",
    "competency",
    "skills",
    NULL,
};

static const char *const conduct_words[] = {
    "perilaku",
    "prilaku",
    "perilaku petugas",
    "sikap",
    "sikap petugas",
    "kesopanan",
    "keramahan",
    "kesopanan dan keramahan",
    "kesopanan dan keramahan petugas",
    "behavior",
    "behaviour",
    "attitude",
    "courtesy",
    NULL,
};

static const char *const complaint_words[] = {
    "pengaduan",
    "aduan",
    "keluhan",
    "penanganan pengaduan",
    "penanganan keluhan",
    "pengelolaan pengaduan",
    "tindak lanjut pengaduan",
    "penanganan pengaduan pengguna layanan",
    "pengaduan saran dan masukan",
    "saran dan masukan",
    "complaint",
    "complaints",
    "complaint handling",
    NULL,
};

static const char *const pledge_words[] = {
    "maklumat",
    "maklumat layanan",
    "pelaksanaan maklumat",
    "pelaksanaan maklumat pelayanan",
    "janji layanan",
    "janji pelayanan",
    "service pledge",
    "service charter",
    NULL,
};

static const ikmi_element elements[] = {
    {"U1",
     "Persyaratan",
     "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
     {"Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"},
     NULL,
     requirement_words},
    {"U2",
     "Prosedur",
     "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
     {"Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"},
     procedure_aliases,
     procedure_words},
    {"U3",
     "Waktu Pelayanan",
     "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
     {"Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"},
     time_aliases,
     time_words},
    {"U4",
     "Biaya/Tarif",
     "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
     {"Tidak wajar", "Kurang wajar", "Wajar", "Sangat wajar"},
     NULL,
     cost_words},
    {"U5",
     "Produk Spesifikasi Jenis Pelayanan",
     "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan "
     "dengan hasil yang diberikan?",
     {"Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"},
     NULL,
     product_words},
    {"U6",
     "Kompetensi Pelaksana",
     "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
     {"Tidak mampu", "Kurang mampu", "Mampu", "Sangat mampu"},
     competence_aliases,
     competence_words},
    {"U7",
     "Perilaku Pelaksana",
     "Bagaimana pendapat Saudara tentang kesopanan dan keramahan petugas dalam memberikan pelayanan?",
     {"Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"},
     conduct_aliases,
     conduct_words},
    {"U8",
     "Penanganan Pengaduan, Saran dan Masukan",
     "Bagaimana pendapat Saudara tentang penanganan pengaduan, saran dan masukan pengguna layanan?",
     {"Tidak baik", "Kurang baik", "Baik", "Sangat baik"},
     NULL,
     complaint_words},
    {"U9",
     "Maklumat Pelayanan",
     "Bagaimana pendapat Saudara tentang pelaksanaan maklumat pelayanan?",
     {"Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"},
     pledge_aliases,
     pledge_words},
};

static const ikmi_band bands[] = {
    {"A", "Sangat baik", 8126},
    {"B", "Baik", 6251},
    {"C", "Kurang baik", 4376},
    {"D", "Tidak baik", 2500},
};

const ikm_rules ikmi_permenpan_16_2014_rules = {
    .name = "permenpan-16-2014",
    .title = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 16 Tahun 2014 tentang "
             "Pedoman Survei Kepuasan Masyarakat terhadap Penyelenggaraan Pelayanan Publik",
    .printed_weight = "0.11",
    .weight = "0.11",
    .scale = 4,
    .element_count = sizeof elements / sizeof elements[0],
    .elements = elements,
    .band_count = sizeof bands / sizeof bands[0],
    .bands = bands,
};
