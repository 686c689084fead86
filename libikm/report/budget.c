/* budget.csv: programs, kegiatan and sub kegiatan by code; links.csv: which programs pay for which indicator. */
#include "inside.h"
#include "judge.h"

#include "base/mem.h"

#include <string.h>

enum { CODE, TITLE, BUDGET, REALIZATION, KIND, COLUMNS };

static const ikmi_table_column columns[COLUMNS] = {
    {"kode", "code", true, false},
    {"uraian", "title,program,nama,program kegiatan sub kegiatan,uraian program kegiatan sub kegiatan", false, false},
    {"anggaran", "pagu,budget,pagu anggaran", true, true},
    {"realisasi", "realization,realisasi anggaran", true, true},
    {"jenis", "kind,jenis belanja", false, false},
};

/* "1.2." is 1.2. */
static ikm_text code_of(const ikmi_spot *cell)
{
    ikm_text code = ikmi_spot_text(cell);
    while (code.size && code.data[code.size - 1] == '.')
        code.size--;
    return code;
}

/* The last line of a printed table, "Jumlah": it has no code, and is told where it is not the sum. */
static bool is_total(const ikmi_table_row *row)
{
    static const ikmi_choice words[] = {{"jumlah,total,jumlah total,total anggaran,jumlah anggaran", 1}};
    return (!*row->cell[CODE].text && ikmi_choice_of(ikmi_spot_text(&row->cell[TITLE]), words, 1) == 1) ||
           ikmi_choice_of(ikmi_spot_text(&row->cell[CODE]), words, 1) == 1;
}

static bool read_row(ikm_budget_row *out, ikmi_cells_read *r, const ikmi_table_row *row)
{
    bool coded = ikmi_read_filled(r, &row->cell[CODE]);
    *out = (ikm_budget_row){
        .code = code_of(&row->cell[CODE]),
        .title = ikmi_spot_text(&row->cell[TITLE]),
        .budget = ikmi_read_amount(r, &row->cell[BUDGET], IKMI_NUMBER_MONEY, IKMI_NUMBERS_ALONE),
        .realization = ikmi_read_amount(r, &row->cell[REALIZATION], IKMI_NUMBER_MONEY, IKMI_NUMBERS_ALONE),
        .kind = ikmi_spot_text(&row->cell[KIND]),
    };
    return coded; /* a row with a bad figure is still the parent of others */
}

/* Is `code` this one, or one below it? */
static bool is_under(ikm_text code, ikm_text top)
{
    return code.size >= top.size && !memcmp(code.data, top.data, top.size) &&
           (code.size == top.size || code.data[top.size] == '.');
}

static bool is_same(ikm_text code, ikm_text other)
{
    return code.size == other.size && is_under(code, other);
}

/* Leave out a row that was told; what stands under it would be told without need, unless its code is there twice. */
static size_t leave_out(void *all, size_t *from, size_t count, size_t at)
{
    ikm_budget_row *rows = all;
    ikm_text code = rows[at].code;
    size_t kept = 0, same = 0;
    for (size_t i = 0; i < count; i++)
        same += is_same(rows[i].code, code);
    for (size_t i = 0; i < count; i++)
        if (i != at && (same > 1 || !code.size || !is_under(rows[i].code, code))) {
            rows[kept] = rows[i];
            from[kept++] = from[i];
        }
    return kept;
}

static ikm_status ask(void *ctx, const void *rows, size_t count, ikm_error *err)
{
    const ikm_report_options *o = ctx;
    ikm_budget *budget;
    ikm_status status = ikm_budget_new(&budget, rows, count, o->lang, o->mem, err);
    ikm_budget_free(budget);
    return status;
}

static const ikmi_spot *spot(void *ctx, const void *row, const ikmi_table_row *in_table, ikm_status status)
{
    (void)ctx, (void)row, (void)status;
    return &in_table->cell[CODE];
}

ikm_status ikmi_budget_read(ikmi_budget_table *out, const ikmi_table_task *task)
{
    static const ikmi_table_form form = {columns, COLUMNS};
    ikmi_table *table = &out->table;
    ikm_status status = ikmi_table_read(table, task->cells->faults, task->keep, &form, task->input, task->err);
    if (status != IKM_OK)
        return status;
    task->cells->point = table->point;
    out->rows = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *out->rows);
    out->from = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *out->from);
    ikm_budget_row *judged = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *judged);
    size_t *from = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *from);
    if (!out->rows || !out->from || !judged || !from)
        return ikmi_no_memory(task->report, task->err);
    for (size_t i = 0; i < table->count; i++)
        if (is_total(&table->rows[i])) {
            const ikmi_spot *cell = table->rows[i].cell;
            out->total[0] = ikmi_read_amount(task->cells, &cell[BUDGET], IKMI_NUMBER_MONEY, IKMI_NUMBERS_ALONE);
            out->total[1] = ikmi_read_amount(task->cells, &cell[REALIZATION], IKMI_NUMBER_MONEY, IKMI_NUMBERS_ALONE);
        } else if (read_row(&out->rows[out->count], task->cells, &table->rows[i])) {
            out->from[out->count++] = i;
        }
    memcpy(judged, out->rows, out->count * sizeof *judged);
    memcpy(from, out->from, out->count * sizeof *from);
    ikmi_judging judging = {.faults = task->cells->faults,
                            .table = table,
                            .rows = judged,
                            .size = sizeof *judged,
                            .from = from,
                            .count = out->count,
                            .ask = ask,
                            .spot = spot,
                            .leave_out = leave_out,
                            .ctx = &task->report->options};
    return ikmi_judge(&judging, task->err);
}
