/*
 * Codes of a budget and whose child each is.
 *
 * A level is a number of parts that some code of the table has: in the nomenclature of
 * Permendagri 90/2019 a program has three (7.01.02), its kegiatan five (7.01.02.2.01),
 * a sub kegiatan six. The parent of a code is what it begins with, at the level above.
 */
#include "budget.h"

#include "base/decimal.h"
#include "base/mem.h"

enum { PARTS_MAX = 20 };

static bool is_part_of_code(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* How many parts a code has; 0: it is none. */
static int parts_of(ikm_text code)
{
    int parts = 1;
    for (size_t i = 0; i < code.size; i++) {
        bool point = code.data[i] == '.', edge = i == 0 || i + 1 == code.size || code.data[i - 1] == '.';
        if (point ? edge : !is_part_of_code(code.data[i]))
            return 0;
        parts += point;
    }
    return code.size && parts <= PARTS_MAX ? parts : 0;
}

/* The first `parts` parts. */
static ikm_text beginning(ikm_text code, int parts)
{
    size_t i = 0;
    for (; i < code.size; i++)
        if (code.data[i] == '.' && --parts == 0)
            break;
    return (ikm_text){code.data, i};
}

static ikm_status code_fault(const ikm_budget *budget, const ikm_budget_row *row, size_t index, ikm_error *err)
{
    char code[IKMI_SHORT_SIZE], most[IKMI_INTEGER_SIZE];
    if (!row->code.size)
        return ikmi_row_fault(err, IKM_ERR_INVALID, index, budget->lang, IKMI_WORD_BUDGET_NO_CODE, NULL, 0);
    return ikmi_row_fault(err, IKM_ERR_INVALID, index, budget->lang, IKMI_WORD_BUDGET_CODE_FORM,
                          IKMI_SAY(ikmi_short(code, row->code), ikmi_integer_text(most, PARTS_MAX)));
}

/* Each code once; `used[n]` is whether some code has n parts. */
static ikm_status name_rows(ikm_budget *budget, const ikm_budget_row *rows, bool used[PARTS_MAX + 1], ikm_error *err)
{
    char code[IKMI_SHORT_SIZE];
    for (size_t i = 0; i < budget->count; i++) {
        ikm_budget_line *line = &budget->lines[i];
        line->level = parts_of(rows[i].code);
        if (!line->level)
            return code_fault(budget, &rows[i], i, err);
        size_t before = budget->names.count, name = ikmi_lookup_put(&budget->names, IKMI_NO_NAME, rows[i].code);
        if (name < before)
            return ikmi_row_fault(err, IKM_ERR_INVALID, i, budget->lang, IKMI_WORD_BUDGET_CODE_TWICE,
                                  IKMI_SAY(ikmi_short(code, rows[i].code)));
        used[line->level] = true;
        budget->row_of[name] = i;
        line->code = budget->names.list[name].text;
    }
    return IKM_OK;
}

static ikm_status find_parent(ikm_budget *budget, const ikm_budget_row *row, size_t index, int parts, ikm_error *err)
{
    char code[IKMI_SHORT_SIZE], missing[IKMI_SHORT_SIZE];
    ikm_text parent = beginning(row->code, parts);
    size_t name = ikmi_lookup_find(&budget->names, IKMI_NO_NAME, parent);
    if (name == IKMI_NO_NAME)
        return ikmi_row_fault(err, IKM_ERR_INVALID, index, budget->lang, IKMI_WORD_BUDGET_NO_PARENT,
                              IKMI_SAY(ikmi_short(code, row->code), ikmi_short(missing, parent)));
    budget->lines[index].parent = budget->row_of[name];
    budget->nodes[budget->row_of[name]].has_children = true;
    return IKM_OK;
}

ikm_status ikmi_budget_tree(ikm_budget *budget, const ikm_budget_row *rows, ikm_error *err)
{
    bool used[PARTS_MAX + 1] = {false};
    int level[PARTS_MAX + 1] = {0}, above[PARTS_MAX + 1] = {0}, levels = 0, last = 0;
    ikm_status status = name_rows(budget, rows, used, err);
    for (int parts = 1; parts <= PARTS_MAX; parts++) {
        if (!used[parts])
            continue;
        level[parts] = ++levels;
        above[parts] = last;
        last = parts;
    }
    for (size_t i = 0; i < budget->count && status == IKM_OK; i++) {
        ikm_budget_line *line = &budget->lines[i];
        int parts = line->level;
        line->level = level[parts];
        line->parent = SIZE_MAX;
        if (above[parts])
            status = find_parent(budget, &rows[i], i, above[parts], err);
    }
    return status;
}
