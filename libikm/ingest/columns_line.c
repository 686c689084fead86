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
    if (has_all_elements(claims, settled) && !ikmi_shape_is_told(claims))
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

static void assign_role(ikmi_columns *columns, int column, ikmi_role role)
{
    if (column < 0)
        return;
    columns->columns[column].role = role;
    columns->columns[column].loose = false;
}

void ikmi_columns_take_lines(ikmi_columns *columns, const ikmi_shape_found *found)
{
    columns->shape = found->shape;
    columns->line = found->columns;
    columns->by_questionnaire_number = columns->names->numbered;
    /* a number of lines is no respondent's, and one respondent is enough */
    for (size_t i = 0; i < columns->count; i++)
        if (columns->columns[i].role == IKMI_ROLE_RESPONDENT)
            columns->columns[i].role = IKMI_ROLE_OTHER;
    assign_role(columns, columns->line.element, IKMI_ROLE_QUESTION);
    assign_role(columns, columns->line.value, IKMI_ROLE_ANSWER);
    assign_role(columns, columns->line.respondent, IKMI_ROLE_RESPONDENT);
    assign_role(columns, columns->line.count, IKMI_ROLE_COUNT);
}

void ikmi_columns_drop_names(ikmi_columns *columns)
{
    if (columns->names)
        ikmi_names_done(columns->names);
    ikmi_release(columns->mem, columns->names);
    columns->names = NULL;
}
