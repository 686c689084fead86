#include "nearness.h"

#include <stdbool.h>

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Optimal string alignment, three rows of it: one before the previous is needed for swapped neighbours. */
static int alignment(ikm_text a, ikm_text b, int limit)
{
    int rows[3][IKMI_NEARNESS_SIZE + 1];
    for (size_t j = 0; j <= b.size; j++)
        rows[0][j] = (int)j;
    for (size_t i = 1; i <= a.size; i++) {
        int *row = rows[i % 3], *above = rows[(i - 1) % 3], *higher = rows[(i + 1) % 3];
        int best = row[0] = (int)i;
        for (size_t j = 1; j <= b.size; j++) {
            bool same = a.data[i - 1] == b.data[j - 1];
            row[j] = least(above[j - 1] + !same, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1])
                row[j] = least(row[j], higher[j - 2] + 1);
            best = least(best, row[j]);
        }
        if (best > limit)
            return IKMI_FAR;
    }
    return rows[a.size % 3][b.size];
}

int ikmi_distance(ikm_text a, ikm_text b, int limit)
{
    size_t apart = a.size > b.size ? a.size - b.size : b.size - a.size;
    if (limit < 0 || apart > (size_t)limit || a.size > IKMI_NEARNESS_SIZE || b.size > IKMI_NEARNESS_SIZE)
        return IKMI_FAR;
    int distance = alignment(a, b, limit);
    return distance <= limit ? distance : IKMI_FAR;
}
