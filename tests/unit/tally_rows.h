/*
 * Respondents made from a seed, a slow count of them to compare with, and a
 * tally as text.
 */
#ifndef TALLY_ROWS_H
#define TALLY_ROWS_H

#include "rules/rules.h"
#include "tally/tally.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct tally_rows {
    size_t count, element_count, key_count;
    int scale;
    uint8_t *scores[IKM_ELEMENTS_MAX];
    ikm_text *keys[16];
    char *bytes;
} tally_rows;

typedef struct tally_rows_kind {
    size_t count, element_count;
    int scale;
    size_t key_count, values; /* distinct values of each key */
    unsigned blanks;          /* of 100 answers */
    uint64_t seed;
} tally_rows_kind;

static inline uint64_t tally_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* An instrument of which only codes and scale are asked. Static: the last one made. */
static inline const ikm_rules *tally_rules(size_t element_count, int scale)
{
    static ikmi_element elements[IKM_ELEMENTS_MAX];
    static char codes[IKM_ELEMENTS_MAX][24];
    static ikm_rules rules;
    for (size_t i = 0; i < element_count; i++) {
        snprintf(codes[i], sizeof codes[i], "E%zu", i + 1);
        elements[i] = (ikmi_element){.code = codes[i], .name = codes[i], .question = ""};
    }
    rules = (ikm_rules){.name = "made", .weight = "exact", .scale = scale, .element_count = element_count};
    rules.elements = elements;
    return &rules;
}

/* Values of every size class of the hash and of the comparison; number 0 is empty, long ones differ late. */
static inline size_t tally_value(char *out, size_t key, size_t number)
{
    static const size_t sizes[] = {1, 3, 5, 8, 9, 15, 16, 17, 24, 33, 70, 200};
    char digits[24];
    size_t length = (size_t)snprintf(digits, sizeof digits, "%zu", number);
    size_t size = number ? sizes[number % (sizeof sizes / sizeof sizes[0])] : 0;
    if (number && size < length)
        size = length;
    memset(out, (int)('a' + key), size);
    if (size)
        memcpy(out + size - length, digits, length);
    return size;
}

static inline tally_rows tally_rows_make(tally_rows_kind kind)
{
    enum { VALUE_SIZE = 201 };
    tally_rows rows = {.count = kind.count, .element_count = kind.element_count, .key_count = kind.key_count};
    uint64_t state = kind.seed;
    rows.scale = kind.scale;
    rows.bytes = malloc(kind.count * (kind.key_count ? kind.key_count : 1) * VALUE_SIZE + 1);
    for (size_t i = 0; i < kind.element_count; i++) {
        rows.scores[i] = malloc(kind.count + 1);
        for (size_t row = 0; row < kind.count; row++)
            rows.scores[i][row] = tally_random(&state) % 100 < kind.blanks
                                      ? 0
                                      : (uint8_t)(1 + tally_random(&state) % (uint64_t)kind.scale);
    }
    char *at = rows.bytes;
    for (size_t k = 0; k < kind.key_count; k++) {
        rows.keys[k] = malloc((kind.count + 1) * sizeof *rows.keys[k]);
        for (size_t row = 0; row < kind.count; row++) {
            size_t size = tally_value(at, k, (size_t)(tally_random(&state) % kind.values));
            rows.keys[k][row] = (ikm_text){size ? at : NULL, size};
            at += size;
        }
    }
    return rows;
}

static inline void tally_rows_free(tally_rows *rows)
{
    for (size_t i = 0; i < rows->element_count; i++)
        free(rows->scores[i]);
    for (size_t k = 0; k < rows->key_count; k++)
        free(rows->keys[k]);
    free(rows->bytes);
}

/* Rows `first` on in batches. */
static inline ikm_status tally_rows_add(ikm_tally *tally, const tally_rows *rows, size_t first, size_t count,
                                        size_t batch)
{
    for (size_t done = 0; done < count; done += batch) {
        const uint8_t *scores[IKM_ELEMENTS_MAX];
        const ikm_text *keys[16];
        for (size_t i = 0; i < rows->element_count; i++)
            scores[i] = rows->scores[i] + first + done;
        for (size_t k = 0; k < rows->key_count; k++)
            keys[k] = rows->keys[k] + first + done;
        ikm_status status = ikm_tally_add_columns(tally, scores, keys, count - done < batch ? count - done : batch);
        if (status != IKM_OK)
            return status;
    }
    return IKM_OK;
}

/* complete 2: with moments */
static inline ikm_tally *tally_for(const tally_rows *rows, int complete, const ikm_mem *mem)
{
    static const char *const names[] = {"unit", "layanan", "periode", "d", "e", "f", "g", "h",
                                        "i",    "j",       "k",       "l", "m", "n", "o", "p"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *tally;
    options.keys = names;
    options.key_count = rows->key_count;
    options.complete = complete;
    options.moments = complete == 2;
    options.mem = mem;
    cr_assert(ikm_tally_new(&tally, tally_rules(rows->element_count, rows->scale), &options) == IKM_OK);
    return tally;
}

static inline void tally_moments_text(FILE *out, const ikm_tally *tally, uint32_t group)
{
    int64_t count = (int64_t)ikm_tally_element_count(tally);
    if (!ikm_tally_has_moments(tally))
        return;
    fprintf(out, " same %lld sums", (long long)ikm_tally_same(tally, group));
    for (int64_t sum = count; sum <= count * ikm_tally_scale(tally); sum++)
        fprintf(out, " %lld", (long long)ikm_tally_sums(tally, group, sum));
    fputs(" products", out);
    for (int64_t a = 0; a < count; a++)
        for (int64_t b = a; b < count; b++)
            fprintf(out, " %lld", (long long)ikm_tally_products(tally, group, (size_t)a, (size_t)b));
}

/* All that a tally says, a group a line, as they came or by their keys; free() it. */
static inline char *tally_text(const ikm_tally *tally, int by_key)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    uint32_t count = (uint32_t)ikm_tally_group_count(tally), *order = malloc(count * sizeof *order + 1);
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    if (by_key)
        cr_assert(ikmi_tally_order(tally, order) == IKM_OK);
    for (uint32_t i = 0; i <= count; i++) {
        uint32_t group = i < count ? order[i] : IKM_WHOLE;
        for (size_t k = 0; i < count && k < ikm_tally_key_count(tally); k++)
            fprintf(out, "%s|", ikm_tally_key(tally, group, k));
        fprintf(out, " %lld/%lld", (long long)ikm_tally_respondents(tally, group),
                (long long)ikm_tally_complete(tally, group));
        for (size_t e = 0; e < ikm_tally_element_count(tally); e++)
            for (int s = 1; s <= ikm_tally_scale(tally); s++)
                fprintf(out, " %lld/%lld", (long long)ikm_tally_answers(tally, group, e, s),
                        (long long)ikm_tally_complete_answers(tally, group, e, s));
        tally_moments_text(out, tally, group);
        fputc('\n', out);
    }
    fclose(out);
    free(order);
    return text;
}

#endif
