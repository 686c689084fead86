/* Headers of the columns that a line of answers has. */
#ifndef IKMI_SHAPE_WORDS_H
#define IKMI_SHAPE_WORDS_H

#include "ikm/base.h"

#include <stdbool.h>

typedef enum ikmi_line_part {
    IKMI_LINE_ELEMENT,    /* unsur_id, id_soal, pertanyaan */
    IKMI_LINE_VALUE,      /* nilai, jawaban */
    IKMI_LINE_RESPONDENT, /* responden_id */
    IKMI_LINE_COUNT       /* n, jumlah, frekuensi */
} ikmi_line_part;

/* How well a header names a part: 0 not at all; the larger the better. */
int ikmi_line_word(ikmi_line_part part, ikm_text header);

/* A count as it is written: "12", "12.0", "12,00". false: it is none, or passes 2^53, where spreadsheets lose digits.
 */
bool ikmi_line_count(int64_t *out, ikm_text cell);

#endif
