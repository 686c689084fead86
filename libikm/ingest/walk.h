/*
 * Every record of a grid, one after the other, whatever it is about: the careful way
 * alone, for what wants all cells. The hot path is reader.c.
 */
#ifndef IKMI_WALK_H
#define IKMI_WALK_H

#include "grid.h"
#include "record.h"
#include "window.h"

typedef struct ikmi_walk {
    const ikmi_grid *grid;
    ikmi_window window;
    ikmi_record record; /* the one in hand: its fields, its fault */
    size_t at;          /* in the window: where it begins */
    int64_t line;       /* 1-based, of its first byte */
    size_t size;        /* of it, with its newline; 0 before the first */
    int64_t newlines;   /* in it */
    bool endless;       /* it is over the limit and not taken apart */
    ikmi_encoding encoding;
} ikmi_walk;

/* Begin behind the header. To be done in any case. */
void ikmi_walk_begin(ikmi_walk *walk, const ikmi_grid *grid);
void ikmi_walk_done(ikmi_walk *walk);

/* The next record into the hand; `*more_out` false: there is none. IKM_ERR_IO with `err`, IKM_ERR_NOMEM. */
ikm_status ikmi_walk_next(ikmi_walk *walk, bool *more_out, ikm_error *err);

/* The record in hand without the line break at its end, and a field of it. */
ikm_text ikmi_walk_bytes(const ikmi_walk *walk);
ikm_text ikmi_walk_field(const ikmi_walk *walk, size_t field);

/* Line and column (place.h) of a byte of the record in hand. */
void ikmi_walk_locate(const ikmi_walk *walk, size_t at, int64_t *line_out, int64_t *column_out);

#endif
