/* The tables of a document as CSV (RFC 4180, with LF or as Excel has it), streamed: no allocation for a row or a cell.
 */
#include "character.h"
#include "stream.h"

#include "base/decimal.h"
#include "base/mem.h"

#include <stdbool.h>

/* What a byte asks for; most ask for nothing. */
enum { QUOTES = 1, CARE = 2, SEMICOLON = 4 };

typedef struct csv_writer {
    ikmi_stream stream;
    char delimiter, decimal_mark;
    const char *line_end;
} csv_writer;

static const unsigned char asks[256] = {
    [0] = CARE,    CARE, CARE, CARE,          CARE,           CARE,           CARE,
    CARE,          CARE, 0,    [10] = QUOTES, [11] = CARE,    CARE,           [13] = QUOTES,
    [14] = CARE,   CARE, CARE, CARE,          CARE,           CARE,           CARE,
    CARE,          CARE, CARE, CARE,          CARE,           CARE,           CARE,
    CARE,          CARE, CARE, CARE,          ['"'] = QUOTES, [','] = QUOTES, [';'] = SEMICOLON,
    [0x7F] = CARE,
};

static unsigned asked(ikm_text text)
{
    unsigned all = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        all |= byte < 0x80 ? asks[byte] : CARE;
    }
    return all;
}

/*
 * Would a spreadsheet take it for a formula, or strip what is in front of one?
 * (OWASP, CSV injection.) A lone "-" is the usual mark for nothing.
 */
static bool looks_like_a_formula(ikm_text text)
{
    return text.size && memchr("=+-@\t\r\n", text.data[0], 7) && !(text.size == 1 && text.data[0] == '-');
}

/* Character by character: what is no text is replaced, quotes are doubled. */
static void add_with_care(ikmi_stream *stream, ikm_text text)
{
    while (text.size) {
        const char *from = text.data;
        uint32_t c = ikm_text_next(&text);
        if (c == IKMI_REPLACEMENT_CHARACTER) {
            ikmi_stream_add_string(stream, IKMI_REPLACEMENT);
            continue;
        }
        ikmi_stream_add(stream, from, (size_t)(text.data - from));
        if (c == '"')
            ikmi_stream_add_char(stream, '"');
    }
}

/* One field, put together from parts. */
static void add_field(csv_writer *writer, const ikm_text *parts, size_t count, bool alone)
{
    ikmi_stream *stream = &writer->stream;
    unsigned all = 0;
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        all |= asked(parts[i]);
        size += parts[i].size;
    }
    /* a record of one empty field would be an empty line, which is none */
    bool quoted = all & QUOTES || (all & SEMICOLON && writer->delimiter == ';') || (alone && !size);
    if (quoted)
        ikmi_stream_add_char(stream, '"');
    if (looks_like_a_formula(parts[0]))
        ikmi_stream_add_char(stream, '\'');
    for (size_t i = 0; i < count; i++)
        if (all & (QUOTES | CARE))
            add_with_care(stream, parts[i]);
        else
            ikmi_stream_add(stream, parts[i].data, parts[i].size);
    if (quoted)
        ikmi_stream_add_char(stream, '"');
}

static void add_number(csv_writer *writer, ikm_decimal number)
{
    char text[IKMI_DECIMAL_SIZE];
    ikmi_stream_add_string(&writer->stream, ikmi_decimal_text(text, number, writer->decimal_mark, 0));
}

static void add_header(csv_writer *writer, const ikm_table *table)
{
    ikmi_stream *stream = &writer->stream;
    for (size_t i = 0; i < table->column_count; i++) {
        const ikm_column *column = &table->columns[i];
        const ikm_text parts[] = {ikmi_text(column->title), ikmi_text(" ("), ikmi_text(column->unit), ikmi_text(")")};
        if (i)
            ikmi_stream_add_char(stream, writer->delimiter);
        add_field(writer, parts, column->unit ? 4 : 1, table->column_count == 1);
    }
    ikmi_stream_add_string(stream, writer->line_end);
}

static ikm_status add_table(csv_writer *writer, const ikm_table *table)
{
    static const ikm_text nothing = {"", 0};
    ikmi_stream *stream = &writer->stream;
    ikm_cell cells[IKM_TABLE_COLUMNS];
    add_header(writer, table);
    for (size_t row = 0; row < table->row_count && stream->status == IKM_OK; row++) {
        ikm_status status = ikm_table_row(table, row, cells);
        if (status != IKM_OK)
            return status;
        for (size_t i = 0; i < table->column_count; i++) {
            if (i)
                ikmi_stream_add_char(stream, writer->delimiter);
            if (cells[i].kind == IKM_CELL_NUMBER)
                add_number(writer, cells[i].number);
            else
                add_field(writer, cells[i].kind == IKM_CELL_TEXT ? &cells[i].text : &nothing, 1,
                          table->column_count == 1);
        }
        ikmi_stream_add_string(stream, writer->line_end);
    }
    return stream->status;
}

ikm_status ikm_document_write_csv(const ikm_document *document, const ikm_csv_options *options, ikm_sink sink)
{
    static const ikm_csv_options plain = IKM_CSV_OPTIONS_INIT;
    options = options ? options : &plain;
    if (!document || !sink.write || options->size < sizeof plain)
        return IKM_ERR_ARGUMENT;
    csv_writer writer = {.delimiter = ',', .decimal_mark = '.', .line_end = "\n"};
    ikmi_stream_init(&writer.stream, sink, ikm_document_mem(document));
    if (options->excel_id) {
        writer.delimiter = ';';
        writer.decimal_mark = ',';
        writer.line_end = "\r\n";
        ikmi_stream_add_string(&writer.stream, "\xEF\xBB\xBF");
    }
    ikm_status status = writer.stream.status;
    bool first = true;
    for (size_t i = 0; status == IKM_OK && i < ikm_document_item_count(document); i++) {
        const ikm_item *item = ikm_document_item(document, i);
        if (item->kind != IKM_ITEM_TABLE)
            continue;
        if (!first)
            ikmi_stream_add_string(&writer.stream, writer.line_end);
        first = false;
        status = add_table(&writer, item->table);
    }
    return ikmi_stream_done(&writer.stream, status);
}
