/* The index of a group: made, asked, freed. */
#include "terms.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "tally/tally.h"

#include <string.h>

/* A score that stands alone holds what others share. */
typedef struct own_score {
    ikm_score score; /* first: the two have one address */
    ikmi_scoring scoring;
    const ikm_mem *mem;
} own_score;

ikm_status ikmi_score_init(ikm_score *out, const ikmi_scoring *scoring, uint32_t group)
{
    const ikmi_plan *plan = &scoring->plan;
    const ikm_convention *convention = &plan->convention;
    ikm_score score = {.scoring = scoring, .group = group, .grade = IKM_GRADE_NONE};
    ikmi_sums sums;
    ikmi_terms terms;
    ikm_status status = ikmi_sums_of(&sums, scoring, group);
    if (status != IKM_OK)
        return status;
    if (ikmi_terms_of(&terms, plan, &sums)) {
        ikmi_exact exact;
        ikm_decimal index;
        char text[IKMI_DECIMAL_SIZE];
        if (!ikmi_exact_of(&exact, &terms) ||
            !ikmi_exact_round(&index, &exact, convention->round_final, convention->round_mode))
            return IKM_ERR_OVERFLOW;
        score.index = index.digits;
        score.grade =
            (uint8_t)(index.places == 2 ? ikm_rules_band(plan->rules, index.digits) : ikmi_exact_grade(&exact, plan));
        if (strlen(ikmi_decimal_text(text, index, '.', 0)) >= sizeof score.index_text)
            return IKM_ERR_OVERFLOW;
        memcpy(score.index_text, text, strlen(text) + 1);
    }
    *out = score;
    return IKM_OK;
}

ikm_status ikmi_score_explain(ikm_error *err, ikm_status status, const ikmi_scoring *scoring, uint32_t group,
                              ikm_lang lang)
{
    const ikm_missing missing = scoring->plan.convention.missing;
    if (status != IKM_ERR_ARGUMENT)
        return ikmi_fail_plain(err, status, lang);
    if (group != IKM_WHOLE && group >= ikm_tally_group_count(scoring->tally))
        return ikmi_fail(err, status, lang, IKMI_WORD_SCORE_NO_SUCH_GROUP, NULL, 0);
    if (missing == IKM_MISSING_LISTWISE)
        return ikmi_fail(err, status, lang, IKMI_WORD_SCORE_COMPLETE_NOT_COUNTED, NULL, 0);
    return ikmi_fail(err, status, lang, IKMI_WORD_SCORE_BLANKS_UNDER_STRICT, NULL, 0);
}

ikm_status ikm_score_new(ikm_score **out, const ikm_tally *tally, uint32_t group, const ikm_rules *rules,
                         const ikm_convention *convention, ikm_error *err)
{
    if (out)
        *out = NULL;
    if (!out || !tally || !rules)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, IKM_LANG_ID);
    if (!ikmi_tally_counts_elements_of(tally, rules))
        return ikmi_fail(err, IKM_ERR_MISMATCH, IKM_LANG_ID, IKMI_WORD_SCORE_OTHER_ELEMENTS, IKMI_SAY(rules->name));
    own_score *own = ikmi_alloc(ikmi_tally_mem(tally), sizeof *own);
    if (!own)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, IKM_LANG_ID);
    own->mem = ikmi_tally_mem(tally);
    own->scoring.tally = tally;
    ikm_status status = ikmi_plan_make(&own->scoring.plan, rules, convention, IKM_LANG_ID, err);
    if (status == IKM_OK) {
        status = ikmi_score_init(&own->score, &own->scoring, group);
        if (status != IKM_OK)
            status = ikmi_score_explain(err, status, &own->scoring, group, IKM_LANG_ID);
    }
    if (status != IKM_OK) {
        ikmi_release(own->mem, own);
        return status;
    }
    *out = &own->score;
    return IKM_OK;
}

void ikm_score_free(ikm_score *score)
{
    if (score) {
        own_score *own = (own_score *)score;
        ikmi_release(own->mem, own);
    }
}

int64_t ikm_score_respondents(const ikm_score *score)
{
    if (!score)
        return 0;
    const ikmi_scoring *scoring = score->scoring;
    return scoring->plan.convention.missing == IKM_MISSING_LISTWISE
               ? ikm_tally_complete(scoring->tally, score->group)
               : ikm_tally_respondents(scoring->tally, score->group);
}

int ikm_score_grade(const ikm_score *score)
{
    return score ? score->grade : IKM_GRADE_NONE;
}

const char *ikm_score_grade_text(const ikm_score *score)
{
    const char *text = score ? ikm_rules_band_grade(score->scoring->plan.rules, score->grade) : NULL;
    return text ? text : "";
}

const char *ikm_score_performance_text(const ikm_score *score)
{
    const char *text = score ? ikm_rules_band_performance(score->scoring->plan.rules, score->grade) : NULL;
    return text ? text : "";
}

ikm_decimal ikm_score_index(const ikm_score *score)
{
    return score ? (ikm_decimal){score->index, score->scoring->plan.convention.round_final} : (ikm_decimal){0, 0};
}

const char *ikm_score_index_text(const ikm_score *score)
{
    return score ? score->index_text : "";
}

bool ikmi_score_exact(ikmi_wide_ratio *out, const ikm_score *score)
{
    ikmi_sums sums;
    ikmi_terms terms;
    return ikmi_sums_of(&sums, score->scoring, score->group) == IKM_OK &&
           ikmi_terms_of(&terms, &score->scoring->plan, &sums) && ikmi_terms_wide(out, &terms);
}

ikm_status ikm_score_index_exact(const ikm_score *score, char *out, size_t size)
{
    char text[2 * IKMI_WIDE_TEXT_SIZE + 1] = "";
    ikmi_wide_ratio ratio;
    size_t length = 0;
    if (!score || !out)
        return IKM_ERR_ARGUMENT;
    if (ikmi_score_exact(&ratio, score)) {
        ikmi_wide_ratio_reduce(&ratio);
        length = ikmi_wide_text(text, &ratio.num);
        text[length++] = '/';
        length += ikmi_wide_text(text + length, &ratio.den);
    }
    if (length >= size)
        return IKM_ERR_LIMIT;
    memcpy(out, text, length + 1);
    return IKM_OK;
}
