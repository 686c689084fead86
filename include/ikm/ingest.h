/**
 * @file ingest.h
 * What goes into a survey and what is found on the way: inputs, rows handed in
 * by readers of other formats, refused records.
 */
#ifndef IKM_INGEST_H
#define IKM_INGEST_H

#include "ikm/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** One cell of a row that a reader hands in. */
typedef struct ikm_field {
    ikm_text text;  /**< UTF-8; valid until the next row is asked for */
    int64_t column; /**< where it stands, for messages: 1-based column of the sheet */
} ikm_field;

/**
 * Rows from another format: a workbook, a statistics file. The survey asks for
 * one row after the other, from one thread.
 */
typedef struct ikm_rows {
    /**
     * Give the next row: `*fields_out` (borrowed until the next call), `*count_out`
     * and `*line_out` (1-based row of the sheet). `*count_out` = 0 with
     * `*fields_out` = NULL is the end. Anything but IKM_OK stops the reading and
     * is what the survey returns, with `err` as it was filled in.
     */
    ikm_status (*next)(void *ctx, const ikm_field **fields_out, size_t *count_out, int64_t *line_out, ikm_error *err);
    void *ctx;
} ikm_rows;

/** Where a dump comes from: exactly one of `path`, `bytes`, `rows`. */
typedef struct ikm_input {
    const char *name;     /**< how messages call it; NULL: the path */
    const char *path;     /**< a file; "-" is standard input */
    ikm_text bytes;       /**< a dump in memory; borrowed during the call */
    const ikm_rows *rows; /**< rows of another format */
} ikm_input;

/** A quote that stands for none: no text has this character. */
#define IKM_QUOTE_NONE '\x1D'

/** How to take a dump apart where the detector is overruled. Zeroed: everything is found from the data. */
typedef struct ikm_dialect {
    char delimiter;
    char quote;           /**< IKM_QUOTE_NONE: there are none */
    char escape;          /**< a character that takes the meaning from the next one within quotes, as \\; the quote
                               itself: there is none, quotes are doubled */
    const char *encoding; /**< "utf-8", "windows-1252", "utf-16le", "utf-16be" */
    int64_t header_line;  /**< 1-based line of the (first) header row */
    int32_t header_rows;  /**< how many rows the header has: 1 to 3 */
} ikm_dialect;

/** What was wrong with a refused record. Values are pinned. */
typedef enum ikm_issue_kind {
    IKM_ISSUE_SCORE = 1,    /**< neither blank nor a score */
    IKM_ISSUE_BLANK = 2,    /**< a blank, under the strict policy */
    IKM_ISSUE_EMPTY = 3,    /**< no score at all */
    IKM_ISSUE_FIELDS = 4,   /**< another number of fields than the header */
    IKM_ISSUE_QUOTE = 5,    /**< malformed quoting */
    IKM_ISSUE_LONG = 6,     /**< a field or a record over the limit */
    IKM_ISSUE_ENCODING = 7, /**< bytes that are no text in a score */
    IKM_ISSUE_REPEATED = 8, /**< long shape: an element answered twice */
    IKM_ISSUE_LINE = 9,  /**< long and counts shapes: a line that does not say whose, about which element or how many */
    IKM_ISSUE_TABLE = 10 /**< a table of a report: a cell or a line that cannot mean what it says */
} ikm_issue_kind;

/** One refused record. Everything in it is borrowed for the duration of the callback. */
typedef struct ikm_issue {
    ikm_issue_kind kind;
    const char *file;    /**< name of the input */
    int64_t line;        /**< 1-based line in which the fault begins */
    int64_t column;      /**< 1-based byte at which the field begins in its line; 0: the record as a whole */
    const char *header;  /**< header of the column; "" for the record as a whole */
    const char *message; /**< what was found and what was expected; personal data masked */
    ikm_text record;     /**< the record as it stands in the file; empty for rows of other formats */
    ikm_text cell; /**< the faulty cell; personal data masked, cut where it is long; empty: the record as a whole */
    int further;   /**< not 0: the record was told before, this is one more fault of it; only a check tells them */
} ikm_issue;

/**
 * Called for each refused record, in the order of the input, from the thread
 * that called. Not 0 stops the reading with IKM_ERR_STOPPED.
 */
typedef int (*ikm_issue_fn)(void *ctx, const ikm_issue *issue);

/**
 * Called now and then while dumps are read, from the thread that called: about every
 * quarter of a megabyte. `done` of `total` bytes, as they are after decompression and
 * conversion; `total` is 0 where it is not known before the end. With several threads
 * `done` is an estimate; where dates have to be read a second time it begins anew. Not 0 stops the
 * reading with IKM_ERR_STOPPED.
 */
typedef int (*ikm_progress_fn)(void *ctx, int64_t done, int64_t total);

#ifdef __cplusplus
}
#endif

#endif
