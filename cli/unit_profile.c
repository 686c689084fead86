#include "unit_profile.h"

#include "message.h"
#include "whole.h"

#include <stdlib.h>
#include <string.h>

enum { PROFILE_SIZE_MAX = 4 << 20 };

/* Files that a report.json names lie beside it. */
static int take_folder(unit_profile *out, const cli_context *cli, const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) + 1 : 0;
    out->folder = calloc(size + 2, 1);
    if (!out->folder) {
        message(cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    memcpy(out->folder, size ? path : ".", size ? size : 1);
    return EXIT_DONE;
}

int unit_profile_take(unit_profile *out, const cli_context *cli, const char *path)
{
    size_t size;
    *out = (unit_profile){.report = NULL};
    if (!path)
        return EXIT_DONE;
    int code = whole_file(&out->text, &size, cli, path, PROFILE_SIZE_MAX, "CLI_SCHEMA_TOO_LARGE");
    if (code == EXIT_DONE)
        code = take_folder(out, cli, path);
    if (code != EXIT_DONE)
        return code;
    ikm_error err = {.offset = -1};
    ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
    options.folder = out->folder;
    options.lang = cli->lang;
    ikm_status status = ikm_report_new(&out->report, &options, &err);
    if (status == IKM_OK)
        status = ikm_report_settings(out->report, (ikm_text){out->text, size}, path, &err);
    if (status == IKM_OK) {
        out->profile = ikm_report_profile(out->report);
        return EXIT_DONE;
    }
    code = library_error(cli, status, &err, NULL);
    /* the fault is in what the user told the program, not in the survey */
    return code == EXIT_FAULTS ? EXIT_USAGE : code;
}

void unit_profile_free(unit_profile *profile)
{
    ikm_report_free(profile->report);
    free(profile->text);
    free(profile->folder);
}
