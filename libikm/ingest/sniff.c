#include "sniff.h"

#include "base/words.h"
#include "encoding.h"
#include "record.h"

#include <string.h>

static const char candidates[] = ",;\t|";

enum { RECORDS_SEEN = 200, FIELDS_SEEN = 256 };

static size_t byte_order_mark(ikm_text head)
{
    return head.size >= 3 && !memcmp(head.data, "\xEF\xBB\xBF", 3) ? 3 : 0;
}

/* LF ends records, unless there is none and there are CRs. */
static char newline_of(ikm_text head)
{
    bool lf = memchr(head.data, '\n', head.size) != NULL;
    return !lf && memchr(head.data, '\r', head.size) ? '\r' : '\n';
}

static bool is_blank_record(const char *bytes, size_t size, char delimiter)
{
    for (size_t i = 0; i < size; i++)
        if (!ikmi_is_blank(bytes[i]) && bytes[i] != '\n' && bytes[i] != delimiter)
            return false;
    return true;
}

/*
 * How well a delimiter explains the head: of its records (blank ones apart), those
 * that have the commonest count of fields, when that is two or more; the count
 * itself settles ties.
 */
static int64_t fitness(ikm_text head, bool whole, const ikmi_dialect *dialect, ikmi_record *record, bool *nomem)
{
    int64_t with_count[FIELDS_SEEN] = {0}, seen = 0, best = 0;
    size_t fields = 1;
    for (size_t at = 0; at < head.size && seen < RECORDS_SEEN;) {
        ikmi_record_state state = ikmi_record_parse(record, head.data + at, head.size - at, whole, dialect);
        *nomem |= state == IKMI_RECORD_NOMEM;
        if (state != IKMI_RECORD_DONE)
            break;
        if (!is_blank_record(head.data + at, record->size, dialect->delimiter)) {
            seen++;
            with_count[record->field_count < FIELDS_SEEN ? record->field_count : FIELDS_SEEN - 1]++;
        }
        at += record->size;
    }
    for (size_t count = 2; count < FIELDS_SEEN; count++)
        if (with_count[count] >= best && with_count[count]) {
            best = with_count[count];
            fields = count;
        }
    return seen && best ? best * 1000 / seen * FIELDS_SEEN + (int64_t)fields : 0;
}

static ikm_status find_delimiter(ikmi_sniff *out, ikm_text body, bool whole, const char *name, ikm_lang lang,
                                 const ikm_mem *mem, ikm_error *err)
{
    int64_t best = 0;
    bool nomem = false;
    ikmi_record record;
    ikmi_record_init(&record, mem);
    for (const char *c = candidates; *c; c++) {
        ikmi_dialect dialect = out->dialect;
        dialect.delimiter = *c;
        int64_t fit = fitness(body, whole, &dialect, &record, &nomem);
        if (fit > best) {
            best = fit;
            out->dialect.delimiter = *c;
        }
    }
    ikmi_record_done(&record);
    if (nomem)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    return best ? IKM_OK : ikmi_fail(err, IKM_ERR_DATA, lang, IKMI_WORD_INGEST_NOT_A_TABLE, IKMI_SAY(name));
}

/* The first line that is neither blank nor only separators is the header's. */
static bool find_header(ikmi_sniff *out, ikm_text head, size_t from)
{
    size_t at = from;
    int64_t line = 1;
    while (at < head.size) {
        const char *end = memchr(head.data + at, out->dialect.newline, head.size - at);
        size_t size = end ? (size_t)(end - head.data) - at : head.size - at;
        if (!is_blank_record(head.data + at, size, out->dialect.delimiter)) {
            out->header_at = at;
            out->header_line = line;
            return true;
        }
        at += size + 1;
        line++;
    }
    return false;
}

ikm_status ikmi_sniff_find(ikmi_sniff *out, ikm_text head, bool whole, const ikmi_dialect *told, const char *name,
                           ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    ikmi_sniff found = {.dialect = *told};
    size_t bom = byte_order_mark(head), high = ikmi_first_high(head.data + bom, head.size - bom) + bom;
    ikm_text body = {head.data + bom, head.size - bom};
    if (bom)
        found.encoding = IKMI_ENCODING_UTF8;
    else if (high + 4 <= head.size || (whole && high < head.size))
        found.encoding = ikmi_encoding_of(head.data + high, head.size - high);
    if (!found.dialect.quote)
        found.dialect.quote = '"';
    if (!found.dialect.newline)
        found.dialect.newline = newline_of(head);
    if (!find_header(&found, head, bom))
        return ikmi_fail(err, IKM_ERR_DATA, lang, IKMI_WORD_INGEST_EMPTY, IKMI_SAY(name));
    if (!found.dialect.delimiter) {
        ikm_status status = find_delimiter(&found, body, whole, name, lang, mem, err);
        if (status != IKM_OK)
            return status;
    }
    /* once more: a line of nothing but the delimiter is blank */
    if (!find_header(&found, head, bom))
        return ikmi_fail(err, IKM_ERR_DATA, lang, IKMI_WORD_INGEST_EMPTY, IKMI_SAY(name));
    *out = found;
    return IKM_OK;
}
