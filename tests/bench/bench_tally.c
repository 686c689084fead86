/*
 * What counting and scoring cost, in processor time: bench_tally [ROWS [BATCH]]
 *
 * For each number of groups, rows come in random order with two keys of about 6
 * and 25 bytes, as a reader would hand them over: columns of a batch, the bytes
 * of the keys one after the other. Reported for each: ns a row while the groups
 * are being made (the first pass) and after (the best of the others); ns a group
 * to merge into one that has them all, to order by key, to score in that order,
 * and for the mean of the indexes; bytes a group that the tally holds after one
 * pass. With blanks (one answer of 32), complete respondents are counted too.
 */
#include "ikm.h"

#include "score/score.h"
#include "tally/tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ELEMENTS = 9, PASSES = 8, KEY_SIZE = 64 };

typedef struct data {
    size_t rows;
    uint8_t *scores[ELEMENTS];
    ikm_text *keys[2];
    char *bytes;
} data;

static size_t held; /* bytes that the tally under test has asked for and not given back */

static void *count_resize(void *ctx, void *block, size_t size)
{
    size_t *had = block ? (size_t *)block - 2 : NULL;
    (void)ctx;
    held -= had ? *had : 0;
    size_t *now = realloc(had, size + 2 * sizeof *now);
    if (!now)
        exit(3);
    *now = size;
    held += size;
    return now + 2;
}

static void *count_alloc(void *ctx, size_t size)
{
    return count_resize(ctx, NULL, size);
}

static void count_release(void *ctx, void *block)
{
    (void)ctx;
    if (!block)
        return;
    held -= ((size_t *)block)[-2];
    free((size_t *)block - 2);
}

static const ikm_mem counting = {count_alloc, count_resize, count_release, NULL};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static uint64_t random_bits(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static void *must(void *block)
{
    if (!block)
        exit(3);
    return block;
}

static void fill(data *d, size_t groups, int blanks)
{
    uint64_t state = 1;
    char *at = d->bytes;
    for (size_t row = 0; row < d->rows; row++) {
        size_t group = (size_t)(random_bits(&state) % groups);
        int unit = sprintf(at, "u%05zu", group / 5);
        d->keys[0][row] = (ikm_text){at, (size_t)unit};
        at += unit + 1;
        int service = sprintf(at, "Layanan Administrasi %.*s%zu", (int)(group / 5 % 4), "abcd", group % 5);
        d->keys[1][row] = (ikm_text){at, (size_t)service};
        at += service + 1;
        uint64_t bits = random_bits(&state);
        for (int e = 0; e < ELEMENTS; e++, bits >>= 7)
            d->scores[e][row] = blanks && (bits & 31) == 0 ? 0 : (uint8_t)(1 + (bits >> 5 & 3));
    }
}

static ikm_tally *new_tally(int complete)
{
    static const char *const names[] = {"unit", "layanan"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *tally;
    options.keys = names;
    options.key_count = 2;
    options.complete = complete;
    options.moments = complete == 2;
    options.mem = &counting;
    if (ikm_tally_new(&tally, ikm_rules_at(0), &options) != IKM_OK)
        exit(3);
    return tally;
}

static double add(ikm_tally *tally, const data *d, size_t batch)
{
    double start = now();
    for (size_t row = 0; row < d->rows; row += batch) {
        const uint8_t *scores[ELEMENTS];
        const ikm_text *keys[2] = {d->keys[0] + row, d->keys[1] + row};
        for (int e = 0; e < ELEMENTS; e++)
            scores[e] = d->scores[e] + row;
        if (ikm_tally_add_columns(tally, scores, keys, d->rows - row < batch ? d->rows - row : batch) != IKM_OK)
            exit(3);
    }
    return (now() - start) / (double)d->rows;
}

/* ns a group to score, and for the mean of all; of a tally that has counted one pass. */
static void time_scores(double *score_out, double *mean_out, const ikm_tally *tally, const uint32_t *order)
{
    static ikmi_scoring scoring;
    size_t count = ikm_tally_group_count(tally);
    ikm_score *scores = must(malloc(count * sizeof *scores));
    ikmi_mean mean;
    scoring.tally = tally;
    if (ikmi_plan_make(&scoring.plan, ikm_rules_at(0), NULL, IKM_LANG_EN, NULL) != IKM_OK)
        exit(3);
    double start = now();
    for (size_t i = 0; i < count; i++) {
        if (i + IKMI_TALLY_AHEAD < count)
            ikmi_tally_ask_for(tally, order[i + IKMI_TALLY_AHEAD]);
        if (ikmi_score_init(&scores[i], &scoring, order[i]) != IKM_OK)
            exit(3);
    }
    *score_out = (now() - start) / (double)count;
    start = now();
    ikm_decimal rounded;
    ikmi_mean_init(&mean, &scoring, NULL);
    for (size_t i = 0; i < count; i++) {
        if (i + IKMI_TALLY_AHEAD < count)
            ikmi_tally_ask_for(tally, scores[i + IKMI_TALLY_AHEAD].group);
        if (ikmi_mean_add(&mean, &scores[i]) != IKM_OK)
            exit(3);
    }
    if (ikmi_mean_exists(&mean) && ikmi_mean_round(&rounded, &mean) != IKM_OK)
        exit(3);
    *mean_out = (now() - start) / (double)count;
    ikmi_mean_done(&mean);
    free(scores);
}

static void bench(const data *d, size_t batch, int complete)
{
    ikm_tally *tally = new_tally(complete), *other = new_tally(complete);
    double first = add(tally, d, batch), best = 1e9;
    for (int pass = 1; pass < PASSES; pass++) {
        double t = add(tally, d, batch);
        best = t < best ? t : best;
    }
    size_t before = held;
    if (add(other, d, batch) < 0)
        exit(3);
    double groups = (double)ikm_tally_group_count(tally), bytes = (double)(held - before) / groups;

    double start = now();
    if (ikm_tally_merge(tally, other) != IKM_OK)
        exit(3);
    double merge = (now() - start) / groups;

    uint32_t *order = must(malloc(ikm_tally_group_count(tally) * sizeof *order));
    start = now();
    if (ikmi_tally_order(tally, order) != IKM_OK)
        exit(3);
    double sort = (now() - start) / groups, score, mean;
    time_scores(&score, &mean, other, order);
    free(order);
    printf("%9.0f %7s %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %8.0f\n", groups,
           complete == 2 ? "moments"
           : complete    ? "1 in 32"
                         : "none",
           first, best, merge, sort, score, mean, bytes);
    ikm_tally_free(tally);
    ikm_tally_free(other);
}

int main(int argc, char **argv)
{
    static const size_t groups[] = {1, 2500, 100000, 500000};
    data d = {.rows = argc > 1 ? strtoul(argv[1], NULL, 10) : 2000000};
    size_t batch = argc > 2 ? strtoul(argv[2], NULL, 10) : 1024;
    for (int e = 0; e < ELEMENTS; e++)
        d.scores[e] = must(malloc(d.rows));
    for (int k = 0; k < 2; k++)
        d.keys[k] = must(malloc(d.rows * sizeof *d.keys[k]));
    d.bytes = must(malloc(d.rows * KEY_SIZE));
    printf("%9s %7s %8s %8s %8s %8s %8s %8s %8s\n", "groups", "blanks", "ns first", "ns/row", "merge", "order", "score",
           "mean", "bytes");
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        fill(&d, groups[i], 0);
        bench(&d, batch, 0);
    }
    for (size_t i = 1; i < sizeof groups / sizeof groups[0]; i++) {
        fill(&d, groups[i], 1);
        bench(&d, batch, 1);
        bench(&d, batch, 2);
    }
    return 0;
}
