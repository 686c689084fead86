/* What every part of a workbook needs: memory, the first failure, rows, numbers. */
#include "book.h"

#include <stdlib.h>

enum { CELL_WEIGHT = 80 /* bytes of a cell and its part of the row at most, besides its text */ };

void *ikmi_book_alloc(const ikmi_book *book, size_t size)
{
    return book->mem.alloc(book->mem.ctx, size);
}

void ikmi_book_release(const ikmi_book *book, void *block)
{
    if (block)
        book->mem.release(book->mem.ctx, block);
}

void ikmi_book_fail(ikmi_book *book, ikm_status status)
{
    if (book->status == IKM_OK)
        book->status = status;
}

void ikmi_book_check(ikmi_book *book, lxw_error error)
{
    if (error != LXW_NO_ERROR)
        ikmi_book_fail(book, error == LXW_ERROR_MEMORY_MALLOC_FAILED ? IKM_ERR_NOMEM : IKM_ERR_INVALID);
}

bool ikmi_book_pull(ikmi_book *book, const ikm_table *table, size_t index, ikm_cell *cells)
{
    uselocale(book->host);
    ikmi_book_fail(book, ikm_table_row(table, index, cells));
    uselocale(book->plain);
    book->weight += CELL_WEIGHT * table->column_count;
    return book->status == IKM_OK;
}

const char *ikmi_book_word(const ikmi_book *book, const char *name)
{
    const char *word = ikm_words(book->lang, name);
    return word ? word : name;
}

double ikmi_decimal_double(ikm_decimal number)
{
    const int64_t most = (int64_t)1 << 53;
    char text[64];
    double power = 1;
    if ((number.digits > most || number.digits < -most) && ikm_decimal_write(text, sizeof text, number, '.') == IKM_OK)
        return strtod(text, NULL); /* under the locale with a point, as all that is written */
    for (int32_t i = 0; i < number.places; i++)
        power *= 10; /* exact up to 10^22, and so are the digits: the one division rounds once */
    return (double)number.digits / power;
}
