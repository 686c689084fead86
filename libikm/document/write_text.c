/* A document for a terminal: what stands where. Tables have files of their own. */
#include "text.h"

#include "base/decimal.h"
#include "base/mem.h"

enum {
    WIDTH_LEAST = 40,
    SHOWN_LEAST = 1024, /* so that an empty text, too, has an address */
};

static const char *const style_codes[] = {
    [IKMI_STYLE_PLAIN] = "",        [IKMI_STYLE_BOLD] = "\x1b[1m", [IKMI_STYLE_TITLE] = "\x1b[1;36m",
    [IKMI_STYLE_FAINT] = "\x1b[2m", [IKMI_STYLE_BAR] = "\x1b[34m",
};

void ikmi_text_pad(ikmi_text_writer *writer, size_t columns)
{
    writer->pending += columns;
}

static void begin(ikmi_text_writer *writer, ikmi_text_style style)
{
    for (; writer->pending; writer->pending--)
        ikmi_stream_add_char(&writer->stream, ' ');
    if (writer->colour)
        ikmi_stream_add_string(&writer->stream, style_codes[style]);
}

static void end(ikmi_text_writer *writer, ikmi_text_style style)
{
    if (writer->colour && style != IKMI_STYLE_PLAIN)
        ikmi_stream_add_string(&writer->stream, "\x1b[0m");
}

void ikmi_text_put(ikmi_text_writer *writer, ikm_text text, ikmi_text_style style)
{
    if (!text.size)
        return;
    begin(writer, style);
    ikmi_stream_add(&writer->stream, text.data, text.size);
    end(writer, style);
}

void ikmi_text_repeat(ikmi_text_writer *writer, const char *character, size_t count, ikmi_text_style style)
{
    if (!count)
        return;
    begin(writer, style);
    while (count--)
        ikmi_stream_add_string(&writer->stream, character);
    end(writer, style);
}

void ikmi_text_end_line(ikmi_text_writer *writer)
{
    writer->pending = 0;
    ikmi_stream_add_char(&writer->stream, '\n');
}

void ikmi_text_paragraph(ikmi_text_writer *writer, ikm_text text, size_t indent, ikmi_text_style style)
{
    for (bool first = true; first || text.size; first = false) {
        if (!first)
            ikmi_text_pad(writer, indent);
        ikmi_text_put(writer, ikmi_wrap_next(&text, writer->width ? writer->width - indent : 0), style);
        ikmi_text_end_line(writer);
    }
}

ikm_text ikmi_text_show(ikmi_text_writer *writer, const char *text)
{
    ikmi_buffer_clear(&writer->shown);
    ikmi_add_shown(&writer->shown, ikmi_text(text));
    return writer->shown.status == IKM_OK ? ikmi_buffer_text(&writer->shown) : (ikm_text){NULL, 0};
}

static void heading(ikmi_text_writer *writer, const ikm_item *item)
{
    ikm_text text = ikmi_text_show(writer, item->text);
    size_t width = ikmi_line_width(text);
    if (writer->width && width > writer->width)
        width = writer->width;
    ikmi_text_paragraph(writer, text, 0, item->level == 1 ? IKMI_STYLE_TITLE : IKMI_STYLE_BOLD);
    if (item->level < 3) {
        ikmi_text_repeat(writer, item->level == 1 ? "═" : "─", width, IKMI_STYLE_FAINT);
        ikmi_text_end_line(writer);
    }
}

static void sheet(ikmi_text_writer *writer, const ikm_item *item)
{
    size_t width = writer->width ? writer->width : 80;
    ikm_text name = ikmi_cut(ikmi_text_show(writer, item->text), width - 10);
    size_t used = ikm_text_width(name) + 6;
    ikmi_text_repeat(writer, "━", 4, IKMI_STYLE_FAINT);
    ikmi_text_pad(writer, 1);
    ikmi_text_put(writer, name, IKMI_STYLE_BOLD);
    ikmi_text_pad(writer, 1);
    ikmi_text_repeat(writer, "━", width - used, IKMI_STYLE_FAINT);
    ikmi_text_end_line(writer);
}

/* One of the lines beside the box: the label, then what the figure means. */
static void beside(ikmi_text_writer *writer, ikm_text *rest, size_t left, ikmi_text_style style)
{
    ikmi_text_pad(writer, 2);
    if (rest->size)
        ikmi_text_put(writer, ikmi_wrap_next(rest, writer->width ? writer->width - left : 0), style);
    ikmi_text_end_line(writer);
}

/*
 * ┏━━━━━━━━━┓  Indeks Kepuasan Masyarakat
 * ┃  89,72  ┃  Mutu pelayanan A
 * ┗━━━━━━━━━┛
 */
static void figure(ikmi_text_writer *writer, const ikm_item *item)
{
    char number[IKMI_DECIMAL_SIZE] = "";
    ikmi_buffer *shown = &writer->shown;
    ikmi_buffer_clear(shown);
    ikmi_add_shown(shown, ikmi_text(item->text));
    size_t label_end = shown->size;
    ikmi_add_shown(shown, ikmi_text(item->caption));
    size_t caption_end = shown->size;
    if (item->cell.kind == IKM_CELL_NUMBER)
        ikmi_buffer_add_string(shown, ikmi_decimal_for_people(number, item->cell.number, writer->lang));
    else if (item->cell.kind == IKM_CELL_TEXT)
        ikmi_add_shown(shown, item->cell.text);
    if (shown->status != IKM_OK || !shown->data)
        return;
    ikm_text label = {shown->data, label_end}, caption = {shown->data + label_end, caption_end - label_end};
    ikm_text value = {shown->data + caption_end, shown->size - caption_end};
    value = ikmi_cut(ikmi_wrap_next(&value, 0), 24); /* a large figure is short; what is not is cut */
    size_t inner = ikm_text_width(value) + 4, left = inner + 4;

    ikmi_text_put(writer, ikmi_text("┏"), IKMI_STYLE_FAINT);
    ikmi_text_repeat(writer, "━", inner, IKMI_STYLE_FAINT);
    ikmi_text_put(writer, ikmi_text("┓"), IKMI_STYLE_FAINT);
    beside(writer, &label, left, IKMI_STYLE_BOLD);
    ikm_text *next = label.size ? &label : &caption;
    ikmi_text_put(writer, ikmi_text("┃"), IKMI_STYLE_FAINT);
    ikmi_text_pad(writer, 2);
    ikmi_text_put(writer, value, IKMI_STYLE_TITLE);
    ikmi_text_pad(writer, 2);
    ikmi_text_put(writer, ikmi_text("┃"), IKMI_STYLE_FAINT);
    beside(writer, next, left, next == &label ? IKMI_STYLE_BOLD : IKMI_STYLE_PLAIN);
    ikmi_text_put(writer, ikmi_text("┗"), IKMI_STYLE_FAINT);
    ikmi_text_repeat(writer, "━", inner, IKMI_STYLE_FAINT);
    ikmi_text_put(writer, ikmi_text("┛"), IKMI_STYLE_FAINT);
    beside(writer, label.size ? &label : &caption, left, IKMI_STYLE_PLAIN);
    while (label.size || caption.size) {
        ikmi_text_pad(writer, left - 2);
        beside(writer, label.size ? &label : &caption, left, IKMI_STYLE_PLAIN);
    }
}

static void note(ikmi_text_writer *writer, const ikm_item *item)
{
    ikmi_buffer_clear(&writer->shown);
    ikmi_buffer_add_string(&writer->shown, "• ");
    ikmi_add_shown(&writer->shown, ikmi_text(item->text));
    if (writer->shown.status == IKM_OK)
        ikmi_text_paragraph(writer, ikmi_buffer_text(&writer->shown), 2, IKMI_STYLE_PLAIN);
}

/* "Alamat  : Jalan …": the labels of lines that stand together are equally wide. */
static void field(ikmi_text_writer *writer, const ikm_document *document, size_t index)
{
    const ikm_item *item = ikm_document_item(document, index), *other;
    size_t first = index, widest = 0;
    while (first > 0 && ikm_document_item(document, first - 1)->kind == IKM_ITEM_FIELD)
        first--;
    for (; (other = ikm_document_item(document, first)) != NULL && other->kind == IKM_ITEM_FIELD; first++) {
        size_t width = ikmi_line_width(ikmi_text_show(writer, other->text));
        widest = width > widest ? width : widest;
    }
    if (widest > WIDTH_LEAST / 2)
        widest = WIDTH_LEAST / 2;
    ikm_text label = ikmi_cut(ikmi_text_show(writer, item->text), widest);
    ikmi_text_put(writer, label, IKMI_STYLE_PLAIN);
    ikmi_text_pad(writer, widest - ikm_text_width(label));
    ikmi_text_put(writer, ikmi_text(" : "), IKMI_STYLE_FAINT);
    ikm_text value = ikmi_text_show(writer, item->caption ? item->caption : IKMI_TO_FILL_IN);
    ikm_text line = ikmi_wrap_next(&value, writer->width ? writer->width - widest - 3 : 0);
    ikmi_text_put(writer, line, IKMI_STYLE_PLAIN);
    ikmi_text_end_line(writer);
    while (value.size) {
        ikmi_text_pad(writer, widest + 3);
        ikmi_text_put(writer, ikmi_wrap_next(&value, writer->width ? writer->width - widest - 3 : 0), IKMI_STYLE_PLAIN);
        ikmi_text_end_line(writer);
    }
}

/* Where somebody signs, with room to do it. */
static void signature(ikmi_text_writer *writer, const ikm_signature *signature)
{
    const char *const lines[] = {signature->place_date, signature->title, "", "", signature->name, signature->number};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        bool room = lines[i] && i / 2 == 1;
        ikmi_text_pad(writer, writer->width / 2);
        if (!room)
            ikmi_text_put(writer,
                          ikmi_cut(ikmi_text_show(writer, lines[i] && *lines[i] ? lines[i] : IKMI_TO_FILL_IN),
                                   writer->width ? writer->width - writer->width / 2 : SHOWN_LEAST),
                          IKMI_STYLE_PLAIN);
        ikmi_text_end_line(writer);
    }
}

/* The first chart of bars that shows the table at `index`. */
static const ikm_chart *chart_of(const ikm_document *document, size_t index)
{
    const ikm_table *table = ikm_document_item(document, index)->table;
    const ikm_item *item;
    while ((item = ikm_document_item(document, ++index)) != NULL && item->kind != IKM_ITEM_TABLE)
        if (item->kind == IKM_ITEM_CHART && item->table == table && item->chart->kind == IKM_CHART_BARS)
            return item->chart;
    return NULL;
}

static ikm_status write_item(ikmi_text_writer *writer, const ikm_document *document, size_t index)
{
    const ikm_item *item = ikm_document_item(document, index);
    switch (item->kind) {
    case IKM_ITEM_SHEET: sheet(writer, item); break;
    case IKM_ITEM_HEADING: heading(writer, item); break;
    case IKM_ITEM_TEXT: ikmi_text_paragraph(writer, ikmi_text_show(writer, item->text), 0, IKMI_STYLE_PLAIN); break;
    case IKM_ITEM_NOTE: note(writer, item); break;
    case IKM_ITEM_FIGURE: figure(writer, item); break;
    case IKM_ITEM_TABLE: return ikmi_text_table(writer, item->table, chart_of(document, index));
    case IKM_ITEM_CHART: return ikmi_text_chart(writer, item->table, item->chart);
    case IKM_ITEM_FIELD: field(writer, document, index); break;
    case IKM_ITEM_SIGNATURE: signature(writer, item->signature); break;
    }
    return writer->shown.status;
}

/* Nothing between a section's heading and what it heads, nor between notes or sentences of one list. */
static bool needs_a_blank_line(const ikm_item *before, const ikm_item *item)
{
    if (!before || (before->kind == IKM_ITEM_HEADING && before->level > 1))
        return false;
    bool list = item->kind == IKM_ITEM_NOTE || item->kind == IKM_ITEM_TEXT || item->kind == IKM_ITEM_FIELD;
    return item->kind != before->kind || !list;
}

static size_t count_sheets(const ikm_document *document)
{
    size_t count = 0;
    for (size_t i = 0; i < ikm_document_item_count(document); i++)
        count += ikm_document_item(document, i)->kind == IKM_ITEM_SHEET;
    return count;
}

/* What only a drawing shows better than its table is not drawn in letters, nor are bars a second time. */
static bool is_drawn(const ikmi_text_writer *writer, const ikm_item *item)
{
    return item->kind == IKM_ITEM_CHART && item->chart->kind == IKM_CHART_BARS && item->chart != writer->drawn;
}

static ikm_status write_all(ikmi_text_writer *writer, const ikm_document *document)
{
    const ikm_item *before = NULL;
    bool names_sheets = count_sheets(document) > 1;
    ikm_status status = writer->stream.status;
    for (size_t i = 0; i < ikm_document_item_count(document) && status == IKM_OK; i++) {
        const ikm_item *item = ikm_document_item(document, i);
        if ((item->kind == IKM_ITEM_SHEET && !names_sheets) ||
            (item->kind == IKM_ITEM_CHART && !is_drawn(writer, item)))
            continue;
        if (needs_a_blank_line(before, item))
            ikmi_text_end_line(writer);
        status = write_item(writer, document, i);
        before = item;
    }
    return status;
}

ikm_status ikm_document_write_text(const ikm_document *document, const ikm_text_options *options, ikm_sink sink)
{
    static const ikm_text_options plain = IKM_TEXT_OPTIONS_INIT;
    options = options ? options : &plain;
    if (!document || !sink.write || options->size < sizeof plain ||
        (options->width != 0 && options->width < WIDTH_LEAST))
        return IKM_ERR_ARGUMENT;
    const ikm_mem *mem = ikm_document_mem(document);
    ikmi_text_writer writer = {
        .lang = ikm_document_lang(document), .width = (size_t)options->width, .colour = options->colour != 0};
    ikmi_stream_init(&writer.stream, sink, mem);
    ikmi_buffer_init(&writer.shown, mem);
    ikm_status status = ikmi_buffer_reserve(&writer.shown, SHOWN_LEAST) ? write_all(&writer, document) : IKM_ERR_NOMEM;
    ikmi_buffer_done(&writer.shown);
    return ikmi_stream_done(&writer.stream, status);
}
