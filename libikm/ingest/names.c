#include "names.h"

#include "meaning.h"

#include <string.h>

ikm_status ikmi_names_make(ikmi_names *out, const ikm_rules *rules, const ikm_mem *mem)
{
    out->numbered = false;
    ikmi_buffer_init(&out->others, mem);
    return ikmi_lexicon_make(&out->lexicon, rules, mem);
}

void ikmi_names_done(ikmi_names *names)
{
    ikmi_lexicon_done(&names->lexicon);
    ikmi_buffer_done(&names->others);
}

void ikmi_names_leave_out(ikmi_names *names, ikm_text text)
{
    ikmi_buffer_add(&names->others, text.data, text.size);
    ikmi_buffer_add_char(&names->others, '\0');
}

static bool is_left_out(const ikmi_names *names, ikm_text text)
{
    const char *at = names->others.data, *end = at ? at + names->others.size : at;
    while (at < end) {
        size_t size = strlen(at);
        if (size == text.size && !memcmp(at, text.data, size))
            return true;
        at += size + 1;
    }
    return false;
}

/* The one element of a set; -1 for none or several. */
static int only(ikmi_elements set)
{
    int element = 0;
    if (!set || (set & (set - 1)))
        return IKMI_NAME_UNKNOWN;
    while (!(set >> element & 1))
        element++;
    return element;
}

ikmi_name ikmi_names_find(const ikmi_names *names, ikm_text text)
{
    ikmi_meaning m;
    if (is_left_out(names, text))
        return (ikmi_name){IKMI_NAME_OTHER, "", false};
    ikmi_meaning_find(&m, &names->lexicon, text);
    if (m.exact)
        return (ikmi_name){only(m.exact), m.by, true};
    if (m.family.bare)
        return names->numbered ? (ikmi_name){ikmi_lexicon_numbered(&names->lexicon, m.family.number), "number", true}
                               : (ikmi_name){IKMI_NAME_UNKNOWN, "", false};
    if (m.role != IKMI_ROLE_OTHER)
        return (ikmi_name){IKMI_NAME_OTHER, "", false};
    return (ikmi_name){only(m.within ? m.within : m.near), "name", false};
}
