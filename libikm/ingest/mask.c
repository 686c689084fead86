#include "mask.h"

#include "fold.h"
#include "personal.h"

#include <string.h>
#include <utf8proc.h>

static const char hidden[] = "****", replacement[] = "\xEF\xBF\xBD", more[] = "...";

/* What is written, and where it could still be cut to leave room for the dots. */
typedef struct copy {
    char *out;
    size_t room; /* without the NUL */
    size_t used;
    size_t cut; /* the last end of a whole piece after which the dots still fit */
    bool full;
} copy;

static void add(copy *to, const char *bytes, size_t size)
{
    if (to->full || size > to->room - to->used) {
        to->full = true;
        return;
    }
    memcpy(to->out + to->used, bytes, size);
    to->used += size;
    if (to->used + sizeof more - 1 <= to->room)
        to->cut = to->used;
}

/* One character at `at`; returns its bytes. */
static size_t add_character(copy *to, const char *at, size_t size)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)at, (utf8proc_ssize_t)size, &point);
    if (bytes <= 0) {
        add(to, replacement, sizeof replacement - 1);
        return 1;
    }
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_CC: /* line breaks, escapes of a terminal */
    case UTF8PROC_CATEGORY_CF: /* marks that turn the direction of writing */
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: add(to, " ", 1); break;
    default: add(to, at, (size_t)bytes); break;
    }
    return (size_t)bytes;
}

void ikmi_mask(char *out, size_t size, ikm_text text)
{
    if (size == 0)
        return;
    copy to = {.out = out, .room = size - 1};
    for (size_t at = 0; at < text.size && !to.full;) {
        size_t personal = ikmi_personal_size(text, at);
        if (personal)
            add(&to, hidden, sizeof hidden - 1);
        at += personal ? personal : add_character(&to, text.data + at, text.size - at);
    }
    if (to.full) {
        size_t dots = size - 1 - to.cut < sizeof more - 1 ? size - 1 - to.cut : sizeof more - 1;
        memcpy(out + to.cut, more, dots);
        to.used = to.cut + dots;
    }
    out[to.used] = '\0';
}

bool ikmi_is_personal(ikm_text text)
{
    text = ikmi_trim(text);
    return text.size && ikmi_personal_size(text, 0) == text.size;
}
