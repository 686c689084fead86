/*
 * What the forms of a performance report share: indicators alone, or a report with all that it has. As in form.h no
 * part allocates; a part for which there is no data puts nothing on a sheet.
 */
#ifndef IKMI_ACHIEVING_H
#define IKMI_ACHIEVING_H

#include "ikm/indicator.h"
#include "ikm/report.h"

#include "form.h"

#include <stdbool.h>

/* Two bars say no more than the numbers, and more than these are a wall. */
enum { IKMI_BARS_LEAST = 3, IKMI_BARS_MOST = 30 };

typedef struct ikmi_achieving {
    ikmi_form form;
    const ikm_achievement *achievement; /* NULL: there are no indicators */
    const ikm_report *report;           /* NULL: indicators alone */
    const char *unit;                   /* "" where it is not known */
    int32_t year;                       /* 0 where it is not known */
} ikmi_achieving;

/* The forms of a report begin with this. */
ikmi_achieving ikmi_achieving_of(ikm_document *document, const ikm_report *report);

/* The year as text; "" where there is none. `out` has IKMI_INTEGER_SIZE bytes and is returned. */
const char *ikmi_achieving_year(char *out, const ikmi_achieving *a);

/* A number as it was given, or why there is none. */
ikm_cell ikmi_cell_amount(ikm_lang lang, ikm_amount amount);

/* A percentage; empty where it is not known. */
ikm_cell ikmi_cell_known(ikm_percent percent);

/* A target, of a range its bounds; `text` has IKMI_TITLE_SIZE bytes and lives as long as the cell. */
ikm_cell ikmi_cell_target(char *text, ikm_lang lang, ikm_polarity polarity, ikm_target target);

/* The same in a sentence; `out` has IKMI_TITLE_SIZE bytes and is returned. */
const char *ikmi_say_target(char *out, ikm_lang lang, ikm_polarity polarity, ikm_target target);
const char *ikmi_say_amount(char *out, ikm_lang lang, ikm_amount amount);
const char *ikmi_say_known(char *out, ikm_lang lang, ikm_percent percent); /* with its sign */

/* Why there is no achievement. */
ikmi_word ikmi_status_word(ikm_achieved_status status);

/* What may be said of efficiency, and how it is defined. */
ikmi_word ikmi_verdict_word(ikm_verdict verdict);
ikmi_word ikmi_efficiency_word(ikm_efficiency_kind kind);

/* What an instrument is called beside others: the built-in ones by a word of ours, one of one's own by its title. */
const char *ikmi_instrument_label(ikm_lang lang, const ikm_instrument *instrument);

/* A chart of the table begun last: its axis goes to `most` (0: as far as the data), over the first `rows`. */
typedef struct ikmi_bars {
    ikmi_word title;
    size_t category, value, rows;
    int64_t most;
} ikmi_bars;

/* None where there is little to compare. */
void ikmi_achieving_chart(ikmi_achieving *a, const ikmi_bars *bars);

/* The first sheet is begun: tables of the year and how they were computed. Notes follow, then the sheets after it. */
void ikmi_achieving_first_sheet(ikmi_achieving *a);
void ikmi_achieving_further_sheets(ikmi_achieving *a);

/* Their parts, and the sheets of a report, in their order. */
void ikmi_achieving_indicators(ikmi_achieving *a);
void ikmi_achieving_roll_up(ikmi_achieving *a);
void ikmi_achieving_history(ikmi_achieving *a);
void ikmi_achieving_final(ikmi_achieving *a);
void ikmi_achieving_components(ikmi_achieving *a);
void ikmi_achieving_agreement(ikmi_achieving *a);
void ikmi_achieving_budget(ikmi_achieving *a);
void ikmi_achieving_efficiency(ikmi_achieving *a);

#endif
