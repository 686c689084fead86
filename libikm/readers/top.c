#include "top.h"

#include "merges.h"

static ikmi_row *row_at(ikmi_top *header, int64_t line)
{
    size_t rows = header->count - header->data_last;
    for (size_t i = 0; i < rows; i++)
        if (header->rows[i].line == line)
            return &header->rows[i];
    return NULL;
}

static bool has_value(const ikmi_row *row, size_t column)
{
    return column <= row->width && row->cells[column - 1].size;
}

/* A value on its row that is not the merged cell's own: without one it is a title. */
static bool has_company(const ikmi_row *row, const ikmi_merge *merge)
{
    for (size_t column = 1; column <= row->width; column++)
        if ((column < merge->left || column > merge->right) && has_value(row, column))
            return true;
    return false;
}

/* To read the part twice is worth it only where a cell may be merged: a value with nothing to its right. */
static bool may_be_merged(const ikmi_top *header)
{
    size_t rows = header->count - header->data_last, width = 0;
    for (size_t i = 0; i < header->count; i++)
        if (header->rows[i].width > width)
            width = header->rows[i].width;
    for (size_t i = 0; i < rows; i++) {
        const ikmi_row *row = &header->rows[i];
        size_t values = 0, gaps = 0;
        for (size_t column = 1; column <= width; column++) {
            values += has_value(row, column);
            gaps += has_value(row, column) && column < width && !has_value(row, column + 1);
        }
        if (values > 1 && gaps)
            return true;
    }
    return false;
}

/*
 * "No" over two rows is of the header when something on its first row is wide, as
 * "Unsur pelayanan". Noted first for all rows: filling changes what has company.
 */
static void find_wide_rows(bool wide[IKMI_TOP_ROWS], ikmi_top *header, const ikmi_merges *merges)
{
    for (size_t i = 0; i < merges->count; i++) {
        const ikmi_merge *merge = &merges->items[i];
        const ikmi_row *row = row_at(header, merge->top);
        if (row && merge->right > merge->left && has_value(row, merge->left) && has_company(row, merge))
            wide[row - header->rows] = true;
    }
}

static bool fill_row(ikmi_row *row, const ikmi_desk *desk, const ikmi_merge *merge, const ikmi_row *top)
{
    ikmi_cell value = top->cells[merge->left - 1];
    bool ours = value.shared || row == top; /* else the text is copied, once, at the first gap */
    for (size_t column = merge->left; column <= merge->right; column++) {
        if (has_value(row, column))
            continue;
        if (!ours) {
            size_t offset = row->text.size;
            if (!ikmi_pile_add(&row->text, desk, top->text.data + value.offset, value.size))
                return false;
            value.offset = offset;
            ours = true;
        }
        ikmi_cell *cell = ikmi_row_cell(row, desk, column);
        if (!cell)
            return false;
        *cell = value;
        ikmi_row_note(row, column);
    }
    return true;
}

static ikm_status fill(ikmi_top *header, const ikmi_merges *merges, const ikmi_desk *desk, ikm_error *err)
{
    bool wide[IKMI_TOP_ROWS] = {false};
    find_wide_rows(wide, header, merges);
    for (size_t i = 0; i < merges->count; i++) {
        const ikmi_merge *merge = &merges->items[i];
        const ikmi_row *top = row_at(header, merge->top);
        if (!top || !wide[top - header->rows] || !has_value(top, merge->left) ||
            merge->bottom - merge->top >= IKMI_TOP_HEIGHT)
            continue;
        for (int64_t line = merge->top; line <= merge->bottom; line++) {
            ikmi_row *row = row_at(header, line);
            if (row && has_company(row, merge) && !fill_row(row, desk, merge, top))
                return ikmi_desk_nomem(desk, err);
        }
    }
    return IKM_OK;
}

ikm_status ikmi_top_read(ikmi_top *header, ikmi_worksheet *sheet, const char *path, ikm_error *err)
{
    const ikmi_desk *desk = sheet->book->desk;
    size_t bytes = 0;
    bool end = false;
    while (header->count < IKMI_TOP_ROWS && bytes < IKMI_TOP_BYTES && !header->data_last) {
        ikmi_row *row = &header->rows[header->count];
        ikm_status status = ikmi_worksheet_next(sheet, row, &end, err);
        if (status != IKM_OK)
            return status;
        if (end)
            break;
        header->count++;
        header->data_last = row->numbers >= IKMI_TOP_NUMBERS;
        bytes += row->text.size + row->capacity * sizeof *row->cells;
    }
    if (!may_be_merged(header))
        return IKM_OK;
    ikmi_merges merges;
    int64_t last = header->rows[header->count - 1].line;
    ikm_status status = ikmi_merges_read(&merges, sheet->book, sheet->name, path, last, err);
    if (status != IKM_OK)
        return status;
    status = fill(header, &merges, desk, err);
    ikmi_merges_done(&merges, desk);
    return status;
}

void ikmi_top_done(ikmi_top *header, const ikmi_desk *desk)
{
    for (size_t i = 0; i < IKMI_TOP_ROWS; i++)
        ikmi_row_done(&header->rows[i], desk);
    header->count = header->given = 0;
    header->data_last = false;
}

const ikmi_row *ikmi_top_next(ikmi_top *header)
{
    return header->given < header->count ? &header->rows[header->given++] : NULL;
}
