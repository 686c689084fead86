/*
 * A dump as a grid of cells, whatever it is about: opened, its dialect and its header
 * found, its first rows at hand. What its columns mean is for others. Frozen once made.
 */
#ifndef IKMI_GRID_H
#define IKMI_GRID_H

#include "ikm/ingest.h"

#include "header.h"
#include "sniff.h"
#include "source.h"

typedef struct ikmi_grid_options {
    ikm_dialect dialect; /* what was told */
    ikm_lang lang;
    const ikm_mem *mem;
} ikmi_grid_options;

typedef struct ikmi_grid {
    ikmi_grid_options options;
    ikmi_source *source;
    ikmi_sniff sniff; /* what was considered */
    ikmi_dialect dialect;
    ikmi_encoding encoding; /* UNKNOWN: the head is all ASCII; whoever meets the first other byte decides */
    char decimal;           /* what stands before decimals: ',' or '.'; 0: nowhere seen, or both */
    int confidence;         /* 0 to 100: that all this is so */
    ikmi_peek peek;         /* the header and what stands before and behind it */
    ikmi_header header;     /* rows of the peek */
    size_t data_row;        /* in the peek: the first one behind the header */
    int64_t header_line;    /* of the first header row */
    int64_t data_at;        /* offset of the first record behind the header */
    int64_t data_line;
    size_t columns;      /* as many as the header has fields */
    size_t fields_least; /* a record has at least as many fields as the header's last name stands at ... */
    size_t fields_most;  /* ... and at most as many as the header has; empty ones behind that do not count */
    ikm_text *headers;   /* of each column, UTF-8 */
    ikmi_buffer header_text;
} ikmi_grid;

/*
 * Open an input and find out how it is to be read. IKM_ERR_IO, IKM_ERR_DATA,
 * IKM_ERR_UNSURE, IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is closed.
 */
ikm_status ikmi_grid_open(ikmi_grid *out, const ikm_input *input, const ikmi_grid_options *options, ikm_error *err);
void ikmi_grid_close(ikmi_grid *grid);

/* Name the columns by other rows of the header. IKM_OK or IKM_ERR_NOMEM. */
ikm_status ikmi_grid_name_columns(ikmi_grid *grid, ikmi_header_way way);

/* Take the header from another row of the peek. IKM_OK or IKM_ERR_NOMEM. */
ikm_status ikmi_grid_take_header(ikmi_grid *grid, const ikmi_header *header);

#endif
