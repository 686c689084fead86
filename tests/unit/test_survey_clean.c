/* What was read, as plain CSV. Whole files of every habit are in tests/cases/clean. */
#include "ikm/clean.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "capture.h"
#include "refusing.h"

#include <stdio.h>
#include <string.h>

typedef ikm_status (*clean_fn)(ikm_sink sink, const ikm_input *input, const ikm_survey_options *options,
                               ikm_row_counts *rows_out, ikm_error *err);

typedef struct clean_case {
    const char *name;
    clean_fn clean;
    const char *csv, *expected;
    int64_t read, refused;
} clean_case;

#define SCORES "u1,u2,u3,u4,u5,u6,u7,u8,u9"
#define CODES  "U1,U2,U3,U4,U5,U6,U7,U8,U9\r\n"

static const clean_case clean_cases[] = {
    {"personal columns, free text and others are left out", ikm_clean,
     "nama,layanan,nik,hobi,saran," SCORES ",jenis kelamin\n"
     "Siti,KTP,3303011234567890,tari,\"bagus, cepat\",4,4,4,4,4,4,4,4,3,P\n",
     "layanan,jenis kelamin," CODES "KTP,P,4,4,4,4,4,4,4,4,3\r\n", 1, 0},
    {"labels become digits, a blank stays empty", ikm_clean, SCORES "\nSesuai,Mudah,c,4.0,\"3\",,4,Tidak ada,Buruk\n",
     CODES "3,3,3,4,3,,4,1,1\r\n", 1, 0},
    {"refused records are left out", ikm_clean,
     SCORES "\n4,4,4,4,4,4,4,4,4\n4,4,9,4,4,4,4,4,4\n4,4\n1,4,4,4,4,4,4,4,4\n",
     CODES "4,4,4,4,4,4,4,4,4\r\n1,4,4,4,4,4,4,4,4\r\n", 4, 2},
    {"a service that needs quotes", ikm_clean,
     "layanan;"
     "u1;u2;u3;u4;u5;u6;u7;u8;u9\nKTP, \"baru\";4;4;4;4;4;4;4;4;4\n",
     "layanan," CODES "\"KTP, \"\"baru\"\"\",4,4,4,4,4,4,4,4,4\r\n", 1, 0},
    {"all: every cell, personal ones too", ikm_clean_all, "nama;nik\nSiti;3303011234567890\n",
     "nama,nik\r\nSiti,3303011234567890\r\n", 1, 0},
    {"all: blanks within quotes stay, and outside of them without quotes", ikm_clean_all,
     "a,b\n\" x \",y\n z ,w\nq , \"v\" \n", "a,b\r\n\" x \",y\r\n\" z \",w\r\n\"q \",v\r\n", 3, 0},
    {"all: line breaks in cells stay as they are", ikm_clean_all, "a,b\r\n\"1\n2\",\"3\r\n4\"\r\n",
     "a,b\r\n\"1\n2\",\"3\r\n4\"\r\n", 1, 0},
    {"all: records keep their fields", ikm_clean_all, "a,b\n1\n1,2,3\n,\n\n", "a,b\r\n1\r\n1,2,3\r\n,\r\n", 3, 0},
    {"all: one empty cell is no empty line", ikm_clean_all, "a,b\n\"\"\n", "a,b\r\n\"\"\r\n", 1, 0},
    {"all: a stray quote is refused", ikm_clean_all, "a,b\n\"x\"y,2\n3,4\n", "a,b\r\n3,4\r\n", 2, 1},
};

Test(test_survey_clean, what_was_read_comes_out_plain)
{
    for (size_t i = 0; i < sizeof clean_cases / sizeof *clean_cases; i++) {
        const clean_case *c = &clean_cases[i];
        capture out = {.text = NULL};
        ikm_error error = {.status = IKM_OK};
        ikm_row_counts rows = {0};
        ikm_input input = {.name = "a.csv", .bytes = {c->csv, strlen(c->csv)}};
        ikm_status status = c->clean(capture_sink(&out), &input, NULL, &rows, &error);
        cr_expect(eq(int, status, IKM_OK), "%s: %s", c->name, error.message);
        cr_expect(eq(str, out.text ? out.text : "", (char *)c->expected), "%s", c->name);
        cr_expect(eq(i64, rows.read, c->read), "%s", c->name);
        cr_expect(eq(i64, rows.refused, c->refused), "%s", c->name);
        cr_expect(eq(i64, rows.used, c->read - c->refused), "%s", c->name);
        capture_done(&out);
    }
}

#define DATED(date) date ",4,4,4,4,4,4,4,4,4\n"

/* More dates that can be read in two ways than are looked at to begin with, and one that cannot. */
static char *long_dump(const char *last)
{
    enum { ROWS = 12000, ROW_SIZE = sizeof DATED("03/02/2024") - 1 };
    char *csv = malloc(ROWS * ROW_SIZE + 128), *at = csv;
    cr_assert(csv != NULL);
    at += sprintf(at, "tanggal," SCORES "\n");
    for (int row = 0; row < ROWS; row++)
        at = (char *)memcpy(at, DATED("03/02/2024"), ROW_SIZE) + ROW_SIZE;
    strcpy(at, last);
    return csv;
}

/* A row a line, which can be had once. */
typedef struct lines_source {
    char *at;
    int64_t line;
    ikm_field fields[10];
} lines_source;

static ikm_status next_line(void *ctx, const ikm_field **fields_out, size_t *count_out, int64_t *line_out,
                            ikm_error *err)
{
    lines_source *source = ctx;
    (void)err;
    *count_out = 0;
    *fields_out = *source->at ? source->fields : NULL;
    *line_out = ++source->line;
    while (*source->at) {
        size_t size = strcspn(source->at, ",\n");
        char end = source->at[size];
        source->fields[*count_out] = (ikm_field){{source->at, size}, (int64_t)*count_out + 1};
        ++*count_out;
        source->at += size + 1;
        if (end == '\n')
            break;
    }
    return IKM_OK;
}

Test(test_survey_clean, dates_are_filtered_in_the_order_that_all_of_them_have)
{
    static const struct {
        const char *last, *from, *written;
        ikm_status once; /* where the dump can be read only once */
    } cases[] = {
        {DATED("03/31/2024"), "2024-03-04", "03/31/2024,4,4,4,4,4,4,4,4,4\r\n", IKM_ERR_UNSURE},
        {DATED("31/03/2024"), "2024-03-04", "31/03/2024,4,4,4,4,4,4,4,4,4\r\n", IKM_OK},
        {DATED("31/03/2024") DATED("03/31/2024"), "2024-03-04", NULL, IKM_ERR_UNSURE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int once = 0; once < 2; once++) {
            capture out = {.text = NULL};
            ikm_error error = {.status = IKM_OK};
            ikm_row_counts counts = {0};
            ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
            char *csv = long_dump(cases[i].last);
            lines_source source = {.at = csv};
            const ikm_rows rows = {next_line, &source};
            const ikm_input again = {.name = "a.csv", .bytes = {csv, strlen(csv)}};
            const ikm_input single = {.name = "a.csv", .rows = &rows};
            options.from = cases[i].from;
            ikm_status status = ikm_clean(capture_sink(&out), once ? &single : &again, &options, &counts, &error);
            ikm_status expected = once ? cases[i].once : cases[i].written ? IKM_OK : IKM_ERR_UNSURE;
            cr_expect(eq(int, (int)status, (int)expected), "case %zu, once %d: %s", i, once, error.message);
            if (status == IKM_OK) {
                const char *behind = strchr(out.text, '\n') + 1; /* the header */
                cr_expect(eq(str, (char *)(uintptr_t)behind, (char *)(uintptr_t)cases[i].written), "case %zu", i);
                cr_expect(eq(i64, counts.filtered, 12000));
                cr_expect(eq(i64, counts.used, 1));
            } else {
                cr_expect(ne(int, error.message[0], '\0'));
                cr_expect(once || !out.text, "nothing was written before it was clear");
            }
            capture_done(&out);
            free(csv);
        }
}

Test(test_survey_clean, what_the_filter_and_being_unfinished_leave_out_is_counted)
{
    static const char csv[] = "submitdate,layanan," SCORES "\n2024-01-02,A,4,4,4,4,4,4,4,4,4\n,A,4,4,4,4,4,4,4,4,3\n"
                              "2024-01-03,B,4,4,4,4,4,4,4,4,2\n2024-01-04,A,9,4,4,4,4,4,4,4,1\n";
    static const char *const where[] = {"layanan=A"};
    for (int incomplete = 0; incomplete < 2; incomplete++) {
        capture out = {.text = NULL};
        ikm_row_counts rows = {0};
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        const ikm_input input = {.name = "a.csv", .bytes = {csv, sizeof csv - 1}};
        options.where = where;
        options.where_count = 1;
        options.incomplete = incomplete;
        cr_assert(eq(int, (int)ikm_clean(capture_sink(&out), &input, &options, &rows, NULL), (int)IKM_OK));
        cr_expect(eq(str, out.text,
                     incomplete ? "submitdate,layanan," CODES
                                  "2024-01-02,A,4,4,4,4,4,4,4,4,4\r\n,A,4,4,4,4,4,4,4,4,3\r\n"
                                : "submitdate,layanan," CODES "2024-01-02,A,4,4,4,4,4,4,4,4,4\r\n"));
        cr_expect(eq(i64, rows.used, 1 + incomplete));
        cr_expect(eq(i64, rows.refused, 1));
        cr_expect(eq(i64, rows.filtered, 1));
        cr_expect(eq(i64, rows.incomplete, 1 - incomplete));
        capture_done(&out);
    }
}

/* "Finished" is anybody's word, unless Qualtrics' other columns stand beside it */
Test(test_survey_clean, an_unfinished_response_of_qualtrics_is_left_out)
{
    static const struct {
        const char *header;
        const char *cell;
        int64_t used;
    } cases[] = {
        {"Progress,Finished,", "40,False,", 1}, {"Progress,Finished,", "40,0,", 1},
        {"Progress,Finished,", "100,TRUE,", 2}, {"Progress,Finished,", "100,1,", 2},
        {"Mulai,Finished,", "x,False,", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char csv[512];
        capture out = {.text = NULL};
        ikm_row_counts rows = {0};
        int size = snprintf(csv, sizeof csv, "%s" SCORES "\n%s4,4,4,4,4,4,4,4,4\n%s4,4,4,4,4,4,4,4,3\n",
                            cases[i].header, cases[i].cell, i < 4 ? "100,True," : "x,True,");
        const ikm_input input = {.name = "a.csv", .bytes = {csv, (size_t)size}};
        cr_assert(eq(int, (int)ikm_clean(capture_sink(&out), &input, NULL, &rows, NULL), (int)IKM_OK), "case %zu", i);
        cr_expect(eq(i64, rows.used, cases[i].used), "case %zu", i);
        cr_expect(eq(i64, rows.incomplete, 2 - cases[i].used), "case %zu", i);
        capture_done(&out);
    }
}

static int keep_issue(void *ctx, const ikm_issue *issue)
{
    ikm_issue *kept = ctx;
    *kept = *issue;
    kept->message = kept->file = kept->header = NULL;
    return 0;
}

Test(test_survey_clean, a_refused_record_of_any_table_is_located)
{
    static const char csv[] = "a,b\n\"satu\ndua\",\"x\"y\n";
    capture out = {.text = NULL};
    ikm_issue issue = {.line = 0};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_input input = {.name = "a.csv", .bytes = {csv, sizeof csv - 1}};
    options.on_issue = keep_issue;
    options.issue_ctx = &issue;
    cr_assert(eq(int, ikm_clean_all(capture_sink(&out), &input, &options, NULL, NULL), IKM_OK));
    cr_expect(eq(int, issue.kind, IKM_ISSUE_QUOTE));
    cr_expect(eq(i64, issue.line, 3));
    cr_expect(eq(i64, issue.column, 6));
    capture_done(&out);
}

/* A record over the limit is passed, and what stands behind it is read. */
Test(test_survey_clean, a_record_over_the_limit_loses_itself_alone)
{
    enum { LONG = 6 << 20 };
    char *csv = malloc(LONG + 64);
    capture out = {.text = NULL};
    ikm_row_counts rows = {0};
    cr_assert(csv != NULL);
    strcpy(csv, "a,b\n1,2\n");
    memset(csv + 8, ',', LONG);
    strcpy(csv + 8 + LONG, "\n3,4\n");
    ikm_input input = {.name = "a.csv", .bytes = {csv, strlen(csv)}};
    cr_expect(eq(int, ikm_clean_all(capture_sink(&out), &input, NULL, &rows, NULL), IKM_OK));
    cr_expect(eq(str, out.text, "a,b\r\n1,2\r\n3,4\r\n"));
    cr_expect(eq(i64, rows.refused, 1));
    capture_done(&out);
    free(csv);
}

Test(test_survey_clean, a_sink_that_stops_is_told_without_a_message)
{
    const clean_fn ways[] = {ikm_clean, ikm_clean_all};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        capture out = {.stop_at = 1};
        ikm_error error = {.message = "before"};
        ikm_input input = {.name = "a.csv", .bytes = {SCORES "\n4,4,4,4,4,4,4,4,4\n", sizeof SCORES + 19}};
        cr_expect(eq(int, ways[i](capture_sink(&out), &input, NULL, NULL, &error), IKM_ERR_IO));
        cr_expect(eq(str, error.message, ""));
        capture_done(&out);
    }
}

Test(test_survey_clean, refused_memory_is_told_and_nothing_stays)
{
    static const char csv[] =
        "layanan,saran," SCORES "\nA,\"x \"\"y\"\"\",4,4,4,4,4,4,4,4,4\nB,\"caf\xC3\xA9\",4,4,4,4,9,4,4,4,4\n";
    const clean_fn ways[] = {ikm_clean, ikm_clean_all};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        for (long n = 0;; n++) {
            refusing memory;
            capture out = {.text = NULL};
            ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
            ikm_input input = {.name = "a.csv", .bytes = {csv, sizeof csv - 1}};
            refusing_init(&memory, n);
            options.mem = &memory.mem;
            ikm_status status = ways[i](capture_sink(&out), &input, &options, NULL, NULL);
            capture_done(&out);
            cr_assert(eq(int, (int)memory.live, 0));
            if (status == IKM_OK)
                break;
            cr_assert(eq(int, status, IKM_ERR_NOMEM));
        }
}
