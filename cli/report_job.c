#include "report_job.h"

#include "message.h"
#include "print.h"
#include "same_file.h"

#include "ikm/kind.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char *const cap_choices[] = {"none", "100", "110", "120", "150", NULL};
const char *const lower_better_choices[] = {"deviation", "inverse", NULL};
const char *const bands_choices[] = {"rounded", "unrounded", NULL};
const char *const roll_up_choices[] = {"own", "all", NULL};
const char *const efficiency_choices[] = {"sisa", "selisih", "rasio", "pmk-22-2021", NULL};

/* What was told of the achievement goes to the library as it was written. */
static int take_told(report_job *job)
{
    static const struct {
        option_id id;
        const char *key;
    } keys[] = {{OPTION_YEAR, "year"},   {OPTION_CAP, "cap"},         {OPTION_LOWER_BETTER, "lower-better"},
                {OPTION_BANDS, "bands"}, {OPTION_ROLL_UP, "roll-up"}, {OPTION_EFFICIENCY, "efficiency"}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const char *text = given_text(job->arguments, keys[i].id, NULL);
        if (!text)
            continue;
        snprintf(job->told_text[count], sizeof job->told_text[count], "%s=%s", keys[i].key, text);
        job->told[count] = job->told_text[count];
        count++;
    }
    const char *scale = given_text(job->arguments, OPTION_SCALE, NULL);
    if (scale) {
        size_t size = strlen(scale) + sizeof "scale=";
        job->scale_told = malloc(size);
        if (!job->scale_told) {
            message(job->cli, "OUT_OF_MEMORY", WITH_NOTHING);
            return EXIT_MACHINE;
        }
        snprintf(job->scale_told, size, "scale=%s", scale);
        job->told[count++] = job->scale_told;
    }
    job->options.told = job->told;
    job->options.told_count = count;
    return EXIT_DONE;
}

/* What is wrong with what was told is wrong usage, before anything is read. */
static int check_told(const report_job *job)
{
    ikm_report *report;
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_report_new(&report, &job->options, &err);
    ikm_report_free(report);
    if (status == IKM_OK)
        return EXIT_DONE;
    int code = library_error(job->cli, status, &err, NULL);
    return code == EXIT_FAULTS ? EXIT_USAGE : code;
}

static int prepare(report_job *job, const cli_context *cli, const cli_arguments *arguments)
{
    *job = (report_job){.cli = cli, .arguments = arguments, .options = IKM_REPORT_OPTIONS_INIT};
    int status = result_created(&job->created, cli);
    if (status == EXIT_DONE)
        status = take_told(job);
    job->options.threads = (int32_t)given_number(arguments, OPTION_THREADS, 0);
    job->options.lang = cli->lang;
    job->options.dialect = dialect_of(arguments);
    job->options.open = report_open;
    job->options.open_ctx = job;
    if (status == EXIT_DONE)
        status = check_told(job);
    if (status == EXIT_DONE)
        status = targets_take(&job->targets, cli, arguments);
    if (status == EXIT_DONE && targets_have(&job->targets, FORMAT_IKM))
        status = usage_error(cli, "CLI_TARGET_NO_COUNTS", WITH_NOTHING);
    if (status == EXIT_DONE)
        status = refused_begin(&job->refused, cli, NULL);
    job->options.on_issue = refused_take;
    job->options.issue_ctx = &job->refused;
    return status;
}

/* A word that the settings have wrong is a fault of the report, not of the command line. */
static int fail(const report_job *job, ikm_status status, const ikm_error *err)
{
    int code = library_error(job->cli, status, err, NULL);
    return status == IKM_ERR_UNKNOWN || status == IKM_ERR_ARGUMENT ? EXIT_FAULTS : code;
}

static int read_folder(report_job *job, const char *path)
{
    ikm_error err = {.offset = -1};
    if (given_last(job->arguments, OPTION_SETTINGS))
        return usage_error(job->cli, "CLI_SETTINGS_OF_FOLDER", WITH(path));
    ikm_status status = ikm_report_read(&job->report, path, &job->options, &err);
    return status == IKM_OK ? EXIT_DONE : fail(job, status, &err);
}

static int finish(report_job *job)
{
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_report_read_survey(job->report, &err);
    if (status == IKM_OK)
        status = ikm_report_finish(job->report, &err);
    return status == IKM_OK ? EXIT_DONE : fail(job, status, &err);
}

/* A text that is no workbook; what cannot be looked at is told when it is opened. */
static bool is_table(const report_job *job, const char *path)
{
    ikm_file_kind kind;
    return ikm_file_kind_find(&kind, &(ikm_input){.path = path}, job->cli->lang, NULL) == IKM_OK &&
           !ikm_file_kind_needs_reader(kind);
}

int report_job_run(report_job *job, const cli_context *cli, const cli_arguments *arguments)
{
    struct stat found;
    const char *path = arguments->operands[0];
    int status = prepare(job, cli, arguments);
    if (status != EXIT_DONE)
        return status;
    /* what is not there is told by the library, as a folder */
    if (stat(path, &found) != 0 || S_ISDIR(found.st_mode))
        return read_folder(job, path);
    if (is_table(job, path))
        return usage_error(cli, "CLI_REPORT_OF_TABLE", WITH(path));
    status = report_open_workbook(job, path);
    return status == EXIT_DONE ? finish(job) : status;
}

int report_job_table(report_job *job, const cli_context *cli, const cli_arguments *arguments)
{
    ikm_error err = {.offset = -1};
    int status = prepare(job, cli, arguments);
    if (status == EXIT_DONE)
        status = inputs_take(&job->inputs, cli, arguments);
    if (status == EXIT_DONE)
        status = inputs_single(&job->inputs);
    if (status != EXIT_DONE)
        return status;
    ikm_status made = ikm_report_new(&job->report, &job->options, &err);
    if (made == IKM_OK)
        made = ikm_report_table(job->report, "indicators", job->inputs.list, &err);
    return made == IKM_OK ? finish(job) : fail(job, made, &err);
}

/* What was read is known only now: no result takes its place. */
static int check_target(const report_job *job, const char *target)
{
    const char *settings = given_text(job->arguments, OPTION_SETTINGS, NULL), *path;
    bool same = settings && same_file(target, settings);
    for (size_t i = 0; !same && (path = ikm_report_path(job->report, i)) != NULL; i++)
        same = same_file(target, path);
    return same ? usage_error(job->cli, "CLI_TARGET_IS_INPUT", WITH(target)) : EXIT_DONE;
}

int report_job_write(report_job *job, result_writer write, const void *what)
{
    int status = EXIT_DONE;
    for (size_t i = 0; i < job->targets.count && status == EXIT_DONE; i++)
        status = check_target(job, job->targets.list[i].path);
    if (status == EXIT_DONE)
        status = targets_write(&job->targets, job->cli, write, what, job->created);
    return status == EXIT_DONE ? print_result(job->cli, job->arguments, job->created, write, what) : status;
}

void report_job_end(report_job *job)
{
    ikm_report_free(job->report);
    while (job->files) {
        report_file *file = job->files;
        job->files = file->next;
        ikm_reader_free(file->reader);
        free(file->path);
        free(file);
    }
    ikm_reader_free(job->workbook);
    inputs_free(&job->inputs);
    targets_free(&job->targets);
    refused_drop(&job->refused);
    free(job->folder);
    free(job->settings_text);
    free(job->scale_told);
}
