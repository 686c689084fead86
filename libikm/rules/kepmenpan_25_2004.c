/*
 * Keputusan Menpan KEP/25/M.PAN/2/2004, for time series that begin before 2014:
 * fourteen elements, their questions and answers as the applications of those years
 * reproduce them. [M]: "kesamaan" in the question of U2, where others write
 * "kesesuaian"; both are matched.
 *
 * "Biaya" alone may be U10 or U11, "waktu" alone U7 or U12: neither is a header word here.
 * Its bands overlap on the unconverted scale, so grades are of the converted index.
 */
#include "builtin.h"

static const ikmi_label_alias procedure_aliases[] = {{"Sulit", 1}, {NULL, 0}};
static const ikmi_label_alias speed_aliases[] = {{"Lambat", 1}, {NULL, 0}};

static const ikmi_label_alias courtesy_aliases[] = {
    {"Tidak sopan & ramah", 1},
    {"Kurang sopan & ramah", 2},
    {"Sopan & ramah", 3},
    {"Sangat sopan & ramah", 4},
    {"Tidak sopan dan tidak ramah", 1},
    {"Kurang sopan dan kurang ramah", 2},
    {"Sangat sopan dan sangat ramah", 4},
    {NULL, 0},
};

static const ikmi_label_alias schedule_aliases[] = {{"Kadang-kadang tidak tepat", 2}, {NULL, 0}};

static const char *const procedure_words[] = {
    "prosedur", "kemudahan prosedur", "kemudahan prosedur pelayanan", "alur", "alur pelayanan", "procedure", NULL,
};
static const char *const requirement_words[] = {
    "persyaratan",
    "syarat",
    "kesesuaian persyaratan",
    "kesesuaian persyaratan pelayanan",
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    "requirements",
    NULL,
};
static const char *const clarity_words[] = {
    "kejelasan", "kejelasan petugas", "kejelasan dan kepastian petugas", "kepastian petugas", NULL,
};
static const char *const discipline_words[] = {"kedisiplinan", "kedisiplinan petugas", "disiplin", NULL};
static const char *const responsibility_words[] = {
    "tanggung jawab",
    "tanggungjawab",
    "tanggung jawab petugas",
    "tanggungjawab petugas",
    "tanggungjawab petugas pelayanan",
    NULL,
};
static const char *const ability_words[] = {
    "kemampuan", "kemampuan petugas", "keahlian", "keterampilan", "kompetensi", "kompetensi petugas", NULL,
};
static const char *const speed_words[] = {"kecepatan", "kecepatan layanan", "kecepatan waktu", "speed", NULL};
static const char *const fairness_words[] = {"keadilan", "keadilan pelayanan", "keadilan layanan", NULL};
static const char *const courtesy_words[] = {
    "kesopanan", "keramahan", "kesopanan dan keramahan", "kesopanan keramahan", "sikap", "perilaku", "prilaku", NULL,
};
static const char *const fair_cost_words[] = {"kewajaran biaya", "kewajaran tarif", NULL};
static const char *const sure_cost_words[] = {"kepastian biaya", "kepastian tarif", "kesesuaian biaya", NULL};
static const char *const schedule_words[] = {
    "kepastian jadwal", "jadwal", "jadwal pelayanan", "ketepatan jadwal", "kepastian waktu", NULL,
};
static const char *const comfort_words[] = {
    "kenyamanan", "kenyamanan lingkungan pelayanan", "kenyamanan pelayanan", "lingkungan", NULL,
};
static const char *const safety_words[] = {"keamanan", "keamanan layanan", "keamanan lingkungan", NULL};

static const ikmi_element elements[] = {
    {"U1",
     "Prosedur Pelayanan",
     "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
     {"Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"},
     procedure_aliases,
     procedure_words},
    {"U2",
     "Persyaratan Pelayanan",
     "Bagaimana pendapat Saudara tentang kesamaan persyaratan pelayanan dengan jenis pelayanannya?",
     {"Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"},
     NULL,
     requirement_words},
    {"U3",
     "Kejelasan Petugas Pelayanan",
     "Bagaimana pendapat Saudara tentang kejelasan dan kepastian petugas yang melayani?",
     {"Tidak jelas", "Kurang jelas", "Jelas", "Sangat jelas"},
     NULL,
     clarity_words},
    {"U4",
     "Kedisiplinan Petugas Pelayanan",
     "Bagaimana pendapat Saudara tentang kedisiplinan petugas dalam memberikan pelayanan?",
     {"Tidak disiplin", "Kurang disiplin", "Disiplin", "Sangat disiplin"},
     NULL,
     discipline_words},
    {"U5",
     "Tanggung Jawab Petugas Pelayanan",
     "Bagaimana pendapat Saudara tentang tanggung jawab petugas dalam memberikan pelayanan?",
     {"Tidak bertanggung jawab", "Kurang bertanggung jawab", "Bertanggung jawab", "Sangat bertanggung jawab"},
     NULL,
     responsibility_words},
    {"U6",
     "Kemampuan Petugas Pelayanan",
     "Bagaimana pendapat Saudara tentang kemampuan petugas dalam memberikan pelayanan?",
     {"Tidak mampu", "Kurang mampu", "Mampu", "Sangat mampu"},
     NULL,
     ability_words},
    {"U7",
     "Kecepatan Pelayanan",
     "Bagaimana pendapat Saudara tentang kecepatan pelayanan di unit ini?",
     {"Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"},
     speed_aliases,
     speed_words},
    {"U8",
     "Keadilan Mendapatkan Pelayanan",
     "Bagaimana pendapat Saudara tentang keadilan untuk mendapatkan pelayanan di sini?",
     {"Tidak adil", "Kurang adil", "Adil", "Sangat adil"},
     NULL,
     fairness_words},
    {"U9",
     "Kesopanan dan Keramahan Petugas",
     "Bagaimana pendapat Saudara tentang kesopanan dan keramahan petugas dalam memberikan pelayanan?",
     {"Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"},
     courtesy_aliases,
     courtesy_words},
    {"U10",
     "Kewajaran Biaya Pelayanan",
     "Bagaimana pendapat Saudara tentang kewajaran biaya untuk mendapatkan pelayanan?",
     {"Tidak wajar", "Kurang wajar", "Wajar", "Sangat wajar"},
     NULL,
     fair_cost_words},
    {"U11",
     "Kepastian Biaya Pelayanan",
     "Bagaimana pendapat Saudara tentang kesesuaian antara biaya yang dibayarkan dengan biaya yang telah ditetapkan?",
     {"Selalu tidak sesuai", "Kadang-kadang sesuai", "Banyak sesuainya", "Selalu sesuai"},
     NULL,
     sure_cost_words},
    {"U12",
     "Kepastian Jadwal Pelayanan",
     "Bagaimana pendapat Saudara tentang ketepatan pelaksanaan terhadap jadwal waktu pelayanan?",
     {"Selalu tidak tepat", "Kadang-kadang tepat", "Banyak tepatnya", "Selalu tepat"},
     schedule_aliases,
     schedule_words},
    {"U13",
     "Kenyamanan Lingkungan",
     "Bagaimana pendapat Saudara tentang kenyamanan di lingkungan unit pelayanan?",
     {"Tidak nyaman", "Kurang nyaman", "Nyaman", "Sangat nyaman"},
     NULL,
     comfort_words},
    {"U14",
     "Keamanan Pelayanan",
     "Bagaimana pendapat Saudara tentang keamanan pelayanan di unit ini?",
     {"Tidak aman", "Kurang aman", "Aman", "Sangat aman"},
     NULL,
     safety_words},
};

static const ikmi_band bands[] = {
    {"A", "Sangat baik", 8126},
    {"B", "Baik", 6251},
    {"C", "Kurang baik", 4376},
    {"D", "Tidak baik", 2500},
};

const ikm_rules ikmi_kepmenpan_25_2004_rules = {
    .name = "kepmenpan-25-2004",
    .title = "Keputusan Menteri Pendayagunaan Aparatur Negara Nomor KEP/25/M.PAN/2/2004 tentang Pedoman Umum "
             "Penyusunan Indeks Kepuasan Masyarakat Unit Pelayanan Instansi Pemerintah",
    .printed_weight = "0.071",
    .weight = "0.071",
    .scale = 4,
    .element_count = sizeof elements / sizeof elements[0],
    .elements = elements,
    .band_count = sizeof bands / sizeof bands[0],
    .bands = bands,
};
