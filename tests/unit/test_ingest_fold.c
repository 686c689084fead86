#include "base/mem.h"
#include "ingest/fold.h"
#include "ingest/nearness.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

static const char *folded(const char *text)
{
    static char out[512];
    ikmi_fold(out, sizeof out, ikmi_text(text));
    return out;
}

Test(fold, case_punctuation_and_runs_of_blanks_do_not_matter)
{
    static const struct {
        const char *text, *folded;
    } cases[] = {
        {"", ""},
        {"   ", ""},
        {"?!", ""},
        {"Sangat sesuai", "sangat sesuai"},
        {"  SANGAT \t Sesuai.\r\n", "sangat sesuai"},
        {"Sopan & ramah", "sopan ramah"},
        {"Biaya/Tarif", "biaya tarif"},
        {"u8_sarana", "u8 sarana"},
        {"Ada, tetapi tidak berfungsi", "ada tetapi tidak berfungsi"},
        {"4 - Sangat\xC2\xA0sesuai", "4 sangat sesuai"},
        {"\xEF\xBB\xBFu1", "u1"},                 /* a BOM is ignorable */
        {"\xE2\x80\x9CPuas\xE2\x80\x9D", "puas"}, /* curly quotes */
        {"tidak\xE2\x80\x93tahu", "tidak tahu"},  /* en dash */
        {"\xEF\xBC\xB5\xEF\xBC\x91", "u1"},       /* full width */
        {"\xEF\xAC\x81nal", "final"},             /* a ligature */
        {"\xC3\x89tude", "\xC3\xA9tude"},         /* a letter and its accent, composed */
        {"E\xCC\x81tude", "\xC3\xA9tude"},        /* and in two pieces */
        {"STRA\xC3\x9F"
         "E",
         "strasse"},
        {"10\xC2\xB2", "102"},
        {"a\xFFz", "a z"},                                  /* a byte that is no UTF-8 */
        {"a\xC3", "a"},                                     /* a character that was cut */
        {"\xF0\x9F\x98\x80 Puas \xF0\x9F\x98\x80", "puas"}, /* emoji */
        {"so\xC2\xADpan", "sopan"},                         /* a soft hyphen is ignorable */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(eq(str, (char *)folded(cases[i].text), (char *)cases[i].folded), "case %zu", i);
}

Test(fold, text_is_cut_at_a_whole_character)
{
    static const struct {
        const char *text;
        size_t size;
        const char *folded;
    } cases[] = {
        {"sesuai", 1, ""}, {"sesuai", 4, "ses"},  {"sesuai", 7, "sesuai"},       {"a b", 3, "a"},
        {"a b", 4, "a b"}, {"a\xC3\xA9", 3, "a"}, {"a\xC3\xA9", 4, "a\xC3\xA9"}, {"a \xC3\xA9", 4, "a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[16] = "untouched";
        size_t size = ikmi_fold(out, cases[i].size, ikmi_text(cases[i].text));
        cr_expect(eq(str, out, (char *)cases[i].folded), "case %zu", i);
        cr_expect(eq(sz, size, strlen(out)), "case %zu", i);
    }
    char none = 'x';
    cr_expect(eq(sz, ikmi_fold(&none, 0, ikmi_text("abc")), 0));
    cr_expect(eq(chr, none, 'x'));
}

Test(fold, a_word_longer_than_the_room_for_words_is_folded_whole)
{
    char text[1000], out[1000];
    memset(text, 'A', sizeof text);
    size_t size = ikmi_fold(out, sizeof out, (ikm_text){text, 900});
    cr_expect(eq(sz, size, 900));
    cr_expect(eq(sz, strspn(out, "a"), 900));
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

Test(fold, folding_twice_is_folding_once_and_the_result_is_utf8)
{
    uint64_t seed = 20240101;
    for (int round = 0; round < 20000; round++) {
        char text[48], once[512], twice[512];
        size_t size = 0;
        while (size < 36)
            if (next_random(&seed) % 2) {
                text[size++] = (char)next_random(&seed);
            } else {
                int32_t point = (int32_t)(next_random(&seed) % 0x3000);
                size += (size_t)utf8proc_encode_char(point < 0xD800 ? point : 'x', (uint8_t *)text + size);
            }
        size_t first = ikmi_fold(once, sizeof once, (ikm_text){text, size});
        size_t second = ikmi_fold(twice, sizeof twice, (ikm_text){once, first});
        cr_assert(first == strlen(once) && second == strlen(twice));
        cr_expect(eq(str, twice, once), "round %d", round);
        for (size_t i = 0; i < first;) {
            int32_t point;
            utf8proc_ssize_t bytes = utf8proc_iterate((uint8_t *)once + i, (utf8proc_ssize_t)(first - i), &point);
            cr_assert(bytes > 0, "round %d", round);
            i += (size_t)bytes;
        }
        bool tidy = !strstr(once, "  ") && once[0] != ' ' && (!first || once[first - 1] != ' ');
        cr_expect(tidy, "round %d", round);
    }
}

Test(fold, trim_takes_every_kind_of_blank_from_both_ends_and_none_from_within)
{
    static const struct {
        const char *text, *trimmed;
    } cases[] = {
        {"", ""},
        {" ", ""},
        {" \t\r\n", ""},
        {"\xC2\xA0", ""},
        {"  a  b ", "a  b"},
        {"\xEF\xBB\xBF\xC2\xA0 u1\xC2\xA0\xE3\x80\x80", "u1"},
        {"\xE2\x80\x8Bx\xE2\x80\xAF", "x"},
        {"\xC3\xA0", "\xC3\xA0"}, /* a letter that ends as U+00A0 does */
        {"\xE2\x80\x9Cx\xE2\x80\x9D", "\xE2\x80\x9Cx\xE2\x80\x9D"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_text text = ikmi_trim(ikmi_text(cases[i].text));
        cr_expect(eq(sz, text.size, strlen(cases[i].trimmed)), "case %zu", i);
        cr_expect(eq(int, memcmp(text.data, cases[i].trimmed, text.size), 0), "case %zu", i);
    }
    cr_expect(eq(sz, ikmi_trim((ikm_text){NULL, 0}).size, 0));
}

Test(fold, the_distance_counts_left_out_added_changed_and_swapped_letters)
{
    static const struct {
        const char *a, *b;
        int limit, distance;
    } cases[] = {
        {"sarana", "sarana", 0, 0},
        {"sarana", "srana", 1, 1},
        {"sarana", "sarrana", 1, 1},
        {"sarana", "sarama", 1, 1},
        {"sarana", "saraan", 1, 1},
        {"sarana", "saraan", 0, IKMI_FAR},
        {"persyaratan", "prsyartan", 2, 2},
        {"persyaratan", "syarat", 2, IKMI_FAR},
        {"", "ab", 2, 2},
        {"", "", 0, 0},
        {"waktu", "biaya", 4, IKMI_FAR},
        {"ab", "ba", 1, 1},
        {"a", "b", -1, IKMI_FAR},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_text a = ikmi_text(cases[i].a), b = ikmi_text(cases[i].b);
        cr_expect(eq(int, ikmi_distance(a, b, cases[i].limit), cases[i].distance), "case %zu", i);
        cr_expect(eq(int, ikmi_distance(b, a, cases[i].limit), cases[i].distance), "case %zu, swapped", i);
    }
}
