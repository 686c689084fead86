/*
 * The counts shape: one record says how many respondents gave one answer. Lines that
 * agree in what is wanted and in who the respondents are make a group of respondents;
 * there are as many of them as the element with the most lines says, blanks included.
 * A line that is not sound is refused by itself.
 */
#include "lines.h"

#include "base/integer.h"
#include "decode.h"
#include "shape_words.h"

#include <stddef.h>
#include <string.h>

typedef struct people {
    ikmi_first_line first;
    uint8_t verdict;
    int64_t counts[]; /* by element and score, blanks first */
} people;

static size_t answers_of(const ikmi_reader *r)
{
    return (size_t)ikm_rules_scale(r->dump->options.rules) + 1;
}

/* Who the respondents are, as far as columns say so; whether they count at all stands before it. */
static ikm_status make_key(ikmi_reader *r, const ikmi_found *f, ikmi_verdict verdict)
{
    ikmi_lines *lines = r->lines;
    ikmi_buffer *key = &lines->key;
    ikmi_buffer_clear(key);
    ikmi_buffer_add_char(key, (char)verdict);
    ikm_status status = ikmi_line_add_texts(r, f);
    for (size_t i = 0; i < lines->apart_count && status == IKM_OK; i++) {
        ikmi_cell cell = {{"", 0}, false};
        size_t arena = r->arena.size;
        if ((size_t)lines->apart[i] < f->field_count)
            status = ikmi_line_cell(&cell, r, f, lines->apart[i]);
        ikmi_buffer_add(key, cell.text.data, cell.text.size);
        ikmi_buffer_add_char(key, '\0');
        r->arena.size = arena;
    }
    return status == IKM_OK ? key->status : status;
}

static ikm_status meet(people **out, ikmi_reader *r, const ikmi_found *f)
{
    bool is_new;
    ikmi_entry *entry;
    ikmi_verdict verdict;
    ikm_text record;
    ikmi_first_line first = ikmi_line_place(r, f, true, &record);
    ikm_status status = ikmi_gate_judge(&verdict, r, f);
    if (status == IKM_OK)
        status = make_key(r, f, verdict);
    if (status == IKM_OK)
        status = ikmi_roster_meet(&entry, &r->lines->met, ikmi_buffer_text(&r->lines->key), record, &is_new);
    if (status != IKM_OK)
        return ikmi_line_limit(r, status, IKMI_WORD_INGEST_TOO_FINE);
    *out = ikmi_entry_payload(entry);
    if (is_new) {
        (*out)->first = first;
        (*out)->verdict = (uint8_t)verdict;
    }
    return IKM_OK;
}

static ikm_status count(ikmi_reader *r, const ikmi_found *f, people *who, const ikmi_cell *cell)
{
    int64_t n;
    const ikmi_line *line = &r->lines->line;
    bool is_count = !cell->odd && ikmi_line_count(&n, cell->text);
    if (line->element >= 0 && line->answer != IKMI_ANSWER_UNKNOWN && is_count) {
        int64_t *to = &who->counts[(size_t)line->element * answers_of(r) + line->answer];
        return ikmi_add(to, *to, n) ? IKM_OK : IKM_ERR_OVERFLOW;
    }
    if (who->verdict != IKMI_VERDICT_PASSES)
        return IKM_OK;
    /* the line alone: nobody can say of whom it speaks, or of how many */
    r->lines->refused++;
    r->range->read++;
    if (is_count)
        return ikmi_line_refuse(r, f);
    return ikmi_refuse_cell(r, f, (size_t)r->dump->columns.line.count, IKM_ISSUE_LINE, IKMI_WORD_INGEST_NOT_A_COUNT,
                            cell->text);
}

static ikm_status take_line(ikmi_reader *r, const ikmi_found *f)
{
    people *who = NULL;
    ikmi_cell cell;
    if (ikmi_found_is_empty(r, f))
        return IKM_OK;
    ikm_status status = ikmi_reader_observe(r, f);
    if (status != IKM_OK)
        return status;
    if (!ikmi_found_is_whole(r, f)) {
        r->lines->refused++;
        return ikmi_line_refuse_alone(r, f, IKM_ISSUE_FIELDS, 0);
    }
    status = ikmi_gate_time(r, f);
    if (status == IKM_OK)
        status = ikmi_line_read(r, f);
    if (status == IKM_OK && r->lines->line.element == IKMI_NAME_OTHER) {
        r->lines->left_out++;
        return IKM_OK;
    }
    if (status == IKM_OK)
        status = ikmi_line_cell(&cell, r, f, r->dump->columns.line.count);
    if (status == IKM_OK)
        status = meet(&who, r, f);
    return status == IKM_OK ? count(r, f, who, &cell) : status;
}

static ikm_status take(ikmi_reader *r, const ikmi_found *f)
{
    ikm_status status = take_line(r, f);
    r->arena.size = 0;
    return status;
}

static ikm_status take_fault(ikmi_reader *r, const ikmi_found *f, ikm_issue_kind kind, size_t fault_at)
{
    r->lines->refused++;
    return ikmi_line_refuse_alone(r, f, kind, fault_at);
}

/* false: too many to count. */
static bool total(int64_t *respondents_out, bool *answered_out, const ikmi_reader *r, const people *who)
{
    const size_t answers = answers_of(r);
    *respondents_out = 0;
    *answered_out = false;
    for (size_t e = 0; e < r->element_count; e++) {
        int64_t sum = 0;
        for (size_t answer = 0; answer < answers; answer++) {
            if (!ikmi_add(&sum, sum, who->counts[e * answers + answer]))
                return false;
            *answered_out |= answer && who->counts[e * answers + answer];
        }
        *respondents_out = sum > *respondents_out ? sum : *respondents_out;
    }
    return true;
}

static ikm_status hand_over(ikmi_reader *r, const ikmi_entry *entry, const people *who, int64_t respondents)
{
    int64_t answers[IKM_ELEMENTS_MAX * IKM_SCALE_MAX];
    ikm_text texts[IKMI_TEXTS_MAX];
    const size_t scale = answers_of(r) - 1;
    const char *at = ikmi_entry_text(&r->lines->met, entry).data + 1; /* behind the verdict */
    for (size_t w = 0; w < r->options->want_count; w++)
        texts[w] = ikmi_line_next_text(&at);
    for (size_t e = 0; e < r->element_count; e++)
        memcpy(&answers[e * scale], &who->counts[e * (scale + 1) + 1], scale * sizeof answers[0]);
    return r->options->take_counts(r->options->take_ctx, texts, respondents, answers);
}

static ikm_status finish(ikmi_reader *r, ikmi_entry *entry)
{
    bool answered;
    int64_t respondents;
    people *who = ikmi_entry_payload(entry);
    if (!total(&respondents, &answered, r, who))
        return IKM_ERR_OVERFLOW;
    if (who->verdict != IKMI_VERDICT_PASSES) {
        ikmi_gate_count(r, (ikmi_verdict)who->verdict, respondents);
        return IKM_OK;
    }
    if (!respondents)
        return IKM_OK; /* zeros of a table that shows every score, or no line was sound */
    if (!ikmi_add(&r->range->read, r->range->read, respondents))
        return IKM_ERR_OVERFLOW;
    if (answered)
        return hand_over(r, entry, who, respondents);
    r->lines->refused += respondents;
    return ikmi_line_refuse_late(r, &who->first, entry, IKM_ISSUE_EMPTY,
                                 ikmi_word_text(r->dump->options.lang, IKMI_WORD_INGEST_NO_ANSWER));
}

static ikm_status end(ikmi_reader *r)
{
    const ikmi_roster *met = &r->lines->met;
    ikm_status status = IKM_OK;
    for (ikmi_entry *entry = ikmi_roster_first(met); entry && status == IKM_OK; entry = ikmi_roster_next(met, entry))
        status = finish(r, entry);
    r->range->refused = r->lines->refused; /* respondents, where lines were told */
    return status;
}

/* Columns that say who the respondents are, asked for or not: what becomes of them must not depend on the question. */
static void choose_apart(ikmi_reader *r)
{
    static const ikmi_role roles[] = {IKMI_ROLE_SERVICE,   IKMI_ROLE_UNIT,       IKMI_ROLE_GENDER, IKMI_ROLE_AGE,
                                      IKMI_ROLE_EDUCATION, IKMI_ROLE_OCCUPATION, IKMI_ROLE_TIME};
    ikmi_lines *lines = r->lines;
    const ikmi_columns *columns = &r->dump->columns;
    for (size_t i = 0; i < columns->count; i++)
        for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
            if (columns->columns[i].role == roles[k] && lines->apart_count < IKMI_TEXTS_MAX)
                lines->apart[lines->apart_count++] = (int)i;
}

ikm_status ikmi_counts_begin(ikmi_reader *r)
{
    ikmi_lines *lines = r->lines;
    size_t cells = r->element_count * answers_of(r);
    ikmi_roster_init(&lines->met, offsetof(people, counts) + cells * sizeof(int64_t), &lines->budget,
                     r->dump->options.mem);
    ikmi_roster_init(&lines->groups, 0, &lines->budget, r->dump->options.mem);
    choose_apart(r);
    lines->fault = take_fault;
    lines->end = end;
    r->take = take;
    return IKM_OK;
}
