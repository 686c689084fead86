/* What can be asked of a budget. */
#include "budget.h"

#include "base/mem.h"

size_t ikm_budget_count(const ikm_budget *budget)
{
    return budget->count;
}

const ikm_budget_line *ikm_budget_at(const ikm_budget *budget, size_t index)
{
    return index < ikm_budget_count(budget) ? &budget->lines[index] : NULL;
}

const ikm_budget_line *ikm_budget_find(const ikm_budget *budget, const char *code)
{
    size_t name = ikmi_lookup_find(&budget->names, IKMI_NO_NAME, ikmi_text(code));
    return name == IKMI_NO_NAME ? NULL : &budget->lines[budget->row_of[name]];
}

const ikm_budget_line *ikm_budget_total(const ikm_budget *budget)
{
    return &budget->total;
}

size_t ikm_budget_kind_count(const ikm_budget *budget)
{
    return budget->kind_count;
}

const ikm_budget_line *ikm_budget_kind(const ikm_budget *budget, size_t index)
{
    return index < ikm_budget_kind_count(budget) ? &budget->kinds[index] : NULL;
}

size_t ikm_budget_note_count(const ikm_budget *budget)
{
    return budget->notes.count;
}

const char *ikm_budget_note(const ikm_budget *budget, size_t index)
{
    return ikmi_notes_at(&budget->notes, index);
}
