/*
 * The long shape: one record an answer. A respondent's lines may lie anywhere. While
 * respondents come one after the other in some order, nobody is met twice, and only
 * the one in hand is held; where they do not, the dump is read again and all are
 * held until the end.
 */
#include "lines.h"

#include "base/mem.h"
#include "decode.h"

#include <stddef.h>
#include <string.h>

typedef enum state { OPEN, REFUSED, KEPT_OUT } state;

enum { NO_LINE = 254 }; /* in place of a score: nothing was said about the element */

typedef struct person {
    ikmi_first_line first;
    const ikmi_entry *group; /* their texts; NULL: none are wanted */
    uint8_t state;
    uint8_t verdict; /* why they are kept out */
    bool differs;    /* some line has other texts than the first */
    uint8_t scores[];
} person;

/* The orders that respondents may come in: by length and then bytes, as numbers are, or by bytes alone; up or down. */
enum { NUMBERS_UP = 1, NUMBERS_DOWN = 2, BYTES_UP = 4, BYTES_DOWN = 8, ANY_ORDER = 15 };

static int compare_bytes(ikm_text a, ikm_text b)
{
    size_t shorter = a.size < b.size ? a.size : b.size;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static unsigned orders_of(ikm_text before, ikm_text after)
{
    int bytes = compare_bytes(before, after);
    int numbers = before.size != after.size ? (before.size > after.size) - (before.size < after.size) : bytes;
    return (numbers < 0 ? NUMBERS_UP : NUMBERS_DOWN) | (bytes < 0 ? BYTES_UP : BYTES_DOWN);
}

static ikm_status refuse_late(ikmi_reader *r, const ikmi_entry *entry, const person *who, bool answered)
{
    char message[160];
    ikm_lang lang = r->dump->options.lang;
    size_t e = 0;
    if (!answered)
        return ikmi_line_refuse_late(r, &who->first, entry, IKM_ISSUE_EMPTY,
                                     ikmi_word_text(lang, IKMI_WORD_INGEST_NO_ANSWER));
    while (who->scores[e] != NO_LINE)
        e++;
    ikmi_say(message, sizeof message, lang, IKMI_WORD_INGEST_NO_LINE,
             IKMI_SAY(ikm_rules_element_code(r->dump->options.rules, e)));
    return ikmi_line_refuse_late(r, &who->first, entry, IKM_ISSUE_BLANK, message);
}

/* All lines of a respondent have been read. */
static ikm_status finish(ikmi_reader *r, ikmi_entry *entry)
{
    person *who = ikmi_entry_payload(entry);
    bool answered = false, gaps = false;
    if (who->state == KEPT_OUT) {
        ikmi_gate_count(r, (ikmi_verdict)who->verdict, 1);
        return IKM_OK;
    }
    r->range->read++;
    if (who->state == REFUSED)
        return IKM_OK;
    for (size_t e = 0; e < r->element_count; e++) {
        gaps |= who->scores[e] == NO_LINE;
        answered |= who->scores[e] != NO_LINE && who->scores[e] != IKMI_ANSWER_BLANK;
    }
    if (!answered || (gaps && r->options->strict))
        return refuse_late(r, entry, who, answered);
    if (r->rows == IKMI_BATCH_ROWS) {
        ikm_status status = ikmi_reader_flush(r);
        if (status != IKM_OK)
            return status;
    }
    for (size_t e = 0; e < r->element_count; e++)
        r->scores[e][r->rows] = who->scores[e] == NO_LINE ? IKMI_ANSWER_BLANK : who->scores[e];
    const char *texts = who->group ? ikmi_entry_text(&r->lines->groups, who->group).data : NULL;
    for (size_t w = 0; w < r->options->want_count; w++)
        r->texts[w][r->rows] = ikmi_line_next_text(&texts);
    r->lines->differing += who->differs;
    r->rows++;
    return IKM_OK;
}

/* While respondents come in order, the one before is complete when another begins. */
static ikm_status step(ikmi_reader *r, ikm_text id)
{
    ikmi_lines *lines = r->lines;
    ikmi_entry *before = ikmi_roster_first(&lines->met);
    if (r->range->scattered)
        return IKM_OK;
    if (before) {
        ikm_text last = ikmi_entry_text(&lines->met, before);
        if (last.size == id.size && (!id.size || !memcmp(last.data, id.data, id.size)))
            return IKM_OK;
        lines->orders &= orders_of(last, id);
        if (!lines->orders) {
            r->range->again = r->range->scattered = true;
            return IKM_ERR_STOPPED;
        }
        ikm_status status = finish(r, before);
        if (status != IKM_OK)
            return status;
    }
    ikmi_roster_clear(&lines->met);
    return IKM_OK;
}

/* The texts that are wanted of the respondent whose line this is. */
static ikm_status find_group(const ikmi_entry **out, ikmi_reader *r, const ikmi_found *f)
{
    bool is_new;
    ikmi_entry *group;
    ikmi_lines *lines = r->lines;
    ikmi_buffer_clear(&lines->key);
    ikm_status status = ikmi_line_add_texts(r, f);
    if (status == IKM_OK)
        status = ikmi_roster_meet(&group, &lines->groups, ikmi_buffer_text(&lines->key), (ikm_text){NULL, 0}, &is_new);
    if (status == IKM_OK)
        *out = group;
    return status;
}

/* Do the texts of two lines of a respondent differ in what they must agree in? */
static bool differ(const ikmi_reader *r, const ikmi_entry *a, const ikmi_entry *b)
{
    if (a == b || !a || !b)
        return a != b;
    const char *at = ikmi_entry_text(&r->lines->groups, a).data, *other = ikmi_entry_text(&r->lines->groups, b).data;
    for (size_t w = 0; w < r->options->want_count; w++) {
        ikm_text text = ikmi_line_next_text(&at), other_text = ikmi_line_next_text(&other);
        if (!r->options->wants[w].loose && compare_bytes(text, other_text) != 0)
            return true;
    }
    return false;
}

/* The respondent with this identity; somebody new is judged by the line on which they are met. */
static ikm_status meet(ikmi_entry **out, ikmi_reader *r, const ikmi_found *f, ikm_text id, bool whole)
{
    bool is_new, late = r->options->strict || r->lines->line.answer == IKMI_ANSWER_BLANK || r->lines->line.element < 0;
    const ikmi_entry *group = NULL;
    ikm_text record;
    ikmi_first_line first = ikmi_line_place(r, f, late, &record);
    ikm_status status = step(r, id);
    if (status == IKM_OK && whole && r->options->want_count)
        status = find_group(&group, r, f);
    if (status == IKM_OK)
        status = ikmi_roster_meet(out, &r->lines->met, id, record, &is_new);
    if (status != IKM_OK)
        return ikmi_line_limit(r, status, IKMI_WORD_INGEST_SCATTERED);
    person *who = ikmi_entry_payload(*out);
    if (!is_new) {
        who->differs |= whole && differ(r, group, who->group);
        return IKM_OK;
    }
    who->first = first;
    who->group = group;
    memset(who->scores, NO_LINE, r->element_count);
    ikmi_verdict verdict = IKMI_VERDICT_PASSES;
    if (whole)
        status = ikmi_gate_judge(&verdict, r, f);
    who->verdict = (uint8_t)verdict;
    who->state = verdict == IKMI_VERDICT_PASSES ? OPEN : KEPT_OUT;
    return status;
}

static ikm_status refuse_answer(ikmi_reader *r, const ikmi_found *f)
{
    const ikmi_line *line = &r->lines->line;
    const ikmi_line_columns *columns = &r->dump->columns.line;
    if (line->element < 0 || line->answer == IKMI_ANSWER_UNKNOWN)
        return ikmi_line_refuse(r, f);
    if (line->answer == IKMI_ANSWER_BLANK)
        return ikmi_refuse_plain(r, f, ikmi_found_at(f, (size_t)columns->value), columns->value, IKM_ISSUE_BLANK,
                                 IKMI_WORD_INGEST_BLANK);
    return ikmi_refuse_cell(r, f, (size_t)columns->element, IKM_ISSUE_REPEATED, IKMI_WORD_INGEST_TWICE,
                            line->naming.text);
}

/* The line in hand to its respondent. */
static ikm_status answer(ikmi_reader *r, const ikmi_found *f, person *who)
{
    const ikmi_line *line = &r->lines->line;
    if (line->element == IKMI_NAME_OTHER) {
        r->lines->left_out++;
        return IKM_OK;
    }
    bool sound = line->element >= 0 && line->answer != IKMI_ANSWER_UNKNOWN;
    if (sound && line->answer == IKMI_ANSWER_BLANK)
        sound = !r->options->strict;
    else if (sound)
        sound = who->scores[line->element] == NO_LINE || who->scores[line->element] == IKMI_ANSWER_BLANK;
    if (!sound) {
        who->state = REFUSED;
        return refuse_answer(r, f);
    }
    if (line->answer != IKMI_ANSWER_BLANK || who->scores[line->element] == NO_LINE)
        who->scores[line->element] = line->answer;
    return IKM_OK;
}

/*
 * A record that is broken: a respondent whose identity stands before the fault is
 * refused, else the record is one by itself.
 */
static ikm_status take_broken(ikmi_reader *r, const ikmi_found *f, const ikmi_found *fields, ikm_issue_kind kind,
                              size_t fault_at)
{
    ikmi_cell id = {{"", 0}, false};
    ikmi_entry *entry;
    size_t column = (size_t)r->dump->columns.line.respondent;
    size_t sound_end = kind == IKM_ISSUE_FIELDS ? fields->size : fault_at;
    ikm_status status = IKM_OK;
    if (column < fields->field_count && fields->field_end[column] - fields->start < sound_end)
        status = ikmi_line_cell(&id, r, fields, (int)column);
    if (status != IKM_OK || !id.text.size || id.odd)
        return status == IKM_OK ? ikmi_line_refuse_alone(r, f, kind, fault_at) : status;
    r->lines->line = (ikmi_line){.element = IKMI_NAME_UNKNOWN};
    status = meet(&entry, r, fields, id.text, false);
    if (status != IKM_OK)
        return status;
    person *who = ikmi_entry_payload(entry);
    if (who->state != OPEN)
        return IKM_OK;
    who->state = REFUSED;
    r->range->read--; /* they are counted when they are complete */
    return ikmi_line_refuse_alone(r, f, kind, fault_at);
}

static ikm_status take_fault(ikmi_reader *r, const ikmi_found *f, ikm_issue_kind kind, size_t fault_at)
{
    const ikmi_found fields = {f->bytes + f->start, 0, r->record.field_end, r->record.field_count, f->size};
    return take_broken(r, f, &fields, kind, fault_at);
}

static ikm_status take_line(ikmi_reader *r, const ikmi_found *f)
{
    ikmi_cell id;
    ikmi_entry *entry;
    const int respondent = r->dump->columns.line.respondent;
    if (ikmi_found_is_empty(r, f))
        return IKM_OK;
    ikm_status status = ikmi_reader_observe(r, f);
    if (status != IKM_OK)
        return status;
    if (!ikmi_found_is_whole(r, f))
        return take_broken(r, f, f, IKM_ISSUE_FIELDS, 0);
    status = ikmi_line_cell(&id, r, f, respondent);
    if (status == IKM_OK)
        status = ikmi_gate_time(r, f);
    if (status == IKM_OK)
        status = ikmi_line_read(r, f);
    if (status != IKM_OK)
        return status;
    if (!id.text.size) {
        r->range->read++;
        return ikmi_refuse_plain(r, f, ikmi_found_at(f, (size_t)respondent), respondent, IKM_ISSUE_LINE,
                                 IKMI_WORD_INGEST_NOBODY);
    }
    status = meet(&entry, r, f, id.text, true);
    if (status != IKM_OK)
        return status;
    person *who = ikmi_entry_payload(entry);
    return who->state == OPEN ? answer(r, f, who) : IKM_OK;
}

static ikm_status take(ikmi_reader *r, const ikmi_found *f)
{
    ikm_status status = take_line(r, f);
    r->arena.size = 0; /* what batches hold lies in rosters */
    return status;
}

static ikm_status end(ikmi_reader *r)
{
    const ikmi_roster *met = &r->lines->met;
    ikm_status status = IKM_OK;
    for (ikmi_entry *entry = ikmi_roster_first(met); entry && status == IKM_OK; entry = ikmi_roster_next(met, entry))
        status = finish(r, entry);
    return status;
}

ikm_status ikmi_long_begin(ikmi_reader *r)
{
    ikmi_lines *lines = r->lines;
    const ikm_mem *mem = r->dump->options.mem;
    ikmi_roster_init(&lines->met, offsetof(person, scores) + r->element_count, &lines->budget, mem);
    ikmi_roster_init(&lines->groups, 0, &lines->budget, mem);
    lines->orders = ANY_ORDER;
    lines->fault = take_fault;
    lines->end = end;
    r->take = take;
    /* what can be read only once is not tried */
    r->range->scattered |= ikmi_source_size(r->dump->grid.source) < 0;
    return IKM_OK;
}
