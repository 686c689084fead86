#include "cell.h"

#include "fold.h"

#include <string.h>

ikm_status ikmi_cells_init(ikmi_cells *cells, const ikmi_dialect *dialect, ikmi_buffer *out, const ikm_mem *mem)
{
    cells->out = out;
    cells->quote = dialect->quote;
    ikmi_buffer_init(&cells->unquoted, mem);
    return ikmi_csv_init(&cells->csv, dialect);
}

void ikmi_cells_done(ikmi_cells *cells)
{
    ikmi_csv_done(&cells->csv);
    ikmi_buffer_done(&cells->unquoted);
}

static ikm_text trim_blanks(ikm_text text)
{
    while (text.size && ikmi_is_blank(text.data[text.size - 1]))
        text.size--;
    while (text.size && ikmi_is_blank(text.data[0]))
        text.data++, text.size--;
    return text;
}

/* Without its quotes; through libcsv only when there is something within to decode. */
static ikm_status unquote(ikm_text *text, ikmi_cells *cells)
{
    ikm_text inner = {text->data + 1, text->size - 2};
    if (text->size < 2 || text->data[text->size - 1] != cells->quote)
        return IKM_OK; /* a quote alone is a character like any other */
    if (!inner.size || !memchr(inner.data, cells->quote, inner.size)) {
        *text = inner;
        return IKM_OK;
    }
    ikmi_buffer_clear(&cells->unquoted);
    ikm_status status = ikmi_csv_unquote(&cells->csv, &cells->unquoted, *text);
    *text = ikmi_buffer_text(&cells->unquoted);
    return status;
}

/* Nothing to trim, to unquote or to convert: as nearly every cell is. */
static bool stands_as_it_is(const ikmi_cells *cells, ikm_text field)
{
    return !field.size || (field.data[0] > ' ' && field.data[field.size - 1] > ' ' && field.data[0] != cells->quote &&
                           ikmi_is_plain(field));
}

ikm_status ikmi_cell_read(ikmi_cell *out, ikmi_cells *cells, ikm_text field, ikmi_encoding encoding)
{
    if (stands_as_it_is(cells, field)) {
        out->text = field;
        out->odd = false;
        return IKM_OK;
    }
    ikm_text text = trim_blanks(field);
    bool decoded = false;
    out->odd = false;
    if (text.size && text.data[0] == cells->quote) {
        ikm_status status = unquote(&text, cells);
        if (status != IKM_OK)
            return status;
        decoded = text.data == cells->unquoted.data;
    }
    if (decoded || !ikmi_is_plain(text)) {
        size_t at = cells->out->size;
        out->odd = ikmi_encoding_add(cells->out, text, encoding);
        if (cells->out->status != IKM_OK)
            return cells->out->status;
        text = (ikm_text){cells->out->data + at, cells->out->size - at};
    }
    out->text = ikmi_trim(text);
    return IKM_OK;
}
