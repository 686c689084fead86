#include "ikm/rules.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#ifndef IKM_SOURCE_DIR
#define IKM_SOURCE_DIR "."
#endif

Test(rules_sample, all_rows_of_the_published_table_come_out)
{
    FILE *table = fopen(IKM_SOURCE_DIR "/tests/reference/krejcie-morgan.csv", "r");
    cr_assert(not(eq(ptr, table, NULL)));
    char header[64];
    cr_assert(not(eq(ptr, fgets(header, sizeof header, table), NULL)));
    long long population, sample;
    int rows = 0;
    while (fscanf(table, "%lld,%lld", &population, &sample) == 2) {
        cr_expect(eq(i64, ikm_sample_size(population), sample), "%lld", population);
        rows++;
    }
    fclose(table);
    cr_expect(eq(int, rows, 90));
}

/* What copies of the table print otherwise, what rounding up would change, and the ends. */
static const struct {
    int64_t population, sample;
} cases[] = {
    {1, 1},   {2, 2},     {9, 9},         {10, 10},           {15, 14},
    {20, 19}, {380, 191}, {100000, 383},  {1000000, 384},     {1000000000000, 384},
    {0, 0},   {-1, 0},    {INT64_MIN, 0}, {1000000000001, 0}, {INT64_MAX, 0},
};

Test(rules_sample, ends_and_misprints)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        cr_expect(eq(i64, ikm_sample_size(cases[i].population), cases[i].sample), "%lld",
                  (long long)cases[i].population);
}

Test(rules_sample, a_sample_is_no_larger_than_its_population_and_grows_with_it)
{
    int64_t before = 0;
    for (int64_t population = 1; population <= 200000; population++) {
        int64_t sample = ikm_sample_size(population);
        cr_assert(sample >= before && sample <= population && sample <= 384, "%lld", (long long)population);
        before = sample;
    }
}
