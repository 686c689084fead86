/*
 * Every dump of tests/cases/shapes through the library: what the table there says of it. The same table feeds the test
 * of the command line, and the dumps are seeds of the fuzzers.
 */
#include "ikm.h"
#include "ikm/readers.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER IKM_SOURCE_DIR "/tests/cases/shapes/"

enum { LINE_SIZE = 512, CASES_LEAST = 40 };

/* A line of the table, taken apart. */
typedef struct shape_case {
    char line[LINE_SIZE], path[LINE_SIZE];
    const char *name, *expected, *rest; /* rest: "" or options, or what the message must have in it */
} shape_case;

static bool next_case(shape_case *out, FILE *table)
{
    while (fgets(out->line, sizeof out->line, table)) {
        char *at = out->line;
        at[strcspn(at, "\n")] = '\0';
        if (!*at || *at == '#')
            continue;
        out->name = strtok_r(at, " ", &at);
        out->expected = strtok_r(NULL, " ", &at);
        cr_assert(ne(ptr, (void *)(uintptr_t)out->expected, NULL), "%s: what is expected?", out->name);
        out->rest = at + strspn(at, " ");
        snprintf(out->path, sizeof out->path, FOLDER "files/%s", out->name);
        return true;
    }
    return false;
}

/* As a program does that has the readers: what is not the core's goes through one. */
static ikm_status read_shape(ikm_survey **out, const char *path, const char *sheet, ikm_error *err)
{
    ikm_file_kind kind;
    ikm_reader *reader = NULL;
    ikm_input input = {.path = path};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_reader_options reading = IKM_READER_OPTIONS_INIT;
    options.lang = reading.lang = IKM_LANG_EN;
    options.threads = 3;
    reading.sheet = sheet;
    *out = NULL;
    ikm_status status = ikm_file_kind_find(&kind, &input, IKM_LANG_EN, err);
    if (status == IKM_OK && ikm_file_kind_needs_reader(kind)) {
        status = ikm_reader_new(&reader, &input, &reading, err);
        input = (ikm_input){.name = path, .rows = reader ? ikm_reader_rows(reader) : NULL};
    }
    if (status == IKM_OK)
        status = ikm_survey_read_inputs(out, &input, 1, &options, err);
    ikm_reader_free(reader);
    return status;
}

static void expect_same_score(const shape_case *c, const ikm_score *plain, const ikm_score *other)
{
    cr_expect(eq(i64, ikm_score_respondents(plain), ikm_score_respondents(other)), "%s", c->name);
    cr_expect(eq(str, (char *)(uintptr_t)ikm_score_index_text(plain), (char *)(uintptr_t)ikm_score_index_text(other)),
              "%s", c->name);
    for (size_t e = 0; e < 9; e++) {
        ikm_element_score one = {0}, another = {0};
        cr_assert(eq(int, (int)ikm_score_element(&one, plain, e), (int)IKM_OK));
        cr_assert(eq(int, (int)ikm_score_element(&another, other, e), (int)IKM_OK));
        cr_expect(eq(i64, one.answered, another.answered), "%s, U%zu", c->name, e + 1);
        cr_expect(eq(i64, one.blank, another.blank), "%s, U%zu", c->name, e + 1);
        cr_expect(eq(i64, one.sum, another.sum), "%s, U%zu", c->name, e + 1);
    }
}

static void expect_same(const shape_case *c, const ikm_survey *plain, const ikm_survey *other)
{
    size_t scores = strcmp(c->expected, "whole") ? ikm_survey_score_count(plain) : 1;
    cr_expect(eq(i64, ikm_survey_rows(other).used, ikm_survey_rows(plain).used), "%s", c->name);
    cr_expect(eq(i64, ikm_survey_rows(other).refused, 0), "%s", c->name);
    cr_assert(eq(sz, ikm_survey_score_count(other), scores), "%s", c->name);
    for (size_t i = 0; i < scores; i++) {
        expect_same_score(c, ikm_survey_score(plain, i), ikm_survey_score(other, i));
        if (i)
            cr_expect(
                eq(str, (char *)(uintptr_t)ikm_survey_key(other, i, 0), (char *)(uintptr_t)ikm_survey_key(plain, i, 0)),
                "%s", c->name);
    }
}

static void check_shape(const shape_case *c, const ikm_survey *plain)
{
    ikm_survey *survey;
    ikm_error error = {.message = ""};
    bool refused = !strcmp(c->expected, "refused") || !strcmp(c->expected, "found"),
         sheet = !strncmp(c->rest, "--sheet ", 8);
    cr_assert(refused || sheet || !*c->rest, "%s: this test does not know %s", c->name, c->rest);
    ikm_status status = read_shape(&survey, c->path, !refused && sheet ? c->rest + 8 : NULL, &error);
    if (refused) {
        cr_expect(eq(int, (int)status, (int)IKM_ERR_DATA), "%s", c->name);
        cr_expect(ne(ptr, strstr(error.message, c->rest), NULL), "%s: %s", c->name, error.message);
    } else {
        cr_assert(eq(int, (int)status, (int)IKM_OK), "%s: %s", c->name, error.message);
        expect_same(c, plain, survey);
    }
    ikm_survey_free(survey);
}

Test(test_readers_shapes, every_dump_that_people_have_is_read_as_the_plain_file_or_refused_by_name)
{
    ikm_survey *plain;
    ikm_error error = {.message = ""};
    shape_case c;
    int cases = 0;
    FILE *table = fopen(FOLDER "table", "r");
    cr_assert(ne(ptr, table, NULL));
    cr_assert(eq(int, (int)read_shape(&plain, FOLDER "files/plain.csv", NULL, &error), (int)IKM_OK), "%s",
              error.message);
    cr_expect(eq(i64, ikm_survey_rows(plain).used, 16));
    cr_expect(eq(sz, ikm_survey_score_count(plain), 4));
    while (next_case(&c, table)) {
        check_shape(&c, plain);
        cases++;
    }
    cr_expect(ge(int, cases, CASES_LEAST));
    ikm_survey_free(plain);
    fclose(table);
}
