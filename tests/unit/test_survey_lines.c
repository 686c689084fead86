/* The long shape and the counts: lines of answers, read as the respondents that they are. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "refusing.h"
#include "shaped.h"
#include "survey_text.h"

static void read_and_tell(ikmi_buffer *out, const ikmi_buffer *text, ikm_survey_options options)
{
    ikm_survey *survey;
    ikm_error error = {.status = IKM_OK};
    ikmi_buffer_clear(out);
    ikm_status status = survey_of_bytes(&survey, text->data, text->size, &options, &error);
    if (status == IKM_OK)
        shaped_tell(out, survey);
    else
        ikmi_buffer_add_string(out, error.message);
    ikm_survey_free(survey);
}

Test(test_survey_lines, the_same_answers_give_the_same_counts_in_every_shape)
{
    static shaped s = {.state = 4};
    static const char *const both[] = {"layanan", "unit"}, *const unit[] = {"unit"};
    ikmi_buffer text, wide, other;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&wide, NULL);
    ikmi_buffer_init(&other, NULL);
    for (int round = 0; round < 120; round++) {
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        shaped_make(&s, 12 + shaped_draw(&s, round % 10 ? 40 : SHAPED_MOST - 12), round % 3);
        options.by = round % 4 == 1 ? both : round % 4 == 2 ? unit : NULL;
        options.by_count = round % 4 == 1 ? 2 : 1;
        options.threads = 1 + round % 3;
        ikmi_buffer_clear(&text);
        shaped_wide(&text, &s);
        read_and_tell(&wide, &text, options);
        for (int scattered = 0; scattered < 2; scattered++) {
            ikmi_buffer_clear(&text);
            shaped_long(&text, &s, scattered);
            read_and_tell(&other, &text, options);
            cr_assert(eq(str, other.data, wide.data), "long, round %d", round);
        }
        ikmi_buffer_clear(&text);
        shaped_counts(&text, &s);
        read_and_tell(&other, &text, options);
        cr_assert(eq(str, other.data, wide.data), "counts, round %d", round);
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&wide);
    ikmi_buffer_done(&other);
}

#define LONG   "responden_id,layanan,unsur,nilai\n"
#define COUNTS "layanan,unsur,nilai,jumlah\n"

/* Nine answers of one respondent, element 3 last. */
#define ANSWERS(id)                                                                                                    \
    id ",A,u1,4\n" id ",A,u2,4\n" id ",A,u4,4\n" id ",A,u5,4\n" id ",A,u6,4\n" id ",A,u7,4\n" id ",A,u8,4\n" id        \
       ",A,u9,4\n" id ",A,u3,4\n"

/* What all respondents of a counts table answered. */
#define COUNTED(service, n)                                                                                            \
    service ",u1,4," n "\n" service ",u2,4," n "\n" service ",u3,4," n "\n" service ",u4,4," n "\n" service ",u5,4," n \
            "\n" service ",u6,4," n "\n" service ",u7,4," n "\n" service ",u8,4," n "\n" service ",u9,4," n "\n"

typedef struct line_case {
    const char *name, *text;
    int strict;
    int64_t read, refused;
    const char *issues; /* LINE:COLUMN:KIND:HEADER; */
} line_case;

static const line_case line_cases[] = {
    {"two respondents", LONG ANSWERS("1") ANSWERS("2"), 0, 2, 0, ""},
    {"a line that is no score refuses its respondent", LONG ANSWERS("1") "2,A,u1,9\n" ANSWERS("3"), 0, 3, 1,
     "11:8:1:nilai;"},
    {"the first fault of a respondent is told alone", LONG ANSWERS("1") "2,A,u1,9\n2,A,u2,8\n", 0, 2, 1,
     "11:8:1:nilai;"},
    {"an element answered twice", LONG ANSWERS("1") ANSWERS("2") "2,A,u1,4\n", 0, 2, 1, "20:5:8:unsur;"},
    {"a blank and an answer are one answer", LONG ANSWERS("1") "2,A,u1,\n2,A,u1,3\n", 0, 2, 0, ""},
    {"blanks alone are no answer", LONG ANSWERS("1") "2,A,u1,\n2,A,u2,-\n" ANSWERS("3"), 0, 3, 1, "11:8:3:;"},
    {"no such element", LONG ANSWERS("1") "2,A,u1,4\n2,A,u77,3\n", 0, 2, 1, "12:5:9:unsur;"},
    {"no element at all", LONG ANSWERS("1") "2,A,u1,4\n2,A,,3\n", 0, 2, 1, "12:5:9:unsur;"},
    {"nobody", LONG ANSWERS("1") ",A,u1,4\n,A,u2,4\n", 0, 3, 2, "11:1:9:responden_id;12:1:9:responden_id;"},
    {"blank lines and separators alone", LONG ANSWERS("1") "\n,,,\n  \n" ANSWERS("2"), 0, 2, 0, ""},
    {"too few fields refuse their respondent", LONG ANSWERS("1") "2,A\n" ANSWERS("2") ANSWERS("3"), 0, 3, 1,
     "11:4:4:;"},
    {"a stray quote refuses its respondent", LONG ANSWERS("1") "2,\"x\"y,u1,4\n" ANSWERS("2") ANSWERS("3"), 0, 3, 1,
     "11:3:5:;"},
    {"a stray quote before the respondent is a record of its own", LONG ANSWERS("1") "\"x\"y,A,u1,4\n" ANSWERS("2"), 0,
     3, 1, "11:1:5:;"},
    {"scattered, told by line", LONG "2,A,u1,\n3,A,u1,\n1,A,u1,4\n2,A,u2,9\n4,A,u1,\n1,A,u2,3\n3,A,u2,-\n", 0, 4, 3,
     "3:8:3:;5:8:1:nilai;6:8:3:;"},
    {"strict: a blank", LONG ANSWERS("1") "2,A,u1,\n", 1, 2, 1, "11:8:2:nilai;"},
    {"strict: a line that is not there", LONG ANSWERS("1") "2,A,u1,4\n2,A,u2,4\n" ANSWERS("3"), 1, 3, 1, "11:8:2:;"},
    {"counts", COUNTS COUNTED("A", "10") COUNTED("B", "5"), 0, 15, 0, ""},
    {"counts of blanks", COUNTS COUNTED("A", "10") "A,u1,,2\n", 0, 12, 0, ""},
    {"counts of nobody", COUNTS COUNTED("A", "10") COUNTED("B", "0") "A,u1,3,0\n", 0, 10, 0, ""},
    {"counts that are none", COUNTS COUNTED("A", "10") COUNTED("B", "5") "B,u1,3,x\n", 0, 15, 5, "20:8:9:jumlah;"},
    {"counts of no score", COUNTS COUNTED("A", "10") COUNTED("B", "5") "B,u1,7,1\n", 0, 15, 5, "20:6:1:nilai;"},
    {"counts of blanks alone", COUNTS COUNTED("A", "10") "B,u1,,3\nB,u2,,3\n", 0, 13, 3, "11:6:3:;"},
    {"counts with too few fields", COUNTS COUNTED("A", "10") "A,u1\n", 0, 11, 1, "11:5:4:;"},
    {"thousands are not guessed", COUNTS COUNTED("A", "10") "B,u1,4,1.000\n", 0, 11, 1, "11:8:9:jumlah;"},
    {"counts with decimals", COUNTS COUNTED("A", "\"10,0\""), 0, 10, 0, ""},
};

Test(test_survey_lines, a_line_that_cannot_be_read_refuses_its_respondent_where_it_stands)
{
    for (size_t i = 0; i < sizeof line_cases / sizeof line_cases[0]; i++) {
        const line_case *c = &line_cases[i];
        ikm_survey *survey;
        ikm_error error;
        ikmi_buffer issues;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        ikm_convention convention = IKM_CONVENTION_INIT;
        convention.missing = c->strict ? IKM_MISSING_STRICT : IKM_MISSING_PER_ELEMENT;
        ikmi_buffer_init(&issues, NULL);
        options.convention = &convention;
        options.on_issue = survey_text_issue;
        options.issue_ctx = &issues;
        ikm_status status = survey_of(&survey, c->text, &options, &error);
        cr_expect(eq(int, status, IKM_OK), "%s: %s", c->name, status ? error.message : "");
        if (status == IKM_OK) {
            ikm_row_counts rows = ikm_survey_rows(survey);
            cr_expect(eq(i64, rows.read, c->read), "%s", c->name);
            cr_expect(eq(i64, rows.refused, c->refused), "%s", c->name);
            cr_expect(eq(i64, rows.used, c->read - c->refused), "%s", c->name);
            cr_expect(eq(str, issues.data ? issues.data : "", (char *)(uintptr_t)c->issues), "%s", c->name);
        }
        ikm_survey_free(survey);
        ikmi_buffer_done(&issues);
    }
}
