/*
 * A document as plain lines, item by item, so that a test shows what a form put on a sheet:
 *
 *     SHEET name / H1 text / TEXT text / NOTE text
 *     FIGURE label = cell (caption)
 *     TABLE title: column, column#2, column#1%     (#: numbers with so many places, and a unit)
 *     ROW cell | cell |                            (an empty cell is nothing)
 *     BARS title: category 2, value 4, 9 rows, 25 to 100
 */
#ifndef OUTLINE_H
#define OUTLINE_H

#include "ikm/document.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct outline {
    char *text;
    size_t size;
} outline;

static inline void outline_add(outline *o, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    o->text = realloc(o->text, o->size + (size_t)size + 1);
    vsnprintf(o->text + o->size, (size_t)size + 1, format, again);
    o->size += (size_t)size;
    va_end(args);
    va_end(again);
}

static inline void outline_cell(outline *o, const ikm_cell *cell)
{
    char number[40] = "(not a number)";
    if (cell->kind == IKM_CELL_TEXT)
        outline_add(o, "%.*s", (int)cell->text.size, cell->text.data);
    else if (cell->kind == IKM_CELL_NUMBER)
        outline_add(o, "%s", ikm_decimal_write(number, sizeof number, cell->number, '.') == IKM_OK ? number : "?");
}

static inline void outline_table(outline *o, const ikm_table *table)
{
    ikm_cell cells[64];
    outline_add(o, "TABLE %s:", table->title);
    for (size_t i = 0; i < table->column_count; i++) {
        const ikm_column *column = &table->columns[i];
        outline_add(o, "%s %s", i ? "," : "", column->title);
        if (column->kind == IKM_CELL_NUMBER)
            outline_add(o, "#%d", (int)column->places);
        outline_add(o, "%s", column->unit ? column->unit : "");
    }
    outline_add(o, "\n");
    for (size_t row = 0; row < table->row_count; row++) {
        if (ikm_table_row(table, row, cells) != IKM_OK)
            outline_add(o, "ROW FAILED");
        for (size_t i = 0; i < table->column_count; i++) {
            outline_add(o, i ? " | " : "ROW ");
            outline_cell(o, &cells[i]);
        }
        outline_add(o, "\n");
    }
}

static inline void outline_chart(outline *o, const ikm_chart *chart)
{
    static const char *const kinds[] = {"", "BARS", "DIVERGING", "LINES", "SHARES"};
    outline_add(o, "%s %s: category %zu", kinds[chart->kind], chart->title, chart->category_column);
    if (chart->category_count > 1)
        outline_add(o, " and %zu more", chart->category_count - 1);
    outline_add(o, ", value %zu", chart->value_column);
    if (chart->series_count > 1)
        outline_add(o, " and %zu more", chart->series_count - 1);
    outline_add(o, ", %zu rows, %lld to %lld", chart->row_count, (long long)chart->axis_min.digits,
                (long long)chart->axis_max.digits);
    if (chart->reference)
        outline_add(o, ", %s %lld", chart->reference_title, (long long)chart->reference->digits);
    for (size_t i = 0; i < chart->band_count; i++)
        outline_add(o, ", %s from %lld", chart->bands[i].label, (long long)chart->bands[i].from.digits);
    outline_add(o, "\n");
}

static inline void outline_item(outline *o, const ikm_item *item)
{
    switch (item->kind) {
    case IKM_ITEM_SHEET: outline_add(o, "SHEET %s\n", item->text); break;
    case IKM_ITEM_HEADING: outline_add(o, "H%d %s\n", item->level, item->text); break;
    case IKM_ITEM_TEXT: outline_add(o, "TEXT %s\n", item->text); break;
    case IKM_ITEM_NOTE: outline_add(o, "NOTE %s\n", item->text); break;
    case IKM_ITEM_FIGURE:
        outline_add(o, "FIGURE %s = ", item->text);
        outline_cell(o, &item->cell);
        outline_add(o, " (%s)\n", item->caption);
        break;
    case IKM_ITEM_TABLE: outline_table(o, item->table); break;
    case IKM_ITEM_CHART: outline_chart(o, item->chart); break;
    case IKM_ITEM_FIELD: outline_add(o, "FIELD %s : %s\n", item->text, item->caption ? item->caption : "____"); break;
    case IKM_ITEM_SIGNATURE:
        outline_add(o, "SIGNATURE %s | %s | %s | %s\n", item->signature->place_date, item->signature->title,
                    item->signature->name, item->signature->number);
        break;
    }
}

/* The lines of a document; free them. */
static inline char *outline_of(const ikm_document *document)
{
    outline o = {NULL, 0};
    outline_add(&o, "%s", "");
    for (size_t i = 0; i < ikm_document_item_count(document); i++)
        outline_item(&o, ikm_document_item(document, i));
    return o.text;
}

/* The lines from the first that begins with `from` up to, not with, the next that begins with `to`; free them. */
static inline char *outline_part(const char *lines, const char *from, const char *to)
{
    const char *begin = lines, *end;
    while (begin && strncmp(begin, from, strlen(from)) != 0)
        begin = strchr(begin, '\n') ? strchr(begin, '\n') + 1 : NULL;
    if (!begin)
        return strdup("(no such line)");
    for (end = begin; end && *end && (end == begin || !to || strncmp(end, to, strlen(to)) != 0);)
        end = strchr(end, '\n') ? strchr(end, '\n') + 1 : NULL;
    return end ? strndup(begin, (size_t)(end - begin)) : strdup(begin);
}

/* That part is this. */
static inline void outline_expect(const char *lines, const char *from, const char *to, const char *expected)
{
    char *part = outline_part(lines, from, to);
    cr_expect(eq(str, part, (char *)expected));
    free(part);
}

#endif
