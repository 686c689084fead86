/* A tally out of a file: see file.h. Nothing in it is believed before it is checked. */
#include "inside.h"

#include "base/decimal.h"
#include "base/integer.h"
#include "base/mem.h"
#include "base/words.h"
#include "file.h"

#include <string.h>

typedef struct loading {
    const unsigned char *at, *end; /* what is left, without the checksum */
    bool bad;                      /* it ended too soon, or said what cannot be */
} loading;

static const unsigned char *take(loading *l, size_t size)
{
    const unsigned char *bytes = l->at;
    if (l->bad || (size_t)(l->end - l->at) < size) {
        l->bad = true;
        return NULL;
    }
    l->at += size;
    return bytes;
}

static int64_t take_number(loading *l, int64_t most)
{
    uint64_t number = 0;
    for (int shift = 0;; shift += 7) {
        const unsigned char *byte = take(l, 1);
        if (!byte || shift > 62 || (*byte == 0 && shift > 0)) { /* a last byte of 0 could have been left out */
            l->bad = true;
            return 0;
        }
        number |= (uint64_t)(*byte & 0x7F) << shift;
        if (!(*byte & 0x80))
            break;
    }
    if (number > (uint64_t)most) {
        l->bad = true;
        return 0;
    }
    return (int64_t)number;
}

static ikm_text take_text(loading *l)
{
    size_t size = (size_t)take_number(l, IKMI_FILE_TEXT_MAX);
    const unsigned char *bytes = take(l, size);
    if (bytes && size && memchr(bytes, '\0', size))
        l->bad = true;
    return (ikm_text){(const char *)bytes, l->bad ? 0 : size};
}

static void take_rows(loading *l, ikm_row_counts *rows)
{
    rows->read = take_number(l, INT64_MAX);
    rows->refused = take_number(l, rows->read);
    rows->used = rows->read - rows->refused;
    rows->incomplete = take_number(l, INT64_MAX);
    rows->example = take_number(l, INT64_MAX);
    rows->filtered = take_number(l, INT64_MAX);
}

/* Counts of a set that can be: no more answers to an element than respondents. */
static void take_set(loading *l, int64_t *set, const ikm_tally *tally)
{
    const size_t scale = (size_t)tally->scale;
    set[tally->cells - 1] = take_number(l, INT64_MAX);
    for (size_t e = 0; e < tally->element_count; e++) {
        int64_t left = set[tally->cells - 1];
        for (size_t s = 0; s < scale; s++) {
            set[e * scale + s] = take_number(l, left);
            left -= set[e * scale + s];
        }
    }
}

/* Of so many complete respondents with these answers. */
static void take_moments(loading *l, int64_t *cells, const ikmi_moments *m, const int64_t *set, size_t respondents)
{
    const int64_t step = (m->scale - 1) * (m->scale - 1), most = set[respondents];
    l->bad |= most > INT64_MAX / step;
    memset(cells, 0, m->cells * sizeof *cells);
    for (size_t i = 0; i <= m->same && !l->bad; i++)
        cells[i] = take_number(l, most);
    for (size_t a = 0; a < m->element_count; a++)
        for (size_t b = a + 1; b < m->element_count && !l->bad; b++) {
            int64_t sum = take_number(l, most * step);
            cells[ikmi_moments_product(m, a, b)] = sum;
            if (2 * (b - a) == m->element_count) /* both ways round are as long: it stands at either */
                cells[ikmi_moments_product(m, a, b) + b - a] = sum;
        }
    l->bad |= !l->bad && !ikmi_moments_agree(cells, m, set, most);
}

/* Complete respondents answered every element, and are among all. */
static bool are_complete(const int64_t *all, const int64_t *complete, const ikm_tally *tally)
{
    const size_t scale = (size_t)tally->scale, respondents = tally->cells - 1;
    if (complete[respondents] > all[respondents])
        return false;
    for (size_t e = 0; e < tally->element_count; e++) {
        int64_t answered = 0;
        for (size_t s = 0; s < scale; s++) {
            answered += complete[e * scale + s];
            if (complete[e * scale + s] > all[e * scale + s])
                return false;
        }
        if (answered != complete[respondents])
            return false;
    }
    return true;
}

static void take_counts(loading *l, int64_t *flat, const ikm_tally *tally)
{
    int64_t *complete = flat + tally->cells;
    take_set(l, flat, tally);
    if (tally->sets < 2)
        return;
    take_set(l, complete, tally);
    l->bad |= !l->bad && !are_complete(flat, complete, tally);
    if (tally->moments.cells && !l->bad)
        take_moments(l, complete + tally->cells, &tally->moments, complete, tally->cells - 1);
}

static ikm_status take_groups(loading *l, ikm_tally *tally)
{
    int64_t count = take_number(l, tally->key_count ? UINT32_MAX - 2 : 1);
    ikm_status status = IKM_OK;
    for (int64_t g = 0; g < count && !l->bad && status == IKM_OK; g++) {
        ikm_text key[IKMI_KEYS_MOST];
        int64_t flat[IKMI_WIDTH_MOST];
        for (size_t k = 0; k < tally->key_count; k++)
            key[k] = take_text(l);
        take_counts(l, flat, tally);
        if (!l->bad)
            status = ikmi_tally_add_flat(tally, key, flat);
    }
    /* the same key twice would be one group less */
    l->bad |= status == IKM_OK && tally->key_count && (int64_t)tally->group_count != count;
    return status;
}

/* The elements must be those of the rules; `*same_out` says so. */
static void take_elements(loading *l, const ikm_rules *rules, bool *same_out)
{
    int64_t scale = take_number(l, IKM_SCALE_MAX), count = take_number(l, IKM_ELEMENTS_MAX);
    *same_out = scale == rules->scale && (size_t)count == rules->element_count;
    for (int64_t e = 0; e < count && !l->bad; e++) {
        ikm_text code = take_text(l);
        *same_out = *same_out && code.size == strlen(rules->elements[e].code) &&
                    memcmp(code.data, rules->elements[e].code, code.size) == 0;
    }
}

static ikm_status new_tally(ikm_tally **out, loading *l, const ikm_rules *rules, unsigned flags, const ikm_mem *mem)
{
    char *names[IKMI_KEYS_MOST] = {NULL};
    size_t count = (size_t)take_number(l, IKMI_KEYS_MOST);
    ikm_status status = IKM_OK;
    for (size_t k = 0; k < count && status == IKM_OK; k++) {
        names[k] = ikmi_copy(mem, take_text(l));
        status = names[k] ? IKM_OK : IKM_ERR_NOMEM;
    }
    if (status == IKM_OK) {
        ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
        options.keys = (const char *const *)names;
        options.key_count = count;
        options.complete = flags & IKMI_FILE_COMPLETE;
        options.moments = flags & IKMI_FILE_MOMENTS;
        options.mem = mem;
        status = ikm_tally_new(out, rules, &options);
    }
    for (size_t k = 0; k < count; k++)
        ikmi_release(mem, names[k]);
    return status;
}

static bool has_sum(ikm_text bytes)
{
    size_t size = bytes.size - IKMI_FILE_CHECKSUM_SIZE;
    uint64_t sum = ikmi_file_checksum(IKMI_FILE_CHECKSUM_START, bytes.data, size), said = 0;
    for (size_t i = 0; i < IKMI_FILE_CHECKSUM_SIZE; i++)
        said |= (uint64_t)(unsigned char)bytes.data[size + i] << 8 * i;
    return sum == said;
}

int ikm_tally_is_file(ikm_text bytes)
{
    return bytes.size >= IKMI_FILE_MAGIC_SIZE && !memcmp(bytes.data, IKMI_FILE_MAGIC, IKMI_FILE_MAGIC_SIZE);
}

/* What can be said before the checksum, which a later version may place elsewhere. */
static ikm_status check_head(ikm_text bytes, const char *name, ikm_lang lang, ikm_error *err)
{
    char version[IKMI_INTEGER_SIZE];
    if (!ikm_tally_is_file(bytes))
        return ikmi_fail(err, IKM_ERR_DATA, lang, IKMI_WORD_TALLY_NO_FILE, IKMI_SAY(name));
    if (bytes.size < IKMI_FILE_MAGIC_SIZE + 2 + IKMI_FILE_CHECKSUM_SIZE)
        return ikmi_fail(err, IKM_ERR_DATA, lang, IKMI_WORD_TALLY_DAMAGED, IKMI_SAY(name));
    unsigned char said = (unsigned char)bytes.data[IKMI_FILE_MAGIC_SIZE];
    if (said > IKMI_FILE_VERSION_MOMENTS)
        return ikmi_fail(err, IKM_ERR_INVALID, lang, IKMI_WORD_TALLY_LATER_VERSION,
                         IKMI_SAY(name, ikmi_integer_text(version, said)));
    if (said == 0 || !has_sum(bytes))
        return ikmi_fail(err, IKM_ERR_DATA, lang, IKMI_WORD_TALLY_DAMAGED, IKMI_SAY(name));
    return IKM_OK;
}

ikm_status ikm_tally_read(ikm_tally **out, ikm_text bytes, const ikm_rules *rules, const char *name, ikm_lang lang,
                          const ikm_mem *mem, ikm_error *err)
{
    if (out)
        *out = NULL;
    if (!out || (!bytes.data && bytes.size) || !rules || !name)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_status status = check_head(bytes, name, lang, err);
    if (status != IKM_OK)
        return status;
    loading l = {(const unsigned char *)bytes.data + IKMI_FILE_MAGIC_SIZE + 1,
                 (const unsigned char *)bytes.data + bytes.size - IKMI_FILE_CHECKSUM_SIZE, false};
    unsigned flags = *take(&l, 1);
    ikm_row_counts rows;
    bool same;
    bool moments = bytes.data[IKMI_FILE_MAGIC_SIZE] == IKMI_FILE_VERSION_MOMENTS;
    l.bad |= moments ? flags != (IKMI_FILE_COMPLETE | IKMI_FILE_MOMENTS) : flags > IKMI_FILE_COMPLETE;
    take_text(&l); /* the rules are known by their elements: a name alone does not tell them apart */
    take_rows(&l, &rows);
    take_elements(&l, rules, &same);
    if (!l.bad && !same)
        return ikmi_fail(err, IKM_ERR_MISMATCH, lang, IKMI_WORD_TALLY_OTHER_ELEMENTS, IKMI_SAY(name, rules->name));
    ikm_tally *tally = NULL;
    if (!l.bad)
        status = new_tally(&tally, &l, rules, flags, mem);
    if (!l.bad && status == IKM_OK)
        status = take_groups(&l, tally);
    if (!l.bad && status == IKM_OK)
        status = ikm_tally_add_rows(tally, &rows);
    l.bad |= l.at != l.end;
    if (status == IKM_OK && !l.bad) {
        *out = tally;
        return IKM_OK;
    }
    ikm_tally_free(tally);
    return status != IKM_OK && status != IKM_ERR_OVERFLOW
               ? ikmi_fail_plain(err, status, lang)
               : ikmi_fail(err, IKM_ERR_DATA, lang, IKMI_WORD_TALLY_DAMAGED, IKMI_SAY(name));
}
