/* Indicators beside their money: efficiency by its definition, and whether it may be claimed (effectiveness). */
#include "achieving.h"

static void efficiency_table(ikmi_form *form, const ikm_efficiency *efficiency)
{
    bool is_ratio = ikm_efficiency_definition(efficiency) == IKM_EFFICIENCY_RASIO;
    const ikm_column columns[] = {
        ikmi_text_column(form, IKMI_WORD_FORMS_INDICATOR),
        ikmi_number_column(form, IKMI_WORD_FORMS_ACHIEVEMENT, 2, "%"),
        ikmi_number_column(form, IKMI_WORD_FORMS_BUDGET, 0, "Rp"),
        ikmi_number_column(form, IKMI_WORD_FORMS_REALIZATION, 0, "Rp"),
        ikmi_number_column(form, IKMI_WORD_FORMS_ABSORPTION, 2, "%"),
        ikmi_number_column(form, IKMI_WORD_FORMS_EFFICIENCY, 2, is_ratio ? NULL : "%"),
    };
    const ikm_efficiency_line *line;
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_EFFICIENCY_TABLE), columns, 6);
    for (size_t i = 0; form->status == IKM_OK && (line = ikm_efficiency_at(efficiency, i)); i++) {
        const ikm_cell cells[] = {
            ikmi_cell_text(line->indicator->name),      ikmi_cell_known(line->indicator->achievement),
            ikmi_cell_amount(form->lang, line->budget), ikmi_cell_amount(form->lang, line->realization),
            ikmi_cell_known(line->absorption),          ikmi_cell_known(line->efficiency)};
        ikmi_form_row(form, cells, 6);
    }
    ikmi_form_text(form, ikmi_efficiency_word(ikm_efficiency_definition(efficiency)), NULL, 0);
}

static void effectiveness_table(ikmi_form *form, const ikm_efficiency *efficiency)
{
    const ikm_column columns[] = {
        ikmi_text_column(form, IKMI_WORD_FORMS_INDICATOR),
        ikmi_number_column(form, IKMI_WORD_FORMS_ACHIEVEMENT, 2, "%"),
        ikmi_number_column(form, IKMI_WORD_FORMS_ABSORPTION, 2, "%"),
        ikmi_text_column(form, IKMI_WORD_FORMS_VERDICT),
    };
    const ikm_efficiency_line *line;
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_EFFECTIVENESS_TABLE), columns, 4);
    for (size_t i = 0; form->status == IKM_OK && (line = ikm_efficiency_at(efficiency, i)); i++) {
        const ikm_cell cells[] = {ikmi_cell_text(line->indicator->name), ikmi_cell_known(line->indicator->achievement),
                                  ikmi_cell_known(line->absorption),
                                  ikmi_cell_text(ikmi_form_word(form, ikmi_verdict_word(line->verdict)))};
        ikmi_form_row(form, cells, 4);
    }
    ikmi_form_text(form, IKMI_WORD_FORMS_EFFECTIVENESS_LEGEND, NULL, 0);
}

void ikmi_achieving_efficiency(ikmi_achieving *a)
{
    const ikm_efficiency *efficiency = ikm_report_efficiency(a->report);
    if (!efficiency || !ikm_efficiency_count(efficiency))
        return;
    ikmi_form_sheet(&a->form, IKMI_WORD_FORMS_EFFICIENCY_SHEET);
    ikmi_form_heading(&a->form, 1, IKMI_WORD_FORMS_EFFICIENCY_TITLE);
    efficiency_table(&a->form, efficiency);
    effectiveness_table(&a->form, efficiency);
}
