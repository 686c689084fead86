#include "targets.h"

#include "message.h"
#include "same_file.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *ending;
    result_format format;
} endings[] = {
    {".xlsx", FORMAT_XLSX}, {".html", FORMAT_HTML}, {".htm", FORMAT_HTML}, {".csv", FORMAT_CSV},
    {".json", FORMAT_JSON}, {".txt", FORMAT_TEXT},  {".ikm", FORMAT_IKM},
};

enum { FILE_WIDTH = 100 };

/* The format by the ending of a name; what `otherwise` says where it has none of them. */
static int format_of(const char *path, int otherwise)
{
    size_t size = strlen(path);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t length = strlen(endings[i].ending);
        if (size > length && !strcasecmp(path + size - length, endings[i].ending))
            return (int)endings[i].format;
    }
    return otherwise;
}

/* By its ending; a device has none and is written as --format says. */
static int take_format(cli_target *target, const cli_context *cli, const cli_arguments *arguments)
{
    int format = format_of(target->path, -1);
    target->format = (result_format)(format >= 0 ? format : given_number(arguments, OPTION_FORMAT, FORMAT_TEXT));
    if (format >= 0 || target->device)
        return EXIT_DONE;
    return usage_error(cli, strcmp(target->path, "-") ? "CLI_TARGET_ENDING" : "CLI_TARGET_STDOUT", WITH(target->path));
}

int targets_check(const cli_context *cli, const cli_arguments *arguments, const char *path, size_t given_before)
{
    for (size_t i = 0; i < arguments->operand_count; i++)
        if (same_file(path, arguments->operands[i]))
            return usage_error(cli, "CLI_TARGET_IS_INPUT", WITH(path));
    const char *rules = given_text(arguments, OPTION_RULES, NULL);
    if (rules && same_file(path, rules))
        return usage_error(cli, "CLI_TARGET_IS_RULES", WITH(path));
    const char *profile = given_text(arguments, OPTION_PROFILE, NULL);
    if (profile && same_file(path, profile))
        return usage_error(cli, "CLI_TARGET_IS_INPUT", WITH(path));
    const char *schema = given_text(arguments, OPTION_SCHEMA, NULL);
    if (schema && same_file(path, schema))
        return usage_error(cli, "CLI_TARGET_IS_SCHEMA", WITH(path));
    for (size_t i = 0; i < given_before; i++) {
        const cli_given *other = &arguments->given[i];
        if (other->option->id == OPTION_OUTPUT && same_file(path, other->text))
            return usage_error(cli, "CLI_TARGET_TWICE", WITH(path));
    }
    return EXIT_DONE;
}

static int take(cli_targets *out, const cli_context *cli, const cli_arguments *arguments)
{
    for (size_t i = 0; i < arguments->given_count; i++) {
        const cli_given *given = &arguments->given[i];
        if (given->option->id != OPTION_OUTPUT)
            continue;
        cli_target target = {given->text, FORMAT_TEXT, is_device(given->text), NULL};
        int status = take_format(&target, cli, arguments);
        if (status == EXIT_DONE)
            status = targets_check(cli, arguments, target.path, i);
        if (status != EXIT_DONE)
            return status;
        out->list[out->count++] = target;
    }
    const char *rejects = given_text(arguments, OPTION_REJECTS, NULL);
    if (!rejects)
        return EXIT_DONE;
    if (!strcmp(rejects, "-"))
        return usage_error(cli, "CLI_REJECTS_STDOUT", WITH_NOTHING);
    return targets_check(cli, arguments, rejects, arguments->given_count);
}

int targets_take(cli_targets *out, const cli_context *cli, const cli_arguments *arguments)
{
    *out = (cli_targets){.list = calloc(arguments->given_count + 1, sizeof *out->list),
                         .excel_id = given_last(arguments, OPTION_EXCEL_ID) != NULL};
    if (!out->list) {
        message(cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    int status = take(out, cli, arguments);
    if (status != EXIT_DONE)
        targets_free(out);
    return status;
}

bool targets_have(const cli_targets *targets, result_format format)
{
    for (size_t i = 0; i < targets->count; i++)
        if (targets->list[i].format == format)
            return true;
    return false;
}

bool targets_have_forms(const cli_targets *targets)
{
    return targets_have(targets, FORMAT_TEXT) || targets_have(targets, FORMAT_HTML) ||
           targets_have(targets, FORMAT_XLSX);
}

int targets_check_csv(const cli_context *cli, const cli_arguments *arguments)
{
    bool csv = given_number(arguments, OPTION_FORMAT, FORMAT_TEXT) == FORMAT_CSV;
    for (size_t i = 0; i < arguments->given_count; i++)
        if (arguments->given[i].option->id == OPTION_OUTPUT)
            csv |= format_of(arguments->given[i].text, FORMAT_TEXT) == (int)FORMAT_CSV;
    return csv || !given_last(arguments, OPTION_EXCEL_ID) ? EXIT_DONE
                                                          : usage_error(cli, "CLI_EXCEL_ID_OF_NOTHING", WITH_NOTHING);
}

/* The reason of a sink that stopped is told by its output when that is completed. */
static int fail(cli_target *target, const cli_context *cli, ikm_status status, ikm_error *err)
{
    if (status == IKM_ERR_IO && !err->message[0]) {
        ikm_status told = ikm_output_commit(target->output, err);
        target->output = NULL;
        return library_error(cli, told == IKM_OK ? status : told, err, NULL);
    }
    return library_error(cli, status, err, NULL);
}

static int prepare(cli_target *target, const cli_context *cli, result_writer write, const void *what,
                   const result_looks *looks)
{
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_output_new(&target->output, target->path, 0666, cli->lang, &err);
    if (status != IKM_OK)
        return library_error(cli, status, &err, NULL);
    status = write(what, target->format, looks, ikm_output_sink(target->output), &err);
    return status == IKM_OK ? EXIT_DONE : fail(target, cli, status, &err);
}

static int complete(cli_target *target, const cli_context *cli)
{
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_output_commit(target->output, &err);
    target->output = NULL;
    if (status != IKM_OK)
        return library_error(cli, status, &err, NULL);
    message(cli, "CLI_WROTE", WITH(target->path));
    return EXIT_DONE;
}

int targets_write(cli_targets *targets, const cli_context *cli, result_writer write, const void *what, int64_t created)
{
    const result_looks looks = {.width = FILE_WIDTH, .created = created, .excel_id = targets->excel_id};
    int status = EXIT_DONE;
    for (size_t i = 0; i < targets->count && status == EXIT_DONE; i++)
        status = prepare(&targets->list[i], cli, write, what, &looks);
    /* a device first: if it takes no more, no file has come to its place yet */
    for (int device = 1; device >= 0; device--)
        for (size_t i = 0; i < targets->count && status == EXIT_DONE; i++)
            if (targets->list[i].device == device)
                status = complete(&targets->list[i], cli);
    return status;
}

void targets_free(cli_targets *targets)
{
    for (size_t i = 0; i < targets->count; i++)
        ikm_output_free(targets->list[i].output);
    free(targets->list);
    *targets = (struct cli_targets){.list = NULL};
}
