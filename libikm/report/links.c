/* links.csv: which programs pay for which indicator. What they name is looked for when all tables are there. */
#include "inside.h"

#include "base/mem.h"

enum { INDICATOR, PROGRAM, COLUMNS };

static const ikmi_table_column columns[COLUMNS] = {
    {"indikator", "indicator", true, false},
    {"program", "kode,code,kode program", true, false},
};

ikm_status ikmi_links_read(ikmi_links *out, const ikmi_table_task *task)
{
    static const ikmi_table_form form = {columns, COLUMNS};
    ikmi_table *table = &out->table;
    ikm_status status = ikmi_table_read(table, task->cells->faults, task->keep, &form, task->input, task->err);
    if (status != IKM_OK)
        return status;
    out->rows = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *out->rows);
    if (!out->rows)
        return ikmi_no_memory(task->report, task->err);
    for (size_t i = 0; i < table->count; i++) {
        const ikmi_table_row *row = &table->rows[i];
        ikmi_read_filled(task->cells, &row->cell[INDICATOR]);
        ikmi_read_filled(task->cells, &row->cell[PROGRAM]);
        ikm_text program = ikmi_spot_text(&row->cell[PROGRAM]);
        while (program.size && program.data[program.size - 1] == '.')
            program.size--;
        out->rows[i] = (ikm_link){ikmi_spot_text(&row->cell[INDICATOR]), program};
    }
    return IKM_OK;
}
