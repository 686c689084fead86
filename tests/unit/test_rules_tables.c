/* The built-in regulations: literal values, and nothing in them that contradicts itself. */
#include "ikm/rules.h"

#include "rules/meaning.h"
#include "rules/rules.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name, *printed_weight, *weight;
    size_t elements;
    int64_t lower[4]; /* hundredths */
} regulations[] = {
    {"permenpan-14-2017", "0.111", "exact", 9, {8831, 7661, 6500, 2500}},
    {"permenpan-16-2014", "0.11", "0.11", 9, {8126, 6251, 4376, 2500}},
    {"kepmenpan-25-2004", "0.071", "0.071", 14, {8126, 6251, 4376, 2500}},
};

enum { REGULATION_COUNT = sizeof regulations / sizeof regulations[0] };

Test(rules_tables, there_are_three_regulations_and_the_default_is_first)
{
    cr_assert(eq(sz, ikm_rules_count(), REGULATION_COUNT));
    for (size_t i = 0; i < REGULATION_COUNT; i++) {
        const ikm_rules *rules = ikm_rules_at(i);
        cr_assert(not(eq(ptr, (void *)rules, NULL)));
        cr_expect(eq(str, (char *)ikm_rules_name(rules), (char *)regulations[i].name));
        cr_expect(eq(ptr, (void *)ikm_rules_named(regulations[i].name), (void *)rules));
    }
    cr_expect(eq(ptr, (void *)ikm_rules_at(REGULATION_COUNT), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_named("permenpan-14-2018"), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_named(""), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_named(NULL), NULL));
}

Test(rules_tables, weights_and_bands_are_those_of_the_regulations)
{
    static const char *const grades[] = {"A", "B", "C", "D"};
    static const char *const performances[] = {"Sangat baik", "Baik", "Kurang baik", "Tidak baik"};
    for (size_t i = 0; i < REGULATION_COUNT; i++) {
        const ikm_rules *rules = ikm_rules_at(i);
        cr_expect(eq(str, (char *)ikm_rules_printed_weight(rules), (char *)regulations[i].printed_weight));
        cr_expect(eq(str, (char *)ikm_rules_weight(rules), (char *)regulations[i].weight));
        cr_expect(eq(sz, ikm_rules_element_count(rules), regulations[i].elements));
        cr_expect(eq(int, ikm_rules_scale(rules), 4));
        cr_assert(eq(int, ikm_rules_band_count(rules), 4));
        for (int band = 1; band <= 4; band++) {
            cr_expect(eq(str, (char *)ikm_rules_band_grade(rules, band), (char *)grades[band - 1]));
            cr_expect(eq(str, (char *)ikm_rules_band_performance(rules, band), (char *)performances[band - 1]));
            cr_expect(eq(i64, ikm_rules_band_lower(rules, band).digits, regulations[i].lower[band - 1]), "%s %d",
                      regulations[i].name, band);
            cr_expect(eq(int, ikm_rules_band_lower(rules, band).places, 2));
        }
    }
}

/* Names and official answers of 2017, written out: a wrong word in the table is a wrong score in a report. */
static const struct {
    const char *code, *name, *labels[4];
} elements_of_now[] = {
    {"U1", "Persyaratan", {"Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"}},
    {"U2", "Sistem, Mekanisme, dan Prosedur", {"Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"}},
    {"U3", "Waktu Penyelesaian", {"Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"}},
    {"U4", "Biaya/Tarif", {"Sangat mahal", "Cukup mahal", "Murah", "Gratis"}},
    {"U5", "Produk Spesifikasi Jenis Pelayanan", {"Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"}},
    {"U6", "Kompetensi Pelaksana", {"Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"}},
    {"U7",
     "Perilaku Pelaksana",
     {"Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"}},
    {"U8",
     "Penanganan Pengaduan, Saran dan Masukan",
     {"Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"}},
    {"U9", "Sarana dan Prasarana", {"Buruk", "Cukup", "Baik", "Sangat baik"}},
};

Test(rules_tables, elements_of_the_default_are_in_the_order_of_the_regulation)
{
    const ikm_rules *rules = ikm_rules_at(0);
    for (size_t i = 0; i < sizeof elements_of_now / sizeof elements_of_now[0]; i++) {
        cr_expect(eq(str, (char *)ikm_rules_element_code(rules, i), (char *)elements_of_now[i].code));
        cr_expect(eq(str, (char *)ikm_rules_element_name(rules, i), (char *)elements_of_now[i].name));
        for (int score = 1; score <= 4; score++)
            cr_expect(eq(str, (char *)ikm_rules_element_label(rules, i, score),
                         (char *)elements_of_now[i].labels[score - 1]));
    }
}

Test(rules_tables, older_regulations_have_their_own_elements)
{
    static const char *const names[] = {
        "Prosedur Pelayanan",
        "Persyaratan Pelayanan",
        "Kejelasan Petugas Pelayanan",
        "Kedisiplinan Petugas Pelayanan",
        "Tanggung Jawab Petugas Pelayanan",
        "Kemampuan Petugas Pelayanan",
        "Kecepatan Pelayanan",
        "Keadilan Mendapatkan Pelayanan",
        "Kesopanan dan Keramahan Petugas",
        "Kewajaran Biaya Pelayanan",
        "Kepastian Biaya Pelayanan",
        "Kepastian Jadwal Pelayanan",
        "Kenyamanan Lingkungan",
        "Keamanan Pelayanan",
    };
    const ikm_rules *oldest = ikm_rules_named("kepmenpan-25-2004");
    for (size_t i = 0; i < 14; i++)
        cr_expect(eq(str, (char *)ikm_rules_element_name(oldest, i), (char *)names[i]));
    const ikm_rules *middle = ikm_rules_named("permenpan-16-2014");
    cr_expect(eq(str, (char *)ikm_rules_element_name(middle, 8), "Maklumat Pelayanan"));
    cr_expect(eq(str, (char *)ikm_rules_element_name(middle, 7), "Penanganan Pengaduan, Saran dan Masukan"));
}

Test(rules_tables, beyond_the_last_there_is_nothing)
{
    const ikm_rules *rules = ikm_rules_at(0);
    cr_expect(eq(ptr, (void *)ikm_rules_element_code(rules, 9), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_element_name(rules, 9), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_element_question(rules, 9), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_element_label(rules, 9, 1), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_element_label(rules, 0, 0), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_element_label(rules, 0, 5), NULL));
    for (int band = 0; band <= 5; band += 5) {
        cr_expect(eq(ptr, (void *)ikm_rules_band_grade(rules, band), NULL));
        cr_expect(eq(ptr, (void *)ikm_rules_band_performance(rules, band), NULL));
        cr_expect(eq(i64, ikm_rules_band_lower(rules, band).digits, 0));
        cr_expect(eq(int, ikm_rules_band_lower(rules, band).places, 2));
    }
}

Test(rules_tables, no_rules_have_no_properties)
{
    cr_expect(eq(ptr, (void *)ikm_rules_name(NULL), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_title(NULL), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_weight(NULL), NULL));
    cr_expect(eq(ptr, (void *)ikm_rules_printed_weight(NULL), NULL));
    cr_expect(eq(sz, ikm_rules_element_count(NULL), 0));
    cr_expect(eq(int, ikm_rules_scale(NULL), 0));
    cr_expect(eq(int, ikm_rules_band_count(NULL), 0));
    cr_expect(eq(int, ikm_rules_band(NULL, 9000), 0));
    ikm_rules_free(NULL);
    ikm_rules_free((ikm_rules *)ikm_rules_at(0)); /* static: left alone */
    cr_expect(eq(str, (char *)ikm_rules_name(ikm_rules_at(0)), "permenpan-14-2017"));
}

Test(rules_tables, every_element_is_complete)
{
    for (size_t r = 0; r < ikm_rules_count(); r++) {
        const ikm_rules *rules = ikm_rules_at(r);
        cr_expect(gt(sz, strlen(ikm_rules_title(rules)), 60));
        for (size_t i = 0; i < ikm_rules_element_count(rules); i++) {
            char code[24];
            snprintf(code, sizeof code, "U%zu", i + 1);
            cr_expect(eq(str, (char *)ikm_rules_element_code(rules, i), code));
            cr_expect(gt(sz, strlen(ikm_rules_element_name(rules, i)), 5));
            const char *question = ikm_rules_element_question(rules, i);
            cr_expect(eq(chr, question[strlen(question) - 1], '?'), "%s", question);
            for (int score = 1; score <= 4; score++)
                cr_expect(ne(sz, strlen(ikm_rules_element_label(rules, i, score)), 0));
        }
    }
}

/* The checks that an own instrument goes through, on the built-in tables. */
Test(rules_tables, no_label_means_two_scores_and_no_header_word_two_elements)
{
    for (size_t r = 0; r < ikm_rules_count(); r++) {
        const ikm_rules *rules = ikm_rules_at(r);
        ikm_error error = {0};
        ikmi_reading reading = {IKM_LANG_EN, &error, {NULL, 0, 0}};
        ikmi_place root = {NULL, NULL, 0}, elements = {&root, "elements", 0};
        for (size_t i = 0; i < rules->element_count; i++) {
            ikmi_place place = {&elements, NULL, i};
            cr_expect(eq(int, ikmi_check_labels(&reading, &place, &rules->elements[i], rules->scale), IKM_OK), "%s %s",
                      rules->name, error.message);
        }
        cr_expect(eq(int, ikmi_check_words(&reading, &elements, rules->elements, rules->element_count), IKM_OK),
                  "%s %s", rules->name, error.message);
    }
}

Test(rules_tables, no_alias_repeats_what_folding_already_gives)
{
    for (size_t r = 0; r < ikm_rules_count(); r++)
        for (size_t i = 0; i < ikm_rules_at(r)->element_count; i++) {
            const ikmi_element *element = &ikm_rules_at(r)->elements[i];
            for (const ikmi_label_alias *alias = element->label_aliases; alias && alias->text; alias++) {
                for (int score = 1; score <= 4; score++)
                    cr_expect(not(ikmi_same_text(alias->text, element->labels[score - 1])), "%s", alias->text);
                for (const ikmi_label_alias *other = alias + 1; other->text; other++)
                    cr_expect(not(ikmi_same_text(alias->text, other->text)), "%s %s", element->code, alias->text);
            }
            for (size_t w = 0; element->words[w]; w++) {
                cr_expect(not(ikmi_same_text(element->words[w], element->name)), "%s", element->words[w]);
                for (size_t v = w + 1; element->words[v]; v++)
                    cr_expect(not(ikmi_same_text(element->words[w], element->words[v])), "%s", element->words[w]);
            }
        }
}

static int meant(const ikm_rules *rules, size_t element, const char *text)
{
    const ikmi_element *e = &rules->elements[element];
    for (int score = 1; score <= rules->scale; score++)
        if (ikmi_same_text(e->labels[score - 1], text))
            return score;
    for (const ikmi_label_alias *alias = e->label_aliases; alias && alias->text; alias++)
        if (ikmi_same_text(alias->text, text))
            return alias->score;
    return 0;
}

static const struct {
    size_t element; /* from 1 */
    const char *text;
    int score; /* 0: no label of it */
} answers[] = {
    {2, "Sulit", 1},
    {3, "Lambat", 1},
    {4, "Mahal", 1},
    {4, "tidak wajar", 1},
    {4, "kurang wajar", 2},
    {4, "wajar", 3},
    {4, "sangat wajar", 4},
    {6, "mampu", 3},
    {6, "sangat mampu", 4},
    {7, "Sopan & ramah", 3},
    {7, "Tidak sopan & ramah", 1},
    {8, "Ada, tetapi tidak berfungsi", 2},
    {8, "Ada tapi tidak berfungsi", 2},
    {9, "Cukup", 2},
    {9, "Baik", 3},
    {9, "tidak berkualitas", 1},
    {9, "sangat berkualitas", 4},
    /* what another element calls its own, or what depends on the form, is nothing here */
    {3, "Cukup", 0},
    {1, "Cukup", 0},
    {2, "Cukup mudah", 0},
    {3, "Baik", 0},
    {2, "Sangat sulit", 0},
    {4, "Sangat murah", 0},
    {5, "Puas", 0},
    {8, "Baik", 0},
    {9, "Cukup baik", 0},
};

Test(rules_tables, a_label_has_the_score_that_its_element_gives_it)
{
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++)
        cr_expect(eq(int, meant(ikm_rules_at(0), answers[i].element - 1, answers[i].text), answers[i].score), "U%zu %s",
                  answers[i].element, answers[i].text);
}

static const struct {
    const char *word;
    size_t element; /* from 1 */
} headers[] = {
    {"syarat", 1},
    {"sistem mekanisme", 2},
    {"SMP", 2},
    {"waktu", 3},
    {"kecepatan", 3},
    {"tarif", 4},
    {"kewajaran biaya", 4},
    {"hasil", 5},
    {"spesifikasi", 5},
    {"produk layanan", 5},
    {"kemampuan", 6},
    {"keahlian", 6},
    {"sikap", 7},
    {"kesopanan", 7},
    {"pengaduan", 8},
    {"saran dan masukan", 8},
    {"sarpras", 9},
    {"fasilitas", 9},
    {"prasarana", 9},
    {"waktu pelayanan", 3},
};

Test(rules_tables, a_header_word_means_its_element_and_no_other)
{
    const ikm_rules *rules = ikm_rules_at(0);
    for (size_t h = 0; h < sizeof headers / sizeof headers[0]; h++)
        for (size_t i = 0; i < rules->element_count; i++) {
            bool found = ikmi_same_text(rules->elements[i].name, headers[h].word);
            for (const char *const *word = rules->elements[i].words; *word; word++)
                found = found || ikmi_same_text(*word, headers[h].word);
            cr_expect(eq(int, found, i + 1 == headers[h].element), "%s U%zu", headers[h].word, i + 1);
        }
}
