#include "nearest.h"

#include <string.h>

enum { NAME_MAX_SIZE = 63 };

static size_t least_of(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/*
 * Damerau-Levenshtein distance (optimal string alignment): letters left out, put in,
 * replaced, and two neighbours swapped, which is how fingers slip.
 */
static size_t distance(const char *a, const char *b)
{
    size_t a_size = strlen(a), b_size = strlen(b);
    if (a_size > NAME_MAX_SIZE || b_size > NAME_MAX_SIZE)
        return (size_t)-1;
    size_t rows[3][NAME_MAX_SIZE + 1], *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b_size; j++)
        last[j] = j;
    for (size_t i = 1; i <= a_size; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b_size; j++) {
            now[j] = least_of(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
        size_t *free_row = before;
        before = last;
        last = now;
        now = free_row;
    }
    return last[b_size];
}

cli_nearest nearest_to(const char *typed)
{
    cli_nearest nearest = {typed, NULL, (size_t)-1};
    return nearest;
}

void nearest_try(cli_nearest *nearest, const char *name)
{
    size_t typed_size = strlen(nearest->typed), away = distance(nearest->typed, name);
    /* one slip in a short word, more in a long one; the beginning of a name means the name */
    size_t allowed = typed_size < 3 ? 1 : typed_size < 6 ? 2 : 3;
    if (typed_size >= 2 && !strncmp(nearest->typed, name, typed_size))
        away = away ? 1 : 0;
    if (away <= allowed && away < nearest->distance) {
        nearest->name = name;
        nearest->distance = away;
    }
}
