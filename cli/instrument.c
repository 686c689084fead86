#include "instrument.h"

#include "message.h"

#include <stdio.h>

static ikm_status add_list(ikm_document *document, const cli_context *cli)
{
    const ikm_column columns[] = {{word(cli, "CLI_RULES_NAME"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_RULES_ELEMENTS"), IKM_CELL_NUMBER, 0, NULL},
                                  {word(cli, "CLI_RULES_SCALE"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_RULES_WEIGHT"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_RULES_TITLE"), IKM_CELL_TEXT, 0, NULL}};
    ikm_table table = {.title = word(cli, "CLI_RULES_LIST"), .columns = columns, .column_count = 5};
    ikm_status status = ikm_document_table(document, &table);
    for (size_t i = 0; i < ikm_rules_count() && status == IKM_OK; i++) {
        const ikm_rules *rules = ikm_rules_at(i);
        char scale[24];
        snprintf(scale, sizeof scale, "1-%d", ikm_rules_scale(rules));
        const ikm_cell cells[] = {text_cell(ikm_rules_name(rules)), count_cell((int64_t)ikm_rules_element_count(rules)),
                                  text_cell(scale), text_cell(ikm_rules_weight(rules)),
                                  text_cell(ikm_rules_title(rules))};
        status = ikm_document_row(document, cells, 5);
    }
    if (status != IKM_OK)
        return status;
    char note[256];
    status = ikm_words_say(note, sizeof note, cli->lang, "CLI_RULES_DEFAULT", WITH(ikm_rules_name(ikm_rules_at(0))));
    return status == IKM_OK ? ikm_document_note(document, note) : status;
}

/* What a computation may choose, with its option and what holds when nothing is said. */
static ikm_status add_conventions(ikm_document *document, const cli_context *cli)
{
    static const struct {
        const char *option, *otherwise, *values, *meaning; /* the last is a word */
    } rows[] = {
        {"weight", "exact", "exact, 0.111 ...", "CLI_CONVENTION_WEIGHT"},
        {"round-nrr", "none", "none, 0 .. 6", "CLI_CONVENTION_ROUND_NRR"},
        {"round-term", "none", "none, 0 .. 6", "CLI_CONVENTION_ROUND_TERM"},
        {"round-final", "2", "0 .. 6", "CLI_CONVENTION_ROUND_FINAL"},
        {"round-mode", "half-up", "half-up, half-even, truncate", "CLI_CONVENTION_ROUND_MODE"},
        {"missing", "per-element", "per-element, listwise, strict", "CLI_CONVENTION_MISSING"},
    };
    const ikm_column columns[] = {{word(cli, "CLI_CONVENTION_OPTION"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_CONVENTION_DEFAULT"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_CONVENTION_VALUES"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_CONVENTION_MEANING"), IKM_CELL_TEXT, 0, NULL}};
    ikm_table table = {.title = word(cli, "CLI_CONVENTIONS"), .columns = columns, .column_count = 4};
    ikm_status status = ikm_document_table(document, &table);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0] && status == IKM_OK; i++) {
        const ikm_cell cells[] = {text_cell(rows[i].option), text_cell(rows[i].otherwise), text_cell(rows[i].values),
                                  text_cell(word(cli, rows[i].meaning))};
        status = ikm_document_row(document, cells, 4);
    }
    return status;
}

static ikm_status add_elements(ikm_document *document, const cli_context *cli, const ikm_rules *rules)
{
    const ikm_column columns[] = {{word(cli, "CLI_RULES_CODE"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_RULES_ELEMENT"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_RULES_QUESTION"), IKM_CELL_TEXT, 0, NULL}};
    bool has_questions = false;
    for (size_t i = 0; i < ikm_rules_element_count(rules); i++)
        has_questions = has_questions || *ikm_rules_element_question(rules, i);
    const size_t count = has_questions ? 3 : 2;
    ikm_table table = {.title = word(cli, "CLI_RULES_ELEMENTS"), .columns = columns, .column_count = count};
    ikm_status status = ikm_document_table(document, &table);
    for (size_t i = 0; i < ikm_rules_element_count(rules) && status == IKM_OK; i++) {
        const ikm_cell cells[] = {text_cell(ikm_rules_element_code(rules, i)),
                                  text_cell(ikm_rules_element_name(rules, i)),
                                  text_cell(ikm_rules_element_question(rules, i))};
        status = ikm_document_row(document, cells, count);
    }
    return status;
}

/* A row a label: a table of ten labels across would be wider than any terminal. */
static ikm_status add_labels(ikm_document *document, const cli_context *cli, const ikm_rules *rules)
{
    bool has_labels = false;
    for (size_t i = 0; i < ikm_rules_element_count(rules); i++)
        has_labels = has_labels || *ikm_rules_element_label(rules, i, 1);
    if (!has_labels)
        return IKM_OK;
    const ikm_column columns[] = {{word(cli, "CLI_RULES_CODE"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_RULES_SCORE"), IKM_CELL_NUMBER, 0, NULL},
                                  {word(cli, "CLI_RULES_LABEL"), IKM_CELL_TEXT, 0, NULL}};
    ikm_table table = {.title = word(cli, "CLI_RULES_LABELS"), .columns = columns, .column_count = 3};
    ikm_status status = ikm_document_table(document, &table);
    for (size_t i = 0; i < ikm_rules_element_count(rules); i++) {
        for (int score = 1; score <= ikm_rules_scale(rules) && status == IKM_OK; score++) {
            const char *label = ikm_rules_element_label(rules, i, score);
            const ikm_cell cells[] = {text_cell(ikm_rules_element_code(rules, i)), count_cell(score), text_cell(label)};
            status = *label ? ikm_document_row(document, cells, 3) : IKM_OK;
        }
    }
    return status;
}

static ikm_status add_bands(ikm_document *document, const cli_context *cli, const ikm_rules *rules)
{
    const ikm_column columns[] = {{word(cli, "CLI_RULES_GRADE"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_RULES_LOWER"), IKM_CELL_NUMBER, 2, NULL},
                                  {word(cli, "CLI_RULES_PERFORMANCE"), IKM_CELL_TEXT, 0, NULL}};
    ikm_table table = {.title = word(cli, "CLI_RULES_BANDS"), .columns = columns, .column_count = 3};
    ikm_status status = ikm_document_table(document, &table);
    for (int band = 1; band <= ikm_rules_band_count(rules) && status == IKM_OK; band++) {
        const ikm_cell lower = {.kind = IKM_CELL_NUMBER, .number = ikm_rules_band_lower(rules, band)};
        const ikm_cell cells[] = {text_cell(ikm_rules_band_grade(rules, band)), lower,
                                  text_cell(ikm_rules_band_performance(rules, band))};
        status = ikm_document_row(document, cells, 3);
    }
    return status;
}

static ikm_status add_instrument(ikm_document *document, const cli_context *cli, const ikm_rules *rules)
{
    char facts[512], scale[24];
    snprintf(scale, sizeof scale, "1-%d", ikm_rules_scale(rules));
    const char *printed = ikm_rules_printed_weight(rules);
    ikm_status status = ikm_document_heading(document, 1, ikm_rules_name(rules));
    if (status == IKM_OK && *ikm_rules_title(rules))
        status = ikm_document_text(document, ikm_rules_title(rules));
    if (status == IKM_OK)
        status = ikm_words_say(facts, sizeof facts, cli->lang, *printed ? "CLI_RULES_FACTS_PRINTED" : "CLI_RULES_FACTS",
                               WITH(scale, ikm_rules_weight(rules), printed));
    if (status == IKM_OK)
        status = ikm_document_text(document, facts);
    if (status == IKM_OK)
        status = add_elements(document, cli, rules);
    if (status == IKM_OK)
        status = add_labels(document, cli, rules);
    return status == IKM_OK ? add_bands(document, cli, rules) : status;
}

static int print_filled(const cli_context *cli, const cli_arguments *arguments, ikm_document *document,
                        ikm_status status)
{
    if (status == IKM_OK)
        return print_document(cli, arguments, document);
    ikm_document_free(document);
    return library_error(cli, status, &(ikm_error){.offset = -1}, NULL);
}

int instrument_list(const cli_context *cli, const cli_arguments *arguments)
{
    if (print_format(arguments) == FORMAT_JSON)
        return instrument_list_json(cli);
    ikm_document *document;
    ikm_status status = ikm_document_new(&document, cli->lang, word(cli, "CLI_RULES_LIST"), NULL);
    if (status == IKM_OK)
        status = add_list(document, cli);
    if (status == IKM_OK)
        status = add_conventions(document, cli);
    return print_filled(cli, arguments, document, status);
}

int instrument_print(const cli_context *cli, const cli_arguments *arguments, const ikm_rules *rules)
{
    if (print_format(arguments) == FORMAT_JSON)
        return instrument_print_json(cli, rules);
    ikm_document *document;
    ikm_status status = ikm_document_new(&document, cli->lang, ikm_rules_name(rules), NULL);
    if (status == IKM_OK)
        status = add_instrument(document, cli, rules);
    return print_filled(cli, arguments, document, status);
}
