#include "moments.h"

#include "base/integer.h"

ikmi_moments ikmi_moments_of(size_t element_count, int scale)
{
    ikmi_moments m = {.element_count = element_count, .scale = scale};
    m.same = element_count * (size_t)(scale - 1) + 1;
    m.products = m.same + 1;
    m.stride = ikmi_pattern_vectors(element_count, scale) ? IKMI_LANES : element_count;
    m.cells = m.products + element_count / 2 * m.stride;
    return m;
}

size_t ikmi_moments_product(const ikmi_moments *moments, size_t a, size_t b)
{
    size_t low = a < b ? a : b, high = a < b ? b : a, way = high - low;
    if (way <= moments->element_count / 2)
        return moments->products + (way - 1) * moments->stride + low;
    return moments->products + (moments->element_count - way - 1) * moments->stride + high;
}

unsigned ikmi_moments_carry_due(int scale)
{
    return UINT8_MAX / (unsigned)((scale - 1) * (scale - 1));
}

void ikmi_moments_of_row(uint8_t *out, const ikmi_moments *moments, const uint8_t *const *scores, size_t row)
{
    const size_t count = moments->element_count;
    size_t sum = 0;
    bool same = true;
    memset(out, 0, moments->cells);
    for (size_t i = 0; i < count; i++) {
        unsigned low = scores[i][row] - 1u;
        sum += low;
        same &= scores[i][row] == scores[0][row];
        for (size_t way = 1; way <= count / 2; way++)
            out[moments->products + (way - 1) * moments->stride + i] =
                (uint8_t)(low * (scores[(i + way) % count][row] - 1u));
    }
    out[sum] = 1;
    out[moments->same] = same;
}

bool ikmi_moments_agree(const int64_t *cells, const ikmi_moments *moments, const int64_t *answers, int64_t respondents)
{
    const size_t scale = (size_t)moments->scale;
    ikmi_int128 number = 0, mean = 0, spread = 0;
    for (size_t sum = 0; sum < moments->same; sum++) {
        number += cells[sum];
        mean += (ikmi_int128)cells[sum] * (int64_t)sum;
        spread += (ikmi_int128)cells[sum] * (int64_t)(sum * sum);
    }
    for (size_t a = 0; a < moments->element_count; a++) {
        for (size_t low = 1; low < scale; low++) {
            mean -= (ikmi_int128)answers[a * scale + low] * (int64_t)low;
            spread -= (ikmi_int128)answers[a * scale + low] * (int64_t)(low * low);
        }
        for (size_t b = 0; b < a; b++)
            spread -= 2 * (ikmi_int128)cells[ikmi_moments_product(moments, a, b)];
    }
    return number == respondents && mean == 0 && spread == 0 && cells[moments->same] <= respondents;
}
