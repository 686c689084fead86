#include "answers.h"

size_t ikmi_pattern_vectors(size_t element_count, int scale)
{
    /* with the byte for the respondents */
    return scale == 4 && element_count < IKMI_LANES ? element_count / 4 + 1 : 0;
}

void ikmi_pattern_init(ikmi_pattern *pattern, size_t element_count, int scale)
{
    memset(pattern, 0, sizeof *pattern);
    pattern->vectors = ikmi_pattern_vectors(element_count, scale);
    if (!pattern->vectors)
        return;
    memset(pattern->equal, UINT8_MAX, sizeof pattern->equal);
    for (size_t i = 0; i < element_count; i++) {
        pattern->elements[i] = UINT8_MAX;
        for (size_t score = 0; score < 4; score++)
            pattern->equal[i / 4][i % 4 * 4 + score] = (uint8_t)(score + 1);
    }
    pattern->equal[element_count / 4][element_count % 4 * 4] = 0;
}

/* Sixteen rows: a square of 16 x 16 bytes is turned by interleaving its halves four times. */
static void turn(ikmi_lanes *square)
{
    for (int step = 0; step < 4; step++) {
        ikmi_lanes half[IKMI_LANES];
        for (int i = 0; i < IKMI_LANES / 2; i++) {
            ikmi_lanes a = square[i], b = square[i + IKMI_LANES / 2];
            half[2 * i] = __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
            half[2 * i + 1] =
                __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
        }
        memcpy(square, half, sizeof half);
    }
}

void ikmi_answers_gather(ikmi_lanes *rows, const uint8_t *const *scores, size_t element_count, size_t first,
                         size_t count)
{
    const ikmi_lanes none = {0};
    size_t row = 0;
    for (; row + IKMI_LANES <= count; row += IKMI_LANES) {
        for (size_t i = 0; i < IKMI_LANES; i++)
            rows[row + i] = i < element_count ? ikmi_lanes_load(scores[i] + first + row) : none;
        turn(rows + row);
    }
    for (; row < count; row++) {
        rows[row] = none;
        for (size_t i = 0; i < element_count; i++)
            rows[row][i] = scores[i][first + row];
    }
}
