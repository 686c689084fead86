/* What a check found, for people. */
#include "form.h"

#include "ikm/forms.h"

#include "base/decimal.h"

#include <string.h>

enum { LISTED = 50, PLACE_SIZE = 512 };

static const struct {
    ikm_issue_kind kind;
    ikmi_word word;
} kinds[] = {
    {IKM_ISSUE_SCORE, IKMI_WORD_FORMS_CHECK_SCORE},       {IKM_ISSUE_BLANK, IKMI_WORD_FORMS_CHECK_BLANK},
    {IKM_ISSUE_EMPTY, IKMI_WORD_FORMS_CHECK_EMPTY},       {IKM_ISSUE_FIELDS, IKMI_WORD_FORMS_CHECK_FIELDS},
    {IKM_ISSUE_QUOTE, IKMI_WORD_FORMS_CHECK_QUOTE},       {IKM_ISSUE_LONG, IKMI_WORD_FORMS_CHECK_LONG},
    {IKM_ISSUE_ENCODING, IKMI_WORD_FORMS_CHECK_ENCODING}, {IKM_ISSUE_REPEATED, IKMI_WORD_FORMS_CHECK_REPEATED},
    {IKM_ISSUE_LINE, IKMI_WORD_FORMS_CHECK_LINE},
};

static const struct {
    const char *role;
    ikmi_word word;
} roles[] = {
    {"element", IKMI_WORD_FORMS_ELEMENT},
    {"service", IKMI_WORD_FORMS_ROLE_SERVICE},
    {"unit", IKMI_WORD_FORMS_ROLE_UNIT},
    {"time", IKMI_WORD_FORMS_ROLE_TIME},
    {"gender", IKMI_WORD_FORMS_ROLE_GENDER},
    {"age", IKMI_WORD_FORMS_ROLE_AGE},
    {"education", IKMI_WORD_FORMS_ROLE_EDUCATION},
    {"occupation", IKMI_WORD_FORMS_ROLE_OCCUPATION},
    {"respondent", IKMI_WORD_FORMS_ROLE_RESPONDENT},
    {"personal", IKMI_WORD_FORMS_ROLE_PERSONAL},
    {"free-text", IKMI_WORD_FORMS_ROLE_FREE_TEXT},
    {"question", IKMI_WORD_FORMS_ROLE_QUESTION},
    {"answer", IKMI_WORD_FORMS_ROLE_ANSWER},
    {"count", IKMI_WORD_FORMS_ROLE_COUNT},
    {"other", IKMI_WORD_FORMS_ROLE_OTHER},
};

static void begin(ikmi_form *form, ikmi_word title, const ikm_column *columns, size_t count)
{
    ikmi_form_begin(form, ikmi_form_word(form, title), columns, count);
}

static void note_count(ikmi_form *form, ikmi_word word, int64_t count)
{
    char text[IKMI_INTEGER_SIZE];
    if (count > 0)
        ikmi_form_note(form, word, IKMI_SAY(ikmi_integer_text(text, count)));
}

static void issues(ikmi_form *form, const ikm_check *check)
{
    if (!ikm_check_issue_count(check, (ikm_issue_kind)0))
        return;
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_KIND),
                                  ikmi_number_column(form, IKMI_WORD_FORMS_COUNT, 0, NULL)};
    begin(form, IKMI_WORD_FORMS_CHECK_KINDS, columns, 2);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        int64_t count = ikm_check_issue_count(check, kinds[i].kind);
        if (count)
            ikmi_form_row(
                form, (const ikm_cell[]){ikmi_cell_text(ikmi_form_word(form, kinds[i].word)), ikmi_cell_integer(count)},
                2);
    }
}

static void labels(ikmi_form *form, const ikm_check *check)
{
    ikm_unknown_label label;
    size_t count = ikm_check_label_count(check);
    if (!count)
        return;
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_ELEMENT),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_ANSWER),
                                  ikmi_number_column(form, IKMI_WORD_FORMS_CHECK_TIMES, 0, NULL),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_MAYBE)};
    begin(form, IKMI_WORD_FORMS_CHECK_LABELS, columns, 4);
    for (size_t i = 0; i < LISTED && ikm_check_label(check, i, &label); i++)
        ikmi_form_row(form,
                      (const ikm_cell[]){ikmi_cell_text(label.element), ikmi_cell_text(label.text),
                                         ikmi_cell_integer(label.count),
                                         label.nearest ? ikmi_cell_text(label.nearest) : (ikm_cell){.kind = 0}},
                      4);
    if (count > LISTED)
        note_count(form, IKMI_WORD_FORMS_CHECK_FURTHER, (int64_t)(count - LISTED));
}

static void similar(ikmi_form *form, const ikm_check *check)
{
    ikm_similar_names pair;
    size_t count = ikm_check_similar_count(check);
    if (!count)
        return;
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_ONE),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_OTHER)};
    begin(form, IKMI_WORD_FORMS_CHECK_SIMILAR, columns, 2);
    for (size_t i = 0; i < LISTED && ikm_check_similar(check, i, &pair); i++)
        ikmi_form_row(form, (const ikm_cell[]){ikmi_cell_text(pair.one), ikmi_cell_text(pair.other)}, 2);
    if (count > LISTED)
        note_count(form, IKMI_WORD_FORMS_CHECK_FURTHER, (int64_t)(count - LISTED));
}

/* "survey.csv:17" */
static const char *place(char *out, const ikmi_form *form, size_t file, int64_t line)
{
    char number[IKMI_INTEGER_SIZE];
    const ikm_file_info *info = ikm_survey_file(form->survey, file);
    ikmi_fill(out, PLACE_SIZE, "{1}:{2}", IKMI_SAY(info ? info->name : "", ikmi_integer_text(number, line)));
    return out;
}

static void duplicate_rows(ikmi_form *form, const ikm_check *check, ikm_duplicate_kind kind, ikmi_word why)
{
    char here[PLACE_SIZE], there[PLACE_SIZE];
    ikm_duplicate found;
    for (size_t i = 0; i < LISTED && ikm_check_duplicate(check, kind, i, &found); i++)
        ikmi_form_row(form,
                      (const ikm_cell[]){ikmi_cell_text(place(here, form, found.file, found.line)),
                                         ikmi_cell_text(place(there, form, found.first_file, found.first_line)),
                                         ikmi_cell_text(ikmi_form_word(form, why))},
                      3);
}

static void duplicates(ikmi_form *form, const ikm_check *check)
{
    char texts[2][IKMI_INTEGER_SIZE];
    size_t rows = ikm_check_duplicate_count(check, IKM_DUPLICATE_ROW);
    size_t people = ikm_check_duplicate_count(check, IKM_DUPLICATE_RESPONDENT);
    if (rows + people) {
        const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_PLACE),
                                      ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_FIRST),
                                      ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_WHY)};
        begin(form, IKMI_WORD_FORMS_CHECK_DUPLICATES, columns, 3);
        duplicate_rows(form, check, IKM_DUPLICATE_ROW, IKMI_WORD_FORMS_CHECK_SAME_ROW);
        duplicate_rows(form, check, IKM_DUPLICATE_RESPONDENT, IKMI_WORD_FORMS_CHECK_SAME_RESPONDENT);
        ikmi_form_text(
            form, IKMI_WORD_FORMS_CHECK_DUPLICATE_COUNT,
            IKMI_SAY(ikmi_integer_text(texts[0], (int64_t)rows), ikmi_integer_text(texts[1], (int64_t)people)));
    }
    if (rows > LISTED || people > LISTED)
        note_count(form, IKMI_WORD_FORMS_CHECK_FURTHER,
                   (int64_t)((rows > LISTED ? rows - LISTED : 0) + (people > LISTED ? people - LISTED : 0)));
    note_count(form, IKMI_WORD_FORMS_CHECK_UNLOOKED, ikm_check_unlooked(check));
}

static void straight(ikmi_form *form, const ikm_check *check)
{
    char count[IKMI_INTEGER_SIZE], all[IKMI_INTEGER_SIZE], share[IKMI_DECIMAL_SIZE];
    int64_t complete = ikm_check_complete(check);
    if (!complete)
        return;
    ikm_cell percent = ikmi_cell_percent(ikm_check_straight(check), complete);
    ikmi_form_text(form, IKMI_WORD_FORMS_CHECK_STRAIGHT,
                   IKMI_SAY(ikmi_integer_text(count, ikm_check_straight(check)), ikmi_integer_text(all, complete),
                            ikmi_decimal_for_people(share, percent.number, form->lang)));
}

static ikm_cell role_cell(const ikmi_form *form, const char *role)
{
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (!strcmp(roles[i].role, role))
            return ikmi_cell_text(ikmi_form_word(form, roles[i].word));
    return ikmi_cell_text(role);
}

static void columns_used(ikmi_form *form, const ikm_check *check)
{
    ikm_column_use use;
    const ikm_column columns[] = {
        ikmi_text_column(form, IKMI_WORD_FORMS_FILE), ikmi_number_column(form, IKMI_WORD_FORMS_CHECK_POSITION, 0, NULL),
        ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_HEADER), ikmi_text_column(form, IKMI_WORD_FORMS_CHECK_ROLE),
        ikmi_text_column(form, IKMI_WORD_FORMS_CODE)};
    size_t first = ikm_survey_file_count(form->survey) > 1 ? 0 : 1; /* one file needs no name */
    begin(form, IKMI_WORD_FORMS_CHECK_COLUMNS, columns + first, 5 - first);
    for (size_t i = 0; ikm_check_column(check, i, &use); i++) {
        const ikm_file_info *info = ikm_survey_file(form->survey, use.file);
        const ikm_cell cells[] = {ikmi_cell_text(info ? info->name : ""), ikmi_cell_integer(use.column),
                                  ikmi_cell_text(use.header), role_cell(form, use.role),
                                  use.element ? ikmi_cell_text(use.element) : (ikm_cell){.kind = 0}};
        ikmi_form_row(form, cells + first, 5 - first);
    }
}

ikm_status ikm_form_findings(ikm_document *document, const ikm_check *check)
{
    if (!document || !check)
        return IKM_ERR_ARGUMENT;
    char texts[3][IKMI_INTEGER_SIZE];
    const ikm_survey *survey = ikm_check_survey(check);
    ikm_row_counts rows = ikm_survey_rows(survey);
    ikmi_form form = {document, survey, ikm_survey_lang(survey), IKM_OK};
    ikmi_form_sheet(&form, IKMI_WORD_FORMS_CHECK);
    ikmi_form_heading(&form, 1, IKMI_WORD_FORMS_CHECK_TITLE);
    ikmi_form_text(&form, IKMI_WORD_FORMS_CHECK_ROWS,
                   IKMI_SAY(ikmi_integer_text(texts[0], rows.read), ikmi_integer_text(texts[1], rows.used),
                            ikmi_integer_text(texts[2], rows.refused)));
    if (ikm_check_is_clean(check))
        ikmi_form_text(&form, IKMI_WORD_FORMS_CHECK_CLEAN, IKMI_SAY(texts[0]));
    issues(&form, check);
    labels(&form, check);
    similar(&form, check);
    duplicates(&form, check);
    straight(&form, check);
    ikmi_recap_notes(&form);
    columns_used(&form, check);
    return form.status;
}
