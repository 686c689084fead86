/*
 * worksheets FOLDER SURVEY: workbooks whose formulas another program computes anew.
 *
 * conventions.xlsx has a worksheet of a random survey under each of 64 random conventions, conventions.json what the
 * library says about each; kejobong.xlsx and kejobong.json are of SURVEY; formulas.xlsx has the notation of formulas in
 * tables of other shapes. The surveys are the same on every run.
 */
#include "ikm.h"
#include "ikm/xlsx.h"

#include "making.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONVENTIONS = 64, ELEMENTS = 9, PATH = 4096 };

static uint64_t seed = 2024;

static uint32_t below(uint32_t count)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % count;
}

static int take(void *ctx, const void *bytes, size_t size)
{
    return fwrite(bytes, 1, size, ctx) != size;
}

static FILE *file_in(const char *folder, const char *name)
{
    char path[PATH];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        exit(1);
    }
    return file;
}

static void done(FILE *file)
{
    if (fclose(file) != 0) {
        perror("fclose");
        exit(1);
    }
}

/* The first respondent answers all, so that there is an index under every policy. */
static void write_survey(const char *folder)
{
    FILE *file = file_in(folder, "random.csv");
    uint32_t respondents = 1 + below(150), kind = 1 + below(4), gaps = below(3) * 4;
    fprintf(file, "u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    for (uint32_t i = 0; i < respondents; i++)
        for (uint32_t e = 0; e < ELEMENTS; e++) {
            uint32_t answer = 1 + below(4) % kind + (4 - kind);
            if (i > 0 && gaps && below(100) < gaps)
                fprintf(file, "%s", e + 1 < ELEMENTS ? "," : "\n");
            else
                fprintf(file, "%u%c", answer, e + 1 < ELEMENTS ? ',' : '\n');
        }
    done(file);
}

static ikm_convention random_convention(void)
{
    static const char *const weights[] = {
        "exact", "0.111", "0.11", "0.1,0.2,0.05,0.15,0.1,0.1,0.1,0.1,0.1",
        "0.111111111,0.111111111,0.111111111,0.111111111,0.111111111,0.111111111,0.111111111,0.111111111,0.111111112"};
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.weight = weights[below(5)];
    convention.round_nrr = below(3) ? (int32_t)below(7) : IKM_ROUND_NONE;
    convention.round_term = below(3) ? (int32_t)below(7) : IKM_ROUND_NONE;
    convention.round_final = (int32_t)below(7);
    convention.round_mode = (ikm_round_mode)(IKM_ROUND_HALF_UP + (int)below(3));
    convention.missing = (ikm_missing)(IKM_MISSING_PER_ELEMENT + (int)below(3));
    return convention;
}

static ikm_survey *read_survey(const char *path, const ikm_convention *convention)
{
    ikm_survey *survey;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_error error = {.message = ""};
    options.convention = convention;
    options.respondents = 1;
    check(ikm_survey_read(&survey, &path, 1, &options, &error), error.message);
    return survey;
}

static ikm_document *new_document(void)
{
    ikm_document *document;
    check(ikm_document_new(&document, IKM_LANG_ID, "Rumus", NULL), "document");
    return document;
}

static void write_workbook(const char *folder, const char *name, ikm_document *document)
{
    ikm_error error = {.message = ""};
    FILE *file = file_in(folder, name);
    check(ikm_xlsx_write(document, NULL, (ikm_sink){take, file}, &error), error.message);
    done(file);
    ikm_document_free(document);
}

static void write_conventions(const char *folder)
{
    char path[PATH];
    ikm_survey *surveys[CONVENTIONS];
    ikm_document *document = new_document();
    FILE *json = file_in(folder, "conventions.json");
    snprintf(path, sizeof path, "%s/random.csv", folder);
    for (size_t i = 0; i < CONVENTIONS; i++) {
        const ikm_convention convention = random_convention();
        write_survey(folder);
        surveys[i] = read_survey(path, &convention);
        check(ikm_form_worksheet(document, surveys[i], NULL), "worksheet");
        fputc(i ? ',' : '[', json);
        check(ikm_json_score(surveys[i], (ikm_sink){take, json}), "json");
    }
    fputc(']', json);
    done(json);
    write_workbook(folder, "conventions.xlsx", document);
    for (size_t i = 0; i < CONVENTIONS; i++)
        ikm_survey_free(surveys[i]);
}

static void write_kejobong(const char *folder, const char *path)
{
    ikm_survey *survey = read_survey(path, NULL);
    ikm_document *document = new_document();
    FILE *json = file_in(folder, "kejobong.json");
    check(ikm_form_worksheet(document, survey, NULL), "worksheet");
    fputc('[', json);
    check(ikm_json_score(survey, (ikm_sink){take, json}), "json");
    fputc(']', json);
    done(json);
    write_workbook(folder, "kejobong.xlsx", document);
    ikm_survey_free(survey);
}

static ikm_cell computed(const char *formula, int64_t digits, int32_t places)
{
    return (ikm_cell){
        .kind = IKM_CELL_NUMBER, .number = {digits, places}, .formula = formula, .exact = {digits, places}};
}

/* Shares of a whole within the body, and columns that are merged beside a wider table, on sheets with odd names. */
static void write_formulas(const char *folder)
{
    static const char *const names[] = {"Jum'at & 'x'", "2024", "=A1!B2"};
    static const ikm_column columns[] = {{"a", IKM_CELL_TEXT, 0, NULL},   {"b", IKM_CELL_TEXT, 0, NULL},
                                         {"c", IKM_CELL_NUMBER, 0, NULL}, {"d", IKM_CELL_NUMBER, 4, NULL},
                                         {"e", IKM_CELL_TEXT, 0, NULL},   {"f", IKM_CELL_TEXT, 0, NULL}};
    const ikm_table wide = {.title = "Lebar", .columns = columns, .column_count = 6};
    const ikm_table narrow = {.title = "Sempit", .columns = columns + 1, .column_count = 3, .foot_count = 2};
    const ikm_cell header[6] = {text("Sebuah nama yang panjang sekali"), text("x"), computed(NULL, 1, 0)};
    const ikm_cell rows[][3] = {{text("satu"), computed(NULL, 1, 0), computed("1/SUM({1})", 25, 2)},
                                {text("tiga"), computed(NULL, 3, 0), computed("3/{1@0}", 75, 2)},
                                {text("semua"), computed("SUM({1})", 4, 0), computed("ROUND(SUM({2}),4)", 10000, 4)},
                                {text("rata-rata"), computed("{1@0}/COUNT({1})", 2, 0),
                                 computed("IF({2@0}=1,LEN(\"{kosong}\"),SUM({1@0}:{2@0}))", 8, 0)}};
    ikm_document *document = new_document();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        check(ikm_document_sheet(document, names[i]), "sheet");
        check(ikm_document_table(document, &wide), "table");
        check(ikm_document_row(document, header, 6), "row");
        check(ikm_document_table(document, &narrow), "table");
        for (size_t row = 0; row < 4; row++)
            check(ikm_document_row(document, rows[row], 3), "row");
    }
    write_workbook(folder, "formulas.xlsx", document);
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    write_conventions(arguments[1]);
    write_kejobong(arguments[1], arguments[2]);
    write_formulas(arguments[1]);
    return 0;
}
