/* Lines of answers at work: what the long and the counts shape share. */
#ifndef IKMI_LINES_H
#define IKMI_LINES_H

#include "names.h"
#include "reading.h"
#include "roster.h"

/* What a line says, as far as it can be read. */
typedef struct ikmi_line {
    int element;      /* or IKMI_NAME_UNKNOWN, IKMI_NAME_OTHER */
    uint8_t answer;   /* where the element is known: a score, IKMI_ANSWER_BLANK, IKMI_ANSWER_UNKNOWN */
    ikmi_cell naming; /* the cell that names the element */
    ikmi_cell value;
} ikmi_line;

typedef struct ikmi_lines {
    ikmi_budget budget;
    ikmi_roster names; /* what has stood in the column that names elements */
    ikmi_roster met;   /* respondents, or groups of them */
    ikmi_buffer key;   /* of whom is in hand */
    ikmi_line line;    /* in hand */
    ikm_status (*fault)(ikmi_reader *r, const ikmi_found *f, ikm_issue_kind kind, size_t fault_at);
    ikm_status (*end)(ikmi_reader *r);
    int64_t left_out, differing;

    /* long */
    ikmi_roster groups; /* the texts that are wanted of respondents, each with a NUL behind it */
    ikmi_buffer last;   /* the respondent of the line before, while lines are together */
    unsigned orders;    /* in which respondents have come so far; 0: in none */

    /* counts */
    int apart[IKMI_TEXTS_MAX]; /* columns that tell groups of respondents apart, beside what is wanted */
    size_t apart_count;
    int64_t refused; /* respondents */
} ikmi_lines;

/* Read what the line says. */
ikm_status ikmi_line_read(ikmi_reader *r, const ikmi_found *f);

/* A cell of the line, trimmed. */
ikm_status ikmi_line_cell(ikmi_cell *out, ikmi_reader *r, const ikmi_found *f, int column);

/* Add the texts that are wanted of a respondent to lines->key, each with a NUL behind it. */
ikm_status ikmi_line_add_texts(ikmi_reader *r, const ikmi_found *f);

/* The next of such texts; `*at` moves behind it. */
ikm_text ikmi_line_next_text(const char **at);

/* Refuse what is known to be wrong with the line in hand: no such element, no score. */
ikm_status ikmi_line_refuse(ikmi_reader *r, const ikmi_found *f);

/* Refuse a record that nobody can be named for. */
ikm_status ikmi_line_refuse_alone(ikmi_reader *r, const ikmi_found *f, ikm_issue_kind kind, size_t fault_at);

/* Whom a refusal that is known late is about: the line on which they were first met. */
typedef struct ikmi_first_line {
    int64_t line, column;
    uint32_t record_size; /* of the record that is kept with the entry; 0: none */
} ikmi_first_line;

ikm_status ikmi_line_refuse_late(ikmi_reader *r, const ikmi_first_line *first, const ikmi_entry *entry,
                                 ikm_issue_kind kind, const char *message);

/* Where the line in hand is; `*record_out` is what to keep of it where a refusal may come late. */
ikmi_first_line ikmi_line_place(const ikmi_reader *r, const ikmi_found *f, bool may_be_late, ikm_text *record_out);

/* The roster does not hold more: the message, in `word`, names the file and the limit. */
ikm_status ikmi_line_limit(ikmi_reader *r, ikm_status status, ikmi_word word);

/* long.c, counts.c */
ikm_status ikmi_long_begin(ikmi_reader *r);
ikm_status ikmi_counts_begin(ikmi_reader *r);

#endif
