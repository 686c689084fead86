/* The long shape and the counts: lines of answers, read as the respondents that they are. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "ingest/reader.h"
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
    {"counts that are none", COUNTS COUNTED("A", "10") COUNTED("B", "5") "B,u1,3,x\n", 0, 16, 1, "20:8:9:jumlah;"},
    {"counts of no score", COUNTS COUNTED("A", "10") COUNTED("B", "5") "B,u1,7,1\n", 0, 16, 1, "20:6:1:nilai;"},
    {"counts that are not told", COUNTS COUNTED("A", "10") COUNTED("B", "5") "B,u5,3,\nB,u6,3,\n", 0, 17, 2,
     "20:8:9:jumlah;21:8:9:jumlah;"},
    {"the foot of counts", COUNTS COUNTED("A", "10") "Total,,,90\n,,,\n- dihitung 3 Januari,,,\n", 0, 10, 0, ""},
    {"the foot of counts in the column of elements", COUNTS COUNTED("A", "10") ",Jumlah,,90\n", 0, 10, 0, ""},
    {"counts behind the foot", COUNTS COUNTED("A", "10") "Jumlah,,,90\n" COUNTED("B", "5") "B,u1,7,1\n", 0, 16, 1,
     "21:6:1:nilai;"},
    {"a service called as the foot is", COUNTS COUNTED("A", "10") COUNTED("Total", "5"), 0, 15, 0, ""},
    {"the foot of answers", LONG ANSWERS("1") ANSWERS("2") "Jumlah,,,72\nRata-rata,,,4\n", 0, 2, 0, ""},
    {"a question beside all of the elements",
     LONG ANSWERS("1") "1,A,Kenyamanan,4\n" ANSWERS("2") "2,A,Kenyamanan,x\n" ANSWERS("3") "3,A,Kenyamanan,9\n", 0, 3,
     0, ""},
    {"a question that is asked once may be a slip",
     LONG ANSWERS("1") ANSWERS("2") ANSWERS("3") ANSWERS("4") "4,A,Kenyamanan,3\n", 0, 4, 1, "38:5:9:unsur;"},
    {"counts about a question beside the elements", COUNTS COUNTED("A", "10") "A,Kenyamanan,3,10\n", 0, 10, 0, ""},
    {"counts of blanks alone", COUNTS COUNTED("A", "10") "B,u1,,3\nB,u2,,3\n", 0, 13, 3, "11:6:3:;"},
    {"counts with too few fields", COUNTS COUNTED("A", "10") "A,u1\n", 0, 11, 1, "11:5:4:;"},
    {"thousands are not guessed", COUNTS COUNTED("A", "10") "B,u1,4,1.000\n", 0, 11, 1, "11:8:9:jumlah;"},
    {"nor where most counts have them", COUNTS "A,u1,4,1.003\nA,u2,4,12.345.678\nA,u3,4,9\n", 0, 11, 2,
     "2:8:9:jumlah;3:8:9:jumlah;"},
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

/* Rows handed in one by one, as a reader of another format does: they can be read only once. */
typedef struct handed {
    const char *const *rows; /* fields with | between; ends with NULL */
    ikm_field fields[16];
    int64_t line;
} handed;

static ikm_status hand_next(void *ctx, const ikm_field **fields_out, size_t *count_out, int64_t *line_out,
                            ikm_error *err)
{
    handed *h = ctx;
    const char *row = h->rows[h->line];
    (void)err;
    *fields_out = row ? h->fields : NULL;
    *count_out = 0;
    *line_out = ++h->line;
    while (row) {
        size_t size = strcspn(row, "|");
        h->fields[*count_out] = (ikm_field){{row, size}, (int64_t)*count_out + 1};
        ++*count_out;
        row = row[size] ? row + size + 1 : NULL;
    }
    return IKM_OK;
}

static bool says(const ikm_survey *survey, const char *part)
{
    for (size_t note = 0; note < ikm_survey_note_count(survey); note++)
        if (strstr(ikm_survey_note(survey, note), part))
            return true;
    return false;
}

Test(test_survey_lines, what_can_be_read_only_once_may_be_scattered_too)
{
    static const char *const rows[] = {"responden|unsur|nilai", "b|u1|4", "a|u1|3", "b|u2|x", "a|u2|2", "c|u1|", NULL};
    handed h = {.rows = rows};
    const ikm_rows source = {hand_next, &h};
    ikm_input input = {.name = "buku.xlsx", .rows = &source};
    ikm_survey *survey;
    ikm_error error;
    ikmi_buffer issues;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikmi_buffer_init(&issues, NULL);
    options.on_issue = survey_text_issue;
    options.issue_ctx = &issues;
    cr_assert(eq(int, ikm_survey_read_inputs(&survey, &input, 1, &options, &error), IKM_OK), "%s", error.message);
    cr_expect(eq(i64, ikm_survey_rows(survey).read, 3));
    cr_expect(eq(str, issues.data, "4:3:1:nilai;6:3:3:;"));
    ikm_survey_free(survey);
    ikmi_buffer_done(&issues);
}

Test(test_survey_lines, the_order_of_respondents_does_not_matter)
{
    /* in order as numbers, as bytes, upwards and downwards; in none, at the beginning or the end */
    static const char *const orders[] = {"1 2 9 10 11", "11 10 9 2 1", "1 10 11 2 9", "9 2 11 10 1",
                                         "2 1 9 11 10", "1 2 10 9 11", "1 2 9 11 10"};
    ikmi_buffer text, told[2];
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&told[0], NULL);
    ikmi_buffer_init(&told[1], NULL);
    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        ikmi_buffer_clear(&text);
        ikmi_buffer_add_string(&text, LONG);
        for (const char *at = orders[i]; *at; at += strspn(at, " ")) {
            size_t size = strcspn(at, " ");
            for (int element = 1; element <= 9; element++) {
                ikmi_buffer_add(&text, at, size);
                ikmi_buffer_add_string(&text, size == 1 ? ",A,u" : ",B,u");
                ikmi_buffer_add_integer(&text, element);
                ikmi_buffer_add_char(&text, ',');
                ikmi_buffer_add_integer(&text, (at[0] + element) % 4 + 1);
                ikmi_buffer_add_char(&text, '\n');
            }
            at += size;
        }
        read_and_tell(&told[i > 0], &text, options);
        if (i)
            cr_expect(eq(str, told[1].data, told[0].data), "%s", orders[i]);
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&told[0]);
    ikmi_buffer_done(&told[1]);
}

Test(test_survey_lines, elements_are_mapped_by_what_they_are_called_and_other_questions_are_left_out)
{
    static const char text[] = "responden_id,pertanyaan,jawaban\n"
                               "1,Sarana,Baik\n1,persyaratan,Sesuai\n1,Saran,cepatkan\n1,Nama,Budi\n"
                               "2,Sarana,Baik\n2,Persyaratan,Sesuai\n2,Apa harapan Anda?,ramah\n2,U9,Baik\n";
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.lang = IKM_LANG_EN;
    cr_assert(eq(int, survey_of(&survey, text, &options, &error), IKM_OK), "%s", error.message);
    cr_expect(eq(str, (char *)(uintptr_t)ikm_survey_file(survey, 0)->shape, "long"));
    cr_expect(eq(i64, ikm_survey_rows(survey).read, 2));
    cr_expect(eq(i64, ikm_survey_rows(survey).refused, 1), "U9 is Sarana: answered twice");
    cr_assert(eq(sz, ikm_survey_mapping_count(survey), 2));
    const ikm_mapping *first = ikm_survey_mapping(survey, 0), *second = ikm_survey_mapping(survey, 1);
    cr_expect(eq(str, (char *)(uintptr_t)first->element, "U1"));
    cr_expect(eq(str, (char *)(uintptr_t)first->header, "persyaratan"), "as it was first called");
    cr_expect(eq(str, (char *)(uintptr_t)first->by, "name"));
    cr_expect(eq(i64, first->column, 2));
    cr_expect(eq(str, (char *)(uintptr_t)second->element, "U9"));
    cr_expect(eq(str, (char *)(uintptr_t)second->header, "Sarana"));
    cr_expect(says(survey, "3 answers to other questions"));
    cr_expect(says(survey, "nobody answered U2"));
    ikm_survey_free(survey);
}

Test(test_survey_lines, the_first_line_of_a_respondent_says_to_which_group_they_belong)
{
    for (int scattered = 0; scattered < 2; scattered++) {
        ikm_survey *survey;
        ikm_error error;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        options.lang = IKM_LANG_EN;
        cr_assert(eq(int,
                     survey_of(&survey,
                               scattered ? LONG "2,A,u1,4\n1,B,u1,4\n2,C,u2,3\n1,B,u2,3\n"
                                         : LONG "1,B,u1,4\n1,B,u2,3\n2,A,u1,4\n2,C,u2,3\n",
                               &options, &error),
                     IKM_OK));
        cr_assert(eq(sz, ikm_survey_score_count(survey), 3));
        cr_expect(eq(str, (char *)(uintptr_t)ikm_survey_key(survey, 1, 0), "A"));
        cr_expect(eq(str, (char *)(uintptr_t)ikm_survey_key(survey, 2, 0), "B"));
        cr_expect(says(survey, "the lines of 1 respondents name different groups"));
        ikm_survey_free(survey);
    }
}

static int keep_records(void *ctx, const ikm_issue *issue)
{
    ikmi_buffer_add(ctx, issue->record.data, issue->record.size);
    ikmi_buffer_add_char(ctx, ';');
    return 0;
}

Test(test_survey_lines, the_record_of_a_refusal_that_is_known_late_is_the_first_line_of_the_respondent)
{
    static const char *const texts[] = {LONG "1,A,u1,\n1,A,u2,-\n2,A,u1,4\n3,A,u1,5\n",
                                        LONG "2,A,u1,4\n1,A,u1,\n3,A,u1,5\n1,A,u2,-\n2,A,u2,4\n",
                                        COUNTS "A,u1,,3\n" COUNTED("B", "2")};
    static const char *const expected[] = {"1,A,u1,;3,A,u1,5;", "1,A,u1,;3,A,u1,5;", "A,u1,,3;"};
    for (int i = 0; i < 3; i++) {
        ikm_survey *survey;
        ikm_error error;
        ikmi_buffer records;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        ikmi_buffer_init(&records, NULL);
        options.on_issue = keep_records;
        options.issue_ctx = &records;
        options.issue_records = 1;
        cr_assert(eq(int, survey_of(&survey, texts[i], &options, &error), IKM_OK));
        cr_expect(eq(str, records.data, (char *)(uintptr_t)expected[i]));
        ikm_survey_free(survey);
        ikmi_buffer_done(&records);
    }
}

Test(test_survey_lines, counts_know_nobody_who_answered_every_element)
{
    for (int missing = IKM_MISSING_PER_ELEMENT; missing <= IKM_MISSING_STRICT; missing++) {
        ikm_survey *survey;
        ikm_error error = {.message = ""};
        ikm_convention convention = IKM_CONVENTION_INIT;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        convention.missing = (ikm_missing)missing;
        options.convention = &convention;
        options.lang = IKM_LANG_EN;
        ikm_status status = survey_of(&survey, COUNTS COUNTED("A", "10"), &options, &error);
        cr_expect(eq(int, status, missing == IKM_MISSING_PER_ELEMENT ? IKM_OK : IKM_ERR_ARGUMENT));
        cr_expect(eq(int, strstr(error.message, "holds counts of answers") != NULL, status != IKM_OK), "%s",
                  error.message);
        ikm_survey_free(survey);
    }
}

Test(test_survey_lines, respondents_of_counts_do_not_depend_on_what_is_asked)
{
    /* 10 in unit A, of whom 8 answered u2; 5 in unit B, all of whom answered u2 and 3 u1 */
    static const char text[] = "unit,unsur,nilai,n\nA,u1,4,10\nA,u2,4,8\nB,u1,4,3\nB,u2,4,5\n";
    static const char *const by[] = {"unit"};
    for (int asked = 0; asked < 3; asked++) {
        ikm_survey *survey;
        ikm_error error;
        ikm_element_score element;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        options.by = by;
        options.by_count = asked == 1;
        options.characteristics = asked == 2;
        options.lang = IKM_LANG_EN;
        cr_assert(eq(int, survey_of(&survey, text, &options, &error), IKM_OK));
        cr_expect(eq(i64, ikm_score_respondents(ikm_survey_score(survey, 0)), 15));
        cr_assert(eq(int, ikm_score_element(&element, ikm_survey_score(survey, 0), 0), IKM_OK));
        cr_expect(eq(i64, element.answered, 13));
        cr_expect(eq(i64, element.blank, 2));
        cr_expect(says(survey, "the most that are recorded for one element"));
        ikm_survey_free(survey);
    }
}

Test(test_survey_lines, a_filter_of_counts_is_the_filtered_table)
{
    static const char *const where[] = {"layanan=A"};
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.where = where;
    options.where_count = 1;
    cr_assert(eq(int, survey_of(&survey, COUNTS COUNTED("A", "10") COUNTED("B", "4") "B,u1,9,1\n", &options, &error),
                 IKM_OK));
    cr_expect(eq(i64, ikm_survey_rows(survey).read, 10));
    cr_expect(eq(i64, ikm_survey_rows(survey).filtered, 4));
    cr_expect(eq(i64, ikm_survey_rows(survey).refused, 0), "what is left out has no faults");
    ikm_survey_free(survey);
}

static ikm_status count_rows(void *ctx, const ikmi_batch *batch)
{
    *(int64_t *)ctx += (int64_t)batch->rows;
    return IKM_OK;
}

Test(test_survey_lines, too_many_respondents_to_hold_are_told_what_to_do)
{
    enum { RESPONDENTS = 20000 };
    ikmi_buffer text;
    ikmi_buffer_init(&text, NULL);
    for (int scattered = 0; scattered < 2; scattered++) {
        ikmi_dump *dump;
        ikmi_labels *labels;
        ikmi_log log;
        ikm_error error = {.message = ""};
        int64_t taken = 0;
        ikmi_buffer_clear(&text);
        ikmi_buffer_add_string(&text, "responden_id,unsur,nilai\n");
        for (int i = 0; i < RESPONDENTS; i++) {
            ikmi_buffer_add_integer(&text, scattered ? i * 7 % RESPONDENTS : i);
            ikmi_buffer_add_string(&text, i % 2 ? ",u1,4\n" : ",u2,3\n");
        }
        cr_assert(eq(int, ikmi_labels_new(&labels, ikm_rules_at(0), NULL), IKM_OK));
        ikm_input input = {.name = "survey.csv", .bytes = ikmi_buffer_text(&text)};
        const ikmi_dump_options opening = {.rules = ikm_rules_at(0), .labels = labels, .lang = IKM_LANG_EN};
        cr_assert(eq(int, ikmi_dump_new(&dump, &input, &opening, &error), IKM_OK), "%s", error.message);
        ikmi_log_init(&log, 0, false, NULL);
        ikmi_range range = {.from = dump->grid.data_at, .to = INT64_MAX, .scattered = scattered};
        const ikmi_read_options reading = {.take = count_rows, .take_ctx = &taken, .log = &log, .memory = 512 << 10};
        ikm_status status = ikmi_read_range(dump, &range, &reading, &error);
        cr_expect(eq(int, status, scattered ? IKM_ERR_LIMIT : IKM_OK), "in order nobody has to be held");
        if (scattered)
            cr_expect(ne(ptr, strstr(error.message, "sort the file by responden_id"), NULL), "%s", error.message);
        else
            cr_expect(eq(i64, taken, RESPONDENTS));
        ikmi_log_done(&log);
        ikmi_dump_free(dump);
        ikmi_labels_free(labels);
    }
    ikmi_buffer_done(&text);
}

Test(test_survey_lines, every_allocation_may_be_refused)
{
    static const char *const texts[] = {LONG ANSWERS("1") "2,\"B \"\"b\"\"\",u1,9\n3,A,u1,\n",
                                        LONG ANSWERS("2") "1,A,u1,4\n3,A,u1,\n2,A,u1,3\n",
                                        COUNTS COUNTED("A", "10") "B,u1,9,4\nC,u1,,4\n"};
    for (int i = 0; i < 3; i++)
        for (long n = 0;; n++) {
            refusing memory;
            ikm_survey *survey;
            ikm_error error;
            ikmi_buffer issues;
            ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
            refusing_init(&memory, n);
            ikmi_buffer_init(&issues, NULL);
            options.mem = &memory.mem;
            options.on_issue = survey_text_issue;
            options.issue_ctx = &issues;
            options.issue_records = 1;
            ikm_status status = survey_of(&survey, texts[i], &options, &error);
            ikmi_buffer_done(&issues);
            if (status == IKM_OK) {
                ikm_survey_free(survey);
                cr_expect(zero(long, memory.live));
                break;
            }
            cr_assert(eq(int, status, IKM_ERR_NOMEM), "request %ld: %s", n, error.message);
            cr_expect(zero(ptr, survey));
            cr_expect(zero(long, memory.live), "request %ld", n);
        }
}
