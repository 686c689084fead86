#include "sav.h"

#include <math.h>
#include <readstat.h>
#include <stdlib.h>
#include <string.h>

typedef struct describing {
    ikmi_sav *sav;
    ikm_status status; /* IKM_ERR_NOMEM since a refusal */
} describing;

static int stop_without_memory(describing *state)
{
    state->status = IKM_ERR_NOMEM;
    return READSTAT_HANDLER_ABORT;
}

static int on_metadata(readstat_metadata_t *metadata, void *ctx)
{
    describing *state = ctx;
    state->sav->cases = readstat_get_row_count(metadata);
    return READSTAT_HANDLER_OK;
}

/* What of a variable's format is a date or a time; the names are SPSS's. */
static ikmi_moment_kind kind_of_format(const char *format)
{
    static const struct {
        const char *name;
        ikmi_moment_kind kind;
    } formats[] = {{"DATETIME", IKMI_MOMENT_BOTH}, {"YMDHMS", IKMI_MOMENT_BOTH},   {"DATE", IKMI_MOMENT_DATE},
                   {"ADATE", IKMI_MOMENT_DATE},    {"EDATE", IKMI_MOMENT_DATE},    {"JDATE", IKMI_MOMENT_DATE},
                   {"SDATE", IKMI_MOMENT_DATE},    {"QYR", IKMI_MOMENT_DATE},      {"MOYR", IKMI_MOMENT_DATE},
                   {"WKYR", IKMI_MOMENT_DATE},     {"DTIME", IKMI_MOMENT_ELAPSED}, {"MTIME", IKMI_MOMENT_ELAPSED},
                   {"TIME", IKMI_MOMENT_TIME}};
    size_t size = format ? strcspn(format, "0123456789") : 0;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strlen(formats[i].name) == size && !memcmp(formats[i].name, format, size))
            return formats[i].kind;
    return IKMI_MOMENT_NONE;
}

static int on_weight(readstat_variable_t *variable, void *ctx)
{
    describing *state = ctx;
    const char *name = readstat_variable_get_name(variable);
    if (!name || state->sav->weight)
        return READSTAT_HANDLER_OK;
    state->sav->weight = ikmi_desk_copy(state->sav->desk, name, strlen(name));
    return state->sav->weight ? READSTAT_HANDLER_OK : stop_without_memory(state);
}

static char *header_of(const ikmi_sav *sav, const char *name, const char *label)
{
    const ikmi_desk *desk = sav->desk;
    size_t name_size = strlen(name), label_size = label ? strlen(label) : 0;
    if (!label_size || sav->headers == IKM_SAV_HEADERS_NAMES)
        return ikmi_desk_copy(desk, name, name_size);
    if (sav->headers == IKM_SAV_HEADERS_LABELS)
        return ikmi_desk_copy(desk, label, label_size);
    /* the label may begin with the name, as SPSS users write them: "U1 Persyaratan" */
    bool says_little = name[strcspn(name, "0123456789")] != '\0';
    if (!says_little)
        return ikmi_desk_copy(desk, name, name_size);
    if (label_size >= name_size && !memcmp(label, name, name_size))
        return ikmi_desk_copy(desk, label, label_size);
    char *both = ikmi_desk_resize(desk, NULL, name_size + label_size + 2, 1);
    if (!both)
        return NULL;
    memcpy(both, name, name_size);
    both[name_size] = ' ';
    memcpy(both + name_size + 1, label, label_size + 1);
    return both;
}

static size_t find_set(const ikmi_sav *sav, const char *name)
{
    for (size_t i = sav->set_count; name && i-- > 0;) /* the one that is being read is the last */
        if (!strcmp(sav->sets[i].name, name))
            return i;
    return SIZE_MAX;
}

static int on_variable(int index, readstat_variable_t *variable, const char *labels, void *ctx)
{
    describing *state = ctx;
    ikmi_sav *sav = state->sav;
    (void)index;
    if (!ikmi_desk_grow(sav->desk, &sav->variables, sav->count, &sav->capacity, sizeof *sav->variables))
        return stop_without_memory(state);
    ikmi_variable *out = &sav->variables[sav->count];
    const char *name = readstat_variable_get_name(variable); /* NULL in a damaged file */
    out->header = header_of(sav, name ? name : "", readstat_variable_get_label(variable));
    if (!out->header)
        return stop_without_memory(state);
    out->words = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
    out->kind = out->words ? IKMI_MOMENT_NONE : kind_of_format(readstat_variable_get_format(variable));
    out->set = find_set(sav, labels);
    sav->count++;
    return READSTAT_HANDLER_OK;
}

static ikmi_label_set *set_named(describing *state, const char *name)
{
    ikmi_sav *sav = state->sav;
    size_t found = find_set(sav, name);
    if (found != SIZE_MAX)
        return &sav->sets[found];
    if (!ikmi_desk_grow(sav->desk, &sav->sets, sav->set_count, &sav->set_capacity, sizeof *sav->sets))
        return NULL;
    ikmi_label_set *set = &sav->sets[sav->set_count];
    *set = (ikmi_label_set){.name = ikmi_desk_copy(sav->desk, name, strlen(name))};
    sav->set_count += set->name != NULL;
    return set->name ? set : NULL;
}

static int on_value_label(const char *set_name, readstat_value_t value, const char *text, void *ctx)
{
    describing *state = ctx;
    const ikmi_desk *desk = state->sav->desk;
    if (!text || !*text)
        return READSTAT_HANDLER_OK;
    ikmi_label_set *set = set_named(state, set_name);
    if (!set || !ikmi_desk_grow(desk, &set->labels, set->count, &set->capacity, sizeof *set->labels))
        return stop_without_memory(state);
    ikmi_label label = {.code = NAN};
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
        const char *word = readstat_string_value(value) ? readstat_string_value(value) : "";
        label.word = ikmi_desk_copy(desk, word, strlen(word));
        if (!label.word)
            return stop_without_memory(state);
    } else {
        label.code = readstat_double_value(value);
        if (isnan(label.code)) /* of a missing value */
            return READSTAT_HANDLER_OK;
    }
    label.text = ikmi_desk_copy(desk, text, strlen(text));
    if (!label.text) {
        ikmi_desk_release(desk, label.word);
        return stop_without_memory(state);
    }
    set->labels[set->count++] = label;
    return READSTAT_HANDLER_OK;
}

static int compare_labels(const void *left, const void *right)
{
    const ikmi_label *a = left, *b = right;
    if (a->word || b->word)
        return a->word && b->word ? strcmp(a->word, b->word) : (a->word != NULL) - (b->word != NULL);
    return (a->code > b->code) - (a->code < b->code);
}

static ikm_status describe(ikmi_sav *sav, ikm_error *err)
{
    describing state = {sav, IKM_OK};
    readstat_parser_t *parser = readstat_parser_init();
    ikmi_sav_file *file = parser ? ikmi_sav_file_new(sav->desk, sav->origin, parser) : NULL;
    readstat_error_t error = READSTAT_ERROR_MALLOC;
    if (file) {
        readstat_set_metadata_handler(parser, on_metadata);
        readstat_set_variable_handler(parser, on_variable);
        readstat_set_fweight_handler(parser, on_weight);
        if (!sav->codes)
            readstat_set_value_label_handler(parser, on_value_label);
        error = readstat_parse_sav(parser, "", &state);
    }
    if (parser)
        readstat_parser_free(parser);
    ikmi_sav_file_free(file, sav->desk);
    if (state.status != IKM_OK)
        return ikmi_desk_nomem(sav->desk, err);
    if (error != READSTAT_OK)
        return ikmi_sav_fail(sav->desk, (int)error, -1, err);
    for (size_t i = 0; i < sav->set_count; i++)
        if (sav->sets[i].count)
            qsort(sav->sets[i].labels, sav->sets[i].count, sizeof(ikmi_label), compare_labels);
    return IKM_OK;
}

ikm_status ikmi_sav_open(ikmi_sav *out, const ikmi_desk *desk, const ikmi_origin *origin, ikm_sav_headers headers,
                         bool codes, ikm_error *err)
{
    *out = (ikmi_sav){.desk = desk, .origin = origin, .headers = headers, .codes = codes, .cases = -1};
    ikm_status status = describe(out, err);
    if (status != IKM_OK)
        ikmi_sav_close(out);
    return status;
}

void ikmi_sav_close(ikmi_sav *sav)
{
    const ikmi_desk *desk = sav->desk;
    if (!desk)
        return;
    for (size_t i = 0; i < sav->count; i++)
        ikmi_desk_release(desk, sav->variables[i].header);
    for (size_t i = 0; i < sav->set_count; i++) {
        for (size_t k = 0; k < sav->sets[i].count; k++) {
            ikmi_desk_release(desk, sav->sets[i].labels[k].word);
            ikmi_desk_release(desk, sav->sets[i].labels[k].text);
        }
        ikmi_desk_release(desk, sav->sets[i].labels);
        ikmi_desk_release(desk, sav->sets[i].name);
    }
    ikmi_desk_release(desk, sav->weight);
    ikmi_desk_release(desk, sav->variables);
    ikmi_desk_release(desk, sav->sets);
    ikmi_desk_release(desk, sav->values);
    ikmi_pile_done(&sav->text, desk);
    *sav = (ikmi_sav){0};
}

void ikmi_sav_rewind(ikmi_sav *sav)
{
    sav->first = sav->held = sav->next = 0;
    sav->complete = sav->header_given = false;
}

static const char *label_of(const ikmi_sav *sav, const ikmi_variable *variable, const ikmi_label *key)
{
    if (variable->set == SIZE_MAX || !sav->sets[variable->set].count)
        return NULL;
    const ikmi_label_set *set = &sav->sets[variable->set];
    const ikmi_label *found = bsearch(key, set->labels, set->count, sizeof *key, compare_labels);
    return found ? found->text : NULL;
}

static bool set_text(ikmi_sav *sav, ikmi_row *row, size_t column, const char *text, size_t size, bool lasting)
{
    ikmi_cell *cell = ikmi_row_cell(row, sav->desk, column);
    if (!cell)
        return false;
    *cell = (ikmi_cell){lasting ? text : NULL, row->text.size, size, false};
    if (!lasting && !ikmi_pile_add(&row->text, sav->desk, text, size))
        return false;
    ikmi_row_note(row, column);
    return true;
}

static bool set_number(ikmi_sav *sav, ikmi_row *row, size_t column, const ikmi_variable *variable, double value)
{
    char text[IKMI_MOMENT_SIZE];
    ikmi_numeral number;
    const char *label = label_of(sav, variable, &(ikmi_label){.code = value});
    if (label)
        return set_text(sav, row, column, label, strlen(label), true);
    size_t size = variable->kind ? ikmi_moment_of_spss(text, value, variable->kind) : 0;
    if (!size && ikmi_numeral_of(&number, value))
        size = ikmi_numeral_write(text, &number);
    return !size || set_text(sav, row, column, text, size, false);
}

static bool set_case(ikmi_sav *sav, ikmi_row *row)
{
    const ikmi_value *values = sav->values + (size_t)(sav->next - sav->first) * sav->count;
    for (size_t i = 0; i < sav->count; i++) {
        const ikmi_variable *variable = &sav->variables[i];
        const char *text = sav->text.data + values[i].offset;
        if (!variable->words) {
            if (!isnan(values[i].number) && !set_number(sav, row, i + 1, variable, values[i].number))
                return false;
        } else if (values[i].size) {
            /* the window keeps a NUL behind each text, for this */
            const char *label = label_of(sav, variable, &(ikmi_label){.code = NAN, .word = (char *)(uintptr_t)text});
            bool lasting = label != NULL;
            if (!set_text(sav, row, i + 1, lasting ? label : text, lasting ? strlen(label) : values[i].size, lasting))
                return false;
        }
    }
    return true;
}

ikm_status ikmi_sav_next(ikmi_sav *sav, ikmi_row *row, bool *end_out, ikm_error *err)
{
    if (!sav->header_given) {
        ikmi_row_begin(row, 1);
        for (size_t i = 0; i < sav->count; i++)
            if (!set_text(sav, row, i + 1, sav->variables[i].header, strlen(sav->variables[i].header), true))
                return ikmi_desk_nomem(sav->desk, err);
        sav->header_given = true;
        *end_out = false;
        return IKM_OK;
    }
    for (;;) {
        if (sav->next == sav->first + sav->held) {
            if (sav->complete) {
                *end_out = true;
                return IKM_OK;
            }
            ikm_status status = ikmi_sav_fetch(sav, err);
            if (status != IKM_OK)
                return status;
            continue;
        }
        ikmi_row_begin(row, sav->next + 2);
        if (!set_case(sav, row))
            return ikmi_desk_nomem(sav->desk, err);
        sav->next++;
        if (row->width) { /* a case without any value is as an empty row of a sheet */
            *end_out = false;
            return IKM_OK;
        }
    }
}
