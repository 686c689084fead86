/* How wide the columns of a table are on a terminal. */
#include "text.h"

#include "base/decimal.h"
#include "base/mem.h"

enum {
    SAMPLE = 1000,  /* rows that widths are taken from; later ones wrap, or are wider */
    BAR_LEAST = 10, /* shorter bars cannot be told apart */
    BAR_GOOD = 20,  /* worth to wrap a title for */
    BAR_MOST = 30,
    TEXT_LEAST = 12,    /* a column of texts is not narrowed further */
    TEXT_WITH_BAR = 20, /* nor below this for the sake of bars */
};

double ikmi_text_value(ikm_decimal number)
{
    double value = (double)number.digits;
    for (int32_t i = 0; i < number.places; i++)
        value /= 10;
    return value;
}

/* "%" stands behind every number; a unit that is a word stands in the title. */
static bool is_a_sign(const char *unit)
{
    for (; *unit; unit++)
        if ((*unit >= 'a' && *unit <= 'z') || (*unit >= 'A' && *unit <= 'Z'))
            return false;
    return true;
}

void ikmi_text_add_title(ikmi_text_writer *writer, const ikmi_text_column *column)
{
    ikmi_add_shown(&writer->shown, ikmi_text(column->column->title));
    if (!column->column->unit || is_a_sign(column->column->unit))
        return;
    ikmi_buffer_add_string(&writer->shown, " (");
    ikmi_add_shown(&writer->shown, ikmi_text(column->column->unit));
    ikmi_buffer_add_string(&writer->shown, ")");
}

void ikmi_text_add_cell(ikmi_text_writer *writer, const ikmi_text_column *column, const ikm_cell *cell)
{
    char text[IKMI_DECIMAL_SIZE];
    if (cell->kind == IKM_CELL_TEXT)
        ikmi_add_shown(&writer->shown, cell->text);
    if (cell->kind != IKM_CELL_NUMBER)
        return;
    ikmi_buffer_add_string(&writer->shown, ikmi_decimal_for_people(text, cell->number, writer->lang));
    if (column->number) /* room for the decimals that others have, and for their mark */
        for (int32_t i = cell->number.places - (cell->number.places == 0 && column->places > 0); i < column->places;
             i++)
            ikmi_buffer_add_char(&writer->shown, ' ');
    if (column->column->unit && is_a_sign(column->column->unit))
        ikmi_add_shown(&writer->shown, ikmi_text(column->column->unit));
}

static size_t more(size_t a, size_t b)
{
    return a > b ? a : b;
}

static void measure_titles(ikmi_text_plan *plan, ikmi_text_writer *writer)
{
    for (size_t i = 0; i < plan->table->column_count; i++) {
        ikmi_text_column *column = &plan->column[i];
        *column = (ikmi_text_column){.column = &plan->table->columns[i]};
        column->number = column->column->kind == IKM_CELL_NUMBER;
        ikmi_buffer_clear(&writer->shown);
        ikmi_text_add_title(writer, column);
        column->title = ikmi_line_width(ikmi_buffer_text(&writer->shown));
        column->title_word = ikmi_word_width(ikmi_buffer_text(&writer->shown));
    }
}

static ikm_status measure_rows(ikmi_text_plan *plan, ikmi_text_writer *writer)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    const ikm_table *table = plan->table;
    size_t rows = table->row_count < SAMPLE ? table->row_count : SAMPLE;
    /* once for the decimals, and again for the widths that follow from them */
    for (int pass = 0; pass < 2; pass++)
        for (size_t row = 0; row < rows; row++) {
            ikm_status status = ikm_table_row(table, row, cells);
            if (status != IKM_OK)
                return status;
            for (size_t i = 0; i < table->column_count; i++) {
                ikmi_text_column *column = &plan->column[i];
                if (pass == 0) {
                    if (cells[i].kind == IKM_CELL_NUMBER && cells[i].number.places > column->places)
                        column->places = cells[i].number.places;
                    continue;
                }
                ikmi_buffer_clear(&writer->shown);
                ikmi_text_add_cell(writer, column, &cells[i]);
                ikm_text shown = ikmi_buffer_text(&writer->shown);
                /* blanks behind a number stand for decimals and count */
                size_t width = cells[i].kind == IKM_CELL_NUMBER ? ikm_text_width(shown) : ikmi_line_width(shown);
                column->cells = more(column->cells, width);
                column->word = more(column->word, cells[i].kind == IKM_CELL_NUMBER ? width : ikmi_word_width(shown));
            }
        }
    return writer->shown.status;
}

static size_t total(const ikmi_text_plan *plan)
{
    size_t width = (plan->table->column_count - 1) * IKMI_TEXT_GAP;
    for (size_t i = 0; i < plan->table->column_count; i++)
        width += plan->column[i].width;
    return width;
}

/* Take a column's width off where most can be taken, until all fit; `least` says how narrow each may become. */
static bool narrow(ikmi_text_plan *plan, size_t room, const size_t *least)
{
    while (total(plan) > room) {
        ikmi_text_column *widest = NULL;
        for (size_t i = 0; i < plan->table->column_count; i++)
            if (plan->column[i].width > least[i] && (!widest || plan->column[i].width > widest->width))
                widest = &plan->column[i];
        if (!widest)
            return false;
        widest->width--;
    }
    return true;
}

/* Titles are wrapped first, texts after that. */
static bool fit(ikmi_text_plan *plan, size_t room, size_t text_least)
{
    size_t titles[IKM_TABLE_COLUMNS], texts[IKM_TABLE_COLUMNS];
    for (size_t i = 0; i < plan->table->column_count; i++) {
        ikmi_text_column *column = &plan->column[i];
        column->width = more(more(column->cells, column->title), 1);
        titles[i] = more(more(column->cells, column->title_word), 1);
        texts[i] = titles[i];
        if (!column->number && column->cells > text_least)
            texts[i] = more(text_least, more(column->title_word, column->word < text_least * 2 ? column->word : 0));
        if (texts[i] > titles[i])
            texts[i] = titles[i];
    }
    return narrow(plan, room, titles) || narrow(plan, room, texts);
}

/* A table of a label and a value is there for its bars; another one is to be read first. */
static bool make_room_for_bars(ikmi_text_plan *plan, size_t room)
{
    size_t text_least = plan->table->column_count > 2 ? TEXT_WITH_BAR : TEXT_LEAST;
    return fit(plan, room - IKMI_TEXT_GAP - BAR_GOOD, SIZE_MAX) ||
           fit(plan, room - IKMI_TEXT_GAP - BAR_LEAST, text_least);
}

static ikm_status find_axis(ikmi_text_plan *plan, const ikm_chart *chart)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    plan->bar_min = ikmi_text_value(chart->axis_min);
    plan->bar_max = ikmi_text_value(chart->axis_max);
    if (plan->bar_max > plan->bar_min)
        return IKM_OK;
    plan->bar_min = plan->bar_max = 0;
    for (size_t row = 0; row < plan->table->row_count && row < SAMPLE; row++) {
        ikm_status status = ikm_table_row(plan->table, row, cells);
        if (status != IKM_OK)
            return status;
        const ikm_cell *cell = &cells[chart->value_column];
        double value = cell->kind == IKM_CELL_NUMBER ? ikmi_text_value(cell->number) : 0;
        plan->bar_min = value < plan->bar_min ? value : plan->bar_min;
        plan->bar_max = value > plan->bar_max ? value : plan->bar_max;
    }
    return IKM_OK;
}

static void cut_into_blocks(ikmi_text_plan *plan, size_t room)
{
    size_t head = plan->column[0].width + IKMI_TEXT_GAP, used = 0;
    plan->block_count = 0;
    for (size_t i = 0; i < plan->table->column_count; i++) {
        size_t width = plan->column[i].width + IKMI_TEXT_GAP;
        if (i > 1 && used + width > room + IKMI_TEXT_GAP) {
            plan->block_start[plan->block_count++] = i;
            used = head;
        } else if (i == 0) {
            plan->block_start[plan->block_count++] = 0;
        }
        used += width;
    }
    plan->block_start[plan->block_count] = plan->table->column_count;
}

/* A block on its own has room that the table as a whole had not: its columns take it, the most cramped first. */
static void widen_blocks(ikmi_text_plan *plan, size_t room)
{
    for (size_t block = 0; plan->block_count > 1 && block < plan->block_count; block++) {
        size_t first = plan->block_start[block], end = plan->block_start[block + 1];
        size_t used = block ? plan->column[0].width : 0;
        for (size_t i = first; i < end; i++)
            used += plan->column[i].width + (i > first || block ? IKMI_TEXT_GAP : 0);
        for (; used < room; used++) {
            ikmi_text_column *cramped = NULL;
            size_t lacking = 0;
            /* the first column stands in every block, as wide as in the first */
            for (size_t i = first ? first : 1; i < end; i++) {
                ikmi_text_column *column = &plan->column[i];
                size_t natural = more(column->cells, column->title);
                if (natural > column->width && natural - column->width > lacking) {
                    lacking = natural - column->width;
                    cramped = column;
                }
            }
            if (!cramped)
                break;
            cramped->width++;
        }
    }
}

ikm_status ikmi_text_plan_make(ikmi_text_plan *plan, ikmi_text_writer *writer, const ikm_table *table,
                               const ikm_chart *chart)
{
    const size_t unlimited = SIZE_MAX / 2, room = writer->width ? writer->width : unlimited;
    plan->table = table;
    plan->chart = NULL;
    plan->bar_width = 0;
    measure_titles(plan, writer);
    ikm_status status = writer->shown.status == IKM_OK ? measure_rows(plan, writer) : writer->shown.status;
    if (status == IKM_OK && chart)
        status = find_axis(plan, chart);
    if (status != IKM_OK)
        return status;
    if (chart && make_room_for_bars(plan, room)) {
        size_t left = room - total(plan) - IKMI_TEXT_GAP;
        plan->chart = chart;
        plan->bar_width = left < BAR_MOST ? left : BAR_MOST;
    } else {
        fit(plan, room, TEXT_LEAST);
    }
    cut_into_blocks(plan, plan->chart ? unlimited : room);
    widen_blocks(plan, room);
    return IKM_OK;
}
