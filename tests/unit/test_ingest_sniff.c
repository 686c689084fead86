/* The dialect of a dump, found or told. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/mem.h"
#include "ingest/sniff.h"

#include <stdio.h>
#include <string.h>

#define MARK "\xEF\xBB\xBF"

typedef struct sniff_case {
    const char *name, *text;
    const char *dialect; /* delimiter, quote, escape or '-', newline as n or r */
    int64_t first_line;
} sniff_case;

static const sniff_case cases[] = {
    {"comma", "a,b,c\n1,2,3\n4,5,6\n", ",\"-n", 1},
    {"semicolon", "a;b;c\n1;2;3\n4;5;6\n", ";\"-n", 1},
    {"tab", "a\tb\tc\n1\t2\t3\n", "\t\"-n", 1},
    {"pipe", "a|b|c\n1|2|3\n", "|\"-n", 1},
    {"blank, the same in every record", "a b c\n1 2 3\n4 5 6\n", " \"-n", 1},
    {"caret", "a^b^c\n1^2^3\n4^5^6\n", "^\"-n", 1},
    {"a header alone", "u1,u2,u3\n", ",\"-n", 1},
    {"decimal comma between semicolons", "no;nilai;kode\n1;3,5;4,0\n2;4,5;3,0\n", ";\"-n", 1},
    {"every cell has a decimal comma", "u1;u2\n4,0;3,0\n3,5;2,0\n", ";\"-n", 1},
    {"thousands points and commas", "uraian;pagu;persen\nA;1.903.636.000;93,62\nB;26.695.000;37,83\n", ";\"-n", 1},
    {"commas in free text", "nama;saran\nA;baik, cepat, ramah\nB;lama, tetapi sopan\nC;baik\n", ";\"-n", 1},
    {"semicolons in free text", "id,u1,u2,saran\n1,4,4,baik; cepat\n2,3,4,ramah\n3,4,4,bersih\n", ",\"-n", 1},
    {"a question with a comma in the header", "Cap waktu;\"Layanan, apa?\";u1\n2024-01-02;KTP;4\n", ";\"-n", 1},
    {"titles as they are in papers, in a column", "nama;alamat\nBudi, S.Pd;Jl. Mawar, 3\nAni, M.Si;Jl. Melati, 4\n",
     ";\"-n", 1},
    {"all is quoted", "\"a\";\"b, c\"\n\"1\";\"2, 3\"\n\"4\";\"5\"\n", ";\"-n", 1},
    {"line breaks within quotes", "\"a\nb\",c\n1,2\n3,4\n", ",\"-n", 1},
    {"apostrophes as quotes", "'a','b, c','d'\n'1','2, 3','4'\n", ",'-n", 1},
    {"an apostrophe that begins a name", "org,u1\n'Aisyiyah,4\n'Aisyiyah,3\nMuslimat,4\n", ",\"-n", 1},
    {"an apostrophe before a number, for a spreadsheet", "hp,u1\n'0812,4\n'0813,4\n", ",\"-n", 1},
    {"backslashes before quotes", "a,b\n\"say \\\"yes\\\", or no\",2\nx,3\n", ",\"\\n", 1},
    {"a backslash before the closing quote is a character", "a,b\n\"C:\\\",2\n\"D:\\\",3\n", ",\"-n", 1},
    {"apostrophes and backslashes", "'a','b'\n'it\\'s, so',2\n'x',3\n", ",'\\n", 1},
    {"quotes within fields", "a,b\n5\" pipa,3\n6\" pipa,4\n", ",\"-n", 1},
    {"CRLF", "a,b\r\n1,2\r\n", ",\"-n", 1},
    {"CR", "a,b\r1,2\r3,4\r", ",\"-r", 1},
    {"CR, with LF within quotes", "a,b\r\"x\ny\",2\r3,4\r", ",\"-r", 1},
    {"LF, with a CR within quotes", "a,b\n\"x\ry\",2\n3,4\n", ",\"-n", 1},
    {"no newline at the end", "a,b\n1,2", ",\"-n", 1},
    {"a byte order mark", MARK "a;b\n1;2\n", ";\"-n", 1},
    {"sep=", "sep=;\na;b\n1,5;2,5\n", ";\"-n", 2},
    {"sep= with CRLF and a mark", MARK "sep=,\r\na,b\r\n1,2\r\n", ",\"-n", 2},
    {"sep= in quotes", "\"sep=;\"\na;b\n1;2\n", ";\"-n", 2},
    {"SEP=tab", "SEP=\t\na\tb\n1\t2\n", "\t\"-n", 2},
    {"a word that begins like sep=", "sep=satu,b\n1,2\n3,4\n", ",\"-n", 1},
    {"a preamble and ragged rows", "Judul, panjang\nUnit: x\n\nid;u1;u2\n1;4;4\n2;4\n3;4;4\nJumlah;12\n", ";\"-n", 1},
    {"times are no delimiters", "waktu;u1\n10:00:00;4\n11:30:00;3\n", ";\"-n", 1},
};

static ikmi_sniff sniffed(const char *text, size_t size, const ikmi_told *told, ikm_status *status_out, ikm_error *err)
{
    ikmi_sniff sniff = {.confidence = -1};
    *status_out = ikmi_sniff_find(&sniff, (ikm_text){text, size}, true, told, "dump.csv", IKM_LANG_EN, NULL, err);
    return sniff;
}

static void describe(char out[8], const ikmi_dialect *d)
{
    snprintf(out, 8, "%c%c%c%c", d->delimiter, d->quote, d->escape ? d->escape : '-', d->newline == '\r' ? 'r' : 'n');
}

Test(test_ingest_sniff, the_dialect_is_found_from_the_data)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ikm_status status;
        char dialect[8];
        ikm_error err = {.message = ""};
        ikmi_told told = {.line = 0};
        ikmi_sniff sniff = sniffed(cases[i].text, strlen(cases[i].text), &told, &status, &err);
        cr_expect(eq(int, status, IKM_OK), "%s: %s", cases[i].name, err.message);
        describe(dialect, &sniff.dialect);
        cr_expect(eq(str, dialect, (char *)cases[i].dialect), "%s", cases[i].name);
        cr_expect(eq(i64, sniff.first_line, cases[i].first_line), "%s", cases[i].name);
        cr_expect(sniff.confidence >= 50 && sniff.confidence <= 100, "%s: %d", cases[i].name, sniff.confidence);
    }
}

Test(test_ingest_sniff, two_delimiters_that_explain_it_as_well_are_both_named)
{
    static const char *const texts[] = {"a,b;c\nd,e;f\ng,h;i\n", "satu|dua\tx\ntiga|empat\ty\n", "x;y,z\n"};
    static const char *const words[][2] = {{"--delimiter comma", "--delimiter semicolon"},
                                           {"--delimiter tab", "--delimiter pipe"},
                                           {"comma", "semicolon"}};
    for (size_t i = 0; i < 3; i++) {
        ikm_status status;
        ikm_error err = {.message = ""};
        ikmi_told told = {.line = 0};
        sniffed(texts[i], strlen(texts[i]), &told, &status, &err);
        cr_expect(eq(int, status, IKM_ERR_UNSURE), "%s", texts[i]);
        cr_expect(strstr(err.message, words[i][0]) && strstr(err.message, words[i][1]), "%s", err.message);
        told.dialect.delimiter = strstr(texts[i], "|") ? '|' : ',';
        ikmi_sniff sniff = sniffed(texts[i], strlen(texts[i]), &told, &status, &err);
        cr_expect(eq(int, status, IKM_OK), "told");
        cr_expect(eq(int, sniff.dialect.delimiter, told.dialect.delimiter));
        cr_expect(eq(sz, sniff.count, 0), "nothing else was considered");
        cr_expect(eq(int, sniff.confidence, 100));
    }
}

Test(test_ingest_sniff, what_is_no_table_is_refused)
{
    static const struct {
        const char *text, *word;
    } refused[] = {
        {"", "empty"},
        {"\n\r\n  \n", "empty"},
        {MARK, "empty"},
        {"sep=;\n", "empty"},
        {"Laporan ini bukan tabel.\nSama sekali bukan.\n", "not a table"},
        {"satu\ndua\ntiga\n", "not a table"},
        {"dua kata\n", "not a table"},
        {"dua kata\ndua lagi\ndan lagi\n", "not a table"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        ikm_status status;
        ikm_error err = {.message = ""};
        ikmi_told told = {.line = 0};
        sniffed(refused[i].text, strlen(refused[i].text), &told, &status, &err);
        cr_expect(eq(int, status, IKM_ERR_DATA), "\"%s\"", refused[i].text);
        cr_expect(strstr(err.message, refused[i].word) != NULL, "\"%s\": %s", refused[i].text, err.message);
    }
}

Test(test_ingest_sniff, what_is_told_is_not_looked_for)
{
    static const char text[] = "a;b,c\n'x;y',\"z\",3\n'p;q',\"r\",4\n";
    ikm_status status;
    ikm_error err;
    ikmi_told told = {.dialect = {',', '"', '\0', '"'}};
    ikmi_sniff sniff = sniffed(text, sizeof text - 1, &told, &status, &err);
    cr_expect(eq(int, status, IKM_OK));
    cr_expect(eq(int, sniff.dialect.quote, '"'));
    cr_expect(zero(int, sniff.dialect.escape), "an escape that is the quote is none");
    told.dialect = (ikmi_dialect){'\0', '\'', '\0', '\\'};
    sniff = sniffed(text, sizeof text - 1, &told, &status, &err);
    cr_expect(eq(int, status, IKM_OK));
    cr_expect(eq(int, sniff.dialect.delimiter, ','));
    cr_expect(eq(int, sniff.dialect.quote, '\''));
    cr_expect(eq(int, sniff.dialect.escape, '\\'));
}

Test(test_ingest_sniff, nothing_before_the_line_that_was_told_is_looked_at)
{
    static const char text[] = "x;y;z\nx;y;z\nx;y;z\na,b\n1,2\n3,4\n";
    ikm_status status;
    ikm_error err = {.message = ""};
    ikmi_told told = {.line = 4};
    ikmi_sniff sniff = sniffed(text, sizeof text - 1, &told, &status, &err);
    cr_expect(eq(int, status, IKM_OK), "%s", err.message);
    cr_expect(eq(int, sniff.dialect.delimiter, ','));
    cr_expect(eq(i64, sniff.first_line, 4));
    cr_expect(eq(sz, sniff.first_at, 18));
    told.line = 9;
    sniffed(text, sizeof text - 1, &told, &status, &err);
    cr_expect(eq(int, status, IKM_ERR_DATA));
    cr_expect(strstr(err.message, "line 9") != NULL, "%s", err.message);
}

Test(test_ingest_sniff, candidates_are_told_from_the_best_to_the_worst)
{
    static const char text[] = "no;nilai;kode\n1;3,5;4,0\n2;4,5;3,0\n";
    ikm_status status;
    ikm_error err;
    ikmi_told told = {.line = 0};
    ikmi_sniff sniff = sniffed(text, sizeof text - 1, &told, &status, &err);
    cr_assert(eq(sz, sniff.count, 4));
    for (size_t i = 1; i < sniff.count; i++)
        cr_expect(sniff.candidates[i - 1].fit >= sniff.candidates[i].fit);
    cr_expect(eq(int, sniff.candidates[0].dialect.delimiter, ';'));
    cr_expect(eq(sz, sniff.candidates[0].fields, 3));
    cr_expect(eq(i64, sniff.candidates[0].regular, 3));
    cr_expect(eq(i64, sniff.candidates[0].records, 3));
}

Test(test_ingest_sniff, the_less_regular_a_table_is_the_less_sure_it_is)
{
    static const char even[] = "a;b\n1;2\n3;4\n5;6\n", odd[] = "a;b\n1;2\n3;4;x\n5;6;x;x\n";
    ikm_status status;
    ikm_error err;
    ikmi_told told = {.line = 0};
    ikmi_sniff sure = sniffed(even, sizeof even - 1, &told, &status, &err);
    ikmi_sniff doubtful = sniffed(odd, sizeof odd - 1, &told, &status, &err);
    cr_expect(eq(int, sure.confidence, 100));
    cr_expect(lt(int, doubtful.confidence, 90));
}

Test(test_ingest_sniff, encodings_are_those_of_the_first_byte_above_127_or_told)
{
    static const struct {
        const char *text;
        ikmi_encoding told, found;
    } encodings[] = {
        {"a,b\n1,2\n", IKMI_ENCODING_UNKNOWN, IKMI_ENCODING_UNKNOWN},
        {"a,b\ncaf\xC3\xA9,2\n", IKMI_ENCODING_UNKNOWN, IKMI_ENCODING_UTF8},
        {"a,b\ncaf\xE9,2\n", IKMI_ENCODING_UNKNOWN, IKMI_ENCODING_WINDOWS},
        {MARK "a,b\ncaf\xE9,2\n", IKMI_ENCODING_UNKNOWN, IKMI_ENCODING_UTF8},
        {"a,b\ncaf\xC3\xA9,2\n", IKMI_ENCODING_WINDOWS, IKMI_ENCODING_WINDOWS},
        {"a,b\ncaf\xE9,2\n", IKMI_ENCODING_UTF8, IKMI_ENCODING_UTF8},
    };
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++) {
        ikm_status status;
        ikm_error err;
        ikmi_told told = {.encoding = encodings[i].told};
        ikmi_sniff sniff = sniffed(encodings[i].text, strlen(encodings[i].text), &told, &status, &err);
        cr_expect(eq(int, sniff.encoding, encodings[i].found), "case %zu", i);
    }
}
