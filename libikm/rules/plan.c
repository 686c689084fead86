#include "rules.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"

#include "weight.h"

#include <string.h>

enum { PLACES_MAX = 6 };

const char *ikmi_round_mode_name(ikm_round_mode mode)
{
    switch (mode) {
    case IKM_ROUND_HALF_UP: return "half-up";
    case IKM_ROUND_HALF_EVEN: return "half-even";
    case IKM_ROUND_TRUNCATE: return "truncate";
    }
    return NULL;
}

const char *ikmi_missing_name(ikm_missing missing)
{
    switch (missing) {
    case IKM_MISSING_PER_ELEMENT: return "per-element";
    case IKM_MISSING_LISTWISE: return "listwise";
    case IKM_MISSING_STRICT: return "strict";
    }
    return NULL;
}

static ikm_status check_places(const char *name, int32_t places, int32_t least, ikm_lang lang, ikm_error *err)
{
    if (places >= least && places <= PLACES_MAX)
        return IKM_OK;
    char given[IKMI_INTEGER_SIZE], from[IKMI_INTEGER_SIZE], to[IKMI_INTEGER_SIZE];
    return ikmi_fail(err, IKM_ERR_ARGUMENT, lang, IKMI_WORD_RULES_NOT_BETWEEN,
                     IKMI_SAY(name, ikmi_integer_text(given, places), ikmi_integer_text(from, least),
                              ikmi_integer_text(to, PLACES_MAX)));
}

static ikm_status unknown_choice(const char *name, int value, const char *choices, ikm_lang lang, ikm_error *err)
{
    char given[IKMI_INTEGER_SIZE];
    return ikmi_fail(err, IKM_ERR_ARGUMENT, lang, IKMI_WORD_RULES_NO_SUCH_CHOICE,
                     IKMI_SAY(name, ikmi_integer_text(given, value), choices));
}

static ikm_status check_convention(const ikm_convention *convention, ikm_lang lang, ikm_error *err)
{
    ikm_status status = check_places("round_nrr", convention->round_nrr, IKM_ROUND_NONE, lang, err);
    if (status == IKM_OK)
        status = check_places("round_term", convention->round_term, IKM_ROUND_NONE, lang, err);
    if (status == IKM_OK)
        status = check_places("round_final", convention->round_final, 0, lang, err);
    if (status != IKM_OK)
        return status;
    if (!ikmi_round_mode_name(convention->round_mode))
        return unknown_choice("round_mode", (int)convention->round_mode, "0 half-up, 1 half-even, 2 truncate", lang,
                              err);
    if (!ikmi_missing_name(convention->missing))
        return unknown_choice("missing", (int)convention->missing, "0 per-element, 1 listwise, 2 strict", lang, err);
    return IKM_OK;
}

ikm_status ikmi_plan_make(ikmi_plan *out, const ikm_rules *rules, const ikm_convention *convention, ikm_lang lang,
                          ikm_error *err)
{
    static const ikm_convention usual = IKM_CONVENTION_INIT;
    ikmi_weights weights;
    if (!convention)
        convention = &usual;
    if (!out || !rules || convention->size != sizeof *convention)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_status status = check_convention(convention, lang, err);
    if (status != IKM_OK)
        return status;
    const char *weight = convention->weight ? convention->weight : rules->weight;
    ikmi_weight_source source = {IKM_ERR_ARGUMENT, "weight", lang, err};
    status = ikmi_weights_read(&weights, ikmi_text(weight), rules->element_count, &source);
    if (status != IKM_OK)
        return status;
    out->rules = rules;
    out->convention = *convention;
    memcpy(out->weight_text, weights.text, sizeof out->weight_text);
    out->convention.weight = out->weight_text;
    out->exact = weights.exact;
    memcpy(out->weight_num, weights.num, sizeof out->weight_num);
    out->weight_den = weights.den;
    out->sums_to_one = weights.sums_to_one;
    return IKM_OK;
}
