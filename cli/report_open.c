/* Where a report has its tables: sheets of a workbook, files of a survey that need a reader. */
#include "message.h"
#include "report_job.h"
#include "whole.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SETTINGS_SIZE_MAX = 4 << 20 };

static ikm_status no_memory(const report_job *job, ikm_error *err)
{
    *err = (ikm_error){.status = IKM_ERR_NOMEM, .offset = -1};
    strcpy(err->message, "");
    (void)job;
    return IKM_ERR_NOMEM;
}

/* The sheet of the workbook that is called so, whatever its case; NULL: there is none. */
static const char *sheet_named(const report_job *job, const char *name)
{
    for (size_t i = 0; job->workbook && i < ikm_reader_sheet_count(job->workbook); i++)
        if (!strcasecmp(ikm_reader_sheet_name(job->workbook, i), name))
            return ikm_reader_sheet_name(job->workbook, i);
    return NULL;
}

/* The same reader begins anew each time that its file is asked for. */
static report_file *file_at(report_job *job, const char *path)
{
    for (report_file *file = job->files; file; file = file->next)
        if (!strcmp(file->path, path))
            return file;
    report_file *file = calloc(1, sizeof *file);
    char *copy = malloc(strlen(path) + 1);
    if (!file || !copy) {
        free(file);
        free(copy);
        return NULL;
    }
    file->path = strcpy(copy, path);
    file->next = job->files;
    job->files = file;
    return file;
}

static ikm_status open_file(report_job *job, const char *path, const char *sheet, ikm_input *out, ikm_error *err)
{
    report_file *file = file_at(job, path);
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.sheet = sheet;
    options.lang = job->cli->lang;
    if (!file)
        return no_memory(job, err);
    ikm_status status = file->reader ? ikm_reader_choose(file->reader, sheet, err)
                                     : ikm_reader_new(&file->reader, &(ikm_input){.path = path}, &options, err);
    if (status == IKM_OK)
        *out = (ikm_input){.name = file->path, .rows = ikm_reader_rows(file->reader)};
    return status;
}

ikm_status report_open(void *ctx, const char *path, const char *sheet, ikm_input *out, ikm_error *err)
{
    report_job *job = ctx;
    ikm_file_kind kind;
    /* a sheet of the workbook is named like a file beside it */
    const char *name = job->folder ? path + strlen(job->folder) : path;
    const char *own = sheet_named(job, *name == '/' ? name + 1 : name);
    if (own) {
        ikm_status status = ikm_reader_choose(job->workbook, own, err);
        *out = (ikm_input){.name = own, .rows = ikm_reader_rows(job->workbook)};
        return status;
    }
    *out = (ikm_input){.path = path};
    if (ikm_file_kind_find(&kind, out, job->cli->lang, NULL) != IKM_OK || !ikm_file_kind_needs_reader(kind))
        return IKM_OK;
    return open_file(job, path, sheet, out, err);
}

/* The folder that a workbook lies in, for the files that its settings name. */
static int take_folder(report_job *job, const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) : 0;
    job->folder = calloc(size + 2, 1);
    if (!job->folder) {
        message(job->cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    memcpy(job->folder, size ? path : ".", size ? size : 1);
    job->options.folder = job->folder;
    return EXIT_DONE;
}

/* A table as messages call it: "book.xlsx:budget". */
static ikm_status read_sheet(report_job *job, const char *table, const char *sheet, ikm_error *err)
{
    char name[600];
    const char *const args[] = {job->workbook_path, sheet};
    ikm_status status = ikm_reader_choose(job->workbook, sheet, err);
    if (status != IKM_OK)
        return status;
    status = ikm_words_say(name, sizeof name, job->cli->lang, "CLI_SHEET_NAME", args, 2);
    const ikm_input input = {.name = name, .rows = ikm_reader_rows(job->workbook)};
    return status == IKM_OK ? ikm_report_table(job->report, table, &input, err) : status;
}

/* Settings stand in a file that is named, or in the sheet "report" as keys and values. */
static int read_settings(report_job *job)
{
    const char *path = given_text(job->arguments, OPTION_SETTINGS, NULL), *sheet = sheet_named(job, "report");
    ikm_error err = {.offset = -1};
    ikm_status status = IKM_OK;
    size_t size;
    if (path) {
        int read = whole_file(&job->settings_text, &size, job->cli, path, SETTINGS_SIZE_MAX, "CLI_SCHEMA_TOO_LARGE");
        if (read != EXIT_DONE)
            return read;
        status = ikm_report_settings(job->report, (ikm_text){job->settings_text, size}, path, &err);
    } else if (sheet) {
        status = read_sheet(job, "report", sheet, &err);
    }
    return status == IKM_OK ? EXIT_DONE : library_error(job->cli, status, &err, NULL);
}

/* As with a folder: a table that has faults does not keep the others from being read. */
static int read_tables(report_job *job)
{
    int code = EXIT_DONE;
    const char *table;
    size_t found = 0;
    for (size_t i = 0; (table = ikm_report_table_name(job->report, i)) != NULL; i++) {
        ikm_error err = {.offset = -1};
        const char *sheet = sheet_named(job, table);
        if (!sheet)
            continue;
        found++;
        ikm_status status = read_sheet(job, table, sheet, &err);
        if (status == IKM_OK)
            continue;
        code = library_error(job->cli, status, &err, NULL);
        if (status != IKM_ERR_DATA)
            return code;
    }
    if (!found && code == EXIT_DONE) {
        message(job->cli, "CLI_NO_SHEETS", WITH(job->workbook_path));
        return EXIT_FAULTS;
    }
    return code;
}

int report_open_workbook(report_job *job, const char *path)
{
    ikm_error err = {.offset = -1};
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.lang = job->cli->lang;
    job->workbook_path = path;
    ikm_status status = ikm_reader_new(&job->workbook, &(ikm_input){.path = path}, &options, &err);
    if (status != IKM_OK)
        return library_error(job->cli, status, &err, NULL);
    int code = take_folder(job, path);
    if (code != EXIT_DONE)
        return code;
    status = ikm_report_new(&job->report, &job->options, &err);
    if (status != IKM_OK)
        return library_error(job->cli, status, &err, NULL);
    code = read_settings(job);
    return code == EXIT_DONE ? read_tables(job) : code;
}
