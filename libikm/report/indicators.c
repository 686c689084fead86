/* indicators.csv: goals, objectives and indicators by year. */
#include "inside.h"
#include "judge.h"

#include "base/mem.h"
#include "base/ratio.h"
#include "by_name.h"

enum { GOAL, OBJECTIVE, INDICATOR, UNIT, POLARITY, YEAR, TARGET, REALIZATION, FINAL_TARGET, COLUMNS };

static const ikmi_table_column columns[COLUMNS] = {
    {"tujuan", "goal,tujuan strategis", false, false},
    {"sasaran", "objective,sasaran strategis", false, false},
    {"indikator", "indicator,indikator kinerja,indikator kinerja utama", true, false},
    {"satuan", "unit", false, false},
    {"polaritas", "polarity", false, false},
    {"tahun", "year", true, false},
    {"target", NULL, true, true},
    {"realisasi", "realization", true, true},
    {"target akhir", "final target,target akhir renstra", false, true},
};

static const ikmi_choice polarities[] = {
    {"naik,higher,max,maximize,positif,semakin tinggi semakin baik,makin tinggi makin baik", IKM_POLARITY_HIGHER},
    {"turun,lower,min,minimize,negatif,semakin rendah semakin baik,makin rendah makin baik", IKM_POLARITY_LOWER},
    {"rentang,range", IKM_POLARITY_RANGE},
};

/* Where the table does not say: a target like 80-90 is a range, anything else is better when it is higher. */
static int polarity_of(ikmi_cells_read *r, const ikmi_table_row *row)
{
    ikmi_number lower, upper;
    if (*row->cell[POLARITY].text)
        return ikmi_read_choice(r, &row->cell[POLARITY], polarities, 3, "naik, turun, rentang");
    return ikmi_range_read(&lower, &upper, ikmi_spot_text(&row->cell[TARGET]), r->point) ? IKM_POLARITY_RANGE
                                                                                         : IKM_POLARITY_HIGHER;
}

static bool read_row(ikm_indicator *out, ikmi_cells_read *r, const ikmi_table_row *row)
{
    size_t before = r->faults->count;
    ikmi_read_filled(r, &row->cell[INDICATOR]);
    int polarity = polarity_of(r, row);
    *out = (ikm_indicator){
        .goal = ikmi_spot_text(&row->cell[GOAL]),
        .objective = ikmi_spot_text(&row->cell[OBJECTIVE]),
        .name = ikmi_spot_text(&row->cell[INDICATOR]),
        .unit = ikmi_spot_text(&row->cell[UNIT]),
        .polarity = polarity > 0 ? (ikm_polarity)polarity : IKM_POLARITY_HIGHER,
        .year = ikmi_read_year(r, &row->cell[YEAR]),
    };
    bool range = out->polarity == IKM_POLARITY_RANGE;
    out->target = ikmi_read_target(r, &row->cell[TARGET], range);
    out->realization = ikmi_read_amount(r, &row->cell[REALIZATION], IKMI_NUMBER_SCORE, IKMI_WORDS_TOO);
    out->final_target = ikmi_read_target(r, &row->cell[FINAL_TARGET], range);
    return r->faults->count == before;
}

static ikm_status ask(void *ctx, const void *rows, size_t count, ikm_error *err)
{
    const ikm_report_options *o = ctx;
    ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
    ikm_achievement *achievement;
    options.lang = o->lang;
    options.mem = o->mem;
    ikm_status status = ikm_achievement_new(&achievement, rows, count, &options, err);
    ikm_achievement_free(achievement);
    return status;
}

/* The range that is turned round, else the indicator. */
static const ikmi_spot *spot(void *ctx, const void *row, const ikmi_table_row *in_table, ikm_status status)
{
    const ikm_indicator *indicator = row;
    const ikm_target *targets[] = {&indicator->target, &indicator->final_target};
    static const int columns_of[] = {TARGET, FINAL_TARGET};
    (void)ctx, (void)status;
    for (size_t i = 0; indicator->polarity == IKM_POLARITY_RANGE && i < 2; i++) {
        ikm_ratio lower, upper;
        if (targets[i]->given == IKM_GIVEN_NUMBER && ikmi_ratio_of_decimal(&lower, targets[i]->value) &&
            ikmi_ratio_of_decimal(&upper, targets[i]->upper) && ikmi_ratio_compare(lower, upper) > 0)
            return &in_table->cell[columns_of[i]];
    }
    return &in_table->cell[INDICATOR];
}

/* One of the names of an indicator, of each row. */
typedef enum name_part { PART_GOAL, PART_OBJECTIVE, PART_NAME, PARTS } name_part;

typedef struct name_column {
    ikm_indicator *rows;
    name_part part;
} name_column;

static ikm_text *part_of(const name_column *column, size_t row)
{
    ikm_indicator *of = &column->rows[row];
    return column->part == PART_GOAL ? &of->goal : column->part == PART_OBJECTIVE ? &of->objective : &of->name;
}

static ikm_text name_at(const void *ctx, size_t row)
{
    return *part_of(ctx, row);
}

/* The engine tells names apart by their bytes; in a table "Ind A" and " ind  a " are one, called as it stands first. */
static bool spell_alike(ikm_indicator *rows, size_t count, const ikm_mem *mem)
{
    bool done = true;
    for (name_part part = PART_GOAL; part < PARTS && done; part++) {
        const name_column column = {rows, part};
        ikmi_by_name names;
        done = ikmi_by_name_init(&names, mem, count, name_at, &column);
        for (size_t i = 0; i < count && done; i++)
            *part_of(&column, i) = *part_of(&column, names.first[names.name_of[i]]);
        ikmi_by_name_done(&names);
    }
    return done;
}

ikm_status ikmi_indicators_read(ikmi_indicators *out, const ikmi_table_task *task)
{
    static const ikmi_table_form form = {columns, COLUMNS};
    ikmi_table *table = &out->table;
    ikm_status status = ikmi_table_read(table, task->cells->faults, task->keep, &form, task->input, task->err);
    if (status != IKM_OK)
        return status;
    task->cells->point = table->point;
    out->rows = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *out->rows);
    ikm_indicator *good = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *good);
    size_t *from = ikmi_keep_alloc(task->keep, table->count + 1, sizeof *from), count = 0;
    if (!out->rows || !good || !from)
        return ikmi_no_memory(task->report, task->err);
    for (size_t i = 0; i < table->count; i++)
        if (read_row(&out->rows[i], task->cells, &table->rows[i]))
            from[count++] = i;
    if (!spell_alike(out->rows, table->count, task->report->options.mem))
        return ikmi_no_memory(task->report, task->err);
    for (size_t i = 0; i < count; i++)
        good[i] = out->rows[from[i]];
    ikmi_judging judging = {.faults = task->cells->faults,
                            .table = table,
                            .rows = good,
                            .size = sizeof *good,
                            .from = from,
                            .count = count,
                            .ask = ask,
                            .spot = spot,
                            .ctx = &task->report->options};
    return ikmi_judge(&judging, task->err);
}
