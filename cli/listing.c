#include "listing.h"

#include "message.h"

#include "ikm/document.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { NAME_SHOWN = 1024, CELL_SHOWN = 256 };

static int put(const ikm_sink *sink, const char *text)
{
    size_t size = strlen(text);
    return size ? sink->write(sink->ctx, text, size) : 0;
}

/* The cell that is at fault and what points at it. */
static int put_cell(const ikm_sink *sink, const ikm_issue *issue)
{
    char cell[CELL_SHOWN], carets[CELL_SHOWN];
    if (!issue->cell.size)
        return 0;
    message_clean(cell, sizeof cell, issue->cell.data); /* ends with a NUL */
    size_t width = ikm_text_width((ikm_text){cell, strlen(cell)});
    width = width < 1 ? 1 : width < sizeof carets ? width : sizeof carets - 1;
    memset(carets, '~', width);
    carets[0] = '^';
    carets[width] = '\0';
    return put(sink, "    ") || put(sink, cell) || put(sink, "\n    ") || put(sink, carets) || put(sink, "\n");
}

static int put_issue(void *ctx, const ikm_issue *issue)
{
    const ikm_sink *sink = ctx;
    char file[NAME_SHOWN], header[NAME_SHOWN], reason[NAME_SHOWN], place[64];
    message_clean(file, sizeof file, issue->file);
    message_clean(header, sizeof header, issue->header);
    message_clean(reason, sizeof reason, issue->message);
    if (issue->column > 0)
        snprintf(place, sizeof place, ":%" PRId64 ":%" PRId64 ": ", issue->line, issue->column);
    else
        snprintf(place, sizeof place, ":%" PRId64 ": ", issue->line);
    return put(sink, file) || put(sink, place) || put(sink, header) || put(sink, *header ? ": " : "") ||
           put(sink, reason) || put(sink, "\n") || put_cell(sink, issue);
}

static ikm_status tell(const ikm_check *check, ikm_issue_fn fn, ikm_sink *sink)
{
    ikm_status status = ikm_check_issues(check, fn, sink);
    return status == IKM_ERR_STOPPED ? IKM_ERR_IO : status;
}

ikm_status listing_text(const ikm_check *check, ikm_sink sink)
{
    if (!ikm_check_issue_count(check, (ikm_issue_kind)0))
        return IKM_OK;
    ikm_status status = tell(check, put_issue, &sink);
    return status == IKM_OK && put(&sink, "\n") ? IKM_ERR_IO : status;
}

/* RFC 4180: every text quoted, a quote within doubled. */
static int put_quoted(const ikm_sink *sink, const char *text)
{
    int stopped = put(sink, "\"");
    while (!stopped && *text) {
        size_t size = strcspn(text, "\"");
        stopped = (size && sink->write(sink->ctx, text, size)) || (text[size] && put(sink, "\"\""));
        text += size + (text[size] == '"');
    }
    return stopped || put(sink, "\"");
}

static int put_row(void *ctx, const ikm_issue *issue)
{
    const ikm_sink *sink = ctx;
    char place[64];
    snprintf(place, sizeof place, ",%" PRId64 ",%" PRId64 ",", issue->line, issue->column);
    return put_quoted(sink, issue->file) || put(sink, place) || put_quoted(sink, issue->header) || put(sink, ",") ||
           put(sink, ikm_issue_kind_name(issue->kind)) || put(sink, ",") || put_quoted(sink, issue->message) ||
           put(sink, ",") || put_quoted(sink, issue->cell.size ? issue->cell.data : "") ||
           put(sink, issue->further ? ",1\n" : ",0\n");
}

ikm_status listing_csv(const ikm_check *check, ikm_sink sink)
{
    if (put(&sink, "file,line,column,header,kind,message,cell,further\n"))
        return IKM_ERR_IO;
    return tell(check, put_row, &sink);
}
