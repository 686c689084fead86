/*
 * A scale of one's own, in JSON:
 *
 *   {
 *     "name": "kinerja-kabupaten",             required: how outputs and --scale call it
 *     "title": "Perbup 12/2024",               else the name
 *     "closed": "lower",                       a value at a bound has the predicate above it (the default), or "upper"
 *     "whole": true,                           the bands are printed in whole numbers; else false
 *     "predicates": [                          required: 2 to 20, the best first
 *       {"name": "Sangat Baik",                required
 *        "meaning": "...",                     what a letter stands for
 *        "bound": "85"}, ...                   required: where it begins, 0 to 1000000, up to 6 decimals
 *     ]
 *   }
 *
 * Bounds are text, because a JSON number such as 0.1 has no exact value. A key that
 * is not listed here is refused.
 */
#include "scale_read.h"

#include "base/decimal.h"
#include "base/integer.h"

#include <string.h>

bool ikmi_read_points(ikm_decimal *out, const json_t *value)
{
    const char *text = json_string_value(value);
    ikm_decimal decimal;
    if (!text || text[0] == '+' || text[0] == '-' || ikm_decimal_read(&decimal, (ikm_text){text, strlen(text)}))
        return false;
    decimal = ikmi_decimal_shortest(decimal);
    if (decimal.places > IKMI_BOUND_PLACES_MAX || decimal.digits > IKMI_BOUND_MAX * ikmi_power_of_ten(decimal.places))
        return false;
    *out = decimal;
    return true;
}

static ikm_status read_bound(ikm_decimal *out, ikmi_reading *reading, const ikmi_place *place, const json_t *value)
{
    char given[IKMI_SHOWN_SIZE];
    if (!json_is_string(value))
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_BOUND_NUMBER, NULL, 0);
    if (ikmi_read_points(out, value))
        return IKM_OK;
    return ikmi_wrong(reading, place, IKMI_WORD_RULES_BOUND_FORM,
                      IKMI_SAY(ikmi_shown(given, json_string_value(value), json_string_length(value))));
}

/* a < b */
static bool is_less(ikm_decimal a, ikm_decimal b)
{
    return (ikmi_int128)a.digits * ikmi_power_of_ten(b.places) < (ikmi_int128)b.digits * ikmi_power_of_ten(a.places);
}

static ikm_status check_predicate(ikmi_reading *reading, const ikmi_place *place, const ikmi_predicate *predicates,
                                  size_t index)
{
    char given[IKMI_DECIMAL_SIZE], before[IKMI_DECIMAL_SIZE];
    for (size_t i = 0; i < index; i++)
        if (!strcmp(predicates[i].name, predicates[index].name))
            return ikmi_wrong(reading, &(ikmi_place){place, "name", 0}, IKMI_WORD_RULES_PREDICATE_TWICE,
                              IKMI_SAY(predicates[index].name));
    if (index == 0 || is_less(predicates[index].bound, predicates[index - 1].bound))
        return IKM_OK;
    return ikmi_wrong(reading, &(ikmi_place){place, "bound", 0}, IKMI_WORD_RULES_BOUND_ORDER,
                      IKMI_SAY(ikmi_decimal_text(given, predicates[index].bound, '.', 0),
                               ikmi_decimal_text(before, predicates[index - 1].bound, '.', 0)));
}

static ikm_status read_predicate(ikmi_predicate *out, ikmi_reading *reading, const ikmi_place *place,
                                 const json_t *value)
{
    static const char *const keys[] = {"name", "meaning", "bound", NULL};
    json_t *bound = NULL;
    ikm_status status = ikmi_check_object(reading, place, value, keys);
    if (status == IKM_OK)
        status = ikmi_read_required_text(&out->name, reading, place, value, "name", IKMI_PREDICATE_SIZE_MAX);
    if (status == IKM_OK)
        status = ikmi_read_optional_text(&out->meaning, reading, place, value, "meaning", IKMI_TEXT_SIZE_MAX);
    if (status == IKM_OK)
        status = ikmi_required(&bound, reading, place, value, "bound");
    if (status == IKM_OK)
        status = read_bound(&out->bound, reading, &(ikmi_place){place, "bound", 0}, bound);
    return status;
}

static ikm_status read_predicates(ikm_scale *scale, ikmi_reading *reading, const ikmi_place *root, const json_t *json)
{
    ikmi_place place = {root, "predicates", 0};
    json_t *value = NULL;
    ikm_status status = ikmi_required(&value, reading, root, json, "predicates");
    if (status == IKM_OK)
        status = ikmi_check_array(reading, &place, value, IKMI_BANDS_MIN, IKM_PREDICATES_MAX);
    if (status != IKM_OK)
        return status;
    size_t count = json_array_size(value);
    ikmi_predicate *predicates = ikmi_store_take(&reading->store, count, sizeof *predicates);
    if (!predicates)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    for (size_t i = 0; i < count && status == IKM_OK; i++) {
        ikmi_place predicate = {&place, NULL, i};
        status = read_predicate(&predicates[i], reading, &predicate, json_array_get(value, i));
        if (status == IKM_OK)
            status = check_predicate(reading, &predicate, predicates, i);
    }
    scale->predicates = predicates;
    scale->count = (int)count;
    return status;
}

static ikm_status read_closed(ikm_scale *scale, ikmi_reading *reading, const ikmi_place *root, const json_t *json)
{
    const char *closed = "";
    char given[IKMI_SHOWN_SIZE];
    ikm_status status = ikmi_read_optional_text(&closed, reading, root, json, "closed", IKMI_NAME_SIZE_MAX);
    if (status != IKM_OK)
        return status;
    scale->upper_closed = !strcmp(closed, "upper");
    if (!closed[0] || scale->upper_closed || !strcmp(closed, "lower"))
        return IKM_OK;
    return ikmi_wrong(reading, &(ikmi_place){root, "closed", 0}, IKMI_WORD_RULES_NO_SUCH_CHOICE,
                      IKMI_SAY(ikmi_shown(given, closed, strlen(closed)), "lower, upper"));
}

ikm_status ikmi_read_scale(ikm_scale *scale, ikmi_reading *reading, const ikmi_place *root, const json_t *json)
{
    static const char *const keys[] = {"name", "title", "closed", "whole", "predicates", NULL};
    ikm_status status = ikmi_check_object(reading, root, json, keys);
    if (status == IKM_OK)
        status = ikmi_read_name(&scale->name, &scale->title, reading, root, json);
    if (status == IKM_OK && ikm_scale_named(scale->name))
        status =
            ikmi_wrong(reading, &(ikmi_place){root, "name", 0}, IKMI_WORD_RULES_SCALE_TAKEN, IKMI_SAY(scale->name));
    if (status == IKM_OK)
        status = read_closed(scale, reading, root, json);
    if (status == IKM_OK)
        status = ikmi_read_optional_flag(&scale->whole, reading, root, json, "whole");
    if (status == IKM_OK)
        status = read_predicates(scale, reading, root, json);
    return status;
}

static ikm_status fill(void *object, ikmi_reading *reading, const json_t *json)
{
    return ikmi_read_scale(object, reading, &(ikmi_place){NULL, NULL, 0}, json);
}

/* texts are as long as in the JSON, and predicates are few */
static const ikmi_own_kind kind = {
    .size = sizeof(ikm_scale),
    .own_offset = offsetof(ikm_scale, own),
    .parts_size = IKM_PREDICATES_MAX * sizeof(ikmi_predicate) + IKMI_STORE_SLACK,
    .per_byte = 1,
    .fill = fill,
};

ikm_status ikm_scale_read(ikm_scale **out, ikm_text json, ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    void *read = NULL;
    if (!out)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_status status = ikmi_own_read(&read, &kind, json, lang, mem, err);
    *out = read;
    return status;
}

void ikm_scale_free(ikm_scale *scale)
{
    if (scale)
        ikmi_own_free(&scale->own);
}
