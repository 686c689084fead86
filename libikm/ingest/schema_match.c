/* A schema against the columns of a dump. */
#include "schema.h"

#include "base/mem.h"
#include "fold.h"

#include <string.h>

ikm_dialect ikmi_schema_dialect(const ikmi_schema *schema, const ikm_dialect *told)
{
    ikm_dialect d = *told;
    if (!schema)
        return d;
    const ikm_dialect *s = &schema->dialect;
    d.delimiter = d.delimiter ? d.delimiter : s->delimiter;
    /* an escape belongs to its quotes */
    d.escape = d.escape || (d.quote && d.quote != s->quote) ? d.escape : s->escape;
    d.quote = d.quote ? d.quote : s->quote;
    d.encoding = d.encoding ? d.encoding : s->encoding;
    /* and a number of rows to its line */
    d.header_rows =
        d.header_rows || (d.header_line && d.header_line != s->header_line) ? d.header_rows : s->header_rows;
    d.header_line = d.header_line ? d.header_line : s->header_line;
    return d;
}

/* A header of the dump in the two forms in which it may be met. */
typedef struct name {
    char *tidy;
    char *folded;
} name;

static void names_free(name *names, size_t count, const ikm_mem *mem)
{
    for (size_t i = 0; names && i < count; i++) {
        ikmi_release(mem, names[i].tidy);
        ikmi_release(mem, names[i].folded);
    }
    ikmi_release(mem, names);
}

static char *folded_copy(const char *text, const ikm_mem *mem)
{
    size_t size = 4 * strlen(text) + 1;
    char *out = ikmi_alloc(mem, size);
    if (out)
        ikmi_fold(out, size, ikmi_text(text));
    return out;
}

static name *names_of(const ikm_text *headers, size_t count, const ikm_mem *mem)
{
    name *names = ikmi_alloc_zero(mem, count, sizeof *names);
    for (size_t i = 0; names && i < count; i++) {
        names[i].tidy = ikmi_header_tidy(headers[i], mem);
        names[i].folded = names[i].tidy ? folded_copy(names[i].tidy, mem) : NULL;
        if (!names[i].folded) {
            names_free(names, count, mem);
            return NULL;
        }
    }
    return names;
}

/* The first column from `hint` on, then from the front, of this name that nothing was told of yet; -1: none. */
static int find(const name *names, const ikmi_told_column *told, size_t count, size_t hint, const char *header,
                const char *folded)
{
    for (int exact = 1; exact >= 0; exact--)
        for (size_t i = 0; i <= count; i++) {
            size_t at = i == 0 ? hint : i - 1;
            if (at < count && !told[at].told &&
                (exact ? !strcmp(names[at].tidy, header) : *folded && !strcmp(names[at].folded, folded)))
                return (int)at;
        }
    return -1;
}

/* Where a header stands several times its place in the schema says nothing, so the hint is none. */
static bool is_repeated(const ikmi_schema *schema, size_t column)
{
    for (size_t i = 0; i < schema->column_count; i++)
        if (i != column && !strcmp(schema->columns[i].header, schema->columns[column].header))
            return true;
    return false;
}

ikm_status ikmi_schema_match(ikmi_told_column *told, int *missing_out, const ikmi_schema *schema,
                             const ikm_text *headers, size_t count)
{
    name *names = names_of(headers, count, schema->mem);
    ikm_status status = names ? IKM_OK : IKM_ERR_NOMEM;
    *missing_out = -1;
    for (size_t i = 0; status == IKM_OK && *missing_out < 0 && i < schema->column_count; i++) {
        char *folded = folded_copy(schema->columns[i].header, schema->mem);
        if (!folded) {
            status = IKM_ERR_NOMEM;
            break;
        }
        size_t hint = is_repeated(schema, i) ? count : i;
        int at = find(names, told, count, hint, schema->columns[i].header, folded);
        if (at < 0)
            *missing_out = (int)i;
        else
            told[at] = schema->columns[i].told;
        ikmi_release(schema->mem, folded);
    }
    names_free(names, count, schema->mem);
    return status;
}
