/* Against tests/reference/achievements.csv, which Python's fractions wrote. */
#include "indicators.h"

enum { FIELDS = 12, MOST = 10000 };

/* One of splitmix64 below `limit`, as in group-means.py. */
static uint64_t below(uint64_t *state, uint64_t limit)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return (z ^ z >> 31) % limit;
}

static void set_row(ikm_indicator *row, size_t index, uint64_t polarity, uint64_t target, uint64_t realization)
{
    static char names[MOST + 3][8];
    snprintf(names[index], sizeof names[index], "%zu", index);
    *row = row_of("G", "", names[index], 2024, "", "");
    row->polarity = polarity ? IKM_POLARITY_LOWER : IKM_POLARITY_HIGHER;
    row->target = (ikm_target){IKM_GIVEN_NUMBER, {(int64_t)target, 0}, {0, 0}};
    row->realization = (ikm_amount){IKM_GIVEN_NUMBER, {(int64_t)realization, 0}};
}

static void make_rows(ikm_indicator *rows, const char *kind, size_t count, uint64_t seed)
{
    uint64_t state = seed, limit = !strcmp(kind, "few") ? 50 : !strcmp(kind, "cents") ? 1000000 : 0;
    if (!strcmp(kind, "long"))
        limit = UINT64_C(100000000000000000);
    for (size_t made = 0; made < count;) {
        if (limit) {
            uint64_t target = 1 + below(&state, limit), polarity = below(&state, 2);
            uint64_t realization = below(&state, (!strcmp(kind, "few") ? 3 : 2) * target);
            set_row(&rows[made], made, polarity, target, realization);
            made++;
            continue;
        }
        uint64_t p = 1000 + below(&state, 1000000), q = 1000 + below(&state, 1000000);
        uint64_t last = 543 * p * q - 200 * p - 200 * q + (uint64_t)(!strcmp(kind, "above") - !strcmp(kind, "below"));
        set_row(&rows[made], made, 0, p, 1);
        set_row(&rows[made + 1], made + 1, 0, q, 1);
        set_row(&rows[made + 2], made + 2, 0, 200 * p * q, last);
        made += 3;
    }
}

static const char *fraction(char *out, size_t size, ikm_percent percent)
{
    snprintf(out, size, percent.exact.den ? "%lld/%lld" : "-", (long long)percent.exact.num,
             (long long)percent.exact.den);
    return out;
}

static void expect_one(char *const *field, int line)
{
    char range[64], exact[64];
    ikm_indicator row = row_of("", "", "n", 2024, field[3], field[5]);
    ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
    ikm_achievement *achievement;
    ikm_error error = {0};
    row.polarity = !strcmp(field[1], "higher")  ? IKM_POLARITY_HIGHER
                   : !strcmp(field[1], "lower") ? IKM_POLARITY_LOWER
                                                : IKM_POLARITY_RANGE;
    if (row.polarity == IKM_POLARITY_RANGE) {
        snprintf(range, sizeof range, "%s..%s", field[3], field[4]);
        row.target = target_of(range);
    }
    options.lower_better = !strcmp(field[2], "inverse") ? IKM_LOWER_INVERSE : IKM_LOWER_DEVIATION;
    cr_assert(eq(int, ikm_achievement_new(&achievement, &row, 1, &options, &error), IKM_OK), "line %d: %s", line,
              error.message);
    const ikm_achieved *one = ikm_achievement_at(achievement, 0);
    cr_expect(eq(str, (char *)ikm_achieved_status_name(one->status), field[6]), "line %d", line);
    cr_expect(eq(int, one->achievement.known, field[7][0] != '\0'), "line %d", line);
    cr_expect(eq(i64, one->achievement.shown.digits, strtoll(field[7], NULL, 10)), "line %d", line);
    cr_expect(eq(str, (char *)fraction(exact, sizeof exact, one->achievement), field[8]), "line %d", line);
    ikm_achievement_free(achievement);
}

static void expect_mean(char *const *field, int line)
{
    static ikm_indicator rows[MOST + 3];
    size_t count = (size_t)atoi(field[2]);
    char exact[64];
    make_rows(rows, field[1], count, strtoull(field[3], NULL, 10));
    for (int bands = IKM_BANDS_ROUNDED; bands <= IKM_BANDS_UNROUNDED; bands++) {
        ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
        ikm_achievement *achievement;
        ikm_error error = {0};
        options.cap = atoi(field[4]);
        options.bands = bands;
        cr_assert(eq(int, ikm_achievement_new(&achievement, rows, count, &options, &error), IKM_OK), "line %d: %s",
                  line, error.message);
        const ikm_rolled_up *goal = ikm_achievement_goal(achievement, 0);
        const char *predicate = ikm_scale_predicate(ikm_scale_at(0), atoi(field[9 + bands]));
        cr_expect(eq(sz, goal->indicators, (size_t)atoi(field[5])), "line %d", line);
        cr_expect(eq(sz, goal->left_out, (size_t)atoi(field[6])), "line %d", line);
        cr_expect(eq(i64, goal->achievement.shown.digits, strtoll(field[7], NULL, 10)), "line %d", line);
        cr_expect(eq(str, (char *)fraction(exact, sizeof exact, goal->achievement), field[8]), "line %d", line);
        cr_expect(eq(str, (char *)goal->predicate, (char *)predicate), "line %d", line);
        cr_expect(eq(int, goal->predicate_other != NULL, strcmp(field[9], field[10]) != 0), "line %d", line);
        ikm_achievement_free(achievement);
    }
}

Test(indicator_reference, every_figure_is_that_of_the_table)
{
    static char text[512];
    int line = 0, ones = 0, means = 0;
    FILE *file = fopen("tests/reference/achievements.csv", "r");
    cr_assert(file != NULL);
    while (fgets(text, sizeof text, file)) {
        char *field[FIELDS], *at = text;
        int fields = 0;
        *strchr(text, '\n') = '\0';
        for (; at && fields < FIELDS; fields++) {
            field[fields] = at;
            at = strchr(at, ';');
            if (at)
                *at++ = '\0';
        }
        line++;
        if (!strcmp(field[0], "one")) {
            cr_assert(eq(int, fields, 9), "line %d", line);
            expect_one(field, line);
            ones++;
        } else {
            cr_assert(eq(int, fields, 11), "line %d", line);
            expect_mean(field, line);
            means++;
        }
    }
    fclose(file);
    cr_expect(eq(int, ones, 400));
    cr_expect(means > 200);
}
