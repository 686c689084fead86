#include "refused.h"

#include "message.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/*
 * What one line of the list may show of each part. Twenty lines and a count stay under
 * 64 KiB, however long headers and names of files are.
 */
enum { FILE_SHOWN = 1024, HEADER_SHOWN = 128, REASON_SHOWN = 1024 };

static int put(cli_refused *refused, const char *data, size_t size)
{
    return size ? refused->sink.write(refused->sink.ctx, data, size) : 0;
}

static int put_text(cli_refused *refused, const char *text)
{
    return put(refused, text, strlen(text));
}

static bool needs_quotes(ikm_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (strchr(",\"\r\n", text.data[i]) && text.data[i])
            return true;
    return text.size > 0 && (text.data[0] == ' ' || text.data[text.size - 1] == ' ');
}

/* RFC 4180: quoted where it must be, a quote within doubled. */
static int put_cell(cli_refused *refused, ikm_text text)
{
    if (!needs_quotes(text))
        return put(refused, text.data, text.size);
    int stopped = put_text(refused, "\"");
    for (size_t from = 0; !stopped && from < text.size;) {
        const char *quote = memchr(text.data + from, '"', text.size - from);
        size_t end = quote ? (size_t)(quote - text.data) + 1 : text.size;
        stopped = put(refused, text.data + from, end - from) || (quote && put_text(refused, "\""));
        from = end;
    }
    return stopped || put_text(refused, "\"");
}

static int put_record(cli_refused *refused, const ikm_issue *issue)
{
    char place[64];
    snprintf(place, sizeof place, ",%" PRId64 ",%" PRId64 ",", issue->line, issue->column);
    return put_cell(refused, (ikm_text){issue->file, strlen(issue->file)}) || put_text(refused, place) ||
           put_cell(refused, (ikm_text){issue->header, strlen(issue->header)}) || put_text(refused, ",") ||
           put_cell(refused, (ikm_text){issue->message, strlen(issue->message)}) || put_text(refused, ",") ||
           put_cell(refused, issue->record) || put_text(refused, "\n");
}

static void list(const ikm_issue *issue)
{
    char file[FILE_SHOWN], header[HEADER_SHOWN], reason[REASON_SHOWN], place[64], line[MESSAGE_SIZE];
    message_clean(file, sizeof file, issue->file);
    message_clean(header, sizeof header, issue->header);
    message_clean(reason, sizeof reason, issue->message);
    if (issue->column > 0)
        snprintf(place, sizeof place, "%" PRId64 ":%" PRId64, issue->line, issue->column);
    else
        snprintf(place, sizeof place, "%" PRId64, issue->line);
    snprintf(line, sizeof line, "%s:%s: %s%s%s", file, place, header, *header ? ": " : "", reason);
    message_line(line);
}

int refused_begin(cli_refused *out, const cli_context *cli, const char *path)
{
    *out = (cli_refused){.cli = cli, .path = path};
    if (!path)
        return EXIT_DONE;
    ikm_error err;
    /* whole records with whatever personal data is in them: for the owner alone */
    ikm_status status = ikm_output_new(&out->rejects, path, 0600, cli->lang, &err);
    if (status != IKM_OK)
        return library_error(cli, status, &err, NULL);
    out->sink = ikm_output_sink(out->rejects);
    out->broken = put_text(out, "file,line,column,header,reason,record\n") != 0;
    return EXIT_DONE;
}

int refused_take(void *ctx, const ikm_issue *issue)
{
    cli_refused *refused = ctx;
    if (refused->listed < REFUSED_LISTED) {
        list(issue);
        refused->listed++;
    }
    if (refused->rejects && !refused->broken)
        refused->broken = put_record(refused, issue) != 0;
    return refused->broken;
}

int refused_keep(void *ctx, const ikm_issue *issue)
{
    cli_refused *refused = ctx;
    if (refused->rejects && !refused->broken && !issue->further)
        refused->broken = put_record(refused, issue) != 0;
    return refused->broken;
}

void refused_count(const cli_refused *refused, int64_t count)
{
    char all[24], listed[24];
    snprintf(all, sizeof all, "%" PRId64, count);
    snprintf(listed, sizeof listed, "%d", REFUSED_LISTED);
    /* one line of counts refuses several respondents: all is told where less was listed than could be */
    if (count > REFUSED_LISTED && refused->listed == REFUSED_LISTED)
        message(refused->cli, refused->path ? "CLI_REFUSED_MORE" : "CLI_REFUSED_MORE_HINT", WITH(all, listed));
}

int refused_finish(cli_refused *refused)
{
    if (!refused->rejects)
        return EXIT_DONE;
    ikm_error err;
    ikm_status status = ikm_output_commit(refused->rejects, &err);
    refused->rejects = NULL;
    if (status != IKM_OK)
        return library_error(refused->cli, status, &err, NULL);
    message(refused->cli, "CLI_WROTE_REJECTS", WITH(refused->path));
    return EXIT_DONE;
}

void refused_drop(cli_refused *refused)
{
    ikm_output_free(refused->rejects);
    refused->rejects = NULL;
}
