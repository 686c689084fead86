#include "cell.h"

#include "fold.h"

#include <string.h>

ikm_status ikmi_cells_init(ikmi_cells *cells, const ikmi_dialect *dialect, ikmi_buffer *out, const ikm_mem *mem)
{
    cells->out = out;
    cells->dialect = *dialect;
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

/* Within quotes: an escape is dropped before what it takes the meaning from; a doubled quote is one. */
static void unescape(ikmi_buffer *out, ikm_text inner, const ikmi_dialect *dialect)
{
    for (size_t i = 0; i < inner.size; i++) {
        char c = inner.data[i], next = i + 1 < inner.size ? inner.data[i + 1] : '\0';
        bool drops =
            c == dialect->escape && (next == dialect->quote || next == dialect->escape || next == dialect->delimiter);
        i += drops || (c == dialect->quote && next == dialect->quote);
        ikmi_buffer_add_char(out, inner.data[i]);
    }
}

static bool has_escape(ikm_text text, const ikmi_dialect *dialect)
{
    return dialect->escape && memchr(text.data, dialect->escape, text.size) != NULL;
}

/* Without its quotes; decoded, by libcsv where it knows the dialect, only when there is something within to decode. */
static ikm_status unquote(ikm_text *text, ikmi_cells *cells)
{
    const ikmi_dialect *dialect = &cells->dialect;
    ikm_text inner = {text->data + 1, text->size - 2};
    if (text->size < 2 || text->data[text->size - 1] != dialect->quote)
        return IKM_OK; /* a quote alone is a character like any other */
    if (!inner.size || (!memchr(inner.data, dialect->quote, inner.size) && !has_escape(inner, dialect))) {
        *text = inner;
        return IKM_OK;
    }
    ikm_status status = IKM_OK;
    ikmi_buffer_clear(&cells->unquoted);
    if (dialect->escape) {
        unescape(&cells->unquoted, inner, dialect);
        status = cells->unquoted.status;
    } else {
        status = ikmi_csv_unquote(&cells->csv, &cells->unquoted, *text);
    }
    *text = ikmi_buffer_text(&cells->unquoted);
    return status;
}

/* A field without its quotes and in UTF-8; `text` is it without the blanks that do not count. */
static ikm_status decode(ikmi_cell *out, ikmi_cells *cells, ikm_text text, ikmi_encoding encoding)
{
    bool decoded = false;
    out->odd = false;
    if (text.size && text.data[0] == cells->dialect.quote) {
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
    out->text = text;
    return IKM_OK;
}

ikm_status ikmi_cell_read(ikmi_cell *out, ikmi_cells *cells, ikm_text field, ikmi_encoding encoding)
{
    if (ikmi_cell_stands(cells, field)) {
        out->text = field;
        out->odd = false;
        return IKM_OK;
    }
    ikm_status status = decode(out, cells, trim_blanks(field), encoding);
    if (status == IKM_OK)
        out->text = ikmi_trim(out->text);
    return status;
}

ikm_status ikmi_cell_read_exact(ikmi_cell *out, ikmi_cells *cells, ikm_text field, ikmi_encoding encoding)
{
    ikm_text inner = trim_blanks(field);
    bool quoted =
        inner.size >= 2 && inner.data[0] == cells->dialect.quote && inner.data[inner.size - 1] == cells->dialect.quote;
    return decode(out, cells, quoted ? inner : field, encoding);
}
