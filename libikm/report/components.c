/* sakip.csv, maturity.csv and those of own instruments: a value a component. */
#include "inside.h"
#include "judge.h"

#include "base/mem.h"

#include <string.h>

enum { NUMBER, NAME, WEIGHT, VALUE, COLUMNS };

static const ikmi_table_column columns[COLUMNS] = {
    {"no", "nomor,number", false, false},
    {"komponen", "component,unsur,indikator", false, false},
    {"bobot", "weight", false, true},
    {"nilai", "value,tingkat,level,skor", true, true},
};

typedef struct asking {
    const ikm_report_options *options;
    const ikm_instrument *instrument;
    ikm_components *scored;
} asking;

static ikm_status ask(void *ctx, const void *rows, size_t count, ikm_error *err)
{
    asking *a = ctx;
    return ikm_components_new(&a->scored, a->instrument, rows, count, a->options->lang, a->options->mem, err);
}

static const ikmi_spot *spot(void *ctx, const void *row, const ikmi_table_row *in_table, ikm_status status)
{
    (void)ctx, (void)row;
    return &in_table->cell[status == IKM_ERR_UNKNOWN ? NAME : VALUE];
}

static ikm_status judge(const ikmi_table_task *task, const ikmi_component_rows *read, asking *a)
{
    size_t count = read->table.count;
    size_t *from = ikmi_keep_alloc(task->keep, count + 1, sizeof *from);
    ikm_component *rows = ikmi_keep_alloc(task->keep, count + 1, sizeof *rows);
    if (!from || !rows)
        return ikmi_no_memory(task->report, task->err);
    memcpy(rows, read->rows, count * sizeof *rows);
    for (size_t i = 0; i < count; i++)
        from[i] = i;
    ikmi_judging judging = {.faults = task->cells->faults,
                            .table = &read->table,
                            .rows = rows,
                            .size = sizeof *rows,
                            .from = from,
                            .count = count,
                            .ask = ask,
                            .spot = spot,
                            .ctx = a};
    return ikmi_judge(&judging, task->err);
}

/* Names without a single value are a form that nobody has filled in: there is no such table. */
static bool is_unfilled(const ikmi_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        if (*table->rows[i].cell[VALUE].text)
            return false;
    return table->count > 0;
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
    if (task->cells->faults->count > before || is_unfilled(table))
        return IKM_OK;
    asking a = {&task->report->options, task->report->settings.components[which].instrument, NULL};
    status = judge(task, out, &a);
    if (status == IKM_OK && task->cells->faults->count == before)
        out->scored = a.scored;
    else
        ikm_components_free(a.scored);
    return status;
}
