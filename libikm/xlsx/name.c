/* Names of sheets: what Excel takes, each different from all others. */
#include "book.h"

#include <stdio.h>
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
