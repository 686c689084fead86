/* The door of ikm_rules_read(). */
#include "instrument.h"
#include "own.h"

static ikm_status fill(void *object, ikmi_reading *reading, const json_t *json)
{
    return ikmi_read_instrument(object, reading, json);
}

/*
 * Each text and each key stands in the JSON with two quotes, so copies with a NUL
 * take no more than the JSON; an entry of an array of texts takes four bytes of it
 * and 8 here, one of a table of aliases six and 16. What does not depend on the
 * JSON has its limits.
 */
enum { LISTS_MAX = 2 * IKM_ELEMENTS_MAX + 4, LIST_EXTRA = sizeof(ikmi_label_alias) + 16 };

static const ikmi_own_kind kind = {
    .size = sizeof(ikm_rules),
    .own_offset = offsetof(ikm_rules, own),
    .parts_size = IKM_ELEMENTS_MAX * sizeof(ikmi_element) + IKM_BANDS_MAX * sizeof(ikmi_band) + IKMI_WEIGHT_TEXT_SIZE +
                  LISTS_MAX * LIST_EXTRA,
    .per_byte = 4,
    .fill = fill,
};

ikm_status ikm_rules_read(ikm_rules **out, ikm_text json, ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    void *read = NULL;
    if (!out)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_status status = ikmi_own_read(&read, &kind, json, lang, mem, err);
    *out = read;
    return status;
}

void ikm_rules_free(ikm_rules *rules)
{
    if (rules)
        ikmi_own_free(&rules->own);
}
