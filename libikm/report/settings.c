#include "settings_reading.h"

#include "base/buffer.h"
#include "base/decimal.h"
#include "base/mem.h"

#include <string.h>

static ikm_status no_memory(const ikmi_settings_reading *r)
{
    return ikmi_fail_plain(r->json.err, IKM_ERR_NOMEM, r->json.lang);
}

#define PROFILE_SETTING(name, member)                                                                                  \
    static ikm_status name(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)         \
    {                                                                                                                  \
        return ikmi_settings_text(&((ikmi_settings *)into)->profile.member, r, place, value);                          \
    }
PROFILE_SETTING(read_unit, unit)
PROFILE_SETTING(read_region, region)
PROFILE_SETTING(read_address, address)
PROFILE_SETTING(read_phone, phone)
PROFILE_SETTING(read_period, period)
PROFILE_SETTING(read_head_name, head_name)
PROFILE_SETTING(read_head_title, head_title)
PROFILE_SETTING(read_head_nip, head_nip)

static ikm_status read_head(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    static const ikmi_setting known[] = {{"name", read_head_name}, {"title", read_head_title}, {"nip", read_head_nip}};
    return ikmi_settings_object(r, into, place, value, known, sizeof known / sizeof known[0]);
}

/* Numbers that are told on the command line are texts. */
static ikm_status read_whole(int *out, ikmi_settings_reading *r, const ikmi_place *place, const json_t *value,
                             int least, int most)
{
    ikm_decimal decimal;
    const char *text = json_string_value(value);
    if (!text || ikm_decimal_read(&decimal, ikmi_text(text)) != IKM_OK || decimal.places || decimal.digits < 0)
        return ikmi_read_integer(out, &r->json, place, value, least, most);
    json_t *number = json_integer(decimal.digits);
    if (!number)
        return no_memory(r);
    ikm_status status = ikmi_read_integer(out, &r->json, place, number, least, most);
    json_decref(number);
    return status;
}

static ikm_status read_year(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    return read_whole(&((ikmi_settings *)into)->year, r, place, value, 1900, 2999);
}

static ikm_status read_cap(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    int32_t *cap = &((ikmi_settings *)into)->achievement.cap;
    if (json_is_null(value) || (json_is_string(value) && !strcmp(json_string_value(value), "none"))) {
        *cap = 0;
        return IKM_OK;
    }
    static const int caps[] = {100, 110, 120, 150}; /* as the option --cap */
    int whole;
    ikm_status status = read_whole(&whole, r, place, value, 0, 1000);
    if (status != IKM_OK)
        return status;
    for (size_t i = 0; i < sizeof caps / sizeof caps[0]; i++)
        if (caps[i] == whole) {
            *cap = whole;
            return IKM_OK;
        }
    char given[IKMI_INTEGER_SIZE];
    return ikmi_wrong(&r->json, place, IKMI_WORD_SCHEMA_CHOICE,
                      IKMI_SAY(ikmi_integer_text(given, whole), "none, 100, 110, 120, 150"));
}

#define CHOICE_SETTING(name, type, member, ...)                                                                        \
    static ikm_status name(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)         \
    {                                                                                                                  \
        static const char *const choices[] = {__VA_ARGS__, NULL};                                                      \
        int choice = 0;                                                                                                \
        ikm_status status = ikmi_settings_choice(&choice, r, place, value, choices);                                   \
        if (status == IKM_OK)                                                                                          \
            ((ikmi_settings *)into)->member = (type)choice;                                                            \
        return status;                                                                                                 \
    }
CHOICE_SETTING(read_lower_better, ikm_lower_better, achievement.lower_better, "deviation", "inverse")
CHOICE_SETTING(read_bands, ikm_band_use, achievement.bands, "rounded", "unrounded")
CHOICE_SETTING(read_roll_up, ikm_roll_up, achievement.roll_up, "own", "all")
CHOICE_SETTING(read_efficiency, ikm_efficiency_kind, efficiency, "sisa", "selisih", "rasio", "pmk-22-2021")

static int add_piece(const char *piece, size_t size, void *buffer)
{
    ikmi_buffer_add(buffer, piece, size);
    return 0;
}

/* An object that stands in the settings themselves, as the text that its reader takes. */
static ikm_status text_of(ikm_text *out, ikmi_settings_reading *r, const json_t *value)
{
    ikmi_buffer buffer;
    ikmi_buffer_init(&buffer, r->keep->mem);
    int dumped = json_dump_callback(value, add_piece, &buffer, JSON_COMPACT);
    const char *kept = dumped || buffer.status ? NULL : ikmi_keep_text(r->keep, ikmi_buffer_text(&buffer));
    ikmi_buffer_done(&buffer);
    *out = ikmi_text(kept);
    return kept ? IKM_OK : no_memory(r);
}

/* What is named, or stands here: its text, where it is no built-in one, and how messages call it. */
static ikm_status own_text(ikm_text *out, const char **where_out, ikmi_settings_reading *r, const ikmi_place *place,
                           const json_t *value, const char *name)
{
    char path[IKMI_PLACE_TEXT_SIZE];
    *where_out = name;
    if (name && !ikmi_settings_is_file(name))
        return ikmi_wrong(&r->json, place, IKMI_WORD_REPORT_NO_SUCH_NAME, IKMI_SAY(name));
    if (name)
        return ikmi_settings_file(out, r, name);
    *where_out = ikmi_keep_text(r->keep, ikmi_text(ikmi_place_text(path, place)));
    return *where_out ? text_of(out, r, value) : no_memory(r);
}

static ikm_status read_scale(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    ikmi_settings *settings = into;
    const char *name = NULL, *where;
    ikm_text text;
    ikm_status status = json_is_object(value) ? IKM_OK : ikmi_settings_text(&name, r, place, value);
    if (status != IKM_OK)
        return status;
    const ikm_scale *built_in = name ? ikm_scale_named(name) : NULL;
    if (!built_in) {
        ikm_scale *own;
        status = own_text(&text, &where, r, place, value, name);
        if (status != IKM_OK)
            return status;
        status = ikm_scale_read(&own, text, r->json.lang, r->keep->mem, r->json.err);
        if (status != IKM_OK)
            return ikmi_settings_blame(r, status, where);
        ikm_scale_free(settings->own_scale);
        settings->own_scale = own;
        built_in = own;
    }
    settings->achievement.scale = built_in;
    return IKM_OK;
}

static ikmi_component_table *component_table(ikmi_settings *settings, const char *name)
{
    for (size_t i = 0; i < settings->component_count; i++)
        if (!strcmp(settings->components[i].name, name))
            return &settings->components[i];
    if (settings->component_count == IKMI_COMPONENT_TABLES_MAX)
        return NULL;
    ikmi_component_table *table = &settings->components[settings->component_count++];
    *table = (ikmi_component_table){.name = name};
    return table;
}

static ikm_status read_instrument(ikmi_settings_reading *r, ikmi_component_table *table, const ikmi_place *place,
                                  const json_t *value)
{
    const char *name = NULL, *where;
    ikm_text text;
    ikm_status status = json_is_object(value) ? IKM_OK : ikmi_settings_text(&name, r, place, value);
    if (status != IKM_OK)
        return status;
    const ikm_instrument *built_in = name ? ikm_instrument_named(name) : NULL;
    if (!built_in) {
        ikm_instrument *own;
        status = own_text(&text, &where, r, place, value, name);
        if (status != IKM_OK)
            return status;
        status = ikm_instrument_read(&own, text, r->json.lang, r->keep->mem, r->json.err);
        if (status != IKM_OK)
            return ikmi_settings_blame(r, status, where);
        ikm_instrument_free(table->own);
        table->own = own;
        built_in = own;
    }
    table->instrument = built_in;
    return IKM_OK;
}

/* Tables of components: the name of the table and its instrument. */
static ikm_status read_components(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    static const char *const taken[] = {"indicators", "agreement", "budget", "links", "published", "report", "survey"};
    ikmi_settings *settings = into;
    const char *key;
    json_t *member;
    if (!json_is_object(value))
        return ikmi_wrong(&r->json, place, IKMI_WORD_RULES_NOT_OBJECT, NULL, 0);
    json_object_foreach((json_t *)value, key, member)
    {
        const ikmi_place here = {place, key, 0};
        ikm_status status = ikmi_check_text(&r->json, &here, key, strlen(key), IKMI_NAME_SIZE_MAX);
        if (status == IKM_OK)
            status = ikmi_check_identifier(&r->json, &here, key);
        for (size_t i = 0; status == IKM_OK && i < sizeof taken / sizeof taken[0]; i++)
            if (!strcmp(taken[i], key))
                return ikmi_wrong(&r->json, &here, IKMI_WORD_REPORT_TABLE_TAKEN, IKMI_SAY(key));
        if (status != IKM_OK)
            return status;
        const char *name = ikmi_keep_text(r->keep, ikmi_text(key));
        if (!name)
            return no_memory(r);
        ikmi_component_table *table = component_table(settings, name);
        if (table)
            table->named = true;
        if (!table)
            return ikmi_check_count(&r->json, place, json_object_size(value), 0, IKMI_COMPONENT_TABLES_MAX - 2);
        status = read_instrument(r, table, &here, member);
        if (status != IKM_OK)
            return status;
    }
    return IKM_OK;
}

/* Printed tables: "murni" or "perubahan", "survey", or the table of components whose figures it prints. */
static ikm_status read_tables(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value)
{
    ikmi_settings *settings = into;
    const char *key;
    json_t *member;
    if (!json_is_object(value))
        return ikmi_wrong(&r->json, place, IKMI_WORD_RULES_NOT_OBJECT, NULL, 0);
    ikm_status status = ikmi_check_count(&r->json, place, json_object_size(value), 0, IKMI_PRINTED_TABLES_MAX);
    json_object_foreach((json_t *)value, key, member)
    {
        const char *word = NULL;
        ikmi_printed_table table = {.name = ikmi_keep_text(r->keep, ikmi_text(key))};
        if (status == IKM_OK)
            status = table.name ? ikmi_settings_text(&word, r, &(ikmi_place){place, key, 0}, member) : no_memory(r);
        if (status != IKM_OK)
            return status;
        if (!strcmp(word, "murni"))
            table.version = IKMI_VERSION_ORIGINAL;
        else if (!strcmp(word, "perubahan"))
            table.version = IKMI_VERSION_AMENDED;
        else if (!strcmp(word, "survey"))
            table.survey = true;
        else
            table.components = word;
        settings->printed[settings->printed_count++] = table;
    }
    return status;
}

/* Components may be named before or behind the tables that print them. */
static ikm_status check_tables(ikmi_settings_reading *r, const ikmi_place *root)
{
    const ikmi_place tables = {root, "tables", 0};
    ikmi_settings *settings = r->settings;
    for (size_t i = 0; i < settings->printed_count; i++) {
        const char *name = settings->printed[i].components;
        char all[200] = "murni, perubahan, survey", shown[IKMI_SHOWN_SIZE];
        bool found = !name;
        for (size_t c = 0; c < settings->component_count; c++) {
            found = found || !strcmp(settings->components[c].name, name);
            if (strlen(all) + strlen(settings->components[c].name) + 3 < sizeof all)
                strcat(strcat(all, ", "), settings->components[c].name);
        }
        if (!found)
            return ikmi_wrong(&r->json, &(ikmi_place){&tables, settings->printed[i].name, 0}, IKMI_WORD_SCHEMA_CHOICE,
                              IKMI_SAY(ikmi_shown(shown, name, strlen(name)), all));
    }
    return IKM_OK;
}

static const ikmi_setting known[] = {
    {"unit", read_unit},
    {"region", read_region},
    {"address", read_address},
    {"phone", read_phone},
    {"head", read_head},
    {"period", read_period},
    {"survey", ikmi_settings_survey},
    {"tables", read_tables},
    {"components", read_components},
    {"year", read_year},
    {"cap", read_cap},
    {"scale", read_scale},
    {"lower_better", read_lower_better},
    {"bands", read_bands},
    {"roll_up", read_roll_up},
    {"efficiency", read_efficiency},
};
enum { KNOWN = sizeof known / sizeof known[0], FIRST_TOLD = 9 };

ikm_status ikmi_settings_read(ikmi_settings *settings, ikmi_keep *keep, const ikm_report_options *options,
                              ikm_text json, const char *name, ikm_error *err)
{
    ikmi_settings_reading r = {{options->lang, err, {NULL, 0, 0}}, settings, keep, options};
    const ikmi_place root = {NULL, NULL, 0};
    json_t *parsed = NULL;
    ikm_status status = ikmi_json_parse(&parsed, &r.json, json, IKMI_SETTINGS_FILE_MAX);
    if (status == IKM_OK)
        status = ikmi_settings_object(&r, settings, &root, parsed, known, KNOWN);
    if (status == IKM_OK)
        status = check_tables(&r, &root);
    json_decref(parsed);
    return status == IKM_OK ? IKM_OK : ikmi_settings_blame(&r, status, name);
}

ikm_status ikmi_settings_tell(ikmi_settings *settings, ikmi_keep *keep, const ikm_report_options *options,
                              const char *told, ikm_error *err)
{
    /* files that are told are not in the folder of the report */
    ikm_report_options here = *options;
    here.folder = NULL;
    ikmi_settings_reading r = {{options->lang, err, {NULL, 0, 0}}, settings, keep, &here};
    const ikmi_place root = {NULL, NULL, 0};
    const char *sign = strchr(told, '=');
    json_t *object = json_object();
    char *key = sign ? ikmi_copy(keep->mem, (ikm_text){told, (size_t)(sign - told)}) : NULL;
    ikm_status status = IKM_OK;
    if (!sign)
        status = ikmi_fail_plain(err, IKM_ERR_ARGUMENT, options->lang);
    else if (!object || !key || json_object_set_new(object, key, json_string(sign + 1)) != 0)
        status = no_memory(&r);
    if (status == IKM_OK)
        status = ikmi_settings_object(&r, settings, &root, object, known + FIRST_TOLD, KNOWN - FIRST_TOLD);
    ikmi_release(keep->mem, key);
    json_decref(object);
    return status;
}

void ikmi_settings_init(ikmi_settings *settings)
{
    *settings = (ikmi_settings){
        .profile = {"", "", "", "", "", "", "", ""},
        .achievement = IKM_ACHIEVEMENT_OPTIONS_INIT,
        .survey = {.options = IKM_SURVEY_OPTIONS_INIT, .convention = IKM_CONVENTION_INIT},
        .components = {{.name = "sakip", .instrument = ikm_instrument_named("sakip-2021")},
                       {.name = "maturity", .instrument = ikm_instrument_named("kematangan-2018")}},
        .component_count = 2,
    };
}

void ikmi_settings_done(ikmi_settings *settings)
{
    ikm_scale_free(settings->own_scale);
    for (size_t i = 0; i < 2; i++)
        ikm_rules_free(settings->own_rules[i]);
    for (size_t i = 0; i < settings->component_count; i++)
        ikm_instrument_free(settings->components[i].own);
}
