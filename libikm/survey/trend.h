/* Counts by month, and the first and the last day: what nobody has to ask for in --by. */
#ifndef IKMI_TREND_H
#define IKMI_TREND_H

#include "survey.h"

/* The one key of the tally of months. */
#define IKMI_TREND_KEY "periode:bulan"

/* Count rows by month; `days` are their times, as IKMI_PERIOD_DAY has them. */
ikm_status ikmi_trend_take(ikm_tally *trend, ikmi_days *seen, const uint8_t *const *scores, const ikm_text *days,
                           size_t rows);

/* The same of respondents who come as counts. */
ikm_status ikmi_trend_take_counts(ikm_tally *trend, ikmi_days *seen, ikm_text day, int64_t respondents,
                                  const int64_t *answers);

void ikmi_days_add(ikmi_days *into, const ikmi_days *more);

/* Everything is counted: what files of counts know of months too; then the months in their order, without what has
 * none. */
ikm_status ikmi_trend_finish(ikmi_reading *reading);

#endif
