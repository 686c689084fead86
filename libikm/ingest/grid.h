/*
 * A dump as a grid of cells, whatever it is about: opened, its dialect and its header
 * found, its first rows at hand. What its columns mean is for others. Frozen once made.
 */
#ifndef IKMI_GRID_H
#define IKMI_GRID_H

#include "ikm/ingest.h"

#include "peek.h"
#include "source.h"

typedef struct ikmi_grid_options {
    ikm_dialect dialect; /* what was told */
    ikm_lang lang;
    const ikm_mem *mem;
} ikmi_grid_options;

typedef struct ikmi_grid {
    ikmi_grid_options options;
    ikmi_source *source;
    ikmi_dialect dialect;
    ikmi_encoding encoding; /* UNKNOWN: the head is all ASCII; whoever meets the first other byte decides */
    int64_t first_at;       /* offset of the first record: behind a byte order mark ... */
    int64_t first_line;
    int64_t header_line; /* of the first header row */
    int64_t data_at;     /* offset of the first record behind the header */
    int64_t data_line;
    size_t columns;      /* as many as the header has fields */
    size_t fields_least; /* a record has at least as many fields as the header's last name stands at ... */
    size_t fields_most;  /* ... and at most as many as the header has; empty ones behind that do not count */
    ikm_text *headers;   /* of each column, UTF-8 */
    ikmi_peek peek;      /* the header and what stands before and behind it */
    size_t data_row;     /* in the peek: the first one behind the header */
} ikmi_grid;

/*
 * Open an input and find out how it is to be read. IKM_ERR_IO, IKM_ERR_DATA,
 * IKM_ERR_UNSURE, IKM_ERR_NOMEM: then `*out` is closed.
 */
ikm_status ikmi_grid_open(ikmi_grid *out, const ikm_input *input, const ikmi_grid_options *options, ikm_error *err);
void ikmi_grid_close(ikmi_grid *grid);

#endif
