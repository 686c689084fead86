#include "columns_line.h"

#include "base/mem.h"

static bool has_all_elements(const ikmi_claims *claims, const ikmi_claim *settled)
{
    for (size_t e = 0; e < claims->lexicon->rules->element_count; e++)
        if (settled[e].column < 0 || settled[e].weak)
            return false;
    return true;
}

ikm_status ikmi_columns_look_for_lines(ikmi_shape_found *out, ikmi_columns *columns, const ikmi_claims *claims,
                                       const ikmi_claim *settled)
{
    *out = (ikmi_shape_found){.shape = IKMI_SHAPE_WIDE, .columns = {-1, -1, -1, -1}};
    if (has_all_elements(claims, settled))
        return IKM_OK;
    columns->names = ikmi_alloc_zero(columns->mem, 1, sizeof *columns->names);
    if (!columns->names)
        return IKM_ERR_NOMEM;
    ikm_status status = ikmi_names_make(columns->names, claims->lexicon->rules, columns->mem);
    if (status == IKM_OK)
        status = ikmi_shape_find(out, columns->names, claims, columns);
    if (status == IKM_OK && out->shape == IKMI_SHAPE_WIDE)
        ikmi_columns_drop_names(columns);
    return status;
}

void ikmi_columns_take_lines(ikmi_columns *columns, const ikmi_shape_found *found)
{
    columns->shape = found->shape;
    columns->line = found->columns;
    columns->by_questionnaire_number = columns->names->numbered;
    if (columns->line.respondent >= 0)
        columns->columns[columns->line.respondent].role = IKMI_ROLE_RESPONDENT;
}

bool ikmi_columns_is_of_line(const ikmi_columns *columns, int column)
{
    const ikmi_line_columns *line = &columns->line;
    return column == line->element || column == line->value || column == line->count || column == line->respondent;
}

void ikmi_columns_drop_names(ikmi_columns *columns)
{
    if (columns->names)
        ikmi_names_done(columns->names);
    ikmi_release(columns->mem, columns->names);
    columns->names = NULL;
}
