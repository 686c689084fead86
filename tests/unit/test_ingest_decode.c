#include "base/mem.h"
#include "ingest/decode.h"
#include "ingest/fold.h"
#include "rules/rules.h"

#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { BLANK = IKMI_ANSWER_BLANK, UNKNOWN = IKMI_ANSWER_UNKNOWN };

/* Elements of the regulation by their place, so that a case reads. */
enum { U1, U2, U3, U4, U5, U6, U7, U8, U9 };

static ikmi_labels *labels_of(const ikm_rules *rules)
{
    ikmi_labels *labels;
    cr_assert(eq(int, ikmi_labels_new(&labels, rules, NULL), IKM_OK));
    return labels;
}

typedef struct answer_case {
    size_t element;
    const char *cell;
    int answer;
} answer_case;

static void expect_answers(const ikm_rules *rules, const answer_case *cases, size_t count)
{
    ikmi_labels *labels = labels_of(rules);
    for (size_t i = 0; i < count; i++)
        cr_expect(eq(int, ikmi_decode(labels, cases[i].element, ikmi_text(cases[i].cell)), cases[i].answer),
                  "case %zu: \"%s\"", i, cases[i].cell);
    ikmi_labels_free(labels);
}

#define EXPECT_ANSWERS(rules, cases) expect_answers(rules, cases, sizeof cases / sizeof *cases)

Test(decode, numbers_letters_and_blanks_are_read_as_the_contract_says)
{
    static const answer_case cases[] = {
        {U1, "1", 1},
        {U1, "4", 4},
        {U1, " 4 ", 4},
        {U1, "4.0", 4},
        {U1, "4,0", 4},
        {U1, "4.00", 4},
        {U1, "4,00", 4},
        {U1, "\t3\r\n", 3},
        {U1,
         "\xC2\xA0"
         "2\xC2\xA0",
         2},
        {U1, "a", 1},
        {U1, "b", 2},
        {U1, "C", 3},
        {U1, " D ", 4},
        {U1, "A1", 1},
        {U1, "A4", 4},
        {U1, "AO01", 1},
        {U1, "ao04", 4},
        {U1, "AO05", UNKNOWN},
        {U1, "AO", UNKNOWN},
        {U1, "A01 bis", UNKNOWN},
        {U1, "a2", 2},

        {U1, "", BLANK},
        {U1, " ", BLANK},
        {U1, " \t ", BLANK},
        {U1, "\xC2\xA0", BLANK},
        {U1, "-", BLANK},
        {U1, " - ", BLANK},
        {U1, ".", BLANK},
        {U1, "NA", BLANK},
        {U1, "N/A", BLANK},
        {U1, "null", BLANK},
        {U1, "NULL", BLANK},
        {U1, "#N/A", BLANK},
        {U1, "tidak menjawab", BLANK},
        {U1, " Tidak menjawab", BLANK},

        {U1, "0", UNKNOWN},
        {U1, "5", UNKNOWN},
        {U1, "9", UNKNOWN},
        {U1, "44", UNKNOWN},
        {U1, "-4", UNKNOWN},
        {U1, "+4", UNKNOWN},
        {U1, "4.5", UNKNOWN},
        {U1, "4,5", UNKNOWN},
        {U1, "4.", UNKNOWN},
        {U1, ".4", UNKNOWN},
        {U1, "04", UNKNOWN},
        {U1, "4.000", UNKNOWN},
        {U1, "4,0.0", UNKNOWN},
        {U1, "4.0x", UNKNOWN},
        {U1, "4x", UNKNOWN},
        {U1, "4e0", UNKNOWN},
        {U1, "1-4", UNKNOWN},
        {U1, "3/4", UNKNOWN},
        {U1, "3 4", UNKNOWN},
        {U1, "4;", UNKNOWN},
        {U1, "(4)", UNKNOWN},
        {U1, "?", UNKNOWN},
        {U1, "--", UNKNOWN},
        {U1, "e", UNKNOWN},
        {U1, "ab", UNKNOWN},
        {U1, "a.", UNKNOWN},
        {U1, "A5", UNKNOWN},
        {U1, "A0", UNKNOWN},
        {U1, "A", 1},
        {U1, "A11", UNKNOWN},
        {U1, "A 1", UNKNOWN},
        {U1, "B1", UNKNOWN},
        {U1, "#REF!", UNKNOWN},
        {U1, "\xFF", UNKNOWN},
        {U1, "4\xFF", UNKNOWN},
        {U1, "2024-01-01", UNKNOWN},
        {U1, "\xE2\x91\xA3", UNKNOWN},
        {99, "4", UNKNOWN},
    };
    EXPECT_ANSWERS(ikm_rules_at(0), cases);
}

Test(decode, labels_are_matched_whole_and_by_element)
{
    static const answer_case cases[] = {
        {U1, "Sangat sesuai", 4},
        {U1, "SANGAT SESUAI", 4},
        {U1, " sangat  sesuai. ", 4},
        {U1, "Sangat\nsesuai", 4},
        {U1, "Sangat\xC2\xA0sesuai", 4},
        {U1, "sangat_sesuai", 4},
        {U1, "Tidak Sesuai", 1},
        {U1, "kurang sesuai", 2},
        {U4, "Gratis", 4},
        {U4, "Mahal", 1},
        {U4, "wajar", 3},
        {U2, "Sulit", 1},
        {U3, "lambat", 1},
        {U6, "Mampu", 3},
        {U7, "Sopan & ramah", 3},
        {U7, "Sopan dan Ramah", 3},
        {U8, "Ada, tetapi tidak berfungsi", 2},
        {U8, "Ada tapi tidak berfungsi", 2},
        {U8, "Tidak ada", 1},
        {U9, "Cukup", 2},
        {U9, "Baik", 3},
        {U9, "Berkualitas", 3},

        /* a word of another element, a part of a label, more than a label */
        {U3, "Cukup", UNKNOWN},
        {U1, "Baik", UNKNOWN},
        {U4, "Sesuai", UNKNOWN},
        {U1, "Sangat", UNKNOWN},
        {U1, "Sangat sesuai sekali", UNKNOWN},
        {U1, "tidaksesuai", UNKNOWN},
        {U1, "Sangat sesuia", UNKNOWN},
        {U9, "Baik sekali", UNKNOWN},
        {U8, "Ada", UNKNOWN},
        {U1, "Puas", UNKNOWN},
    };
    EXPECT_ANSWERS(ikm_rules_at(0), cases);
}

Test(decode, a_number_and_a_label_must_agree)
{
    static const answer_case cases[] = {
        {U1, "4 - Sangat sesuai", 4},
        {U1, "4. Sangat sesuai", 4},
        {U1, "4 (Sangat sesuai)", 4},
        {U1, "4=Sangat sesuai", 4},
        {U1, "[4] Sangat Sesuai", 4},
        {U1, "Sangat sesuai (4)", 4},
        {U1, "Sangat sesuai - 4", 4},
        {U1, "1) Tidak sesuai", 1},
        {U1, "d. Sangat sesuai", 4},
        {U1, "(A) Tidak sesuai", 1},
        {U9, "2 : Cukup", 2},

        {U1, "1 - Sangat sesuai", UNKNOWN},
        {U1, "Sangat sesuai (1)", UNKNOWN},
        {U1, "a. Sangat sesuai", UNKNOWN},
        {U1, "4 - Cukup", UNKNOWN},
        {U1, "4 - ", UNKNOWN},
        {U1, "5 - Sangat sesuai", UNKNOWN},
        {U1, "44 Sangat sesuai", UNKNOWN},
        {U1, "4 4 Sangat sesuai", UNKNOWN},
        {U1, "4,5 Sangat sesuai", UNKNOWN},
    };
    EXPECT_ANSWERS(ikm_rules_at(0), cases);
}

/* Ten scores; labels that are letters, signs, numbers and one another's neighbours. */
static const ikmi_element own_elements[] = {
    {"P1", "Mutu", "", {"E", "D", "C", "B", "A"}, NULL, NULL},
    {"P2", "Rasa", "", {"--", "-", "0", "+", "++", "", "", "", "", "A1"}, NULL, NULL},
    {"P3", "Lama", "", {"> 3 bulan", "3 bulan", "2 bulan", "1 bulan", "B-", "B", "B+"}, NULL, NULL},
};
static const ikm_rules own = {.name = "own", .scale = 10, .element_count = 3, .elements = own_elements};

Test(decode, the_labels_of_an_own_instrument_come_before_letters_and_codes_but_not_before_numbers)
{
    static const answer_case cases[] = {
        {0, "A", 5},
        {0, "a", 5},
        {0, "E", 1},
        {0, "f", 6},
        {0, "10", 10},
        {0, "10,0", 10},
        {0, "11", UNKNOWN},
        {0, "100", UNKNOWN},
        {0, "j", 10},
        {0, "k", UNKNOWN},
        {0, "A10", 10},
        {0, "A11", UNKNOWN},
        {1, "++", 5},
        {1, "+", 4},
        {1, "--", 1},
        {1, "-", BLANK},
        {1, "0", 3},
        {1, "+-", UNKNOWN},
        {1, "A1", 10},
        {2, "3 bulan", 2},
        {2, "2 bulan", 3},
        {2, "3 - 2 bulan", 3},
        {2, "4 - 1 bulan", 4},
        {2, "2. 2 bulan", UNKNOWN},
        {2, "2. 3 bulan", UNKNOWN}, /* "> 3 bulan" and "3 bulan" differ only as they are spelt */
        {2, "> 3 bulan", 1},
        {2, "B", 6},
        {2, "B+", 7},
        {2, "B-", 5},
        {2, "b", UNKNOWN}, /* folds as B-, B and B+ do, and is no letter of the scale either */
    };
    EXPECT_ANSWERS(&own, cases);
}

/* Every way in which a label is written decodes to its score; for each element of each regulation. */
static void expect_label(const ikmi_labels *labels, size_t element, const char *label, int score)
{
    char text[256];
    size_t size = strlen(label);
    cr_expect(eq(int, ikmi_decode(labels, element, ikmi_text(label)), score), "%s", label);
    for (size_t i = 0; i <= size; i++)
        text[i] = (char)toupper((unsigned char)label[i]);
    cr_expect(eq(int, ikmi_decode(labels, element, ikmi_text(text)), score), "%s", text);
    snprintf(text, sizeof text, "  %d. %s ", score, label);
    cr_expect(eq(int, ikmi_decode(labels, element, ikmi_text(text)), score), "%s", text);
    snprintf(text, sizeof text, "%d (%s)", score, label);
    cr_expect(eq(int, ikmi_decode(labels, element, ikmi_text(text)), score), "%s", text);
    snprintf(text, sizeof text, "%d - %s", score == 1 ? 2 : 1, label);
    cr_expect(eq(int, ikmi_decode(labels, element, ikmi_text(text)), UNKNOWN), "%s", text);
    snprintf(text, sizeof text, "%s x", label);
    cr_expect(eq(int, ikmi_decode(labels, element, ikmi_text(text)), UNKNOWN), "%s", text);
}

Test(decode, every_label_and_alias_of_every_regulation_decodes_to_its_score)
{
    size_t seen = 0;
    for (size_t r = 0; r < ikm_rules_count(); r++) {
        const ikm_rules *rules = ikm_rules_at(r);
        ikmi_labels *labels = labels_of(rules);
        for (size_t e = 0; e < rules->element_count; e++) {
            const ikmi_element *element = &rules->elements[e];
            for (int score = 1; score <= rules->scale; score++, seen++)
                expect_label(labels, e, element->labels[score - 1], score);
            for (const ikmi_label_alias *alias = element->label_aliases; alias && alias->text; alias++, seen++)
                expect_label(labels, e, alias->text, alias->score);
        }
        ikmi_labels_free(labels);
    }
    cr_expect(gt(sz, seen, (9 + 9 + 14) * 4));
}

/* What the table should say, by going through all labels of the element. */
static int expected_of(const ikm_rules *rules, size_t element, const char *label)
{
    char wanted[256], known[256];
    const ikmi_element *of = &rules->elements[element];
    ikmi_fold(wanted, sizeof wanted, ikmi_text(label));
    for (int score = 1; score <= rules->scale; score++) {
        ikmi_fold(known, sizeof known, ikmi_text(of->labels[score - 1]));
        if (!strcmp(known, wanted))
            return score;
    }
    for (const ikmi_label_alias *alias = of->label_aliases; alias && alias->text; alias++) {
        ikmi_fold(known, sizeof known, ikmi_text(alias->text));
        if (!strcmp(known, wanted))
            return alias->score;
    }
    return UNKNOWN;
}

Test(decode, a_label_of_another_element_is_a_score_only_where_it_is_a_label_of_this_one_too)
{
    for (size_t r = 0; r < ikm_rules_count(); r++) {
        const ikm_rules *rules = ikm_rules_at(r);
        ikmi_labels *labels = labels_of(rules);
        for (size_t from = 0; from < rules->element_count; from++)
            for (size_t e = 0; e < rules->element_count; e++)
                for (int score = 1; score <= rules->scale; score++) {
                    const char *label = rules->elements[from].labels[score - 1];
                    cr_expect(eq(int, ikmi_decode(labels, e, ikmi_text(label)), expected_of(rules, e, label)),
                              "%s: \"%s\" in %s", rules->name, label, rules->elements[e].code);
                }
        ikmi_labels_free(labels);
    }
}

Test(decode, the_nearest_label_is_suggested_only_where_one_is_near)
{
    static const struct {
        size_t element;
        const char *cell, *label;
    } cases[] = {
        {U1, "Sangat sesuia", "Sangat sesuai"},
        {U1, "sangt sesuai", "Sangat sesuai"},
        {U1, "Seusai", "Sesuai"},
        {U9, "Bruk", "Buruk"},
        {U1, "1 - Sangat sesuai", "Sangat sesuai"},
        {U1, "Puas", NULL},
        {U9, "", NULL},
        {U1, "9", NULL},
        {99, "Sesuai", NULL},
        {U4, "Cukup", NULL},
    };
    ikmi_labels *labels = labels_of(ikm_rules_at(0));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *label = ikmi_nearest_label(labels, cases[i].element, ikmi_text(cases[i].cell));
        cr_expect(eq(str, (char *)(label ? label : ""), (char *)(cases[i].label ? cases[i].label : "")), "case %zu", i);
    }
    ikmi_labels_free(labels);

    /* one letter from B+ and from B- alike */
    ikmi_labels *own_labels = labels_of(&own);
    cr_expect(eq(ptr, (void *)ikmi_nearest_label(own_labels, 2, ikmi_text("4 bulan")), NULL));
    ikmi_labels_free(own_labels);
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

Test(decode, any_bytes_give_a_score_of_the_scale_a_blank_or_unknown)
{
    static const char alphabet[] = "1234567890abcdA.,- ()SsesuiaTtdk\xC2\xA0\xFF";
    uint64_t seed = 11;
    ikmi_labels *labels = labels_of(ikm_rules_at(0));
    for (int round = 0; round < 100000; round++) {
        char cell[400];
        size_t size = next_random(&seed) % (round % 100 ? 12 : sizeof cell);
        for (size_t i = 0; i < size; i++)
            cell[i] = round % 2 ? (char)next_random(&seed) : alphabet[next_random(&seed) % (sizeof alphabet - 1)];
        int answer = ikmi_decode(labels, next_random(&seed) % 9, (ikm_text){cell, size});
        bool allowed = answer == UNKNOWN || (answer >= 0 && answer <= 4);
        cr_expect(allowed, "round %d gives %d", round, answer);
        ikmi_nearest_label(labels, 0, (ikm_text){cell, size});
    }
    ikmi_labels_free(labels);
}

Test(decode, a_refused_allocation_is_a_status_and_leaves_nothing)
{
    for (long n = 0;; n++) {
        refusing memory;
        refusing_init(&memory, n);
        ikmi_labels *labels = (ikmi_labels *)&memory;
        ikm_status status = ikmi_labels_new(&labels, ikm_rules_at(0), &memory.mem);
        if (status == IKM_OK) {
            cr_expect(gt(long, n, 2));
            ikmi_labels_free(labels);
            cr_expect(eq(long, memory.live, 0));
            break;
        }
        cr_expect(eq(int, status, IKM_ERR_NOMEM));
        cr_expect(eq(ptr, labels, NULL));
        cr_expect(eq(long, memory.live, 0));
    }
    ikmi_labels_free(NULL);
}
