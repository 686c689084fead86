#include "sav.h"

#include <math.h>
#include <readstat.h>
#include <string.h>

enum {
    WINDOW_BYTES = 16 << 20,   /* values and text together */
    CASE_BYTES_MAX = 16 << 20, /* what the text of one case may add to that */
};

typedef struct fetching {
    ikmi_sav *sav;
    ikm_status status; /* IKM_ERR_NOMEM, IKM_ERR_LIMIT since a failure of ours */
    bool full;
    int64_t current; /* case within the window whose values are coming */
} fetching;

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* Bytes of the well-formed character at `text`; 0 if there is none (Unicode, table 3-7). */
static size_t character(const unsigned char *text, size_t size)
{
    unsigned char c = text[0];
    size_t need = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
    if (!need || need > size)
        return 0;
    for (size_t i = 1; i < need; i++)
        if ((text[i] & 0xC0) != 0x80)
            return 0;
    if ((c == 0xE0 && text[1] < 0xA0) || (c == 0xED && text[1] > 0x9F) || (c == 0xF0 && text[1] < 0x90) ||
        (c == 0xF4 && text[1] > 0x8F))
        return 0;
    return need;
}

/* A file that does not say its character set is taken as it is: what is no UTF-8 in it is marked. */
static bool keep_text(fetching *state, ikmi_value *value, const char *text)
{
    ikmi_sav *sav = state->sav;
    size_t size = strlen(text), begin = sav->text.size;
    for (size_t at = 0; at < size;) {
        size_t good = at, step;
        while (good < size && (step = character((const unsigned char *)text + good, size - good)))
            good += step;
        if (!ikmi_pile_add(&sav->text, sav->desk, text + at, good - at))
            return false;
        if (good < size && !ikmi_pile_add(&sav->text, sav->desk, replacement, 3))
            return false;
        at = good + (good < size);
    }
    value->offset = (uint32_t)begin;
    value->size = (uint32_t)(sav->text.size - begin);
    return ikmi_pile_add(&sav->text, sav->desk, "", 1);
}

static size_t room(const ikmi_sav *sav)
{
    int64_t most = sav->desk->max_memory_bytes;
    return most < WINDOW_BYTES ? (size_t)most : WINDOW_BYTES;
}

static size_t used(const ikmi_sav *sav)
{
    return sav->text.size + (size_t)sav->held * sav->count * sizeof(ikmi_value);
}

static int stop(fetching *state, ikm_status status)
{
    state->status = status;
    return READSTAT_HANDLER_ABORT;
}

/* A new case begins: is there room for it in the window, and in memory? */
static int begin_case(fetching *state)
{
    ikmi_sav *sav = state->sav;
    size_t case_size = sav->count * sizeof(ikmi_value);
    if (used(sav) + case_size > room(sav) && sav->held) {
        state->full = true;
        return READSTAT_HANDLER_ABORT;
    }
    size_t need = ((size_t)sav->held + 1) * sav->count;
    if (need > sav->value_capacity) {
        size_t more = sav->value_capacity ? sav->value_capacity : 1024;
        while (more < need)
            more *= 2;
        ikmi_value *values = ikmi_desk_resize(sav->desk, sav->values, more, sizeof *values);
        if (!values)
            return stop(state, IKM_ERR_NOMEM);
        sav->values = values;
        sav->value_capacity = more;
    }
    for (size_t i = 0; i < sav->count; i++)
        sav->values[need - sav->count + i] = (ikmi_value){.number = NAN};
    state->current = sav->held++;
    return READSTAT_HANDLER_OK;
}

static int on_value(int obs_index, readstat_variable_t *variable, readstat_value_t value, void *ctx)
{
    fetching *state = ctx;
    ikmi_sav *sav = state->sav;
    int index = readstat_variable_get_index(variable);
    (void)obs_index;
    if (index < 0 || (size_t)index >= sav->count)
        return READSTAT_HANDLER_OK;
    if (index == 0) {
        int answer = begin_case(state);
        if (answer != READSTAT_HANDLER_OK)
            return answer;
    }
    if (state->current < 0)
        return READSTAT_HANDLER_OK;
    ikmi_value *out = &sav->values[(size_t)state->current * sav->count + (size_t)index];
    if (readstat_value_is_missing(value, variable))
        return READSTAT_HANDLER_OK;
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
        const char *text = readstat_string_value(value);
        if (text && *text && !keep_text(state, out, text))
            return stop(state, IKM_ERR_NOMEM);
        return sav->text.size > (size_t)WINDOW_BYTES + CASE_BYTES_MAX ? stop(state, IKM_ERR_LIMIT)
                                                                      : READSTAT_HANDLER_OK;
    }
    out->number = readstat_double_value(value);
    return READSTAT_HANDLER_OK;
}

/* Without a handler for variables libreadstat has none when it comes to the values, and falls. */
static int on_variable(int index, readstat_variable_t *variable, const char *labels, void *ctx)
{
    (void)index, (void)variable, (void)labels, (void)ctx;
    return READSTAT_HANDLER_OK;
}

static readstat_error_t parse(fetching *state, int64_t from)
{
    ikmi_sav *sav = state->sav;
    readstat_parser_t *parser = readstat_parser_init();
    ikmi_sav_file *file = parser ? ikmi_sav_file_new(sav->desk, sav->origin, parser) : NULL;
    readstat_error_t error = READSTAT_ERROR_MALLOC;
    if (file) {
        readstat_set_variable_handler(parser, on_variable);
        readstat_set_value_handler(parser, on_value);
        readstat_set_row_offset(parser, (long)from);
        error = readstat_parse_sav(parser, "", state);
    }
    if (parser)
        readstat_parser_free(parser);
    ikmi_sav_file_free(file, sav->desk);
    return error;
}

ikm_status ikmi_sav_fetch(ikmi_sav *sav, ikm_error *err)
{
    fetching state = {.sav = sav, .current = -1};
    sav->first = sav->next;
    sav->held = 0;
    sav->text.size = 0;
    if (sav->cases >= 0 && sav->first >= sav->cases) {
        sav->complete = true;
        return IKM_OK;
    }
    readstat_error_t error = parse(&state, sav->first);
    if (state.full && error == READSTAT_ERROR_USER_ABORT)
        return IKM_OK; /* the case that did not fit is the first of the next window */
    int64_t whole = sav->first + sav->held;
    sav->held = 0;
    if (state.status == IKM_ERR_NOMEM)
        return ikmi_desk_nomem(sav->desk, err);
    if (state.status == IKM_ERR_LIMIT) {
        ikmi_digits limit = ikmi_digits_of(CASE_BYTES_MAX >> 20);
        return ikmi_desk_fail(sav->desk, err, IKM_ERR_LIMIT, "READERS_SAV_WIDE_CASE", IKMI_WITH(limit.text));
    }
    if (error != READSTAT_OK)
        return ikmi_sav_fail(sav->desk, (int)error, whole, err);
    sav->held = whole - sav->first;
    sav->complete = true;
    return IKM_OK;
}
