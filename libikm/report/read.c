/* A report from a folder: what is there is read, every fault of every table told. */
#include "settings_reading.h"

#include "base/mem.h"
#include "ingest/source.h"
#include "inside.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

typedef struct folder_reading {
    ikm_report *report;
    const char *folder;
    bool any;          /* something is there */
    ikm_status faults; /* of the first table that has some */
    ikm_error first;   /* and what it says */
    ikm_error *err;
} folder_reading;

/* The path of a file that is there; NULL: it is not. IKM_ERR_IO for what cannot even be looked at. */
static ikm_status find(const char **out, folder_reading *r, const char *name, const char *ending)
{
    ikm_report *report = r->report;
    char file[200];
    struct stat found;
    *out = NULL;
    ikmi_fill(file, sizeof file, "{1}{2}", IKMI_SAY(name, ending));
    const char *path = ikmi_settings_path(&report->keep, r->folder, file);
    if (!path)
        return ikmi_no_memory(report, r->err);
    if (stat(path, &found) == 0)
        *out = path;
    else if (errno != ENOENT)
        return ikmi_io_error(r->err, errno, path, report->options.lang);
    return IKM_OK;
}

static ikm_status read_settings(folder_reading *r)
{
    const char *path;
    ikm_text text;
    ikm_report *report = r->report;
    ikm_status status = find(&path, r, "report", ".json");
    if (status != IKM_OK || !path)
        return status;
    ikmi_settings_reading reading = {
        {report->options.lang, r->err, {NULL, 0, 0}}, NULL, &report->keep, &report->options};
    status = ikmi_settings_file(&text, &reading, "report.json");
    return status == IKM_OK ? ikm_report_settings(report, text, path, r->err) : status;
}

/* A table that has faults does not keep the others from being read, so that theirs are told too. */
static ikm_status read_table(folder_reading *r, const char *name)
{
    static const char *const endings[] = {".csv", ".tsv", ".txt", ".csv.gz"};
    const char *path = NULL;
    ikm_status status = IKM_OK;
    for (size_t i = 0; status == IKM_OK && !path && i < sizeof endings / sizeof endings[0]; i++)
        status = find(&path, r, name, endings[i]);
    if (status != IKM_OK || !path)
        return status;
    r->any = true;
    if (ikmi_keep_path(&r->report->keep, path) != IKM_OK)
        return ikmi_no_memory(r->report, r->err);
    ikm_error err = {.offset = -1};
    status = ikm_report_table(r->report, name, &(ikm_input){.path = path}, &err);
    if (status == IKM_ERR_DATA && r->faults == IKM_OK) {
        r->faults = status;
        r->first = err;
    }
    if (status == IKM_OK || status == IKM_ERR_DATA)
        return IKM_OK;
    if (r->err)
        *r->err = err;
    return status;
}

static ikm_status read_all(folder_reading *r)
{
    const char *name;
    ikm_status status = read_settings(r);
    for (size_t i = 0; status == IKM_OK && (name = ikm_report_table_name(r->report, i)) != NULL; i++)
        status = read_table(r, name);
    if (status == IKM_OK && r->faults != IKM_OK) {
        if (r->err)
            *r->err = r->first;
        return r->faults;
    }
    if (status == IKM_OK && !r->any && !r->report->settings.has_survey)
        return ikmi_fail(r->err, IKM_ERR_DATA, r->report->options.lang, IKMI_WORD_REPORT_NOTHING_THERE,
                         IKMI_SAY(r->folder));
    if (status == IKM_OK)
        status = ikm_report_read_survey(r->report, r->err);
    return status == IKM_OK ? ikm_report_finish(r->report, r->err) : status;
}

/* A folder that is not there is no empty one. */
static ikm_status check_folder(const char *folder, ikm_lang lang, ikm_error *err)
{
    struct stat found;
    if (stat(folder, &found) != 0)
        return ikmi_io_error(err, errno, folder, lang);
    return S_ISDIR(found.st_mode) ? IKM_OK : ikmi_io_error(err, ENOTDIR, folder, lang);
}

ikm_status ikm_report_read(ikm_report **out, const char *folder, const ikm_report_options *options, ikm_error *err)
{
    ikm_report_options with_folder = IKM_REPORT_OPTIONS_INIT;
    if (options)
        with_folder = *options;
    if (out)
        *out = NULL;
    if (!out || !folder)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, with_folder.lang);
    with_folder.folder = folder;
    folder_reading r = {.folder = folder, .err = err};
    ikm_status status = check_folder(folder, with_folder.lang, err);
    if (status == IKM_OK)
        status = ikm_report_new(&r.report, &with_folder, err);
    if (status == IKM_OK)
        status = read_all(&r);
    if (status == IKM_OK)
        *out = r.report;
    else
        ikm_report_free(r.report);
    return status;
}
