#include "merges.h"

#include <string.h>

enum { MERGES_MAX = 4096, BLOCK = 32 * 1024, WORD_SIZE = 9 };

static const char word[] = "mergeCell";

typedef struct merges_reading {
    ikmi_xml xml;
    const ikmi_book *book;
    const char *sheet;
    ikmi_merges *merges;
    int64_t last;
    bool behind_rows;
} merges_reading;

/* "A1:C2"; one that is not so is of no use to us and does no harm. */
static bool range_of(ikmi_merge *out, const char *text)
{
    char first[24];
    const char *colon = strchr(text, ':');
    if (!colon || (size_t)(colon - text) >= sizeof first)
        return false;
    memcpy(first, text, (size_t)(colon - text));
    first[colon - text] = '\0';
    return ikmi_worksheet_address(first, &out->left, &out->top) &&
           ikmi_worksheet_address(colon + 1, &out->right, &out->bottom) && out->left >= 1 && out->top >= 1 &&
           out->right >= out->left && out->bottom >= out->top && out->right <= IKMI_COLUMNS_MAX;
}

static void add(merges_reading *state, const ikmi_merge *merge)
{
    ikmi_merges *merges = state->merges;
    const ikmi_desk *desk = state->book->desk;
    if (merges->count == MERGES_MAX) {
        ikmi_digits limit = ikmi_digits_of(MERGES_MAX);
        ikmi_xml_stop(&state->xml, ikmi_desk_fail(desk, state->xml.err, IKM_ERR_LIMIT, "READERS_TOO_MANY_MERGES",
                                                  IKMI_WITH(state->sheet, limit.text)));
    } else if (!ikmi_desk_grow(desk, &merges->items, merges->count, &merges->capacity, sizeof *merge)) {
        ikmi_xml_stop(&state->xml, ikmi_desk_nomem(desk, state->xml.err));
    } else {
        merges->items[merges->count++] = *merge;
    }
}

static void on_start(void *ctx, const char *name, const char **attributes)
{
    merges_reading *state = ctx;
    if (!state->behind_rows || strcmp(name, "mergeCell"))
        return;
    const char *range = ikmi_xml_attribute(attributes, "ref");
    ikmi_merge merge;
    if (range && range_of(&merge, range) && merge.top <= state->last)
        add(state, &merge);
}

static void on_end(void *ctx, const char *name)
{
    merges_reading *state = ctx;
    if (!state->behind_rows && !strcmp(name, "sheetData"))
        state->behind_rows = true;
}

static bool holds_word(const char *block, size_t size)
{
    for (const char *at = block, *end = block + size; (at = memchr(at, word[0], (size_t)(end - at))) != NULL; at++) {
        if ((size_t)(end - at) < WORD_SIZE)
            return false;
        if (!memcmp(at, word, WORD_SIZE))
            return true;
    }
    return false;
}

/* One byte a letter, as it seems. In UTF-16 the word has other bytes: then the XML must say. */
static bool is_narrow(const char *text, size_t size)
{
    return size > 1 && text[1] != '\0' && (text[0] == '<' || (unsigned char)text[0] == 0xEF);
}

/*
 * A name of an element stands in the part as it is: where its bytes do not, there is
 * no merged cell. To look for them takes a fifth of what the XML takes, and most
 * sheets with an empty cell in their first rows have none.
 */
static ikm_status may_have_merges(bool *out, const ikmi_book *book, const char *path, ikm_error *err)
{
    char block[WORD_SIZE + BLOCK];
    size_t kept = 0, got = 0;
    ikmi_part part;
    bool found = false, first = true;
    ikm_status status = ikmi_part_open(&part, book->package, path, err);
    if (status != IKM_OK)
        return status;
    while (!found) {
        status = ikmi_part_read(&part, block + kept, BLOCK, &got, err);
        if (status != IKM_OK || got == 0)
            break;
        size_t size = kept + got;
        found = holds_word(block, size) || (first && !is_narrow(block, size));
        first = false;
        kept = size < WORD_SIZE - 1 ? size : WORD_SIZE - 1;
        memmove(block, block + size - kept, kept);
    }
    ikmi_part_close(&part);
    if (status == IKM_OK)
        *out = found;
    return status;
}

ikm_status ikmi_merges_read(ikmi_merges *out, const ikmi_book *book, const char *name, const char *path, int64_t last,
                            ikm_error *err)
{
    static const ikmi_xml_handlers handlers = {on_start, on_end, NULL};
    merges_reading state = {.book = book, .sheet = name, .merges = out, .last = last};
    bool worth_it = false;
    *out = (ikmi_merges){0};
    ikm_status status = may_have_merges(&worth_it, book, path, err);
    if (status != IKM_OK || !worth_it)
        return status;
    status = ikmi_xml_read(&state.xml, book->package, path, &handlers, &state, err);
    if (status != IKM_OK)
        ikmi_merges_done(out, book->desk);
    return status;
}

void ikmi_merges_done(ikmi_merges *merges, const ikmi_desk *desk)
{
    ikmi_desk_release(desk, merges->items);
    *merges = (ikmi_merges){0};
}
