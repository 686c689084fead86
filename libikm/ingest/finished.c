/*
 * LimeSurvey and Qualtrics keep what people began and did not send: to one such a response has no date on which it was
 * submitted, to the other it is not finished.
 */
#include "columns.h"

#include "base/mem.h"
#include "fold.h"
#include "gate.h"
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

/* Words that are anybody's mean it only beside a column that no other program writes. */
static int find_beside(const ikmi_columns *columns, const char *const *words, const char *const *witnesses)
{
    return find(columns, witnesses) < 0 ? -1 : find(columns, words);
}

int ikmi_columns_finished(const ikmi_columns *columns)
{
    static const char *const codes[] = {"submitdate", NULL};
    static const char *const dates[] = {"date submitted", "submit date", "tanggal dikirim", "tanggal pengiriman", NULL};
    static const char *const pages[] = {"lastpage", "last page", "halaman terakhir", NULL};
    static const char *const finished[] = {"finished", NULL};
    static const char *const progress[] = {"progress", "duration in seconds", "responseid", "response id", NULL};
    int column = find(columns, codes);
    column = column >= 0 ? column : find_beside(columns, dates, pages);
    return column >= 0 ? column : find_beside(columns, finished, progress);
}

bool ikmi_says_unfinished(ikm_text cell)
{
    static const char *const words[] = {"", "false", "0", "no", "tidak", NULL};
    char folded[HEADER_SIZE];
    ikmi_fold(folded, sizeof folded, cell);
    return is_one_of(folded, words);
}
