/* What may be chosen in cells that somebody will fill in. */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

enum { LITERAL_MOST = 255, TITLE_UNITS = 32 };

/* May a list stand in the rule itself? Excel takes 255 characters there, parts them at commas and trims them. */
static bool is_literal(const ikm_choices *choices)
{
    size_t size = 0;
    for (size_t i = 0; i < choices->count; i++) {
        const char *entry = choices->list[i];
        size_t length = strlen(entry);
        if (length == 0 || strpbrk(entry, ",\"\r\n\t") || entry[0] == ' ' || entry[0] == '=' ||
            entry[length - 1] == ' ')
            return false;
        for (size_t c = 0; c < length; c++)
            if ((unsigned char)entry[c] < 0x20 || (unsigned char)entry[c] >= 0x7F)
                return false; /* to be cleaned first */
        size += length + (i > 0);
        if (size > LITERAL_MOST)
            return false;
    }
    return true;
}

static void put_rule(ikmi_sheet *sheet, const ikmi_range *cells, lxw_data_validation *rule, const char *title)
{
    char head[TITLE_UNITS * 3 + 1];
    ikmi_clean(head, ikmi_text_of(title), TITLE_UNITS);
    rule->input_title = rule->error_title = head;
    rule->input_message = (char *)ikmi_book_word(sheet->book, "XLSX_CHOOSE");
    rule->error_message = (char *)ikmi_book_word(sheet->book, "XLSX_NOT_LISTED");
    ikmi_book_check(sheet->book, worksheet_data_validation_range(sheet->worksheet, cells->top, (lxw_col_t)cells->left,
                                                                 cells->bottom, (lxw_col_t)cells->right, rule));
    sheet->book->weight += 2048;
}

/*
 * The rule made last has its list at `range`. libxlsxwriter 1.1.4 loses memory
 * where it is given one; so it is given a list, and then the range in its place.
 */
static void refer(ikmi_sheet *sheet, const char *range)
{
    lxw_data_val_obj *rule = NULL, *each;
    STAILQ_FOREACH(each, sheet->worksheet->data_validations, list_pointers)
    {
        rule = each;
    }
    size_t size = strlen(range) + 1;
    char *owned = rule ? malloc(size) : NULL; /* libxlsxwriter frees it: not of our ikm_mem */
    if (!owned) {
        ikmi_book_fail(sheet->book, IKM_ERR_NOMEM);
        return;
    }
    memcpy(owned, range, size);
    free(rule->value_formula);
    rule->value_formula = owned;
}

static void choose(ikmi_sheet *sheet, const ikmi_range *cells, const ikm_choices *choices, const char *title)
{
    static const char *const stand_in[] = {"-"};
    bool literal = is_literal(choices);
    const char *const *entries = literal ? choices->list : stand_in;
    size_t count = literal ? choices->count : 1;
    const char **list = ikmi_book_alloc(sheet->book, (count + 1) * sizeof *list);
    if (!list) {
        ikmi_book_fail(sheet->book, IKM_ERR_NOMEM);
        return;
    }
    memcpy(list, entries, count * sizeof *list);
    list[count] = NULL;
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST};
    rule.value_list = (void *)list; /* of const or not: versions differ */
    put_rule(sheet, cells, &rule, title);
    ikmi_book_release(sheet->book, list);
    if (literal || sheet->book->status != IKM_OK)
        return;
    char range[IKMI_RANGE_SIZE];
    size_t column;
    count = choices->count < LXW_ROW_MAX ? choices->count : LXW_ROW_MAX;
    if (!ikmi_aside_list(sheet->book, choices->list, count, &column))
        return;
    ikmi_range_write(range, &(ikmi_range){sheet->book->aside.name, 0, (lxw_row_t)count - 1, column, column});
    refer(sheet, range);
}

void ikmi_sheet_choices(ikmi_sheet *sheet, const ikmi_placed *placed, lxw_row_t top, lxw_row_t bottom)
{
    const ikm_table *table = placed->table;
    for (size_t i = 0; table->choices && i < table->column_count; i++)
        if (table->choices[i].count)
            choose(sheet, &(ikmi_range){NULL, top, bottom, placed->start[i], placed->start[i]}, &table->choices[i],
                   table->columns[i].title);
}
