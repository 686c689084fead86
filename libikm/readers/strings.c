#include "strings.h"

#include <string.h>

#include "xml.h"

enum { CHUNK_SIZE = 256 * 1024 };

struct ikmi_chunk {
    ikmi_chunk *next;
    size_t size, capacity;
    char bytes[];
};

typedef struct strings_reading {
    ikmi_xml xml;
    ikmi_strings *strings;
    ikmi_pile text;  /* of the item that is being read */
    bool in_text;    /* inside a t */
    int in_phonetic; /* inside an rPh: how it is pronounced, not what it says */
} strings_reading;

static void stop_without_memory(strings_reading *state)
{
    ikmi_xml_stop(&state->xml, ikmi_desk_nomem(state->strings->desk, state->xml.err));
}

static bool within_limit(strings_reading *state, size_t more)
{
    const ikmi_desk *desk = state->strings->desk;
    if ((int64_t)(state->strings->bytes + more) <= desk->max_memory_bytes)
        return true;
    ikmi_digits limit = ikmi_digits_of(desk->max_memory_bytes >> 20);
    ikmi_xml_stop(&state->xml,
                  ikmi_desk_fail(desk, state->xml.err, IKM_ERR_LIMIT, "READERS_SHARED_LIMIT", IKMI_WITH(limit.text)));
    return false;
}

static char *take(ikmi_strings *strings, size_t size)
{
    ikmi_chunk *chunk = strings->chunks;
    if (!chunk || size > chunk->capacity - chunk->size) {
        size_t capacity = size > CHUNK_SIZE ? size : CHUNK_SIZE;
        ikmi_chunk *fresh = ikmi_desk_resize(strings->desk, NULL, sizeof *fresh + capacity, 1);
        if (!fresh)
            return NULL;
        fresh->next = chunk;
        fresh->size = 0;
        fresh->capacity = capacity;
        strings->chunks = chunk = fresh;
    }
    char *place = chunk->bytes + chunk->size;
    chunk->size += size;
    return place;
}

static void add_text(strings_reading *state)
{
    ikmi_strings *strings = state->strings;
    size_t size = ikmi_strings_unescape(state->text.data, state->text.size), whole = sizeof size + size;
    if (!within_limit(state, whole + sizeof *strings->texts))
        return;
    bool room =
        ikmi_desk_grow(strings->desk, &strings->texts, strings->count, &strings->capacity, sizeof *strings->texts);
    char *place = room ? take(strings, whole) : NULL;
    if (!place) {
        stop_without_memory(state);
        return;
    }
    memcpy(place, &size, sizeof size);
    if (size)
        memcpy(place + sizeof size, state->text.data, size);
    strings->texts[strings->count++] = place;
    strings->bytes += whole + sizeof *strings->texts;
}

static void on_start(void *ctx, const char *name, const char **attributes)
{
    strings_reading *state = ctx;
    (void)attributes;
    if (!strcmp(name, "si"))
        state->text.size = 0;
    else if (!strcmp(name, "t"))
        state->in_text = true;
    else if (!strcmp(name, "rPh"))
        state->in_phonetic++;
}

static void on_end(void *ctx, const char *name)
{
    strings_reading *state = ctx;
    if (!strcmp(name, "t"))
        state->in_text = false;
    else if (!strcmp(name, "rPh"))
        state->in_phonetic--;
    else if (!strcmp(name, "si"))
        add_text(state);
}

static void on_text(void *ctx, const char *text, size_t size)
{
    strings_reading *state = ctx;
    if (!state->in_text || state->in_phonetic || !within_limit(state, state->text.size + size))
        return;
    if (!ikmi_pile_add(&state->text, state->strings->desk, text, size))
        stop_without_memory(state);
}

ikm_status ikmi_strings_read(ikmi_strings *out, const ikmi_package *package, const char *path, ikm_error *err)
{
    static const ikmi_xml_handlers handlers = {on_start, on_end, on_text};
    *out = (ikmi_strings){.desk = package->desk};
    if (!path)
        return IKM_OK;
    strings_reading state = {.strings = out};
    ikm_status status = ikmi_xml_read(&state.xml, package, path, &handlers, &state, err);
    ikmi_pile_done(&state.text, package->desk);
    if (status != IKM_OK)
        ikmi_strings_done(out);
    return status;
}

void ikmi_strings_done(ikmi_strings *strings)
{
    while (strings->chunks) {
        ikmi_chunk *next = strings->chunks->next;
        ikmi_desk_release(strings->desk, strings->chunks);
        strings->chunks = next;
    }
    ikmi_desk_release(strings->desk, strings->texts);
    strings->texts = NULL;
    strings->count = strings->capacity = strings->bytes = 0;
}

bool ikmi_strings_get(const ikmi_strings *strings, size_t number, ikm_text *out)
{
    if (number >= strings->count)
        return false;
    const char *place = strings->texts[number];
    memcpy(&out->size, place, sizeof out->size);
    out->data = place + sizeof out->size;
    return true;
}

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

/* The character of an escape at `text`, if there is one: not NUL, not half a surrogate pair. */
static bool escaped(const char *text, size_t size, unsigned *out)
{
    if (size < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return false;
    unsigned value = 0;
    for (size_t i = 2; i < 6; i++) {
        if (hex(text[i]) < 0)
            return false;
        value = value * 16 + (unsigned)hex(text[i]);
    }
    *out = value;
    return value && (value < 0xD800 || value > 0xDFFF);
}

size_t ikmi_strings_unescape(char *text, size_t size)
{
    if (!size || !memchr(text, '_', size))
        return size;
    size_t used = 0;
    for (size_t at = 0; at < size;) {
        unsigned value;
        if (!escaped(text + at, size - at, &value)) {
            text[used++] = text[at++];
            continue;
        }
        at += 7; /* at most 3 bytes take the place of 7 */
        if (value < 0x80) {
            text[used++] = (char)value;
        } else if (value < 0x800) {
            text[used++] = (char)(0xC0 | value >> 6);
            text[used++] = (char)(0x80 | (value & 0x3F));
        } else {
            text[used++] = (char)(0xE0 | value >> 12);
            text[used++] = (char)(0x80 | (value >> 6 & 0x3F));
            text[used++] = (char)(0x80 | (value & 0x3F));
        }
    }
    return used;
}
