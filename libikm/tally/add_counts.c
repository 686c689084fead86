/* Counts of a group as a program or a database has them. */
#include "inside.h"

#include "base/integer.h"

#include <string.h>

/* No answer may be negative; an element has at most as many as there are respondents. */
static bool are_counts(const ikm_tally *tally, int64_t respondents, const int64_t *answers)
{
    if (respondents < 0)
        return false;
    for (size_t element = 0; element < tally->element_count; element++) {
        int64_t answered = 0;
        for (int score = 0; score < tally->scale; score++) {
            int64_t count = *answers++;
            if (count < 0 || !ikmi_add(&answered, answered, count) || answered > respondents)
                return false;
        }
    }
    return true;
}

ikm_status ikm_tally_add_counts(ikm_tally *tally, const ikm_text *key, int64_t respondents, const int64_t *answers)
{
    int64_t flat[IKM_ELEMENTS_MAX * IKM_SCALE_MAX + 1];
    if (!tally || !answers || tally->sets > 1 || !are_counts(tally, respondents, answers))
        return IKM_ERR_ARGUMENT;
    memcpy(flat, answers, (tally->cells - 1) * sizeof *answers);
    flat[tally->cells - 1] = respondents;
    return ikmi_tally_add_flat(tally, key, flat);
}
