/* Lines of a terminal: broken where a reader would break them, never wider than asked, nothing lost. */
#include "document/wrap.h"

#include "gathering.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

static ikm_text text_of(const char *string)
{
    return (ikm_text){string, strlen(string)};
}

/* The lines with "|" between them. */
static char *wrapped(const char *string, size_t width)
{
    static char out[512];
    size_t used = 0;
    ikm_text rest = text_of(string);
    do {
        ikm_text line = ikmi_wrap_next(&rest, width);
        used += (size_t)snprintf(out + used, sizeof out - used, "%s%.*s", used ? "|" : "", (int)line.size, line.data);
    } while (rest.size);
    return out;
}

Test(document_wrap, a_line_is_broken_at_a_blank_else_behind_a_joint_else_anywhere)
{
    static const struct {
        const char *text;
        size_t width;
        const char *lines;
    } cases[] = {
        {"Sarana dan Prasarana", 20, "Sarana dan Prasarana"},
        {"Sarana dan Prasarana", 19, "Sarana dan|Prasarana"},
        {"Sarana dan Prasarana", 10, "Sarana dan|Prasarana"},
        {"Sarana   dan", 7, "Sarana|dan"},
        {"Biaya/Tarif", 8, "Biaya/|Tarif"},
        {"laki-laki", 6, "laki-|laki"},
        {"Penanganan", 4, "Pena|ngan|an"},
        {"\xE5\xBD\x93\xE5\x9C\xB0", 3, "\xE5\xBD\x93|\xE5\x9C\xB0"},
        {"\xE5\xBD\x93\xE5\x9C\xB0", 1, "\xE5\xBD\x93|\xE5\x9C\xB0"}, /* a character is never cut */
        {"satu\ndua tiga", 80, "satu|dua tiga"},
        {"satu\n\ndua", 80, "satu||dua"},
        {"", 10, ""},
        {"tanpa batas", 0, "tanpa batas"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(eq(str, wrapped(cases[i].text, cases[i].width), (char *)cases[i].lines), "case %zu", i);
}

Test(document_wrap, lines_fit_and_hold_every_letter)
{
    static const char *const words[] = {"unsur",
                                        "dan",
                                        "layanan",
                                        "biaya/tarif",
                                        "\xC3\xA9t\xC3\xA9",
                                        "a",
                                        "pertanggungjawaban",
                                        "\xE5\xBD\x93\xE5\x9C\xB0"};
    uint64_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        char text[512] = "", letters[512] = "", found[512] = "";
        for (int i = 0; i < 20; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            strcat(strcat(text, i ? " " : ""), words[(seed >> 33) % 8]);
            strcat(letters, words[(seed >> 33) % 8]);
        }
        size_t width = 2 + (seed >> 40) % 30;
        ikm_text rest = text_of(text);
        while (rest.size) {
            ikm_text line = ikmi_wrap_next(&rest, width);
            cr_assert(ikm_text_width(line) <= width);
            for (size_t i = 0; i < line.size; i++)
                if (line.data[i] != ' ')
                    strncat(found, line.data + i, 1);
        }
        cr_assert(eq(str, found, letters));
    }
}

Test(document_wrap, nothing_that_steers_a_terminal_or_turns_the_line_is_shown)
{
    ikmi_buffer shown;
    ikmi_buffer_init(&shown, NULL);
    ikmi_add_shown(&shown, text_of("a\x1b[31m\tb\r\nc\rd\xE2\x80\xAE"
                                   "e"));
    cr_expect(eq(str, shown.data,
                 "a\xEF\xBF\xBD[31m b\nc\nd\xEF\xBF\xBD"
                 "e"));
    ikmi_buffer_done(&shown);
}

Test(document_wrap, widths_are_of_the_widest_line_and_word)
{
    cr_expect(eq(sz, ikmi_line_width(text_of("satu dua\ntiga")), 8));
    cr_expect(eq(sz, ikmi_word_width(text_of("satu dua\npertama")), 7));
    cr_expect(eq(sz, ikmi_cut(text_of("\xE5\xBD\x93\xE5\x9C\xB0"), 3).size, 3));
}
