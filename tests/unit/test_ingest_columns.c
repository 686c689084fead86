#include "mapping.h"
#include "refusing.h"

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
        {"lyn. Jenis layanan", "KTP", IKMI_ROLE_SERVICE},
        {"G01Q02. Jenis kelamin", "L", IKMI_ROLE_GENDER},
        {"Ket. layanan", "lancar", IKMI_ROLE_OTHER},
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
    static const char headers[] = "Jenis layanan|Jenis Pelayanan|Jenis Kelamin Anda|jenis "
                                  "kelamin|Desa|desa|kota|x|kota|u1|u2|u3|u4|u5|u6|u7|u8|u9";
    static const char *const rows[4] = {"KTP|KK|L|L|a|b|c|d|e|" NINE};
    static const struct {
        const char *word;
        int column, other;
    } cases[] = {
        {"Jenis layanan", 0, -1},
        {"jenis_layanan", 0, -1},
        {"layanan", 0, -1}, /* the first of its role, as without --by */
        {"Jenis Pelayanan", 1, -1},
        {"jenis-pelayanan", 1, -1},
        {"Desa", 4, -1},
        {"desa", 5, -1},
        {"DESA", 4, 5},
        {"kota", 6, 8},
        {"jenis_kelamin", 3, -1},
        {"JENIS KELAMIN ANDA", 2, -1},
        {"unit", -1, -1},
        {"usia", -1, -1},
        {"kelurahan", -1, -1},
        {"", -1, -1},
        {"?", -1, -1},
        {"u1", 9, -1},
        {"layana", -1, -1},
    };
    ikmi_columns columns;
    cr_assert(eq(int, map(&columns, ikm_rules_at(0), headers, rows, NULL, NULL), IKM_OK));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int other = 99;
        cr_expect(eq(int, ikmi_columns_find(&columns, cases[i].word, &other), cases[i].column), "%s", cases[i].word);
        cr_expect(eq(int, other, cases[i].other), "%s", cases[i].word);
    }
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
    for (size_t e = 0; e < rules->element_count; e++) {
        names[e] = ikmi_text(e == element ? header : rules->elements[e].code);
        cells[e] = ikmi_text("2");
    }
    const ikmi_columns_task task = {.rules = rules,
                                    .labels = labels,
                                    .headers = names,
                                    .count = rules->element_count,
                                    .sample = {cells, 1},
                                    .file = "x.csv",
                                    .line = 1,
                                    .lang = IKM_LANG_EN};
    ikm_status status = ikmi_columns_map(&columns, &task, &err);
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
        cr_assert(eq(int, ikmi_labels_new(&labels, ikm_rules_at(0), NULL), IKM_OK));
        const ikmi_columns_task task = {.rules = ikm_rules_at(0),
                                        .labels = labels,
                                        .headers = names,
                                        .count = COUNT,
                                        .sample = {row, 1},
                                        .file = "x",
                                        .line = 1};
        cr_assert(eq(int, ikmi_columns_map(&columns, &task, NULL), IKM_OK));
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
        const ikmi_columns_task task = {.rules = ikm_rules_at(0),
                                        .labels = labels,
                                        .headers = cells,
                                        .count = COUNT,
                                        .sample = {cells + COUNT, 2},
                                        .file = "x.csv",
                                        .line = 1};
        ikm_status status = ikmi_columns_map(&columns, &task, &err);
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
