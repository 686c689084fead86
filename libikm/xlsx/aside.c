/* The sheet that nobody sees: long lists to choose from, and numbers that only a chart needs. */
#include "book.h"

#include <math.h>

static ikmi_aside_column *new_column(ikmi_book *book, size_t *column)
{
    ikmi_aside *aside = &book->aside;
    if (book->status == IKM_OK && !aside->name)
        aside->name = ikmi_book_name(book, ikmi_book_word(book, "XLSX_ASIDE"));
    if (aside->name && aside->count == aside->capacity) {
        size_t capacity = aside->capacity ? aside->capacity * 2 : 16;
        void *grown = book->mem.resize(book->mem.ctx, aside->columns, capacity * sizeof *aside->columns);
        if (!grown)
            return NULL;
        aside->columns = grown;
        aside->capacity = capacity;
    }
    if (!aside->name || aside->count >= LXW_COL_MAX)
        return NULL;
    *column = aside->count;
    aside->columns[aside->count] = (ikmi_aside_column){0};
    return &aside->columns[aside->count];
}

bool ikmi_aside_list(ikmi_book *book, const char *const *list, size_t count, size_t *column)
{
    for (size_t i = 0; i < book->aside.count; i++)
        if (book->aside.columns[i].list == list && book->aside.columns[i].count == count)
            return *column = i, true;
    ikmi_aside_column *added = new_column(book, column);
    if (!added) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return false;
    }
    added->list = list;
    added->count = count;
    book->aside.count++;
    return true;
}

double *ikmi_aside_numbers(ikmi_book *book, size_t count, size_t *column)
{
    ikmi_aside_column *added = new_column(book, column);
    double *numbers = added ? ikmi_book_alloc(book, (count + 1) * sizeof *numbers) : NULL;
    if (!numbers) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return NULL;
    }
    for (size_t i = 0; i < count; i++)
        numbers[i] = 0;
    added->numbers = numbers;
    added->count = count;
    book->aside.count++;
    return numbers;
}

/* Row by row: where memory is constant, there is no way back. */
void ikmi_aside_write(ikmi_book *book)
{
    const ikmi_aside *aside = &book->aside;
    lxw_worksheet *worksheet = aside->count && book->status == IKM_OK ? ikmi_book_worksheet(book, aside->name) : NULL;
    bool more = worksheet != NULL;
    for (lxw_row_t row = 0; more && row < LXW_ROW_MAX; row++) {
        more = false;
        for (size_t i = 0; i < aside->count; i++) {
            const ikmi_aside_column *column = &aside->columns[i];
            if (row >= column->count)
                continue;
            more = true;
            if (column->numbers && isnan(column->numbers[row]))
                continue; /* a hole in a chart */
            ikmi_book_check(book,
                            column->list
                                ? worksheet_write_string(worksheet, row, (lxw_col_t)i,
                                                         ikmi_book_clean(book, ikmi_text_of(column->list[row])), NULL)
                                : worksheet_write_number(worksheet, row, (lxw_col_t)i, column->numbers[row], NULL));
            book->weight += 80;
        }
    }
    if (worksheet)
        worksheet_hide(worksheet);
}

void ikmi_aside_release(ikmi_book *book)
{
    for (size_t i = 0; i < book->aside.count; i++)
        ikmi_book_release(book, book->aside.columns[i].numbers);
    ikmi_book_release(book, book->aside.columns);
}
