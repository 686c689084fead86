#include "sheets.h"

#include "message.h"

#include "ikm/sniff.h"

#include <stdbool.h>
#include <stdio.h>

enum { LIST_SIZE = 512 };

static void add_name(char list[LIST_SIZE], size_t *size, const char *name)
{
    if (*size < LIST_SIZE)
        *size += (size_t)snprintf(list + *size, LIST_SIZE - *size, "%s%s", *size ? ", " : "", name);
}

void sheets_tell_others(const cli_context *cli, const ikm_reader *reader, const char *name)
{
    char others[LIST_SIZE] = "";
    size_t size = 0, chosen = ikm_reader_sheet(reader);
    for (size_t i = 0; i < ikm_reader_sheet_count(reader); i++)
        if (i != chosen)
            add_name(others, &size, ikm_reader_sheet_name(reader, i));
    if (size)
        message(cli, "CLI_SHEET_WAS_READ", WITH(name, ikm_reader_sheet_name(reader, chosen), others));
}

/* The rows of a sheet, and how far they were asked for. */
typedef struct watched {
    const ikm_rows *rows;
    int64_t line;
} watched;

static ikm_status next_watched(void *ctx, const ikm_field **fields_out, size_t *count_out, int64_t *line_out,
                               ikm_error *err)
{
    watched *w = ctx;
    ikm_status status = w->rows->next(w->rows->ctx, fields_out, count_out, line_out, err);
    if (status == IKM_OK && *count_out)
        w->line = *line_out;
    return status;
}

typedef enum sheet_kind { SHEET_OTHER, SHEET_EMPTY_FORM, SHEET_SURVEY } sheet_kind;

/* A form that nobody has filled in yet is no survey. */
static sheet_kind kind_of(const cli_context *cli, ikm_reader *reader, size_t sheet, const ikm_rules *rules)
{
    if (ikm_reader_choose(reader, ikm_reader_sheet_name(reader, sheet), NULL) != IKM_OK)
        return SHEET_OTHER;
    watched seen = {ikm_reader_rows(reader), 0};
    const ikm_rows rows = {next_watched, &seen};
    ikm_sniff_options options = IKM_SNIFF_OPTIONS_INIT;
    ikm_sniff *sniff;
    options.rules = rules;
    options.lang = cli->lang;
    if (ikm_sniff_new(&sniff, &(ikm_input){.name = "", .rows = &rows}, &options, NULL) != IKM_OK)
        return SHEET_OTHER;
    bool filled = seen.line >= ikm_sniff_dialect(sniff)->data_line;
    sheet_kind kind = !ikm_sniff_is_survey(sniff) ? SHEET_OTHER : filled ? SHEET_SURVEY : SHEET_EMPTY_FORM;
    ikm_sniff_free(sniff);
    return kind;
}

int sheets_find_survey(const cli_context *cli, ikm_reader *reader, const char *name, const ikm_rules *rules)
{
    const size_t first = ikm_reader_sheet(reader);
    size_t found = first;
    sheet_kind best = SHEET_OTHER;
    if (ikm_reader_sheet_count(reader) < 2)
        return EXIT_DONE;
    for (size_t i = first; i < ikm_reader_sheet_count(reader) && best < SHEET_SURVEY; i++) {
        sheet_kind kind = ikm_reader_sheet_hidden(reader, i) == 0 ? kind_of(cli, reader, i, rules) : SHEET_OTHER;
        found = kind > best ? i : found;
        best = kind > best ? kind : best;
    }
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_reader_choose(reader, ikm_reader_sheet_name(reader, found), &err);
    if (status != IKM_OK)
        return library_error(cli, status, &err, NULL);
    if (found != first)
        message(cli, "CLI_SHEET_FOUND",
                WITH(name, ikm_reader_sheet_name(reader, found), ikm_reader_sheet_name(reader, first)));
    return EXIT_DONE;
}

void sheets_tell_surveys(const cli_context *cli, ikm_reader *reader, const char *name, const ikm_rules *rules)
{
    char surveys[LIST_SIZE] = "";
    size_t size = 0, chosen = ikm_reader_sheet(reader);
    for (size_t i = 0; i < ikm_reader_sheet_count(reader); i++)
        if (i != chosen && ikm_reader_sheet_hidden(reader, i) == 0 && kind_of(cli, reader, i, rules) == SHEET_SURVEY)
            add_name(surveys, &size, ikm_reader_sheet_name(reader, i));
    if (size)
        message(cli, "CLI_SHEETS_NOT_READ", WITH(name, ikm_reader_sheet_name(reader, chosen), surveys));
}
