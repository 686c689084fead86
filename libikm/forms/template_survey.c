/* A workbook to fill in with the answers of respondents; read back with no options. */
#include "ikm/forms.h"

#include "base/decimal.h"
#include "form.h"
#include "template.h"

enum { BLANK_ROWS = 500, BEFORE = 7, COLUMNS_MOST = BEFORE + IKM_ELEMENTS_MAX + 1 };

/* Columns before the elements; the first one holds a number, or says that its row is the example. */
static const ikmi_word before[BEFORE] = {
    IKMI_WORD_FORMS_TEMPLATE_NUMBER,     IKMI_WORD_FORMS_TEMPLATE_DATE, IKMI_WORD_FORMS_TEMPLATE_SERVICE,
    IKMI_WORD_FORMS_TEMPLATE_GENDER,     IKMI_WORD_FORMS_TEMPLATE_AGE,  IKMI_WORD_FORMS_TEMPLATE_EDUCATION,
    IKMI_WORD_FORMS_TEMPLATE_OCCUPATION,
};
enum { NUMBER, DATE, SERVICE, GENDER, AGE, EDUCATION, OCCUPATION };

static const ikmi_word before_help[BEFORE] = {
    IKMI_WORD_FORMS_TEMPLATE_NUMBER_HELP,     IKMI_WORD_FORMS_TEMPLATE_DATE_HELP,
    IKMI_WORD_FORMS_TEMPLATE_SERVICE_HELP,    IKMI_WORD_FORMS_TEMPLATE_GENDER_HELP,
    IKMI_WORD_FORMS_TEMPLATE_AGE_HELP,        IKMI_WORD_FORMS_TEMPLATE_EDUCATION_HELP,
    IKMI_WORD_FORMS_TEMPLATE_OCCUPATION_HELP,
};

typedef struct sheet {
    ikmi_form *form;
    const ikm_rules *rules;
    ikm_column columns[COLUMNS_MOST];
    char titles[IKM_ELEMENTS_MAX][IKMI_TITLE_SIZE];
    size_t count;
} sheet;

/* "U1 Persyaratan" */
static void add_elements(sheet *s)
{
    for (size_t i = 0; i < ikm_rules_element_count(s->rules); i++) {
        ikmi_fill(s->titles[i], IKMI_TITLE_SIZE, "{1} {2}",
                  IKMI_SAY(ikm_rules_element_code(s->rules, i), ikm_rules_element_name(s->rules, i)));
        s->columns[s->count++] = (ikm_column){s->titles[i], IKM_CELL_NUMBER, 0, NULL};
    }
}

static void make_columns(sheet *s)
{
    for (size_t i = 0; i < BEFORE; i++)
        s->columns[s->count++] =
            i == AGE ? ikmi_number_column(s->form, before[i], 0, NULL) : ikmi_text_column(s->form, before[i]);
    add_elements(s);
    s->columns[s->count++] = ikmi_text_column(s->form, IKMI_WORD_FORMS_TEMPLATE_SUGGESTION);
}

static void guide_columns(sheet *s)
{
    ikmi_form *form = s->form;
    char scale[IKMI_INTEGER_SIZE], elements[IKMI_TITLE_SIZE], help[IKMI_SENTENCE_SIZE];
    size_t last = ikm_rules_element_count(s->rules) - 1;
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_TEMPLATE_COLUMN),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_TEMPLATE_CONTENT)};
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_COLUMNS), columns, 2);
    for (size_t i = 0; i < BEFORE; i++)
        ikmi_template_row(form, ikmi_form_word(form, before[i]), ikmi_form_word(form, before_help[i]));
    ikmi_fill(elements, sizeof elements, "{1}–{2}",
              IKMI_SAY(ikm_rules_element_code(s->rules, 0), ikm_rules_element_code(s->rules, last)));
    ikmi_say(help, sizeof help, form->lang, IKMI_WORD_FORMS_TEMPLATE_ELEMENT_HELP,
             IKMI_SAY(ikmi_integer_text(scale, ikm_rules_scale(s->rules))));
    ikmi_template_row(form, elements, help);
    ikmi_template_row(form, ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_SUGGESTION),
                      ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_SUGGESTION_HELP));
}

/* What each score of each element means. */
static void guide_scores(sheet *s)
{
    ikmi_form *form = s->form;
    char numbers[IKM_SCALE_MAX][IKMI_INTEGER_SIZE], name[IKMI_TITLE_SIZE];
    ikm_column columns[IKM_SCALE_MAX + 1] = {ikmi_text_column(form, IKMI_WORD_FORMS_ELEMENT)};
    size_t scale = (size_t)ikm_rules_scale(s->rules);
    for (size_t score = 1; score <= scale; score++)
        columns[score] = (ikm_column){ikmi_integer_text(numbers[score - 1], (int64_t)score), IKM_CELL_TEXT, 0, NULL};
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_SCORES), columns, scale + 1);
    for (size_t i = 0; i < ikm_rules_element_count(s->rules); i++) {
        ikm_cell cells[IKM_SCALE_MAX + 1] = {{.kind = IKM_CELL_EMPTY}};
        ikmi_fill(name, sizeof name, "{1}", IKMI_SAY(s->titles[i]));
        cells[0] = ikmi_cell_text(name);
        for (size_t score = 1; score <= scale; score++)
            cells[score] = ikmi_cell_text(ikm_rules_element_label(s->rules, i, (int)score));
        ikmi_form_row(form, cells, scale + 1);
    }
}

static void guide(sheet *s)
{
    ikmi_form *form = s->form;
    ikmi_form_sheet(form, IKMI_WORD_FORMS_TEMPLATE_GUIDE);
    ikmi_form_heading(form, 1, IKMI_WORD_FORMS_TEMPLATE_SURVEY_TITLE);
    ikmi_form_text(form, IKMI_WORD_FORMS_TEMPLATE_SURVEY_HOW, NULL, 0);
    ikmi_form_text(form, IKMI_WORD_FORMS_TEMPLATE_SURVEY_EXAMPLE, NULL, 0);
    ikmi_form_text(form, IKMI_WORD_FORMS_TEMPLATE_SURVEY_READ, NULL, 0);
    guide_columns(s);
    guide_scores(s);
}

static void example(sheet *s, const char *service)
{
    ikmi_form *form = s->form;
    ikm_cell cells[COLUMNS_MOST] = {{.kind = IKM_CELL_EMPTY}};
    cells[NUMBER] = ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_INGEST_EXAMPLE));
    cells[DATE] = ikmi_cell_text("2024-01-31");
    cells[SERVICE] = ikmi_cell_text(service);
    cells[GENDER] = ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_PUBLICATION_WOMEN));
    cells[AGE] = ikmi_cell_integer(35);
    cells[EDUCATION] = ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_EXAMPLE_EDUCATION));
    cells[OCCUPATION] = ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_EXAMPLE_OCCUPATION));
    for (size_t i = 0; i < ikm_rules_element_count(s->rules); i++)
        cells[BEFORE + i] = ikmi_cell_integer(ikm_rules_scale(s->rules) - (int64_t)(i % 2));
    cells[s->count - 1] = ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_EXAMPLE_SUGGESTION));
    ikmi_form_row(form, cells, s->count);
}

static void data(sheet *s, const char *const *services, size_t service_count)
{
    ikmi_form *form = s->form;
    char scores[IKM_SCALE_MAX][IKMI_INTEGER_SIZE];
    const char *score_list[IKM_SCALE_MAX];
    ikmi_word_list gender, education;
    ikm_choices choices[COLUMNS_MOST] = {{NULL, 0}};
    size_t scale = (size_t)ikm_rules_scale(s->rules);
    for (size_t i = 0; i < scale; i++)
        score_list[i] = ikmi_integer_text(scores[i], (int64_t)i + 1);
    choices[SERVICE] = (ikm_choices){services, service_count};
    choices[GENDER] = ikmi_choices_of(&gender, ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_GENDERS));
    choices[EDUCATION] = ikmi_choices_of(&education, ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_LEVELS));
    for (size_t i = 0; i < ikm_rules_element_count(s->rules); i++)
        choices[BEFORE + i] = (ikm_choices){score_list, scale};
    const ikm_table table = {.title = "",
                             .columns = s->columns,
                             .column_count = s->count,
                             .blank_rows = BLANK_ROWS,
                             .choices = choices,
                             .in_place = 1};
    ikmi_form_sheet(form, IKMI_WORD_FORMS_TEMPLATE_DATA);
    ikmi_form_table(form, &table);
    example(s, service_count ? services[0] : ikmi_form_word(form, IKMI_WORD_FORMS_TEMPLATE_EXAMPLE_SERVICE));
}

ikm_status ikm_form_survey_template(ikm_document *document, const ikm_rules *rules, const char *const *services,
                                    size_t count)
{
    if (!document || !rules || (count && !services))
        return IKM_ERR_ARGUMENT;
    ikmi_form form = {document, NULL, ikm_document_lang(document), IKM_OK};
    sheet s = {.form = &form, .rules = rules};
    make_columns(&s);
    guide(&s);
    data(&s, services, count);
    return form.status;
}
