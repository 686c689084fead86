/* The axis of a chart, in exact integers: the same bytes on every machine. */
#include "svg.h"

enum { PLACES = 18, NUMERATOR_BITS = 112 };

/* Steps that people count in, in tenths of a power of ten. */
static const int steps[] = {10, 20, 25, 50};

ikmi_amount ikmi_amount_of(ikm_decimal value)
{
    return (ikmi_amount)value.digits * ikmi_power_of_ten(PLACES - value.places);
}

void ikmi_extent_add(ikmi_extent *extent, ikmi_amount amount)
{
    if (!extent->any || amount < extent->low)
        extent->low = amount;
    if (!extent->any || amount > extent->high)
        extent->high = amount;
    extent->any = true;
}

/* The multiple of `step` that is not above. */
static ikmi_amount floor_to(ikmi_amount amount, ikmi_amount step)
{
    ikmi_amount rest = amount % step;
    return amount - rest - (rest < 0 ? step : 0);
}

static ikmi_amount ceil_to(ikmi_amount amount, ikmi_amount step)
{
    return -floor_to(-amount, step);
}

/* Decimals that marks need. */
static void set_places(ikmi_scale *scale)
{
    ikmi_amount unit = ikmi_power_of_ten(PLACES);
    scale->places = 0;
    while (scale->places < PLACES && (scale->first % unit || scale->step % unit)) {
        unit /= 10;
        scale->places++;
    }
}

static void set_marks(ikmi_scale *scale, ikmi_amount first, ikmi_amount step)
{
    scale->first = first;
    scale->step = step;
    scale->marks = (size_t)((scale->high - first) / step) + 1;
    set_places(scale);
}

/* The next step that people count in. 5 x 10^36 is longer than any axis. */
static bool next_step(ikmi_amount *power, size_t *index, ikmi_amount *step)
{
    if (*index == sizeof steps / sizeof *steps) {
        *index = 0;
        *power *= 10;
    }
    *step = *power * steps[(*index)++];
    return *step < (ikmi_amount)5 * ikmi_power_of_ten(18) * ikmi_power_of_ten(18);
}

void ikmi_scale_from_data(ikmi_scale *scale, const ikmi_extent *data, size_t most_marks)
{
    ikmi_amount power = 1, step;
    ikmi_amount low = data->low, high = data->high > low ? data->high : low + ikmi_power_of_ten(PLACES);
    size_t index = 0;
    while (next_step(&power, &index, &step))
        if ((ceil_to(high, step) - floor_to(low, step)) / step < (ikmi_amount)most_marks)
            break;
    scale->low = floor_to(low, step);
    scale->high = ceil_to(high, step);
    set_marks(scale, scale->low, step);
}

/* A step that ends with the axis, if there is one: 25, 50, 75, 100. */
static ikmi_amount step_within(ikmi_amount length, size_t most_marks)
{
    ikmi_amount power = 1, step, rough = length;
    size_t index = 0;
    while (next_step(&power, &index, &step) && step < length) {
        if (length / step >= (ikmi_amount)most_marks)
            continue;
        if (length % step == 0)
            return step;
        rough = rough == length ? step : rough;
    }
    return rough;
}

void ikmi_scale_given(ikmi_scale *scale, ikm_decimal low, ikm_decimal high, const ikmi_extent *data, size_t most_marks)
{
    ikmi_amount first = ikmi_amount_of(low), last = ikmi_amount_of(high);
    scale->low = data->any && data->low < first ? data->low : first;
    scale->high = data->any && data->high > last ? data->high : last;
    ikmi_amount step = step_within(last - first, most_marks);
    set_marks(scale, first - (first - scale->low) / step * step, step);
    if (scale->marks > most_marks + 2) /* data far beyond: marks for them */
        set_marks(scale, scale->low, step_within(scale->high - scale->low, most_marks));
}

int32_t ikmi_scale_at(const ikmi_scale *scale, ikmi_amount amount)
{
    if (amount <= scale->low)
        return 0;
    if (amount >= scale->high)
        return IKMI_SCALE_END;
    ikmi_uint128 part = (ikmi_uint128)(amount - scale->low), whole = (ikmi_uint128)(scale->high - scale->low);
    while (whole >> NUMERATOR_BITS) {
        whole >>= 1;
        part >>= 1;
    }
    return (int32_t)((part * IKMI_SCALE_END + whole / 2) / whole);
}

bool ikmi_scale_mark(ikm_decimal *out, const ikmi_scale *scale, size_t index)
{
    ikmi_amount mark = scale->first + (ikmi_amount)index * scale->step;
    ikmi_amount digits = mark / ikmi_power_of_ten(PLACES - scale->places);
    if (digits > INT64_MAX || digits < INT64_MIN)
        return false;
    *out = (ikm_decimal){(int64_t)digits, scale->places};
    return true;
}
