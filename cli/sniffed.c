#include "sniffed.h"

#include "message.h"
#include "print.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A character as people know it. */
static const char *shown(char out[8], const cli_context *cli, char c)
{
    static const struct {
        char character;
        const char *word;
    } named[] = {
        {'\t', "INGEST_TAB"}, {' ', "INGEST_SPACE"}, {'\0', "CLI_SNIFF_NONE"}, {IKM_QUOTE_NONE, "CLI_SNIFF_NONE"}};
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (named[i].character == c)
            return word(cli, named[i].word);
    snprintf(out, 8, "%c", c);
    return out;
}

static const char *newline_word(const char *newline)
{
    return !strcmp(newline, "crlf") ? "CRLF" : !strcmp(newline, "cr") ? "CR" : "LF";
}

static ikm_status add_fact(ikm_document *document, const cli_context *cli, const char *name, const char *value)
{
    const ikm_cell cells[] = {text_cell(word(cli, name)), text_cell(value)};
    return ikm_document_row(document, cells, 2);
}

static ikm_status add_number(ikm_document *document, const cli_context *cli, const char *name, int64_t value)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, value);
    return add_fact(document, cli, name, text);
}

static ikm_status add_dialect(ikm_document *document, const cli_context *cli, const ikm_sniff *sniff)
{
    const ikm_found_dialect *d = ikm_sniff_dialect(sniff);
    const ikm_column columns[] = {{word(cli, "CLI_SNIFF_FACT"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_SNIFF_FOUND"), IKM_CELL_TEXT, 0, NULL}};
    const ikm_table table = {.title = word(cli, "CLI_SNIFF_DIALECT"), .columns = columns, .column_count = 2};
    char character[8], confidence[16];
    ikm_status status = ikm_document_table(document, &table);
    if (status == IKM_OK)
        status = add_fact(document, cli, "CLI_SNIFF_ENCODING", d->encoding);
    if (status == IKM_OK && d->delimiter) {
        status = add_fact(document, cli, "CLI_SNIFF_DELIMITER", shown(character, cli, d->delimiter));
        if (status == IKM_OK)
            status = add_fact(document, cli, "CLI_SNIFF_QUOTE", shown(character, cli, d->quote));
        if (status == IKM_OK)
            status = add_fact(document, cli, "CLI_SNIFF_ESCAPE", shown(character, cli, d->escape));
        if (status == IKM_OK)
            status = add_fact(document, cli, "CLI_SNIFF_NEWLINE", newline_word(d->newline));
    }
    if (status == IKM_OK)
        status = add_fact(document, cli, "CLI_SNIFF_DECIMAL", shown(character, cli, d->decimal));
    if (status == IKM_OK)
        status = add_number(document, cli, "CLI_SNIFF_HEADER_LINE", d->header_line);
    if (status == IKM_OK)
        status = add_number(document, cli, "CLI_SNIFF_HEADER_ROWS", d->header_rows);
    if (status == IKM_OK)
        status = add_number(document, cli, "CLI_SNIFF_DATA_LINE", d->data_line);
    if (status == IKM_OK)
        status = add_fact(document, cli, "CLI_SNIFF_SHAPE", *d->shape ? d->shape : word(cli, "CLI_SNIFF_NO_SURVEY"));
    snprintf(confidence, sizeof confidence, "%d%%", (int)d->confidence);
    return status == IKM_OK ? add_fact(document, cli, "CLI_SNIFF_CONFIDENCE", confidence) : status;
}

static ikm_status add_considered(ikm_document *document, const cli_context *cli, const ikm_sniff *sniff)
{
    const ikm_column columns[] = {{word(cli, "CLI_SNIFF_DELIMITER"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_SNIFF_QUOTE"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_SNIFF_FIELDS"), IKM_CELL_NUMBER, 0, NULL},
                                  {word(cli, "CLI_SNIFF_REGULAR"), IKM_CELL_NUMBER, 0, NULL},
                                  {word(cli, "CLI_SNIFF_RECORDS"), IKM_CELL_NUMBER, 0, NULL},
                                  {word(cli, "CLI_SNIFF_FIT"), IKM_CELL_NUMBER, 0, NULL}};
    const ikm_table table = {.title = word(cli, "CLI_SNIFF_CONSIDERED"), .columns = columns, .column_count = 6};
    ikm_considered c;
    if (!ikm_sniff_considered_count(sniff))
        return IKM_OK;
    ikm_status status = ikm_document_table(document, &table);
    for (size_t i = 0; status == IKM_OK && ikm_sniff_considered(sniff, i, &c); i++) {
        char delimiter[8], quote[8];
        const ikm_cell cells[] = {text_cell(shown(delimiter, cli, c.delimiter)),
                                  text_cell(shown(quote, cli, c.quote)),
                                  count_cell(c.fields),
                                  count_cell(c.regular),
                                  count_cell(c.records),
                                  count_cell(c.fit)};
        status = ikm_document_row(document, cells, 6);
    }
    return status;
}

/* The word for a role or a reason; the name itself where there is none. */
static const char *named(const cli_context *cli, const char *name)
{
    static const struct {
        const char *name, *word;
    } words[] = {
        {"service", "FORMS_ROLE_SERVICE"},
        {"unit", "FORMS_ROLE_UNIT"},
        {"time", "FORMS_ROLE_TIME"},
        {"gender", "FORMS_ROLE_GENDER"},
        {"age", "FORMS_ROLE_AGE"},
        {"education", "FORMS_ROLE_EDUCATION"},
        {"occupation", "FORMS_ROLE_OCCUPATION"},
        {"respondent", "FORMS_ROLE_RESPONDENT"},
        {"personal", "FORMS_ROLE_PERSONAL"},
        {"free-text", "FORMS_ROLE_FREE_TEXT"},
        {"question", "FORMS_ROLE_QUESTION"},
        {"answer", "FORMS_ROLE_ANSWER"},
        {"count", "FORMS_ROLE_COUNT"},
        {"other", "FORMS_ROLE_OTHER"},
        {"code", "CLI_SNIFF_BY_CODE"},
        {"name", "CLI_SNIFF_BY_NAME"},
        {"question", "CLI_SNIFF_BY_QUESTION"},
        {"number", "CLI_SNIFF_BY_NUMBER"},
        {"header", "CLI_SNIFF_BY_HEADER"},
        {"likeness", "CLI_SNIFF_BY_LIKENESS"},
        {"schema", "CLI_SNIFF_BY_SCHEMA"},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (!strcmp(words[i].name, name))
            return word(cli, words[i].word);
    return name;
}

static ikm_status add_columns(ikm_document *document, const cli_context *cli, const ikm_sniff *sniff)
{
    const ikm_column columns[] = {{word(cli, "CLI_SNIFF_COLUMN"), IKM_CELL_NUMBER, 0, NULL},
                                  {word(cli, "CLI_SNIFF_HEADER"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_SNIFF_ROLE"), IKM_CELL_TEXT, 0, NULL},
                                  {word(cli, "CLI_SNIFF_REASON"), IKM_CELL_TEXT, 0, NULL}};
    const ikm_table table = {.title = word(cli, "CLI_SNIFF_COLUMNS"), .columns = columns, .column_count = 4};
    ikm_found_column c;
    ikm_status status = ikm_document_table(document, &table);
    for (size_t i = 0; status == IKM_OK && ikm_sniff_column(sniff, i, &c); i++) {
        const ikm_cell cells[] = {count_cell(c.column), text_cell(c.header),
                                  text_cell(c.element ? c.element : named(cli, c.role)), text_cell(named(cli, c.by))};
        status = ikm_document_row(document, cells, 4);
    }
    return status;
}

ikm_status sniffed_document(ikm_document **out, const cli_context *cli, const ikm_sniff *sniff)
{
    ikm_status status = ikm_document_new(out, cli->lang, word(cli, "CLI_SNIFF_TITLE"), NULL);
    if (status != IKM_OK)
        return status;
    status = ikm_document_heading(*out, 1, ikm_sniff_name(sniff));
    if (status == IKM_OK)
        status = add_dialect(*out, cli, sniff);
    if (status == IKM_OK)
        status = add_considered(*out, cli, sniff);
    if (status == IKM_OK)
        status = add_columns(*out, cli, sniff);
    for (size_t i = 0; status == IKM_OK && i < ikm_sniff_note_count(sniff); i++)
        status = ikm_document_note(*out, ikm_sniff_note(sniff, i));
    if (status != IKM_OK) {
        ikm_document_free(*out);
        *out = NULL;
    }
    return status;
}
