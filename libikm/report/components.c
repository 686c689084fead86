/* sakip.csv, maturity.csv and those of own instruments: a value a component. */
#include "inside.h"

#include "base/mem.h"

#include <string.h>

enum { NUMBER, NAME, WEIGHT, VALUE, COLUMNS };

static const ikmi_table_column columns[COLUMNS] = {
    {"no", "nomor,number", false, false},
    {"komponen", "component,unsur,indikator", false, false},
    {"bobot", "weight", false, true},
    {"nilai", "value,tingkat,level,skor", true, true},
};

/* As for budgets: the instrument judges, and every fault is told. */
static ikm_status judge(const ikmi_table_task *task, const ikm_instrument *instrument, const ikmi_table *table,
                        ikm_components **scored_out, ikm_component *rows)
{
    const ikm_report_options *o = &task->report->options;
    size_t count = table->count;
    size_t *from = ikmi_keep_alloc(task->keep, count + 1, sizeof *from);
    ikm_component *left = ikmi_keep_alloc(task->keep, count + 1, sizeof *left);
    if (!from || !left)
        return ikmi_no_memory(task->report, task->err);
    memcpy(left, rows, count * sizeof *left);
    for (size_t i = 0; i < count; i++)
        from[i] = i;
    for (int told = 0; told < IKMI_JUDGED_MOST; told++) {
        ikm_error err = {.offset = -1};
        ikm_status status = ikm_components_new(scored_out, instrument, left, count, o->lang, o->mem, &err);
        if (status == IKM_OK)
            return IKM_OK;
        if (err.line < 1 || (size_t)err.line > count || status == IKM_ERR_NOMEM) {
            if (task->err)
                *task->err = err;
            return status;
        }
        size_t at = (size_t)err.line - 1;
        const ikmi_table_row *row = &table->rows[from[at]];
        ikmi_fault_text(task->cells->faults, status == IKM_ERR_UNKNOWN ? &row->cell[NAME] : &row->cell[VALUE],
                        err.message);
        for (count--; at < count; at++) {
            left[at] = left[at + 1];
            from[at] = from[at + 1];
        }
    }
    return IKM_OK;
}

ikm_status ikmi_components_read(ikmi_component_rows *out, const ikmi_table_task *task, size_t which)
{
    static const ikmi_table_form form = {columns, COLUMNS};
    ikmi_table *table = &out->table;
    ikm_status status = ikmi_table_read(table, task->cells->faults, task->keep, &form, task->input, task->err);
    if (status != IKM_OK)
        return status;
    task->cells->point = table->point;
    out->rows = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *out->rows);
    if (!out->rows)
        return ikmi_no_memory(task->report, task->err);
    size_t before = task->cells->faults->count;
    for (size_t i = 0; i < table->count; i++) {
        const ikmi_table_row *row = &table->rows[i];
        out->rows[i] = (ikm_component){
            .name = ikmi_spot_text(&row->cell[NAME]),
            .weight = ikmi_read_amount(task->cells, &row->cell[WEIGHT], IKMI_NUMBER_SCORE, IKMI_NUMBERS_ALONE),
            .value = ikmi_read_amount(task->cells, &row->cell[VALUE], IKMI_NUMBER_SCORE, IKMI_NUMBERS_ALONE),
        };
    }
    if (task->cells->faults->count > before)
        return IKM_OK;
    ikm_components *scored = NULL;
    status = judge(task, task->report->settings.components[which].instrument, table, &scored, out->rows);
    if (status == IKM_OK && task->cells->faults->count == before)
        out->scored = scored;
    else
        ikm_components_free(scored);
    return status;
}
