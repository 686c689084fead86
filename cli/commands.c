#include "command.h"

#include "message.h"
#include "nearest.h"

#include <string.h>

const char *const lang_choices[] = {"id", "en", NULL};                      /* positions are the values of ikm_lang */
const char *const format_choices[] = {"text", "csv", "json", "html", NULL}; /* and of result_format */

const cli_option program_options[] = {
    ROW_LANG,
    {OPTION_VERSION, "version", 'V', KIND_FLAG, NULL, "CLI_OPTION_VERSION", NULL, 0, 0, "CLI_GROUP_COMMON", false},
    ROW_HELP,
    ROWS_END,
};

const cli_command commands[] = {
    {"score", "CLI_SCORE_SUMMARY", "CLI_SCORE_OPERANDS", "CLI_SCORE_DESCRIPTION", "CLI_SCORE_EXAMPLES", score_options,
     1, SIZE_MAX, cmd_score, "CLI_NO_FILE"},
    {"check", "CLI_CHECK_SUMMARY", "CLI_CHECK_OPERANDS", "CLI_CHECK_DESCRIPTION", "CLI_CHECK_EXAMPLES", check_options,
     1, SIZE_MAX, cmd_check, "CLI_NO_FILE"},
    {"clean", "CLI_CLEAN_SUMMARY", "CLI_CLEAN_OPERANDS", "CLI_CLEAN_DESCRIPTION", "CLI_CLEAN_EXAMPLES", clean_options,
     1, 1, cmd_clean, "CLI_NO_FILE"},
    {"sniff", "CLI_SNIFF_SUMMARY", "CLI_SNIFF_OPERANDS", "CLI_SNIFF_DESCRIPTION", "CLI_SNIFF_EXAMPLES", sniff_options,
     1, 1, cmd_sniff, "CLI_NO_FILE"},
    {"tally", "CLI_TALLY_SUMMARY", "CLI_SCORE_OPERANDS", "CLI_TALLY_DESCRIPTION", "CLI_TALLY_EXAMPLES", tally_options,
     1, SIZE_MAX, cmd_tally, "CLI_NO_FILE"},
    {"merge", "CLI_MERGE_SUMMARY", "CLI_SCORE_OPERANDS", "CLI_MERGE_DESCRIPTION", "CLI_MERGE_EXAMPLES", merge_options,
     1, SIZE_MAX, cmd_merge, "CLI_NO_FILE"},
    {"achieve", "CLI_ACHIEVE_SUMMARY", "CLI_ACHIEVE_OPERANDS", "CLI_ACHIEVE_DESCRIPTION", "CLI_ACHIEVE_EXAMPLES",
     achieve_options, 1, 1, cmd_achieve, "CLI_NO_TABLE"},
    {"report", "CLI_REPORT_SUMMARY", "CLI_REPORT_OPERANDS", "CLI_REPORT_DESCRIPTION", "CLI_REPORT_EXAMPLES",
     report_options, 1, 1, cmd_report, "CLI_NO_REPORT"},
    {"audit", "CLI_AUDIT_SUMMARY", "CLI_REPORT_OPERANDS", "CLI_AUDIT_DESCRIPTION", "CLI_AUDIT_EXAMPLES", audit_options,
     1, 1, cmd_audit, "CLI_NO_REPORT"},
    {"reconcile", "CLI_RECONCILE_SUMMARY", "CLI_RECONCILE_OPERANDS", "CLI_RECONCILE_DESCRIPTION",
     "CLI_RECONCILE_EXAMPLES", reconcile_options, 0, SIZE_MAX, cmd_reconcile, "CLI_NO_FILE"},
    {"template", "CLI_TEMPLATE_SUMMARY", "CLI_TEMPLATE_OPERANDS", "CLI_TEMPLATE_DESCRIPTION", "CLI_TEMPLATE_EXAMPLES",
     template_options, 1, 1, cmd_template, "CLI_NO_TEMPLATE"},
    {"rules", "CLI_RULES_SUMMARY", "CLI_RULES_OPERANDS", "CLI_RULES_DESCRIPTION", "CLI_RULES_EXAMPLES", rules_options,
     0, 1, cmd_rules, "CLI_NO_FILE"},
    {"sample", "CLI_SAMPLE_SUMMARY", NULL, "CLI_SAMPLE_DESCRIPTION", "CLI_SAMPLE_EXAMPLES", sample_options, 0, 0,
     cmd_sample, "CLI_NO_FILE"},
    {"help", "CLI_HELP_SUMMARY", "CLI_HELP_OPERANDS", "CLI_HELP_DESCRIPTION", "CLI_HELP_EXAMPLES", help_options, 0, 1,
     cmd_help, "CLI_NO_FILE"},
    {.name = NULL},
};

const cli_command *command_named(const char *name)
{
    for (const cli_command *command = commands; command->name; command++)
        if (!strcmp(command->name, name))
            return command;
    return NULL;
}

int command_unknown(const cli_context *cli, const char *name)
{
    cli_nearest best = nearest_to(name);
    for (const cli_command *command = commands; command->name; command++)
        nearest_try(&best, command->name);
    if (best.name)
        return usage_error(cli, "CLI_UNKNOWN_COMMAND_NEAR", WITH(name, best.name));
    return usage_error(cli, "CLI_UNKNOWN_COMMAND", WITH(name));
}
