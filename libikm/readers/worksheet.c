#include "worksheet.h"

#include <string.h>

bool ikmi_worksheet_address(const char *text, size_t *column_out, int64_t *line_out)
{
    size_t column = 0;
    int64_t line = 0;
    for (; (*text | 0x20) >= 'a' && (*text | 0x20) <= 'z'; text++) {
        column = column * 26 + (size_t)((*text | 0x20) - 'a') + 1;
        if (column > 1000000)
            return false;
    }
    for (; *text >= '0' && *text <= '9'; text++) {
        line = line * 10 + (*text - '0');
        if (line > INT32_MAX)
            return false;
    }
    *column_out = column;
    *line_out = line;
    return *text == '\0';
}

static void stop(ikmi_worksheet *sheet, ikm_status status)
{
    if (sheet->xml.err) {
        sheet->xml.err->line = sheet->line;
        sheet->xml.err->column = (int64_t)sheet->column;
    }
    ikmi_xml_stop(&sheet->xml, status);
}

static void stop_out_of_place(ikmi_worksheet *sheet, const char *address)
{
    ikmi_digits line = ikmi_digits_of(sheet->line);
    stop(sheet, ikmi_desk_fail(sheet->book->desk, sheet->xml.err, IKM_ERR_DATA, "READERS_BAD_REFERENCE",
                               IKMI_WITH(sheet->name, line.text, address)));
}

static void stop_at_limit(ikmi_worksheet *sheet, const char *word, int64_t limit)
{
    ikmi_digits line = ikmi_digits_of(sheet->line), most = ikmi_digits_of(limit);
    stop(sheet, ikmi_desk_fail(sheet->book->desk, sheet->xml.err, IKM_ERR_LIMIT, word,
                               IKMI_WITH(sheet->name, line.text, most.text)));
}

/* Rows may leave out their number, and numbers may be left out, but they do not go back. */
static void begin_row(ikmi_worksheet *sheet, const char **attributes)
{
    const char *number = ikmi_xml_attribute(attributes, "r");
    int64_t line = sheet->line + 1;
    size_t column = 0;
    sheet->column = 0;
    if (number &&
        (!ikmi_worksheet_address(number, &column, &line) || column || line <= sheet->line || line > IKMI_LINES_MAX)) {
        stop_out_of_place(sheet, number);
        return;
    }
    if (line > IKMI_LINES_MAX) {
        ikmi_digits digits = ikmi_digits_of(line);
        stop_out_of_place(sheet, digits.text);
        return;
    }
    sheet->line = line;
    sheet->in_row = true;
    ikmi_row_begin(sheet->row, line);
}

static ikmi_cell_type type_of(const char *word)
{
    if (!word || !strcmp(word, "n"))
        return IKMI_CELL_NUMBER;
    if (!strcmp(word, "s"))
        return IKMI_CELL_SHARED;
    if (!strcmp(word, "b"))
        return IKMI_CELL_TRUTH;
    return !strcmp(word, "d") ? IKMI_CELL_MOMENT : IKMI_CELL_TEXT;
}

static size_t style_of(const char *number)
{
    size_t style = 0;
    for (; number && *number >= '0' && *number <= '9' && style < 10000000; number++)
        style = style * 10 + (size_t)(*number - '0');
    return style;
}

static void begin_cell(ikmi_worksheet *sheet, const char **attributes)
{
    const char *address = NULL, *type = NULL, *style = NULL;
    for (; *attributes; attributes += 2) { /* three short names, millions of times */
        const char *name = attributes[0];
        if (name[0] == '\0' || name[1] != '\0')
            continue;
        if (name[0] == 'r')
            address = attributes[1];
        else if (name[0] == 't')
            type = attributes[1];
        else if (name[0] == 's')
            style = attributes[1];
    }
    size_t column = sheet->column + 1;
    int64_t line = sheet->line;
    if (address &&
        (!ikmi_worksheet_address(address, &column, &line) || column <= sheet->column || line != sheet->line)) {
        stop_out_of_place(sheet, address);
        return;
    }
    if (column > IKMI_COLUMNS_MAX) {
        stop_at_limit(sheet, "READERS_TOO_WIDE", IKMI_COLUMNS_MAX);
        return;
    }
    sheet->column = column;
    sheet->type = type_of(type);
    sheet->style = style_of(style);
    sheet->value.size = 0;
    sheet->in_formula = false;
    sheet->in_cell = true;
}

/*
 * Programs that write workbooks may leave it to the spreadsheet to compute: such a cell says so, in the place of a
 * value. The result of a formula that is an empty text has its own type.
 */
static bool without_value(ikmi_worksheet *sheet)
{
    const ikmi_desk *desk = sheet->book->desk;
    const char *words = ikm_words(desk->lang, "READERS_FORMULA");
    if (!sheet->in_formula || sheet->type != IKMI_CELL_NUMBER)
        return false;
    sheet->type = IKMI_CELL_TEXT;
    if (!ikmi_pile_add(&sheet->value, desk, words, strlen(words)))
        stop(sheet, ikmi_desk_nomem(desk, sheet->xml.err));
    return sheet->value.size != 0;
}

static void end_cell(ikmi_worksheet *sheet)
{
    const ikmi_desk *desk = sheet->book->desk;
    sheet->in_cell = false;
    if (!sheet->value.size && !without_value(sheet))
        return;
    ikmi_cell *cell = ikmi_row_cell(sheet->row, desk, sheet->column);
    ikm_status status =
        cell ? ikmi_worksheet_finish(sheet, cell, sheet->xml.err) : ikmi_desk_nomem(desk, sheet->xml.err);
    if (status != IKM_OK) {
        stop(sheet, status);
        return;
    }
    ikmi_row_note(sheet->row, sheet->column);
    if (sheet->row->text.size > IKMI_ROW_MAX)
        stop_at_limit(sheet, "READERS_LONG_ROW", IKMI_ROW_MAX >> 20);
}

static void on_start(void *ctx, const char *name, const char **attributes)
{
    ikmi_worksheet *sheet = ctx;
    if (sheet->in_cell) {
        /* v: the value; t: a text, inline, in runs (is/r/t), but not how it is pronounced (is/rPh/t) */
        if (!strcmp(name, "rPh"))
            sheet->in_phonetic++;
        sheet->in_value = !sheet->in_phonetic && (!strcmp(name, "v") || !strcmp(name, "t"));
        sheet->in_formula |= !strcmp(name, "f");
    } else if (sheet->in_row) {
        if (!strcmp(name, "c"))
            begin_cell(sheet, attributes);
    } else if (sheet->in_rows) {
        if (!strcmp(name, "row"))
            begin_row(sheet, attributes);
    } else if (!strcmp(name, "sheetData")) {
        sheet->in_rows = true;
    }
}

static void on_end(void *ctx, const char *name)
{
    ikmi_worksheet *sheet = ctx;
    sheet->in_value = false;
    if (!strcmp(name, "rPh") && sheet->in_phonetic)
        sheet->in_phonetic--;
    else if (sheet->in_cell && !strcmp(name, "c"))
        end_cell(sheet);
    else if (sheet->in_row && !strcmp(name, "row")) {
        sheet->in_row = false;
        if (sheet->row->width) {
            sheet->row_ready = true;
            ikmi_xml_pause(&sheet->xml);
        }
    } else if (!strcmp(name, "sheetData")) {
        sheet->in_rows = false;
    }
}

static void on_text(void *ctx, const char *text, size_t size)
{
    ikmi_worksheet *sheet = ctx;
    if (!sheet->in_value)
        return;
    if (sheet->value.size + size > IKMI_CELL_MAX)
        stop_at_limit(sheet, "READERS_LONG_CELL", IKMI_CELL_MAX >> 10);
    else if (!ikmi_pile_add(&sheet->value, sheet->book->desk, text, size))
        stop(sheet, ikmi_desk_nomem(sheet->book->desk, sheet->xml.err));
}

ikm_status ikmi_worksheet_open(ikmi_worksheet *sheet, const ikmi_book *book, const char *name, const char *path,
                               ikm_error *err)
{
    static const ikmi_xml_handlers handlers = {on_start, on_end, on_text};
    *sheet = (ikmi_worksheet){.book = book, .name = name};
    return ikmi_xml_open(&sheet->xml, book->package, path, &handlers, sheet, err);
}

void ikmi_worksheet_close(ikmi_worksheet *sheet)
{
    ikmi_xml_close(&sheet->xml);
    if (sheet->book)
        ikmi_pile_done(&sheet->value, sheet->book->desk);
    sheet->book = NULL;
}

ikm_status ikmi_worksheet_next(ikmi_worksheet *sheet, ikmi_row *row, bool *end_out, ikm_error *err)
{
    sheet->row = row;
    sheet->row_ready = false;
    ikm_status status = ikmi_xml_run(&sheet->xml, err);
    if (status == IKM_OK)
        *end_out = !sheet->row_ready;
    return status;
}
