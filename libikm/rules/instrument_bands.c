#include "instrument.h"

#include "builtin.h"

#include "base/decimal.h"
#include "base/integer.h"

#include <string.h>

enum { HUNDRED_IN_HUNDREDTHS = 10000, LOWER_PLACES = 2 };

static const char *lower_text(char *out, int64_t hundredths)
{
    return ikmi_decimal_text(out, ikmi_decimal_shortest((ikm_decimal){hundredths, LOWER_PLACES}), '.', 0);
}

static ikm_status read_lower(int64_t *out, ikmi_reading *reading, const ikmi_place *place, const json_t *value)
{
    if (!json_is_string(value))
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_BAND_NUMBER, NULL, 0);
    ikm_text text = {json_string_value(value), json_string_length(value)};
    ikm_decimal decimal;
    if (ikm_decimal_read(&decimal, text) == IKM_OK && decimal.digits >= 0 && text.data[0] != '+' &&
        text.data[0] != '-') {
        decimal = ikmi_decimal_shortest(decimal);
        if (decimal.places <= LOWER_PLACES && decimal.digits <= 100 * ikmi_power_of_ten(decimal.places)) {
            *out = decimal.digits * ikmi_power_of_ten(LOWER_PLACES - decimal.places);
            return IKM_OK;
        }
    }
    char given[IKMI_SHOWN_SIZE];
    return ikmi_wrong(reading, place, IKMI_WORD_RULES_BAND_FORM, IKMI_SAY(ikmi_shown(given, text.data, text.size)));
}

static ikm_status read_band(ikmi_band *out, ikmi_reading *reading, const ikmi_place *place, const json_t *value)
{
    static const char *const keys[] = {"grade", "performance", "lower", NULL};
    json_t *lower = NULL;
    ikm_status status = ikmi_check_object(reading, place, value, keys);
    if (status == IKM_OK)
        status = ikmi_read_required_text(&out->grade, reading, place, value, "grade", IKMI_GRADE_SIZE_MAX);
    if (status == IKM_OK)
        status = ikmi_read_required_text(&out->performance, reading, place, value, "performance", IKMI_TEXT_SIZE_MAX);
    if (status == IKM_OK)
        status = ikmi_required(&lower, reading, place, value, "lower");
    if (status == IKM_OK)
        status = read_lower(&out->lower, reading, &(ikmi_place){place, "lower", 0}, lower);
    return status;
}

static ikm_status check_grade(ikmi_reading *reading, const ikmi_place *place, const ikmi_band *bands, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (!strcmp(bands[i].grade, bands[index].grade))
            return ikmi_wrong(reading, &(ikmi_place){place, "grade", 0}, IKMI_WORD_RULES_GRADE_TWICE,
                              IKMI_SAY(bands[index].grade));
    return IKM_OK;
}

static ikm_status check_order(ikmi_reading *reading, const ikmi_place *place, const ikmi_band *bands, size_t index)
{
    char given[IKMI_DECIMAL_SIZE], before[IKMI_DECIMAL_SIZE];
    if (index == 0 || bands[index].lower < bands[index - 1].lower)
        return IKM_OK;
    return ikmi_wrong(reading, &(ikmi_place){place, "lower", 0}, IKMI_WORD_RULES_BAND_ORDER,
                      IKMI_SAY(lower_text(given, bands[index].lower), lower_text(before, bands[index - 1].lower)));
}

/* The smallest index is 100/scale, where everyone gives 1: it too must have a grade. */
static ikm_status check_lowest(ikmi_reading *reading, const ikmi_place *place, int64_t lower, int scale)
{
    char given[IKMI_DECIMAL_SIZE], highest[IKMI_INTEGER_SIZE];
    if (lower * scale <= HUNDRED_IN_HUNDREDTHS)
        return IKM_OK;
    return ikmi_wrong(reading, &(ikmi_place){place, "lower", 0}, IKMI_WORD_RULES_BAND_LOWEST,
                      IKMI_SAY(lower_text(given, lower), ikmi_integer_text(highest, scale)));
}

/* The regulation's bounds are those of a scale of 1 to 4; for another they would be a guess. */
static ikm_status use_default(ikm_rules *rules, ikmi_reading *reading, const ikmi_place *root)
{
    char scale[IKMI_INTEGER_SIZE];
    if (rules->scale != ikmi_permenpan_14_2017_rules.scale)
        return ikmi_wrong(reading, root, IKMI_WORD_RULES_BANDS_NEEDED,
                          IKMI_SAY(ikmi_integer_text(scale, rules->scale)));
    rules->bands = ikmi_permenpan_14_2017_rules.bands;
    rules->band_count = ikmi_permenpan_14_2017_rules.band_count;
    return IKM_OK;
}

ikm_status ikmi_read_bands(ikm_rules *rules, ikmi_reading *reading, const ikmi_place *root, const json_t *value)
{
    ikmi_place place = {root, "bands", 0};
    if (!value)
        return use_default(rules, reading, root);
    ikm_status status = ikmi_check_array(reading, &place, value, IKMI_BANDS_MIN, IKM_BANDS_MAX);
    if (status != IKM_OK)
        return status;
    size_t count = json_array_size(value);
    ikmi_band *bands = ikmi_store_take(&reading->store, count, sizeof *bands);
    if (!bands)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    for (size_t i = 0; i < count && status == IKM_OK; i++) {
        ikmi_place band_place = {&place, NULL, i};
        status = read_band(&bands[i], reading, &band_place, json_array_get(value, i));
        if (status == IKM_OK)
            status = check_grade(reading, &band_place, bands, i);
        if (status == IKM_OK)
            status = check_order(reading, &band_place, bands, i);
        if (status == IKM_OK && i + 1 == count)
            status = check_lowest(reading, &band_place, bands[i].lower, rules->scale);
    }
    rules->bands = bands;
    rules->band_count = (int)count;
    return status;
}
