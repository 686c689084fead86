#include "inputs.h"

#include "message.h"
#include "whole.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SCHEMA_SIZE_MAX = 4 << 20, SHEETS_SIZE = 512 };

/* A variable of a script that is empty names no file; standard input can be read once. */
static int check_names(const cli_context *cli, const cli_arguments *arguments)
{
    size_t standard = 0;
    for (size_t i = 0; i < arguments->operand_count; i++) {
        if (!*arguments->operands[i])
            return usage_error(cli, "CLI_EMPTY_NAME", WITH_NOTHING);
        standard += !strcmp(arguments->operands[i], "-");
    }
    return standard > 1 ? usage_error(cli, "CLI_STDIN_TWICE", WITH_NOTHING) : EXIT_DONE;
}

static int take_schema(cli_inputs *out, const cli_arguments *arguments)
{
    out->schema_path = given_text(arguments, OPTION_SCHEMA, NULL);
    if (!out->schema_path)
        return EXIT_DONE;
    int status = whole_file(&out->schema_text, &out->schema.size, out->cli, out->schema_path, SCHEMA_SIZE_MAX,
                            "CLI_SCHEMA_TOO_LARGE");
    out->schema.data = out->schema_text;
    if (status == EXIT_DONE && !out->schema.size) {
        message(out->cli, "CLI_SCHEMA_EMPTY", WITH(out->schema_path));
        return EXIT_USAGE;
    }
    return status;
}

/*
 * Who reads it? What cannot even be looked at is left to the library, which says why.
 * Of a pipe nothing is known before it is read; a sheet that is told makes it a workbook.
 */
static bool needs_reader(const cli_inputs *inputs, const ikm_input *input, const char *sheet)
{
    ikm_file_kind kind;
    if (ikm_file_kind_find(&kind, input, inputs->cli->lang, NULL) != IKM_OK)
        return false;
    return ikm_file_kind_needs_reader(kind) || (kind == IKM_FILE_UNSEEN && sheet);
}

static int open_input(cli_inputs *inputs, size_t index, const char *path, const char *sheet)
{
    ikm_input *input = &inputs->list[index];
    *input = (ikm_input){.path = path};
    if (!needs_reader(inputs, input, sheet))
        return EXIT_DONE;
    ikm_error err = {.offset = -1};
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.sheet = sheet;
    options.lang = inputs->cli->lang;
    ikm_status status = ikm_reader_new(&inputs->readers[index], input, &options, &err);
    if (status != IKM_OK)
        return library_error(inputs->cli, status, &err, NULL);
    *input = (ikm_input){.name = path, .rows = ikm_reader_rows(inputs->readers[index])};
    return EXIT_DONE;
}

static int open_inputs(cli_inputs *out, const cli_arguments *arguments)
{
    const char *sheet = given_text(arguments, OPTION_SHEET, NULL);
    size_t count = arguments->operand_count, workbooks = 0;
    out->list = calloc(count, sizeof *out->list);
    out->readers = calloc(count, sizeof *out->readers);
    if (!out->list || !out->readers) {
        message(out->cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    for (; out->count < count; out->count++) {
        int status = open_input(out, out->count, arguments->operands[out->count], sheet);
        if (status != EXIT_DONE)
            return status;
        workbooks += out->readers[out->count] && ikm_reader_kind(out->readers[out->count]) == IKM_FILE_XLSX;
    }
    return sheet && !workbooks ? usage_error(out->cli, "CLI_SHEET_OF_NOTHING", WITH(sheet)) : EXIT_DONE;
}

int inputs_take(cli_inputs *out, const cli_context *cli, const cli_arguments *arguments)
{
    *out = (cli_inputs){.cli = cli, .dialect = dialect_of(arguments)};
    int status = check_names(cli, arguments);
    if (status == EXIT_DONE)
        status = take_schema(out, arguments);
    if (status == EXIT_DONE)
        status = open_inputs(out, arguments);
    if (status != EXIT_DONE)
        inputs_free(out);
    return status;
}

void inputs_free(cli_inputs *inputs)
{
    for (size_t i = 0; inputs->readers && i < inputs->count; i++)
        ikm_reader_free(inputs->readers[i]);
    free(inputs->readers);
    free(inputs->list);
    free(inputs->schema_text);
    *inputs = (cli_inputs){.cli = inputs->cli};
}

/* Where nothing could be made of a workbook, perhaps another of its sheets was meant. */
static void tell_sheets(const cli_inputs *inputs, size_t index)
{
    const ikm_reader *reader = inputs->readers[index];
    char others[SHEETS_SIZE] = "";
    size_t size = 0;
    for (size_t i = 0; i < ikm_reader_sheet_count(reader) && size < sizeof others; i++)
        if (i != ikm_reader_sheet(reader))
            size += (size_t)snprintf(others + size, sizeof others - size, "%s%s", size ? ", " : "",
                                     ikm_reader_sheet_name(reader, i));
    if (size)
        message(inputs->cli, "CLI_SHEET_WAS_READ",
                WITH(inputs->list[index].name, ikm_reader_sheet_name(reader, ikm_reader_sheet(reader)), others));
}

int inputs_error(const cli_inputs *inputs, ikm_status status, const ikm_error *err)
{
    bool of_schema = inputs->schema_path && (status == IKM_ERR_SYNTAX || status == IKM_ERR_INVALID);
    int code = library_error(inputs->cli, status, err, of_schema ? inputs->schema_path : NULL);
    for (size_t i = 0; i < inputs->count && (status == IKM_ERR_DATA || status == IKM_ERR_UNSURE); i++)
        if (inputs->readers[i])
            tell_sheets(inputs, i);
    /* the fault is in what the user told the program, not in the survey */
    return of_schema && code == EXIT_FAULTS ? EXIT_USAGE : code;
}
