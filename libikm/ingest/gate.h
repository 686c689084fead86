/* Which records count at all: those that --where, --from and --to leave, and responses that were finished. */
#ifndef IKMI_GATE_H
#define IKMI_GATE_H

#include "ikm/base.h"

#include "base/date.h"

/* A column, or the period that a record's time falls into, must have one of some values. */
typedef struct ikmi_condition {
    int column; /* -1: the period */
    ikmi_period period;
    const ikm_text *values;
    size_t value_count;
} ikmi_condition;

/* For one dump. Frozen; shared by its readers. */
typedef struct ikmi_gate {
    const ikmi_condition *conditions; /* all must hold */
    size_t condition_count;
    int time_column;     /* -1: nobody asks for the time of a record */
    bool dated;          /* it must lie between ... */
    int64_t from;        /* ... this day, in days since 1970-01-01 ... */
    int64_t to;          /* ... and that one, both included */
    int finished_column; /* says whether a response was finished; -1: none, or all count */
} ikmi_gate;

typedef enum ikmi_verdict {
    IKMI_VERDICT_PASSES,
    IKMI_VERDICT_FILTERED,
    IKMI_VERDICT_UNDATED, /* left out too, because its time cannot be told */
    IKMI_VERDICT_UNFINISHED
} ikmi_verdict;

/* Is this what the column of finished responses has for one that was not? */
bool ikmi_says_unfinished(ikm_text cell);

#endif
