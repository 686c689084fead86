/* Budget and realization: by program, in full by kegiatan and sub kegiatan, and by kind of spending. */
#include "achieving.h"

/* A remark is made where more was spent than there was, or a parent is not the sum of its children. */
static bool has_remark(const ikm_budget_line *line)
{
    return line->over || line->children_differ;
}

static ikm_cell remark(const ikmi_form *form, const ikm_budget_line *line)
{
    if (line->over)
        return ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_OVER_BUDGET));
    if (line->children_differ)
        return ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_CHILDREN_DIFFER));
    return (ikm_cell){.kind = IKM_CELL_EMPTY};
}

/* The money of a line, from column `count` on; returns how many columns there are then. */
static size_t money_cells(ikm_cell *cells, size_t count, const ikmi_form *form, const ikm_budget_line *line,
                          bool strong)
{
    const ikm_cell money[] = {ikmi_cell_amount(form->lang, line->budget),
                              ikmi_cell_amount(form->lang, line->realization), ikmi_cell_known(line->absorption),
                              ikmi_cell_amount(form->lang, line->remaining)};
    for (size_t i = 0; i < sizeof money / sizeof *money; i++)
        cells[count++] = strong ? ikmi_cell_strong(money[i]) : money[i];
    return count;
}

static size_t money_columns(ikm_column *columns, size_t count, const ikmi_form *form)
{
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_BUDGET, 0, "Rp");
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_REALIZATION, 0, "Rp");
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_ABSORPTION, 2, "%");
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_REMAINING, 0, "Rp");
    return count;
}

static void line_row(ikmi_form *form, const ikm_budget_line *line, bool strong, bool remarks)
{
    const ikm_cell name[] = {ikmi_cell_text(line->code), ikmi_cell_text(line->title)};
    ikm_cell cells[7] = {strong ? ikmi_cell_strong(name[0]) : name[0], strong ? ikmi_cell_strong(name[1]) : name[1]};
    size_t count = money_cells(cells, 2, form, line, strong);
    if (remarks)
        cells[count++] = remark(form, line);
    ikmi_form_row(form, cells, count);
}

static void total_row(ikmi_form *form, const ikm_budget *budget, bool remarks)
{
    ikm_cell cells[7] = {{.kind = IKM_CELL_EMPTY},
                         ikmi_cell_strong(ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_TOTAL)))};
    size_t count = money_cells(cells, 2, form, ikm_budget_total(budget), true);
    if (remarks)
        cells[count++] = (ikm_cell){.kind = IKM_CELL_EMPTY};
    ikmi_form_row(form, cells, count);
}

/* Programs alone, or every row. */
static size_t lines(ikmi_achieving *a, const ikm_budget *budget, bool programs)
{
    ikmi_form *form = &a->form;
    const ikm_budget_line *line;
    ikm_column columns[7];
    size_t count = 0, rows = 0;
    bool remarks = false;
    for (size_t i = 0; (line = ikm_budget_at(budget, i)); i++)
        remarks |= (!programs || line->level == 1) && has_remark(line);
    columns[count++] = ikmi_text_column(form, IKMI_WORD_FORMS_CODE);
    columns[count++] = ikmi_text_column(form, programs ? IKMI_WORD_FORMS_PROGRAM : IKMI_WORD_FORMS_BUDGET_TITLE);
    count = money_columns(columns, count, form);
    if (remarks)
        columns[count++] = ikmi_text_column(form, IKMI_WORD_FORMS_REMARK);
    ikmi_form_begin(form,
                    ikmi_form_word(form, programs ? IKMI_WORD_FORMS_BUDGET_PROGRAMS : IKMI_WORD_FORMS_BUDGET_TABLE),
                    columns, count);
    for (size_t i = 0; form->status == IKM_OK && (line = ikm_budget_at(budget, i)); i++) {
        if (programs && line->level != 1)
            continue;
        line_row(form, line, !programs && line->level == 1, remarks);
        rows++;
    }
    total_row(form, budget, remarks);
    return rows;
}

static void kinds(ikmi_achieving *a, const ikm_budget *budget)
{
    ikmi_form *form = &a->form;
    const ikm_budget_line *line;
    ikm_column columns[5] = {ikmi_text_column(form, IKMI_WORD_FORMS_SPENDING_KIND)};
    if (!ikm_budget_kind_count(budget))
        return;
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_BUDGET_KINDS), columns, money_columns(columns, 1, form));
    for (size_t i = 0; form->status == IKM_OK && (line = ikm_budget_kind(budget, i)); i++) {
        ikm_cell cells[5] = {ikmi_cell_key(form->lang, line->kind)};
        ikmi_form_row(form, cells, money_cells(cells, 1, form, line, false));
    }
}

void ikmi_achieving_budget(ikmi_achieving *a)
{
    const ikm_budget *budget = ikm_report_budget(a->report);
    if (!budget || !ikm_budget_count(budget))
        return;
    ikmi_form_sheet(&a->form, IKMI_WORD_FORMS_BUDGET_SHEET);
    ikmi_form_heading(&a->form, 1, IKMI_WORD_FORMS_BUDGET_HEADING);
    size_t programs = lines(a, budget, true);
    ikmi_achieving_chart(a, &(ikmi_bars){IKMI_WORD_FORMS_BUDGET_CHART, 1, 4, programs, 0});
    if (programs < ikm_budget_count(budget))
        lines(a, budget, false);
    kinds(a, budget);
}
