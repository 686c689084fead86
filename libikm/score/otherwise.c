/* What the grade would be under another convention, for the notes beside it. */
#include "terms.h"

static int grade(const ikm_score *score, const ikm_convention *convention)
{
    const ikmi_scoring *scoring = score->scoring;
    ikmi_plan plan;
    ikmi_sums sums;
    ikmi_terms terms;
    ikmi_exact exact;
    if (ikmi_plan_make(&plan, scoring->plan.rules, convention, IKM_LANG_ID, NULL) != IKM_OK ||
        ikmi_sums_of(&sums, scoring, score->group) != IKM_OK || !ikmi_terms_of(&terms, &plan, &sums) ||
        !ikmi_exact_of(&exact, &terms))
        return IKM_GRADE_NONE;
    return ikmi_exact_grade(&exact, &plan);
}

int ikmi_score_grade_under(const ikm_score *score, const char *weight)
{
    ikm_convention other = score->scoring->plan.convention;
    other.weight = weight;
    return grade(score, &other);
}

int ikmi_score_grade_without_steps(const ikm_score *score)
{
    ikm_convention other = score->scoring->plan.convention;
    other.round_nrr = other.round_term = IKM_ROUND_NONE;
    return grade(score, &other);
}
