/* Whether a dump is good: every issue, and what stands in the dump beside scores. */
#include "ikm/check.h"
#include "ikm/forms.h"
#include "ikm/json.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "capture.h"
#include "refusing.h"

#include <stdio.h>
#include <string.h>

#define HEADER "no,nama,layanan,jk,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"

static ikm_check *check_of(const char *csv, const ikm_survey_options *options)
{
    ikm_check *check = NULL;
    ikm_error error = {.status = IKM_OK};
    ikm_input input = {.name = "s.csv", .bytes = {csv, strlen(csv)}};
    ikm_status status = ikm_check_read_inputs(&check, &input, 1, options, &error);
    cr_assert(eq(int, status, IKM_OK), "%s", error.message);
    return check;
}

typedef struct issue_list {
    char text[2048];
} issue_list;

static int add_issue(void *ctx, const ikm_issue *issue)
{
    issue_list *list = ctx;
    size_t used = strlen(list->text);
    snprintf(list->text + used, sizeof list->text - used, "%s:%d:%d:%s:%s:%s%s;", issue->file, (int)issue->line,
             (int)issue->column, ikm_issue_kind_name(issue->kind), issue->header, issue->cell.data,
             issue->further ? "+" : "");
    return 0;
}

typedef struct issue_case {
    const char *name, *rows; /* behind HEADER */
    ikm_missing missing;
    const char *issues;
} issue_case;

static const issue_case issue_cases[] = {
    {"nothing wrong", "1,A,x,L,4,4,4,4,4,4,4,4,3\n", IKM_MISSING_PER_ELEMENT, ""},
    {"every fault of a record, left to right", "1,A,x,L,4,9,4,4,baguss,4,4,4,0\n", IKM_MISSING_PER_ELEMENT,
     "s.csv:2:11:score:u2:9;s.csv:2:17:score:u5:baguss+;s.csv:2:30:score:u9:0+;"},
    {"blanks under strict", "1,A,x,L,4,,4,,4,4,4,4,4\n", IKM_MISSING_STRICT,
     "s.csv:2:11:blank:u2:;s.csv:2:14:blank:u4:+;"},
    {"a label and blanks under strict", "1,A,x,L,4,,4,7,4,4,4,4,4\n", IKM_MISSING_STRICT,
     "s.csv:2:14:score:u4:7;s.csv:2:11:blank:u2:+;"},
    {"no answer", "1,A,x,L,,,,,,,,,\n", IKM_MISSING_PER_ELEMENT, "s.csv:2:9:empty::;"},
    {"fields", "1,A,x,L,4\n2,B,x,L,4,4,4,4,4,4,4,4,9\n", IKM_MISSING_PER_ELEMENT,
     "s.csv:2:10:fields::;s.csv:3:25:score:u9:9;"},
    {"a stray quote", "1,\"A\"B,x,L,4,4,4,4,4,4,4,4,4\n", IKM_MISSING_PER_ELEMENT, "s.csv:2:3:quote::;"},
    {"personal data is masked", "1,A,x,L,4,081234567890,4,4,4,4,4,4,4\n", IKM_MISSING_PER_ELEMENT,
     "s.csv:2:11:score:u2:****;"},
    {"bytes that are no text", "1,A,x,L,4,4,4,4,4,4,4,4,\xC3\n", IKM_MISSING_PER_ELEMENT, NULL},
};

Test(test_survey_check, every_fault_of_every_record_is_told_in_order)
{
    for (size_t i = 0; i < sizeof issue_cases / sizeof *issue_cases; i++) {
        const issue_case *c = &issue_cases[i];
        char csv[512];
        issue_list list = {""};
        ikm_convention convention = IKM_CONVENTION_INIT;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        convention.missing = c->missing;
        options.convention = &convention;
        snprintf(csv, sizeof csv, "%s%s", HEADER, c->rows);
        ikm_check *check = check_of(csv, &options);
        cr_expect(eq(int, ikm_check_issues(check, add_issue, &list), IKM_OK), "%s", c->name);
        if (c->issues)
            cr_expect(eq(str, list.text, (char *)c->issues), "%s", c->name);
        cr_expect(eq(int, ikm_check_is_clean(check), c->issues && !*c->issues), "%s", c->name);
        ikm_check_free(check);
    }
}

Test(test_survey_check, unknown_labels_are_counted_with_the_nearest_as_a_suggestion)
{
    ikm_unknown_label label;
    ikm_check *check = check_of(HEADER "1,A,x,L,4,4,4,4,4,4,4,4,Baguss\n2,B,x,L,4,4,Cept,4,4,4,4,4,3\n"
                                       "3,C,x,L,4,4,Cept,4,4,4,4,4,Baguss\n4,D,x,L,4,4,Cept,4,4,4,4,4,3\n",
                                NULL);
    cr_assert(eq(sz, ikm_check_label_count(check), 2));
    cr_assert(ikm_check_label(check, 0, &label));
    cr_expect(eq(str, (char *)label.element, "U3"));
    cr_expect(eq(str, (char *)label.text, "Cept"));
    cr_expect(eq(i64, label.count, 3));
    cr_expect(eq(str, (char *)label.nearest, "Cepat"));
    cr_assert(ikm_check_label(check, 1, &label));
    cr_expect(eq(str, (char *)label.text, "Baguss"));
    cr_expect(eq(i64, label.count, 2));
    cr_expect(not(ikm_check_label(check, 2, &label)));
    cr_expect(eq(i64, ikm_check_further_labels(check), 0));
    cr_expect(eq(i64, ikm_check_issue_count(check, IKM_ISSUE_SCORE), 5));
    cr_expect(eq(i64, ikm_survey_rows(ikm_check_survey(check)).refused, 4));
    ikm_check_free(check);
}

Test(test_survey_check, nothing_usable_is_a_finding_and_no_failure)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.max_reject = "0";
    ikm_check *check = check_of(HEADER "1,A,x,L,4,4,4,4,4,4,4,4,9\n", &options);
    cr_expect(eq(i64, ikm_check_issue_count(check, (ikm_issue_kind)0), 1));
    cr_expect(eq(i64, ikm_survey_rows(ikm_check_survey(check)).used, 0));
    ikm_check_free(check);
}

typedef struct duplicate_case {
    const char *name, *csv;
    const char *rows, *respondents; /* LINE=FIRST; */
} duplicate_case;

static const duplicate_case duplicate_cases[] = {
    {"none", HEADER "1,A,x,L,4,4,4,4,4,4,4,4,4\n2,B,x,L,4,4,4,4,4,4,4,4,4\n", "", ""},
    {"the same bytes, also a third time",
     HEADER "1,A,x,L,4,4,4,4,4,4,4,4,4\n2,B,x,L,4,4,4,4,4,4,4,4,4\n1,A,x,L,4,4,4,4,4,4,4,4,4\n"
            "1,A,x,L,4,4,4,4,4,4,4,4,4\r\n",
     "4=2;5=2;", ""},
    {"the same person with other answers", HEADER "1,A,x,L,4,4,4,4,4,4,4,4,4\n2,\"A\" ,x,L,4,4,4,4,4,4,4,4,3\n", "",
     "3=2;"},
    {"the same person for another service", HEADER "1,A,x,L,4,4,4,4,4,4,4,4,4\n2,A,y,L,4,4,4,4,4,4,4,4,3\n", "", ""},
    {"nobody named is nobody in particular", HEADER "1,,x,L,4,4,4,4,4,4,4,4,4\n2,,x,L,4,4,4,4,4,4,4,4,3\n", "", ""},
    {"a machine that many share is no person",
     "ip,u1,u2,u3,u4,u5,u6,u7,u8,u9\n10.0.0.1,4,4,4,4,4,4,4,4,4\n10.0.0.1,4,4,4,4,4,4,4,4,3\n", "", ""},
    {"without personal data the number counts",
     "no responden,u1,u2,u3,u4,u5,u6,u7,u8,u9\n7,4,4,4,4,4,4,4,4,4\n8,4,4,4,4,4,4,4,4,4\n7,4,4,4,4,4,4,4,4,3\n", "",
     "4=2;"},
    {"refused records count too", HEADER "1,A,x,L,9,4,4,4,4,4,4,4,4\n1,A,x,L,9,4,4,4,4,4,4,4,4\n", "3=2;", ""},
};

static void list_duplicates(char *out, size_t size, const ikm_check *check, ikm_duplicate_kind kind)
{
    ikm_duplicate found;
    out[0] = '\0';
    for (size_t i = 0; ikm_check_duplicate(check, kind, i, &found); i++) {
        size_t used = strlen(out);
        snprintf(out + used, size - used, "%d=%d;", (int)found.line, (int)found.first_line);
    }
}

Test(test_survey_check, records_that_were_there_before_are_named)
{
    for (size_t i = 0; i < sizeof duplicate_cases / sizeof *duplicate_cases; i++) {
        const duplicate_case *c = &duplicate_cases[i];
        char list[256];
        ikm_check *check = check_of(c->csv, NULL);
        list_duplicates(list, sizeof list, check, IKM_DUPLICATE_ROW);
        cr_expect(eq(str, list, (char *)c->rows), "%s", c->name);
        list_duplicates(list, sizeof list, check, IKM_DUPLICATE_RESPONDENT);
        cr_expect(eq(str, list, (char *)c->respondents), "%s", c->name);
        ikm_check_free(check);
    }
}

Test(test_survey_check, a_record_of_an_earlier_file_is_a_duplicate_too)
{
    static const char csv[] = HEADER "1,A,x,L,4,4,4,4,4,4,4,4,4\n";
    const ikm_input inputs[] = {{.name = "a.csv", .bytes = {csv, sizeof csv - 1}},
                                {.name = "b.csv", .bytes = {csv, sizeof csv - 1}}};
    ikm_check *check;
    ikm_duplicate found;
    cr_assert(eq(int, ikm_check_read_inputs(&check, inputs, 2, NULL, NULL), IKM_OK));
    cr_assert(ikm_check_duplicate(check, IKM_DUPLICATE_ROW, 0, &found));
    cr_expect(eq(sz, found.file, 1));
    cr_expect(eq(sz, found.first_file, 0));
    cr_expect(eq(i64, found.line, 2));
    ikm_check_free(check);
}

Test(test_survey_check, names_that_differ_in_case_blanks_or_a_leading_word_are_similar)
{
    ikm_similar_names pair;
    ikm_check *check = check_of("layanan,unit,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
                                "KTP,Kec. A,4,4,4,4,4,4,4,4,4\nktp ,Kec. A,4,4,4,4,4,4,4,4,3\n"
                                "Layanan Pengaduan,KEC A,4,4,4,4,4,4,4,4,2\nPengaduan,Kec. B,4,4,4,4,4,4,4,4,1\n",
                                NULL);
    cr_assert(eq(sz, ikm_check_similar_count(check), 3));
    cr_assert(ikm_check_similar(check, 2, &pair));
    cr_expect(eq(str, (char *)pair.key, "unit"));
    cr_expect(eq(str, (char *)pair.one, "KEC A"));
    cr_expect(eq(str, (char *)pair.other, "Kec. A"));
    cr_expect(not(ikm_check_is_clean(check)));
    ikm_check_free(check);
}

Test(test_survey_check, one_answer_throughout_is_counted_among_complete_respondents)
{
    ikm_check *check = check_of(HEADER "1,A,x,L,4,4,4,4,4,4,4,4,4\n2,B,x,L,3,3,3,3,3,3,3,3,\n"
                                       "3,C,x,L,4,4,4,4,3,4,4,4,4\n4,D,x,L,1,1,1,1,1,1,1,1,1\n",
                                NULL);
    cr_expect(eq(i64, ikm_check_complete(check), 3));
    cr_expect(eq(i64, ikm_check_straight(check), 2));
    cr_expect(ikm_check_is_clean(check));
    ikm_check_free(check);
}

Test(test_survey_check, every_column_says_what_it_was_taken_for)
{
    static const char *const roles[] = {"respondent", "personal", "service", "gender", "element"};
    ikm_column_use use;
    ikm_check *check = check_of(HEADER "1,A,x,L,4,4,4,4,4,4,4,4,4\n", NULL);
    cr_assert(eq(sz, ikm_check_column_count(check), 13));
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        cr_assert(ikm_check_column(check, i, &use));
        cr_expect(eq(str, (char *)use.role, (char *)roles[i]), "%s", use.header);
    }
    cr_expect(eq(str, (char *)use.element, "U1"));
    cr_expect(eq(str, (char *)use.by, "code"));
    cr_expect(not(ikm_check_column(check, 13, &use)));
    ikm_check_free(check);
}

static const char faulty[] = HEADER "1,A,x,L,4,9,4,4,baguss,4,4,4,0\n1,A,x,L,4,9,4,4,baguss,4,4,4,0\n"
                                    "2,B,X,L,4,4,4,4,4,4,4,4,4\n3,B,x,L,4,4,4,4,4,4,4,4,3\n";

/* The output of both writers, or why there is none. */
static ikm_status write_all(capture *json, capture *text, const ikm_mem *mem)
{
    ikm_check *check;
    ikm_document *document = NULL;
    ikm_input input = {.name = "s.csv", .bytes = {faulty, sizeof faulty - 1}};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.mem = mem;
    options.lang = IKM_LANG_EN;
    ikm_status status = ikm_check_read_inputs(&check, &input, 1, &options, NULL);
    if (status == IKM_OK)
        status = ikm_json_check(check, capture_sink(json));
    if (status == IKM_OK)
        status = ikm_document_new(&document, IKM_LANG_EN, "check", mem);
    if (status == IKM_OK)
        status = ikm_form_findings(document, check);
    if (status == IKM_OK)
        status = ikm_document_write_text(document, NULL, capture_sink(text));
    ikm_document_free(document);
    ikm_check_free(check);
    return status;
}

Test(test_survey_check, refused_memory_is_told_and_nothing_stays)
{
    capture json = {.text = NULL}, text = {.text = NULL};
    long n = 0;
    for (;; n++) {
        refusing memory;
        refusing_init(&memory, n);
        capture_done(&json);
        capture_done(&text);
        ikm_status status = write_all(&json, &text, &memory.mem);
        cr_assert(eq(int, (int)memory.live, 0));
        if (status == IKM_OK)
            break;
        cr_assert(eq(int, status, IKM_ERR_NOMEM));
    }
    cr_expect(gt(int, (int)n, 20));
    cr_expect(strstr(json.text, "\"format\": \"ikm.check/1\"") != NULL);
    cr_expect(strstr(json.text,
                     "{\"kind\": \"row\", \"file\": 0, \"line\": 3, \"first_file\": 0, \"first_line\": 2}") != NULL);
    cr_expect(strstr(text.text, "baguss") != NULL);
    capture_done(&json);
    capture_done(&text);
}

Test(test_survey_check, a_sink_that_stops_ends_the_json)
{
    capture json = {.stop_at = 1};
    ikm_check *check = check_of(faulty, NULL);
    cr_expect(eq(int, ikm_json_check(check, capture_sink(&json)), IKM_ERR_IO));
    ikm_check_free(check);
    capture_done(&json);
}

Test(test_survey_check, wrong_arguments_are_refused)
{
    ikm_check *check = (ikm_check *)&faulty;
    cr_expect(eq(int, ikm_check_read(&check, NULL, 1, NULL, NULL), IKM_ERR_ARGUMENT));
    cr_expect(check == NULL);
    cr_expect(eq(int, ikm_check_read_inputs(NULL, NULL, 0, NULL, NULL), IKM_ERR_ARGUMENT));
    ikm_check_free(NULL);
}
