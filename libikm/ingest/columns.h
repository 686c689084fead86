/* From headers to roles: which column is which element, the service, the time ... and why. */
#ifndef IKMI_COLUMNS_H
#define IKMI_COLUMNS_H

#include "ikm/base.h"

#include "ingest/decode.h"
#include "rules/rules.h"

typedef struct ikmi_column {
    char *header; /* UTF-8, trimmed, line breaks as one blank; owned */
    ikmi_role role;
    int element;    /* of IKMI_ROLE_ELEMENT: position in the rules; else -1 */
    const char *by; /* why: "code", "name", "question", "number"; "" for other roles; static */
    bool loose;     /* the role is by a part of the header, a misspelt one, or by the cells */
} ikmi_column;

/* What a line of the dump is. */
typedef enum ikmi_shape {
    IKMI_SHAPE_WIDE,  /* a respondent; each element has a column */
    IKMI_SHAPE_LONG,  /* one answer of a respondent */
    IKMI_SHAPE_COUNTS /* how many respondents gave one answer */
} ikmi_shape;

/* The columns of a line that is no respondent; -1: none. */
typedef struct ikmi_line_columns {
    int element;    /* says which element is answered */
    int value;      /* the answer */
    int respondent; /* long: whose it is */
    int count;      /* counts: how many gave it */
} ikmi_line_columns;

typedef struct ikmi_columns {
    const ikm_mem *mem;
    size_t count;
    ikmi_column *columns;
    ikmi_shape shape;
    ikmi_line_columns line;               /* long, counts; all -1: wide */
    struct ikmi_names *names;             /* long, counts: how `line.element` names elements; owned */
    int element_column[IKM_ELEMENTS_MAX]; /* wide: position of each element's column; -1: none */
    bool by_questionnaire_number;         /* q8, p8, answer8 without words: worth a note */
    int beyond; /* a column numbered after the last element that holds scores too (u10): worth a note; -1: none */
} ikmi_columns;

/* Some rows from the top of the data, to see what a column holds: cells[row * count + column], trimmed or not. */
typedef struct ikmi_sample {
    const ikm_text *cells;
    size_t rows;
} ikmi_sample;

/* What a user told of a column. */
typedef struct ikmi_told_column {
    bool told;
    ikmi_role role;
    int element; /* of IKMI_ROLE_ELEMENT; else -1 */
} ikmi_told_column;

/* The columns of one file, and what is known of them. */
typedef struct ikmi_columns_task {
    const ikm_rules *rules;
    const ikmi_labels *labels;
    const ikm_text *headers;
    size_t count;
    ikmi_sample sample;
    const ikmi_told_column *told; /* one a header; NULL: nothing is told */
    bool doubtful;                /* the headers hold values: perhaps they are the first record */
    bool partial;                 /* what is certain is wanted where the elements as a whole are not */
    const char *file;
    int64_t line; /* the header's, for the error's position */
    ikm_lang lang;
    const ikm_mem *mem;
} ikmi_columns_task;

/* As the machine contracts call it: "wide", "long", "counts". */
const char *ikmi_shape_name(ikmi_shape shape);

/*
 * IKM_ERR_DATA: no element columns, or not all of them (the message names the missing);
 * IKM_ERR_UNSURE: two columns for one element (the message names both), or more numbered
 * columns than elements; IKM_ERR_NOMEM. On failure `*out` is empty, but for a task that
 * is partial (not IKM_ERR_NOMEM); ikmi_columns_done() is fine in every case.
 */
ikm_status ikmi_columns_map(ikmi_columns *out, const ikmi_columns_task *task, ikm_error *err);
void ikmi_columns_done(ikmi_columns *columns);

/* A header as it is shown: trimmed, on one line, UTF-8. Yours; NULL when memory is refused. */
char *ikmi_header_tidy(ikm_text header, const ikm_mem *mem);

/*
 * The column that a word of --by means: a header as it is written, else a header
 * after folding, else the role of that name (layanan, unit, ...). -1: none.
 * `*other_out`: another column with that header; -1: there is none.
 */
int ikmi_columns_find(const ikmi_columns *columns, const char *word, int *other_out);

/* The first column with this role, those whose header is a word of it before loose ones; -1: none. */
int ikmi_columns_of_role(const ikmi_columns *columns, ikmi_role role);

/* The column that says whether a response was finished (see ikmi_says_unfinished()); -1: none. */
int ikmi_columns_finished(const ikmi_columns *columns);

/* The age band of a cell ("39", "39 tahun" -> "30-39"); the cell itself, trimmed, where it is no plain age. */
ikm_text ikmi_age_label(ikm_text cell);

#endif
