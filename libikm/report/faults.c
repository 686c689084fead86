#include "faults.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "ingest/mask.h"

#include <inttypes.h>
#include <stdio.h>

enum { CELL_SHOWN = 80 };

void ikmi_faults_begin(ikmi_faults *faults, const ikm_report_options *options, const char *file)
{
    *faults = (ikmi_faults){.options = options, .file = file, .first = {.offset = -1}};
}

static void keep_first(ikmi_faults *faults, const ikmi_spot *spot, const char *message)
{
    ikm_error *first = &faults->first;
    *first = (ikm_error){IKM_ERR_DATA, spot->line, spot->column, -1, ""};
    char place[48] = "";
    if (spot->column > 0)
        snprintf(place, sizeof place, ":%" PRId64 ":%" PRId64, spot->line, spot->column);
    else if (spot->line > 0)
        snprintf(place, sizeof place, ":%" PRId64, spot->line);
    ikmi_fill(first->message, sizeof first->message, *spot->header ? "{1}{2}: {3}: {4}" : "{1}{2}: {4}",
              IKMI_SAY(faults->file, place, spot->header, message));
}

void ikmi_fault_text(ikmi_faults *faults, const ikmi_spot *spot, const char *message)
{
    const ikm_report_options *o = faults->options;
    char cell[CELL_SHOWN];
    if (faults->stopped)
        return;
    if (!faults->count++)
        keep_first(faults, spot, message);
    if (!o->on_issue)
        return;
    ikmi_mask(cell, sizeof cell, ikmi_text(spot->text));
    const ikm_issue issue = {
        .kind = IKM_ISSUE_TABLE,
        .file = faults->file,
        .line = spot->line,
        .column = spot->column,
        .header = spot->header,
        .message = message,
        .cell = ikmi_text(cell),
    };
    faults->stopped = o->on_issue(o->issue_ctx, &issue) != 0;
}

void ikmi_fault(ikmi_faults *faults, const ikmi_spot *spot, ikmi_word word, const char *const *args, size_t count)
{
    char message[400];
    ikmi_say(message, sizeof message, faults->options->lang, word, args, count);
    ikmi_fault_text(faults, spot, message);
}

ikm_status ikmi_faults_end(const ikmi_faults *faults, ikm_error *err)
{
    char count[IKMI_INTEGER_SIZE];
    if (!faults->count)
        return IKM_OK;
    ikm_status status = faults->stopped ? IKM_ERR_STOPPED : IKM_ERR_DATA;
    if (!faults->options->on_issue) {
        if (err)
            *err = faults->first;
        return status;
    }
    ikmi_fail(err, status, faults->options->lang, IKMI_WORD_REPORT_FAULTS,
              IKMI_SAY(faults->file, ikmi_integer_text(count, (int64_t)faults->count)));
    if (err) {
        err->line = faults->first.line;
        err->column = faults->first.column;
    }
    return status;
}
