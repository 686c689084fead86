/* Records that do not count: where, what was found, what was expected. */
#include "reading.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "mask.h"
#include "stream.h"

#include <string.h>

/* Bytes that UTF-16 takes for these of UTF-8. */
static int64_t utf16_size(const char *from, const char *to)
{
    int64_t size = 0;
    for (; from < to; from++) {
        unsigned char c = (unsigned char)*from;
        if ((c & 0xC0) != 0x80) /* not the continuation of a character */
            size += c >= 0xF0 ? 4 : 2;
    }
    return size;
}

/* The 1-based place of `to` in its line, which begins at `from`, in the dump as it is: a byte, or a sheet's column. */
static int64_t column_of(const ikmi_reader *r, const char *from, const char *to, bool first_line)
{
    const int64_t utf16_mark = 2;
    int64_t column = 1;
    switch (ikmi_source_wrapping(r->dump->grid.source)) {
    case IKMI_WRAPPING_NONE: return to - from + 1;
    case IKMI_WRAPPING_UTF16_LITTLE:
    case IKMI_WRAPPING_UTF16_BIG: return utf16_size(from, to) + 1 + (first_line ? utf16_mark : 0);
    case IKMI_WRAPPING_ROWS: break;
    }
    for (; from < to; from++)
        column += *from == IKMI_ROWS_DELIMITER;
    return column;
}

/* Line and column of a byte of the record: its own line breaks within quotes count. */
static void locate(const ikmi_reader *r, const ikmi_found *f, size_t at, ikmi_refusal *out)
{
    const char *from = f->bytes + f->start, *to = f->bytes + at;
    out->line = r->line;
    for (const char *p = from; (p = memchr(p, r->dump->grid.dialect.newline, (size_t)(to - p))) != NULL; from = ++p)
        out->line++;
    out->column = column_of(r, from, to, r->dump->grid.data_line + out->line == 1);
}

static ikm_status refuse(ikmi_reader *r, const ikmi_found *f, size_t at, int header, ikm_issue_kind kind,
                         const char *message)
{
    ikmi_refusal refusal = {.kind = kind, .header = header, .message = ikmi_text(message)};
    size_t size = f->size;
    while (size && (f->bytes[f->start + size - 1] == r->dump->grid.dialect.newline || f->bytes[f->start + size - 1] == '\r'))
        size--;
    refusal.record = (ikm_text){f->bytes + f->start, size};
    locate(r, f, at, &refusal);
    r->range->refused++;
    return ikmi_log_add(r->options->log, &refusal);
}

ikm_status ikmi_refuse_plain(ikmi_reader *r, const ikmi_found *f, size_t at, int header, ikm_issue_kind kind,
                             ikmi_word word)
{
    return refuse(r, f, at, header, kind, ikmi_word_text(r->dump->options.lang, word));
}

ikm_status ikmi_refuse_count(ikmi_reader *r, const ikmi_found *f)
{
    char have[IKMI_INTEGER_SIZE], want[IKMI_INTEGER_SIZE], message[160];
    size_t fields = f->field_count, least = r->dump->grid.fields_least;
    size_t at = fields > r->dump->grid.fields_most ? (size_t)(ikmi_found_field(f, r->dump->grid.fields_most).data - f->bytes)
                                              : f->field_end[fields - 1];
    ikmi_integer_text(have, (int64_t)fields);
    ikmi_integer_text(want, (int64_t)(fields < least ? least : r->dump->grid.fields_most));
    ikmi_say(message, sizeof message, r->dump->options.lang, IKMI_WORD_INGEST_FIELD_COUNT, IKMI_SAY(have, want));
    return refuse(r, f, at, -1, IKM_ISSUE_FIELDS, message);
}

ikm_status ikmi_refuse_score(ikmi_reader *r, const ikmi_found *f, size_t column, const ikmi_cell *cell)
{
    char shown[80], scale[IKMI_INTEGER_SIZE], message[240];
    const ikmi_dump_options *o = &r->dump->options;
    ikmi_mask(shown, sizeof shown, cell->text);
    ikmi_integer_text(scale, ikm_rules_scale(o->rules));
    ikmi_say(message, sizeof message, o->lang, cell->odd ? IKMI_WORD_INGEST_NOT_TEXT : IKMI_WORD_INGEST_NOT_A_SCORE,
             IKMI_SAY(shown, scale));
    size_t at = (size_t)(ikmi_found_field(f, column).data - f->bytes);
    return refuse(r, f, at, (int)column, cell->odd ? IKM_ISSUE_ENCODING : IKM_ISSUE_SCORE, message);
}

ikm_status ikmi_refuse_fault(ikmi_reader *r, const ikmi_found *f, ikm_issue_kind kind, size_t fault_at)
{
    char limit[IKMI_INTEGER_SIZE], message[160];
    r->range->read++;
    if (kind == IKM_ISSUE_QUOTE)
        return ikmi_refuse_plain(r, f, r->at + fault_at, -1, kind, IKMI_WORD_INGEST_STRAY_QUOTE);
    ikmi_integer_text(limit, IKMI_FIELD_MAX);
    ikmi_say(message, sizeof message, r->dump->options.lang, IKMI_WORD_INGEST_TOO_LONG, IKMI_SAY(limit));
    return refuse(r, f, r->at + fault_at, -1, kind, message);
}
