/* Scores of the components of an instrument. */
#include "exact.h"
#include "notes.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/ratio.h"
#include "rules/rules.h"

#include <string.h>

struct ikm_components {
    const ikm_mem *mem;
    const ikm_instrument *instrument;
    size_t count;
    ikm_amount total;
    ikm_decimal maximum;
    int predicate; /* 0: none */
    ikm_component_line lines[IKM_COMPONENTS_MAX];
    bool given[IKM_COMPONENTS_MAX]; /* which have a row */
};

/* Points are at most 10^6 with 6 places, so 64 of them at 6 places add up within 64 bits. */
static int64_t points_of(ikm_decimal value)
{
    value = ikmi_decimal_shortest(value);
    return value.digits * ikmi_power_of_ten(IKMI_AMOUNT_PLACES_MAX - value.places);
}

/* The component that a row is about; `count` if there is none. */
static size_t component_of(const ikm_instrument *instrument, ikm_text name, size_t row)
{
    size_t component = 0, count = ikm_instrument_component_count(instrument);
    char text[256]; /* no component's name is longer than 200 bytes */
    if (!name.size)
        return row < count ? row : count;
    if (name.size >= sizeof text)
        return count;
    memcpy(text, name.data, name.size);
    text[name.size] = '\0';
    while (component < count && !ikmi_same_text(ikm_instrument_component(instrument, component), text))
        component++;
    return component;
}

/* Values that no component can have; `*most` is what it can have at most. */
static bool is_value(const ikm_instrument *instrument, ikm_decimal value, ikm_decimal most)
{
    int levels = ikm_instrument_levels(instrument);
    int64_t points;
    return value.places >= 0 && value.places <= IKMI_PLACES_MAX &&
           ikmi_scaled(&points, value, IKMI_AMOUNT_PLACES_MAX) &&
           points >= (levels ? points_of((ikm_decimal){1, 0}) : 0) && points <= points_of(most) &&
           (!levels || ikmi_decimal_shortest(value).places == 0);
}

static bool is_weight(ikm_amount weight, ikm_decimal own)
{
    int64_t points;
    if (weight.given == IKM_GIVEN_NONE)
        return true;
    return weight.given == IKM_GIVEN_NUMBER && weight.value.places >= 0 && weight.value.places <= IKMI_PLACES_MAX &&
           ikmi_scaled(&points, weight.value, IKMI_AMOUNT_PLACES_MAX) && points == points_of(own);
}

static ikm_status value_fault(const ikm_components *components, const ikm_component_line *line, size_t row,
                              ikm_decimal value, ikm_lang lang, ikm_error *err)
{
    char given[IKMI_DECIMAL_SIZE] = "?", most[IKMI_DECIMAL_SIZE];
    bool levels = ikm_instrument_levels(components->instrument) != 0;
    if (value.places >= 0 && value.places <= IKMI_PLACES_MAX)
        ikmi_decimal_for_people(given, value, lang);
    return ikmi_row_fault(err, IKM_ERR_INVALID, row, lang,
                          levels ? IKMI_WORD_COMPONENT_LEVEL : IKMI_WORD_COMPONENT_VALUE,
                          IKMI_SAY(line->name, given, ikmi_decimal_for_people(most, line->weight, lang)));
}

static ikm_status take_row(ikm_components *components, const ikm_component *row, size_t index, ikm_lang lang,
                           ikm_error *err)
{
    char name[IKMI_SHORT_SIZE], number[IKMI_INTEGER_SIZE], weight[IKMI_DECIMAL_SIZE];
    if (!row->name.data && row->name.size)
        return ikmi_row_fault(err, IKM_ERR_ARGUMENT, index, lang, IKMI_WORD_WRONG_ARGUMENT, NULL, 0);
    size_t at = component_of(components->instrument, row->name, index);
    if (at == components->count)
        return ikmi_row_fault(
            err, IKM_ERR_UNKNOWN, index, lang, IKMI_WORD_COMPONENT_UNKNOWN,
            IKMI_SAY(row->name.size ? ikmi_short(name, row->name) : ikmi_integer_text(number, (int64_t)index + 1)));
    ikm_component_line *line = &components->lines[at];
    if (components->given[at])
        return ikmi_row_fault(err, IKM_ERR_INVALID, index, lang, IKMI_WORD_COMPONENT_TWICE, IKMI_SAY(line->name));
    components->given[at] = true;
    if (!is_weight(row->weight, line->weight))
        return ikmi_row_fault(err, IKM_ERR_INVALID, index, lang, IKMI_WORD_COMPONENT_WEIGHT,
                              IKMI_SAY(line->name, ikmi_decimal_for_people(weight, line->weight, lang)));
    line->value = row->value;
    if (row->value.given != IKM_GIVEN_NUMBER)
        return IKM_OK;
    if (!is_value(components->instrument, row->value.value, line->weight))
        return value_fault(components, line, index, row->value.value, lang, err);
    int64_t value = points_of(row->value.value), most = points_of(line->weight);
    bool fits = ikmi_percent_of(&line->percent, ikmi_exact_make((ikmi_int128)value * 100, most));
    return fits ? IKM_OK : IKM_ERR_OVERFLOW;
}

static void add_up(ikm_components *components)
{
    int64_t total = 0, maximum = 0;
    bool complete = true;
    for (size_t i = 0; i < components->count; i++) {
        const ikm_component_line *line = &components->lines[i];
        maximum += points_of(line->weight);
        complete = complete && line->value.given == IKM_GIVEN_NUMBER;
        total += complete ? points_of(line->value.value) : 0;
    }
    components->maximum = ikmi_decimal_shortest((ikm_decimal){maximum, IKMI_AMOUNT_PLACES_MAX});
    if (!complete)
        return;
    ikmi_position position;
    ikmi_exact exact = ikmi_exact_make(total, ikmi_power_of_ten(IKMI_AMOUNT_PLACES_MAX));
    components->total =
        (ikm_amount){IKM_GIVEN_NUMBER, ikmi_decimal_shortest((ikm_decimal){total, IKMI_AMOUNT_PLACES_MAX})};
    if (ikmi_position_of(&position, exact))
        components->predicate =
            ikmi_predicate_of(ikm_instrument_scale(components->instrument), position, IKM_BANDS_ROUNDED);
}

ikm_status ikm_components_new(ikm_components **out, const ikm_instrument *instrument, const ikm_component *rows,
                              size_t count, ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    if (out)
        *out = NULL;
    if (!out || !instrument || (!rows && count))
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_components *components = ikmi_alloc_zero(mem, 1, sizeof *components);
    if (!components)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    components->mem = mem;
    components->instrument = instrument;
    components->count = ikm_instrument_component_count(instrument);
    for (size_t i = 0; i < components->count; i++)
        components->lines[i] = (ikm_component_line){.name = ikm_instrument_component(instrument, i),
                                                    .weight = ikm_instrument_weight(instrument, i)};
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < count && status == IKM_OK; i++)
        status = take_row(components, &rows[i], i, lang, err);
    add_up(components);
    if (status == IKM_OK)
        *out = components;
    else
        ikm_components_free(components);
    return status;
}

void ikm_components_free(ikm_components *components)
{
    if (components)
        ikmi_release(components->mem, components);
}

const ikm_instrument *ikm_components_instrument(const ikm_components *components)
{
    return components->instrument;
}

size_t ikm_components_count(const ikm_components *components)
{
    return components->count;
}

const ikm_component_line *ikm_components_at(const ikm_components *components, size_t index)
{
    return index < ikm_components_count(components) ? &components->lines[index] : NULL;
}

ikm_amount ikm_components_total(const ikm_components *components)
{
    return components->total;
}

ikm_decimal ikm_components_maximum(const ikm_components *components)
{
    return components->maximum;
}

const char *ikm_components_predicate(const ikm_components *components)
{
    return ikm_scale_predicate(ikm_instrument_scale(components->instrument), components->predicate);
}

const char *ikm_components_meaning(const ikm_components *components)
{
    return ikm_scale_meaning(ikm_instrument_scale(components->instrument), components->predicate);
}

size_t ikm_components_at_level(const ikm_components *components, int level)
{
    size_t found = 0;
    if (!ikm_instrument_levels(components->instrument))
        return 0;
    for (size_t i = 0; i < components->count; i++) {
        const ikm_amount *value = &components->lines[i].value;
        found += value->given == IKM_GIVEN_NUMBER && points_of(value->value) == points_of((ikm_decimal){level, 0});
    }
    return found;
}
