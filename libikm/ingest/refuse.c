/* Records that do not count: where, what was found, what was expected. */
#include "reading.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "mask.h"
#include "place.h"

#include <string.h>

/* Its own line breaks within quotes count. */
void ikmi_refuse_locate(const ikmi_reader *r, const ikmi_found *f, size_t at, int64_t *line_out, int64_t *column_out)
{
    const char *from = f->bytes + f->start, *to = f->bytes + at;
    *line_out = r->line;
    for (const char *p = from; (p = memchr(p, r->dump->grid.dialect.newline, (size_t)(to - p))) != NULL; from = ++p)
        ++*line_out;
    *column_out = ikmi_column_of(r->dump->grid.source, from, to, r->dump->grid.data_line + *line_out == 1);
}

ikm_text ikmi_refuse_record(const ikmi_reader *r, const ikmi_found *f)
{
    const char newline = r->dump->grid.dialect.newline;
    size_t size = f->size;
    while (size && (f->bytes[f->start + size - 1] == newline || f->bytes[f->start + size - 1] == '\r'))
        size--;
    return (ikm_text){f->bytes + f->start, size};
}

/* Where a fault of the record stands and the record itself go with what is said of it. */
static ikm_status note(ikmi_reader *r, const ikmi_found *f, size_t at, ikmi_refusal *refusal)
{
    if (!refusal->further)
        refusal->record = ikmi_refuse_record(r, f);
    ikmi_refuse_locate(r, f, at, &refusal->line, &refusal->column);
    r->range->refused += !refusal->further;
    return ikmi_log_add(r->options->log, refusal);
}

static ikm_status refuse(ikmi_reader *r, const ikmi_found *f, size_t at, int header, ikm_issue_kind kind,
                         const char *message)
{
    ikmi_refusal refusal = {.kind = kind, .header = header, .message = ikmi_text(message)};
    return note(r, f, at, &refusal);
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
    size_t at = fields > r->dump->grid.fields_most
                    ? (size_t)(ikmi_found_field(f, r->dump->grid.fields_most).data - f->bytes)
                    : f->field_end[fields - 1];
    at -= fields < least && at > f->start && f->bytes[at - 1] == '\r'; /* of the line break */
    ikmi_integer_text(have, (int64_t)fields);
    ikmi_integer_text(want, (int64_t)(fields < least ? least : r->dump->grid.fields_most));
    ikmi_say(message, sizeof message, r->dump->options.lang, IKMI_WORD_INGEST_FIELD_COUNT, IKMI_SAY(have, want));
    return refuse(r, f, at, -1, IKM_ISSUE_FIELDS, message);
}

ikm_status ikmi_refuse_score(ikmi_reader *r, const ikmi_found *f, size_t column, const ikmi_cell *cell, bool further)
{
    char shown[80], scale[IKMI_INTEGER_SIZE], message[240];
    const ikmi_dump_options *o = &r->dump->options;
    ikmi_mask_answer(shown, sizeof shown, o->labels, cell->text);
    ikmi_integer_text(scale, ikm_rules_scale(o->rules));
    ikmi_say(message, sizeof message, o->lang, cell->odd ? IKMI_WORD_INGEST_NOT_TEXT : IKMI_WORD_INGEST_NOT_A_SCORE,
             IKMI_SAY(shown, scale));
    size_t at = (size_t)(ikmi_found_field(f, column).data - f->bytes);
    ikmi_refusal refusal = {.kind = cell->odd ? IKM_ISSUE_ENCODING : IKM_ISSUE_SCORE,
                            .header = (int)column,
                            .message = ikmi_text(message),
                            .cell = ikmi_text(shown),
                            .further = further};
    return note(r, f, at, &refusal);
}

ikm_status ikmi_refuse_blank(ikmi_reader *r, const ikmi_found *f, size_t column, bool further)
{
    size_t at = (size_t)(ikmi_found_field(f, column).data - f->bytes);
    ikmi_refusal refusal = {.kind = IKM_ISSUE_BLANK,
                            .header = (int)column,
                            .message = ikmi_text(ikmi_word_text(r->dump->options.lang, IKMI_WORD_INGEST_BLANK)),
                            .further = further};
    return note(r, f, at, &refusal);
}

ikm_status ikmi_refuse_cell(ikmi_reader *r, const ikmi_found *f, size_t column, ikm_issue_kind kind, ikmi_word word,
                            ikm_text cell)
{
    char shown[80], message[240];
    ikmi_mask_answer(shown, sizeof shown, r->dump->options.labels, cell);
    ikmi_say(message, sizeof message, r->dump->options.lang, word, IKMI_SAY(shown));
    ikmi_refusal refusal = {
        .kind = kind, .header = (int)column, .message = ikmi_text(message), .cell = ikmi_text(shown)};
    return note(r, f, ikmi_found_at(f, column), &refusal);
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
