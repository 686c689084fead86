#include "merges.h"

#include <string.h>

enum { MERGES_MAX = 4096 };

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

ikm_status ikmi_merges_read(ikmi_merges *out, const ikmi_book *book, const char *name, const char *path, int64_t last,
                            ikm_error *err)
{
    static const ikmi_xml_handlers handlers = {on_start, on_end, NULL};
    merges_reading state = {.book = book, .sheet = name, .merges = out, .last = last};
    *out = (ikmi_merges){0};
    ikm_status status = ikmi_xml_read(&state.xml, book->package, path, &handlers, &state, err);
    if (status != IKM_OK)
        ikmi_merges_done(out, book->desk);
    return status;
}

void ikmi_merges_done(ikmi_merges *merges, const ikmi_desk *desk)
{
    ikmi_desk_release(desk, merges->items);
    *merges = (ikmi_merges){0};
}
