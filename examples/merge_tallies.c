/*
 * Two offices count on their own and only their counts come together. The index of
 * the whole comes from the merged counts, to the last digit as if one office had
 * counted all; the mean of the two indexes would be something else.
 */
#include <ikm.h>
#include <stdio.h>
#include <string.h>

enum { ELEMENTS = 9, MOST = 4 };

/* An office: its name, and the score that each of its respondents gave to every element. */
typedef struct office {
    const char *name;
    size_t respondents;
    uint8_t scores[MOST];
} office;

static ikm_status count(ikm_tally **out, const ikm_rules *rules, const office *from)
{
    const char *keys[] = {"unit"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    options.keys = keys;
    options.key_count = 1;
    ikm_status status = ikm_tally_new(out, rules, &options);
    if (status != IKM_OK)
        return status;
    const uint8_t *columns[ELEMENTS];
    for (size_t element = 0; element < ELEMENTS; element++)
        columns[element] = from->scores;
    ikm_text units[MOST];
    for (size_t i = 0; i < from->respondents; i++)
        units[i] = (ikm_text){from->name, strlen(from->name)};
    const ikm_text *key_columns[] = {units};
    return ikm_tally_add_columns(*out, columns, key_columns, from->respondents);
}

static ikm_status print(const ikm_tally *tally, uint32_t group, const ikm_rules *rules)
{
    ikm_score *score;
    ikm_status status = ikm_score_new(&score, tally, group, rules, NULL, NULL);
    if (status != IKM_OK)
        return status;
    printf("%-10s n = %lld  IKM %s %s\n", group == IKM_WHOLE ? "semua" : ikm_tally_key(tally, group, 0),
           (long long)ikm_score_respondents(score), ikm_score_index_text(score), ikm_score_grade_text(score));
    ikm_score_free(score);
    return IKM_OK;
}

int main(void)
{
    static const office kejobong = {"Kejobong", 4, {4, 4, 3, 4}}, bukateja = {"Bukateja", 2, {3, 3}};
    const ikm_rules *rules = ikm_rules_named("permenpan-14-2017");
    ikm_tally *all = NULL, *other = NULL;
    ikm_status status = count(&all, rules, &kejobong);
    if (status == IKM_OK)
        status = count(&other, rules, &bukateja);
    if (status == IKM_OK)
        status = ikm_tally_merge(all, other);
    for (uint32_t group = 0; status == IKM_OK && group < ikm_tally_group_count(all); group++)
        status = print(all, group, rules);
    if (status == IKM_OK)
        status = print(all, IKM_WHOLE, rules);
    if (status != IKM_OK)
        fprintf(stderr, "%s\n", ikm_status_name(status));
    ikm_tally_free(other);
    ikm_tally_free(all);
    return status != IKM_OK;
}
