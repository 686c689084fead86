/* The performance agreement: original, amended, and what holds. */
#include "achieving.h"

#include <string.h>

static bool is_program(const ikm_agreement_line *line)
{
    return !strcmp(line->kind, "program");
}

static size_t count_of(const ikm_report *report, bool programs)
{
    const ikm_agreement_line *line;
    size_t count = 0;
    for (size_t i = 0; (line = ikm_report_agreement(report, i)); i++)
        count += is_program(line) == programs;
    return count;
}

/* What a program is called stands in the budget. */
static ikm_cell program_title(const ikm_report *report, const char *code)
{
    const ikm_budget *budget = ikm_report_budget(report);
    const ikm_budget_line *line = budget ? ikm_budget_find(budget, code) : NULL;
    return line ? ikmi_cell_text(line->title) : (ikm_cell){.kind = IKM_CELL_EMPTY};
}

/* The same widths for both tables, which stand on one sheet: a long column, a short one, then figures. */
static void agreement_row(ikmi_achieving *a, const ikm_agreement_line *line)
{
    ikm_polarity polarity = line->range ? IKM_POLARITY_RANGE : IKM_POLARITY_HIGHER;
    char texts[3][IKMI_TITLE_SIZE];
    ikm_lang lang = a->form.lang;
    const char *unit = is_program(line) ? line->item : line->unit;
    ikm_cell cells[] = {is_program(line) ? program_title(a->report, line->item) : ikmi_cell_text(line->item),
                        ikmi_cell_text(unit), ikmi_cell_target(texts[0], lang, polarity, line->original),
                        ikmi_cell_target(texts[1], lang, polarity, line->amended),
                        ikmi_cell_strong(ikmi_cell_target(texts[2], lang, polarity, line->holds))};
    ikmi_form_row(&a->form, cells, 5);
}

static void table(ikmi_achieving *a, bool programs)
{
    ikmi_form *form = &a->form;
    const ikm_agreement_line *line;
    const char *unit = programs ? "Rp" : NULL;
    if (!count_of(a->report, programs))
        return;
    const ikm_column columns[] = {
        ikmi_text_column(form, programs ? IKMI_WORD_FORMS_PROGRAM : IKMI_WORD_FORMS_INDICATOR),
        ikmi_text_column(form, programs ? IKMI_WORD_FORMS_CODE : IKMI_WORD_FORMS_UNIT),
        ikmi_number_column(form, IKMI_WORD_FORMS_AGREEMENT_ORIGINAL, 0, unit),
        ikmi_number_column(form, IKMI_WORD_FORMS_AGREEMENT_AMENDED, 0, unit),
        ikmi_number_column(form, IKMI_WORD_FORMS_AGREEMENT_HOLDS, 0, unit),
    };
    ikmi_form_begin(
        form,
        ikmi_form_word(form, programs ? IKMI_WORD_FORMS_AGREEMENT_PROGRAMS : IKMI_WORD_FORMS_AGREEMENT_INDICATORS),
        columns, 5);
    for (size_t i = 0; form->status == IKM_OK && (line = ikm_report_agreement(a->report, i)); i++)
        if (is_program(line) == programs)
            agreement_row(a, line);
}

void ikmi_achieving_agreement(ikmi_achieving *a)
{
    if (!ikm_report_agreement_count(a->report))
        return;
    ikmi_form_sheet(&a->form, IKMI_WORD_FORMS_AGREEMENT_SHEET);
    ikmi_form_heading(&a->form, 1, IKMI_WORD_FORMS_AGREEMENT_TITLE);
    table(a, false);
    table(a, true);
    ikmi_form_text(&a->form, IKMI_WORD_FORMS_AGREEMENT_LEGEND, NULL, 0);
}
