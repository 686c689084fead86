/*
 * PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN: the worksheet of PermenPANRB
 * 14/2017, on which an auditor follows the index from the answers.
 */
#include "ikm/forms.h"

#include "base/decimal.h"
#include "document/document.h"
#include "survey/survey.h"
#include "worksheet.h"

#include <string.h>

/* What the rows of the table are pulled from; never changes once it is made. */
typedef struct worksheet {
    const ikm_survey *survey;
    size_t respondents;
    ikmi_foot foot;
} worksheet;

static ikm_cell figure_cell(const ikmi_foot_figure *figure)
{
    ikm_cell cell = {.kind = IKM_CELL_EMPTY};
    if (figure->known)
        cell = (ikm_cell){.kind = IKM_CELL_NUMBER,
                          .number = figure->shown,
                          .formula = figure->formula[0] ? figure->formula : NULL,
                          .exact = figure->exact};
    return cell;
}

static void foot_row(const worksheet *sheet, size_t row, ikm_cell *cells)
{
    static const ikmi_word labels[IKMI_FOOT_ROWS] = {IKMI_WORD_FORMS_WORKSHEET_SUM, IKMI_WORD_FORMS_WORKSHEET_MEAN,
                                                     IKMI_WORD_FORMS_WORKSHEET_TERM, IKMI_WORD_FORMS_WORKSHEET_INDEX};
    const ikmi_foot *foot = &sheet->foot;
    const size_t remark = foot->elements + 1;
    cells[0] = ikmi_cell_text(ikmi_word_text(ikm_survey_lang(sheet->survey), labels[row]));
    for (size_t e = 0; row < IKMI_FOOT_INDEX && e < foot->elements; e++)
        cells[e + 1] = figure_cell(&foot->element[row][e]);
    if (row == IKMI_FOOT_TERM)
        cells[remark] = figure_cell(&foot->total);
    if (row == IKMI_FOOT_INDEX)
        cells[remark] = figure_cell(&foot->index);
    for (size_t i = 0; i <= remark; i++)
        cells[i].strong = row == IKMI_FOOT_INDEX;
}

static ikm_status row(void *ctx, size_t index, ikm_cell *cells)
{
    const worksheet *sheet = ctx;
    const size_t elements = sheet->foot.elements;
    size_t score = 0;
    if (index >= sheet->respondents) {
        foot_row(sheet, index - sheet->respondents, cells);
        return IKM_OK;
    }
    const unsigned char *answers = ikm_survey_respondent(sheet->survey, (int64_t)index, &score);
    if (!answers)
        return IKM_ERR_INVALID;
    cells[0] = ikmi_cell_integer((int64_t)index + 1);
    for (size_t e = 0; e < elements; e++)
        if (answers[e])
            cells[e + 1] = ikmi_cell_integer(answers[e]);
    for (size_t k = 0; k < ikm_survey_key_count(sheet->survey); k++)
        cells[elements + 1 + k] =
            ikmi_cell_key(ikm_survey_lang(sheet->survey), ikm_survey_key(sheet->survey, score, k));
    return IKM_OK;
}

static void field(ikmi_form *form, ikmi_word label, const char *value)
{
    if (form->status == IKM_OK)
        form->status = ikm_document_field(form->document, ikmi_form_word(form, label), value && *value ? value : NULL);
}

static void answers(ikmi_form *form, worksheet *sheet)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const size_t elements = ikm_rules_element_count(rules), keys = ikm_survey_key_count(form->survey);
    char name[IKMI_TITLE_SIZE], remarks[IKMI_KEYS_MAX][IKMI_TITLE_SIZE];
    ikm_column columns[1 + IKM_ELEMENTS_MAX + IKMI_KEYS_MAX] = {
        ikmi_number_column(form, IKMI_WORD_FORMS_WORKSHEET_RESPONDENT, 0, NULL)};
    size_t count = 1;
    for (size_t e = 0; e < elements; e++)
        columns[count++] = (ikm_column){ikm_rules_element_code(rules, e), IKM_CELL_NUMBER, 0, NULL};
    columns[count] = ikmi_text_column(form, IKMI_WORD_FORMS_WORKSHEET_REMARK);
    for (size_t k = 0; keys > 1 && k < keys; k++) {
        ikmi_say(remarks[k], sizeof remarks[k], form->lang, IKMI_WORD_FORMS_WORKSHEET_REMARK_OF,
                 IKMI_SAY(ikmi_header_words(name, ikm_survey_key_name(form->survey, k))));
        columns[count + k] = (ikm_column){remarks[k], IKM_CELL_TEXT, 0, NULL};
    }
    count += keys > 1 ? keys : 1;
    const ikm_table table = {.title = ikmi_form_word(form, IKMI_WORD_FORMS_WORKSHEET_TABLE),
                             .columns = columns,
                             .column_count = count,
                             .row = row,
                             .ctx = sheet,
                             .row_count = sheet->respondents + IKMI_FOOT_ROWS,
                             .foot_count = IKMI_FOOT_ROWS,
                             .in_place = 1};
    ikmi_form_table(form, &table);
}

/* Why there are no lines of respondents, where there are none. */
static void absence(ikmi_form *form)
{
    int64_t count = ikm_survey_respondent_count(form->survey);
    bool counts = false;
    for (size_t i = 0; i < ikm_survey_file_count(form->survey); i++) {
        const char *shape = ikm_survey_file(form->survey, i)->shape;
        counts |= !strcmp(shape, "counts") || !strcmp(shape, "tally");
    }
    if (count <= 0)
        ikmi_form_note(form,
                       count == 0 ? IKMI_WORD_FORMS_WORKSHEET_NONE_COMPLETE
                       : counts   ? IKMI_WORD_FORMS_WORKSHEET_FROM_COUNTS
                                  : IKMI_WORD_FORMS_WORKSHEET_NOT_KEPT,
                       NULL, 0);
}

/* "NRR U3, NRR tertimbang U2, IKM": the cells whose formula a spreadsheet may round the other way. */
static void held(ikmi_form *form, const ikmi_foot *foot)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    char names[IKMI_SENTENCE_SIZE / 2] = "";
    for (size_t row = IKMI_FOOT_MEAN; row < IKMI_FOOT_INDEX; row++)
        for (size_t e = 0; e < foot->elements; e++)
            if (foot->element[row][e].held) {
                ikmi_word word = row == IKMI_FOOT_MEAN ? IKMI_WORD_FORMS_NRR : IKMI_WORD_FORMS_TERM;
                ikmi_list_add(names, sizeof names, ", ", ikmi_form_word(form, word));
                ikmi_list_add(names, sizeof names, " ", ikm_rules_element_code(rules, e));
            }
    if (foot->index.held)
        ikmi_list_add(names, sizeof names, ", ", ikmi_form_word(form, IKMI_WORD_FORMS_IKM));
    if (*names && ikm_survey_convention(form->survey)->round_mode == IKM_ROUND_HALF_EVEN)
        ikmi_form_note(form, IKMI_WORD_FORMS_WORKSHEET_HALF_EVEN, NULL, 0);
    else if (*names)
        ikmi_form_note(form, IKMI_WORD_FORMS_WORKSHEET_HELD, IKMI_SAY(names));
}

static void legend(ikmi_form *form)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const char *weight = ikm_survey_convention(form->survey)->weight;
    const size_t elements = ikm_rules_element_count(rules);
    char text[IKMI_TITLE_SIZE];
    ikmi_form_heading(form, 2, IKMI_WORD_FORMS_WORKSHEET_LEGEND);
    ikmi_form_text(form, IKMI_WORD_FORMS_WORKSHEET_LEGEND_ELEMENTS,
                   IKMI_SAY(ikm_rules_element_code(rules, 0), ikm_rules_element_code(rules, elements - 1)));
    ikmi_form_text(form, IKMI_WORD_FORMS_WORKSHEET_LEGEND_NRR, NULL, 0);
    ikmi_form_text(form, IKMI_WORD_FORMS_WORKSHEET_LEGEND_IKM, NULL, 0);
    ikmi_form_text(form, IKMI_WORD_FORMS_WORKSHEET_LEGEND_MEAN, NULL, 0);
    ikmi_form_text(form,
                   strchr(weight, ',') ? IKMI_WORD_FORMS_WORKSHEET_LEGEND_TERMS : IKMI_WORD_FORMS_WORKSHEET_LEGEND_TERM,
                   IKMI_SAY(ikmi_say_weight(text, sizeof text, form->lang, rules, weight)));
    ikmi_form_text(form, IKMI_WORD_FORMS_WORKSHEET_LEGEND_TOTAL, NULL, 0);
    ikmi_form_text(form, IKMI_WORD_FORMS_WORKSHEET_LEGEND_INDEX, IKMI_SAY(ikmi_say_factor(text, rules)));
}

static void means(ikmi_form *form, const ikmi_foot *foot)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const int32_t places = ikm_survey_convention(form->survey)->round_nrr;
    const ikm_column columns[] = {
        ikmi_number_column(form, IKMI_WORD_FORMS_NUMBER, 0, NULL),
        ikmi_text_column(form, IKMI_WORD_FORMS_WORKSHEET_ELEMENT),
        ikmi_number_column(form, IKMI_WORD_FORMS_WORKSHEET_MEAN_OF, places == IKM_ROUND_NONE ? 3 : places, NULL),
    };
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_WORKSHEET_MEANS), columns, 3);
    for (size_t e = 0; e < foot->elements; e++) {
        const ikmi_foot_figure *mean = &foot->element[IKMI_FOOT_MEAN][e];
        ikm_cell cells[] = {ikmi_cell_integer((int64_t)e + 1), ikmi_cell_text(ikm_rules_element_name(rules, e)),
                            ikmi_cell_decimal(mean->shown)};
        if (!mean->known)
            cells[2] = (ikm_cell){.kind = IKM_CELL_EMPTY};
        ikmi_form_row(form, cells, 3);
    }
}

/* "A | Sangat baik | 88,31 – 100,00": a band reaches up to a hundredth below the next better one. */
static void bands(ikmi_form *form)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_GRADE),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_PERFORMANCE),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_WORKSHEET_INTERVAL)};
    ikm_decimal upper = {10000, 2};
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_WORKSHEET_BANDS), columns, 3);
    for (int band = 1; band <= ikm_rules_band_count(rules); band++) {
        char from[IKMI_DECIMAL_SIZE], to[IKMI_DECIMAL_SIZE], interval[IKMI_TITLE_SIZE];
        ikm_decimal lower = ikm_rules_band_lower(rules, band);
        ikmi_say(
            interval, sizeof interval, form->lang, IKMI_WORD_FORMS_WORKSHEET_FROM_TO,
            IKMI_SAY(ikmi_decimal_for_people(from, lower, form->lang), ikmi_decimal_for_people(to, upper, form->lang)));
        const ikm_cell cells[] = {ikmi_cell_text(ikm_rules_band_grade(rules, band)),
                                  ikmi_cell_text(ikm_rules_band_performance(rules, band)), ikmi_cell_text(interval)};
        ikmi_form_row(form, cells, 3);
        upper = (ikm_decimal){lower.digits - 1, lower.places};
    }
}

ikm_status ikm_form_worksheet(ikm_document *document, const ikm_survey *survey, const ikm_profile *profile)
{
    static const ikm_profile nobody = {0};
    const ikm_profile *who = profile ? profile : &nobody;
    if (!document || !survey)
        return IKM_ERR_ARGUMENT;
    int64_t respondents = ikm_survey_respondent_count(survey);
    worksheet *sheet = ikmi_keep(document, sizeof *sheet);
    if (!sheet)
        return IKM_ERR_NOMEM;
    ikmi_form form = {document, survey, ikm_survey_lang(survey), IKM_OK};
    sheet->survey = survey;
    sheet->respondents = respondents > 0 ? (size_t)respondents : 0;
    form.status = ikmi_foot_of(&sheet->foot, survey, respondents > 0);
    ikmi_form_sheet(&form, IKMI_WORD_FORMS_WORKSHEET);
    ikmi_form_heading(&form, 1, IKMI_WORD_FORMS_WORKSHEET_TITLE);
    field(&form, IKMI_WORD_FORMS_WORKSHEET_UNIT, who->unit);
    field(&form, IKMI_WORD_FORMS_WORKSHEET_ADDRESS, who->address);
    field(&form, IKMI_WORD_FORMS_WORKSHEET_PHONE, who->phone);
    absence(&form);
    answers(&form, sheet);
    held(&form, &sheet->foot);
    legend(&form);
    means(&form, &sheet->foot);
    ikmi_form_index(&form, IKMI_WORD_FORMS_WORKSHEET_INDEX_OF);
    bands(&form);
    ikmi_form_convention(&form);
    return form.status;
}
