/* What a value must look like, and what to say when it does not: what was found and what was expected. */
#include "message.h"
#include "option.h"

#include "ikm/rules.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN_SIZE = 80, WEIGHT_PLACES_MAX = 9 };

static int wrong(const cli_context *cli, const cli_given *given, const char *name, const char *expected,
                 const char *more)
{
    char option[64];
    snprintf(option, sizeof option, "--%s", given->option->name);
    return usage_error(cli, name, WITH(option, given->text, expected, more));
}

static int choice(cli_given *out, const cli_context *cli)
{
    const char *const *choices = out->option->choices;
    for (int64_t i = 0; choices[i]; i++) {
        if (!strcmp(choices[i], out->text)) {
            out->number = i;
            return EXIT_DONE;
        }
    }
    char all[256] = "";
    for (size_t i = 0, used = 0; choices[i] && used < sizeof all; i++)
        used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", i ? ", " : "", choices[i]);
    return wrong(cli, out, "CLI_VALUE_CHOICE", all, "");
}

/* A whole number, digits alone; -1 if it is none or has more than 18 of them. */
static int64_t whole_number(const char *text)
{
    size_t size = strspn(text, "0123456789");
    if (!size || text[size] || size > 18)
        return -1;
    int64_t value = 0;
    for (; *text; text++)
        value = value * 10 + (*text - '0');
    return value;
}

static int count(cli_given *out, const cli_context *cli)
{
    int64_t value = whole_number(out->text);
    if (value >= 0 && value >= out->option->least && value <= out->option->most) {
        out->number = value;
        return EXIT_DONE;
    }
    char least[24], most[24];
    snprintf(least, sizeof least, "%" PRId64, out->option->least);
    snprintf(most, sizeof most, "%" PRId64, out->option->most);
    return wrong(cli, out, "CLI_VALUE_COUNT", least, most);
}

static int places(cli_given *out, const cli_context *cli)
{
    bool may_be_none = out->option->least == IKM_ROUND_NONE;
    int64_t value = whole_number(out->text);
    if (may_be_none && !strcmp(out->text, "none"))
        out->number = IKM_ROUND_NONE;
    else if (value >= 0 && value <= out->option->most)
        out->number = value;
    else {
        char most[24];
        snprintf(most, sizeof most, "%" PRId64, out->option->most);
        return wrong(cli, out, may_be_none ? "CLI_VALUE_PLACES_OR_NONE" : "CLI_VALUE_PLACES", most, "");
    }
    return EXIT_DONE;
}

static bool is_decimal(const char *text, size_t size, int places_max)
{
    ikm_decimal value;
    ikm_text whole = {text, size};
    return size > 0 && text[0] >= '0' && text[0] <= '9' && ikm_decimal_read(&value, whole) == IKM_OK &&
           value.places <= places_max;
}

static int decimal(cli_given *out, const cli_context *cli)
{
    if (is_decimal(out->text, strlen(out->text), 6))
        return EXIT_DONE;
    return wrong(cli, out, strchr(out->text, ',') ? "CLI_VALUE_DECIMAL_COMMA" : "CLI_VALUE_DECIMAL", "", "");
}

/* "0,111" is one weight with a decimal comma; as a list its first weight would be nothing. */
static bool has_decimal_comma(const char *text)
{
    return text[0] == '0' && text[1] == ',' && text[2] && !text[2 + strspn(text + 2, "0123456789")];
}

static int weight(cli_given *out, const cli_context *cli)
{
    if (!strcmp(out->text, "exact"))
        return EXIT_DONE;
    if (has_decimal_comma(out->text)) {
        char point[SHOWN_SIZE];
        snprintf(point, sizeof point, "0.%s", out->text + 2);
        return wrong(cli, out, "CLI_VALUE_WEIGHT_COMMA", point, "");
    }
    for (const char *at = out->text;; at++) {
        size_t size = strcspn(at, ",");
        if (!is_decimal(at, size, WEIGHT_PLACES_MAX))
            return wrong(cli, out, "CLI_VALUE_WEIGHT", "", "");
        at += size;
        if (!*at)
            return EXIT_DONE;
    }
}

static int share(cli_given *out, const cli_context *cli)
{
    size_t size = strlen(out->text);
    bool percent = size > 0 && out->text[size - 1] == '%';
    if (percent ? is_decimal(out->text, size - 1, 6) : whole_number(out->text) >= 0)
        return EXIT_DONE;
    return wrong(cli, out, "CLI_VALUE_SHARE", "", "");
}

static int delimiter(cli_given *out, const cli_context *cli)
{
    static const struct {
        const char *name;
        char character;
    } names[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}, {",", ','},
                 {";", ';'},     {"\t", '\t'},       {"|", '|'},    {"\\t", '\t'}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!strcmp(names[i].name, out->text)) {
            out->number = names[i].character;
            return EXIT_DONE;
        }
    }
    return wrong(cli, out, "CLI_VALUE_DELIMITER", "", "");
}

int option_value(cli_given *out, const cli_context *cli)
{
    if (!out->text[0])
        return wrong(cli, out, "CLI_VALUE_EMPTY", "", "");
    switch (out->option->kind) {
    case KIND_FLAG:
    case KIND_TEXT:
    case KIND_FILE: return EXIT_DONE;
    case KIND_CHOICE: return choice(out, cli);
    case KIND_COUNT: return count(out, cli);
    case KIND_PLACES: return places(out, cli);
    case KIND_DECIMAL: return decimal(out, cli);
    case KIND_WEIGHT: return weight(out, cli);
    case KIND_SHARE: return share(out, cli);
    case KIND_DELIMITER: return delimiter(out, cli);
    }
    return EXIT_DONE;
}
