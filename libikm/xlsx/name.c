/* Names of sheets: what Excel takes, each different from all others. */
#include "book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Excel does not tell A from a: enough of case folding for the scripts that names are written in. */
static uint32_t fold(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
        (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x100 && c <= 0x17F && c != 0x130 && c != 0x131 && c != 0x178)
        return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) ? c + (c & 1) : c | 1;
    return c >= 0x400 && c <= 0x40F ? c + 80 : c;
}

static bool is_the_same(const char *a, const char *b)
{
    ikm_text left = ikmi_text_of(a), right = ikmi_text_of(b);
    while (left.size && right.size)
        if (fold(ikm_text_next(&left)) != fold(ikm_text_next(&right)))
            return false;
    return !left.size && !right.size;
}

static bool is_taken(const ikmi_book *book, const char *name)
{
    if (is_the_same(name, "History")) /* Excel keeps it for itself */
        return true;
    for (size_t i = 0; i < book->name_count; i++)
        if (is_the_same(name, book->names[i]))
            return true;
    return false;
}

static void drop_blanks(char *name)
{
    size_t size = strlen(name), start = strspn(name, " ");
    while (size > start && name[size - 1] == ' ')
        size--;
    memmove(name, name + start, size - start);
    name[size - start] = '\0';
}

/* Without what Excel refuses: []:*?/\ anywhere, an apostrophe at an end. */
static void sanitise(char *out, const char *wanted)
{
    /* cut after blanks are gone: a name is not made shorter by what stands before it */
    ikm_text text = ikmi_text_of(wanted);
    while (text.size && memchr(" \t\n", *text.data, 3)) {
        text.data++;
        text.size--;
    }
    ikmi_clean(out, text, IKMI_NAME_UNITS);
    for (char *c = out; *c; c++)
        *c = strchr("[]:*?/\\", *c) ? '-' : *c == '\n' || *c == '\t' ? ' ' : *c;
    drop_blanks(out);
    size_t size = strlen(out);
    if (size && out[0] == '\'')
        out[0] = '-';
    if (size && out[size - 1] == '\'')
        out[size - 1] = '-';
}

static bool make_room(ikmi_book *book)
{
    if (book->name_count < book->name_capacity)
        return true;
    size_t capacity = book->name_capacity ? book->name_capacity * 2 : 16;
    void *names = book->mem.resize(book->mem.ctx, book->names, capacity * sizeof *book->names);
    if (!names)
        return false;
    book->names = names;
    book->name_capacity = capacity;
    return true;
}

/* `base` with a number behind it, the base cut so that both fit. */
static void add_number(char *out, const char *base, size_t number)
{
    char suffix[32];
    int size = snprintf(suffix, sizeof suffix, " (%zu)", number);
    size_t used = ikmi_clean(out, ikmi_text_of(base), IKMI_NAME_UNITS - (size_t)size);
    memcpy(out + used, suffix, (size_t)size + 1);
}

const char *ikmi_book_name(ikmi_book *book, const char *wanted)
{
    char base[IKMI_NAME_SIZE];
    char *name = make_room(book) ? ikmi_book_alloc(book, IKMI_NAME_SIZE) : NULL;
    if (!name)
        return NULL;
    sanitise(base, wanted);
    if (!*base)
        sanitise(base, ikmi_book_word(book, "XLSX_SHEET"));
    strcpy(name, base);
    for (size_t number = 2; is_taken(book, name); number++)
        add_number(name, base, number);
    book->names[book->name_count++] = name;
    return name;
}

/*
 * libxlsxwriter leaves a name without quotes when it has letters and digits only;
 * but 2024 and A1 need them wherever the name stands before a "!".
 */
static void quote_name(ikmi_book *book, lxw_worksheet *worksheet)
{
    char quoted[IKMI_NAME_SIZE + 3];
    if (!worksheet->quoted_name || worksheet->quoted_name[0] == '\'')
        return;
    int size = snprintf(quoted, sizeof quoted, "'%s'", worksheet->name);
    char *owned = malloc((size_t)size + 1); /* libxlsxwriter frees it: not of our ikm_mem */
    if (!owned) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return;
    }
    memcpy(owned, quoted, (size_t)size + 1);
    free(worksheet->quoted_name);
    worksheet->quoted_name = owned;
}

lxw_worksheet *ikmi_book_worksheet(ikmi_book *book, const char *name)
{
    lxw_worksheet *worksheet = name ? workbook_add_worksheet(book->workbook, name) : NULL;
    if (worksheet)
        quote_name(book, worksheet);
    else
        ikmi_book_fail(book, IKM_ERR_NOMEM);
    return worksheet;
}

void ikmi_range_write(char *out, const ikmi_range *range)
{
    char left[LXW_MAX_COL_NAME_LENGTH], right[LXW_MAX_COL_NAME_LENGTH];
    size_t used = 0;
    lxw_col_to_name(left, (lxw_col_t)range->left, LXW_TRUE);
    lxw_col_to_name(right, (lxw_col_t)range->right, LXW_TRUE);
    if (range->name) {
        out[used++] = '\'';
        for (const char *c = range->name; *c; c++) {
            if (*c == '\'')
                out[used++] = '\'';
            out[used++] = *c;
        }
        out[used++] = '\'';
        out[used++] = '!';
    }
    snprintf(out + used, IKMI_RANGE_SIZE - used, "%s$%u:%s$%u", left, (unsigned)range->top + 1, right,
             (unsigned)range->bottom + 1);
}
