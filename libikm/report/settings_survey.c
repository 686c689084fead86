/* The survey of report.json: its files, and the options of `ikm score` by their long names. */
#include "settings_reading.h"

#include "base/decimal.h"
#include "base/mem.h"

#include <string.h>

enum { NAMES_MAX = 64 };

static ikm_status no_memory(const ikmi_settings_reading *r)
{
    return ikmi_fail_plain(r->json.err, IKM_ERR_NOMEM, r->json.lang);
}

/* Several names as options have them. */
static ikm_status read_names(const char *const **out, size_t *count_out, ikmi_settings_reading *r,
                             const ikmi_place *place, const json_t *value)
{
    const char **names = ikmi_keep_alloc(r->keep, NAMES_MAX, sizeof *names);
    if (!names)
        return no_memory(r);
    ikm_status status = ikmi_settings_texts(names, NAMES_MAX, count_out, r, place, value);
    if (status == IKM_OK)
        *out = names;
    return status;
}

/* "layanan,unit" as on the command line; an array where a name has a comma; "none": no groups. */
static ikm_status read_by(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    ikm_survey_options *o = &((ikmi_survey_settings *)into)->options;
    ikm_status status = read_names(&o->by, &o->by_count, r, place, value);
    if (status != IKM_OK || json_is_array(value))
        return status;
    if (!strcmp(o->by[0], "none")) {
        o->by_count = 0;
        return IKM_OK;
    }
    const char **names = (const char **)(uintptr_t)o->by; /* ours, from read_names() */
    const char *at = names[0];
    for (o->by_count = 0; at && o->by_count < NAMES_MAX; o->by_count++) {
        const char *comma = strchr(at, ',');
        const char *name = ikmi_keep_text(r->keep, (ikm_text){at, comma ? (size_t)(comma - at) : strlen(at)});
        if (!name)
            return no_memory(r);
        if (!*name)
            return ikmi_wrong(&r->json, place, IKMI_WORD_RULES_TEXT_EMPTY, NULL, 0);
        names[o->by_count] = name;
        at = comma ? comma + 1 : NULL;
    }
    return IKM_OK;
}

static ikm_status read_where(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    ikm_survey_options *o = &((ikmi_survey_settings *)into)->options;
    return read_names(&o->where, &o->where_count, r, place, value);
}

/* A number or a text: exact in both, for a number of JSON that is not whole must be written as text. */
static ikm_status read_decimal_text(const char **out, ikmi_settings_reading *r, const ikmi_place *place,
                                    const json_t *value)
{
    char text[IKMI_INTEGER_SIZE];
    if (!json_is_integer(value))
        return json_is_real(value) ? ikmi_wrong(&r->json, place, IKMI_WORD_REPORT_NUMBER_AS_TEXT, NULL, 0)
                                   : ikmi_settings_text(out, r, place, value);
    *out = ikmi_keep_text(r->keep, ikmi_text(ikmi_integer_text(text, json_integer_value(value))));
    return *out ? IKM_OK : no_memory(r);
}

/* Options that are a text. */
#define TEXT_SETTING(name, member)                                                                                     \
    static ikm_status name(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)         \
    {                                                                                                                  \
        return read_decimal_text(&((ikmi_survey_settings *)into)->member, r, place, value);                            \
    }
TEXT_SETTING(read_target, options.target)
TEXT_SETTING(read_max_reject, options.max_reject)
TEXT_SETTING(read_from, options.from)
TEXT_SETTING(read_to, options.to)
TEXT_SETTING(read_weight, convention.weight)
TEXT_SETTING(read_sheet, sheet)

static ikm_status read_integer(int64_t *out, ikmi_settings_reading *r, const ikmi_place *place, const json_t *value,
                               int least, int most)
{
    int integer = 0;
    ikm_status status = ikmi_read_integer(&integer, &r->json, place, value, least, most);
    if (status == IKM_OK)
        *out = integer;
    return status;
}

static ikm_status read_population(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return read_integer(&((ikmi_survey_settings *)into)->options.population, r, place, value, 1, INT32_MAX);
}

static ikm_status read_header_line(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return read_integer(&((ikmi_survey_settings *)into)->options.dialect.header_line, r, place, value, 1, 1000000);
}

static ikm_status read_header_rows(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return ikmi_read_integer(&((ikmi_survey_settings *)into)->options.dialect.header_rows, &r->json, place, value, 1,
                             3);
}

static ikm_status read_threads(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return ikmi_read_integer(&((ikmi_survey_settings *)into)->options.threads, &r->json, place, value, 1, 256);
}

static ikm_status read_incomplete(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    if (!json_is_boolean(value))
        return ikmi_wrong(&r->json, place, IKMI_WORD_REPORT_NOT_A_TRUTH, NULL, 0);
    ((ikmi_survey_settings *)into)->options.incomplete = json_is_true(value);
    return IKM_OK;
}

/* Decimals: a whole number, or null or "none" where it need not be rounded. */
static ikm_status read_places(int32_t *out, ikmi_settings_reading *r, const ikmi_place *place, const json_t *value)
{
    if (json_is_null(value) || (json_is_string(value) && !strcmp(json_string_value(value), "none"))) {
        *out = IKM_ROUND_NONE;
        return IKM_OK;
    }
    return ikmi_read_integer(out, &r->json, place, value, 0, 6);
}

static ikm_status read_round_nrr(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return read_places(&((ikmi_survey_settings *)into)->convention.round_nrr, r, place, value);
}

static ikm_status read_round_term(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return read_places(&((ikmi_survey_settings *)into)->convention.round_term, r, place, value);
}

static ikm_status read_round_final(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return ikmi_read_integer(&((ikmi_survey_settings *)into)->convention.round_final, &r->json, place, value, 0, 6);
}

static ikm_status read_round_mode(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    static const char *const choices[] = {"half-up", "half-even", "truncate", NULL}; /* by ikm_round_mode */
    int mode = 0;
    ikm_status status = ikmi_settings_choice(&mode, r, place, value, choices);
    if (status == IKM_OK)
        ((ikmi_survey_settings *)into)->convention.round_mode = (ikm_round_mode)mode;
    return status;
}

static ikm_status read_missing(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    static const char *const choices[] = {"per-element", "listwise", "strict", NULL}; /* by ikm_missing */
    int missing = 0;
    ikm_status status = ikmi_settings_choice(&missing, r, place, value, choices);
    if (status == IKM_OK)
        ((ikmi_survey_settings *)into)->convention.missing = (ikm_missing)missing;
    return status;
}

static ikm_status read_encoding(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    static const char *const choices[] = {"utf-8", "windows-1252", "utf-16le", "utf-16be", NULL};
    int which = 0;
    ikm_status status = ikmi_settings_choice(&which, r, place, value, choices);
    if (status == IKM_OK)
        ((ikmi_survey_settings *)into)->options.dialect.encoding = choices[which];
    return status;
}

static ikm_status read_character(char *out, ikmi_settings_reading *r, const ikmi_place *place, const json_t *value)
{
    static const struct {
        const char *name;
        char character;
    } names[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}, {"colon", ':'}, {"space", ' '}};
    const char *text = json_string_value(value);
    for (size_t i = 0; text && i < sizeof names / sizeof names[0]; i++)
        if (!strcmp(names[i].name, text)) {
            *out = names[i].character;
            return IKM_OK;
        }
    if (!text || json_string_length(value) != 1 || text[0] == '\n' || text[0] == '\r' || (text[0] & 0x80))
        return ikmi_wrong(&r->json, place, IKMI_WORD_SCHEMA_CHARACTER, NULL, 0);
    *out = text[0];
    return IKM_OK;
}

static ikm_status read_delimiter(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return read_character(&((ikmi_survey_settings *)into)->options.dialect.delimiter, r, place, value);
}

static ikm_status read_quote(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return read_character(&((ikmi_survey_settings *)into)->options.dialect.quote, r, place, value);
}

static ikm_status read_escape(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return read_character(&((ikmi_survey_settings *)into)->options.dialect.escape, r, place, value);
}

static ikm_status read_schema(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    const char *path;
    ikm_status status = ikmi_settings_text(&path, r, place, value);
    return status == IKM_OK ? ikmi_settings_file(&((ikmi_survey_settings *)into)->options.schema, r, path) : status;
}

static ikm_status read_rules(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    ikmi_survey_settings *survey = into;
    ikm_rules **own = &r->settings->own_rules[survey == &r->settings->groups];
    const char *name;
    ikm_text text;
    ikm_status status = ikmi_settings_text(&name, r, place, value);
    if (status != IKM_OK)
        return status;
    survey->options.rules = ikm_rules_named(name);
    if (survey->options.rules)
        return IKM_OK;
    if (!ikmi_settings_is_file(name))
        return ikmi_wrong(&r->json, place, IKMI_WORD_REPORT_NO_SUCH_NAME, IKMI_SAY(name));
    status = ikmi_settings_file(&text, r, name);
    if (status != IKM_OK)
        return status;
    ikm_rules_free(*own);
    status = ikm_rules_read(own, text, r->json.lang, r->keep->mem, r->json.err);
    survey->options.rules = *own;
    return status == IKM_OK ? IKM_OK : ikmi_settings_blame(r, status, name);
}

static ikm_status read_files(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    (void)into;
    return ikmi_settings_texts(r->settings->files, IKMI_SURVEY_FILES_MAX, &r->settings->file_count, r, place, value);
}

static ikm_status read_fed(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    (void)into;
    r->settings->names_fed = true;
    return ikmi_settings_texts(r->settings->fed, IKMI_FED_MAX, &r->settings->fed_count, r, place, value);
}

/* They are read when the options of the whole are, for they begin with those. */
static ikm_status pass_groups(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    (void)r, (void)into, (void)place, (void)value;
    return IKM_OK;
}

/* Where the survey is and what it feeds, then the options; groups may have the options alone. */
static const ikmi_setting known[] = {
    {"files", read_files},
    {"indicators", read_fed},
    {"groups", pass_groups},
    {"by", read_by},
    {"target", read_target},
    {"population", read_population},
    {"where", read_where},
    {"from", read_from},
    {"to", read_to},
    {"incomplete", read_incomplete},
    {"rules", read_rules},
    {"weight", read_weight},
    {"round_nrr", read_round_nrr},
    {"round_term", read_round_term},
    {"round_final", read_round_final},
    {"round_mode", read_round_mode},
    {"missing", read_missing},
    {"delimiter", read_delimiter},
    {"quote", read_quote},
    {"escape", read_escape},
    {"encoding", read_encoding},
    {"header_line", read_header_line},
    {"header_rows", read_header_rows},
    {"sheet", read_sheet},
    {"schema", read_schema},
    {"max_reject", read_max_reject},
    {"threads", read_threads},
};
enum { KNOWN = sizeof known / sizeof known[0], OF_THE_WHOLE = 3 };

ikm_status ikmi_settings_survey(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    ikmi_settings *settings = into;
    ikm_status status = ikmi_settings_object(r, &settings->survey, place, value, known, KNOWN);
    if (status != IKM_OK)
        return status;
    if (!settings->file_count)
        return ikmi_wrong(&r->json, place, IKMI_WORD_RULES_KEY_MISSING, IKMI_SAY("files"));
    settings->has_survey = true;
    settings->groups = settings->survey;
    const json_t *groups = json_object_get(value, "groups");
    if (!groups)
        return IKM_OK;
    settings->has_groups = true;
    return ikmi_settings_object(r, &settings->groups, &(ikmi_place){place, "groups", 0}, groups, known + OF_THE_WHOLE,
                                KNOWN - OF_THE_WHOLE);
}
