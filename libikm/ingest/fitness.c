/*
 * A delimiter is right when it cuts records into the same number of fields, and the
 * fields into cells that look whole. Both are needed: the comma cuts "1;3,5;4,0" as
 * regularly as the semicolon does, but leaves "1;3" and "5;4".
 *
 * The measure follows the thought of van den Burg, Nazabal and Sutton, "Wrangling
 * messy CSV files by detecting row and type patterns" (2019): a score of patterns
 * times a score of types; both are simpler here and in whole numbers.
 */
#include "fitness.h"

#include "looks.h"

#include <string.h>

enum { RECORDS_SEEN = 200, FIELDS_SEEN = 512, BROKEN_WEIGHT = 8 };

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* Does the cell hold what looks like the delimiter or the quotes of another dialect? */
static bool looks_broken(ikm_text field, const ikmi_dialect *dialect)
{
    char first = field.data[0], last = field.data[field.size - 1];
    if (field.size > 1 && first == last && (first == '"' || first == '\'') && first != dialect->quote)
        return true;
    for (size_t i = 0; i < field.size; i++) {
        char c = field.data[i];
        if (c == dialect->delimiter)
            continue;
        if (c == ';' || c == '|' || c == '\t')
            return true;
        /* a comma that parts no words and no number: "a,b" */
        if (c == ',' && i > 0 && i + 1 < field.size && is_alnum(field.data[i - 1]) && is_alnum(field.data[i + 1]) &&
            ikmi_look_of(field) != IKMI_LOOK_NUMBER)
            return true;
    }
    return false;
}

static ikm_text trimmed(ikm_text field, const ikmi_dialect *dialect)
{
    while (field.size && (ikmi_is_blank(field.data[field.size - 1]) || field.data[field.size - 1] == dialect->newline))
        field.size--;
    while (field.size && ikmi_is_blank(*field.data))
        field.data++, field.size--;
    return field;
}

/* What was seen so far. */
typedef struct tallying {
    int64_t with_count[FIELDS_SEEN];
    int64_t records, cells, broken;
} tallying;

static void tally_record(tallying *t, const char *bytes, const ikmi_record *record, const ikmi_dialect *dialect)
{
    size_t filled = 0;
    t->records++;
    if (record->fault)
        return;
    for (size_t i = 0, start = 0; i < record->field_count; start = record->field_end[i++] + (size_t)1) {
        ikm_text field = trimmed((ikm_text){bytes + start, record->field_end[i] - start}, dialect);
        if (!field.size)
            continue;
        filled++;
        t->cells++;
        t->broken += field.data[0] != dialect->quote && looks_broken(field, dialect);
    }
    if (filled)
        t->with_count[record->field_count < FIELDS_SEEN ? record->field_count : FIELDS_SEEN - 1]++;
}

static void judge(ikmi_candidate *out, const tallying *t)
{
    int64_t best = 0;
    out->records = t->records;
    for (int64_t count = 2; count < FIELDS_SEEN; count++) {
        /* more fields explain more: 17 are hardly chance, 2 may be */
        int64_t worth = t->with_count[count] * (count - 1) * 1000 / count;
        if (worth >= best && worth) {
            best = worth;
            out->fields = (size_t)count;
            out->regular = t->with_count[count];
        }
    }
    if (best)
        out->fit = best * 1000 / t->records * t->cells / (t->cells + BROKEN_WEIGHT * t->broken);
}

static bool is_blank(ikm_text record, const ikmi_dialect *dialect)
{
    for (size_t i = 0; i < record.size; i++) {
        char c = record.data[i];
        if (!ikmi_is_blank(c) && c != '\n' && c != '\r' && c != dialect->delimiter)
            return false;
    }
    return true;
}

ikm_status ikmi_fitness_measure(ikmi_candidate *candidate, ikm_text body, bool whole, ikmi_record *record)
{
    tallying t = {.records = 0};
    const ikmi_dialect *dialect = &candidate->dialect;
    for (size_t at = 0; at < body.size && t.records < RECORDS_SEEN; at += record->size) {
        ikmi_record_state state = ikmi_record_parse(record, body.data + at, body.size - at, whole, dialect);
        if (state == IKMI_RECORD_NOMEM)
            return IKM_ERR_NOMEM;
        if (state != IKMI_RECORD_DONE)
            break;
        if (!is_blank((ikm_text){body.data + at, record->size}, dialect))
            tally_record(&t, body.data + at, record, dialect);
    }
    candidate->records = candidate->regular = candidate->fit = 0;
    candidate->fields = 0;
    judge(candidate, &t);
    return IKM_OK;
}
