/*
 * An instrument of one's own, in JSON:
 *
 *   {
 *     "name": "kepuasan-internal",             required: how outputs and --rules call it
 *     "title": "Survei Kepuasan Internal",     else the name
 *     "scale": 5,                              required: scores are 1 to this, 2 to 10
 *     "weight": "exact",                       or "0.2" for each element, or "0.5,0.3,0.2"; else exact
 *     "elements": [                            required: 2 to 32
 *       {
 *         "code": "K1",                        required: also a header of its column
 *         "name": "Kejelasan informasi",       required
 *         "question": "Seberapa jelas ...?",
 *         "labels": ["...", ...],              as many as the scale, the lowest score first
 *         "label_aliases": {"Jelas": 4},       other ways to write an answer
 *         "words": ["informasi"],              other headers of its column
 *         "weight": "0.5"                      of this element, in all elements or in none
 *       }, ...
 *     ],
 *     "bands": [                               the best first; may be left out for a scale of 4,
 *       {                                      which then has those of PermenPANRB 14/2017
 *         "grade": "A",
 *         "performance": "Sangat baik",
 *         "lower": "88.31"                     of the index, which runs from 100/scale to 100
 *       }, ...
 *     ]
 *   }
 *
 * Weights and bounds are text, because a JSON number such as 0.111 has no exact
 * value. A key that is not listed here is refused.
 */
#include "instrument.h"

#include "meaning.h"

#include <string.h>

static bool is_builtin_name(const char *name)
{
    for (size_t i = 0; i < ikm_rules_count(); i++)
        if (ikmi_same_text(name, ikm_rules_name(ikm_rules_at(i))))
            return true;
    return false;
}

/* The name is printed as the regulation of a result, so it must not be another's. */
static ikm_status read_name(ikm_rules *rules, ikmi_reading *reading, const ikmi_place *root, const json_t *json)
{
    ikm_status status = ikmi_read_name(&rules->name, &rules->title, reading, root, json);
    if (status == IKM_OK && is_builtin_name(rules->name))
        status = ikmi_wrong(reading, &(ikmi_place){root, "name", 0}, IKMI_WORD_RULES_NAME_TAKEN, IKMI_SAY(rules->name));
    return status;
}

static ikm_status read_scale(ikm_rules *rules, ikmi_reading *reading, const ikmi_place *root, const json_t *json)
{
    json_t *value;
    ikm_status status = ikmi_required(&value, reading, root, json, "scale");
    if (status != IKM_OK)
        return status;
    return ikmi_read_integer(&rules->scale, reading, &(ikmi_place){root, "scale", 0}, value, IKMI_SCALE_MIN,
                             IKM_SCALE_MAX);
}

static ikm_status keep_weight(ikm_rules *rules, ikmi_reading *reading, const char *text)
{
    rules->weight = ikmi_store_text(&reading->store, text, strlen(text));
    return rules->weight ? IKM_OK : ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
}

/* One weight or a list at the top, or one in every element, or none: exact. */
static ikm_status read_weight(ikm_rules *rules, ikmi_reading *reading, const ikmi_place *root, const json_t *json,
                              const ikm_decimal *own)
{
    ikmi_weights weights;
    ikmi_place place = {root, "weight", 0};
    const json_t *value = json_object_get(json, "weight");
    if (value && own)
        return ikmi_wrong(reading, &place, IKMI_WORD_RULES_WEIGHT_BOTH, NULL, 0);
    if (own) {
        ikmi_weights_of_decimals(&weights, own, rules->element_count);
        return keep_weight(rules, reading, weights.text);
    }
    if (!value)
        return keep_weight(rules, reading, "exact");
    if (!json_is_string(value))
        return ikmi_wrong(reading, &place, IKMI_WORD_RULES_WEIGHT_NUMBER, NULL, 0);
    char path[IKMI_PLACE_TEXT_SIZE];
    ikmi_weight_source source = {IKM_ERR_INVALID, ikmi_place_text(path, &place), reading->lang, reading->err};
    ikm_text text = {json_string_value(value), json_string_length(value)};
    ikm_status status = ikmi_weights_read(&weights, text, rules->element_count, &source);
    return status == IKM_OK ? keep_weight(rules, reading, weights.text) : status;
}

ikm_status ikmi_read_instrument(ikm_rules *rules, ikmi_reading *reading, const json_t *json)
{
    static const char *const keys[] = {"name", "title", "scale", "weight", "elements", "bands", NULL};
    const ikmi_place root = {NULL, NULL, 0}, elements_place = {&root, "elements", 0};
    ikm_decimal weights[IKM_ELEMENTS_MAX];
    bool has_weights = false;
    json_t *elements = NULL;
    rules->printed_weight = "";
    ikm_status status = ikmi_check_object(reading, &root, json, keys);
    if (status == IKM_OK)
        status = read_name(rules, reading, &root, json);
    if (status == IKM_OK)
        status = read_scale(rules, reading, &root, json);
    if (status == IKM_OK)
        status = ikmi_required(&elements, reading, &root, json, "elements");
    if (status == IKM_OK)
        status = ikmi_read_elements(rules, weights, &has_weights, reading, &elements_place, elements);
    if (status == IKM_OK)
        status = read_weight(rules, reading, &root, json, has_weights ? weights : NULL);
    if (status == IKM_OK)
        status = ikmi_read_bands(rules, reading, &root, json_object_get(json, "bands"));
    return status;
}
