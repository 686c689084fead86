/* Which conventions give a printed index: made of a tally, asked, freed. */
#include "reconcile.h"

#include "base/mem.h"
#include "base/words.h"
#include "tally/tally.h"

enum { PLACES_MOST = 6 };

ikm_status ikmi_reconcile_make(ikm_reconcile **out, const ikm_mem *mem, const ikm_rules *rules, ikm_decimal printed,
                               ikm_lang lang, ikm_error *err)
{
    if (printed.places < 0 || printed.places > PLACES_MOST || printed.digits < 0)
        return ikmi_fail(err, IKM_ERR_ARGUMENT, lang, IKMI_WORD_SCORE_PRINTED_PLACES, NULL, 0);
    ikm_reconcile *reconcile = ikmi_alloc_zero(mem, 1, sizeof *reconcile);
    if (!reconcile)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    reconcile->mem = mem;
    reconcile->rules = rules;
    reconcile->printed = printed;
    *out = reconcile;
    return IKM_OK;
}

static ikm_status order_groups(ikm_reconcile *reconcile)
{
    size_t count = ikm_tally_key_count(reconcile->tally) ? ikm_tally_group_count(reconcile->tally) : 0;
    if (!count)
        return IKM_OK;
    reconcile->order = ikmi_alloc_zero(reconcile->mem, count, sizeof *reconcile->order);
    reconcile->group_count = count;
    return reconcile->order ? ikmi_tally_order(reconcile->tally, reconcile->order) : IKM_ERR_NOMEM;
}

static ikm_status try_group(ikm_reconcile *reconcile, uint32_t group, ikm_missing missing, ikm_lang lang,
                            ikm_error *err)
{
    ikmi_sums sums;
    ikm_convention convention = IKM_CONVENTION_INIT;
    ikmi_scoring scoring = {.tally = reconcile->tally};
    convention.missing = missing;
    ikm_status status = ikmi_plan_make(&scoring.plan, reconcile->rules, &convention, lang, err);
    if (status != IKM_OK)
        return status;
    status = ikmi_sums_of(&sums, &scoring, group);
    if (status != IKM_OK)
        return ikmi_score_explain(err, status, &scoring, group, lang);
    reconcile->missing = missing;
    ikmi_reconcile_try(reconcile, &sums);
    status = order_groups(reconcile);
    return status == IKM_OK ? status : ikmi_fail_plain(err, status, lang);
}

ikm_status ikm_reconcile_new(ikm_reconcile **out, const ikm_tally *tally, uint32_t group, const ikm_rules *rules,
                             ikm_missing missing, ikm_decimal printed, ikm_lang lang, ikm_error *err)
{
    if (out)
        *out = NULL;
    if (!out || !tally || !rules)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    if (!ikmi_tally_counts_elements_of(tally, rules))
        return ikmi_fail(err, IKM_ERR_MISMATCH, lang, IKMI_WORD_SCORE_OTHER_ELEMENTS, IKMI_SAY(rules->name));
    ikm_reconcile *reconcile;
    ikm_status status = ikmi_reconcile_make(&reconcile, ikmi_tally_mem(tally), rules, printed, lang, err);
    if (status != IKM_OK)
        return status;
    reconcile->tally = tally;
    status = try_group(reconcile, group, missing, lang, err);
    if (status == IKM_OK)
        *out = reconcile;
    else
        ikm_reconcile_free(reconcile);
    return status;
}

void ikm_reconcile_free(ikm_reconcile *reconcile)
{
    if (!reconcile)
        return;
    ikmi_release(reconcile->mem, reconcile->order);
    ikmi_release(reconcile->mem, reconcile);
}

ikm_decimal ikm_reconcile_printed(const ikm_reconcile *reconcile)
{
    return reconcile ? reconcile->printed : (ikm_decimal){0, 0};
}

size_t ikm_reconcile_tried(const ikm_reconcile *reconcile)
{
    return reconcile ? reconcile->tried : 0;
}

size_t ikm_reconcile_count(const ikm_reconcile *reconcile)
{
    return reconcile ? reconcile->count : 0;
}

const ikm_reconciled *ikm_reconcile_at(const ikm_reconcile *reconcile, size_t index)
{
    return reconcile && index < reconcile->count ? &reconcile->found[index] : NULL;
}

const ikm_rules *ikm_reconcile_rules(const ikm_reconcile *reconcile)
{
    return reconcile ? reconcile->rules : NULL;
}

const ikm_tally *ikm_reconcile_tally(const ikm_reconcile *reconcile)
{
    return reconcile ? reconcile->tally : NULL;
}

size_t ikm_reconcile_group_count(const ikm_reconcile *reconcile)
{
    return reconcile ? reconcile->group_count : 0;
}

uint32_t ikm_reconcile_group(const ikm_reconcile *reconcile, size_t index)
{
    return reconcile && index < reconcile->group_count ? reconcile->order[index] : IKM_WHOLE;
}

int ikm_reconcile_group_index(ikm_decimal *out, const ikm_reconcile *reconcile, size_t index, uint32_t group,
                              int32_t places)
{
    const ikm_reconciled *found = ikm_reconcile_at(reconcile, index);
    ikmi_sums sums;
    if (!out || !found || !reconcile->tally)
        return 0;
    ikm_convention convention = found->convention;
    convention.round_final = places;
    ikmi_scoring scoring = {.tally = reconcile->tally};
    return ikmi_plan_make(&scoring.plan, reconcile->rules, &convention, IKM_LANG_ID, NULL) == IKM_OK &&
           ikmi_sums_of(&sums, &scoring, group) == IKM_OK && ikmi_reconcile_index(out, &scoring.plan, &sums);
}
