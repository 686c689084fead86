/* What can be asked of a budget. */
#include "budget.h"

#include "base/mem.h"

size_t ikm_budget_count(const ikm_budget *budget)
{
    return budget ? budget->count : 0;
}

const ikm_budget_line *ikm_budget_at(const ikm_budget *budget, size_t index)
{
    return index < ikm_budget_count(budget) ? &budget->lines[index] : NULL;
}

const ikm_budget_line *ikm_budget_find(const ikm_budget *budget, const char *code)
{
    size_t name = budget && code ? ikmi_lookup_find(&budget->names, IKMI_NO_NAME, ikmi_text(code)) : IKMI_NO_NAME;
    return name == IKMI_NO_NAME ? NULL : &budget->lines[budget->row_of[name]];
}

const ikm_budget_line *ikm_budget_total(const ikm_budget *budget)
{
    return budget ? &budget->total : NULL;
}

size_t ikm_budget_kind_count(const ikm_budget *budget)
{
    return budget ? budget->kind_count : 0;
}

const ikm_budget_line *ikm_budget_kind(const ikm_budget *budget, size_t index)
{
    return index < ikm_budget_kind_count(budget) ? &budget->kinds[index] : NULL;
}

size_t ikm_budget_note_count(const ikm_budget *budget)
{
    return budget ? budget->notes.count : 0;
}

const char *ikm_budget_note(const ikm_budget *budget, size_t index)
{
    return budget ? ikmi_notes_at(&budget->notes, index) : NULL;
}
