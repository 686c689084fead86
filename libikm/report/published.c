/* published.csv: figures as a report printed them. */
#include "inside.h"

#include "base/mem.h"
#include "ingest/mask.h"

enum { TABLE, ITEM, QUANTITY, PRINTED, COLUMNS };

static const ikmi_table_column columns[COLUMNS] = {
    {"tabel", "table", true, false},
    {"butir", "item", true, false},
    {"besaran", "quantity", true, false},
    {"tercetak", "printed", true, false},
};

static void read_number(ikmi_printed *out, ikmi_cells_read *r, const ikmi_spot *cell)
{
    /* a report prints points and commas as they come, so no other cell says what a sign means here */
    out->range = ikmi_quantity_is_target(out->quantity) &&
                 ikmi_range_read(&out->number, &out->upper, ikmi_spot_text(cell), '\0');
    if (out->range)
        return;
    ikmi_number_kind kind = ikmi_quantity_kind(out->quantity);
    out->number = ikmi_number_read(ikmi_spot_text(cell), kind, '\0');
    bool words = out->number.state == IKMI_NUMBER_WORDS &&
                 (ikmi_quantity_is_target(out->quantity) || out->quantity == IKMI_QUANTITY_REALIZATION);
    bool good = out->number.state == IKMI_NUMBER_GOOD && !out->number.rounded;
    if (good || out->number.state == IKMI_NUMBER_NONE || words)
        return;
    char shown[80];
    ikmi_mask(shown, sizeof shown, ikmi_spot_text(cell));
    if (out->number.state == IKMI_NUMBER_LARGE) /* no personal data: see fault_of_size() of cells.c */
        ikmi_fault(r->faults, cell, IKMI_WORD_REPORT_NUMBER_LARGE, IKMI_SAY(cell->text));
    else
        ikmi_fault(r->faults, cell,
                   out->number.state == IKMI_NUMBER_GOOD ? IKMI_WORD_REPORT_NUMBER_PLACES
                                                         : IKMI_WORD_REPORT_NOT_A_NUMBER,
                   IKMI_SAY(shown, ""));
}

static void read_row(ikmi_printed *out, ikmi_cells_read *r, const ikmi_table_row *row)
{
    *out = (ikmi_printed){
        .table = row->cell[TABLE].text,
        .item = row->cell[ITEM].text,
        .quantity_text = row->cell[QUANTITY].text,
        .text = row->cell[PRINTED].text,
        .line = row->line,
    };
    for (size_t i = TABLE; i <= QUANTITY; i++)
        if (!ikmi_read_filled(r, &row->cell[i]))
            return;
    if (!ikmi_quantity_of(&out->quantity, ikmi_spot_text(&row->cell[QUANTITY]), ikmi_spot_text(&row->cell[ITEM]))) {
        char shown[80];
        ikmi_mask(shown, sizeof shown, ikmi_spot_text(&row->cell[QUANTITY]));
        ikmi_fault(r->faults, &row->cell[QUANTITY], IKMI_WORD_REPORT_NO_SUCH_CHOICE,
                   IKMI_SAY(shown, ikmi_quantity_names()));
        return;
    }
    if (!ikmi_quantity_is_words(out->quantity))
        read_number(out, r, &row->cell[PRINTED]);
}

ikm_status ikmi_published_read(ikmi_published *out, const ikmi_table_task *task)
{
    static const ikmi_table_form form = {columns, COLUMNS};
    ikmi_table *table = &out->table;
    ikm_status status = ikmi_table_read(table, task->cells->faults, task->keep, &form, task->input, task->err);
    if (status != IKM_OK)
        return status;
    out->rows = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *out->rows);
    if (!out->rows)
        return ikmi_no_memory(task->report, task->err);
    for (size_t i = 0; i < table->count; i++)
        read_row(&out->rows[i], task->cells, &table->rows[i]);
    return IKM_OK;
}
