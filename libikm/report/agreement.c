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
    for (size_t i = 0; i < report->agreement.count; i++) {
        const ikm_agreement_line *line = &report->agreement.lines[i];
        if (!strcmp(line->kind, kind) && ikmi_same_name(ikmi_text(line->item), item))
            return line;
    }
    return NULL;
}

static ikm_agreement_line *line_of(ikmi_agreement *agreement, const char *kind, const ikmi_table_row *row)
{
    for (size_t i = 0; i < agreement->count; i++)
        if (!strcmp(agreement->lines[i].kind, kind) &&
            ikmi_same_name(ikmi_text(agreement->lines[i].item), ikmi_spot_text(&row->cell[ITEM])))
            return &agreement->lines[i];
    ikm_agreement_line *line = &agreement->lines[agreement->count++];
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

static void read_row(ikmi_agreement *out, bool *seen, ikmi_cells_read *r, const ikmi_table_row *row)
{
    size_t before = r->faults->count;
    bool range;
    int version = ikmi_read_choice(r, &row->cell[VERSION], versions, 2, "murni, perubahan");
    int kind = ikmi_read_choice(r, &row->cell[KIND], kinds, 2, "indikator, program");
    ikmi_read_filled(r, &row->cell[ITEM]);
    ikm_target value = read_value(&range, r, &row->cell[VALUE], kind);
    if (r->faults->count > before)
        return;
    ikm_agreement_line *line = line_of(out, kind_names[kind], row);
    bool amended = version == IKMI_VERSION_AMENDED, *taken = &seen[2 * (size_t)(line - out->lines) + amended];
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
    bool *seen = ikmi_keep_alloc(task->keep, table->count + 1, 2 * sizeof *seen);
    if (!out->lines || !seen)
        return ikmi_no_memory(task->report, task->err);
    for (size_t i = 0; i < table->count; i++)
        read_row(out, seen, task->cells, &table->rows[i]);
    return IKM_OK;
}
