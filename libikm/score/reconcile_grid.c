/* The grid of conventions: every one is tried, exactly. */
#include "reconcile.h"

#include "base/decimal.h"
#include "base/ratio.h"

static const int32_t nrr_places[] = {IKM_ROUND_NONE, 2, 3}, term_places[] = {IKM_ROUND_NONE, 2, 3, 4};

static bool same_weights(const ikmi_plan *a, const ikmi_plan *b)
{
    for (size_t i = 0; i < a->rules->element_count; i++)
        if ((ikmi_int128)a->weight_num[i] * b->weight_den != (ikmi_int128)b->weight_num[i] * a->weight_den)
            return false;
    return true;
}

/* A weight that says the same as one before it (0.5 of two elements) is no other convention. */
static void add_weight(ikm_reconcile *reconcile, const char *weight)
{
    ikmi_plan *plan = &reconcile->weights[reconcile->weight_count];
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.weight = weight;
    convention.missing = reconcile->missing;
    convention.round_final = reconcile->printed.places;
    if (ikmi_plan_make(plan, reconcile->rules, &convention, IKM_LANG_ID, NULL) != IKM_OK)
        return;
    for (size_t i = 0; i < reconcile->weight_count; i++)
        if (same_weights(plan, &reconcile->weights[i]))
            return;
    reconcile->weight_count++;
}

static void add_weights(ikm_reconcile *reconcile)
{
    char text[IKMI_DECIMAL_SIZE];
    int64_t elements = (int64_t)reconcile->rules->element_count;
    add_weight(reconcile, "exact");
    for (int places = 3; places >= 2; places--) {
        ikm_decimal weight = {ikmi_power_of_ten(places) / elements, places};
        add_weight(reconcile, ikmi_decimal_text(text, weight, '.', 0));
    }
    add_weight(reconcile, reconcile->rules->weight);
}

bool ikmi_reconcile_index(ikm_decimal *out, const ikmi_plan *plan, const ikmi_sums *sums)
{
    ikmi_terms terms;
    ikmi_exact exact;
    return ikmi_terms_of(&terms, plan, sums) && ikmi_exact_of(&exact, &terms) &&
           ikmi_exact_round(out, &exact, plan->convention.round_final, plan->convention.round_mode);
}

static void try_convention(ikm_reconcile *reconcile, const ikmi_plan *plan, const ikmi_sums *sums)
{
    ikm_decimal index;
    reconcile->tried++;
    if (ikmi_reconcile_index(&index, plan, sums) && index.digits == reconcile->printed.digits)
        reconcile->found[reconcile->count++] = (ikm_reconciled){plan->convention, index};
}

void ikmi_reconcile_try(ikm_reconcile *reconcile, const ikmi_sums *sums)
{
    add_weights(reconcile);
    for (size_t w = 0; w < reconcile->weight_count; w++) {
        ikmi_plan plan = reconcile->weights[w];
        plan.convention.weight = reconcile->weights[w].weight_text;
        for (size_t n = 0; n < sizeof nrr_places / sizeof nrr_places[0]; n++) {
            for (size_t t = 0; t < sizeof term_places / sizeof term_places[0]; t++) {
                for (int mode = IKM_ROUND_HALF_UP; mode <= IKM_ROUND_TRUNCATE; mode++) {
                    plan.convention.round_nrr = nrr_places[n];
                    plan.convention.round_term = term_places[t];
                    plan.convention.round_mode = (ikm_round_mode)mode;
                    try_convention(reconcile, &plan, sums);
                }
            }
        }
    }
}
