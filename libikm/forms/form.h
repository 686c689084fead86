/*
 * What the parts of a form share: a form in the making, whose first failure is
 * remembered so that its parts read as a list of what stands on the sheet.
 *
 * No part keeps memory of its own: what the document does not copy is pulled from the survey.
 */
#ifndef IKMI_FORM_H
#define IKMI_FORM_H

#include "ikm/document.h"
#include "ikm/survey.h"

#include "base/words.h"

#include <stdbool.h>

/* Sentences and titles are cut at a whole character beyond these. */
enum { IKMI_SENTENCE_SIZE = 2048, IKMI_TITLE_SIZE = 240 };

typedef struct ikmi_form {
    ikm_document *document;
    const ikm_survey *survey;
    ikm_lang lang; /* of the survey, whose notes stand beside our words */
    ikm_status status;
} ikmi_form;

void ikmi_form_sheet(ikmi_form *form, ikmi_word word);
void ikmi_form_heading(ikmi_form *form, int level, ikmi_word word);
void ikmi_form_text(ikmi_form *form, ikmi_word word, const char *const *args, size_t count);
void ikmi_form_note(ikmi_form *form, ikmi_word word, const char *const *args, size_t count);
void ikmi_form_table(ikmi_form *form, const ikm_table *table);
void ikmi_form_row(ikmi_form *form, const ikm_cell *cells, size_t count);
void ikmi_form_chart(ikmi_form *form, const ikm_chart *chart);
const char *ikmi_form_word(const ikmi_form *form, ikmi_word word);

/* A table whose rows follow with ikmi_form_row(), and its columns. `unit` NULL: none. */
void ikmi_form_begin(ikmi_form *form, const char *title, const ikm_column *columns, size_t count);
ikm_column ikmi_text_column(const ikmi_form *form, ikmi_word title);
ikm_column ikmi_number_column(const ikmi_form *form, ikmi_word title, int32_t places, const char *unit);

ikm_cell ikmi_cell_text(const char *text);
ikm_cell ikmi_cell_integer(int64_t value);
ikm_cell ikmi_cell_decimal(ikm_decimal value);

/* The same as the important one of its table. */
ikm_cell ikmi_cell_strong(ikm_cell cell);

/* `part` of `all` in per cent with one decimal, half-up; empty where `all` is 0. */
ikm_cell ikmi_cell_percent(int64_t part, int64_t all);

/* The value of a key as a cell; an empty one is said to be so. */
ikm_cell ikmi_cell_key(ikm_lang lang, const char *value);

/*
 * A header inside a sentence, "jenis kelamin", and as a title, "Jenis kelamin",
 * where it is "jenis_kelamin". `out` has IKMI_TITLE_SIZE bytes and is returned.
 */
char *ikmi_header_words(char *out, const char *header);
char *ikmi_header_title(char *out, const char *header);

/* Add `text` to the list in `out`, with `separator` between; cut at a whole character. */
void ikmi_list_add(char *out, size_t size, const char *separator, const char *text);

/*
 * Parts of a convention as people read them, into `out`, which is returned: "1/9 (eksak)", "0,111", or one an
 * element, "0,2; 0,3; 0,5"; "2 desimal"; and the word of a mode.
 */
char *ikmi_say_weight(char *out, size_t size, ikm_lang lang, const ikm_rules *rules, const char *weight);
char *ikmi_say_rounding(char *out, size_t size, ikm_lang lang, int32_t places);
ikmi_word ikmi_mode_word(ikm_round_mode mode);

/* What an NRR is multiplied by to stand on the scale of the index: "25", "100/3"; IKMI_TITLE_SIZE bytes. */
char *ikmi_say_factor(char *out, const ikm_rules *rules);
ikmi_word ikmi_missing_word(ikm_missing missing);

/* The convention in two sentences, with the records that were read, for sheets that have no table of it. */
void ikmi_form_convention(ikmi_form *form);

/* The index as a large figure, or that there is none and why. */
void ikmi_form_index(ikmi_form *form, ikmi_word label);

/* The parts of the recap, in their order. */
void ikmi_recap_index(ikmi_form *form);
void ikmi_recap_elements(ikmi_form *form);
void ikmi_recap_elements_brief(ikmi_form *form); /* without marks, for which a terminal has no room */
void ikmi_recap_distribution(ikmi_form *form);
void ikmi_recap_groups(ikmi_form *form);
void ikmi_recap_trend(ikmi_form *form);
void ikmi_recap_completeness(ikmi_form *form);
void ikmi_recap_characteristics(ikmi_form *form);
void ikmi_recap_sample(ikmi_form *form);
void ikmi_recap_notes(ikmi_form *form);
void ikmi_recap_convention(ikmi_form *form);
void ikmi_recap_sources(ikmi_form *form);

/* The axis of a chart of indexes: from the lowest that there can be to 100. */
void ikmi_index_axis(ikm_chart *chart, const ikm_rules *rules);

/* The target as a line over the chart, where there is one; `target` and `title` (IKMI_TITLE_SIZE) hold what it shows.
 */
void ikmi_chart_target(ikm_chart *chart, const ikmi_form *form, ikm_decimal *target, char *title);

/* Exact, whatever their places. */
bool ikmi_is_below(ikm_decimal value, ikm_decimal bound);

#endif
