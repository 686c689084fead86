/* Periods of the year, and their keys: "2024-T1" is the first triwulan of 2024. */
#include "date.h"

#include <stdio.h>
#include <string.h>

void ikmi_period_key(char *out, ikmi_date date, ikmi_period period)
{
    out[0] = '\0';
    if (period == IKMI_PERIOD_DAY)
        period = date.day ? period : date.month ? IKMI_PERIOD_MONTH : IKMI_PERIOD_YEAR;
    if (!date.year || (period != IKMI_PERIOD_YEAR && !date.month))
        return;
    switch (period) {
    case IKMI_PERIOD_YEAR: snprintf(out, IKMI_PERIOD_SIZE, "%d", date.year); break;
    case IKMI_PERIOD_SEMESTER: snprintf(out, IKMI_PERIOD_SIZE, "%d-S%d", date.year, (date.month + 5) / 6); break;
    case IKMI_PERIOD_QUARTER: snprintf(out, IKMI_PERIOD_SIZE, "%d-T%d", date.year, (date.month + 2) / 3); break;
    case IKMI_PERIOD_MONTH: snprintf(out, IKMI_PERIOD_SIZE, "%d-%02d", date.year, date.month); break;
    case IKMI_PERIOD_DAY: snprintf(out, IKMI_PERIOD_SIZE, "%d-%02d-%02d", date.year, date.month, date.day); break;
    }
}

bool ikmi_period_named(ikmi_period *out, ikm_text word)
{
    static const struct {
        const char *word;
        ikmi_period period;
    } words[] = {
        {"tahun", IKMI_PERIOD_YEAR},       {"year", IKMI_PERIOD_YEAR},       {"semester", IKMI_PERIOD_SEMESTER},
        {"triwulan", IKMI_PERIOD_QUARTER}, {"quarter", IKMI_PERIOD_QUARTER}, {"bulan", IKMI_PERIOD_MONTH},
        {"month", IKMI_PERIOD_MONTH},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word.size == strlen(words[i].word) && !memcmp(word.data, words[i].word, word.size)) {
            *out = words[i].period;
            return true;
        }
    return false;
}
