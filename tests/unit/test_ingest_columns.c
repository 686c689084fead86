#include "base/mem.h"
#include "ingest/columns.h"

#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

enum { CELLS_MAX = 2048 };

/* "a|b|c" into cells; returns how many. */
static size_t split(ikm_text *out, const char *line)
{
    size_t count = 0;
    for (;;) {
        size_t size = strcspn(line, "|");
        cr_assert(lt(sz, count, CELLS_MAX));
        out[count++] = (ikm_text){line, size};
        if (!line[size])
            return count;
        line += size + 1;
    }
}

/* Map headers, with up to four rows of cells below them. */
static ikm_status map(ikmi_columns *out, const ikm_rules *rules, const char *headers, const char *const rows[4],
                      const ikm_mem *mem, ikm_error *err)
{
    static ikm_text names[CELLS_MAX], cells[CELLS_MAX];
    size_t count = split(names, headers);
    ikmi_sample sample = {cells, 0};
    for (; sample.rows < 4 && rows[sample.rows]; sample.rows++) {
        size_t have = split(cells + sample.rows * count, rows[sample.rows]);
        cr_assert(eq(sz, have, count), "row %zu of %s", sample.rows, headers);
    }
    ikmi_labels *labels;
    cr_assert(eq(int, ikmi_labels_new(&labels, rules, NULL), IKM_OK));
    ikm_status status =
        ikmi_columns_map(out, rules, labels, names, count, &sample, "dump.csv", 3, IKM_LANG_EN, mem, err);
    ikmi_labels_free(labels);
    return status;
}

/* "9c 10n": the column of each element, and the first letter of why. */
static void mapped(char *out, const ikmi_columns *columns, const ikm_rules *rules)
{
    *out = '\0';
    for (size_t e = 0; e < rules->element_count; e++) {
        int at = columns->element_column[e];
        const ikmi_column *column = &columns->columns[at];
        cr_assert(column->element == (int)e);
        cr_assert(column->role == IKMI_ROLE_ELEMENT);
        char by = !strcmp(column->by, "number") ? '#' : column->by[0];
        out += sprintf(out, "%s%d%c", e ? " " : "", at + 1, by);
    }
}

typedef struct map_case {
    const char *name, *headers, *rows[4];
    const char *mapped; /* NULL: refused */
    ikm_status status;
    const char *message; /* a part of it */
} map_case;

static void expect_maps(const ikm_rules *rules, const map_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ikmi_columns columns;
        ikm_error err = {.message = ""};
        char got[512];
        ikm_status status = map(&columns, rules, cases[i].headers, cases[i].rows, NULL, &err);
        cr_expect(eq(int, status, cases[i].status), "%s: %s", cases[i].name, err.message);
        if (status == IKM_OK && cases[i].mapped) {
            mapped(got, &columns, rules);
            cr_expect(eq(str, got, (char *)cases[i].mapped), "%s", cases[i].name);
        } else if (status != IKM_OK) {
            cr_expect(eq(sz, columns.count, 0), "%s", cases[i].name);
            cr_expect(eq(i64, err.line, 3), "%s", cases[i].name);
            bool said = cases[i].message && strstr(err.message, cases[i].message);
            cr_expect(said, "%s: %s", cases[i].name, err.message);
        }
        ikmi_columns_done(&columns);
    }
}

#define EXPECT_MAPS(rules, cases) expect_maps(rules, cases, sizeof cases / sizeof *cases)

#define NINE      "1|2|3|4|1|2|3|4|1"
#define CODES     "1c 2c 3c 4c 5c 6c 7c 8c 9c"
#define NAMES     "1n 2n 3n 4n 5n 6n 7n 8n 9n"
#define NUMBERS   "1# 2# 3# 4# 5# 6# 7# 8# 9#"
#define QUESTIONS "1q 2q 3q 4q 5q 6q 7q 8q 9q"

Test(columns, elements_are_found_by_code)
{
    static const map_case cases[] = {
        {"u1", "u1|u2|u3|u4|u5|u6|u7|u8|u9", {NINE}, CODES, IKM_OK, NULL},
        {"U1", "U1|U2|U3|U4|U5|U6|U7|U8|U9", {NINE}, CODES, IKM_OK, NULL},
        {"any order", "u9|u8|u7|u6|u5|u4|u3|u2|u1", {NINE}, "9c 8c 7c 6c 5c 4c 3c 2c 1c", IKM_OK, NULL},
        {"dressed up", "U-1|U.2|U 3| u4 |U5.|[U6]|(U7)|u_08|U9:", {NINE}, CODES, IKM_OK, NULL},
        {"unsur",
         "unsur_1|Unsur 2|UNSUR-3|unsur4|Unsur 5.|unsur_6|unsur_7|unsur_8|unsur_9",
         {NINE},
         CODES,
         IKM_OK,
         NULL},
        {"nilai",
         "nilai_u1|nilai_u2|nilai_u3|nilai_u4|nilai_u5|nilai_u6|nilai_u7|nilai_u8|nilai_u9",
         {NINE},
         CODES,
         IKM_OK,
         NULL},
        {"Kobo", "skm/u1|skm/u2|skm/u3|skm/u4|skm/u5|skm/u6|skm/u7|skm/u8|skm/u9", {NINE}, CODES, IKM_OK, NULL},
        {"Kobo, group of words",
         "waktu/u1|waktu/u2|waktu/u3|waktu/u4|waktu/u5|waktu/u6|waktu/u7|waktu/u8|waktu/u9",
         {NINE},
         CODES,
         IKM_OK,
         NULL},
        {"grid",
         "Nilai [U1]|Nilai [U2]|Nilai [U3]|Nilai [U4]|Nilai [U5]|Nilai [U6]|Nilai [U7]|Nilai [U8]|Nilai [U9]",
         {NINE},
         CODES,
         IKM_OK,
         NULL},
        {"code and name",
         "U1 Persyaratan|U2 Prosedur|U3 (Waktu)|U4. Biaya|U5 - Produk|U6 Kompetensi|U7 Perilaku|U8 Pengaduan|U9 Sarana",
         {NINE},
         CODES,
         IKM_OK,
         NULL},
        {"code and strange words",
         "U1 apa|U2 itu|U3 ini|U4 ya|U5 ya|U6 ya|U7 ya|U8 ya|U9 ya",
         {NINE},
         CODES,
         IKM_OK,
         NULL},
        {"labels",
         "u1|u2|u3|u4|u5|u6|u7|u8|u9",
         {"Sesuai|Mudah|Cepat|Gratis|Sesuai|Kompeten|Sopan dan ramah|Tidak ada|Baik"},
         CODES,
         IKM_OK,
         NULL},
        {"no rows", "u1|u2|u3|u4|u5|u6|u7|u8|u9", {NULL}, CODES, IKM_OK, NULL},
        {"a blank element", "u1|u2|u3|u4|u5|u6|u7|u8|u9", {"1|1|1|1|1|1|1||1"}, CODES, IKM_OK, NULL},
        {"one bad cell in the only row", "u1|u2|u3|u4|u5|u6|u7|u8|u9", {"1|1|9|1|1|1|1|1|1"}, CODES, IKM_OK, NULL},
        {"others beside",
         "id|waktu|u1|u2|u3|u4|u5|u6|u7|u8|u9",
         {"1|2024-01-01 12:49|1|2|3|4|1|2|3|4|1"},
         "3c 4c 5c 6c 7c 8c 9c 10c 11c",
         IKM_OK,
         NULL},
    };
    EXPECT_MAPS(ikm_rules_at(0), cases);
}

Test(columns, elements_are_found_by_name_and_by_words)
{
    static const map_case cases[] = {
        {"names",
         "Persyaratan|Sistem, Mekanisme, dan Prosedur|Waktu Penyelesaian|Biaya/Tarif|Produk Spesifikasi Jenis "
         "Pelayanan|Kompetensi Pelaksana|Perilaku Pelaksana|Penanganan Pengaduan, Saran dan Masukan|Sarana dan "
         "Prasarana",
         {NINE},
         NAMES,
         IKM_OK,
         NULL},
        {"underlined",
         "persyaratan|sistem_mekanisme_prosedur|waktu_penyelesaian|biaya_tarif|produk_layanan|kompetensi_pelaksana|"
         "perilaku_pelaksana|penanganan_pengaduan|sarana_prasarana",
         {NINE},
         NAMES,
         IKM_OK,
         NULL},
        {"humps",
         "persyaratan|sistemMekanisme|waktuPenyelesaian|biayaTarif|produkLayanan|kompetensiPelaksana|perilakuPelaksana|"
         "penangananPengaduan|saranaPrasarana",
         {NINE},
         NAMES,
         IKM_OK,
         NULL},
        {"words", "syarat|smp|waktu|tarif|hasil|kemampuan|sikap|pengaduan|sarpras", {NINE}, NAMES, IKM_OK, NULL},
        {"numbered",
         "1. Persyaratan|2. Prosedur|3) Waktu|4 Biaya|5. Produk|6. Kompetensi|7. Perilaku|8. Sarana dan Prasarana|9. "
         "Penanganan Pengaduan",
         {NINE},
         "1n 2n 3n 4n 5n 6n 7n 9n 8n",
         IKM_OK,
         NULL},
        {"the trap", "u1|u2|u3|u4|u5|u6|u7|u8_sarana|u9_pengaduan", {NINE}, "1c 2c 3c 4c 5c 6c 7c 9n 8n", IKM_OK, NULL},
        {"the trap in long words",
         "u1|u2|u3|u4|u5|u6|u7|U8 Kualitas sarana|U9 Penanganan semua pengaduan",
         {NINE},
         "1c 2c 3c 4c 5c 6c 7c 9n 8n",
         IKM_OK,
         NULL},
        {"the trap with questions",
         "q1|q2|q3|q4|q5|q6|q7|q8_sarana|q9_pengaduan",
         {NINE},
         "1# 2# 3# 4# 5# 6# 7# 9n 8n",
         IKM_OK,
         NULL},
        {"among others",
         "Penilaian persyaratan|Nilai prosedur|Nilai waktu kami|Apakah biaya wajar|Mutu produk kami|Kompetensi "
         "staf|Perilaku staf|Bagaimana penanganan keluhan|Mutu sarana kami",
         {NINE},
         NAMES,
         IKM_OK,
         NULL},
        {"grid",
         "Nilai [Persyaratan]|Nilai [Prosedur]|Nilai [Waktu]|Nilai [Biaya]|Nilai [Produk]|Nilai [Kompetensi]|Nilai "
         "[Perilaku]|Nilai [Pengaduan]|Nilai [Sarana]",
         {NINE},
         NAMES,
         IKM_OK,
         NULL},
        {"explained",
         "1. Persyaratan: yang harus dipenuhi dalam pengurusan|2. Sistem, mekanisme dan prosedur: tata cara, termasuk "
         "pengaduan|Waktu penyelesaian: jangka waktu|Biaya/tarif: ongkos|Produk spesifikasi jenis pelayanan: "
         "hasil|Kompetensi pelaksana: kemampuan, keahlian|Perilaku pelaksana: sikap|Penanganan pengaduan, saran dan "
         "masukan: tindak lanjut|Sarana: alat. Prasarana: penunjang",
         {NINE},
         NAMES,
         IKM_OK,
         NULL},
        {"misspelt",
         "Persaratan|Prosedurr|Watku Penyelesaian|Biaya|Produk|Kommpetinsi|Prilaku|Pengadauan|Sarna dan "
         "Prasarna",
         {NINE},
         NAMES,
         IKM_OK,
         NULL},
        {"a service of its own",
         "layanan|produk|persyaratan|prosedur|waktu|biaya|hasil|kompetensi|perilaku|pengaduan|sarana",
         {"KTP|KTP|1|1|1|1|1|1|1|1|1", "KK|KK|1|1|1|1|1|1|1|1|1"},
         "3n 4n 5n 6n 7n 8n 9n 10n 11n",
         IKM_OK,
         NULL},
        {"waktu is a time",
         "waktu|u1|u2|u3|u4|u5|u6|u7|u8|u9",
         {"2024-01-01|1|1|1|1|1|1|1|1|1"},
         "2c 3c 4c 5c 6c 7c 8c 9c 10c",
         IKM_OK,
         NULL},
        {"waktu is an element",
         "waktu|u1|u2|tanggal|u4|u5|u6|u7|u8|u9",
         {"4|1|1|2024-01-01|1|1|1|1|1|1"},
         "2c 3c 1n 5c 6c 7c 8c 9c 10c",
         IKM_OK,
         NULL},
        {"waktu is half an element",
         "u1|u2|waktu|u4|u5|u6|u7|u8|u9",
         {"1|1|4|1|1|1|1|1|1", "1|1|x|1|1|1|1|1|1"},
         "1c 2c 3n 4c 5c 6c 7c 8c 9c",
         IKM_OK,
         NULL},
        {"saran is free text",
         "u1|u2|u3|u4|u5|u6|u7|u8|u9|saran dan masukan",
         {"1|1|1|1|1|1|1|1|1|bagus sekali"},
         CODES,
         IKM_OK,
         NULL},
        {"saran is an element",
         "u1|u2|u3|u4|u5|u6|u7|u9|Saran dan Masukan",
         {"1|1|1|1|1|1|1|1|4"},
         "1c 2c 3c 4c 5c 6c 7c 9n 8c",
         IKM_OK,
         NULL},
        {"coded characteristics",
         "Jenis Kelamin|Pendidikan|Jenis Layanan|u1|u2|u3|u4|u5|u6|u7|u8|u9",
         {"1|2|3|1|1|1|1|1|1|1|1|1"},
         "4c 5c 6c 7c 8c 9c 10c 11c 12c",
         IKM_OK,
         NULL},
        {"a word in another question",
         "u1|u2|u3|u4|u5|u6|u7|u8|u9|Waktu kunjungan anda ke sini",
         {"1|1|1|1|1|1|1|1|1|2"},
         CODES,
         IKM_OK,
         NULL},
        {"a longer phrase covers a shorter",
         "u1|u2|u3|u4|u5|u6|u7|Mutu sarana pengaduan kami|u9",
         {NINE},
         "1c 2c 3c 4c 5c 6c 7c 8n 9c",
         IKM_OK,
         NULL},
        {"words of several, the code among them",
         "u1|u2|U3 Kecepatan waktu dan biaya|u4|u5|u6|u7|u8|u9",
         {NINE},
         CODES,
         IKM_OK,
         NULL},
        {"labels tell which",
         "u1|u2|Waktu penanganan pengaduan|u4|u5|u6|u7|Penanganan pengaduan|u9",
         {"1|1|Cepat|1|1|1|1|1|1"},
         "1c 2c 3n 4c 5c 6c 7c 8n 9c",
         IKM_OK,
         NULL},
        {"most of a name is bad",
         "Persyaratan|Prosedur|Waktu Penyelesaian|Biaya|Produk|Kompetensi|Perilaku|Pengaduan|Sarana",
         {NINE, "1|1|x|1|1|1|1|1|1", "1|1|y|1|1|1|1|1|1"},
         NAMES,
         IKM_OK,
         NULL},
        {"alasan beside",
         "u1|alasan u1|u2|u3|u4|u5|u6|u7|u8|u9",
         {"1|bagus|1|1|1|1|1|1|1|1"},
         "1c 3c 4c 5c 6c 7c 8c 9c 10c",
         IKM_OK,
         NULL},
    };
    EXPECT_MAPS(ikm_rules_at(0), cases);
}

#define Q(text) "Bagaimana pendapat Saudara tentang " text "?"
#define QUESTION_HEADERS(before, after)                                                                                \
    before Q("kesesuaian persyaratan pelayanan dengan jenis pelayanannya") after                                       \
        "|" before "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?" after               \
        "|" before Q("kecepatan waktu dalam memberikan pelayanan") after                                               \
        "|" before Q("kewajaran biaya/tarif dalam pelayanan") after "|" before Q(                                      \
            "kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan")   \
            after "|" before Q("kompetensi/kemampuan petugas dalam pelayanan") after                                   \
        "|" before                                                                                                     \
        "Bagaimana pendapat Saudara perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?" after           \
        "|" before Q("kualitas sarana dan prasarana") after "|" before Q("penanganan pengaduan pengguna layanan")      \
            after

Test(columns, elements_are_found_by_the_official_question)
{
    static const map_case cases[] = {
        {"plain", QUESTION_HEADERS("", ""), {NINE}, "1q 2q 3q 4q 5q 6q 7q 9q 8q", IKM_OK, NULL},
        {"numbered", QUESTION_HEADERS("7. ", ""), {NINE}, "1q 2q 3q 4q 5q 6q 7q 9q 8q", IKM_OK, NULL},
        {"starred", QUESTION_HEADERS("", " *"), {NINE}, "1q 2q 3q 4q 5q 6q 7q 9q 8q", IKM_OK, NULL},
        {"in a grid", QUESTION_HEADERS("Menurut Anda: [", "]"), {NINE}, "1q 2q 3q 4q 5q 6q 7q 9q 8q", IKM_OK, NULL},
        {"among others",
         QUESTION_HEADERS("Jawablah. ", " (pilih satu)"),
         {NINE},
         "1q 2q 3q 4q 5q 6q 7q 9q 8q",
         IKM_OK,
         NULL},
        {"asked of others",
         "Bagaimana pendapat Anda tentang kesesuaian persyaratan pelayanan?|Kemudahan prosedur kami?|Kecepatan waktu "
         "pelayanan?|Kewajaran biaya?|Kesesuaian produk pelayanan?|Kompetensi petugas?|Perilaku petugas?|Penanganan "
         "pengaduan?|Kualitas sarana?",
         {NINE},
         NAMES,
         IKM_OK,
         NULL},
    };
    EXPECT_MAPS(ikm_rules_at(0), cases);
}

Test(columns, a_mere_number_follows_the_order_of_the_regulation_where_the_numbering_is_complete)
{
    static const map_case cases[] = {
        {"q", "q1|q2|q3|q4|q5|q6|q7|q8|q9", {NINE}, NUMBERS, IKM_OK, NULL},
        {"P", "P1|P2|P3|P4|P5|P6|P7|P8|P9", {NINE}, NUMBERS, IKM_OK, NULL},
        {"answer",
         "answer1|answer2|answer3|answer4|answer5|answer6|answer7|answer8|answer9",
         {NINE},
         NUMBERS,
         IKM_OK,
         NULL},
        {"pertanyaan",
         "pertanyaan_1|pertanyaan_2|pertanyaan_3|pertanyaan_4|pertanyaan_5|pertanyaan_6|pertanyaan_7|pertanyaan_8|"
         "pertanyaan_9",
         {NINE},
         NUMBERS,
         IKM_OK,
         NULL},
        {"soal no",
         "Soal No. 1|Soal No. 2|Soal No. 3|Soal No. 4|Soal No. 5|Soal No. 6|Soal No. 7|Soal No. 8|Soal No. 9",
         {NINE},
         NUMBERS,
         IKM_OK,
         NULL},
        {"bare", "1|2|3|4|5|6|7|8|9", {NINE}, NUMBERS, IKM_OK, NULL},
        {"LimeSurvey", "G01Q01|G01Q02|G01Q03|G01Q04|G01Q05|G01Q06|G01Q07|G01Q08|G01Q09", {NINE}, NUMBERS, IKM_OK, NULL},
        {"LimeSurvey array",
         "G01Q01[SQ001]|G01Q01[SQ002]|G01Q01[SQ003]|G01Q01[SQ004]|G01Q01[SQ005]|G01Q01[SQ006]|G01Q01[SQ007]|G01Q01["
         "SQ008]|G01Q01[SQ009]",
         {"A1|A2|A3|A4|A1|A1|A1|A1|A1"},
         NUMBERS,
         IKM_OK,
         NULL},
        {"Qualtrics", "Q5_1|Q5_2|Q5_3|Q5_4|Q5_5|Q5_6|Q5_7|Q5_8|Q5_9", {NINE}, NUMBERS, IKM_OK, NULL},
        {"Kobo", "s/q1|s/q2|s/q3|s/q4|s/q5|s/q6|s/q7|s/q8|s/q9", {NINE}, NUMBERS, IKM_OK, NULL},
        {"a blank one", "q1|q2|q3|q4|q5|q6|q7|q8|q9", {"1|1|1|1|1|1|1||1"}, NUMBERS, IKM_OK, NULL},
        {"one bad", "q1|q2|q3|q4|q5|q6|q7|q8|q9", {"1|1|1|1|1|1|1|x|1"}, NUMBERS, IKM_OK, NULL},
        {"reasons beside",
         "q1|q1 alasan|q2|q3|q4|q5|q6|q7|q8|q9",
         {"1|baik|1|1|1|1|1|1|1|1"},
         "1# 3# 4# 5# 6# 7# 8# 9# 10#",
         IKM_OK,
         NULL},
        {"two that mean something else",
         "q1|q2|u1|u2|u3|u4|u5|u6|u7|u8|u9",
         {"1|2|1|1|1|1|1|1|1|1|1"},
         "3c 4c 5c 6c 7c 8c 9c 10c 11c",
         IKM_OK,
         NULL},
        {"text behind", "q1|q2|q3|q4|q5|q6|q7|q8|q9|q10", {NINE "|bagus"}, NUMBERS, IKM_OK, NULL},

        {"too many",
         "q1|q2|q3|q4|q5|q6|q7|q8|q9|q10|q11|q12",
         {"1|2|1|1|2|3|4|1|2|3|4|1"},
         NULL,
         IKM_ERR_UNSURE,
         "10 (\"q10\")"},
        {"characteristics first",
         "q1|q2|q3|q4|q5|q6|q7|q8|q9|q10|q11|q12",
         {"L|39|S1|1|2|3|4|1|2|3|4|1"},
         NULL,
         IKM_ERR_UNSURE,
         "q10"},
        {"incomplete", "q1|q2|q3|q4|q5|q6|q7|q8", {"1|2|3|4|1|2|3|4"}, NULL, IKM_ERR_DATA, "U9 (Sarana dan Prasarana)"},
        {"two groups",
         "G01Q01|G01Q02|G01Q03|G02Q04|G02Q05|G02Q06|G02Q07|G02Q08|G02Q09",
         {NINE},
         NULL,
         IKM_ERR_DATA,
         "no column for U1"},
        {"two numberings",
         "p1|p2|p3|p4|p5|p6|p7|p8|p9|q1|q2|q3|q4|q5|q6|q7|q8|q9",
         {NINE "|" NINE},
         NULL,
         IKM_ERR_UNSURE,
         "1 (\"p1\") and column 10 (\"q1\")"},
    };
    EXPECT_MAPS(ikm_rules_at(0), cases);
}

Test(columns, two_columns_for_one_element_are_both_named)
{
    static const map_case cases[] = {
        {"twice",
         "u1|u2|u3|u4|u5|u6|u7|u8|u9|u1",
         {NINE "|1"},
         NULL,
         IKM_ERR_UNSURE,
         "column 1 (\"u1\") and column 10 (\"u1\") could both be U1 (Persyaratan)"},
        {"code and word",
         "u1|u2|u3|u4|u5|u6|u7|u8|u9|waktu",
         {NINE "|1"},
         NULL,
         IKM_ERR_UNSURE,
         "column 3 (\"u3\") and column 10 (\"waktu\")"},
        {"sarana twice",
         "u1|u2|u3|u4|u5|u6|u7|u8_sarana|u9",
         {NINE},
         NULL,
         IKM_ERR_UNSURE,
         "column 8 (\"u8_sarana\") and column 9 (\"u9\") could both be U9"},
        {"question and number", "q1|q2|q3|q4|q5|q6|q7|q8|q9_pengaduan", {NINE}, NULL, IKM_ERR_UNSURE, "U8"},
        {"importance beside", "u1|u2|u3|u4|u5|u6|u7|u8|u9|harapan u1", {NINE "|4"}, NULL, IKM_ERR_UNSURE, "harapan u1"},
        {"a slash is no path", "u1|u2|u4|u5|u6|u7|u8|u9|Waktu/Biaya", {NINE}, NULL, IKM_ERR_DATA, "U3"},
        {"words inside",
         "u1|u2|u3|u4|u5|u6|u7|u8|Mutu sarana kami|Mutu prasarana kami",
         {NINE "|4"},
         NULL,
         IKM_ERR_UNSURE,
         "U9"},
        {"one is blank", "u1|u2|u3|u4|u5|u6|u7|u8|u9|waktu", {NINE "|"}, CODES, IKM_OK, NULL},
        {"one is no score", "u1|u2|u3|u4|u5|u6|u7|u8|u9|u3", {NINE "|09:30"}, CODES, IKM_OK, NULL},
    };
    EXPECT_MAPS(ikm_rules_at(0), cases);
}

Test(columns, what_is_missing_is_told)
{
    static const map_case cases[] = {
        {"one",
         "u1|u2|u3|u4|u5|u6|u7|u8",
         {"1|2|3|4|1|2|3|4"},
         NULL,
         IKM_ERR_DATA,
         "dump.csv: no column for U9 (Sarana dan Prasarana)"},
        {"many", "u1|x", {"1|2"}, NULL, IKM_ERR_DATA, "U2, U3, U4, U5, U6, U7, U8, U9"},
        {"all",
         "nama|usia|desa",
         {"Budi|39|Kejobong"},
         NULL,
         IKM_ERR_DATA,
         "such as \"U1\" or \"Persyaratan\", found: nama, usia, desa"},
        {"all, with a phone in the header",
         "081234567890|budi@contoh.go.id",
         {"1|2"},
         NULL,
         IKM_ERR_DATA,
         "found: ****, ****"},
        {"no rows, no elements", "a|b", {NULL}, NULL, IKM_ERR_DATA, "no element columns"},
        {"free text",
         "u1|u2|u3|u4|u5|u6|u7|Saran dan masukan|u9",
         {"1|1|1|1|1|1|1|hubungi 081234567890|1"},
         NULL,
         IKM_ERR_DATA,
         "column 8 (\"Saran dan masukan\") has the header of U8"},
        {"its cell is masked",
         "u1|u2|u3|u4|u5|u6|u7|Pengaduan|u9",
         {"1|1|1|1|1|1|1|hubungi 081234567890|1"},
         NULL,
         IKM_ERR_DATA,
         "\"hubungi ****\""},
        {"a word of two roles, blank", "u1|u2|waktu|u4|u5|u6|u7|u8|u9", {"1|1||1|1|1|1|1|1"}, NULL, IKM_ERR_DATA, "U3"},
        {"mostly times",
         "u1|u2|waktu|u4|u5|u6|u7|u8|u9",
         {"1|1|4|1|1|1|1|1|1", "1|1|09:30|1|1|1|1|1|1", "1|1|10:30|1|1|1|1|1|1"},
         NULL,
         IKM_ERR_DATA,
         "\"09:30\""},
        {"a numbering of texts",
         "q1|q2|q3|q4|q5|q6|q7|q8|q9",
         {"a b|baik|ya|x|y|z|v|w|u"},
         NULL,
         IKM_ERR_DATA,
         "no element columns"},
        {"two incomplete numberings", "p1|p2|q1|q2", {"1|1|1|1"}, NULL, IKM_ERR_DATA, "no column for U3"},
        {"a short word among others", "u1|Lulusan SMP|u3|u4|u5|u6|u7|u8|u9", {NINE}, NULL, IKM_ERR_DATA, "U2"},
        {"a short word misspelt", "u1|u2|u3|Biayaa|u5|u6|u7|u8|u9", {NINE}, NULL, IKM_ERR_DATA, "U4"},
        {"an ambiguous header", "u1|u2|Waktu penanganan pengaduan|u4|u5|u6|u7|u8|u9", {NINE}, NULL, IKM_ERR_DATA, "U3"},
        {"a range of codes", "u1|u2|u3|u4|u5|u6|u7|u8|Rata-rata U1-U9", {NINE}, NULL, IKM_ERR_DATA, "U9"},
        {"pengadaan is no pengaduan", "u1|u2|u3|u4|u5|u6|u7|Pengadaan|u9", {NINE}, NULL, IKM_ERR_DATA, "U8"},
        {"saran is no sarana", "u1|u2|u3|u4|u5|u6|u7|u8|Saran", {NINE}, NULL, IKM_ERR_DATA, "U9"},
        {"empty headers", "||", {"1|2|3"}, NULL, IKM_ERR_DATA, "no element columns"},
    };
    EXPECT_MAPS(ikm_rules_at(0), cases);
}

Test(columns, other_regulations_have_other_elements)
{
    static const map_case fourteen[] = {
        {"codes",
         "u1|u2|u3|u4|u5|u6|u7|u8|u9|u10|u11|u12|u13|u14",
         {"1|1|1|1|1|1|1|1|1|1|1|1|1|1"},
         "1c 2c 3c 4c 5c 6c 7c 8c 9c 10c 11c 12c 13c 14c",
         IKM_OK,
         NULL},
    };
    EXPECT_MAPS(ikm_rules_named("kepmenpan-25-2004"), fourteen);
    ikmi_columns columns;
    static const char *const rows[4] = {"1|1|1|1|1|1|1|1|1|1"};
    cr_assert(eq(int, map(&columns, ikm_rules_at(0), "u1|u2|u3|u4|u5|u6|u7|u8|u9|u10", rows, NULL, NULL), IKM_OK));
    cr_expect(eq(int, columns.beyond, 9));
    ikmi_columns_done(&columns);
}

static const char *const taste_words[] = {"cita rasa", NULL};
static const ikmi_element own_elements[] = {
    {"P10", "Mutu Makanan", "Bagaimana mutu makanan kami?", {"Buruk", "Baik"}, NULL, NULL},
    {"P2", "Rasa", "", {"Hambar", "Lezat"}, NULL, taste_words},
    {"kebersihan", "Kebersihan", "", {"", ""}, NULL, NULL},
};
static const ikm_rules own = {.name = "own", .scale = 10, .element_count = 3, .elements = own_elements};

Test(columns, an_own_instrument_is_found_by_its_own_codes_names_and_words)
{
    static const map_case cases[] = {
        {"codes", "kebersihan|P2|p10", {"10|9|8"}, "3c 2c 1c", IKM_OK, NULL},
        {"names", "Kebersihan|Rasa|Mutu makanan", {"10|9|8"}, "3n 2n 1c", IKM_OK, NULL},
        {"words", "Kebersihan|cita_rasa|Bagaimana mutu makanan kami?", {"10|9|8"}, "3q 2n 1c", IKM_OK, NULL},
        {"places", "q1|q2|q3", {"10|9|8"}, NUMBERS, IKM_OK, NULL},
        {"nor with scores", "P10|P2|lama kebersihan|kebersihan", {"1|1|2|1"}, "1c 2c 4c", IKM_OK, NULL},
        {"a code that is a word is none among others",
         "P10|P2|alasan kebersihan|kebersihan",
         {"1|1|bagus|1"},
         "1c 2c 4c",
         IKM_OK,
         NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        map_case one = cases[i];
        if (!strcmp(one.name, "places"))
            one.mapped = "1# 2# 3#";
        expect_maps(&own, &one, 1);
    }
}

Test(columns, numbers_without_words_are_worth_a_note)
{
    static const struct {
        const char *headers;
        bool noted;
    } cases[] = {
        {"u1|u2|u3|u4|u5|u6|u7|u8|u9", false},
        {"q1|q2|q3|q4|q5|q6|q7|q8|q9", true},
        {"q1|q2|q3|q4|q5|q6|q7|q8_sarana|q9_pengaduan", true},
    };
    static const char *const rows[4] = {NINE};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikmi_columns columns;
        cr_assert(eq(int, map(&columns, ikm_rules_at(0), cases[i].headers, rows, NULL, NULL), IKM_OK));
        cr_expect(eq(int, columns.by_questionnaire_number, cases[i].noted), "case %zu", i);
        cr_expect(eq(int, columns.beyond, -1));
        ikmi_columns_done(&columns);
    }
}

Test(columns, the_other_columns_have_their_roles)
{
    static const struct {
        const char *header, *cell;
        ikmi_role role;
    } cases[] = {
        {"id", "17", IKMI_ROLE_RESPONDENT},
        {"No.", "17", IKMI_ROLE_RESPONDENT},
        {"waktu", "2024-01-01 12:49", IKMI_ROLE_TIME},
        {"Cap waktu", "15/01/2024 10:22:33", IKMI_ROLE_TIME},
        {"Timestamp", "1/15/2024 10:22:33", IKMI_ROLE_TIME},
        {"_submission_time", "2024-01-15T10:22:33", IKMI_ROLE_TIME},
        {"Waktu anda mengisi survei", "15/01/2024", IKMI_ROLE_TIME},
        {"layanan", "KTP", IKMI_ROLE_SERVICE},
        {"Jenis Layanan yang Anda terima", "KTP", IKMI_ROLE_SERVICE},
        {"2. Jenis layanan", "KTP", IKMI_ROLE_SERVICE},
        {"jenisLayanan", "KTP", IKMI_ROLE_SERVICE},
        {"data_umum/jenis_layanan", "KTP", IKMI_ROLE_SERVICE},
        {"Jenis layanan [Lainnya]", "KTP", IKMI_ROLE_SERVICE},
        {"Saran untuk perbaikan layanan kami", "bagus", IKMI_ROLE_OTHER},
        {"Nama Unit", "Kecamatan", IKMI_ROLE_UNIT},
        {"jenis_kelamin", "L", IKMI_ROLE_GENDER},
        {"Jenis Kelamin Anda", "L", IKMI_ROLE_GENDER},
        {"JenisKelamin", "L", IKMI_ROLE_GENDER},
        {"Jenis Kelamn", "L", IKMI_ROLE_GENDER},
        {"a. Usia", "39", IKMI_ROLE_AGE},
        {"Usia Anda (tahun)", "39", IKMI_ROLE_AGE},
        {"Pendidikan terakhir Anda", "S1", IKMI_ROLE_EDUCATION},
        {"pekerjaan", "Petani", IKMI_ROLE_OCCUPATION},
        {"Pekerjan Utama", "Petani", IKMI_ROLE_OCCUPATION},
        {"Nama", "Budi", IKMI_ROLE_PERSONAL},
        {"Nama lengkap sesuai KTP", "Budi", IKMI_ROLE_PERSONAL},
        {"Masukkan nomor HP aktif Anda", "081234567890", IKMI_ROLE_PERSONAL},
        {"Kontak", "081234567890", IKMI_ROLE_PERSONAL},
        {"Kode", "3303011234560001", IKMI_ROLE_PERSONAL},
        {"id", "3303011234560001", IKMI_ROLE_PERSONAL},
        {"Saran dan masukan", "bagus", IKMI_ROLE_FREE_TEXT},
        {"Nama kecamatan", "Kejobong", IKMI_ROLE_OTHER},
        {"desa", "Bandingan", IKMI_ROLE_OTHER},
        {"", "x", IKMI_ROLE_OTHER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char headers[256], row[256];
        ikmi_columns columns;
        snprintf(headers, sizeof headers, "%s|u1|u2|u3|u4|u5|u6|u7|u8|u9", cases[i].header);
        snprintf(row, sizeof row, "%s|" NINE, cases[i].cell);
        const char *const rows[4] = {row};
        cr_assert(eq(int, map(&columns, ikm_rules_at(0), headers, rows, NULL, NULL), IKM_OK));
        cr_expect(eq(int, (int)columns.columns[0].role, (int)cases[i].role), "\"%s\"", cases[i].header);
        cr_expect(eq(int, columns.columns[0].element, -1));
        cr_expect(eq(str, (char *)columns.columns[0].by, ""));
        ikmi_columns_done(&columns);
    }
}

Test(columns, a_column_is_personal_by_its_cells_only_where_most_of_them_are)
{
    static const struct {
        const char *cells[4];
        ikmi_role role;
    } cases[] = {
        {{"081234567890", "", "", NULL}, IKMI_ROLE_PERSONAL},
        {{"081234567890", "budi@contoh.go.id", "x", NULL}, IKMI_ROLE_PERSONAL},
        {{"081234567890", "x", "y", NULL}, IKMI_ROLE_OTHER},
        {{"", "", NULL, NULL}, IKMI_ROLE_OTHER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4][128];
        const char *rows[4] = {NULL};
        for (size_t row = 0; row < 4 && cases[i].cells[row]; row++) {
            snprintf(text[row], sizeof text[row], "%s|" NINE, cases[i].cells[row]);
            rows[row] = text[row];
        }
        ikmi_columns columns;
        cr_assert(eq(int, map(&columns, ikm_rules_at(0), "x|u1|u2|u3|u4|u5|u6|u7|u8|u9", rows, NULL, NULL), IKM_OK));
        cr_expect(eq(int, (int)columns.columns[0].role, (int)cases[i].role), "case %zu", i);
        ikmi_columns_done(&columns);
    }
}

Test(columns, a_word_of_by_is_a_header_as_written_or_folded_or_a_role)
{
    static const char headers[] =
        "Jenis layanan|Jenis Pelayanan|Jenis Kelamin Anda|jenis kelamin|Desa|desa|u1|u2|u3|u4|u5|u6|u7|u8|u9";
    static const char *const rows[4] = {"KTP|KK|L|L|a|b|" NINE};
    static const struct {
        const char *word;
        int column;
    } cases[] = {
        {"Jenis layanan", 0},
        {"jenis_layanan", 0},
        {"layanan", 0},
        {"Jenis Pelayanan", 1},
        {"jenis-pelayanan", 1},
        {"Desa", 4},
        {"desa", 5},
        {"DESA", 4},
        {"jenis_kelamin", 3},
        {"JENIS KELAMIN ANDA", 2},
        {"unit", -1},
        {"usia", -1},
        {"kelurahan", -1},
        {"", -1},
        {"?", -1},
        {"u1", 6},
        {"layana", -1},
    };
    ikmi_columns columns;
    cr_assert(eq(int, map(&columns, ikm_rules_at(0), headers, rows, NULL, NULL), IKM_OK));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(eq(int, ikmi_columns_find(&columns, cases[i].word), cases[i].column), "%s", cases[i].word);
    cr_expect(eq(int, ikmi_columns_of_role(&columns, IKMI_ROLE_SERVICE), 0));
    cr_expect(eq(int, ikmi_columns_of_role(&columns, IKMI_ROLE_GENDER), 3)); /* its own word before a longer header */
    cr_expect(eq(int, ikmi_columns_of_role(&columns, IKMI_ROLE_UNIT), -1));
    ikmi_columns_done(&columns);
}

Test(columns, headers_are_kept_trimmed_on_one_line_and_in_utf8)
{
    static const struct {
        const char *header, *kept;
    } cases[] = {
        {" desa ", "desa"},
        {"Jenis\nlayanan", "Jenis layanan"},
        {"Jenis \r\n  layanan\n", "Jenis layanan"},
        {"Jenis  layanan", "Jenis  layanan"},
        {"\xEF\xBB\xBF"
         "desa",
         "desa"},
        {"de\x1Bsa", "de sa"},
        {"de\xFFsa", "de\xEF\xBF\xBDsa"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char headers[256];
        ikmi_columns columns;
        snprintf(headers, sizeof headers, "%s|u1|u2|u3|u4|u5|u6|u7|u8|u9", cases[i].header);
        static const char *const rows[4] = {"x|" NINE};
        cr_assert(eq(int, map(&columns, ikm_rules_at(0), headers, rows, NULL, NULL), IKM_OK));
        cr_expect(eq(str, columns.columns[0].header, (char *)cases[i].kept), "case %zu", i);
        ikmi_columns_done(&columns);
    }
}

Test(columns, ages_fall_into_their_bands_and_all_else_stays)
{
    static const struct {
        const char *cell, *label;
    } cases[] = {
        {"0", "< 20"},
        {"19", "< 20"},
        {"20", "20-29"},
        {"29", "20-29"},
        {" 39 ", "30-39"},
        {"39 tahun", "30-39"},
        {"39 Thn.", "30-39"},
        {"39th", "30-39"},
        {"40 years", "40-49"},
        {"39.0", "30-39"},
        {"59", "50-59"},
        {"60", "\u2265 60"},
        {"99", "\u2265 60"},
        {"129", "\u2265 60"},
        {"", ""},
        {"130", "130"},
        {"1985", "1985"},
        {"30-39", "30-39"},
        {"20 - 29", "20 - 29"},
        {"> 60", "> 60"},
        {"39,5", "39,5"},
        {"39.05", "39.05"},
        {"dewasa", "dewasa"},
        {" x ", "x"},
        {"39 bulan", "39 bulan"},
        {"-5", "-5"},
        {"39+", "39+"},
        {"39.", "39."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_text label = ikmi_age_label(ikmi_text(cases[i].cell));
        char text[64];
        snprintf(text, sizeof text, "%.*s", (int)label.size, label.data ? label.data : "");
        cr_expect(eq(str, text, (char *)cases[i].label), "\"%s\"", cases[i].cell);
    }
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

/* One element by this header, all others by their codes. */
static void expect_found(const ikmi_labels *labels, const ikm_rules *rules, size_t element, const char *header,
                         const char *by)
{
    static ikm_text names[IKM_ELEMENTS_MAX], cells[IKM_ELEMENTS_MAX];
    ikmi_columns columns;
    ikm_error err = {.message = ""};
    ikmi_sample sample = {cells, 1};
    for (size_t e = 0; e < rules->element_count; e++) {
        names[e] = ikmi_text(e == element ? header : rules->elements[e].code);
        cells[e] = ikmi_text("2");
    }
    ikm_status status = ikmi_columns_map(&columns, rules, labels, names, rules->element_count, &sample, "x.csv", 1,
                                         IKM_LANG_EN, NULL, &err);
    cr_expect(eq(int, status, IKM_OK), "%s: %s", header, err.message);
    if (status == IKM_OK) {
        cr_expect(eq(int, columns.element_column[element], (int)element), "%s", header);
        cr_expect(eq(str, (char *)columns.columns[element].by, (char *)by), "%s", header);
    }
    ikmi_columns_done(&columns);
}

Test(columns, every_name_question_and_word_of_every_regulation_finds_its_element)
{
    for (size_t r = 0; r < ikm_rules_count(); r++) {
        const ikm_rules *rules = ikm_rules_at(r);
        ikmi_labels *labels;
        cr_assert(eq(int, ikmi_labels_new(&labels, rules, NULL), IKM_OK));
        for (size_t e = 0; e < rules->element_count; e++) {
            char header[400];
            const ikmi_element *element = &rules->elements[e];
            expect_found(labels, rules, e, element->name, "name");
            expect_found(labels, rules, e, element->question, "question");
            snprintf(header, sizeof header, "%zu. %s", (e + 1) % rules->element_count + 1, element->name);
            expect_found(labels, rules, e, header, "name");
            snprintf(header, sizeof header, "%s %s", element->code, element->name);
            expect_found(labels, rules, e, header, "code");
            snprintf(header, sizeof header, "U%zu %s", (e + 1) % rules->element_count + 1, element->name);
            expect_found(labels, rules, e, header, "name");
            snprintf(header, sizeof header, "Penilaian [%s]", element->name);
            expect_found(labels, rules, e, header, "name");
            for (const char *const *word = element->words; word && *word; word++)
                expect_found(labels, rules, e, *word, "name");
        }
        ikmi_labels_free(labels);
    }
}

/* Any order of the columns gives each element the same header. */
Test(columns, the_order_of_columns_does_not_matter)
{
    static const char *const headers[] = {
        "waktu",
        "layanan",
        "u1",
        "Prosedur",
        "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
        "Biaya",
        "u5",
        "Mutu kompetensi staf",
        "Prilaku",
        "u8_sarana",
        "9. Pengaduan",
        "q1",
        "q2"};
    static const char *const cells[] = {"2024-01-01", "KTP", "1", "2", "3", "4", "1", "2", "3", "4", "1", "2", "3"};
    enum { COUNT = sizeof headers / sizeof *headers };
    static const int of_element[9] = {2, 3, 4, 5, 6, 7, 8, 10, 9};
    uint64_t seed = 5;
    for (int round = 0; round < 60; round++) {
        size_t order[COUNT];
        ikm_text names[COUNT], row[COUNT];
        for (size_t i = 0; i < COUNT; i++)
            order[i] = i;
        for (size_t i = COUNT - 1; i > 0; i--) {
            size_t other = next_random(&seed) % (i + 1), kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        for (size_t i = 0; i < COUNT; i++) {
            names[i] = ikmi_text(headers[order[i]]);
            row[i] = ikmi_text(cells[order[i]]);
        }
        ikmi_columns columns;
        ikmi_labels *labels;
        ikmi_sample sample = {row, 1};
        cr_assert(eq(int, ikmi_labels_new(&labels, ikm_rules_at(0), NULL), IKM_OK));
        cr_assert(eq(
            int,
            ikmi_columns_map(&columns, ikm_rules_at(0), labels, names, COUNT, &sample, "x", 1, IKM_LANG_ID, NULL, NULL),
            IKM_OK));
        for (int e = 0; e < 9; e++)
            cr_expect(eq(sz, order[columns.element_column[e]], (size_t)of_element[e]), "round %d, element %d", round,
                      e);
        ikmi_columns_done(&columns);
        ikmi_labels_free(labels);
    }
}

Test(columns, any_headers_and_cells_give_a_mapping_or_a_message)
{
    static const char *const pieces[] = {"u",         "q",    "1",  "2",    "9",     "u1",        "u3",
                                         "[",         "]",    "/",  " ",    "_",     "sarana",    "waktu",
                                         "pengaduan", "G01",  "Q0", "SQ00", "Sopan", "\xC3\xA9",  "\xFF",
                                         "Unsur",     "nama", ".",  "\n",   "saran", "persaratan"};
    uint64_t seed = 9;
    ikmi_labels *labels;
    cr_assert(eq(int, ikmi_labels_new(&labels, ikm_rules_at(0), NULL), IKM_OK));
    for (int round = 0; round < 400; round++) {
        enum { COUNT = 12 };
        static char text[COUNT * 3][1600];
        ikm_text cells[COUNT * 3];
        for (size_t i = 0; i < COUNT * 3; i++) {
            size_t size = 0, wanted = next_random(&seed) % (round % 50 ? 5 : 120);
            for (size_t piece = 0; piece < wanted; piece++)
                size += (size_t)sprintf(text[i] + size, "%s",
                                        pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)]);
            if (round % 3 == 0 && i < 9)
                size = (size_t)sprintf(text[i], "u%zu", i + 1);
            if (i >= COUNT && next_random(&seed) % 2)
                size = (size_t)sprintf(text[i], "%d", (int)(next_random(&seed) % 5));
            cells[i] = (ikm_text){text[i], size};
        }
        ikmi_columns columns;
        ikm_error err;
        ikmi_sample sample = {cells + COUNT, 2};
        ikm_status status = ikmi_columns_map(&columns, ikm_rules_at(0), labels, cells, COUNT, &sample, "x.csv", 1,
                                             IKM_LANG_ID, NULL, &err);
        if (status == IKM_OK) {
            for (int e = 0; e < 9; e++) {
                int at = columns.element_column[e];
                cr_assert(columns.columns[at].element == e);
            }
        } else {
            bool known = status == IKM_ERR_DATA || status == IKM_ERR_UNSURE;
            cr_assert(known);
            cr_assert(gt(sz, strlen(err.message), 10));
        }
        ikmi_columns_done(&columns);
    }
    ikmi_labels_free(labels);
}

Test(columns, a_refused_allocation_is_a_status_and_leaves_nothing)
{
    static const char *const rows[4] = {NINE "|KTP"};
    for (long n = 0;; n++) {
        refusing memory;
        ikmi_columns columns;
        ikm_error err = {.status = IKM_OK};
        refusing_init(&memory, n);
        ikm_status status =
            map(&columns, ikm_rules_at(0), "u1|u2|u3|u4|u5|u6|u7|u8|u9|layanan", rows, &memory.mem, &err);
        ikm_status refused = memory.countdown == 0 && status != IKM_OK ? IKM_ERR_NOMEM : IKM_OK;
        cr_expect(eq(int, status, refused));
        cr_expect(eq(int, err.status, refused));
        if (status != IKM_OK)
            cr_expect(eq(long, memory.live, 0));
        ikmi_columns_done(&columns);
        cr_expect(eq(long, memory.live, 0));
        if (status == IKM_OK) {
            cr_expect(gt(long, n, 12));
            break;
        }
    }
}
