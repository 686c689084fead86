/* What the survey gives for a figure: elements, groups, the whole. */
#include "audit.h"

#include "base/ratio.h"

#include <string.h>

/* An irreducible fraction as text; false: it does not fit 64 bits. */
static bool read_fraction(ikm_ratio *out, const char *text)
{
    ikm_decimal num, den;
    const char *slash = strchr(text, '/');
    if (!slash || ikm_decimal_read(&num, (ikm_text){text, (size_t)(slash - text)}) != IKM_OK ||
        ikm_decimal_read(&den, (ikm_text){slash + 1, strlen(slash + 1)}) != IKM_OK)
        return false;
    return ikmi_ratio_make(out, num.digits, den.digits);
}

/* The index is what the convention makes of it, with the convention's decimals; exactly, it may be rounded half-up. */
static void index_value(ikmi_value *out, const ikm_score *score)
{
    char exact[2048];
    if (ikm_score_grade(score) == IKM_GRADE_NONE)
        return;
    ikmi_value_decimal(out, ikm_score_index(score));
    out->of_convention = true;
    if (ikm_score_index_exact(score, exact, sizeof exact) == IKM_OK)
        (void)read_fraction(&out->exact, exact);
}

/* Printed as a mean, or converted to 100, where the least that can be is the scale's share of one answer. */
static void element_mean(ikmi_value *out, const ikm_element_score *element, const ikmi_figure *figure, int scale)
{
    ikm_ratio printed, exact;
    const ikm_ratio least = {100, scale}, top = {scale, 1};
    bool converted = ikmi_ratio_of_decimal(&printed, figure->number.value) && ikmi_ratio_compare(printed, top) > 0 &&
                     ikmi_ratio_compare(printed, least) >= 0;
    ikmi_value_decimal(out, converted ? element->converted : element->nrr);
    ikmi_int128 num = (ikmi_int128)element->sum * (converted ? 100 : 1);
    if (ikmi_ratio_make(&exact, num, (ikmi_int128)element->answered * (converted ? scale : 1)))
        out->exact = exact;
}

static void element_value(ikmi_value *out, const ikm_survey *survey, const ikmi_figure *figure)
{
    ikm_element_score element;
    const ikm_rules *rules = ikm_survey_rules(survey);
    if (ikm_score_element(&element, ikm_survey_score(survey, 0), figure->subject.index) != IKM_OK)
        return;
    if (figure->quantity == IKMI_QUANTITY_RESPONDENTS) {
        ikmi_value_decimal(out, (ikm_decimal){element.answered, 0});
    } else if (figure->quantity == IKMI_QUANTITY_GRADE && element.grade != IKM_GRADE_NONE) {
        ikmi_value_words(out, ikm_rules_band_grade(rules, element.grade));
        out->also = ikm_rules_band_performance(rules, element.grade);
    } else if (figure->quantity == IKMI_QUANTITY_VALUE && element.grade != IKM_GRADE_NONE) {
        element_mean(out, &element, figure, ikm_rules_scale(rules));
        out->has_mode = true;
        out->mode = ikm_survey_convention(survey)->round_mode;
    }
}

void ikmi_audit_survey_value(ikmi_value *out, const ikm_report *report, const ikmi_figure *figure)
{
    bool whole = figure->subject.kind != IKMI_SUBJECT_GROUP;
    const ikm_survey *survey = whole ? report->survey : report->survey_groups;
    if (!survey)
        return;
    if (figure->subject.kind == IKMI_SUBJECT_ELEMENT) {
        element_value(out, survey, figure);
        return;
    }
    const ikm_score *score = ikm_survey_score(survey, whole ? 0 : figure->subject.index);
    if (figure->quantity == IKMI_QUANTITY_RESPONDENTS) {
        ikmi_value_decimal(out, (ikm_decimal){ikm_score_respondents(score), 0});
    } else if (figure->quantity == IKMI_QUANTITY_GRADE && ikm_score_grade(score) != IKM_GRADE_NONE) {
        ikmi_value_words(out, ikm_score_grade_text(score));
        out->also = ikm_score_performance_text(score);
    } else if (figure->quantity == IKMI_QUANTITY_VALUE || figure->quantity == IKMI_QUANTITY_REALIZATION) {
        index_value(out, score);
    }
}
