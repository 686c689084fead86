#include "asked.h"

#include "base/mem.h"
#include "base/words.h"
#include "ingest/mask.h"

#include <stdio.h>
#include <string.h>

/* The headers of a dump, for a message. */
static void list_headers(char *out, size_t size, const ikmi_columns *columns)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < columns->count; i++) {
        char header[80];
        ikmi_mask(header, sizeof header, ikmi_text(columns->columns[i].header));
        size_t length = strlen(header);
        if (!length)
            continue;
        if (used + length + 6 > size) {
            memcpy(out + used, " ...", 5);
            return;
        }
        if (used) {
            memcpy(out + used, ", ", 2);
            used += 2;
        }
        memcpy(out + used, header, length + 1);
        used += length;
    }
}

static ikm_status fail(const ikmi_dump *dump, ikmi_word what, const char *word, const char *more, const char *option,
                       ikm_error *err)
{
    return ikmi_fail(err, IKM_ERR_UNKNOWN, dump->options.lang, what,
                     IKMI_SAY(ikmi_source_name(dump->grid.source), word, option, more));
}

static ikm_status missing(const ikmi_dump *dump, ikmi_word what, const char *word, const char *option, ikm_error *err)
{
    char headers[150];
    list_headers(headers, sizeof headers, &dump->columns);
    return fail(dump, what, word, headers, option, err);
}

/* What stands behind "periode:"; NULL: the word asks for no period. */
static const char *period_of(const char *word)
{
    static const char *const prefixes[] = {"periode:", "period:"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (!strncmp(word, prefixes[i], strlen(prefixes[i])))
            return word + strlen(prefixes[i]);
    return NULL;
}

bool ikmi_asked_is_period(const char *word)
{
    return period_of(word) != NULL;
}

/* "3 (\"layanan\")" */
static void show_column(char *out, size_t size, const ikmi_columns *columns, int column)
{
    char header[80];
    ikmi_mask(header, sizeof header, ikmi_text(columns->columns[column].header));
    snprintf(out, size, "%d (\"%s\")", column + 1, header);
}

/* The column is there: may it be used? */
static ikm_status check_column(const ikmi_dump *dump, int column, int other, const char *word, const char *option,
                               ikm_error *err)
{
    const ikmi_columns *columns = &dump->columns;
    const ikmi_line_columns *line = &columns->line;
    char first[100], second[100];
    if (other >= 0) {
        show_column(first, sizeof first, columns, column);
        show_column(second, sizeof second, columns, other);
        return ikmi_fail(err, IKM_ERR_ARGUMENT, dump->options.lang, IKMI_WORD_SURVEY_TWO_COLUMNS,
                         IKMI_SAY(ikmi_source_name(dump->grid.source), word, option, first, second));
    }
    if (columns->shape != IKMI_SHAPE_WIDE &&
        (column == line->element || column == line->value || column == line->count))
        return fail(dump, IKMI_WORD_SURVEY_COLUMN_OF_ANSWERS, word, "", option, err);
    return IKM_OK;
}

bool ikmi_asked_is_personal(const ikmi_asked *asked, const ikmi_dump *dump)
{
    if (asked->column < 0)
        return false;
    ikmi_role role = dump->columns.columns[asked->column].role;
    return role == IKMI_ROLE_PERSONAL || role == IKMI_ROLE_FREE_TEXT;
}

ikm_status ikmi_asked_find_key(ikmi_asked *out, const ikmi_dump *dump, const char *word, ikm_error *err)
{
    ikm_status status = ikmi_asked_find(out, dump, word, "--by", err);
    if (status != IKM_OK || !ikmi_asked_is_personal(out, dump))
        return status;
    return fail(dump, IKMI_WORD_SURVEY_PERSONAL_KEY, word, "", "--by", err);
}

ikm_status ikmi_asked_find(ikmi_asked *out, const ikmi_dump *dump, const char *word, const char *option, ikm_error *err)
{
    const ikmi_columns *columns = &dump->columns;
    const char *period = period_of(word);
    int other = -1;
    *out = (ikmi_asked){.column = -1};
    if (period) {
        if (!ikmi_period_named(&out->period, ikmi_text(period)))
            return fail(dump, IKMI_WORD_SURVEY_NO_SUCH_PERIOD, word, "", option, err);
        if (ikmi_columns_of_role(columns, IKMI_ROLE_TIME) >= 0)
            return IKM_OK;
    } else {
        out->column = ikmi_columns_find(columns, word, &other);
        if (out->column >= 0)
            return check_column(dump, out->column, other, word, option, err);
    }
    return missing(dump, period ? IKMI_WORD_SURVEY_NO_TIME : IKMI_WORD_SURVEY_NO_SUCH_COLUMN, word, option, err);
}

ikm_status ikmi_asked_no_time(const ikmi_dump *dump, const char *word, const char *option, ikm_error *err)
{
    return missing(dump, IKMI_WORD_SURVEY_NO_TIME, word, option, err);
}
