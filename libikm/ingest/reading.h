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

/* A record in the window, however it was found: field i ends at start-of-window + field_end[i]. */
typedef struct ikmi_found {
    const char *bytes; /* what field ends count from */
    size_t start;
    const uint32_t *field_end;
    size_t field_count;
    size_t size; /* with the newline */
} ikmi_found;

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
    ikm_status (*take)(struct ikmi_reader *r, const ikmi_found *f); /* a record, by the shape of the dump */
    bool attended;            /* records are to be judged or seen before they are decoded */
    struct ikmi_lines *lines; /* NULL: the wide shape */
    size_t texts_at_once;     /* of a record, in the arena */
    bool has_when;            /* the time of the record in hand, where somebody asks for it, can be told: */
    ikmi_date when;
    size_t rows;
    uint8_t scores[IKM_ELEMENTS_MAX][IKMI_BATCH_ROWS];
    ikm_text texts[IKMI_TEXTS_MAX][IKMI_BATCH_ROWS];
} ikmi_reader;

static inline ikm_text ikmi_found_field(const ikmi_found *f, size_t i)
{
    size_t start = i ? f->field_end[i - 1] + (size_t)1 : f->start;
    return (ikm_text){f->bytes + start, f->field_end[i] - start};
}

/* Where a field begins, as field ends count. */
static inline size_t ikmi_found_at(const ikmi_found *f, size_t i)
{
    return i ? f->field_end[i - 1] + (size_t)1 : f->start;
}

static inline ikmi_encoding ikmi_reader_encoding(const ikmi_reader *r)
{
    return r->encoding ? r->encoding : IKMI_ENCODING_UTF8;
}

/* Nothing but delimiters, quotes and blanks. */
bool ikmi_found_is_empty(const ikmi_reader *r, const ikmi_found *f);

/* Does it have as many fields as the header? Empty ones at the end do not count. */
bool ikmi_found_is_whole(const ikmi_reader *r, const ikmi_found *f);

/* Somebody may want to look at a record that counts before anything is said of it. */
static inline ikm_status ikmi_reader_observe(ikmi_reader *r, const ikmi_found *f)
{
    const ikmi_observer *observer = r->options->observer;
    return observer && !ikmi_found_is_empty(r, f) ? observer->record(observer->ctx, r, f) : IKM_OK;
}

/* Hand over the rows so far; texts in the window and the arena are free to go afterwards. */
ikm_status ikmi_reader_flush(ikmi_reader *r);

/* Take a record, whatever it is: a respondent, an answer. */
ikm_status ikmi_reader_take(ikmi_reader *r, const ikmi_found *f);

/* wide.c: one record a respondent, one column an element. */
void ikmi_wide_begin(ikmi_reader *r);
ikm_status ikmi_wide_take(ikmi_reader *r, const ikmi_found *f);

/* A text that is wanted of a record; it may lie in the arena. */
ikm_status ikmi_want_read(ikm_text *out, ikmi_reader *r, const ikmi_found *f, const ikmi_want *want);

/* gate.c: first the time of a record, then whether it counts; then count what does not. */
ikm_status ikmi_gate_time(ikmi_reader *r, const ikmi_found *f);
ikm_status ikmi_gate_judge(ikmi_verdict *out, ikmi_reader *r, const ikmi_found *f);
void ikmi_gate_count(ikmi_reader *r, ikmi_verdict verdict, int64_t respondents);

/* The period of the record's time; empty where it cannot be told. */
ikm_text ikmi_gate_period(char out[IKMI_PERIOD_SIZE], const ikmi_reader *r, ikmi_period period);

/* lines.c: the shapes in which a record is an answer, or a count of answers. */
ikm_status ikmi_lines_begin(ikmi_reader *r);
ikm_status ikmi_lines_fault(ikmi_reader *r, const ikmi_found *f, ikm_issue_kind kind, size_t fault_at);
ikm_status ikmi_lines_end(ikmi_reader *r);
void ikmi_lines_done(ikmi_reader *r);

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

/* As ikmi_refuse_plain(), with what a cell says as {1}. */
ikm_status ikmi_refuse_cell(ikmi_reader *r, const ikmi_found *f, size_t column, ikm_issue_kind kind, ikmi_word word,
                            ikm_text cell);

/* The line (from 0 at the range) and the column of a place in a record; and the record as it stands there. */
void ikmi_refuse_locate(const ikmi_reader *r, const ikmi_found *f, size_t at, int64_t *line_out, int64_t *column_out);
ikm_text ikmi_refuse_record(const ikmi_reader *r, const ikmi_found *f);

#endif
