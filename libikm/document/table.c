/* Tables that hold their rows or pull them. */
#include "document.h"

#include "base/mem.h"

#include <string.h>

static ikm_status held_row(void *ctx, size_t index, ikm_cell *cells)
{
    const ikmi_held *held = ctx;
    size_t count = held->table->column_count;
    memcpy(cells, held->cells + index * count, count * sizeof *cells);
    return IKM_OK;
}

static bool columns_can_be(const ikm_table *table)
{
    if (!table->columns || table->column_count < 1 || table->column_count > IKM_TABLE_COLUMNS)
        return false;
    for (size_t i = 0; i < table->column_count; i++) {
        const ikm_column *column = &table->columns[i];
        if (column->kind < IKM_CELL_EMPTY || column->kind > IKM_CELL_NUMBER || column->places < 0 ||
            column->places > 18)
            return false;
    }
    return true;
}

/* Copies of the choices of each column; false when refused. */
static bool keep_choices(ikm_document *document, ikm_table *table)
{
    ikm_choices *copy = ikmi_keep(document, table->column_count * sizeof *copy);
    for (size_t i = 0; copy && i < table->column_count; i++) {
        const ikm_choices *from = &table->choices[i];
        const char **list = ikmi_keep(document, (from->count + 1) * sizeof *list);
        for (size_t k = 0; k < from->count; k++)
            if (!list || !ikmi_keep_string(document, &list[k], from->list[k]))
                return false;
        copy[i] = (ikm_choices){list, from->count};
    }
    table->choices = copy;
    return copy != NULL;
}

/* A copy of a table without its rows; NULL when refused. */
static ikm_table *keep_table(ikm_document *document, const ikm_table *table)
{
    ikm_table *copy = ikmi_keep(document, sizeof *copy);
    ikm_column *columns = ikmi_keep(document, table->column_count * sizeof *columns);
    if (!copy || !columns)
        return NULL;
    *copy = *table;
    copy->columns = columns;
    if (!ikmi_keep_string(document, &copy->title, table->title) || (table->choices && !keep_choices(document, copy)))
        return NULL;
    for (size_t i = 0; i < table->column_count; i++) {
        const ikm_column *from = &table->columns[i];
        columns[i] = *from;
        if (!ikmi_keep_string(document, &columns[i].title, from->title ? from->title : "") ||
            !ikmi_keep_string(document, &columns[i].unit, from->unit))
            return NULL;
    }
    return copy;
}

ikm_status ikm_document_table(ikm_document *document, const ikm_table *table)
{
    if (!document || !table || !columns_can_be(table))
        return IKM_ERR_ARGUMENT;
    ikm_item *item = ikmi_item_prepare(document, IKM_ITEM_TABLE);
    ikm_table *copy = item ? keep_table(document, table) : NULL;
    ikmi_held *held = copy && !table->row ? ikmi_keep(document, sizeof *held) : NULL;
    if (!copy || (!table->row && !held))
        return IKM_ERR_NOMEM;
    if (held) {
        held->table = copy;
        held->next = document->held;
        document->held = held;
        copy->row = held_row;
        copy->ctx = held;
        copy->row_count = 0;
    }
    item->table = document->last_table = copy;
    return ikmi_item_add(document, item);
}

ikm_status ikm_document_row(ikm_document *document, const ikm_cell *cells, size_t count)
{
    ikm_table *table = document ? document->last_table : NULL;
    if (!table || table->row != held_row || !cells || count != table->column_count)
        return IKM_ERR_ARGUMENT;
    for (size_t i = 0; i < count; i++)
        if (!ikmi_cell_can_be(&cells[i]))
            return IKM_ERR_ARGUMENT;
    ikmi_held *held = document->held;
    if (table->row_count == held->capacity) {
        size_t capacity = held->capacity ? held->capacity * 2 : 16;
        if (capacity > SIZE_MAX / sizeof *cells / count)
            return IKM_ERR_NOMEM;
        ikm_cell *grown = ikmi_resize(document->mem, held->cells, capacity * count * sizeof *cells);
        if (!grown)
            return IKM_ERR_NOMEM;
        held->cells = grown;
        held->capacity = capacity;
    }
    ikm_cell *row = held->cells + table->row_count * count;
    for (size_t i = 0; i < count; i++)
        if (!ikmi_keep_cell(document, &row[i], &cells[i]))
            return IKM_ERR_NOMEM;
    table->row_count++;
    return IKM_OK;
}

ikm_status ikm_table_row(const ikm_table *table, size_t index, ikm_cell *cells)
{
    if (!table || !cells || !table->row || index >= table->row_count)
        return IKM_ERR_ARGUMENT;
    memset(cells, 0, table->column_count * sizeof *cells);
    ikm_status status = table->row(table->ctx, index, cells);
    for (size_t i = 0; status == IKM_OK && i < table->column_count; i++)
        if (!ikmi_cell_can_be(&cells[i]))
            status = IKM_ERR_INVALID;
    return status;
}
