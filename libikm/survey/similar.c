/* Names of groups that are probably one: they differ only in case, blanks, punctuation or a leading word. */
#include "similar.h"

#include "base/mem.h"
#include "ingest/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { FOLDED_SIZE = 96 };

/* A name as it is compared: in full, and once more without its first word. */
typedef struct name {
    char folded[FOLDED_SIZE];
    const char *value;
    bool shortened;
} name;

static int by_folded(const void *a, const void *b)
{
    const name *left = a, *right = b;
    int order = strcmp(left->folded, right->folded);
    return order ? order : strcmp(left->value, right->value);
}

static size_t add_name(name *to, const char *value)
{
    ikm_text text = {value, strlen(value)};
    to->value = value;
    to->shortened = false;
    if (ikmi_fold(to->folded, sizeof to->folded, text) == 0)
        return 0;
    const char *second = strchr(to->folded, ' ');
    if (!second)
        return 1;
    to[1].value = value;
    to[1].shortened = true;
    strcpy(to[1].folded, second + 1);
    return 2;
}

/* Distinct values of one key column, as sorted names. NULL: refused memory. */
static name *collect(const ikm_tally *tally, size_t key, const ikm_mem *mem, size_t *count_out)
{
    size_t groups = ikm_tally_group_count(tally), count = 0;
    name *names = ikmi_alloc_zero(mem, 2 * groups, sizeof *names);
    if (!names)
        return NULL;
    for (size_t g = 0; g < groups; g++)
        count += add_name(&names[count], ikm_tally_key(tally, (uint32_t)g, key));
    qsort(names, count, sizeof *names, by_folded);
    *count_out = count;
    return names;
}

static bool are_similar(const name *a, const name *b)
{
    return !strcmp(a->folded, b->folded) && strcmp(a->value, b->value) != 0 && !(a->shortened && b->shortened);
}

ikm_status ikmi_similar_each(const ikm_tally *tally, const ikm_mem *mem, ikmi_similar_fn fn, void *ctx)
{
    bool more = true;
    for (size_t key = 0; more && key < ikm_tally_key_count(tally); key++) {
        size_t count;
        name *names = collect(tally, key, mem, &count);
        if (!names)
            return IKM_ERR_NOMEM;
        for (size_t i = 1; more && i < count; i++)
            if (are_similar(&names[i - 1], &names[i]))
                more = fn(ctx, key, names[i - 1].value, names[i].value);
        ikmi_release(mem, names);
    }
    return IKM_OK;
}

typedef struct listing {
    ikmi_buffer *out;
    int told;
} listing;

static bool list_pair(void *ctx, size_t key, const char *one, const char *other)
{
    listing *l = ctx;
    (void)key;
    ikmi_buffer_add_string(l->out, l->told++ ? "; \"" : "\"");
    ikmi_buffer_add_string(l->out, one);
    ikmi_buffer_add_string(l->out, "\" ~ \"");
    ikmi_buffer_add_string(l->out, other);
    ikmi_buffer_add_string(l->out, "\"");
    return l->told < IKMI_SIMILAR_TOLD;
}

ikm_status ikmi_similar_names(ikmi_buffer *out, const ikm_tally *tally, const ikm_mem *mem)
{
    listing l = {out, 0};
    ikm_status status = ikmi_similar_each(tally, mem, list_pair, &l);
    return status == IKM_OK ? out->status : status;
}
