#include "asked.h"

#include "base/mem.h"
#include "base/words.h"

#include <string.h>

/* The headers of a dump, for a message: personal columns are not named by their content, only by their header. */
static void list_headers(char *out, size_t size, const ikmi_columns *columns)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < columns->count; i++) {
        const char *header = columns->columns[i].header;
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

ikm_status ikmi_asked_find(ikmi_asked *out, const ikmi_dump *dump, const char *word, const char *option, ikm_error *err)
{
    const ikmi_columns *columns = &dump->columns;
    const ikmi_line_columns *line = &columns->line;
    const char *period = period_of(word);
    *out = (ikmi_asked){.column = -1};
    if (period) {
        if (!ikmi_period_named(&out->period, ikmi_text(period)))
            return fail(dump, IKMI_WORD_SURVEY_NO_SUCH_PERIOD, word, "", option, err);
        if (ikmi_columns_of_role(columns, IKMI_ROLE_TIME) >= 0)
            return IKM_OK;
    } else {
        out->column = ikmi_columns_find(columns, word);
        if (out->column >= 0 && columns->shape != IKMI_SHAPE_WIDE &&
            (out->column == line->element || out->column == line->value || out->column == line->count))
            return fail(dump, IKMI_WORD_SURVEY_COLUMN_OF_ANSWERS, word, "", option, err);
        if (out->column >= 0)
            return IKM_OK;
    }
    return missing(dump, period ? IKMI_WORD_SURVEY_NO_TIME : IKMI_WORD_SURVEY_NO_SUCH_COLUMN, word, option, err);
}

ikm_status ikmi_asked_no_time(const ikmi_dump *dump, const char *word, const char *option, ikm_error *err)
{
    return missing(dump, IKMI_WORD_SURVEY_NO_TIME, word, option, err);
}
