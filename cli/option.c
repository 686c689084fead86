#include "option.h"

#include "message.h"
#include "nearest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is left of the command line while it is taken apart. */
typedef struct parse_cursor {
    const cli_context *cli;
    const cli_option *options;
    int argc, at;
    char **argv;
    cli_arguments *out;
} parse_cursor;

static const cli_option *find_long(const cli_option *options, const char *name, size_t size)
{
    for (const cli_option *row = options; row->name; row++)
        if (strlen(row->name) == size && !memcmp(row->name, name, size))
            return row;
    return NULL;
}

static const cli_option *find_short(const cli_option *options, char letter)
{
    for (const cli_option *row = options; row->name; row++)
        if (row->letter == letter)
            return row;
    return NULL;
}

static int unknown(const parse_cursor *cursor, const char *text, size_t size)
{
    char shown[256], near[256];
    snprintf(shown, sizeof shown, "%.*s", size < 200 ? (int)size : 200, text);
    cli_nearest best = nearest_to(shown + strspn(shown, "-"));
    for (const cli_option *row = cursor->options; row->name; row++)
        nearest_try(&best, row->name);
    if (!best.name)
        return usage_error(cursor->cli, "CLI_UNKNOWN_OPTION", WITH(shown));
    snprintf(near, sizeof near, "--%s", best.name);
    return usage_error(cursor->cli, "CLI_UNKNOWN_OPTION_NEAR", WITH(shown, near));
}

static int keep(parse_cursor *cursor, const cli_option *row, const char *text)
{
    cli_given *given = &cursor->out->given[cursor->out->given_count++];
    given->option = row;
    given->text = text;
    given->number = 1;
    return row->kind == KIND_FLAG ? EXIT_DONE : option_value(given, cursor->cli);
}

/* The value that follows as an argument of its own. */
static int keep_next(parse_cursor *cursor, const cli_option *row, const char *shown)
{
    if (cursor->at >= cursor->argc)
        return usage_error(cursor->cli, "CLI_VALUE_MISSING", WITH(shown));
    return keep(cursor, row, cursor->argv[cursor->at++]);
}

static int take_long(parse_cursor *cursor, const char *text)
{
    size_t size = strcspn(text + 2, "=");
    const cli_option *row = find_long(cursor->options, text + 2, size);
    if (!row)
        return unknown(cursor, text, size + 2);
    const char *value = text[2 + size] ? text + 2 + size + 1 : NULL;
    char shown[64];
    snprintf(shown, sizeof shown, "--%s", row->name);
    if (row->kind == KIND_FLAG && value)
        return usage_error(cursor->cli, "CLI_VALUE_UNWANTED", WITH(shown, value));
    if (row->kind == KIND_FLAG || value)
        return keep(cursor, row, value);
    return keep_next(cursor, row, shown);
}

/* -h, -oFILE, -o FILE, and flags in one: -hh */
static int take_short(parse_cursor *cursor, const char *text)
{
    for (const char *letter = text + 1; *letter; letter++) {
        const cli_option *row = find_short(cursor->options, *letter);
        if (!row)
            return unknown(cursor, text, strlen(text));
        const char shown[] = {'-', *letter, '\0'};
        int status = row->kind == KIND_FLAG ? keep(cursor, row, NULL)
                     : letter[1]            ? keep(cursor, row, letter + 1)
                                            : keep_next(cursor, row, shown);
        if (status != EXIT_DONE || row->kind != KIND_FLAG)
            return status;
    }
    return EXIT_DONE;
}

static int take_all(parse_cursor *cursor)
{
    bool options_ended = false;
    while (cursor->at < cursor->argc) {
        const char *text = cursor->argv[cursor->at++];
        int status = EXIT_DONE;
        if (options_ended || text[0] != '-' || !text[1])
            cursor->out->operands[cursor->out->operand_count++] = text;
        else if (!strcmp(text, "--"))
            options_ended = true;
        else if (text[1] == '-')
            status = take_long(cursor, text);
        else
            status = take_short(cursor, text);
        if (status != EXIT_DONE)
            return status;
    }
    return EXIT_DONE;
}

/* No command line holds more options than characters: room for -hhh too. */
static size_t room_for(int argc, char **argv)
{
    size_t room = 1;
    for (int i = 0; i < argc; i++)
        room += strlen(argv[i]) + 1;
    return room;
}

int arguments_parse(cli_arguments *out, const cli_context *cli, const cli_option *options, int argc, char **argv)
{
    *out = (cli_arguments){0};
    out->given = calloc(room_for(argc, argv), sizeof *out->given);
    out->operands = calloc((size_t)argc + 1, sizeof *out->operands);
    int status = EXIT_MACHINE;
    if (out->given && out->operands) {
        parse_cursor cursor = {cli, options, argc, 0, argv, out};
        status = take_all(&cursor);
    } else {
        message(cli, "OUT_OF_MEMORY", WITH_NOTHING);
    }
    if (status != EXIT_DONE)
        arguments_free(out);
    return status;
}

void arguments_free(cli_arguments *arguments)
{
    free(arguments->given);
    free(arguments->operands);
    *arguments = (struct cli_arguments){0};
}

const cli_given *given_last(const cli_arguments *arguments, option_id id)
{
    for (size_t i = arguments->given_count; i-- > 0;)
        if (arguments->given[i].option->id == id)
            return &arguments->given[i];
    return NULL;
}

const char *given_text(const cli_arguments *arguments, option_id id, const char *otherwise)
{
    const cli_given *last = given_last(arguments, id);
    return last ? last->text : otherwise;
}

int64_t given_number(const cli_arguments *arguments, option_id id, int64_t otherwise)
{
    const cli_given *last = given_last(arguments, id);
    return last ? last->number : otherwise;
}
