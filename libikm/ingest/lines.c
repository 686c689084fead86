#include "lines.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "decode.h"
#include "mask.h"

#include <string.h>

/* What is remembered of the texts that name elements: nobody has more or longer ones, and what has is looked at anew.
 */
enum { NAMES_MAX = 4096, NAME_SIZE_MAX = 1024 };

ikm_status ikmi_line_cell(ikmi_cell *out, ikmi_reader *r, const ikmi_found *f, int column)
{
    ikm_text field = ikmi_found_field(f, (size_t)column);
    return ikmi_cell_read(out, &r->cells, field, ikmi_reader_encoding(r));
}

static ikm_status find_name(int *element_out, ikmi_reader *r, ikm_text text)
{
    bool is_new;
    ikmi_roster *names = &r->lines->names;
    ikmi_entry *entry = ikmi_roster_find(names, text);
    if (!entry) {
        ikmi_name name = ikmi_names_find(r->dump->columns.names, text);
        *element_out = name.element;
        if (names->count == NAMES_MAX || text.size > NAME_SIZE_MAX)
            return IKM_OK;
        ikm_status status = ikmi_roster_meet(&entry, names, text, (ikm_text){NULL, 0}, &is_new);
        if (status != IKM_OK)
            return status == IKM_ERR_LIMIT ? IKM_OK : status;
        memcpy(ikmi_entry_payload(entry), &name, sizeof name);
    }
    const ikmi_name *known = ikmi_entry_payload(entry);
    *element_out = known->element;
    return IKM_OK;
}

ikm_status ikmi_line_read(ikmi_reader *r, const ikmi_found *f)
{
    ikmi_line *line = &r->lines->line;
    const ikmi_line_columns *columns = &r->dump->columns.line;
    ikm_status status = ikmi_line_cell(&line->naming, r, f, columns->element);
    if (status == IKM_OK)
        status = ikmi_line_cell(&line->value, r, f, columns->value);
    if (status == IKM_OK)
        status = find_name(&line->element, r, line->naming.text);
    line->answer = IKMI_ANSWER_UNKNOWN;
    if (status == IKM_OK && line->element >= 0 && !line->value.odd)
        line->answer = ikmi_decode(r->dump->options.labels, (size_t)line->element, line->value.text);
    return status;
}

ikm_status ikmi_line_add_texts(ikmi_reader *r, const ikmi_found *f)
{
    ikmi_buffer *key = &r->lines->key;
    for (size_t w = 0; w < r->options->want_count; w++) {
        ikm_text text;
        size_t arena = r->arena.size;
        ikm_status status = ikmi_want_read(&text, r, f, &r->options->wants[w]);
        if (status != IKM_OK)
            return status;
        ikmi_buffer_add(key, text.data, text.size);
        ikmi_buffer_add_char(key, '\0');
        r->arena.size = arena;
    }
    return key->status;
}

ikm_text ikmi_line_next_text(const char **at)
{
    ikm_text text = {*at, strlen(*at)};
    *at += text.size + 1;
    return text;
}

ikm_status ikmi_line_refuse(ikmi_reader *r, const ikmi_found *f)
{
    const ikmi_line *line = &r->lines->line;
    const ikmi_line_columns *columns = &r->dump->columns.line;
    if (line->element < 0)
        return ikmi_refuse_cell(r, f, (size_t)columns->element, IKM_ISSUE_LINE, IKMI_WORD_INGEST_NO_SUCH_ELEMENT,
                                line->naming.text);
    const ikmi_observer *observer = r->options->observer;
    ikm_status status = observer ? observer->unknown(observer->ctx, (size_t)line->element, line->value.text) : IKM_OK;
    return status == IKM_OK ? ikmi_refuse_score(r, f, (size_t)columns->value, &line->value, false) : status;
}

ikm_status ikmi_line_refuse_alone(ikmi_reader *r, const ikmi_found *f, ikm_issue_kind kind, size_t fault_at)
{
    if (kind != IKM_ISSUE_FIELDS)
        return ikmi_refuse_fault(r, f, kind, fault_at);
    r->range->read++;
    return ikmi_refuse_count(r, f);
}

ikmi_first_line ikmi_line_place(const ikmi_reader *r, const ikmi_found *f, bool may_be_late, ikm_text *record_out)
{
    ikmi_first_line first = {.record_size = 0};
    size_t value = (size_t)r->dump->columns.line.value;
    *record_out = (ikm_text){NULL, 0};
    if (!may_be_late)
        return first;
    size_t at = value < f->field_count ? ikmi_found_at(f, value) : f->start;
    ikmi_refuse_locate(r, f, at, &first.line, &first.column);
    if (r->options->log->keep_records)
        *record_out = ikmi_refuse_record(r, f);
    first.record_size = (uint32_t)record_out->size;
    return first;
}

ikm_status ikmi_line_refuse_late(ikmi_reader *r, const ikmi_first_line *first, const ikmi_entry *entry,
                                 ikm_issue_kind kind, const char *message)
{
    ikmi_refusal refusal = {.kind = kind,
                            .line = first->line,
                            .column = first->column,
                            .header = -1,
                            .message = ikmi_text(message),
                            .record = {ikmi_entry_extra(&r->lines->met, entry), first->record_size}};
    r->range->refused++;
    return ikmi_log_add_late(r->options->log, &refusal);
}

ikm_status ikmi_line_limit(ikmi_reader *r, ikm_status status, ikmi_word word)
{
    char limit[IKMI_INTEGER_SIZE], header[80] = "";
    const ikmi_columns *columns = &r->dump->columns;
    size_t memory = r->options->memory ? r->options->memory : IKMI_LINES_MEMORY;
    if (status != IKM_ERR_LIMIT)
        return status;
    if (columns->line.respondent >= 0)
        ikmi_mask(header, sizeof header, ikmi_text(columns->columns[columns->line.respondent].header));
    ikmi_integer_text(limit, (int64_t)(memory >> 20));
    return ikmi_fail(r->err, status, r->dump->options.lang, word,
                     IKMI_SAY(ikmi_source_name(r->dump->grid.source), limit, header));
}

ikm_status ikmi_lines_begin(ikmi_reader *r)
{
    const ikm_mem *mem = r->dump->options.mem;
    ikmi_lines *lines = ikmi_alloc_zero(mem, 1, sizeof *lines);
    r->lines = lines;
    if (!lines)
        return IKM_ERR_NOMEM;
    lines->budget.left = r->options->memory ? r->options->memory : IKMI_LINES_MEMORY;
    ikmi_roster_init(&lines->names, sizeof(ikmi_name), &lines->budget, mem);
    ikmi_buffer_init(&lines->key, mem);
    ikmi_buffer_init(&lines->last, mem);
    /* whose it is or how many, which element, the answer; and one more at a time to look at */
    r->texts_at_once = 4 + 1;
    return r->dump->columns.shape == IKMI_SHAPE_LONG ? ikmi_long_begin(r) : ikmi_counts_begin(r);
}

void ikmi_lines_done(ikmi_reader *r)
{
    ikmi_lines *lines = r->lines;
    if (!lines)
        return;
    ikmi_roster_done(&lines->names);
    ikmi_roster_done(&lines->met);
    ikmi_roster_done(&lines->groups);
    ikmi_buffer_done(&lines->key);
    ikmi_buffer_done(&lines->last);
    ikmi_release(r->dump->options.mem, lines);
}

ikm_status ikmi_lines_fault(ikmi_reader *r, const ikmi_found *f, ikm_issue_kind kind, size_t fault_at)
{
    return r->lines->fault(r, f, kind, fault_at);
}

void ikmi_line_facts_clear(ikmi_line_facts *facts, const ikm_mem *mem)
{
    for (size_t e = 0; e < IKM_ELEMENTS_MAX; e++)
        ikmi_release(mem, facts->name[e]);
    *facts = (ikmi_line_facts){.left_out = 0};
}

/* How each element was first named. */
static ikm_status tell_names(ikmi_reader *r)
{
    ikmi_line_facts *facts = r->options->facts;
    const ikmi_roster *names = &r->lines->names;
    for (ikmi_entry *entry = ikmi_roster_first(names); entry; entry = ikmi_roster_next(names, entry)) {
        const ikmi_name *name = ikmi_entry_payload(entry);
        int element = name->element;
        if (element < 0 || facts->name[element])
            continue;
        facts->name[element] = ikmi_copy(r->dump->options.mem, ikmi_entry_text(names, entry));
        facts->by[element] = name->by;
        if (!facts->name[element])
            return IKM_ERR_NOMEM;
    }
    facts->left_out += r->lines->left_out;
    facts->differing += r->lines->differing;
    return IKM_OK;
}

ikm_status ikmi_lines_end(ikmi_reader *r)
{
    ikm_status status = r->lines->end(r);
    return status == IKM_OK && r->options->facts ? tell_names(r) : status;
}
