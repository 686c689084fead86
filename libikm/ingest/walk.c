#include "walk.h"

#include "encoding.h"
#include "place.h"

#include <string.h>

void ikmi_walk_begin(ikmi_walk *walk, const ikmi_grid *grid)
{
    *walk = (ikmi_walk){.grid = grid, .line = grid->data_line, .encoding = grid->encoding};
    ikmi_window_init(&walk->window, grid->source, grid->data_at, grid->dialect.newline, grid->options.mem);
    ikmi_record_init(&walk->record, grid->options.mem);
}

void ikmi_walk_done(ikmi_walk *walk)
{
    ikmi_window_done(&walk->window);
    ikmi_record_done(&walk->record);
}

static ikm_status read_on(ikmi_walk *walk, ikm_error *err)
{
    ikm_status status = ikmi_window_move(&walk->window, walk->at, err);
    walk->at = 0;
    return status;
}

/* Step behind a record that does not end within IKMI_RECORD_MAX: to the first line break after that. */
static ikm_status pass_endless(ikmi_walk *walk, ikm_error *err)
{
    size_t passed = 0;
    for (;;) {
        const char *from = walk->window.bytes + walk->at, *end = walk->window.bytes + walk->window.size, *found;
        for (; from < end && (found = memchr(from, walk->window.newline, (size_t)(end - from))) != NULL;
             from = found + 1) {
            walk->line++;
            if (passed + (size_t)(found - (walk->window.bytes + walk->at)) >= IKMI_RECORD_MAX) {
                walk->at = (size_t)(found + 1 - walk->window.bytes);
                return IKM_OK;
            }
        }
        passed += walk->window.size - walk->at;
        walk->at = walk->window.size;
        if (walk->window.last)
            return IKM_OK;
        ikm_status status = read_on(walk, err);
        if (status != IKM_OK)
            return status;
    }
}

/* Step behind the record in hand. */
static ikm_status pass(ikmi_walk *walk, ikm_error *err)
{
    bool endless = walk->endless;
    walk->endless = false;
    if (endless)
        return pass_endless(walk, err);
    walk->at += walk->size;
    walk->line += walk->newlines;
    walk->size = 0;
    walk->newlines = 0;
    return IKM_OK;
}

/* The first byte above 127 decides what the file is. */
static void decide_encoding(ikmi_walk *walk)
{
    const char *bytes = walk->window.bytes + walk->at;
    size_t high = ikmi_first_high(bytes, walk->size);
    if (high < walk->size)
        walk->encoding = ikmi_encoding_of(bytes + high, walk->window.size - walk->at - high);
}

static void take(ikmi_walk *walk, bool endless)
{
    walk->endless = endless;
    walk->size = endless ? 0 : walk->record.size;
    walk->newlines = endless ? 0 : walk->record.newlines;
    if (!walk->encoding)
        decide_encoding(walk);
}

ikm_status ikmi_walk_next(ikmi_walk *walk, bool *more_out, ikm_error *err)
{
    ikm_status status = pass(walk, err);
    *more_out = false;
    while (status == IKM_OK) {
        const ikmi_window *window = &walk->window;
        if (walk->at < window->size) {
            ikmi_record_state state = ikmi_record_parse(&walk->record, window->bytes + walk->at,
                                                        window->size - walk->at, window->last, &walk->grid->dialect);
            if (state == IKMI_RECORD_NOMEM)
                return IKM_ERR_NOMEM;
            if (state != IKMI_RECORD_MORE) {
                take(walk, state == IKMI_RECORD_ENDLESS);
                *more_out = true;
                return IKM_OK;
            }
        }
        if (window->last)
            return IKM_OK;
        status = read_on(walk, err);
    }
    return status;
}

ikm_text ikmi_walk_bytes(const ikmi_walk *walk)
{
    ikm_text bytes = {walk->window.bytes + walk->at, walk->size};
    if (bytes.size && bytes.data[bytes.size - 1] == walk->window.newline)
        bytes.size--;
    if (bytes.size && walk->window.newline == '\n' && bytes.data[bytes.size - 1] == '\r')
        bytes.size--;
    return bytes;
}

ikm_text ikmi_walk_field(const ikmi_walk *walk, size_t field)
{
    size_t start = field ? walk->record.field_end[field - 1] + (size_t)1 : 0;
    return (ikm_text){walk->window.bytes + walk->at + start, walk->record.field_end[field] - start};
}

void ikmi_walk_locate(const ikmi_walk *walk, size_t at, int64_t *line_out, int64_t *column_out)
{
    const char *from = walk->window.bytes + walk->at, *to = from + at;
    int64_t line = walk->line;
    for (const char *p = from; (p = memchr(p, walk->window.newline, (size_t)(to - p))) != NULL; from = ++p)
        line++;
    *line_out = line;
    *column_out = ikmi_column_of(walk->grid->source, from, to, line == 1);
}
