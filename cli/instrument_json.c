/* Instruments as JSON: one in the form that ikm_rules_read() takes back, and the list of those built in. */
#include "instrument.h"

#include <inttypes.h>
#include <stdio.h>

static void put_member(cli_page *page, const char *indent, const char *name, const char *text)
{
    page_put(page, indent);
    print_json_string(page, name);
    page_put(page, ": ");
    print_json_string(page, text);
}

static void put_number(cli_page *page, const char *name, int64_t number)
{
    char text[64];
    snprintf(text, sizeof text, ",\n  \"%s\": %" PRId64, name, number);
    page_put(page, text);
}

static void put_element(cli_page *page, const ikm_rules *rules, size_t element)
{
    page_put(page, element ? ",\n    {" : "\n    {");
    put_member(page, "", "code", ikm_rules_element_code(rules, element));
    put_member(page, ", ", "name", ikm_rules_element_name(rules, element));
    if (*ikm_rules_element_question(rules, element))
        put_member(page, ",\n     ", "question", ikm_rules_element_question(rules, element));
    if (*ikm_rules_element_label(rules, element, 1)) {
        page_put(page, ",\n     \"labels\": [");
        for (int score = 1; score <= ikm_rules_scale(rules); score++) {
            page_put(page, score > 1 ? ", " : "");
            print_json_string(page, ikm_rules_element_label(rules, element, score));
        }
        page_put(page, "]");
    }
    page_put(page, "}");
}

static void put_band(cli_page *page, const ikm_rules *rules, int band)
{
    ikm_decimal lower = ikm_rules_band_lower(rules, band);
    char text[24] = "";
    if (ikm_decimal_write(text, sizeof text, lower, '.') != IKM_OK)
        return; /* two places of what stands between 0 and 100 always fit */
    page_put(page, band > 1 ? ",\n    {" : "\n    {");
    put_member(page, "", "grade", ikm_rules_band_grade(rules, band));
    put_member(page, ", ", "performance", ikm_rules_band_performance(rules, band));
    put_member(page, ", ", "lower", text);
    page_put(page, "}");
}

int instrument_print_json(const cli_context *cli, const ikm_rules *rules)
{
    cli_page page;
    int status = page_new(&page, cli);
    if (status != EXIT_DONE)
        return status;
    put_member(&page, "{\n  ", "name", ikm_rules_name(rules));
    put_member(&page, ",\n  ", "title", ikm_rules_title(rules));
    put_number(&page, "scale", ikm_rules_scale(rules));
    put_member(&page, ",\n  ", "weight", ikm_rules_weight(rules));
    page_put(&page, ",\n  \"elements\": [");
    for (size_t i = 0; i < ikm_rules_element_count(rules); i++)
        put_element(&page, rules, i);
    page_put(&page, "\n  ],\n  \"bands\": [");
    for (int band = 1; band <= ikm_rules_band_count(rules); band++)
        put_band(&page, rules, band);
    page_put(&page, "\n  ]\n}\n");
    return page_finish(&page);
}

int instrument_list_json(const cli_context *cli)
{
    cli_page page;
    int status = page_new(&page, cli);
    if (status != EXIT_DONE)
        return status;
    page_put(&page, "{\n  \"format\": \"ikm.rules/1\",\n  \"version\": ");
    print_json_string(&page, ikm_version());
    page_put(&page, ",\n  \"regulations\": [");
    for (size_t i = 0; i < ikm_rules_count(); i++) {
        const ikm_rules *rules = ikm_rules_at(i);
        char counts[96];
        page_put(&page, i ? ",\n    {" : "\n    {");
        put_member(&page, "", "name", ikm_rules_name(rules));
        put_member(&page, ", ", "title", ikm_rules_title(rules));
        snprintf(counts, sizeof counts, ",\n     \"elements\": %zu, \"scale\": %d", ikm_rules_element_count(rules),
                 ikm_rules_scale(rules));
        page_put(&page, counts);
        put_member(&page, ", ", "weight", ikm_rules_weight(rules));
        page_put(&page, "}");
    }
    page_put(&page, "\n  ]\n}\n");
    return page_finish(&page);
}
