#include <string.h>

#include "worksheet.h"

static ikm_status keep(ikmi_worksheet *sheet, ikmi_cell *cell, const char *text, size_t size, ikm_error *err)
{
    *cell = (ikmi_cell){NULL, sheet->row->text.size, size, cell->number};
    if (!ikmi_pile_add(&sheet->row->text, sheet->book->desk, text, size))
        return ikmi_desk_nomem(sheet->book->desk, err);
    return IKM_OK;
}

/* "BC", for a message. */
static void column_letters(char out[8], size_t column)
{
    char reversed[8];
    size_t count = 0, used = 0;
    for (; column; column = (column - 1) / 26)
        reversed[count++] = (char)('A' + (column - 1) % 26);
    while (count)
        out[used++] = reversed[--count];
    out[used] = '\0';
}

static ikm_status finish_shared(ikmi_worksheet *sheet, ikmi_cell *cell, ikm_error *err)
{
    size_t number = 0;
    ikm_text text, digits = {sheet->value.data, sheet->value.size};
    bool sound = true;
    for (size_t i = 0; i < digits.size && sound; i++) {
        sound = digits.data[i] >= '0' && digits.data[i] <= '9' && number < SIZE_MAX / 100;
        number = number * 10 + (size_t)(digits.data[i] - '0');
    }
    if (sound && ikmi_strings_get(&sheet->book->strings, number, &text)) {
        *cell = (ikmi_cell){text.data, 0, text.size, false};
        return IKM_OK;
    }
    char address[40]; /* what stands there is not shown: it may be somebody's number */
    column_letters(address, sheet->column);
    strcat(address, ikmi_digits_of(sheet->line).text);
    return ikmi_desk_fail(sheet->book->desk, err, IKM_ERR_DATA, "READERS_BAD_SHARED", IKMI_WITH(sheet->name, address));
}

static ikm_status finish_number(ikmi_worksheet *sheet, ikmi_cell *cell, ikm_error *err)
{
    ikmi_numeral number;
    char text[IKMI_MOMENT_SIZE];
    /* one to nine, by far the most: a score */
    bool digit = sheet->value.size == 1 && sheet->value.data[0] >= '0' && sheet->value.data[0] <= '9';
    ikmi_moment_kind kind = ikmi_styles_kind(&sheet->book->styles, sheet->style);
    bool percent = ikmi_styles_is_percent(&sheet->book->styles, sheet->style);
    cell->number = true;
    if ((digit && !kind && !percent) || !ikmi_numeral_read(&number, (ikm_text){sheet->value.data, sheet->value.size}))
        return keep(sheet, cell, sheet->value.data, sheet->value.size, err);
    if (percent) { /* as it is shown: whoever reads 0.95 where 95% stands is wrong by a hundred */
        number.point += number.count ? 2 : 0;
        size_t digits = ikmi_numeral_write(text, &number);
        text[digits] = '%';
        return keep(sheet, cell, text, digits + 1, err);
    }
    size_t size = kind ? ikmi_moment_of_serial(text, &number, kind, sheet->book->from_1904) : 0;
    if (!size)
        size = ikmi_numeral_write(text, &number);
    return keep(sheet, cell, text, size, err);
}

ikm_status ikmi_worksheet_finish(ikmi_worksheet *sheet, ikmi_cell *cell, ikm_error *err)
{
    ikmi_pile *value = &sheet->value;
    switch (sheet->type) {
    case IKMI_CELL_SHARED: return finish_shared(sheet, cell, err);
    case IKMI_CELL_NUMBER: return finish_number(sheet, cell, err);
    case IKMI_CELL_TRUTH: {
        bool truth = value->size && (value->data[0] == '1' || value->data[0] == 't');
        return truth ? keep(sheet, cell, "TRUE", 4, err) : keep(sheet, cell, "FALSE", 5, err);
    }
    case IKMI_CELL_MOMENT:
        cell->number = true;
        value->size = ikmi_moment_plain(value->data, value->size);
        return keep(sheet, cell, value->data, value->size, err);
    case IKMI_CELL_TEXT: value->size = ikmi_strings_unescape(value->data, value->size); break;
    }
    return keep(sheet, cell, value->data, value->size, err);
}
