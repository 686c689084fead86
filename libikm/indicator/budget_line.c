/* Figures of a line of the budget, and what follows from them. */
#include "budget.h"

#include "base/decimal.h"

bool ikmi_money_add(ikmi_money *sum, const ikmi_money *part)
{
    for (int i = 0; i < 2; i++) {
        sum->has[i] = sum->has[i] && part->has[i];
        if (sum->has[i] && !ikmi_add(&sum->value[i], sum->value[i], part->value[i]))
            return false;
    }
    return true;
}

ikm_amount ikmi_money_amount(const ikmi_money *money, int which, int places)
{
    if (!money->has[which])
        return (ikm_amount){IKM_GIVEN_NONE, {0, 0}};
    return (ikm_amount){IKM_GIVEN_NUMBER, ikmi_decimal_shortest((ikm_decimal){money->value[which], places})};
}

bool ikmi_budget_fill(ikm_budget_line *line, const ikmi_money *money, int places)
{
    int64_t budget = money->value[IKMI_BUDGET], realization = money->value[IKMI_REALIZATION];
    ikmi_money rest = {.has[0] = money->has[IKMI_BUDGET] && money->has[IKMI_REALIZATION],
                       .value[0] = budget - realization}; /* neither is negative */
    line->budget = ikmi_money_amount(money, IKMI_BUDGET, places);
    line->realization = ikmi_money_amount(money, IKMI_REALIZATION, places);
    line->remaining = ikmi_money_amount(&rest, 0, places);
    line->over = rest.has[0] && realization > budget;
    return !rest.has[0] || budget == 0 ||
           ikmi_percent_of(&line->absorption, ikmi_exact_make((ikmi_int128)realization * 100, budget));
}
