#include "sniff.h"

#include "base/decimal.h"
#include "base/words.h"
#include "encoding.h"
#include "fitness.h"

#include <string.h>

/* What usually parts fields; and what does so in some files, believed only where it parts all records alike. */
static const char usual[] = ",;\t|", unusual[] = " :^~";

/* Two delimiters whose fits are nearer than this are not told apart. */
enum { NEAR_PERCENT = 90, UNUSUAL_RECORDS_LEAST = 3, UNUSUAL_FIELDS_LEAST = 3 };

typedef struct sniffing {
    ikmi_sniff *out;
    ikm_text head;
    bool whole;
    const ikmi_told *told;
    const char *name;
    ikm_lang lang;
    ikmi_record record;
    ikm_error *err;
} sniffing;

static ikm_text body_of(const sniffing *s)
{
    return (ikm_text){s->head.data + s->out->first_at, s->head.size - s->out->first_at};
}

static ikm_status fail(const sniffing *s, ikm_status status, ikmi_word word)
{
    return ikmi_fail(s->err, status, s->lang, word, IKMI_SAY(s->name));
}

/* A line that goes on behind the head takes up most of it. */
static bool is_cut(const sniffing *s)
{
    ikm_text body = body_of(s);
    size_t tail = body.size;
    while (tail > 0 && body.data[tail - 1] != s->out->dialect.newline)
        tail--;
    return !s->whole && (body.size - tail) * 2 > s->head.size;
}

static ikm_status too_long(const sniffing *s)
{
    ikm_text body = body_of(s);
    char line[IKMI_INTEGER_SIZE], limit[IKMI_INTEGER_SIZE];
    int64_t at = s->out->first_line;
    for (size_t i = 0; i < body.size; i++)
        at += body.data[i] == s->out->dialect.newline;
    ikm_status status =
        ikmi_fail(s->err, IKM_ERR_DATA, s->lang, IKMI_WORD_INGEST_LONG_LINE,
                  IKMI_SAY(s->name, ikmi_integer_text(line, at), ikmi_integer_text(limit, (int64_t)s->head.size)));
    if (s->err)
        s->err->line = at;
    return status;
}

/*
 * LF ends records, unless lone CRs outnumber it outside of quotes: then line breaks
 * within cells are LFs. In a file whose quotes are broken all are counted.
 */
static char newline_of(ikm_text head)
{
    int64_t lines[2] = {0, 0}, returns[2] = {0, 0};
    bool quoted = false;
    for (size_t i = 0; i < head.size; i++) {
        char c = head.data[i];
        quoted ^= c == '"';
        lines[quoted] += c == '\n';
        returns[quoted] += c == '\r' && (i + 1 == head.size || head.data[i + 1] != '\n');
    }
    if (!lines[0] && !returns[0])
        return returns[1] > lines[1] ? '\r' : '\n';
    return returns[0] > lines[0] ? '\r' : '\n';
}

static size_t line_end(const sniffing *s, size_t at)
{
    const char *end = memchr(s->head.data + at, s->out->dialect.newline, s->head.size - at);
    return end ? (size_t)(end - s->head.data) : s->head.size;
}

static void next_line(const sniffing *s)
{
    size_t end = line_end(s, s->out->first_at);
    s->out->first_at = end < s->head.size ? end + 1 : end;
    s->out->first_line++;
}

/* "sep=;", which Excel writes before everything else; 0: none. */
static char separator_line(const sniffing *s)
{
    size_t at = s->out->first_at, end = line_end(s, at);
    while (end > at && (s->head.data[end - 1] == '\r' || s->head.data[end - 1] == '"'))
        end--;
    at += at < end && s->head.data[at] == '"';
    const char *line = s->head.data + at;
    bool named = end - at >= 5 && (line[0] | 0x20) == 's' && (line[1] | 0x20) == 'e' && (line[2] | 0x20) == 'p' &&
                 line[3] == '=';
    if (!named)
        return '\0';
    /* what stands behind the one character may only be more of it: Excel pads rows */
    for (size_t i = 5; i < end - at; i++)
        if (line[i] != line[4])
            return '\0';
    return line[4];
}

static ikm_status find_first(sniffing *s)
{
    ikmi_sniff *out = s->out;
    out->first_line = 1;
    out->first_at = s->head.size >= 3 && !memcmp(s->head.data, "\xEF\xBB\xBF", 3) ? 3 : 0;
    if (out->first_at)
        out->encoding = IKMI_ENCODING_UTF8;
    char separator = separator_line(s);
    if (separator) {
        next_line(s);
        if (!out->dialect.delimiter)
            out->dialect.delimiter = separator;
    }
    while (out->first_line < s->told->line && out->first_at < s->head.size)
        next_line(s);
    if (out->first_line < s->told->line) {
        char line[IKMI_INTEGER_SIZE];
        ikmi_integer_text(line, s->told->line);
        return ikmi_fail(s->err, IKM_ERR_DATA, s->lang, IKMI_WORD_INGEST_NO_SUCH_LINE, IKMI_SAY(s->name, line));
    }
    for (size_t i = out->first_at; i < s->head.size; i++)
        if (!ikmi_is_blank(s->head.data[i]) && s->head.data[i] != '\n')
            return IKM_OK;
    return fail(s, IKM_ERR_DATA, IKMI_WORD_INGEST_EMPTY);
}

static void find_encoding(sniffing *s)
{
    ikmi_sniff *out = s->out;
    size_t high = ikmi_first_high(s->head.data + out->first_at, s->head.size - out->first_at) + out->first_at;
    if (s->told->encoding)
        out->encoding = s->told->encoding;
    /* a character may be cut off at the end of the head */
    else if (!out->encoding && (high + 4 <= s->head.size || (s->whole && high < s->head.size)))
        out->encoding = ikmi_encoding_of(s->head.data + high, s->head.size - high);
}

static bool holds_pair(ikm_text text, char first, char second)
{
    for (size_t i = 0; i + 1 < text.size; i++)
        if (text.data[i] == first && text.data[i + 1] == second)
            return true;
    return false;
}

/* The quotes and escapes that are worth a try with this delimiter: a quote of the other kind must open some field. */
static size_t dialects_of(ikmi_dialect out[4], const sniffing *s, char delimiter)
{
    const ikmi_dialect *told = &s->told->dialect;
    ikm_text body = body_of(s);
    char quotes[2] = {told->quote ? told->quote : '"', '\0'};
    size_t count = 0;
    if (!told->quote && (body.data[0] == '\'' || holds_pair(body, delimiter, '\'') || holds_pair(body, '\n', '\'')))
        quotes[1] = '\'';
    for (int q = 0; q < 2 && quotes[q]; q++) {
        ikmi_dialect dialect = {delimiter, quotes[q], s->out->dialect.newline, told->escape};
        if (dialect.escape == dialect.quote)
            dialect.escape = '\0';
        out[count++] = dialect;
        if (!told->escape && holds_pair(body, '\\', quotes[q])) {
            dialect.escape = '\\';
            out[count++] = dialect;
        }
    }
    return count;
}

/* The best of the dialects with this delimiter; the plain one where they are equal. */
static ikm_status measure(ikmi_candidate *out, sniffing *s, char delimiter)
{
    ikmi_dialect dialects[4];
    size_t count = dialects_of(dialects, s, delimiter);
    ikmi_candidate candidate;
    for (size_t i = 0; i < count; i++) {
        candidate.dialect = dialects[i];
        if (ikmi_fitness_measure(&candidate, body_of(s), s->whole, &s->record) != IKM_OK)
            return ikmi_fail_plain(s->err, IKM_ERR_NOMEM, s->lang);
        if (i == 0 || candidate.fit > out->fit)
            *out = candidate;
    }
    return IKM_OK;
}

/* By fit; what comes first in the list stays first among equals. */
static void insert(ikmi_sniff *out, const ikmi_candidate *candidate)
{
    size_t at = out->count++;
    for (; at > 0 && out->candidates[at - 1].fit < candidate->fit; at--)
        out->candidates[at] = out->candidates[at - 1];
    out->candidates[at] = *candidate;
}

static bool parts_all_alike(const ikmi_candidate *c)
{
    return c->records >= UNUSUAL_RECORDS_LEAST && c->regular == c->records && c->fields >= UNUSUAL_FIELDS_LEAST;
}

static ikm_status measure_all(sniffing *s)
{
    ikm_status status = IKM_OK;
    for (const char *c = usual; *c && status == IKM_OK; c++) {
        ikmi_candidate candidate;
        status = measure(&candidate, s, *c);
        if (status == IKM_OK)
            insert(s->out, &candidate);
    }
    for (const char *c = unusual; *c && status == IKM_OK && !s->out->candidates[0].fit; c++) {
        ikmi_candidate candidate;
        status = measure(&candidate, s, *c);
        if (status == IKM_OK && parts_all_alike(&candidate))
            insert(s->out, &candidate);
    }
    return status;
}

const char *ikmi_delimiter_shown(char delimiter, ikm_lang lang)
{
    static const char texts[] = ",\0;\0|\0:\0^\0~";
    if (delimiter == '\t')
        return ikmi_word_text(lang, IKMI_WORD_INGEST_TAB);
    if (delimiter == ' ')
        return ikmi_word_text(lang, IKMI_WORD_INGEST_SPACE);
    for (size_t i = 0; i < sizeof texts; i += 2)
        if (texts[i] == delimiter)
            return texts + i;
    return "?";
}

/* The option's word for it. */
static const char *option_of(char delimiter)
{
    return delimiter == ',' ? "comma" : delimiter == ';' ? "semicolon" : delimiter == '\t' ? "tab" : "pipe";
}

static ikm_status unsure(const sniffing *s)
{
    const ikmi_candidate *c = s->out->candidates;
    char fields[2][IKMI_INTEGER_SIZE];
    for (int i = 0; i < 2; i++)
        ikmi_integer_text(fields[i], (int64_t)c[i].fields);
    return ikmi_fail(s->err, IKM_ERR_UNSURE, s->lang, IKMI_WORD_INGEST_UNSURE_DELIMITER,
                     IKMI_SAY(s->name, ikmi_delimiter_shown(c[0].dialect.delimiter, s->lang), fields[0],
                              ikmi_delimiter_shown(c[1].dialect.delimiter, s->lang), fields[1],
                              option_of(c[0].dialect.delimiter), option_of(c[1].dialect.delimiter)));
}

/* The further the second is behind, the surer is the first; and the more records it parts alike. */
static int confidence_of(const ikmi_sniff *out)
{
    const ikmi_candidate *best = &out->candidates[0];
    int64_t nearness = out->count > 1 ? out->candidates[1].fit * 100 / best->fit : 0;
    int64_t apart = 100 - nearness * nearness / 200, regular = 50 + best->regular * 50 / best->records;
    return (int)(apart < regular ? apart : regular);
}

static ikm_status find_delimiter(sniffing *s)
{
    ikmi_sniff *out = s->out;
    ikm_status status = measure_all(s);
    if (status != IKM_OK)
        return status;
    if (!out->candidates[0].fit)
        return is_cut(s) ? too_long(s) : fail(s, IKM_ERR_DATA, IKMI_WORD_INGEST_NOT_A_TABLE);
    if (out->candidates[1].fit * 100 >= out->candidates[0].fit * NEAR_PERCENT)
        return unsure(s);
    out->confidence = confidence_of(out);
    out->dialect = out->candidates[0].dialect;
    return IKM_OK;
}

/* The delimiter is known; its quotes may not be. */
static ikm_status find_quotes(sniffing *s)
{
    ikmi_candidate candidate;
    ikm_status status = measure(&candidate, s, s->out->dialect.delimiter);
    if (status == IKM_OK)
        s->out->dialect = candidate.dialect;
    s->out->confidence = 100;
    return status;
}

ikm_status ikmi_sniff_find(ikmi_sniff *out, ikm_text head, bool whole, const ikmi_told *told, const char *name,
                           ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    ikmi_sniff found = {.dialect = told->dialect};
    sniffing s = {.out = &found, .head = head, .whole = whole, .told = told, .name = name, .lang = lang, .err = err};
    if (!found.dialect.newline)
        found.dialect.newline = newline_of(head);
    ikm_status status = find_first(&s);
    if (status != IKM_OK)
        return status;
    if (is_cut(&s) && !memchr(body_of(&s).data, found.dialect.newline, body_of(&s).size))
        return too_long(&s);
    find_encoding(&s);
    ikmi_record_init(&s.record, mem);
    status = found.dialect.delimiter ? find_quotes(&s) : find_delimiter(&s);
    ikmi_record_done(&s.record);
    if (status == IKM_OK)
        *out = found;
    return status;
}
