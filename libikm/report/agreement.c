/* agreement.csv: the performance agreement, original (murni) and amended (perubahan), one line an item. */
#include "inside.h"

#include "base/mem.h"

#include <string.h>

enum { VERSION, KIND, ITEM, UNIT, VALUE, COLUMNS };
enum { OF_INDICATOR, OF_PROGRAM };

static const ikmi_table_column columns[COLUMNS] = {
    {"versi", "version", true, false}, {"jenis", "kind", true, false}, {"butir", "item", true, false},
    {"satuan", "unit", false, false},  {"nilai", "value", true, true},
};

static const ikmi_choice versions[] = {
    {"murni,awal,induk,original", IKMI_VERSION_ORIGINAL},
    {"perubahan,amended", IKMI_VERSION_AMENDED},
};

static const ikmi_choice kinds[] = {{"indikator,indicator", OF_INDICATOR}, {"program", OF_PROGRAM}};
static const char *const kind_names[] = {"indicator", "program"};

const ikm_agreement_line *ikmi_agreement_find(const ikm_report *report, const char *kind, ikm_text item)
{
    const ikmi_by_name *named = &report->named.agreement;
    for (size_t i = ikmi_by_name_find(named, item); i != IKMI_NO_ROW; i = named->next[i])
        if (!strcmp(report->agreement.lines[i].kind, kind))
            return &report->agreement.lines[i];
    return NULL;
}

/* The lines while rows are read. */
typedef struct agreeing {
    ikmi_agreement *agreement;
    ikmi_by_name items;         /* rows by what they are about */
    ikm_agreement_line **lines; /* of each row */
    bool *seen;                 /* of each line: the original, the amended value is there */
} agreeing;

static ikm_text item_of(const void *ctx, size_t row)
{
    return ikmi_spot_text(&((const ikmi_table *)ctx)->rows[row].cell[ITEM]);
}

static ikm_agreement_line *line_of(agreeing *a, const char *kind, size_t index)
{
    const ikmi_table_row *row = &a->agreement->table.rows[index];
    for (size_t i = a->items.first[a->items.name_of[index]]; i < index; i = a->items.next[i])
        if (a->lines[i] && !strcmp(a->lines[i]->kind, kind))
            return a->lines[index] = a->lines[i];
    ikm_agreement_line *line = a->lines[index] = &a->agreement->lines[a->agreement->count++];
    *line = (ikm_agreement_line){.item = row->cell[ITEM].text, .kind = kind, .unit = row->cell[UNIT].text};
    return line;
}

/* What is agreed with a program is its pagu; with an indicator a target, which may be a range. */
static ikm_target read_value(bool *range_out, ikmi_cells_read *r, const ikmi_spot *cell, int kind)
{
    ikmi_number lower, upper;
    *range_out = kind == OF_INDICATOR && ikmi_range_read(&lower, &upper, ikmi_spot_text(cell), r->point);
    if (kind == OF_INDICATOR)
        return ikmi_read_target(r, cell, *range_out);
    ikm_amount amount = ikmi_read_amount(r, cell, IKMI_NUMBER_MONEY, IKMI_NUMBERS_ALONE);
    return (ikm_target){amount.given, amount.value, {0, 0}};
}

static void read_row(agreeing *a, ikmi_cells_read *r, size_t index)
{
    const ikmi_table_row *row = &a->agreement->table.rows[index];
    size_t before = r->faults->count;
    bool range;
    int version = ikmi_read_choice(r, &row->cell[VERSION], versions, 2, "murni, perubahan");
    int kind = ikmi_read_choice(r, &row->cell[KIND], kinds, 2, "indikator, program");
    ikmi_read_filled(r, &row->cell[ITEM]);
    ikm_target value = read_value(&range, r, &row->cell[VALUE], kind);
    if (r->faults->count > before)
        return;
    ikm_agreement_line *line = line_of(a, kind_names[kind], index);
    bool amended = version == IKMI_VERSION_AMENDED,
         *taken = &a->seen[2 * (size_t)(line - a->agreement->lines) + amended];
    if (*taken) {
        ikmi_fault(r->faults, &row->cell[ITEM], IKMI_WORD_REPORT_AGREED_TWICE,
                   IKMI_SAY(row->cell[ITEM].text, row->cell[VERSION].text));
        return;
    }
    *taken = true;
    *(amended ? &line->amended : &line->original) = value;
    line->range |= range;
    /* the amended agreement holds, also where it stands before the original one */
    if (value.given != IKM_GIVEN_NONE && (amended || line->amended.given == IKM_GIVEN_NONE))
        line->holds = value;
}

ikm_status ikmi_agreement_read(ikmi_agreement *out, const ikmi_table_task *task)
{
    static const ikmi_table_form form = {columns, COLUMNS};
    ikmi_table *table = &out->table;
    ikm_status status = ikmi_table_read(table, task->cells->faults, task->keep, &form, task->input, task->err);
    if (status != IKM_OK)
        return status;
    task->cells->point = table->point;
    out->lines = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *out->lines);
    agreeing a = {.agreement = out};
    a.seen = ikmi_keep_alloc(task->keep, table->count + 1, 2 * sizeof *a.seen);
    a.lines = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *a.lines);
    bool named = ikmi_by_name_init(&a.items, task->report->options.mem, table->count, item_of, table);
    bool room = named && out->lines && a.seen && a.lines;
    for (size_t i = 0; room && i < table->count; i++)
        read_row(&a, task->cells, i);
    ikmi_by_name_done(&a.items);
    return room ? IKM_OK : ikmi_no_memory(task->report, task->err);
}
