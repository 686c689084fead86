#include "base/mem.h"
#include "ingest/mask.h"
#include "rules/rules.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

Test(mask, personal_data_is_hidden_and_all_else_stays)
{
    static const struct {
        const char *text, *masked;
    } cases[] = {
        /* what a score, a date, an amount may look like */
        {"", ""},
        {"4", "4"},
        {"9", "9"},
        {"4 - Sangat sesuai", "4 - Sangat sesuai"},
        {"4,0", "4,0"},
        {"3.3333333333", "3.3333333333"},
        {"0.123456789012", "0.123456789012"},
        {"2024-01-01 12:49", "2024-01-01 12:49"},
        {"01-02-2024 10:30", "01-02-2024 10:30"},
        {"08-02-2024 10.30", "08-02-2024 10.30"},
        {"2024-01-15T10:22:33+07:00", "2024-01-15T10:22:33+07:00"},
        {"Rp 1.903.636.000", "Rp 1.903.636.000"},
        {"Rp800.000.000", "Rp800.000.000"},
        {"12:49:33", "12:49:33"},
        {"1 2 3 4 4 3 2 1 4 4 3 3 2 1 2 4", "1 2 3 4 4 3 2 1 4 4 3 3 2 1 2 4"},
        {"81234567890123", "81234567890123"},
        {"versi 1.2.3", "versi 1.2.3"},
        {"pukul 08.00 - 10.30", "pukul 08.00 - 10.30"},
        /* what must not be shown */
        {"3303011234560001", "****"},
        {"NIK: 3303011234560001.", "NIK: ****."},
        {"33.03.01.123456.0001", "****"},
        {"3303 0112 3456 0001", "****"},
        {"198501012010011001", "****"},
        {"081234567890", "****"},
        {"0812-3456-7890", "****"},
        {"0812 3456 7890", "****"},
        {"0812\xC2\xA0"
         "3456\xE2\x80\x91"
         "7890",
         "****"},
        {"(0281) 891234", "(****"},
        {"+62 812 3456 7890", "****"},
        {"+6281234567890", "****"},
        {"6281234567890", "****"},
        {"62-812-3456-7890", "****"},
        {"81234567890", "****"},
        {"hubungi 0812.3456.7890 ya", "hubungi **** ya"},
        {"4 0812 3456 7890", "4 ****"},
        {"HP081234567890", "HP****"},
        {"budi@contoh.go.id", "****"},
        {"<budi.s+1@contoh.go.id>, terima kasih", "<****>, terima kasih"},
        {"tulis ke budi@contoh.go.id atau 081234567890!", "tulis ke **** atau ****!"},
        {"@", "@"},
        {"budi@", "budi@"},
        {"192.168.1.20", "****"},
        {"dari 10.0.0.1:80", "dari ****:80"},
        {"999.1.1.1", "999.1.1.1"},
        {"2001:db8::1", "****"},
        {"fe80:0:0:0:1:2:3:4", "****"},
        {"-7.38914 109.36352 0 0", "**** 0 0"},
        {"-7.38914, 109.36352", "****"},
        /* what a terminal would act on */
        {"a\nb\tc\x1B[31m", "a b c [31m"},
        {"a\xFF"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"a\xE2\x80\xAE"
         "b",
         "a b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[128];
        ikmi_mask(out, sizeof out, ikmi_text(cases[i].text));
        cr_expect(eq(str, out, (char *)cases[i].masked), "case %zu", i);
    }
}

Test(mask, a_long_text_is_cut_with_dots_at_a_whole_character)
{
    static const struct {
        const char *text;
        size_t size;
        const char *masked;
    } cases[] = {
        {"abcdefgh", 9, "abcdefgh"},
        {"abcdefgh", 8, "abcd..."},
        {"abc\xC3\xA9\xC3\xA9\xC3\xA9", 9, "abc\xC3\xA9..."},
        {"ab 081234567890 cd", 9, "ab ..."},
        {"ab 081234567890 cdef", 11, "ab ****..."},
        {"abcdef", 3, ".."},
        {"abcdef", 1, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[32];
        memset(out, 'x', sizeof out);
        ikmi_mask(out, cases[i].size, ikmi_text(cases[i].text));
        cr_expect(eq(str, out, (char *)cases[i].masked), "case %zu", i);
        cr_expect(eq(chr, out[cases[i].size], 'x'), "case %zu writes beyond its size", i);
    }
    char none = 'x';
    ikmi_mask(&none, 0, ikmi_text("abc"));
    cr_expect(eq(chr, none, 'x'));
}

Test(mask, a_name_in_the_place_of_an_answer_is_hidden_and_answers_are_not)
{
    static const struct {
        const char *cell, *shown;
    } cases[] = {
        {"Siti Aminah", "****"},
        {" BUDI SANTOSO, S.Pd ", "****"},
        {"Hj. Nur'aini-Sari", "****"},
        {"\xC3\x89lise Wati", "****"},
        {"3303011234560001", "****"},
        {"9", "9"},
        {"Lumayan", "Lumayan"}, /* one word may be an answer */
        {"luar biasa", "luar biasa"},
        {"Luar biasa", "Luar biasa"},
        {"Sangat Memuaskan", "Sangat Memuaskan"}, /* a word of the labels is in it */
        {"TIDAK TAHU", "TIDAK TAHU"},
        {"Nilai 4", "Nilai 4"},
        {"A B1", "A B1"},
        {"", ""},
    };
    ikmi_labels *labels;
    cr_assert(eq(int, ikmi_labels_new(&labels, ikm_rules_at(0), NULL), IKM_OK));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[64];
        ikmi_mask_answer(out, sizeof out, labels, ikmi_text(cases[i].cell));
        cr_expect(eq(str, out, (char *)cases[i].shown), "case %zu", i);
    }
    ikmi_labels_free(labels);
}

Test(mask, a_word_is_found_in_labels_only_as_a_whole)
{
    ikmi_labels *labels;
    cr_assert(eq(int, ikmi_labels_new(&labels, ikm_rules_at(0), NULL), IKM_OK));
    cr_expect(ikmi_labels_have_word(labels, ikmi_text("sangat")));
    cr_expect(ikmi_labels_have_word(labels, ikmi_text("tidak")));
    cr_expect(not(ikmi_labels_have_word(labels, ikmi_text("sanga"))));
    cr_expect(not(ikmi_labels_have_word(labels, ikmi_text("angat"))));
    cr_expect(not(ikmi_labels_have_word(labels, ikmi_text(""))));
    ikmi_labels_free(labels);
}

Test(mask, a_cell_is_personal_only_as_a_whole)
{
    cr_expect(ikmi_is_personal(ikmi_text(" 081234567890 ")));
    cr_expect(ikmi_is_personal(ikmi_text("budi@contoh.go.id")));
    cr_expect(ikmi_is_personal(ikmi_text("3303011234560001")));
    cr_expect(ikmi_is_personal(ikmi_text("-7.38914 109.36352")));
    cr_expect(not(ikmi_is_personal(ikmi_text("hubungi 081234567890"))));
    cr_expect(not(ikmi_is_personal(ikmi_text("4"))));
    cr_expect(not(ikmi_is_personal(ikmi_text(""))));
    cr_expect(not(ikmi_is_personal(ikmi_text("2024-01-01 12:49"))));
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

Test(mask, any_bytes_come_out_short_enough_without_control_characters_and_without_the_number_in_them)
{
    static const char digits[] = "0123456789 .-+@:()ab\n\xC2\xA0\xFF";
    uint64_t seed = 7;
    for (int round = 0; round < 20000; round++) {
        char text[80], out[64];
        size_t size = next_random(&seed) % 60, limit = 1 + next_random(&seed) % 63;
        for (size_t i = 0; i < size; i++)
            text[i] = round % 2 ? (char)next_random(&seed) : digits[next_random(&seed) % (sizeof digits - 1)];
        ikmi_mask(out, limit, (ikm_text){text, size});
        cr_assert(strlen(out) < limit, "round %d", round);
        for (const char *c = out; *c; c++) {
            bool shown = (unsigned char)*c >= 0x20 && *c != 0x7F;
            cr_expect(shown, "round %d", round);
        }

        /* planted, it does not come out, whatever stands around it */
        static const char planted[] = " 081277788899 ";
        size_t at = next_random(&seed) % (size + 1);
        char around[120];
        memcpy(around, text, at);
        memcpy(around + at, planted, sizeof planted - 1);
        memcpy(around + at + sizeof planted - 1, text + at, size - at);
        char shown[200];
        ikmi_mask(shown, sizeof shown, (ikm_text){around, size + sizeof planted - 1});
        cr_expect(eq(ptr, strstr(shown, "77788899"), NULL), "round %d: %s", round, shown);
    }
}
