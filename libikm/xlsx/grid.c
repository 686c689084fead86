#include "grid.h"

#include <string.h>

enum {
    SAMPLE = 1000,
    LONG_ROWS = 200, /* above, a table is data and not a page of a report */
    MARK_MOST = 3,
    MARK_WIDTH = 20,
    TEXT_LEAST = 12,
    TEXT_FULL = 120,
    TEXT_MOST = 48,  /* a longer text is wrapped */
    PIECE = 12,      /* what a wide column is cut into */
    PAGE_LEAST = 84, /* what headings and sentences have at least: about an A4 page at full size */
    EXTRA_WIDTH = 12,
    PADDING = 3 /* the indent, and what the cell keeps for itself */
};

static int at_least(int a, int b)
{
    return a > b ? a : b;
}

static int at_most(int a, int b)
{
    return a < b ? a : b;
}

static int width_of(ikm_text text)
{
    size_t width = ikm_text_width(text);
    return width > 1000 ? 1000 : (int)width;
}

/* Widest word, or with `line` widest line. */
static int widest(ikm_text text, bool line)
{
    int most = 0;
    while (text.size) {
        size_t size = 0;
        while (size < text.size && text.data[size] != '\n' && (line || text.data[size] != ' '))
            size++;
        most = at_least(most, width_of((ikm_text){text.data, size}));
        size += size < text.size;
        text.data += size;
        text.size -= size;
    }
    return most;
}

static int number_width(ikm_decimal number, const char *unit)
{
    uint64_t rest = number.digits < 0 ? -(uint64_t)number.digits : (uint64_t)number.digits;
    int digits = 1;
    while (rest >= 10) {
        rest /= 10;
        digits++;
    }
    digits = at_least(digits, number.places + 1);
    int whole = digits - number.places;
    int width = digits + (whole - 1) / 3 + (number.places > 0) + (number.digits < 0);
    return width + (unit && ikmi_unit_is_a_sign(unit) ? width_of(ikmi_text_of(unit)) : 0);
}

/* A title with its unit, as it will stand there. */
static int title_width(const ikm_column *column, bool line)
{
    int title = widest(ikmi_text_of(column->title), line);
    if (!column->unit || ikmi_unit_is_a_sign(column->unit))
        return title;
    int unit = width_of(ikmi_text_of(column->unit)) + 2;
    return line ? title + 1 + unit : at_least(title, unit);
}

size_t ikmi_table_body(const ikm_table *table)
{
    return table->foot_count < table->row_count ? table->row_count - table->foot_count : 0;
}

/* What the cells of a row need, kept if it is more than before. */
static bool measure_row(ikmi_book *book, const ikm_table *table, size_t row, int *line, int *number)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    if (!ikmi_book_pull(book, table, row, cells))
        return false;
    for (size_t i = 0; i < table->column_count; i++) {
        const ikm_cell *cell = &cells[i];
        /* bold is wider by about a tenth */
        if (cell->kind == IKM_CELL_NUMBER)
            number[i] = at_least(number[i], number_width(cell->number, table->columns[i].unit) + cell->strong);
        if (cell->kind == IKM_CELL_TEXT)
            line[i] = at_least(line[i], widest(cell->text, true) + (cell->strong ? 2 : 0));
    }
    return true;
}

/* The first rows, and the foot, whose sums are wider than what they are of. */
static bool measure_rows(ikmi_book *book, const ikm_table *table, int *line, int *number)
{
    size_t body = ikmi_table_body(table);
    for (size_t row = 0; row < table->row_count; row = row + 1 == SAMPLE && body > SAMPLE ? body : row + 1)
        if (!measure_row(book, table, row, line, number))
            return false;
    return true;
}

bool ikmi_placed_measure(ikmi_placed *placed, ikmi_book *book, const ikm_table *table)
{
    int line[IKM_TABLE_COLUMNS] = {0}, number[IKM_TABLE_COLUMNS] = {0};
    placed->table = table;
    placed->is_long = table->row_count + table->blank_rows > LONG_ROWS;
    if (!measure_rows(book, table, line, number))
        return false;
    for (size_t i = 0; i < table->column_count; i++) {
        const ikm_column *column = &table->columns[i];
        bool numbers = column->kind == IKM_CELL_NUMBER;
        int word = title_width(column, false) * 11 / 10, title = title_width(column, true) * 11 / 10;
        int text_least = numbers ? line[i] : at_most(line[i], TEXT_LEAST);
        placed->marks[i] = column->kind == IKM_CELL_TEXT && line[i] > 0 && line[i] <= MARK_MOST;
        placed->least[i] = at_least(at_least(number[i], text_least), at_most(word, TEXT_MOST)) + PADDING;
        /* the title of numbers is rather wrapped once than the column be much wider than they */
        int wish =
            numbers ? at_most(title, at_least(number[i] + 4, word)) : at_most(title, at_least(line[i], word) + 6);
        if (title <= wish + PADDING + 1) /* nearly in one line is tight in one and ragged in two */
            wish = at_least(wish, title);
        placed->ideal[i] = at_least(at_least(number[i], at_most(line[i], TEXT_MOST)), wish) + PADDING;
        placed->ideal[i] = at_least(placed->ideal[i], placed->least[i]);
        placed->full[i] = at_least(placed->ideal[i], at_most(line[i], TEXT_FULL) + PADDING);
    }
    return true;
}

int ikmi_grid_width(const ikmi_grid *grid, size_t from, size_t to)
{
    int width = 0;
    for (size_t i = from; i < to; i++)
        width += grid->width[i];
    return width;
}

int ikmi_grid_pixels(const ikmi_grid *grid, size_t from, size_t to)
{
    return ikmi_grid_width(grid, from, to) * IKMI_CHARACTER_PIXELS + (int)(to - from) * IKMI_COLUMN_PADDING;
}

/* What it costs to give a column `have` where it needs `least` and would like `ideal`. */
static long cost(const ikmi_placed *placed, size_t column, int have, size_t columns)
{
    if (placed->single[column] && columns > 1)
        return 100000;
    int least = placed->least[column], ideal = placed->ideal[column];
    bool numbers = placed->table->columns[column].kind == IKM_CELL_NUMBER;
    if (have < least)
        return 8L * (least - have) + 4L * (ideal - least) + placed->full[column] -
               least; /* it will be widened, and all tables with it */
    if (have < placed->full[column])
        return (have < ideal ? 4L * (ideal - have) : 0) + placed->full[column] - have;
    return (numbers ? 6L : placed->marks[column] ? 3L : 1L) * (have - placed->full[column]);
}

/* Cut the columns of the sheet into as many runs as the table has columns, at the least cost. */
static void share_out(const ikmi_grid *grid, ikmi_placed *placed)
{
    enum { NEVER = 1 << 30 };
    size_t count = placed->table->column_count;
    static const long never = NEVER;
    long best[IKM_TABLE_COLUMNS + 1]; /* of the columns so far, ending before this column of the sheet */
    uint8_t from[IKM_TABLE_COLUMNS][IKM_TABLE_COLUMNS + 1];
    for (size_t end = 0; end <= grid->count; end++)
        best[end] = end == 0 ? 0 : never;
    for (size_t column = 0; column < count; column++) {
        long next[IKM_TABLE_COLUMNS + 1];
        for (size_t end = 0; end <= grid->count; end++) {
            next[end] = never;
            int width = 0;
            for (size_t start = end; start-- > 0;) {
                width += grid->width[start];
                long sum = best[start] + cost(placed, column, width, end - start);
                if (best[start] < never && sum < next[end]) {
                    next[end] = sum;
                    from[column][end] = (uint8_t)start;
                }
            }
        }
        memcpy(best, next, sizeof best);
    }
    size_t end = grid->count;
    placed->start[count] = (uint8_t)end;
    for (size_t column = count; column-- > 0;)
        placed->start[column] = (uint8_t)(end = from[column][end]);
}

static void one_column_each(ikmi_placed *placed)
{
    for (size_t i = 0; i <= placed->table->column_count; i++)
        placed->start[i] = (uint8_t)i;
}

/* Where a run is too narrow for what may not be cut, its last column is widened. */
static void widen(ikmi_grid *grid, const ikmi_placed *placed, const int *needs)
{
    for (size_t i = 0; i < placed->table->column_count; i++) {
        int have = ikmi_grid_width(grid, placed->start[i], placed->start[i + 1]);
        if (have < needs[i])
            grid->width[placed->start[i + 1] - 1] += needs[i] - have;
    }
}

/* In the middle of a wide column a mark would be far from all that it belongs to. */
static void keep_marks(const ikmi_grid *grid, ikmi_placed *placed)
{
    for (size_t i = 0; i < placed->table->column_count; i++)
        if (ikmi_grid_width(grid, placed->start[i], placed->start[i + 1]) > MARK_WIDTH)
            placed->marks[i] = false;
}

/* The table whose columns are the columns of the sheet. */
static ikmi_placed *find_base(ikmi_placed *tables, size_t count)
{
    ikmi_placed *base = NULL;
    for (size_t i = 0; i < count; i++)
        if (!tables[i].apart && (!base || tables[i].table->column_count > base->table->column_count))
            base = &tables[i];
    return base;
}

/*
 * A wide column of the base in pieces, so that columns of other tables may end
 * within it: else a code that stands in its place would be as wide as a name.
 */
static void split_wide(ikmi_grid *grid, ikmi_placed *base)
{
    const ikmi_grid whole = *grid;
    size_t columns = base->table->column_count;
    grid->count = 0;
    for (size_t i = 0; i < columns; i++) {
        bool splits = base->table->columns[i].kind == IKM_CELL_TEXT && !base->single[i];
        int width = whole.width[i], pieces = splits ? at_least(width / PIECE, 1) : 1;
        int room = (int)(IKM_TABLE_COLUMNS - grid->count - (columns - i - 1)); /* at least 1 */
        pieces = at_most(pieces, room);
        base->start[i] = (uint8_t)grid->count;
        for (int k = 0; k < pieces; k++)
            grid->width[grid->count++] = width * (k + 1) / pieces - width * k / pieces;
    }
    base->start[columns] = (uint8_t)grid->count;
}

static size_t count_sharing(const ikmi_placed *tables, size_t count)
{
    size_t sharing = 0;
    for (size_t i = 0; i < count; i++)
        sharing += !tables[i].apart && !tables[i].is_long;
    return sharing;
}

void ikmi_grid_make(ikmi_grid *grid, ikmi_placed *tables, size_t count)
{
    ikmi_placed *base = find_base(tables, count);
    *grid = (ikmi_grid){.count = base ? base->table->column_count : 0};
    if (base) {
        one_column_each(base);
        widen(grid, base, base->ideal);
        if (!base->is_long && count_sharing(tables, count) > 1)
            split_wide(grid, base);
    }
    for (size_t i = 0; i < count; i++)
        if (&tables[i] != base && !tables[i].apart && tables[i].is_long) {
            one_column_each(&tables[i]);
            widen(grid, &tables[i], tables[i].ideal);
        }
    for (size_t i = 0; i < count; i++)
        if (&tables[i] != base && !tables[i].apart && !tables[i].is_long) {
            share_out(grid, &tables[i]);
            widen(grid, &tables[i], tables[i].least);
        }
    for (size_t i = 0; i < count; i++)
        if (!tables[i].apart)
            keep_marks(grid, &tables[i]);
    grid->page_count = grid->count;
    while (ikmi_grid_width(grid, 0, grid->page_count) < PAGE_LEAST && grid->page_count < IKMI_GRID_COLUMNS)
        grid->width[grid->page_count++] = EXTRA_WIDTH;
}

int ikmi_lines(ikm_text text, int width)
{
    int lines = 1, used = 0;
    width = at_least(width, 2);
    while (text.size) {
        size_t size = 0;
        while (size < text.size && text.data[size] != ' ' && text.data[size] != '\n')
            size++;
        int word = width_of((ikm_text){text.data, size});
        if (used && used + 1 + word > width) {
            lines++;
            used = 0;
        }
        used += (used > 0) + word;
        lines += (used - 1) / width;
        used = used ? (used - 1) % width + 1 : 0;
        if (size < text.size && text.data[size] == '\n') {
            lines++;
            used = 0;
        }
        size += size < text.size;
        text.data += size;
        text.size -= size;
    }
    return lines;
}
