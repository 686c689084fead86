/*
 * The answers of respondents into byte counts, for instruments with a scale of
 * 4 and at most 15 elements, which is nearly all there are: the columns are
 * turned into rows of 16 bytes, an answer is repeated over the four counts of its
 * element and compared with 1 2 3 4, and what is equal counts one. A blank equals
 * none. The byte behind the last element is always 0 in a row and compared with
 * 0: it counts the respondents.
 *
 * For 9 x 4 a respondent then costs 4 ns less of about 19, and with complete
 * counting 8 ns less of 29, than with one count after the other.
 */
#ifndef IKMI_ANSWERS_H
#define IKMI_ANSWERS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t ikmi_lanes __attribute__((vector_size(16)));
typedef uint16_t ikmi_pairs __attribute__((vector_size(16)));

enum { IKMI_LANES = 16, IKMI_PATTERN_VECTORS = 4 };

/* How many vectors a set of counts takes; 0: this instrument is counted one by one. */
size_t ikmi_pattern_vectors(size_t element_count, int scale);

typedef struct ikmi_pattern {
    size_t vectors;
    ikmi_lanes elements; /* 255 for each element */
    ikmi_lanes equal[IKMI_PATTERN_VECTORS];
} ikmi_pattern;

/* Not for memory that the caller's ikm_mem gave: it may be aligned to less than 16 bytes. */
void ikmi_pattern_init(ikmi_pattern *pattern, size_t element_count, int scale);

/* Rows `first` on, `count` of them, from one column an element. */
void ikmi_answers_gather(ikmi_lanes *rows, const uint8_t *const *scores, size_t element_count, size_t first,
                         size_t count);

static inline ikmi_lanes ikmi_lanes_load(const uint8_t *bytes)
{
    ikmi_lanes value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

static inline void ikmi_answers_add(uint8_t *counts, ikmi_lanes repeated, ikmi_lanes equal)
{
    ikmi_lanes sum = ikmi_lanes_load(counts) - (ikmi_lanes)(repeated == equal);
    memcpy(counts, &sum, sizeof sum);
}

/* The bytes of one half, or the pairs of bytes of one half, each twice: two of them one after the other make four of
 * each. */
#define IKMI_TWICE(lanes, first)                                                                                       \
    __builtin_shufflevector(lanes, lanes, (first), (first), (first) + 1, (first) + 1, (first) + 2, (first) + 2,        \
                            (first) + 3, (first) + 3, (first) + 4, (first) + 4, (first) + 5, (first) + 5, (first) + 6, \
                            (first) + 6, (first) + 7, (first) + 7)
#define IKMI_PAIRS_TWICE(pairs, first)                                                                                 \
    (ikmi_lanes) __builtin_shufflevector((ikmi_pairs)(pairs), (ikmi_pairs)(pairs), (first), (first), (first) + 1,      \
                                         (first) + 1, (first) + 2, (first) + 2, (first) + 3, (first) + 3)

/* One respondent more in a set of counts. The bytes behind the set, up to whole vectors, are written as they were. */
static inline void ikmi_answers_count(uint8_t *counts, ikmi_lanes row, const ikmi_pattern *pattern)
{
    ikmi_lanes low = IKMI_TWICE(row, 0), high = IKMI_TWICE(row, 8);
    ikmi_answers_add(counts, IKMI_PAIRS_TWICE(low, 0), pattern->equal[0]);
    if (pattern->vectors > 1)
        ikmi_answers_add(counts + 16, IKMI_PAIRS_TWICE(low, 4), pattern->equal[1]);
    if (pattern->vectors > 2)
        ikmi_answers_add(counts + 32, IKMI_PAIRS_TWICE(high, 0), pattern->equal[2]);
    if (pattern->vectors > 3)
        ikmi_answers_add(counts + 48, IKMI_PAIRS_TWICE(high, 4), pattern->equal[3]);
}

static inline int ikmi_answers_complete(ikmi_lanes row, const ikmi_pattern *pattern)
{
    uint64_t halves[2];
    ikmi_lanes blank = (ikmi_lanes)(row == 0) & pattern->elements;
    memcpy(halves, &blank, sizeof halves);
    return !(halves[0] | halves[1]);
}

#endif
