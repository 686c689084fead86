#include "styles.h"

#include <string.h>

#include "xml.h"

/* Excel stops at 65,490 cell formats and about 250 number formats of a user's own. */
enum { STYLES_MAX = 65536, FORMATS_MAX = 4096 };

/* In `kinds`, beside an ikmi_moment_kind. */
enum { PERCENT = 8 };

typedef struct custom_format {
    long id;
    unsigned char kind;
} custom_format;

typedef struct styles_reading {
    ikmi_xml xml;
    ikmi_styles *styles;
    custom_format *formats;
    size_t count, capacity;
    bool in_cell_formats; /* inside cellXfs: cellStyleXfs has the same elements */
} styles_reading;

/* The formats that a workbook does not spell out (ECMA-376 part 1, §18.8.30). */
static ikmi_moment_kind kind_of_builtin(long id)
{
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return IKMI_MOMENT_DATE; /* 27 and on: dates of East Asian editions */
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
        return IKMI_MOMENT_TIME;
    return id == 22 ? IKMI_MOMENT_BOTH : id == 46 ? IKMI_MOMENT_ELAPSED : IKMI_MOMENT_NONE;
}

/* Past a [...]: [h], [mm], [ss] count on without end; the rest are colours, conditions, locales. */
static const char *skip_bracket(const char *at, bool *elapsed)
{
    const char *end = strchr(at, ']');
    if (!end)
        return at + strlen(at);
    size_t size = (size_t)(end - at - 1);
    char unit = (char)(at[1] | 0x20);
    if (size && (unit == 'h' || unit == 'm' || unit == 's')) {
        size_t same = 0;
        while (same < size && (char)(at[1 + same] | 0x20) == unit)
            same++;
        *elapsed |= same == size;
    }
    return end + 1;
}

/* The next character that means something; 0 at the end of the first section, which is that of numbers above 0. */
static char next_meant(const char **at_io, bool *elapsed)
{
    const char *at = *at_io;
    while (*at == '"' || *at == '[' || *at == '\\' || *at == '_' || *at == '*')
        if (*at == '"') {
            const char *end = strchr(at + 1, '"');
            at = end ? end + 1 : at + strlen(at);
        } else if (*at == '[') {
            at = skip_bracket(at, elapsed);
        } else { /* the next character is shown, or a width, or a filling */
            at += at[1] ? 2 : 1;
        }
    *at_io = *at ? at + 1 : at;
    return *at == ';' ? '\0' : *at;
}

bool ikmi_styles_is_percent_code(const char *code)
{
    bool elapsed = false;
    char c = next_meant(&code, &elapsed);
    while (c && c != '%')
        c = next_meant(&code, &elapsed);
    return c != '\0';
}

ikmi_moment_kind ikmi_styles_kind_of_code(const char *code)
{
    bool day = false, month = false, hour = false, elapsed = false;
    if (!strcmp(code, "General"))
        return IKMI_MOMENT_NONE;
    for (char meant = next_meant(&code, &elapsed); meant; meant = next_meant(&code, &elapsed)) {
        char c = (char)(meant | 0x20);
        day |= c == 'd' || c == 'y';
        month |= c == 'm';
        hour |= c == 'h' || c == 's';
    }
    if (elapsed)
        return IKMI_MOMENT_ELAPSED;
    /* an m beside hours or seconds is minutes */
    int kind = (day || (month && !hour) ? IKMI_MOMENT_DATE : 0) | (hour ? IKMI_MOMENT_TIME : 0);
    return (ikmi_moment_kind)kind;
}

static long number_of(const char *text)
{
    long value = 0;
    for (; text && *text >= '0' && *text <= '9' && value < 10000000; text++)
        value = value * 10 + (*text - '0');
    return value;
}

static void stop_without_memory(styles_reading *state)
{
    ikmi_xml_stop(&state->xml, ikmi_desk_nomem(state->styles->desk, state->xml.err));
}

static bool within_limit(styles_reading *state, size_t count, size_t limit)
{
    if (count < limit)
        return true;
    ikmi_digits digits = ikmi_digits_of((int64_t)limit);
    ikmi_xml_stop(&state->xml, ikmi_desk_fail(state->styles->desk, state->xml.err, IKM_ERR_LIMIT,
                                              "READERS_TOO_MANY_STYLES", IKMI_WITH(digits.text)));
    return false;
}

static void add_format(styles_reading *state, const char **attributes)
{
    const char *id = ikmi_xml_attribute(attributes, "numFmtId"), *code = ikmi_xml_attribute(attributes, "formatCode");
    if (!id || !code || !within_limit(state, state->count, FORMATS_MAX))
        return;
    if (!ikmi_desk_grow(state->styles->desk, &state->formats, state->count, &state->capacity, sizeof *state->formats)) {
        stop_without_memory(state);
        return;
    }
    unsigned char kind = (unsigned char)ikmi_styles_kind_of_code(code);
    if (!kind && ikmi_styles_is_percent_code(code))
        kind = PERCENT;
    state->formats[state->count++] = (custom_format){number_of(id), kind};
}

static void add_style(styles_reading *state, const char **attributes)
{
    ikmi_styles *styles = state->styles;
    long id = number_of(ikmi_xml_attribute(attributes, "numFmtId"));
    unsigned char kind = id == 9 || id == 10 ? PERCENT : (unsigned char)kind_of_builtin(id);
    if (!within_limit(state, styles->count, STYLES_MAX))
        return;
    for (size_t i = 0; i < state->count; i++)
        if (state->formats[i].id == id)
            kind = state->formats[i].kind;
    if (!ikmi_desk_grow(styles->desk, &styles->kinds, styles->count, &styles->capacity, 1)) {
        stop_without_memory(state);
        return;
    }
    styles->kinds[styles->count++] = kind;
}

static void on_start(void *ctx, const char *name, const char **attributes)
{
    styles_reading *state = ctx;
    if (!strcmp(name, "numFmt"))
        add_format(state, attributes);
    else if (!strcmp(name, "cellXfs"))
        state->in_cell_formats = true;
    else if (!strcmp(name, "xf") && state->in_cell_formats)
        add_style(state, attributes);
}

static void on_end(void *ctx, const char *name)
{
    styles_reading *state = ctx;
    if (!strcmp(name, "cellXfs"))
        state->in_cell_formats = false;
}

ikm_status ikmi_styles_read(ikmi_styles *out, const ikmi_package *package, const char *path, ikm_error *err)
{
    static const ikmi_xml_handlers handlers = {on_start, on_end, NULL};
    *out = (ikmi_styles){.desk = package->desk};
    if (!path)
        return IKM_OK;
    styles_reading state = {.styles = out};
    ikm_status status = ikmi_xml_read(&state.xml, package, path, &handlers, &state, err);
    ikmi_desk_release(package->desk, state.formats);
    if (status != IKM_OK)
        ikmi_styles_done(out);
    return status;
}

void ikmi_styles_done(ikmi_styles *styles)
{
    ikmi_desk_release(styles->desk, styles->kinds);
    styles->kinds = NULL;
    styles->count = styles->capacity = 0;
}

ikmi_moment_kind ikmi_styles_kind(const ikmi_styles *styles, size_t number)
{
    return number < styles->count ? (ikmi_moment_kind)(styles->kinds[number] & ~PERCENT) : IKMI_MOMENT_NONE;
}

bool ikmi_styles_is_percent(const ikmi_styles *styles, size_t number)
{
    return number < styles->count && (styles->kinds[number] & PERCENT);
}
