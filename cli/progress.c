#include "progress.h"

#include "message.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

enum { FIRST_AFTER_MS = 1000, AGAIN_AFTER_MS = 200 };

static struct timespec from_now(long milliseconds)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    time.tv_sec += milliseconds / 1000;
    time.tv_nsec += milliseconds % 1000 * 1000000;
    time.tv_sec += time.tv_nsec / 1000000000;
    time.tv_nsec %= 1000000000;
    return time;
}

static bool is_due(struct timespec due)
{
    struct timespec now = from_now(0);
    return now.tv_sec > due.tv_sec || (now.tv_sec == due.tv_sec && now.tv_nsec >= due.tv_nsec);
}

static int tell(void *ctx, int64_t done, int64_t total)
{
    cli_progress *progress = ctx;
    char number[24];
    if (!is_due(progress->due))
        return 0;
    progress->due = from_now(AGAIN_AFTER_MS);
    snprintf(number, sizeof number, "%" PRId64, total ? done * 100 / total : done / 1000000);
    message_passing(progress->cli, total ? "CLI_READING_PERCENT" : "CLI_READING_MEGABYTES", WITH(number));
    return 0;
}

void progress_watch(cli_progress *out, const cli_context *cli, ikm_survey_options *options)
{
    *out = (cli_progress){cli, from_now(FIRST_AFTER_MS)};
    if (!isatty(STDERR_FILENO))
        return;
    options->on_progress = tell;
    options->progress_ctx = out;
}

void progress_end(void)
{
    message_passed();
}
