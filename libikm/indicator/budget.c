/* A budget: its tree, sums from the lowest rows up, totals, and what does not agree. */
#include "budget.h"

#include "base/decimal.h"
#include "base/mem.h"

/* Kinds of spending are names, too: under a number that no code has. */
static const size_t kinds_of_spending = IKMI_NO_NAME - 1;

static ikm_status row_fault(const ikm_budget *budget, const ikm_budget_row *row, size_t index, ikm_status status,
                            ikmi_word word, ikm_error *err)
{
    char code[IKMI_SHORT_SIZE];
    return ikmi_row_fault(err, status, index, budget->lang, word, IKMI_SAY(ikmi_short(code, row->code)));
}

static bool is_negative(ikm_amount amount)
{
    return amount.given == IKM_GIVEN_NUMBER && amount.value.digits < 0;
}

static bool is_possible(ikm_amount amount)
{
    return amount.given != IKM_GIVEN_NUMBER || (amount.value.places >= 0 && amount.value.places <= IKMI_PLACES_MAX &&
                                                ikmi_places(amount) <= IKMI_AMOUNT_PLACES_MAX);
}

/* Rows by themselves; the smallest unit in which all their figures are whole. */
static ikm_status check_rows(ikm_budget *budget, const ikm_budget_row *rows, ikm_error *err)
{
    for (size_t i = 0; i < budget->count; i++) {
        const ikm_budget_row *row = &rows[i];
        if ((!row->code.data && row->code.size) || (!row->title.data && row->title.size) ||
            (!row->kind.data && row->kind.size))
            return ikmi_row_fault(err, IKM_ERR_ARGUMENT, i, budget->lang, IKMI_WORD_WRONG_ARGUMENT, NULL, 0);
        if (!is_possible(row->budget) || !is_possible(row->realization))
            return row_fault(budget, row, i, IKM_ERR_OVERFLOW, IKMI_WORD_BUDGET_NUMBER, err);
        if (is_negative(row->budget) || is_negative(row->realization))
            return row_fault(budget, row, i, IKM_ERR_INVALID, IKMI_WORD_BUDGET_NEGATIVE, err);
        int places = ikmi_places(row->budget), other = ikmi_places(row->realization);
        places = places > other ? places : other;
        budget->places = places > budget->places ? places : budget->places;
    }
    return IKM_OK;
}

static bool set_money(bool *has, int64_t *value, ikm_amount amount, int places)
{
    *has = amount.given == IKM_GIVEN_NUMBER;
    return !*has || ikmi_scaled(value, amount.value, places);
}

/* Titles, kinds and own figures. */
static ikm_status take_rows(ikm_budget *budget, const ikm_budget_row *rows, ikm_error *err)
{
    for (size_t i = 0; i < budget->count; i++) {
        ikm_budget_line *line = &budget->lines[i];
        ikmi_node *node = &budget->nodes[i];
        size_t code = ikmi_lookup_find(&budget->names, IKMI_NO_NAME, rows[i].code);
        line->title = budget->names.list[ikmi_lookup_put(&budget->names, code, rows[i].title)].text;
        line->kind = "";
        if (rows[i].kind.size)
            line->kind = budget->names.list[ikmi_lookup_put(&budget->names, kinds_of_spending, rows[i].kind)].text;
        node->children.has[IKMI_BUDGET] = node->children.has[IKMI_REALIZATION] = node->has_children;
        ikmi_money *own = &node->own;
        if (!set_money(&own->has[IKMI_BUDGET], &own->value[IKMI_BUDGET], rows[i].budget, budget->places) ||
            !set_money(&own->has[IKMI_REALIZATION], &own->value[IKMI_REALIZATION], rows[i].realization, budget->places))
            return row_fault(budget, &rows[i], i, IKM_ERR_OVERFLOW, IKMI_WORD_BUDGET_NUMBER, err);
    }
    return IKM_OK;
}

/* What a row lacks its children give; then it is a child itself. */
static bool settle(ikm_budget *budget, size_t index)
{
    ikm_budget_line *line = &budget->lines[index];
    ikmi_node *node = &budget->nodes[index];
    for (int i = 0; i < 2; i++) {
        if (!node->own.has[i] && node->children.has[i]) {
            node->own.has[i] = true;
            node->own.value[i] = node->children.value[i];
        }
        if (node->own.has[i] && node->children.has[i] && node->own.value[i] != node->children.value[i])
            line->children_differ |= 1 << i;
    }
    line->children_budget = ikmi_money_amount(&node->children, IKMI_BUDGET, budget->places);
    line->children_realization = ikmi_money_amount(&node->children, IKMI_REALIZATION, budget->places);
    return ikmi_budget_fill(line, &node->own, budget->places) &&
           (line->parent == SIZE_MAX || ikmi_money_add(&budget->nodes[line->parent].children, &node->own));
}

/* The lowest level first, so that every row is complete before its parent is. */
static ikm_status settle_all(ikm_budget *budget, const ikm_budget_row *rows, ikm_error *err)
{
    int deepest = 0;
    for (size_t i = 0; i < budget->count; i++)
        deepest = budget->lines[i].level > deepest ? budget->lines[i].level : deepest;
    for (int level = deepest; level > 0; level--)
        for (size_t i = 0; i < budget->count; i++)
            if (budget->lines[i].level == level && !settle(budget, i))
                return row_fault(budget, &rows[i], i, IKM_ERR_OVERFLOW, IKMI_WORD_BUDGET_TOO_LARGE, err);
    return IKM_OK;
}

static const ikmi_money nothing = {{true, true}, {0, 0}};

static bool take_total(ikm_budget *budget)
{
    ikmi_money sum = nothing;
    for (size_t i = 0; i < budget->count; i++)
        if (budget->lines[i].level == 1 && !ikmi_money_add(&sum, &budget->nodes[i].own))
            return false;
    budget->total = (ikm_budget_line){.code = "", .title = "", .kind = "", .parent = SIZE_MAX};
    return ikmi_budget_fill(&budget->total, &sum, budget->places);
}

/* `sums` has a place for each name. */
static bool add_kinds(ikm_budget *budget, ikmi_money *sums, size_t *place_of)
{
    size_t without = 0;
    char text[IKMI_INTEGER_SIZE];
    for (size_t i = 0; i < budget->count; i++) {
        const char *kind = budget->lines[i].kind;
        if (budget->nodes[i].has_children)
            continue;
        without += !kind[0];
        if (!kind[0])
            continue;
        size_t name = ikmi_lookup_find(&budget->names, kinds_of_spending, ikmi_text(kind));
        if (!place_of[name]) {
            sums[budget->kind_count] = nothing;
            budget->kinds[budget->kind_count] =
                (ikm_budget_line){.code = "", .title = "", .kind = kind, .parent = SIZE_MAX};
            place_of[name] = ++budget->kind_count;
        }
        if (!ikmi_money_add(&sums[place_of[name] - 1], &budget->nodes[i].own))
            return false;
    }
    for (size_t i = 0; i < budget->kind_count; i++)
        if (!ikmi_budget_fill(&budget->kinds[i], &sums[i], budget->places))
            return false;
    if (budget->kind_count && without)
        ikmi_notes_say(&budget->notes, IKMI_WORD_BUDGET_WITHOUT_KIND,
                       IKMI_SAY(ikmi_integer_text(text, (int64_t)without)));
    return true;
}

static ikm_status take_kinds(ikm_budget *budget)
{
    ikmi_money *sums = ikmi_alloc_zero(budget->mem, budget->count, sizeof *sums);
    size_t *place_of = ikmi_alloc_zero(budget->mem, budget->names.count, sizeof *place_of);
    budget->kinds = ikmi_alloc_zero(budget->mem, budget->count, sizeof *budget->kinds);
    ikm_status status = IKM_ERR_NOMEM;
    if (sums && place_of && budget->kinds)
        status = add_kinds(budget, sums, place_of) ? IKM_OK : IKM_ERR_OVERFLOW;
    ikmi_release(budget->mem, sums);
    ikmi_release(budget->mem, place_of);
    return status;
}

static void note(ikm_budget *budget, ikmi_word word, const ikm_budget_line *line, ikm_amount one, ikm_amount other)
{
    char first[IKMI_DECIMAL_SIZE], second[IKMI_DECIMAL_SIZE];
    ikmi_notes_say(&budget->notes, word,
                   IKMI_SAY(line->code, line->title, ikmi_decimal_for_people(first, one.value, budget->lang),
                            ikmi_decimal_for_people(second, other.value, budget->lang)));
}

static void note_lines(ikm_budget *budget)
{
    for (size_t i = 0; i < budget->count; i++) {
        const ikm_budget_line *line = &budget->lines[i];
        if (line->children_differ & 1 << IKMI_BUDGET)
            note(budget, IKMI_WORD_BUDGET_CHILDREN_BUDGET, line, line->budget, line->children_budget);
        if (line->children_differ & 1 << IKMI_REALIZATION)
            note(budget, IKMI_WORD_BUDGET_CHILDREN_REALIZATION, line, line->realization, line->children_realization);
        if (line->over)
            note(budget, IKMI_WORD_BUDGET_OVER, line, line->realization, line->budget);
    }
}

static ikm_status make_room(ikm_budget *budget, const ikm_budget_row *rows)
{
    size_t bytes = 0, count = budget->count;
    for (size_t i = 0; i < count; i++)
        bytes += rows[i].code.size + rows[i].title.size + rows[i].kind.size;
    budget->lines = ikmi_alloc_zero(budget->mem, count, sizeof *budget->lines);
    budget->nodes = ikmi_alloc_zero(budget->mem, count, sizeof *budget->nodes);
    budget->row_of = ikmi_alloc_zero(budget->mem, count, sizeof *budget->row_of);
    bool named = ikmi_lookup_init(&budget->names, 3 * count, bytes, budget->mem);
    return named && budget->lines && budget->nodes && budget->row_of ? IKM_OK : IKM_ERR_NOMEM;
}

static ikm_status compute(ikm_budget *budget, const ikm_budget_row *rows, ikm_error *err)
{
    ikm_status told = check_rows(budget, rows, err), status = told;
    if (status == IKM_OK)
        status = make_room(budget, rows);
    if (status == IKM_OK)
        status = told = ikmi_budget_tree(budget, rows, err);
    if (status == IKM_OK)
        status = told = take_rows(budget, rows, err);
    if (status == IKM_OK)
        status = told = settle_all(budget, rows, err);
    if (status == IKM_OK && !take_total(budget))
        status = IKM_ERR_OVERFLOW;
    if (status == IKM_OK)
        note_lines(budget);
    if (status == IKM_OK)
        status = take_kinds(budget);
    if (status == IKM_OK)
        status = budget->notes.status;
    return status == told ? status : ikmi_fail_plain(err, status, budget->lang);
}

ikm_status ikm_budget_new(ikm_budget **out, const ikm_budget_row *rows, size_t count, ikm_lang lang, const ikm_mem *mem,
                          ikm_error *err)
{
    if (out)
        *out = NULL;
    if (!out || (!rows && count))
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_budget *budget = ikmi_alloc_zero(mem, 1, sizeof *budget);
    if (!budget)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    budget->mem = mem;
    budget->lang = lang;
    budget->count = count;
    ikmi_notes_init(&budget->notes, lang, mem);
    ikm_status status = compute(budget, rows, err);
    if (status == IKM_OK)
        *out = budget;
    else
        ikm_budget_free(budget);
    return status;
}

void ikm_budget_free(ikm_budget *budget)
{
    if (!budget)
        return;
    const ikm_mem *mem = budget->mem;
    ikmi_lookup_done(&budget->names);
    ikmi_notes_done(&budget->notes);
    ikmi_release(mem, budget->row_of);
    ikmi_release(mem, budget->lines);
    ikmi_release(mem, budget->nodes);
    ikmi_release(mem, budget->kinds);
    ikmi_release(mem, budget);
}
