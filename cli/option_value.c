/* What a value must look like, and what to say when it does not: what was found and what was expected. */
#include "message.h"
#include "option.h"

#include "ikm/rules.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

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

/* A sign of ASCII that is no letter and no digit; 0 if it is none, or not alone. */
static char sign(const char *text)
{
    return text[0] && !text[1] && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", text[0]) ? text[0] : '\0';
}

static int character(cli_given *out, const cli_context *cli)
{
    out->number = sign(out->text);
    return out->number ? EXIT_DONE : wrong(cli, out, "CLI_VALUE_CHARACTER", "", "");
}

static int delimiter(cli_given *out, const cli_context *cli)
{
    static const struct {
        const char *name;
        char character;
    } names[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}, {"colon", ':'},
                 {"space", ' '}, {" ", ' '},         {"\t", '\t'},  {"\\t", '\t'}};
    out->number = sign(out->text);
    for (size_t i = 0; !out->number && i < sizeof names / sizeof names[0]; i++)
        if (!strcmp(names[i].name, out->text))
            out->number = names[i].character;
    return out->number ? EXIT_DONE : wrong(cli, out, "CLI_VALUE_DELIMITER", "", "");
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
    case KIND_CHARACTER: return character(out, cli);
    case KIND_DELIMITER: return delimiter(out, cli);
    }
    return EXIT_DONE;
}
