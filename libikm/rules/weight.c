#include "weight.h"

#include "base/decimal.h"
#include "base/integer.h"
#include "base/words.h"

#include <string.h>

enum { SHOWN_MAX = 32 };

/* What was written, for a message: cut, and without anything that is no plain character. */
static const char *shown(char out[SHOWN_MAX], ikm_text text)
{
    size_t size = text.size < SHOWN_MAX - 1 ? text.size : SHOWN_MAX - 1;
    for (size_t i = 0; i < size; i++)
        out[i] = text.data[i] >= ' ' && text.data[i] <= '~' ? text.data[i] : '?';
    out[size] = '\0';
    return out;
}

static ikm_text trimmed(ikm_text text)
{
    while (text.size && text.data[0] == ' ') {
        text.data++;
        text.size--;
    }
    while (text.size && text.data[text.size - 1] == ' ')
        text.size--;
    return text;
}

/*
 * Not above 1: weights are shares of a whole, and "11.1" for 0.111 must not pass.
 * It also bounds what the sums of score/ have to hold.
 */
static ikm_status read_one(ikm_decimal *out, ikm_text text, ikmi_word fault, const ikmi_weight_source *source)
{
    ikm_decimal value;
    bool is_number = text.size && text.data[0] != '+' && ikm_decimal_read(&value, text) == IKM_OK;
    if (is_number) {
        value = ikmi_decimal_shortest(value);
        if (value.digits > 0 && value.places <= IKMI_WEIGHT_PLACES_MAX &&
            value.digits <= ikmi_power_of_ten(value.places)) {
            *out = value;
            return IKM_OK;
        }
    }
    char given[SHOWN_MAX];
    return ikmi_fail(source->err, source->fault, source->lang, fault, IKMI_SAY(source->where, shown(given, text)));
}

ikm_status ikmi_weight_read_one(ikm_decimal *out, ikm_text text, const ikmi_weight_source *source)
{
    return read_one(out, text, IKMI_WORD_RULES_WEIGHT_DECIMAL, source);
}

static void set_exact(ikmi_weights *out, size_t element_count)
{
    *out = (ikmi_weights){.exact = true, .sums_to_one = true, .den = (int64_t)element_count, .text = "exact"};
    for (size_t i = 0; i < element_count; i++)
        out->num[i] = 1;
}

/* One decimal where all are the same, for then it is the same convention. */
static void write_text(ikmi_weights *out, const ikm_decimal *decimals, size_t count)
{
    bool alike = true;
    for (size_t i = 1; i < count; i++)
        alike = alike && out->num[i] == out->num[0];
    size_t used = 0;
    for (size_t i = 0; i < (alike ? 1 : count); i++) {
        char number[IKMI_DECIMAL_SIZE];
        size_t size = strlen(ikmi_decimal_text(number, decimals[i], '.', 0));
        if (i)
            out->text[used++] = ',';
        memcpy(out->text + used, number, size);
        used += size;
    }
    out->text[used] = '\0';
}

void ikmi_weights_of_decimals(ikmi_weights *out, const ikm_decimal *decimals, size_t count)
{
    int32_t places = 0;
    int64_t sum = 0;
    *out = (ikmi_weights){.den = 1};
    for (size_t i = 0; i < count; i++)
        places = decimals[i].places > places ? decimals[i].places : places;
    out->den = ikmi_power_of_ten(places);
    for (size_t i = 0; i < count; i++) {
        out->num[i] = decimals[i].digits * ikmi_power_of_ten(places - decimals[i].places);
        sum += out->num[i]; /* at most 32 x 10^9 */
    }
    out->sums_to_one = sum == out->den;
    write_text(out, decimals, count);
}

static ikm_status wrong_count(size_t count, size_t element_count, const ikmi_weight_source *source)
{
    char given[IKMI_INTEGER_SIZE], needed[IKMI_INTEGER_SIZE];
    return ikmi_fail(source->err, source->fault, source->lang, IKMI_WORD_RULES_WEIGHT_COUNT,
                     IKMI_SAY(source->where, ikmi_integer_text(given, (int64_t)count),
                              ikmi_integer_text(needed, (int64_t)element_count)));
}

static size_t count_parts(ikm_text text)
{
    size_t count = 1;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == ',';
    return count;
}

ikm_status ikmi_weights_read(ikmi_weights *out, ikm_text text, size_t element_count, const ikmi_weight_source *source)
{
    ikm_decimal decimals[IKM_ELEMENTS_MAX];
    text = trimmed(text);
    if (text.size == 5 && !memcmp(text.data, "exact", 5)) {
        set_exact(out, element_count);
        return IKM_OK;
    }
    /* Before the parts: "0,111" is two, and its message must speak of the comma. */
    size_t count = count_parts(text);
    if (count != 1 && count != element_count)
        return wrong_count(count, element_count, source);
    for (size_t i = 0; i < count; i++) {
        const char *comma = memchr(text.data, ',', text.size);
        ikm_text part = {text.data, comma ? (size_t)(comma - text.data) : text.size};
        ikmi_word fault = count == 1 ? IKMI_WORD_RULES_WEIGHT_FORM : IKMI_WORD_RULES_WEIGHT_DECIMAL;
        ikm_status status = read_one(&decimals[i], trimmed(part), fault, source);
        if (status != IKM_OK)
            return status;
        size_t passed = part.size + (comma ? 1 : 0);
        text.data += passed;
        text.size -= passed;
    }
    for (size_t i = count; i < element_count; i++)
        decimals[i] = decimals[0];
    ikmi_weights_of_decimals(out, decimals, element_count);
    return IKM_OK;
}
