#include "instrument.h"

#include "meaning.h"

#include "base/decimal.h"

#include <string.h>

static const char *const element_keys[] = {"code",          "name",  "question", "labels",
                                           "label_aliases", "words", "weight",   NULL};

/* "IKM" is what the tidy output calls the row of the index itself. */
static ikm_status read_code(ikmi_element *out, ikmi_reading *reading, const ikmi_place *place, const json_t *value)
{
    ikmi_place code = {place, "code", 0};
    ikm_status status = ikmi_read_required_text(&out->code, reading, place, value, "code", IKMI_CODE_SIZE_MAX);
    if (status == IKM_OK)
        status = ikmi_check_identifier(reading, &code, out->code);
    if (status == IKM_OK && ikmi_same_text(out->code, "ikm"))
        status = ikmi_wrong(reading, &code, IKMI_WORD_RULES_CODE_TAKEN, IKMI_SAY(out->code));
    return status;
}

static ikm_status read_labels(ikmi_element *out, ikmi_reading *reading, const ikmi_place *element_place, int scale,
                              const json_t *value)
{
    ikmi_place labels = {element_place, "labels", 0};
    for (int i = 0; i < scale; i++)
        out->labels[i] = "";
    if (!value)
        return IKM_OK;
    if (!json_is_array(value))
        return ikmi_wrong(reading, &labels, IKMI_WORD_RULES_NOT_ARRAY, NULL, 0);
    size_t count = json_array_size(value);
    if (count != (size_t)scale) {
        char given[IKMI_INTEGER_SIZE], needed[IKMI_INTEGER_SIZE];
        return ikmi_wrong(reading, &labels, IKMI_WORD_RULES_LABEL_COUNT,
                          IKMI_SAY(ikmi_integer_text(given, (int64_t)count), ikmi_integer_text(needed, scale)));
    }
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < count && status == IKM_OK; i++)
        status = ikmi_read_text(&out->labels[i], reading, &(ikmi_place){&labels, NULL, i}, json_array_get(value, i),
                                IKMI_TEXT_SIZE_MAX);
    return status;
}

static ikm_status read_alias(ikmi_label_alias *out, ikmi_reading *reading, const ikmi_place *place, int scale,
                             const char *text, const json_t *value)
{
    int score = 0;
    ikm_status status = ikmi_check_text(reading, place, text, strlen(text), IKMI_TEXT_SIZE_MAX);
    if (status == IKM_OK)
        status = ikmi_read_integer(&score, reading, place, value, 1, scale);
    if (status != IKM_OK)
        return status;
    out->text = ikmi_store_text(&reading->store, text, strlen(text));
    out->score = (uint8_t)score;
    return out->text ? IKM_OK : ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
}

static ikm_status read_aliases(ikmi_element *out, ikmi_reading *reading, const ikmi_place *element_place, int scale,
                               const json_t *value)
{
    ikmi_place place = {element_place, "label_aliases", 0};
    if (!value)
        return IKM_OK;
    if (!json_is_object(value))
        return ikmi_wrong(reading, &place, IKMI_WORD_RULES_NOT_OBJECT, NULL, 0);
    ikm_status status = ikmi_check_count(reading, &place, json_object_size(value), 0, IKMI_WORDS_MAX);
    if (status != IKM_OK)
        return status;
    ikmi_label_alias *aliases = ikmi_store_take(&reading->store, json_object_size(value) + 1, sizeof *aliases);
    if (!aliases)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    out->label_aliases = aliases;
    const char *key;
    json_t *score;
    json_object_foreach((json_t *)value, key, score)
    {
        status = read_alias(aliases++, reading, &(ikmi_place){&place, key, 0}, scale, key, score);
        if (status != IKM_OK)
            return status;
    }
    return IKM_OK;
}

static ikm_status read_words(ikmi_element *out, ikmi_reading *reading, const ikmi_place *element_place,
                             const json_t *value)
{
    ikmi_place place = {element_place, "words", 0};
    if (!value)
        return IKM_OK;
    ikm_status status = ikmi_check_array(reading, &place, value, 0, IKMI_WORDS_MAX);
    if (status != IKM_OK)
        return status;
    size_t count = json_array_size(value);
    const char **words = ikmi_store_take(&reading->store, count + 1, sizeof *words);
    if (!words)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    out->words = words;
    for (size_t i = 0; i < count && status == IKM_OK; i++)
        status = ikmi_read_text(&words[i], reading, &(ikmi_place){&place, NULL, i}, json_array_get(value, i),
                                IKMI_TEXT_SIZE_MAX);
    return status;
}

static ikm_status read_element_weight(ikm_decimal *out, ikmi_reading *reading, const ikmi_place *element_place,
                                      const json_t *value)
{
    ikmi_place place = {element_place, "weight", 0};
    if (!json_is_string(value))
        return ikmi_wrong(reading, &place, IKMI_WORD_RULES_WEIGHT_NUMBER, NULL, 0);
    char path[IKMI_PLACE_TEXT_SIZE];
    ikmi_weight_source source = {IKM_ERR_INVALID, ikmi_place_text(path, &place), reading->lang, reading->err};
    return ikmi_weight_read_one(out, (ikm_text){json_string_value(value), json_string_length(value)}, &source);
}

static ikm_status read_element(ikmi_element *out, ikmi_reading *reading, const ikmi_place *place, int scale,
                               const json_t *value)
{
    ikm_status status = ikmi_check_object(reading, place, value, element_keys);
    if (status == IKM_OK)
        status = read_code(out, reading, place, value);
    if (status == IKM_OK)
        status = ikmi_read_required_text(&out->name, reading, place, value, "name", IKMI_TEXT_SIZE_MAX);
    if (status == IKM_OK)
        status = ikmi_read_optional_text(&out->question, reading, place, value, "question", IKMI_QUESTION_SIZE_MAX);
    if (status == IKM_OK)
        status = read_labels(out, reading, place, scale, json_object_get(value, "labels"));
    if (status == IKM_OK)
        status = read_aliases(out, reading, place, scale, json_object_get(value, "label_aliases"));
    if (status == IKM_OK)
        status = ikmi_check_labels(reading, place, out, scale);
    if (status == IKM_OK)
        status = read_words(out, reading, place, json_object_get(value, "words"));
    return status;
}

/* A weight in some elements only would leave the others to a guess. */
static ikm_status read_weights(ikm_decimal *out, bool *has_weights, ikmi_reading *reading, const ikmi_place *place,
                               const json_t *elements)
{
    size_t count = json_array_size(elements), weighted = 0;
    for (size_t i = 0; i < count; i++)
        weighted += json_object_get(json_array_get(elements, i), "weight") != NULL;
    *has_weights = weighted > 0;
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < count && weighted && status == IKM_OK; i++) {
        ikmi_place element_place = {place, NULL, i};
        const json_t *value = json_object_get(json_array_get(elements, i), "weight");
        status = value ? read_element_weight(&out[i], reading, &element_place, value)
                       : ikmi_wrong(reading, &element_place, IKMI_WORD_RULES_WEIGHT_SOME, NULL, 0);
    }
    return status;
}

ikm_status ikmi_read_elements(ikm_rules *rules, ikm_decimal weights[IKM_ELEMENTS_MAX], bool *has_weights,
                              ikmi_reading *reading, const ikmi_place *place, const json_t *value)
{
    ikm_status status = ikmi_check_array(reading, place, value, IKMI_ELEMENTS_MIN, IKM_ELEMENTS_MAX);
    if (status != IKM_OK)
        return status;
    size_t count = json_array_size(value);
    ikmi_element *elements = ikmi_store_take(&reading->store, count, sizeof *elements);
    if (!elements)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    rules->elements = elements;
    rules->element_count = count;
    for (size_t i = 0; i < count && status == IKM_OK; i++)
        status =
            read_element(&elements[i], reading, &(ikmi_place){place, NULL, i}, rules->scale, json_array_get(value, i));
    if (status == IKM_OK)
        status = ikmi_check_words(reading, place, elements, count);
    if (status == IKM_OK)
        status = read_weights(weights, has_weights, reading, place, value);
    return status;
}
