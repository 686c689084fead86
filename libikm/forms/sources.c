/* Where the figures came from: records, files, and which column was taken for which element. */
#include "form.h"

#include <string.h>

/* What the machine contract calls a thing, and how people read it. */
typedef struct named_word {
    const char *name;
    ikmi_word word;
} named_word;

static const named_word shapes[] = {{"wide", IKMI_WORD_FORMS_WIDE},
                                    {"long", IKMI_WORD_FORMS_LONG},
                                    {"counts", IKMI_WORD_FORMS_COUNTS},
                                    {"tally", IKMI_WORD_FORMS_TALLY},
                                    {NULL, IKMI_WORD_COUNT}};

static const named_word ways[] = {{"code", IKMI_WORD_FORMS_BY_CODE},
                                  {"name", IKMI_WORD_FORMS_BY_NAME},
                                  {"question", IKMI_WORD_FORMS_BY_QUESTION},
                                  {"number", IKMI_WORD_FORMS_BY_NUMBER},
                                  {NULL, IKMI_WORD_COUNT}};

static const named_word delimiters[] = {{",", IKMI_WORD_FORMS_COMMA},
                                        {";", IKMI_WORD_FORMS_SEMICOLON},
                                        {"\t", IKMI_WORD_FORMS_TAB},
                                        {"|", IKMI_WORD_FORMS_BAR},
                                        {NULL, IKMI_WORD_COUNT}};

/* A name that has no word yet is shown as it is. */
static ikm_cell named(ikm_lang lang, const named_word *words, const char *name)
{
    for (; words->name; words++)
        if (!strcmp(words->name, name))
            return ikmi_cell_text(ikmi_word_text(lang, words->word));
    return ikmi_cell_text(name);
}

static void count_row(ikmi_form *form, ikmi_word name, int64_t count)
{
    const ikm_cell cells[] = {ikmi_cell_text(ikmi_form_word(form, name)), ikmi_cell_integer(count)};
    ikmi_form_row(form, cells, 2);
}

static void rows(ikmi_form *form)
{
    ikm_row_counts counts = ikm_survey_rows(form->survey);
    const ikm_column columns[] = {
        {ikmi_form_word(form, IKMI_WORD_FORMS_OUTCOME), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_COUNT), IKM_CELL_NUMBER, 0, NULL},
    };
    ikm_table table = {.title = ikmi_form_word(form, IKMI_WORD_FORMS_ROWS), .columns = columns, .column_count = 2};
    ikmi_form_table(form, &table);
    count_row(form, IKMI_WORD_FORMS_ROWS_READ, counts.read);
    count_row(form, IKMI_WORD_FORMS_ROWS_USED, counts.used);
    count_row(form, IKMI_WORD_FORMS_ROWS_REFUSED, counts.refused);
    if (counts.incomplete)
        count_row(form, IKMI_WORD_FORMS_ROWS_INCOMPLETE, counts.incomplete);
    if (counts.example)
        count_row(form, IKMI_WORD_FORMS_ROWS_EXAMPLE, counts.example);
    if (counts.filtered)
        count_row(form, IKMI_WORD_FORMS_ROWS_FILTERED, counts.filtered);
}

static ikm_status file_row(void *ctx, size_t index, ikm_cell *cells)
{
    const ikm_survey *survey = ctx;
    const ikm_file_info *file = ikm_survey_file(survey, index);
    ikm_lang lang = ikm_survey_lang(survey);
    cells[0] = ikmi_cell_text(file->name);
    cells[1] = ikmi_cell_text(file->encoding);
    for (const named_word *known = delimiters; known->name; known++)
        if (file->delimiter == *known->name)
            cells[2] = ikmi_cell_text(ikmi_word_text(lang, known->word));
    if (file->delimiter && cells[2].kind == IKM_CELL_EMPTY)
        cells[2] = (ikm_cell){.kind = IKM_CELL_TEXT, .text = {&file->delimiter, 1}};
    if (file->header_line)
        cells[3] = ikmi_cell_integer(file->header_line);
    cells[4] = named(lang, shapes, file->shape);
    return IKM_OK;
}

static void files(ikmi_form *form)
{
    const ikm_column columns[] = {
        {ikmi_form_word(form, IKMI_WORD_FORMS_FILE), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_ENCODING), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_DELIMITER), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_HEADER_LINE), IKM_CELL_NUMBER, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_SHAPE), IKM_CELL_TEXT, 0, NULL},
    };
    ikm_table table = {.title = ikmi_form_word(form, IKMI_WORD_FORMS_FILES),
                       .columns = columns,
                       .column_count = 5,
                       .row = file_row,
                       .ctx = (void *)form->survey,
                       .row_count = ikm_survey_file_count(form->survey)};
    ikmi_form_table(form, &table);
}

static ikm_status mapping_row(void *ctx, size_t index, ikm_cell *cells)
{
    const ikm_survey *survey = ctx;
    const ikm_mapping *entry = ikm_survey_mapping(survey, index);
    const ikm_file_info *file = ikm_survey_file(survey, entry->file);
    cells[0] = ikmi_cell_text(entry->element);
    cells[1] = ikmi_cell_integer(entry->column);
    cells[2] = ikmi_cell_text(entry->header);
    cells[3] = named(ikm_survey_lang(survey), ways, entry->by);
    if (ikm_survey_file_count(survey) > 1 && file)
        cells[4] = ikmi_cell_text(file->name);
    return IKM_OK;
}

static void mapping(ikmi_form *form)
{
    const ikm_column columns[] = {
        {ikmi_form_word(form, IKMI_WORD_FORMS_ELEMENT), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_COLUMN), IKM_CELL_NUMBER, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_HEADER), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_BY), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_FILE), IKM_CELL_TEXT, 0, NULL},
    };
    ikm_table table = {.title = ikmi_form_word(form, IKMI_WORD_FORMS_MAPPING),
                       .columns = columns,
                       .column_count = ikm_survey_file_count(form->survey) > 1 ? 5 : 4,
                       .row = mapping_row,
                       .ctx = (void *)form->survey,
                       .row_count = ikm_survey_mapping_count(form->survey)};
    ikmi_form_table(form, &table);
}

void ikmi_recap_sources(ikmi_form *form)
{
    rows(form);
    files(form);
    mapping(form);
}
