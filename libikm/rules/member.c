/* Values of the JSON, checked for type, size and form. */
#include "reading.h"

#include "base/decimal.h"

#include <string.h>

static bool is_known(const char *key, const char *const *keys)
{
    for (; *keys; keys++)
        if (!strcmp(key, *keys))
            return true;
    return false;
}

static const char *join(char *out, size_t size, const char *const *keys)
{
    size_t used = 0;
    for (; *keys && used + strlen(*keys) + 3 < size; keys++) {
        if (used)
            used = (size_t)(stpcpy(out + used, ", ") - out);
        used = (size_t)(stpcpy(out + used, *keys) - out);
    }
    return out;
}

/* A key that is not known is a typing error whose value would silently not count. */
ikm_status ikmi_check_object(ikmi_reading *reading, const ikmi_place *place, const json_t *value,
                             const char *const *keys)
{
    if (!json_is_object(value))
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_NOT_OBJECT, NULL, 0);
    const char *key;
    json_t *member;
    json_object_foreach((json_t *)value, key, member)
    {
        if (is_known(key, keys))
            continue;
        char given[IKMI_SHOWN_SIZE], known[IKMI_PLACE_TEXT_SIZE];
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_KEY_UNKNOWN,
                          IKMI_SAY(ikmi_shown(given, key, strlen(key)), join(known, sizeof known, keys)));
    }
    return IKM_OK;
}

static ikm_status not_between(ikmi_reading *reading, const ikmi_place *place, ikmi_word word, int64_t value,
                              int64_t least, int64_t most)
{
    char given[IKMI_INTEGER_SIZE], from[IKMI_INTEGER_SIZE], to[IKMI_INTEGER_SIZE];
    return ikmi_wrong(
        reading, place, word,
        IKMI_SAY(ikmi_integer_text(given, value), ikmi_integer_text(from, least), ikmi_integer_text(to, most)));
}

ikm_status ikmi_check_count(ikmi_reading *reading, const ikmi_place *place, size_t count, size_t least, size_t most)
{
    if (count >= least && count <= most)
        return IKM_OK;
    return not_between(reading, place, IKMI_WORD_RULES_COUNT, (int64_t)count, (int64_t)least, (int64_t)most);
}

ikm_status ikmi_check_array(ikmi_reading *reading, const ikmi_place *place, const json_t *value, size_t least,
                            size_t most)
{
    if (!json_is_array(value))
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_NOT_ARRAY, NULL, 0);
    return ikmi_check_count(reading, place, json_array_size(value), least, most);
}

/* C0, DEL, and C1 in its two bytes of UTF-8. */
static bool has_control(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < ' ' || c == 0x7F || (c == 0xC2 && i + 1 < size && (unsigned char)text[i + 1] < 0xA0))
            return true;
    }
    return false;
}

ikm_status ikmi_check_text(ikmi_reading *reading, const ikmi_place *place, const char *text, size_t size, size_t most)
{
    if (size == 0)
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_TEXT_EMPTY, NULL, 0);
    if (size > most) {
        char given[IKMI_INTEGER_SIZE], limit[IKMI_INTEGER_SIZE];
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_TEXT_LONG,
                          IKMI_SAY(ikmi_integer_text(given, (int64_t)size), ikmi_integer_text(limit, (int64_t)most)));
    }
    if (has_control(text, size))
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_TEXT_CONTROL, NULL, 0);
    if (text[0] == ' ' || text[size - 1] == ' ')
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_TEXT_EDGE, NULL, 0);
    return IKM_OK;
}

ikm_status ikmi_read_text(const char **out, ikmi_reading *reading, const ikmi_place *place, const json_t *value,
                          size_t most)
{
    if (!json_is_string(value))
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_NOT_TEXT, NULL, 0);
    const char *text = json_string_value(value);
    size_t size = json_string_length(value);
    ikm_status status = ikmi_check_text(reading, place, text, size, most);
    if (status != IKM_OK)
        return status;
    *out = ikmi_store_text(&reading->store, text, size);
    return *out ? IKM_OK : ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
}

ikm_status ikmi_read_integer(int *out, ikmi_reading *reading, const ikmi_place *place, const json_t *value, int least,
                             int most)
{
    if (!json_is_integer(value))
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_NOT_INTEGER, NULL, 0);
    json_int_t integer = json_integer_value(value);
    if (integer < least || integer > most)
        return not_between(reading, place, IKMI_WORD_RULES_NOT_BETWEEN, integer, least, most);
    *out = (int)integer;
    return IKM_OK;
}

ikm_status ikmi_required(json_t **out, ikmi_reading *reading, const ikmi_place *place, const json_t *object,
                         const char *key)
{
    *out = json_object_get(object, key);
    return *out ? IKM_OK : ikmi_wrong(reading, place, IKMI_WORD_RULES_KEY_MISSING, IKMI_SAY(key));
}

ikm_status ikmi_read_required_text(const char **out, ikmi_reading *reading, const ikmi_place *place,
                                   const json_t *object, const char *key, size_t most)
{
    json_t *value;
    ikm_status status = ikmi_required(&value, reading, place, object, key);
    return status == IKM_OK ? ikmi_read_text(out, reading, &(ikmi_place){place, key, 0}, value, most) : status;
}

ikm_status ikmi_read_optional_text(const char **out, ikmi_reading *reading, const ikmi_place *place,
                                   const json_t *object, const char *key, size_t most)
{
    json_t *value = json_object_get(object, key);
    *out = "";
    return value ? ikmi_read_text(out, reading, &(ikmi_place){place, key, 0}, value, most) : IKM_OK;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

ikm_status ikmi_check_identifier(ikmi_reading *reading, const ikmi_place *place, const char *text)
{
    bool good = is_letter(text[0]);
    for (const char *at = text; *at; at++)
        good = good && (is_letter(*at) || (*at >= '0' && *at <= '9') || strchr("._-", *at));
    char given[IKMI_SHOWN_SIZE];
    return good
               ? IKM_OK
               : ikmi_wrong(reading, place, IKMI_WORD_RULES_NAME_FORM, IKMI_SAY(ikmi_shown(given, text, strlen(text))));
}

ikm_status ikmi_read_name(const char **name_out, const char **title_out, ikmi_reading *reading, const ikmi_place *place,
                          const json_t *object)
{
    ikmi_place name = {place, "name", 0};
    ikm_status status = ikmi_read_required_text(name_out, reading, place, object, "name", IKMI_NAME_SIZE_MAX);
    if (status == IKM_OK)
        status = ikmi_check_identifier(reading, &name, *name_out);
    if (status == IKM_OK)
        status = ikmi_read_optional_text(title_out, reading, place, object, "title", IKMI_TITLE_SIZE_MAX);
    if (status == IKM_OK && !(*title_out)[0])
        *title_out = *name_out;
    return status;
}

ikm_status ikmi_read_optional_flag(bool *out, ikmi_reading *reading, const ikmi_place *place, const json_t *object,
                                   const char *key)
{
    const json_t *value = json_object_get(object, key);
    *out = json_is_true(value);
    if (!value || json_is_boolean(value))
        return IKM_OK;
    return ikmi_wrong(reading, &(ikmi_place){place, key, 0}, IKMI_WORD_RULES_NOT_FLAG, NULL, 0);
}
