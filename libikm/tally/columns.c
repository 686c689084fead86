/* What whole columns hold: their totals, and whether every cell of them is a score or a blank. */
#include "inside.h"

#include <string.h>

/* Sixteen rows at a time in whatever the machine has for it; a compare gives 255 or 0 a row. */
typedef uint8_t lanes __attribute__((vector_size(16)));

/* A lane of counts is a byte: at most 255 steps of 16 rows go by before it is read. */
enum { LANES = 16, PART = 255 * LANES };

static lanes load(const uint8_t *bytes)
{
    lanes value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

static int64_t sum(lanes counts)
{
    int64_t total = 0;
    for (int i = 0; i < LANES; i++)
        total += counts[i];
    return total;
}

/* How many of at most PART rows have this score. */
static int64_t count_score(const uint8_t *column, size_t rows, uint8_t score)
{
    lanes counts = {0};
    size_t row = 0;
    for (; row + LANES <= rows; row += LANES)
        counts -= (lanes)(load(column + row) == score);
    int64_t total = sum(counts);
    for (; row < rows; row++)
        total += column[row] == score;
    return total;
}

/* The same among the rows that `mask` marks with 255. */
static int64_t count_marked(const uint8_t *column, const uint8_t *mask, size_t rows, uint8_t score)
{
    lanes counts = {0};
    size_t row = 0;
    for (; row + LANES <= rows; row += LANES)
        counts -= (lanes)(load(column + row) == score) & load(mask + row);
    int64_t total = sum(counts);
    for (; row < rows; row++)
        total += column[row] == score && mask[row];
    return total;
}

/* Mark the rows where no element is blank. */
static void mark_complete(uint8_t *mask, const uint8_t *const *scores, size_t elements, size_t first, size_t rows)
{
    memset(mask, UINT8_MAX, rows);
    for (size_t element = 0; element < elements; element++) {
        const uint8_t *column = scores[element] + first;
        size_t row = 0;
        for (; row + LANES <= rows; row += LANES) {
            lanes marks = load(mask + row) & (lanes)(load(column + row) != 0);
            memcpy(mask + row, &marks, sizeof marks);
        }
        for (; row < rows; row++)
            mask[row] &= (uint8_t) - (column[row] != 0);
    }
}

bool ikmi_columns_total(int64_t *totals, const ikm_tally *tally, const uint8_t *const *scores, size_t rows)
{
    const size_t scale = (size_t)tally->scale, cells = tally->cells;
    uint8_t mask[PART];
    for (size_t first = 0; first < rows; first += PART) {
        size_t part = rows - first < PART ? rows - first : PART;
        if (tally->sets == 2) {
            mark_complete(mask, scores, tally->element_count, first, part);
            totals[2 * cells - 1] += count_score(mask, part, UINT8_MAX);
        }
        totals[cells - 1] += (int64_t)part;
        for (size_t element = 0; element < tally->element_count; element++) {
            const uint8_t *column = scores[element] + first;
            int64_t known = count_score(column, part, 0);
            for (size_t score = 1; score <= scale; score++) {
                int64_t count = count_score(column, part, (uint8_t)score);
                size_t cell = element * scale + score - 1;
                known += count;
                totals[cell] += count;
                if (tally->sets == 2)
                    totals[cells + cell] += count_marked(column, mask, part, (uint8_t)score);
            }
            if (known != (int64_t)part)
                return false;
        }
    }
    return true;
}
