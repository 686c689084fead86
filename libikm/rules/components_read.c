/*
 * An instrument of components of one's own, in JSON:
 *
 *   {
 *     "name": "indeks-inovasi",                required
 *     "title": "Indeks Inovasi Daerah",        else the name
 *     "levels": 5,                             values are whole, 1 to this, 2 to 10; without it they are points
 *     "components": [                          required: 1 to 64
 *       {"name": "Kelembagaan",                required
 *        "weight": "40"}, ...                  of points, and then required: the most that it can have
 *     ],
 *     "scale": "sakip-2021"                    required: a built-in scale, or a scale of one's own as an object
 *   }
 *
 * A key that is not listed here is refused.
 */
#include "scale_read.h"

#include <string.h>

enum { LEVELS_MIN = 2, LEVELS_MAX = 10 };

static ikm_status read_levels(ikm_instrument *instrument, ikmi_reading *reading, const ikmi_place *root,
                              const json_t *json)
{
    const json_t *value = json_object_get(json, "levels");
    if (!value)
        return IKM_OK;
    return ikmi_read_integer(&instrument->levels, reading, &(ikmi_place){root, "levels", 0}, value, LEVELS_MIN,
                             LEVELS_MAX);
}

static ikm_status read_weight(ikm_decimal *out, ikmi_reading *reading, const ikmi_place *place, const json_t *object,
                              int levels)
{
    ikmi_place weight = {place, "weight", 0};
    char given[IKMI_SHOWN_SIZE];
    json_t *value = json_object_get(object, "weight");
    *out = (ikm_decimal){levels, 0};
    if (levels)
        return value ? ikmi_wrong(reading, &weight, IKMI_WORD_RULES_WEIGHT_OF_LEVELS, NULL, 0) : IKM_OK;
    ikm_status status = ikmi_required(&value, reading, place, object, "weight");
    if (status != IKM_OK)
        return status;
    if (!json_is_string(value))
        return ikmi_wrong(reading, &weight, IKMI_WORD_RULES_WEIGHT_NUMBER, NULL, 0);
    if (ikmi_read_points(out, value) && out->digits > 0)
        return IKM_OK;
    return ikmi_wrong(reading, &weight, IKMI_WORD_RULES_POINTS_FORM,
                      IKMI_SAY(ikmi_shown(given, json_string_value(value), json_string_length(value))));
}

static ikm_status read_component(ikmi_component *components, size_t index, ikmi_reading *reading,
                                 const ikmi_place *place, const json_t *value, int levels)
{
    static const char *const keys[] = {"name", "weight", NULL};
    ikmi_place name = {place, "name", 0};
    char given[IKMI_SHOWN_SIZE];
    ikm_status status = ikmi_check_object(reading, place, value, keys);
    if (status == IKM_OK)
        status = ikmi_read_required_text(&components[index].name, reading, place, value, "name", IKMI_TEXT_SIZE_MAX);
    if (status == IKM_OK)
        status = read_weight(&components[index].weight, reading, place, value, levels);
    if (status != IKM_OK)
        return status;
    const char *text = components[index].name;
    ikmi_shown(given, text, strlen(text));
    if (ikmi_same_text(text, ""))
        return ikmi_wrong(reading, &name, IKMI_WORD_RULES_TEXT_NO_LETTER, IKMI_SAY(given));
    for (size_t i = 0; i < index; i++)
        if (ikmi_same_text(components[i].name, text))
            return ikmi_wrong(reading, &name, IKMI_WORD_RULES_COMPONENT_TWICE, IKMI_SAY(given));
    return IKM_OK;
}

static ikm_status read_components(ikm_instrument *instrument, ikmi_reading *reading, const ikmi_place *root,
                                  const json_t *json)
{
    ikmi_place place = {root, "components", 0};
    json_t *value = NULL;
    ikm_status status = ikmi_required(&value, reading, root, json, "components");
    if (status == IKM_OK)
        status = ikmi_check_array(reading, &place, value, 1, IKM_COMPONENTS_MAX);
    if (status != IKM_OK)
        return status;
    size_t count = json_array_size(value);
    ikmi_component *components = ikmi_store_take(&reading->store, count, sizeof *components);
    if (!components)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    for (size_t i = 0; i < count && status == IKM_OK; i++)
        status = read_component(components, i, reading, &(ikmi_place){&place, NULL, i}, json_array_get(value, i),
                                instrument->levels);
    instrument->components = components;
    instrument->count = count;
    return status;
}

static ikm_status read_total_scale(ikm_instrument *instrument, ikmi_reading *reading, const ikmi_place *root,
                                   const json_t *json)
{
    ikmi_place place = {root, "scale", 0};
    char given[IKMI_SHOWN_SIZE];
    json_t *value = NULL;
    ikm_status status = ikmi_required(&value, reading, root, json, "scale");
    if (status != IKM_OK)
        return status;
    if (json_is_string(value)) {
        instrument->scale = ikm_scale_named(json_string_value(value));
        return instrument->scale
                   ? IKM_OK
                   : ikmi_wrong(reading, &place, IKMI_WORD_RULES_SCALE_UNKNOWN,
                                IKMI_SAY(ikmi_shown(given, json_string_value(value), json_string_length(value))));
    }
    ikm_scale *scale = ikmi_store_take(&reading->store, 1, sizeof *scale);
    if (!scale)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    instrument->scale = scale;
    return ikmi_read_scale(scale, reading, &place, value);
}

static ikm_status fill(void *object, ikmi_reading *reading, const json_t *json)
{
    static const char *const keys[] = {"name", "title", "levels", "components", "scale", NULL};
    const ikmi_place root = {NULL, NULL, 0};
    ikm_instrument *instrument = object;
    ikm_status status = ikmi_check_object(reading, &root, json, keys);
    if (status == IKM_OK)
        status = ikmi_read_name(&instrument->name, &instrument->title, reading, &root, json);
    if (status == IKM_OK && ikm_instrument_named(instrument->name))
        status = ikmi_wrong(reading, &(ikmi_place){&root, "name", 0}, IKMI_WORD_RULES_INSTRUMENT_TAKEN,
                            IKMI_SAY(instrument->name));
    if (status == IKM_OK)
        status = read_levels(instrument, reading, &root, json);
    if (status == IKM_OK)
        status = read_components(instrument, reading, &root, json);
    if (status == IKM_OK)
        status = read_total_scale(instrument, reading, &root, json);
    return status;
}

/* texts are as long as in the JSON, components and predicates are few */
static const ikmi_own_kind kind = {
    .size = sizeof(ikm_instrument),
    .own_offset = offsetof(ikm_instrument, own),
    .parts_size = IKM_COMPONENTS_MAX * sizeof(ikmi_component) + sizeof(ikm_scale) +
                  IKM_PREDICATES_MAX * sizeof(ikmi_predicate) + IKMI_STORE_SLACK,
    .per_byte = 1,
    .fill = fill,
};

ikm_status ikm_instrument_read(ikm_instrument **out, ikm_text json, ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    void *read = NULL;
    if (!out)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_status status = ikmi_own_read(&read, &kind, json, lang, mem, err);
    *out = read;
    return status;
}

void ikm_instrument_free(ikm_instrument *instrument)
{
    if (instrument)
        ikmi_own_free(&instrument->own);
}
