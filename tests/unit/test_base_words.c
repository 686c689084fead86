#include "base/words.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

static unsigned placeholders(const char *text)
{
    unsigned set = 0;
    for (; (text = strchr(text, '{')); text++)
        if (text[1] >= '1' && text[1] <= '9' && text[2] == '}')
            set |= 1U << (text[1] - '0');
    return set;
}

static bool is_clean(const char *text)
{
    for (const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text; *at;) {
        utf8proc_int32_t character;
        utf8proc_ssize_t size = utf8proc_iterate(at, -1, &character);
        if (size < 1 || character < ' ' || character == 0x7f)
            return false;
        at += size;
    }
    return true;
}

static bool has_stray_braces(const char *text)
{
    for (; (text = strpbrk(text, "{}")); text += 3)
        if (text[0] == '}' || text[1] < '1' || text[1] > '9' || text[2] != '}')
            return true;
    return false;
}

Test(test_base_words, every_word_is_said_in_both_languages_with_the_same_placeholders)
{
    for (int word = 0; word < IKMI_WORD_COUNT; word++) {
        const char *name = ikmi_word_name((ikmi_word)word);
        const char *text[] = {ikmi_word_text(IKM_LANG_ID, (ikmi_word)word),
                              ikmi_word_text(IKM_LANG_EN, (ikmi_word)word)};
        for (int lang = 0; lang < 2; lang++) {
            cr_expect(text[lang][0] != '\0', "%s is empty in language %d", name, lang);
            cr_expect(not(has_stray_braces(text[lang])), "%s: %s", name, text[lang]);
        }
        cr_expect(eq(uint, placeholders(text[0]), placeholders(text[1])), "%s: \"%s\" and \"%s\"", name, text[0],
                  text[1]);
        unsigned set = placeholders(text[0]) >> 1;
        cr_expect(eq(uint, set & (set + 1), 0), "%s has a placeholder without the ones before it: %s", name, text[0]);
    }
}

Test(test_base_words, every_word_is_valid_utf8_without_control_characters)
{
    for (int word = 0; word < IKMI_WORD_COUNT; word++)
        for (int lang = 0; lang < 2; lang++) {
            const char *text = ikmi_word_text((ikm_lang)lang, (ikmi_word)word), *line = text;
            /* help texts are of several lines */
            for (char copy[4096]; *line; line += strcspn(line, "\n"), line += *line == '\n') {
                size_t size = strcspn(line, "\n");
                cr_assert(size < sizeof copy);
                memcpy(copy, line, size);
                copy[size] = '\0';
                cr_expect(is_clean(copy), "%s: %s", ikmi_word_name((ikmi_word)word), text);
            }
        }
}

Test(test_base_words, every_name_finds_its_own_word)
{
    for (int word = 0; word < IKMI_WORD_COUNT; word++) {
        const char *name = ikmi_word_name((ikmi_word)word);
        cr_expect(ikm_words(IKM_LANG_ID, name) == ikmi_word_text(IKM_LANG_ID, (ikmi_word)word),
                  "%s stands in the table more than once", name);
        cr_expect(ikm_words(IKM_LANG_EN, name) == ikmi_word_text(IKM_LANG_EN, (ikmi_word)word), "%s", name);
    }
    cr_expect(ikm_words(IKM_LANG_ID, "NO_SUCH_WORD") == NULL);
    cr_expect(ikm_words(IKM_LANG_ID, "") == NULL);
    cr_expect(ikm_words(IKM_LANG_ID, NULL) == NULL);
}

Test(test_base_words, placeholders_are_filled_in_wherever_they_stand)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"", ""},
        {"{1}", "satu"},
        {"{2}{1}", "duasatu"},
        {"a {1} b {2} c {1}", "a satu b dua c satu"},
        {"{3} is not given", "{3} is not given"},
        {"{0} {x} {1", "{0} {x} {1"},
        {"{{1}}", "{satu}"},
        {"an open {", "an open {"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[100] = "before";
        ikmi_fill(out, sizeof out, cases[i].text, IKMI_SAY("satu", "dua"));
        cr_expect(eq(str, out, (char *)cases[i].expected));
    }
}

Test(test_base_words, what_was_filled_in_is_not_filled_in_again)
{
    char out[100];
    ikmi_fill(out, sizeof out, "{1} {2}", IKMI_SAY("{2}", "{1}"));
    cr_expect(eq(str, out, "{2} {1}"));
}

Test(test_base_words, a_sentence_is_cut_at_a_whole_character)
{
    /* 1 + 2 + 3 + 4 bytes */
    static const char text[] = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80";
    static const size_t fits[] = {0, 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
    for (size_t size = 1; size <= 11; size++) {
        char out[12];
        memset(out, '#', sizeof out);
        ikmi_fill(out, size, "{1}", IKMI_SAY(text));
        cr_expect(eq(sz, strlen(out), fits[size]), "%zu bytes", size);
        cr_expect(eq(int, strncmp(out, text, fits[size]), 0));
        cr_expect(size > 11 || out[size] == '#', "%zu bytes: written beyond the end", size);
        ikmi_fill(out, size, text, NULL, 0);
        cr_expect(eq(sz, strlen(out), fits[size]), "%zu bytes of plain text", size);
    }
}

Test(test_base_words, nothing_follows_what_was_cut)
{
    char out[8];
    ikmi_fill(out, sizeof out, "{1}, {2}", IKMI_SAY("Kejobong Timur", "x"));
    cr_expect(eq(str, out, "Kejobon"));
}

Test(test_base_words, a_program_says_sentences_by_their_names)
{
    char out[100] = "before";
    const char *const args[] = {"x.csv"}, *const hole[] = {NULL};
    cr_expect(eq(int, ikm_words_say(out, sizeof out, IKM_LANG_ID, "NO_SUCH_FILE", args, 1), IKM_OK));
    cr_expect(eq(str, out, "x.csv: berkas tidak ada"));
    cr_expect(eq(int, ikm_words_say(out, sizeof out, IKM_LANG_EN, "NO_SUCH_FILE", args, 1), IKM_OK));
    cr_expect(eq(str, out, "x.csv: no such file"));
    cr_expect(eq(int, ikm_words_say(out, sizeof out, IKM_LANG_EN, "NO_SUCH_WORD", args, 1), IKM_ERR_UNKNOWN));
    cr_expect(eq(int, ikm_words_say(NULL, sizeof out, IKM_LANG_EN, "NO_SUCH_FILE", args, 1), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_words_say(out, 0, IKM_LANG_EN, "NO_SUCH_FILE", args, 1), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_words_say(out, sizeof out, IKM_LANG_EN, NULL, args, 1), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_words_say(out, sizeof out, IKM_LANG_EN, "NO_SUCH_FILE", NULL, 1), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_words_say(out, sizeof out, IKM_LANG_EN, "NO_SUCH_FILE", hole, 1), IKM_ERR_ARGUMENT));
    cr_expect(eq(str, out, "x.csv: no such file"), "a failed call leaves it alone");
}

Test(test_base_words, a_failure_carries_its_status_and_no_position)
{
    ikm_error error;
    memset(&error, 0x55, sizeof error);
    cr_expect(
        eq(int, ikmi_fail(&error, IKM_ERR_IO, IKM_LANG_EN, IKMI_WORD_NO_SUCH_FILE, IKMI_SAY("x.csv")), IKM_ERR_IO));
    cr_expect(eq(int, error.status, IKM_ERR_IO));
    cr_expect(error.line == 0 && error.column == 0 && error.offset == -1);
    cr_expect(eq(str, error.message, "x.csv: no such file"));
    cr_expect(eq(int, ikmi_fail(NULL, IKM_ERR_IO, IKM_LANG_EN, IKMI_WORD_NO_SUCH_FILE, IKMI_SAY("x.csv")), IKM_ERR_IO));
}

Test(test_base_words, plain_failures_say_what_they_are)
{
    static const struct {
        ikm_status status;
        const char *message;
    } cases[] = {
        {IKM_ERR_NOMEM, "out of memory"},
        {IKM_ERR_OVERFLOW, "a number is too large to be computed"},
        {IKM_ERR_ARGUMENT, "the library was called with a wrong argument"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ikm_error error;
        cr_expect(eq(int, ikmi_fail_plain(&error, cases[i].status, IKM_LANG_EN), cases[i].status));
        cr_expect(eq(str, error.message, (char *)cases[i].message));
    }
}
