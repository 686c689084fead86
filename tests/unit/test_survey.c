/* The whole path from bytes to scores. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "dirty_rows.h"
#include "refusing.h"
#include "survey_text.h"

#define HEADER DIRTY_HEADER

typedef struct refusal_case {
    const char *name, *rows; /* behind HEADER */
    int64_t read, refused;
    const char *issues; /* LINE:COLUMN:KIND:HEADER; */
} refusal_case;

/* Each refused record is found at its line and byte, and nothing else is touched. */
static const refusal_case refusal_cases[] = {
    {"a good row", "A,x,4,4,4,4,4,4,4,4,4\n", 1, 0, ""},
    {"no newline at the end", "A,x,4,4,4,4,4,4,4,4,4", 1, 0, ""},
    {"CRLF", "A,x,4,4,4,4,4,4,4,4,4\r\nA,x,4,4,4,4,4,4,4,4,3\r\n", 2, 0, ""},
    {"a score out of the scale", "A,x,4,4,4,4,4,4,4,4,4\nA,x,4,4,9,4,4,4,4,4,4\n", 2, 1, "3:9:1:u3;"},
    {"zero is no blank", "A,x,4,4,4,4,4,4,4,4,4\nA,x,0,4,4,4,4,4,4,4,4\n", 2, 1, "3:5:1:u1;"},
    {"the leftmost fault is told", "A,x,4,4,4,4,4,4,4,4,4\nA,x,4,4,7,4,4,8,4,4,4\n", 2, 1, "3:9:1:u3;"},
    {"a blank is a blank", "A,x,4,,4,4,4,4,4,4,4\n", 1, 0, ""},
    {"no answer at all", "A,x,4,4,4,4,4,4,4,4,4\nA,x,,,,,,,,,\n", 2, 1, "3:5:3:;"},
    {"only separators", "A,x,4,4,4,4,4,4,4,4,4\n,,,,,,,,,,\n\n   \n\"\",,,,,,,,,,\n", 1, 0, ""},
    {"too few fields", "A,x,4,4,4,4,4,4,4,4,4\nA,x,4,4\n", 2, 1, "3:8:4:;"},
    {"too many fields", "A,x,4,4,4,4,4,4,4,4,4\nA,x,4,4,4,4,4,4,4,4,4,1\n", 2, 1, "3:23:4:;"},
    {"empty fields behind the last", "A,x,4,4,4,4,4,4,4,4,4,,\n", 1, 0, ""},
    {"a stray quote loses its record alone",
     "A,x,4,4,4,4,4,4,4,4,4\nA,\"x\"y,4,4,4,4,4,4,4,4,4\nA,x,4,4,4,4,4,4,4,4,3\n", 3, 1, "3:3:5:;"},
    {"a quote that never closes loses its record alone",
     "A,\"x,4,4,4,4,4,4,4,4,4\nA,x,4,4,4,4,4,4,4,4,4\nA,x,4,4,4,4,4,4,4,4,3\n", 3, 1, "2:3:5:;"},
    {"a quote within a field is a character", "A,5\" pipa,4,4,4,4,4,4,4,4,4\n", 1, 0, ""},
    {"quoted fields with line breaks count their lines", "A,\"satu\ndua\",4,4,4,4,4,4,4,4,4\nA,x,4,4,4,4,4,4,4,4,5\n",
     2, 1, "4:21:1:u9;"},
    {"a fault behind a line break is found in its own line",
     "A,x,4,4,4,4,4,4,4,4,4\nA,\"satu\ndua\",4,5,4,4,4,4,4,4,4\n", 2, 1, "4:8:1:u2;"},
    {"blanks around quotes", "A, \"x\" ,4,4,4,4,4,4,4,4,4\n \"A\",x, 4 ,\"3\",4,4,4,4,4,4,4\n", 2, 0, ""},
    {"a NUL in a score", "A,x,4,4,4,4,4,4,4,4,4\nA,x,4,\0,4,4,4,4,4,4,4\n", 2, 1, "3:7:7:u2;"},
};

Test(test_survey, refused_records_are_counted_and_located)
{
    for (size_t i = 0; i < sizeof refusal_cases / sizeof refusal_cases[0]; i++) {
        const refusal_case *c = &refusal_cases[i];
        ikm_survey *survey;
        ikm_error error;
        ikmi_buffer text, issues;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        ikmi_buffer_init(&text, NULL);
        ikmi_buffer_init(&issues, NULL);
        ikmi_buffer_add_string(&text, HEADER);
        ikmi_buffer_add_string(&text, c->rows);
        if (strstr(c->name, "NUL")) /* what stands behind it is part of the case */
            ikmi_buffer_add(&text, "\0,4,4,4,4,4,4,4\n", 16);
        options.on_issue = survey_text_issue;
        options.issue_ctx = &issues;
        ikm_status status = survey_of_bytes(&survey, text.data, text.size, &options, &error);
        cr_expect(eq(int, status, IKM_OK), "%s: %s", c->name, status ? error.message : "");
        if (status == IKM_OK) {
            ikm_row_counts rows = ikm_survey_rows(survey);
            cr_expect(eq(i64, rows.read, c->read), "%s", c->name);
            cr_expect(eq(i64, rows.refused, c->refused), "%s", c->name);
            cr_expect(eq(i64, rows.used, c->read - c->refused), "%s", c->name);
            cr_expect(eq(str, issues.data ? issues.data : "", (char *)(uintptr_t)c->issues), "%s", c->name);
        }
        ikm_survey_free(survey);
        ikmi_buffer_done(&text);
        ikmi_buffer_done(&issues);
    }
}

static void tell(ikmi_buffer *out, const ikmi_buffer *text, int threads)
{
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.threads = threads;
    options.on_issue = survey_text_issue;
    options.issue_ctx = out;
    ikmi_buffer_clear(out);
    ikm_status status = survey_of_bytes(&survey, text->data, text->size, &options, &error);
    if (status == IKM_OK)
        cr_expect(eq(int, ikm_json_score(survey, (ikm_sink){survey_text_write, out}), IKM_OK));
    else
        ikmi_buffer_add_string(out, error.message);
    ikm_survey_free(survey);
}

Test(test_survey, threads_do_not_change_a_bit)
{
    ikmi_buffer text, one, many;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&one, NULL);
    ikmi_buffer_init(&many, NULL);
    dirty_seed seed = {99};
    for (int round = 0; round < 300; round++) {
        ikmi_buffer_clear(&text);
        ikmi_buffer_add_string(&text, HEADER);
        dirty_rows(&text, &seed, 1 + dirty_draw(&seed, round % 10 ? 60 : 3000), round % 2);
        tell(&one, &text, 1);
        for (int threads = 2; threads <= 9; threads += 1 + (int)dirty_draw(&seed, 3)) {
            tell(&many, &text, threads);
            cr_assert(eq(str, many.data, one.data), "%d threads, round %d", threads, round);
        }
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&one);
    ikmi_buffer_done(&many);
}

Test(test_survey, the_first_byte_above_127_decides_the_encoding_however_late_it_comes)
{
    ikmi_buffer text;
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.threads = 4;
    for (int windows = 0; windows < 2; windows++) {
        ikmi_buffer_init(&text, NULL);
        ikmi_buffer_add_string(&text, HEADER);
        for (int row = 0; row < 20000; row++)
            ikmi_buffer_add_string(&text, row == 15000   ? windows ? "Caf\xE9,x,4,4,4,4,4,4,4,4,4\n"
                                                                   : "Caf\xC3\xA9,x,4,4,4,4,4,4,4,4,4\n"
                                          : row == 19000 ? "\xC3\xA9,x,4,4,4,4,4,4,4,4,4\n"
                                                         : "A,x,4,4,4,4,4,4,4,4,3\n");
        cr_assert(eq(int, survey_of_bytes(&survey, text.data, text.size, &options, &error), IKM_OK));
        cr_expect(eq(str, (char *)(uintptr_t)ikm_survey_file(survey, 0)->encoding, windows ? "windows-1252" : "utf-8"));
        cr_assert(eq(sz, ikm_survey_score_count(survey), 4));
        cr_expect(eq(str, (char *)(uintptr_t)ikm_survey_key(survey, 2, 0), "Caf\xC3\xA9"));
        cr_expect(eq(str, (char *)(uintptr_t)ikm_survey_key(survey, 3, 0), windows ? "\xC3\x83\xC2\xA9" : "\xC3\xA9"));
        ikm_survey_free(survey);
        ikmi_buffer_done(&text);
    }
}

Test(test_survey, a_field_or_a_record_over_the_limit_loses_itself_alone)
{
    ikmi_buffer text, issues;
    ikm_survey *survey;
    ikm_error error;
    static char filler[3 << 20];
    memset(filler, 'x', sizeof filler);
    for (int kind = 0; kind < 3; kind++) {
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        ikmi_buffer_init(&text, NULL);
        ikmi_buffer_init(&issues, NULL);
        options.on_issue = survey_text_issue;
        options.issue_ctx = &issues;
        ikmi_buffer_add_string(&text, HEADER "A,x,4,4,4,4,4,4,4,4,4\nA,");
        ikmi_buffer_add_string(&text, kind == 1 ? "\"" : "");
        ikmi_buffer_add(&text, filler, 2 << 20);
        if (kind == 2)
            for (int i = 0; i < 3; i++)
                ikmi_buffer_add(&text, filler, sizeof filler);
        ikmi_buffer_add_string(&text, kind == 1 ? "\",4,4,4,4,4,4,4,4,4\n" : ",4,4,4,4,4,4,4,4,4\n");
        ikmi_buffer_add_string(&text, "A,x,4,4,4,4,4,4,4,4,4\nA,x,4,4,4,4,4,4,4,4,5\n");
        cr_assert(eq(int, survey_of_bytes(&survey, text.data, text.size, &options, &error), IKM_OK));
        cr_expect(eq(i64, ikm_survey_rows(survey).read, 4));
        cr_expect(eq(str, issues.data,
                     kind == 0   ? "3:3:6:;5:21:1:u9;"
                     : kind == 1 ? "3:3:5:;5:21:1:u9;"
                                 : "3:1:6:;5:21:1:u9;"));
        ikm_survey_free(survey);
        ikmi_buffer_done(&text);
        ikmi_buffer_done(&issues);
    }
}

Test(test_survey, every_allocation_may_be_refused)
{
    const char *text = HEADER "A,x,4,4,4,4,4,4,4,4,4\n\"B \"\"b\"\"\",x,4,,4,4,4,4,4,4,4\nA,x,9,4,4,4,4,4,4,4,4\n";
    ikmi_buffer issues;
    ikmi_buffer_init(&issues, NULL);
    for (long n = 0;; n++) {
        refusing memory;
        ikm_survey *survey;
        ikm_error error;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        refusing_init(&memory, n);
        options.mem = &memory.mem;
        options.threads = 1;
        options.on_issue = survey_text_issue;
        options.issue_ctx = &issues;
        ikm_status status = survey_of(&survey, text, &options, &error);
        if (status == IKM_OK) {
            cr_expect(gt(long, n, 20));
            ikm_survey_free(survey);
            cr_expect(zero(long, memory.live));
            break;
        }
        cr_expect(eq(int, status, IKM_ERR_NOMEM), "request %ld: %s", n, error.message);
        cr_expect(zero(ptr, survey));
        cr_expect(zero(long, memory.live), "request %ld", n);
    }
    ikmi_buffer_done(&issues);
}

typedef struct failure_case {
    const char *name, *text;
    ikm_status status;
    const char *in_message;
} failure_case;

static const failure_case failure_cases[] = {
    {"empty", "", IKM_ERR_DATA, "empty"},
    {"blank lines", "\n\n  \n", IKM_ERR_DATA, "empty"},
    {"header only", HEADER, IKM_ERR_DATA, "no data"},
    {"no table", "just some words\nand more of them\n", IKM_ERR_DATA, "not a table"},
    {"nothing usable", HEADER "A,x,9,4,4,4,4,4,4,4,4\n", IKM_ERR_DATA, "nothing is usable"},
    {"unclosed header", "\"layanan,u1,u2\n", IKM_ERR_DATA, ""},
};

Test(test_survey, what_is_no_survey_is_refused_with_a_message)
{
    for (size_t i = 0; i < sizeof failure_cases / sizeof failure_cases[0]; i++) {
        const failure_case *c = &failure_cases[i];
        ikm_survey *survey;
        ikm_error error;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        options.lang = IKM_LANG_EN;
        cr_expect(eq(int, survey_of(&survey, c->text, &options, &error), c->status), "%s", c->name);
        cr_expect(zero(ptr, survey));
        cr_expect(ne(ptr, strstr(error.message, c->in_message), NULL), "%s: %s", c->name, error.message);
    }
}
