#include "judge.h"

#include <string.h>

enum { TOLD_MOST = 20 };

static size_t leave_out(const ikmi_judging *j, size_t at)
{
    if (j->leave_out)
        return j->leave_out(j->rows, j->from, j->count, at);
    size_t behind = j->count - at - 1;
    char *row = (char *)j->rows + at * j->size;
    memmove(row, row + j->size, behind * j->size);
    memmove(j->from + at, j->from + at + 1, behind * sizeof *j->from);
    return j->count - 1;
}

ikm_status ikmi_judge(ikmi_judging *j, ikm_error *err)
{
    for (int told = 0; told < TOLD_MOST; told++) {
        ikm_error why = {.offset = -1};
        ikm_status status = j->ask(j->ctx, j->rows, j->count, &why);
        if (status == IKM_OK)
            return IKM_OK;
        if (why.line < 1 || (size_t)why.line > j->count || status == IKM_ERR_NOMEM) {
            if (err)
                *err = why;
            return status;
        }
        size_t at = (size_t)why.line - 1;
        const char *row = (const char *)j->rows + at * j->size;
        ikmi_fault_text(j->faults, j->spot(j->ctx, row, &j->table->rows[j->from[at]], status), why.message);
        j->count = leave_out(j, at);
    }
    return IKM_OK;
}
