/*
 * What statistics ask of complete respondents beyond their answers: how many have each sum of scores, how many gave one
 * answer throughout, and sums of products of two elements. Scores are taken from 0, so that a byte holds as many
 * respondents as can be.
 *
 * A product stands at the shorter of the two ways round from one element to the other: with nine elements the ways 1 to
 * 4 from each of nine are all 36 pairs, a vector a way.
 */
#ifndef IKMI_TALLY_MOMENTS_H
#define IKMI_TALLY_MOMENTS_H

#include "answers.h"

#include "ikm/rules.h"

#include <stdbool.h>

/* Cells of one group, in this order. */
typedef struct ikmi_moments {
    size_t element_count;
    int scale;
    size_t same;     /* the sums 0, 1 ... stand before it: elements x (scale - 1) + 1 of them */
    size_t products; /* behind it */
    size_t stride;   /* from way to way */
    size_t cells;    /* 0: none are counted */
} ikmi_moments;

enum {
    IKMI_MOMENTS_MOST =
        IKM_ELEMENTS_MAX * (IKM_SCALE_MAX - 1) + 2 + IKM_ELEMENTS_MAX / 2 * IKM_ELEMENTS_MAX + IKMI_LANES
};

ikmi_moments ikmi_moments_of(size_t element_count, int scale);

/* Where the product of two elements stands. */
size_t ikmi_moments_product(const ikmi_moments *moments, size_t a, size_t b);

/* How many respondents the bytes of a group hold before one might overflow. */
unsigned ikmi_moments_carry_due(int scale);

/* What one respondent who answered everything adds to each cell. */
void ikmi_moments_of_row(uint8_t *out, const ikmi_moments *moments, const uint8_t *const *scores, size_t row);

/*
 * Can these be the moments of so many respondents with these answers (as in ikmi_counts)? Their number, their mean and
 * the spread of their sums follow from both.
 */
bool ikmi_moments_agree(const int64_t *cells, const ikmi_moments *moments, const int64_t *answers, int64_t respondents);

/* Scores from 0, once and once more behind the last, so that each way round is a load. */
typedef uint8_t ikmi_ring[2 * IKMI_LANES];

static inline void ikmi_ring_of(ikmi_ring out, ikmi_lanes row, const ikmi_pattern *pattern, size_t element_count)
{
    ikmi_lanes low = (row - 1) & pattern->elements;
    memset(out, 0, sizeof(ikmi_ring));
    memcpy(out, &low, sizeof low);
    memcpy(out + element_count, &low, sizeof low);
}

/* One complete respondent more, of an instrument that has a pattern. */
static inline void ikmi_moments_add(uint8_t *to, const ikmi_ring ring, const ikmi_moments *moments,
                                    const ikmi_pattern *pattern)
{
    ikmi_lanes low = ikmi_lanes_load(ring) & pattern->elements, first = low - low + ring[0];
    ikmi_lanes other = (low ^ first) & pattern->elements;
    uint64_t halves[2], others[2];
    memcpy(halves, &low, sizeof halves);
    memcpy(others, &other, sizeof others);
    /* each byte is at most 3, and there are at most 15: the sum of all fits the highest */
    to[(halves[0] + halves[1]) * UINT64_C(0x0101010101010101) >> 56]++;
    to[moments->same] = (uint8_t)(to[moments->same] + !(others[0] | others[1]));
    to += moments->products;
    for (size_t way = 1; way <= moments->element_count / 2; way++, to += IKMI_LANES) {
        ikmi_lanes sum = ikmi_lanes_load(to) + low * ikmi_lanes_load(ring + way);
        memcpy(to, &sum, sizeof sum);
    }
}

#endif
