/* A workbook to fill in with the tables of a performance report; `ikm report` reads it with no options. */
#include "ikm/forms.h"

#include "form.h"
#include "template.h"

#include "ikm/indicator.h"

enum { BLANK_ROWS = 60, COLUMNS_MOST = 9 };

/* A column of a table: how it is called, whether it holds numbers, what may be chosen. */
typedef struct template_column {
    ikmi_word title;
    ikm_cell_kind kind;
    const ikmi_word *choices;
} template_column;

/* A table, on a sheet that the reader knows by its name, which is the same in every language. */
typedef struct template_table {
    const char *name;
    ikmi_word what;
    const char *instrument; /* whose components stand there already; NULL: nothing does */
    size_t count;
    template_column columns[COLUMNS_MOST];
} template_table;

static const ikmi_word polarities = IKMI_WORD_FORMS_TEMPLATE_POLARITIES, versions = IKMI_WORD_FORMS_TEMPLATE_VERSIONS,
                       kinds = IKMI_WORD_FORMS_TEMPLATE_KINDS, quantities = IKMI_WORD_FORMS_TEMPLATE_QUANTITIES;

#define TEXT(title)                                                                                                    \
    {                                                                                                                  \
        title, IKM_CELL_TEXT, NULL                                                                                     \
    }
#define NUMBER(title)                                                                                                  \
    {                                                                                                                  \
        title, IKM_CELL_NUMBER, NULL                                                                                   \
    }
#define CHOICE(title, words)                                                                                           \
    {                                                                                                                  \
        title, IKM_CELL_TEXT, &words                                                                                   \
    }

static const template_table tables[] = {
    {"indicators",
     IKMI_WORD_FORMS_TEMPLATE_INDICATORS_HELP,
     NULL,
     9,
     {TEXT(IKMI_WORD_FORMS_TEMPLATE_GOAL), TEXT(IKMI_WORD_FORMS_TEMPLATE_OBJECTIVE),
      TEXT(IKMI_WORD_FORMS_TEMPLATE_INDICATOR), TEXT(IKMI_WORD_FORMS_TEMPLATE_UNIT),
      CHOICE(IKMI_WORD_FORMS_TEMPLATE_POLARITY, polarities), TEXT(IKMI_WORD_FORMS_TEMPLATE_YEAR),
      NUMBER(IKMI_WORD_FORMS_TEMPLATE_TARGET), NUMBER(IKMI_WORD_FORMS_TEMPLATE_REALIZATION),
      NUMBER(IKMI_WORD_FORMS_TEMPLATE_FINAL)}},
    {"agreement",
     IKMI_WORD_FORMS_TEMPLATE_AGREEMENT_HELP,
     NULL,
     5,
     {CHOICE(IKMI_WORD_FORMS_TEMPLATE_VERSION, versions), CHOICE(IKMI_WORD_FORMS_TEMPLATE_KIND, kinds),
      TEXT(IKMI_WORD_FORMS_TEMPLATE_ITEM), TEXT(IKMI_WORD_FORMS_TEMPLATE_UNIT),
      NUMBER(IKMI_WORD_FORMS_TEMPLATE_VALUE)}},
    {"budget",
     IKMI_WORD_FORMS_TEMPLATE_BUDGET_HELP,
     NULL,
     5,
     {TEXT(IKMI_WORD_FORMS_TEMPLATE_CODE), TEXT(IKMI_WORD_FORMS_TEMPLATE_TITLE),
      NUMBER(IKMI_WORD_FORMS_TEMPLATE_BUDGET), NUMBER(IKMI_WORD_FORMS_TEMPLATE_REALIZATION),
      TEXT(IKMI_WORD_FORMS_TEMPLATE_SPENDING)}},
    {"links",
     IKMI_WORD_FORMS_TEMPLATE_LINKS_HELP,
     NULL,
     2,
     {TEXT(IKMI_WORD_FORMS_TEMPLATE_INDICATOR), TEXT(IKMI_WORD_FORMS_TEMPLATE_PROGRAM)}},
    {"sakip",
     IKMI_WORD_FORMS_TEMPLATE_SAKIP_HELP,
     "sakip-2021",
     3,
     {TEXT(IKMI_WORD_FORMS_TEMPLATE_COMPONENT), NUMBER(IKMI_WORD_FORMS_TEMPLATE_WEIGHT),
      NUMBER(IKMI_WORD_FORMS_TEMPLATE_VALUE)}},
    {"maturity",
     IKMI_WORD_FORMS_TEMPLATE_MATURITY_HELP,
     "kematangan-2018",
     2,
     {TEXT(IKMI_WORD_FORMS_TEMPLATE_COMPONENT), NUMBER(IKMI_WORD_FORMS_TEMPLATE_VALUE)}},
    {"published",
     IKMI_WORD_FORMS_TEMPLATE_PUBLISHED_HELP,
     NULL,
     4,
     {TEXT(IKMI_WORD_FORMS_TEMPLATE_TABLE), TEXT(IKMI_WORD_FORMS_TEMPLATE_ITEM),
      CHOICE(IKMI_WORD_FORMS_TEMPLATE_QUANTITY, quantities), TEXT(IKMI_WORD_FORMS_TEMPLATE_PRINTED)}},
};

enum { TABLES = sizeof tables / sizeof *tables };

/* Keys of report.json that an office needs; the others may be added below them. */
static const char *const keys[] = {
    "unit",      "region", "address",      "phone",         "head.name",          "head.title",        "head.nip",
    "period",    "year",   "survey.files", "survey.weight", "survey.round_final", "survey.round_mode", "cap",
    "efficiency"};

static void guide(ikmi_form *form)
{
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_TEMPLATE_SHEET),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_TEMPLATE_CONTENT)};
    ikmi_form_sheet(form, IKMI_WORD_FORMS_TEMPLATE_GUIDE);
    ikmi_form_heading(form, 1, IKMI_WORD_FORMS_TEMPLATE_REPORT_TITLE);
    ikmi_form_text(form, IKMI_WORD_FORMS_TEMPLATE_REPORT_HOW, NULL, 0);
    ikmi_form_text(form, IKMI_WORD_FORMS_TEMPLATE_REPORT_NUMBERS, NULL, 0);
    ikmi_form_text(form, IKMI_WORD_FORMS_TEMPLATE_REPORT_READ, NULL, 0);
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_SHEETS), columns, 2);
    ikmi_template_row(form, "report", ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_SETTINGS_HELP));
    for (size_t i = 0; i < TABLES; i++)
        ikmi_template_row(form, tables[i].name, ikmi_form_word(form, tables[i].what));
}

static void sheet(ikmi_form *form, const char *name)
{
    if (form->status == IKM_OK)
        form->status = ikm_document_sheet(form->document, name);
}

/* Keys without a value are not told. */
static void settings(ikmi_form *form)
{
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_TEMPLATE_KEY),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_TEMPLATE_VALUE)};
    const ikm_table table = {
        .title = "", .columns = columns, .column_count = 2, .blank_rows = BLANK_ROWS / 6, .in_place = 1};
    sheet(form, "report");
    ikmi_form_table(form, &table);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const ikm_cell cells[] = {ikmi_cell_text(keys[i]), {.kind = IKM_CELL_EMPTY}};
        ikmi_form_row(form, cells, 2);
    }
}

/* The components of an instrument, with their weights where it has any; their values are to be filled in. */
static void components(ikmi_form *form, const template_table *template)
{
    ikm_components *lines = NULL;
    const ikm_component_line *line;
    if (form->status == IKM_OK)
        form->status = ikm_components_new(&lines, ikm_instrument_named(template->instrument), NULL, 0, form->lang,
                                          ikm_document_mem(form->document), NULL);
    for (size_t i = 0; lines && (line = ikm_components_at(lines, i)) != NULL; i++) {
        ikm_cell cells[COLUMNS_MOST] = {ikmi_cell_text(line->name)};
        if (template->count > 2)
            cells[1] = ikmi_cell_decimal(line->weight);
        ikmi_form_row(form, cells, template->count);
    }
    ikm_components_free(lines);
}

static void table_sheet(ikmi_form *form, const template_table *template)
{
    ikm_column columns[COLUMNS_MOST];
    ikm_choices choices[COLUMNS_MOST] = {{NULL, 0}};
    ikmi_word_list lists[COLUMNS_MOST];
    for (size_t i = 0; i < template->count; i++) {
        const template_column *column = &template->columns[i];
        columns[i] = (ikm_column){ikmi_form_word(form, column->title), column->kind, 0, NULL};
        if (column->choices)
            choices[i] = ikmi_choices_of(&lists[i], ikmi_form_word(form, *column->choices));
    }
    const ikm_table table = {.title = "",
                             .columns = columns,
                             .column_count = template->count,
                             .blank_rows = template->instrument ? 0 : BLANK_ROWS,
                             .choices = choices,
                             .in_place = 1};
    sheet(form, template->name);
    ikmi_form_table(form, &table);
    if (template->instrument)
        components(form, template);
}

ikm_status ikm_form_report_template(ikm_document *document)
{
    if (!document)
        return IKM_ERR_ARGUMENT;
    ikmi_form form = {document, NULL, ikm_document_lang(document), IKM_OK};
    guide(&form);
    settings(&form);
    for (size_t i = 0; i < TABLES; i++)
        table_sheet(&form, &tables[i]);
    return form.status;
}
