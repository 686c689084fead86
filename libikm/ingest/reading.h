/* A reader at work: what the loop over records and the ways to take a record share. */
#ifndef IKMI_READING_H
#define IKMI_READING_H

#include "reader.h"

#include "base/words.h"
#include "cell.h"
#include "outside.h"
#include "record.h"
#include "scan.h"
#include "window.h"

/*
 * What a record usually has: the element columns side by side, each with one
 * digit. Four of them stand in eight bytes, which are judged at once.
 */
typedef struct ikmi_quick {
    bool possible;     /* the element columns stand side by side in the order of the elements */
    uint64_t zeros;    /* "0,0,0,0," */
    uint64_t ones;     /* of each digit's byte: 1 */
    uint64_t headroom; /* 127 less the scale */
    uint64_t tops;     /* 128 */
    uint64_t between;  /* of each delimiter's byte: 255 */
} ikmi_quick;

typedef struct ikmi_reader {
    const ikmi_dump *dump;
    const ikmi_read_options *options;
    ikmi_range *range;
    ikmi_window window;
    size_t at;    /* in the window: where the record in hand, or the next one, begins */
    int64_t line; /* of it, from 0 */
    ikmi_encoding encoding;
    ikmi_scan_fn scan;
    ikmi_index index;
    ikmi_record record;
    ikmi_cells cells;
    ikmi_buffer arena; /* texts of the batch that do not stand in the window as they are */
    ikm_error *err;
    size_t element_count;
    int element_column[IKM_ELEMENTS_MAX];
    uint8_t digit[256]; /* score of a cell of this one byte; IKMI_ANSWER_UNKNOWN: look closer */
    ikmi_quick quick;
    ikmi_outside outside;
    size_t rows;
    uint8_t scores[IKM_ELEMENTS_MAX][IKMI_BATCH_ROWS];
    ikm_text texts[IKMI_TEXTS_MAX][IKMI_BATCH_ROWS];
} ikmi_reader;

/* A record in the window, however it was found: field i ends at start-of-window + field_end[i]. */
typedef struct ikmi_found {
    const char *bytes; /* what field ends count from */
    size_t start;
    const uint32_t *field_end;
    size_t field_count;
    size_t size; /* with the newline */
} ikmi_found;

static inline ikm_text ikmi_found_field(const ikmi_found *f, size_t i)
{
    size_t start = i ? f->field_end[i - 1] + (size_t)1 : f->start;
    return (ikm_text){f->bytes + start, f->field_end[i] - start};
}

/* Nothing but delimiters, quotes and blanks. */
bool ikmi_found_is_empty(const ikmi_reader *r, const ikmi_found *f);

/* Hand over the rows so far; texts in the window and the arena are free to go afterwards. */
ikm_status ikmi_reader_flush(ikmi_reader *r);

/* wide.c: one record a respondent, one column an element. */
void ikmi_wide_begin(ikmi_reader *r);
ikm_status ikmi_wide_take(ikmi_reader *r, const ikmi_found *f);

/*
 * refuse.c: a record is counted as refused, located and noted. `at` counts as
 * field ends do; `header` is the column's position, -1: the record as a whole.
 */
ikm_status ikmi_refuse_plain(ikmi_reader *r, const ikmi_found *f, size_t at, int header, ikm_issue_kind kind,
                             ikmi_word word);
ikm_status ikmi_refuse_count(ikmi_reader *r, const ikmi_found *f);
ikm_status ikmi_refuse_fault(ikmi_reader *r, const ikmi_found *f, ikm_issue_kind kind, size_t fault_at);

/* The same of one cell. `further`: the record is refused already, this is one more fault of it. */
ikm_status ikmi_refuse_score(ikmi_reader *r, const ikmi_found *f, size_t column, const ikmi_cell *cell, bool further);
ikm_status ikmi_refuse_blank(ikmi_reader *r, const ikmi_found *f, size_t column, bool further);

#endif
