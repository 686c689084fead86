/* LimeSurvey keeps what people began and did not send: such a response has no date on which it was submitted. */
#include "columns.h"

#include "base/mem.h"
#include "fold.h"
#include "view.h"

#include <string.h>

enum { HEADER_SIZE = 128 };

static bool is_one_of(const char *folded, const char *const *words)
{
    for (; *words; words++)
        if (!strcmp(folded, *words))
            return true;
    return false;
}

static int find(const ikmi_columns *columns, const char *const *words)
{
    char folded[HEADER_SIZE];
    for (size_t i = 0; i < columns->count; i++) {
        ikmi_header_parts parts = ikmi_header_split(ikmi_text(columns->columns[i].header));
        ikmi_fold(folded, sizeof folded, parts.code.size ? parts.code : parts.whole);
        if (is_one_of(folded, words))
            return (int)i;
    }
    return -1;
}

int ikmi_columns_finished(const ikmi_columns *columns)
{
    /* its code, alone or before the words; its words alone are anybody's, unless the page stands beside */
    static const char *const codes[] = {"submitdate", NULL};
    static const char *const dates[] = {"date submitted", "submit date", "tanggal dikirim", "tanggal pengiriman", NULL};
    static const char *const pages[] = {"lastpage", "last page", "halaman terakhir", NULL};
    int column = find(columns, codes);
    return column >= 0 || find(columns, pages) < 0 ? column : find(columns, dates);
}
