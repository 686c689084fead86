#include "inputs.h"

#include "message.h"
#include "same_file.h"
#include "sheets.h"
#include "whole.h"

#include "ikm/sniff.h"

#include <stdlib.h>
#include <string.h>

enum { SCHEMA_SIZE_MAX = 4 << 20, NAME_SIZE = 4096 };

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
    /* one whose name does not fit is no sheet of any workbook */
    if (status == EXIT_DONE && ikm_schema_sheet(out->schema_sheet, sizeof out->schema_sheet, out->schema) != IKM_OK)
        out->schema_sheet[0] = '\0';
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

/* Of several sheets each is an input of its own: messages name it with its file. */
static int name_sheet(cli_inputs *inputs, size_t index, const char *path)
{
    const ikm_reader *reader = inputs->readers[index];
    char name[NAME_SIZE];
    const char *sheet = ikm_reader_sheet_name(reader, ikm_reader_sheet(reader));
    for (size_t i = 0; i < index; i++)
        if (inputs->readers[i] && inputs->operands[i] == path &&
            ikm_reader_sheet(inputs->readers[i]) == ikm_reader_sheet(reader))
            return usage_error(inputs->cli, "CLI_SHEET_TWICE", WITH(path, sheet));
    if (ikm_words_say(name, sizeof name, inputs->cli->lang, "CLI_SHEET_NAME", WITH(path, sheet)) == IKM_OK)
        inputs->names[index] = strdup(name);
    if (!inputs->names[index]) {
        message(inputs->cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    inputs->list[index].name = inputs->names[index];
    return EXIT_DONE;
}

static int open_reader(cli_inputs *inputs, const char *path, const char *sheet)
{
    size_t index = inputs->count;
    ikm_error err = {.offset = -1};
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.sheet = sheet;
    options.lang = inputs->cli->lang;
    ikm_status status = ikm_reader_new(&inputs->readers[index], &(ikm_input){.path = path}, &options, &err);
    if (status != IKM_OK)
        return library_error(inputs->cli, status, &err, NULL);
    if (*ikm_reader_weight(inputs->readers[index]))
        message(inputs->cli, "CLI_WEIGHT_NOT_USED", WITH(path, ikm_reader_weight(inputs->readers[index])));
    inputs->operands[index] = path;
    inputs->list[index] = (ikm_input){.name = path, .rows = ikm_reader_rows(inputs->readers[index])};
    return EXIT_DONE;
}

static bool is_workbook(const ikm_input *input)
{
    ikm_file_kind kind;
    return ikm_file_kind_find(&kind, input, IKM_LANG_ID, NULL) == IKM_OK && kind == IKM_FILE_XLSX;
}

/* A file is one input, or as many as sheets were told of it. */
static int open_operand(cli_inputs *inputs, const char *path)
{
    const ikm_input input = {.path = path};
    const char *sheet = inputs->sheet_count ? inputs->sheets[0] : NULL;
    if (!needs_reader(inputs, &input, sheet)) {
        inputs->list[inputs->count++] = input;
        return EXIT_DONE;
    }
    if (!sheet && *inputs->schema_sheet && strcmp(path, "-") != 0 && is_workbook(&input))
        sheet = inputs->schema_sheet;
    int status = open_reader(inputs, path, sheet);
    if (status == EXIT_DONE && inputs->sheet_count > 1)
        status = name_sheet(inputs, inputs->count, path);
    inputs->count++;
    for (size_t i = 1; status == EXIT_DONE && i < inputs->sheet_count; i++, inputs->count++) {
        /* standard input can be read once */
        if (!strcmp(path, "-"))
            return usage_error(inputs->cli, "CLI_SHEETS_OF_STDIN", WITH_NOTHING);
        status = open_reader(inputs, path, inputs->sheets[i]);
        if (status == EXIT_DONE)
            status = name_sheet(inputs, inputs->count, path);
    }
    return status;
}

static bool any_workbook(const cli_inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++)
        if (inputs->readers[i] && ikm_reader_kind(inputs->readers[i]) == IKM_FILE_XLSX)
            return true;
    return false;
}

/* How bytes become cells is told in vain where no file is read by its bytes. */
static int check_dialect(const cli_inputs *inputs, const cli_arguments *arguments)
{
    static const option_id of_bytes[] = {OPTION_DELIMITER, OPTION_QUOTE, OPTION_ESCAPE, OPTION_ENCODING};
    for (size_t i = 0; i < inputs->count; i++)
        if (!inputs->readers[i])
            return EXIT_DONE;
    for (size_t i = 0; i < sizeof of_bytes / sizeof *of_bytes; i++) {
        const cli_given *given = given_last(arguments, of_bytes[i]);
        if (given)
            return usage_error(inputs->cli, "CLI_DIALECT_OF_NOTHING", WITH(given->option->name));
    }
    return EXIT_DONE;
}

/* Each is read as often as it is named, which is seldom meant. */
static void tell_repeated(const cli_inputs *inputs, const cli_arguments *arguments)
{
    for (size_t i = 1; i < arguments->operand_count; i++)
        for (size_t before = 0; before < i; before++)
            if (same_file(arguments->operands[before], arguments->operands[i])) {
                message(inputs->cli, "CLI_FILE_REPEATED", WITH(arguments->operands[i]));
                break;
            }
}

static int open_inputs(cli_inputs *out, const cli_arguments *arguments)
{
    out->sheets = calloc(arguments->given_count + 1, sizeof *out->sheets);
    for (size_t i = 0; out->sheets && i < arguments->given_count; i++)
        if (arguments->given[i].option->id == OPTION_SHEET)
            out->sheets[out->sheet_count++] = arguments->given[i].text;
    size_t room = arguments->operand_count * (out->sheet_count ? out->sheet_count : 1);
    out->list = calloc(room, sizeof *out->list);
    out->readers = calloc(room, sizeof *out->readers);
    out->operands = calloc(room, sizeof *out->operands);
    out->names = calloc(room, sizeof *out->names);
    if (!out->sheets || !out->list || !out->readers || !out->operands || !out->names) {
        message(out->cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    for (size_t i = 0; i < arguments->operand_count; i++) {
        int status = open_operand(out, arguments->operands[i]);
        if (status != EXIT_DONE)
            return status;
    }
    return out->sheet_count && !any_workbook(out) ? usage_error(out->cli, "CLI_SHEET_OF_NOTHING", WITH(out->sheets[0]))
                                                  : EXIT_DONE;
}

int inputs_take(cli_inputs *out, const cli_context *cli, const cli_arguments *arguments)
{
    *out = (cli_inputs){.cli = cli, .dialect = dialect_of(arguments)};
    int status = check_names(cli, arguments);
    if (status == EXIT_DONE)
        status = take_schema(out, arguments);
    if (status == EXIT_DONE)
        status = open_inputs(out, arguments);
    if (status == EXIT_DONE)
        status = check_dialect(out, arguments);
    if (status == EXIT_DONE)
        tell_repeated(out, arguments);
    if (status != EXIT_DONE)
        inputs_free(out);
    return status;
}

void inputs_free(cli_inputs *inputs)
{
    for (size_t i = 0; inputs->readers && i < inputs->count; i++)
        ikm_reader_free(inputs->readers[i]);
    for (size_t i = 0; inputs->names && i < inputs->count; i++)
        free(inputs->names[i]);
    free(inputs->names);
    free(inputs->operands);
    free(inputs->sheets);
    free(inputs->readers);
    free(inputs->list);
    free(inputs->schema_text);
    *inputs = (cli_inputs){.cli = inputs->cli};
}

const char *inputs_sheet(const cli_inputs *inputs)
{
    const ikm_reader *reader = inputs->count ? inputs->readers[0] : NULL;
    if (!reader || ikm_reader_kind(reader) != IKM_FILE_XLSX)
        return NULL;
    return ikm_reader_sheet_name(reader, ikm_reader_sheet(reader));
}

int inputs_single(const cli_inputs *inputs)
{
    return inputs->count > 1 ? usage_error(inputs->cli, "CLI_ONE_SHEET", WITH_NOTHING) : EXIT_DONE;
}

/* Was it left to us which sheet of this one is read? */
static bool is_untold(const cli_inputs *inputs, size_t index)
{
    return inputs->readers[index] && !inputs->sheet_count && !*inputs->schema_sheet;
}

int inputs_find_surveys(cli_inputs *inputs, const ikm_rules *rules)
{
    int status = EXIT_DONE;
    for (size_t i = 0; i < inputs->count && status == EXIT_DONE; i++) {
        if (!is_untold(inputs, i))
            continue;
        status = sheets_find_survey(inputs->cli, inputs->readers[i], inputs->list[i].name, rules);
        inputs->list[i].rows = ikm_reader_rows(inputs->readers[i]);
    }
    return status;
}

void inputs_tell_surveys(const cli_inputs *inputs, const ikm_rules *rules)
{
    for (size_t i = 0; i < inputs->count; i++)
        if (is_untold(inputs, i))
            sheets_tell_surveys(inputs->cli, inputs->readers[i], inputs->list[i].name, rules);
}

int inputs_error(const cli_inputs *inputs, ikm_status status, const ikm_error *err)
{
    bool of_schema = inputs->schema_path && (status == IKM_ERR_SYNTAX || status == IKM_ERR_INVALID);
    int code = library_error(inputs->cli, status, err, of_schema ? inputs->schema_path : NULL);
    for (size_t i = 0; i < inputs->count && (status == IKM_ERR_DATA || status == IKM_ERR_UNSURE); i++)
        if (inputs->readers[i])
            sheets_tell_others(inputs->cli, inputs->readers[i], inputs->list[i].name);
    /* the fault is in what the user told the program, not in the survey */
    return of_schema && code == EXIT_FAULTS ? EXIT_USAGE : code;
}
