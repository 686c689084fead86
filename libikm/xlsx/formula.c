/*
 * Formulas of forms: {2} and {2@0} of document.h become ranges of cells. What
 * cannot be said - a cell that is not there, or not yet, or too long a formula -
 * is told, and the number alone is written.
 */
#include "sheet.h"

#include <stdio.h>
#include <string.h>

typedef struct maker {
    const ikmi_placed *placed;
    const char *name; /* of the sheet on which the formula stands */
    const char *rest;
    char *out;
    size_t used;
    bool good;
} maker;

static void put(maker *m, const char *bytes, size_t size)
{
    if (m->used + size >= IKMI_FORMULA_SIZE)
        m->good = false;
    if (!m->good)
        return;
    memcpy(m->out + m->used, bytes, size);
    m->used += size;
}

static bool take(maker *m, char c)
{
    bool there = *m->rest == c;
    m->rest += there;
    return there;
}

/* A decimal number; not good when there is none, or no table is so large. */
static size_t index_of(maker *m)
{
    size_t index = 0;
    const char *start = m->rest;
    while (*m->rest >= '0' && *m->rest <= '9' && index < LXW_ROW_MAX)
        index = index * 10 + (size_t)(*m->rest++ - '0');
    if (m->rest == start)
        m->good = false;
    return index;
}

static void put_cells(maker *m, const ikmi_stretch *rows, size_t column)
{
    char text[IKMI_RANGE_SIZE];
    /* on the same sheet a reference needs no name, and lives through it being named anew */
    const ikmi_range range = {rows->name == m->name ? NULL : rows->name, rows->top, rows->bottom,
                              m->placed->start[column], m->placed->start[column]};
    ikmi_range_write(text, &range);
    if (rows->top == rows->bottom)
        *strrchr(text, ':') = '\0';
    put(m, text, strlen(text));
}

static void put_body(maker *m, size_t column)
{
    const ikmi_placed *placed = m->placed;
    if (!placed->body_is_known || placed->stretch_count == 0 || placed->stretch_count > IKMI_STRETCHES) {
        m->good = false;
        return;
    }
    for (size_t i = 0; i < placed->stretch_count; i++) {
        put(m, ",", i > 0);
        put_cells(m, &placed->stretches[i], column);
    }
}

static void put_foot(maker *m, size_t column, size_t row)
{
    const ikmi_placed *placed = m->placed;
    if (!placed->foot_is_known || row > placed->foot.bottom - placed->foot.top) {
        m->good = false;
        return;
    }
    lxw_row_t at = placed->foot.top + (lxw_row_t)row;
    put_cells(m, &(ikmi_stretch){placed->foot.name, at, at}, column);
}

/* {2} or {2@0}, behind its brace. */
static void put_reference(maker *m)
{
    size_t column = index_of(m), row = 0;
    bool foot = take(m, '@');
    if (foot)
        row = index_of(m);
    m->good = m->good && take(m, '}') && column < m->placed->table->column_count;
    if (m->good && foot)
        put_foot(m, column, row);
    else if (m->good)
        put_body(m, column);
}

/* A text within the formula, behind its first quote, as it is. */
static void put_text(maker *m)
{
    size_t size = strcspn(m->rest, "\"");
    m->good = m->good && m->rest[size] == '"';
    put(m, "\"", 1);
    if (m->good)
        put(m, m->rest, size + 1);
    m->rest += m->good ? size + 1 : size;
}

bool ikmi_formula_write(char *out, const ikmi_placed *placed, const char *name, const char *formula)
{
    maker m = {.placed = placed, .name = name, .rest = formula, .out = out, .good = true};
    put(&m, "=", 1);
    take(&m, '=');
    while (m.good && *m.rest) {
        size_t size = strcspn(m.rest, "{}\"");
        put(&m, m.rest, size);
        m.rest += size;
        if (take(&m, '{'))
            put_reference(&m);
        else if (take(&m, '"'))
            put_text(&m);
        else if (*m.rest)
            m.good = false;
    }
    out[m.good ? m.used : 0] = '\0';
    return m.good && m.used > 1;
}
