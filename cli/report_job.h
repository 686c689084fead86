/* What achieve, report and audit do alike: a folder, a workbook or a table into a report, and the report written. */
#ifndef REPORT_JOB_H
#define REPORT_JOB_H

#include "inputs.h"
#include "refused.h"
#include "survey_job.h"
#include "targets.h"

#include "ikm/report.h"

extern const char *const cap_choices[],
    *const lower_better_choices[], *const bands_choices[], *const roll_up_choices[], *const efficiency_choices[];

enum { YEAR_LEAST = 1900, YEAR_MOST = 2999, TOLD_MOST = 8 };

/* clang-format off */
#define ROWS_ACHIEVEMENT                                                                                                                        \
    {OPTION_YEAR, "year", 0, KIND_COUNT, "CLI_ARGUMENT_YEAR", "CLI_OPTION_YEAR", NULL, YEAR_LEAST, YEAR_MOST, "CLI_GROUP_ACHIEVEMENT", false},  \
    {OPTION_CAP, "cap", 0, KIND_CHOICE, NULL, "CLI_OPTION_CAP", cap_choices, 0, 0, "CLI_GROUP_ACHIEVEMENT", false},                             \
    {OPTION_SCALE, "scale", 0, KIND_FILE, "CLI_ARGUMENT_RULES", "CLI_OPTION_SCALE", NULL, 0, 0, "CLI_GROUP_ACHIEVEMENT", false},                \
    {OPTION_LOWER_BETTER, "lower-better", 0, KIND_CHOICE, NULL, "CLI_OPTION_LOWER_BETTER", lower_better_choices, 0, 0,                          \
     "CLI_GROUP_ACHIEVEMENT", false},                                                                                                           \
    {OPTION_BANDS, "bands", 0, KIND_CHOICE, NULL, "CLI_OPTION_BANDS", bands_choices, 0, 0, "CLI_GROUP_ACHIEVEMENT", false},                     \
    {OPTION_ROLL_UP, "roll-up", 0, KIND_CHOICE, NULL, "CLI_OPTION_ROLL_UP", roll_up_choices, 0, 0, "CLI_GROUP_ACHIEVEMENT", false}

#define ROWS_REPORT                                                                                                                             \
    ROWS_ACHIEVEMENT,                                                                                                                           \
    {OPTION_EFFICIENCY, "efficiency", 0, KIND_CHOICE, NULL, "CLI_OPTION_EFFICIENCY", efficiency_choices, 0, 0, "CLI_GROUP_ACHIEVEMENT", false}, \
    {OPTION_SETTINGS, "settings", 0, KIND_FILE, "CLI_ARGUMENT_FILE", "CLI_OPTION_SETTINGS", NULL, 0, 0, "CLI_GROUP_INPUT", false},              \
    {OPTION_THREADS, "threads", 0, KIND_COUNT, "CLI_ARGUMENT_COUNT", "CLI_OPTION_THREADS", NULL, 1, THREADS_MOST, "CLI_GROUP_INPUT", false}
/* clang-format on */

/* A workbook or a statistics file of the survey that was opened. */
typedef struct report_file {
    struct report_file *next;
    char *path;
    ikm_reader *reader;
} report_file;

typedef struct report_job {
    const cli_context *cli;
    const cli_arguments *arguments;
    const char *told[TOLD_MOST];
    char told_text[TOLD_MOST][64];
    char *scale_told;
    bool table; /* the operand is a table alone */
    ikm_report_options options;
    cli_refused refused; /* faults of tables, listed like refused records */
    cli_inputs inputs;   /* of a single table */
    ikm_reader *workbook;
    const char *workbook_path;
    char *folder; /* of a workbook */
    char *settings_text;
    report_file *files;
    cli_targets targets;
    int64_t created;
    ikm_report *report;
} report_job;

/* A folder or a workbook, the only operand. EXIT_DONE with `report` finished, or a message was written. */
int report_job_run(report_job *job, const cli_context *cli, const cli_arguments *arguments);

/* The only operand is a table of indicators. */
int report_job_table(report_job *job, const cli_context *cli, const cli_arguments *arguments);

/* Write to -o, then to standard output. EXIT_DONE, or a message was written. */
int report_job_write(report_job *job, result_writer write, const void *what);

/* report_open.c: an input that the core does not read itself is opened; an ikm_report_open_fn, `ctx` is a job. */
ikm_status report_open(void *ctx, const char *path, const char *sheet, ikm_input *out, ikm_error *err);

/* The tables of a workbook, sheets of their names. EXIT_DONE, or a message was written. */
int report_open_workbook(report_job *job, const char *path);

/* In every case. */
void report_job_end(report_job *job);

#endif
