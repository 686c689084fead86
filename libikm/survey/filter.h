/* --where, --from, --to and unfinished responses, for each dump. */
#ifndef IKMI_FILTER_H
#define IKMI_FILTER_H

#include "ikm/survey.h"

#include "base/buffer.h"
#include "ingest/dump.h"
#include "ingest/gate.h"

enum { IKMI_CONDITIONS_MAX = 64 };

/* What the options say, the same for all dumps. */
typedef struct ikmi_bounds {
    bool dated;
    int64_t from, to; /* days since 1970-01-01 */
} ikmi_bounds;

/* IKM_ERR_ARGUMENT for what can be seen without a dump. */
ikm_status ikmi_filter_check(ikmi_bounds *out, const ikm_survey_options *options, ikm_error *err);

typedef struct ikmi_filter {
    ikmi_gate gate;
    bool used;       /* there is something for the gate to do */
    bool trend_only; /* times are read for the trend alone: nothing else depends on them */
    ikmi_condition conditions[IKMI_CONDITIONS_MAX];
    ikm_text values[IKMI_CONDITIONS_MAX];
} ikmi_filter;

/* What they mean in a dump. `periods`: groups are made by them. The filter must stay where it is. IKM_ERR_UNKNOWN. */
ikm_status ikmi_filter_make(ikmi_filter *out, const ikmi_dump *dump, const ikm_survey_options *options,
                            const ikmi_bounds *bounds, bool periods, ikm_error *err);

/* What was asked for, for people: "layanan=KTP, dari 2024-01-01"; empty where nothing was. */
void ikmi_filter_say(ikmi_buffer *out, const ikm_survey_options *options, const ikmi_dump *dump);

#endif
