/* Rows of indicators before anything is computed: each by itself, then whose they are. */
#include "achievement.h"

#include "base/decimal.h"
#include "base/mem.h"

static bool fits(ikm_given given, ikm_decimal value)
{
    int64_t scaled;
    if (given != IKM_GIVEN_NUMBER)
        return true;
    if (value.places < 0 || value.places > IKMI_PLACES_MAX)
        return false;
    value = ikmi_decimal_shortest(value);
    return value.places <= IKMI_AMOUNT_PLACES_MAX && ikmi_scaled(&scaled, value, value.places);
}

static bool numbers_fit(const ikm_indicator *row)
{
    bool ranges = row->polarity == IKM_POLARITY_RANGE;
    return fits(row->target.given, row->target.value) && fits(row->realization.given, row->realization.value) &&
           fits(row->final_target.given, row->final_target.value) &&
           (!ranges ||
            (fits(row->target.given, row->target.upper) && fits(row->final_target.given, row->final_target.upper)));
}

/* Both bounds fit, so they can be compared across their places. */
static bool is_ordered(ikm_target target)
{
    return target.given != IKM_GIVEN_NUMBER ||
           (ikmi_int128)target.value.digits * ikmi_power_of_ten(target.upper.places) <=
               (ikmi_int128)target.upper.digits * ikmi_power_of_ten(target.value.places);
}

static ikm_status check_range(const ikm_indicator *row, size_t index, ikm_lang lang, ikm_error *err)
{
    char lower[IKMI_DECIMAL_SIZE], upper[IKMI_DECIMAL_SIZE];
    const ikm_target *wrong = !is_ordered(row->target) ? &row->target : &row->final_target;
    if (row->polarity != IKM_POLARITY_RANGE || is_ordered(*wrong))
        return IKM_OK;
    return ikmi_row_fault(err, IKM_ERR_INVALID, index, lang, IKMI_WORD_INDICATOR_RANGE_ORDER,
                          IKMI_SAY(ikmi_decimal_for_people(lower, wrong->value, lang),
                                   ikmi_decimal_for_people(upper, wrong->upper, lang)));
}

static ikm_status check_row(const ikm_indicator *row, size_t index, ikm_lang lang, ikm_error *err)
{
    char year[IKMI_INTEGER_SIZE], name[IKMI_SHORT_SIZE];
    if (row->polarity < IKM_POLARITY_HIGHER || row->polarity > IKM_POLARITY_RANGE ||
        (!row->name.data && row->name.size) || (!row->goal.data && row->goal.size) ||
        (!row->objective.data && row->objective.size) || (!row->unit.data && row->unit.size))
        return ikmi_row_fault(err, IKM_ERR_ARGUMENT, index, lang, IKMI_WORD_WRONG_ARGUMENT, NULL, 0);
    if (!row->name.size)
        return ikmi_row_fault(err, IKM_ERR_INVALID, index, lang, IKMI_WORD_INDICATOR_NO_NAME, NULL, 0);
    if (row->year < IKMI_YEAR_MIN || row->year > IKMI_YEAR_MAX)
        return ikmi_row_fault(err, IKM_ERR_INVALID, index, lang, IKMI_WORD_INDICATOR_YEAR,
                              IKMI_SAY(ikmi_integer_text(year, row->year)));
    if (!numbers_fit(row))
        return ikmi_row_fault(err, IKM_ERR_OVERFLOW, index, lang, IKMI_WORD_INDICATOR_NUMBER,
                              IKMI_SAY(ikmi_short(name, row->name)));
    return check_range(row, index, lang, err);
}

ikm_status ikmi_check_rows(const ikm_indicator *rows, size_t count, ikm_lang lang, ikm_error *err)
{
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < count && status == IKM_OK; i++)
        status = check_row(&rows[i], i, lang, err);
    return status;
}

/* Rows by year, those of one year in the caller's order: one counting pass. */
static void order_by_year(size_t *order, const ikm_indicator *rows, size_t count)
{
    size_t start[IKMI_YEAR_MAX - IKMI_YEAR_MIN + 2] = {0};
    for (size_t i = 0; i < count; i++)
        start[rows[i].year - IKMI_YEAR_MIN + 1]++;
    for (size_t year = 1; year < sizeof start / sizeof start[0]; year++)
        start[year] += start[year - 1];
    for (size_t i = 0; i < count; i++)
        order[start[rows[i].year - IKMI_YEAR_MIN]++] = i;
}

static ikm_status chain_fault(const ikm_indicator *row, const ikm_indicator *before, size_t index, ikm_lang lang,
                              ikm_error *err)
{
    char year[IKMI_INTEGER_SIZE], name[IKMI_SHORT_SIZE];
    ikmi_short(name, row->name);
    if (row->year == before->year)
        return ikmi_row_fault(err, IKM_ERR_INVALID, index, lang, IKMI_WORD_INDICATOR_TWICE,
                              IKMI_SAY(name, ikmi_integer_text(year, row->year)));
    return ikmi_row_fault(err, IKM_ERR_INVALID, index, lang, IKMI_WORD_INDICATOR_POLARITIES, IKMI_SAY(name));
}

ikm_status ikmi_chain_rows(ikmi_chains *chains, ikmi_lookup *names, const ikm_indicator *rows, size_t count,
                           ikm_lang lang, ikm_error *err)
{
    /* in the caller's order, so that numbers stand for first appearances */
    for (size_t i = 0; i < count; i++) {
        size_t goal = ikmi_lookup_put(names, IKMI_NO_NAME, rows[i].goal);
        size_t objective = ikmi_lookup_put(names, goal, rows[i].objective);
        chains->name_of[i] = ikmi_lookup_put(names, objective, rows[i].name);
    }
    for (size_t name = 0; name < names->count; name++)
        chains->first[name] = IKMI_NO_ROW;
    order_by_year(chains->order, rows, count);
    size_t fault = IKMI_NO_ROW, beside = 0;
    for (size_t i = count; i-- > 0;) { /* the last year first: each row goes before its followers */
        size_t row = chains->order[i], *first = &chains->first[chains->name_of[row]], after = *first;
        chains->next[row] = after;
        *first = row;
        if (after == IKMI_NO_ROW || (rows[after].year != rows[row].year && rows[after].polarity == rows[row].polarity))
            continue;
        size_t later = after > row ? after : row;
        if (later < fault) {
            fault = later;
            beside = after > row ? row : after;
        }
    }
    return fault == IKMI_NO_ROW ? IKM_OK : chain_fault(&rows[fault], &rows[beside], fault, lang, err);
}
