/* A tally into a file: see file.h. */
#include "inside.h"

#include "base/buffer.h"
#include "base/mem.h"
#include "file.h"

#include <string.h>

enum { BLOCK = 64 << 10 };

typedef struct saving {
    ikm_sink sink;
    ikmi_buffer block;
    uint64_t sum;
    ikm_status status;
} saving;

static void flush(saving *s)
{
    if (s->status == IKM_OK)
        s->status = s->block.status;
    if (s->status == IKM_OK && s->block.size) {
        s->sum = ikmi_file_checksum(s->sum, s->block.data, s->block.size);
        if (s->sink.write(s->sink.ctx, s->block.data, s->block.size))
            s->status = IKM_ERR_IO;
    }
    ikmi_buffer_clear(&s->block);
}

static void put(saving *s, const void *bytes, size_t size)
{
    ikmi_buffer_add(&s->block, bytes, size);
    if (s->block.size >= BLOCK || s->block.status != IKM_OK)
        flush(s);
}

static void put_number(saving *s, int64_t number)
{
    unsigned char bytes[IKMI_FILE_NUMBER_SIZE];
    uint64_t rest = (uint64_t)number;
    size_t size = 0;
    do {
        bytes[size] = (unsigned char)(rest & 0x7F);
        rest >>= 7;
        bytes[size++] |= rest ? 0x80 : 0;
    } while (rest);
    put(s, bytes, size);
}

static void put_text(saving *s, const char *text)
{
    size_t size = strlen(text);
    put_number(s, (int64_t)size);
    put(s, text, size);
}

static void put_counts(saving *s, const ikm_tally *tally, uint32_t group)
{
    int64_t flat[IKMI_WIDTH_MOST];
    const ikmi_moments *m = &tally->moments;
    ikmi_tally_flat(flat, tally, group);
    for (const int64_t *set = flat; set < flat + tally->sets * tally->cells; set += tally->cells) {
        put_number(s, set[tally->cells - 1]);
        for (size_t i = 0; i + 1 < tally->cells; i++)
            put_number(s, set[i]);
    }
    const int64_t *moments = flat + tally->sets * tally->cells;
    for (size_t i = 0; m->cells && i <= m->same; i++)
        put_number(s, moments[i]);
    for (size_t a = 0; m->cells && a < m->element_count; a++)
        for (size_t b = a + 1; b < m->element_count; b++)
            put_number(s, moments[ikmi_moments_product(m, a, b)]);
}

static void put_head(saving *s, const ikm_tally *tally, const ikm_rules *rules)
{
    bool moments = tally->moments.cells;
    const unsigned char marks[] = {
        moments ? IKMI_FILE_VERSION_MOMENTS : IKMI_FILE_VERSION,
        (unsigned char)((tally->sets > 1 ? IKMI_FILE_COMPLETE : 0) | (moments ? IKMI_FILE_MOMENTS : 0))};
    put(s, IKMI_FILE_MAGIC, IKMI_FILE_MAGIC_SIZE);
    put(s, marks, sizeof marks);
    put_text(s, rules->name);
    put_number(s, tally->rows.read);
    put_number(s, tally->rows.refused);
    put_number(s, tally->rows.incomplete);
    put_number(s, tally->rows.example);
    put_number(s, tally->rows.filtered);
    put_number(s, tally->scale);
    put_number(s, (int64_t)tally->element_count);
    for (size_t e = 0; e < tally->element_count; e++)
        put_text(s, tally->names[e]);
    put_number(s, (int64_t)tally->key_count);
    for (size_t k = 0; k < tally->key_count; k++)
        put_text(s, tally->names[tally->element_count + k]);
}

static ikm_status put_groups(saving *s, const ikm_tally *tally)
{
    size_t count = tally->key_count ? tally->group_count : 1;
    uint32_t *order = ikmi_alloc_zero(tally->mem, count, sizeof *order);
    ikm_status status = order ? IKM_OK : IKM_ERR_NOMEM;
    if (status == IKM_OK && tally->key_count)
        status = ikmi_tally_order(tally, order);
    put_number(s, (int64_t)count);
    for (size_t g = 0; g < count && status == IKM_OK; g++) {
        for (size_t k = 0; k < tally->key_count; k++)
            put_text(s, ikm_tally_key(tally, order[g], k));
        put_counts(s, tally, order[g]);
        status = s->status;
    }
    ikmi_release(tally->mem, order);
    return status;
}

ikm_status ikm_tally_write(const ikm_tally *tally, const ikm_rules *rules, ikm_sink sink)
{
    if (!tally || !rules || !sink.write)
        return IKM_ERR_ARGUMENT;
    if (!ikmi_tally_counts_elements_of(tally, rules))
        return IKM_ERR_MISMATCH;
    saving s = {.sink = sink, .sum = IKMI_FILE_CHECKSUM_START};
    unsigned char sum[IKMI_FILE_CHECKSUM_SIZE];
    ikmi_buffer_init(&s.block, tally->mem);
    put_head(&s, tally, rules);
    ikm_status status = put_groups(&s, tally);
    flush(&s);
    if (status == IKM_OK)
        status = s.status;
    for (size_t i = 0; i < sizeof sum; i++)
        sum[i] = (unsigned char)(s.sum >> 8 * i);
    if (status == IKM_OK && sink.write(sink.ctx, sum, sizeof sum))
        status = IKM_ERR_IO;
    ikmi_buffer_done(&s.block);
    return status;
}
