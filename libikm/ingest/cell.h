/* What a field of a record says, as UTF-8. */
#ifndef IKMI_CELL_H
#define IKMI_CELL_H

#include "csv.h"
#include "encoding.h"

/* Where cells are made that do not stand in the dump as they are. One for each thread. */
typedef struct ikmi_cells {
    ikmi_csv csv;
    ikmi_buffer unquoted; /* of the field in hand */
    ikmi_buffer *out;     /* converted cells are appended here */
    ikmi_dialect dialect;
} ikmi_cells;

typedef struct ikmi_cell {
    ikm_text text; /* trimmed; in the dump, or in `out` until that grows or is cleared */
    bool odd;      /* bytes that are no text were replaced */
} ikmi_cell;

ikm_status ikmi_cells_init(ikmi_cells *cells, const ikmi_dialect *dialect, ikmi_buffer *out, const ikm_mem *mem);
void ikmi_cells_done(ikmi_cells *cells);

/* Is there nothing to trim, to unquote or to convert, as with nearly every cell? Then the field is what it says. */
static inline bool ikmi_cell_stands(const ikmi_cells *cells, ikm_text field)
{
    return !field.size || (field.data[0] > ' ' && field.data[field.size - 1] > ' ' &&
                           field.data[0] != cells->dialect.quote && ikmi_is_plain(field));
}

ikm_status ikmi_cell_read(ikmi_cell *out, ikmi_cells *cells, ikm_text field, ikmi_encoding encoding);

/* The same with every blank of it, but for those around its quotes. */
ikm_status ikmi_cell_read_exact(ikmi_cell *out, ikmi_cells *cells, ikm_text field, ikmi_encoding encoding);

#endif
