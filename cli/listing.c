#include "listing.h"

#include "message.h"
#include "print.h"

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

ikm_status listing_text(const ikm_check *check, ikm_sink sink)
{
    if (!ikm_check_issue_count(check, (ikm_issue_kind)0))
        return IKM_OK;
    ikm_status status = ikm_check_issues(check, put_issue, &sink);
    return status == IKM_ERR_STOPPED || (status == IKM_OK && put(&sink, "\n")) ? IKM_ERR_IO : status;
}

/* How fields and rows are parted. */
typedef struct row_sink {
    ikm_sink sink;
    const char *comma, *end;
} row_sink;

/* RFC 4180: every text quoted, a quote within doubled. */
static int put_quoted(const row_sink *to, const char *text, const char *behind)
{
    const ikm_sink *sink = &to->sink;
    int stopped = put(sink, "\"");
    while (!stopped && *text) {
        size_t size = strcspn(text, "\"");
        stopped = (size && sink->write(sink->ctx, text, size)) || (text[size] && put(sink, "\"\""));
        text += size + (text[size] == '"');
    }
    return stopped || put(sink, "\"") || put(sink, behind);
}

static int put_number(const row_sink *to, int64_t number, const char *behind)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, number);
    return put(&to->sink, text) || put(&to->sink, behind);
}

static int put_row(void *ctx, const ikm_issue *issue)
{
    const row_sink *to = ctx;
    const char *comma = to->comma;
    return put_quoted(to, issue->file, comma) || put_number(to, issue->line, comma) ||
           put_number(to, issue->column, comma) || put_quoted(to, issue->header, comma) ||
           put(&to->sink, ikm_issue_kind_name(issue->kind)) || put(&to->sink, comma) ||
           put_quoted(to, issue->message, comma) || put_quoted(to, issue->cell.size ? issue->cell.data : "", comma) ||
           put_number(to, issue->further ? 1 : 0, to->end);
}

ikm_status listing_csv(const ikm_check *check, bool excel_id, ikm_sink sink)
{
    static const char *const titles[] = {"file", "line", "column", "header", "kind", "message", "cell", "further"};
    row_sink to = {sink, excel_id ? ";" : ",", excel_id ? "\r\n" : "\n"};
    enum { TITLES = sizeof titles / sizeof *titles };
    if (excel_id && put(&sink, "\xEF\xBB\xBF"))
        return IKM_ERR_IO;
    for (size_t i = 0; i < TITLES; i++)
        if (put(&sink, titles[i]) || put(&sink, i + 1 < TITLES ? to.comma : to.end))
            return IKM_ERR_IO;
    ikm_status status = ikm_check_issues(check, put_row, &to);
    return status == IKM_ERR_STOPPED ? IKM_ERR_IO : status;
}

/* Rows of a document stand in memory, and nobody reads more than these. */
enum { ROWS_MOST = 10000, ROW_CELLS = 5 };

typedef struct row_table {
    ikm_document *document;
    int64_t left;
    ikm_status status;
} row_table;

static int add_row(void *ctx, const ikm_issue *issue)
{
    row_table *to = ctx;
    const char *cell = issue->cell.size ? issue->cell.data : "";
    const ikm_cell cells[ROW_CELLS] = {text_cell(issue->file), count_cell(issue->line), text_cell(issue->header),
                                       text_cell(issue->message), text_cell(cell)};
    if (to->left == 0)
        return 1;
    to->left--;
    to->status = ikm_document_row(to->document, cells, ROW_CELLS);
    return to->status != IKM_OK;
}

ikm_status listing_document(ikm_document *document, const ikm_check *check)
{
    ikm_lang lang = ikm_document_lang(document);
    int64_t count = ikm_check_issue_count(check, (ikm_issue_kind)0);
    row_table to = {document, ROWS_MOST, IKM_OK};
    const ikm_column columns[ROW_CELLS] = {{ikm_words(lang, "FORMS_FILE"), IKM_CELL_TEXT, 0, NULL},
                                           {ikm_words(lang, "CLI_ISSUE_LINE"), IKM_CELL_NUMBER, 0, NULL},
                                           {ikm_words(lang, "FORMS_HEADER"), IKM_CELL_TEXT, 0, NULL},
                                           {ikm_words(lang, "CLI_ISSUE_MESSAGE"), IKM_CELL_TEXT, 0, NULL},
                                           {ikm_words(lang, "CLI_ISSUE_CELL"), IKM_CELL_TEXT, 0, NULL}};
    const ikm_table table = {.title = ikm_words(lang, "CLI_ISSUES"), .columns = columns, .column_count = ROW_CELLS};
    if (!count)
        return IKM_OK;
    ikm_status status = ikm_document_table(document, &table);
    if (status == IKM_OK)
        status = ikm_check_issues(check, add_row, &to);
    if (status == IKM_ERR_STOPPED)
        status = to.status;
    if (status != IKM_OK || count <= ROWS_MOST)
        return status;
    char text[256], all[24], shown[24];
    snprintf(all, sizeof all, "%" PRId64, count);
    snprintf(shown, sizeof shown, "%d", (int)ROWS_MOST);
    status = ikm_words_say(text, sizeof text, lang, "CLI_ISSUES_FURTHER", WITH(shown, all));
    return status == IKM_OK ? ikm_document_note(document, text) : status;
}
