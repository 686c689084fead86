#include "mask.h"

#include "base/mem.h"
#include "fold.h"
#include "personal.h"
#include "rules/rules.h"

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

bool ikmi_shows_as_blank(int32_t point)
{
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_CC: /* line breaks, escapes of a terminal */
    case UTF8PROC_CATEGORY_CF: /* marks that turn the direction of writing */
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    default: return false;
    }
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
    if (ikmi_shows_as_blank(point))
        add(to, " ", 1);
    else
        add(to, at, (size_t)bytes);
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

/* A letter that begins a name: its size, or 0. */
static size_t capital_size(ikm_text text, size_t at)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t bytes =
        utf8proc_iterate((const utf8proc_uint8_t *)text.data + at, (utf8proc_ssize_t)(text.size - at), &point);
    return bytes > 0 && utf8proc_category(point) == UTF8PROC_CATEGORY_LU ? (size_t)bytes : 0;
}

/* "Siti Aminah", "BUDI S., S.Pd", "Hj. Nur'aini-Sari": words of letters, each with its capital; 0: no name. */
static size_t words_of_name(ikm_text text)
{
    size_t words = 0, at = 0;
    while (at < text.size) {
        size_t capital = capital_size(text, at);
        if (!capital)
            return 0;
        for (at += capital; at < text.size && text.data[at] != ' '; at++)
            if ((unsigned char)text.data[at] < 0x80 && strchr("0123456789!\"#$%&()*+/:;<=>?@[\\]^_{|}~", text.data[at]))
                return 0;
        while (at < text.size && text.data[at] == ' ')
            at++;
        words++;
    }
    return words;
}

static bool has_word_of_labels(const ikmi_labels *labels, ikm_text text)
{
    char folded[256];
    size_t size = ikmi_fold(folded, sizeof folded, text);
    for (size_t from = 0, to = 0; from < size; from = to + 1) {
        for (to = from; to < size && folded[to] != ' ';)
            to++;
        if (ikmi_labels_have_word(labels, (ikm_text){folded + from, to - from}))
            return true;
    }
    return false;
}

void ikmi_mask_answer(char *out, size_t size, const ikmi_labels *labels, ikm_text cell)
{
    ikm_text text = ikmi_trim(cell);
    bool name = words_of_name(text) > 1 && !has_word_of_labels(labels, text);
    ikmi_mask(out, size, name ? ikmi_text(hidden) : cell);
}

static bool is_personal_word(ikm_text text)
{
    char folded[256], known[256];
    size_t size = ikmi_fold(folded, sizeof folded, text);
    for (const ikmi_role_word *word = ikmi_role_words; size && word->text; word++)
        if (word->role == IKMI_ROLE_PERSONAL && ikmi_fold(known, sizeof known, ikmi_text(word->text)) == size &&
            !memcmp(folded, known, size))
            return true;
    return false;
}

void ikmi_mask_header(char *out, size_t size, ikm_text header)
{
    const char *colon = memchr(header.data, ':', header.size);
    size_t key = colon ? (size_t)(colon - header.data) : header.size;
    ikm_text value = ikmi_trim((ikm_text){header.data + key + (colon != NULL), header.size - key - (colon != NULL)});
    if (!colon || !words_of_name(value) || !is_personal_word((ikm_text){header.data, key}) || size < key + 8) {
        ikmi_mask(out, size, header);
        return;
    }
    memcpy(out, header.data, key + 1);
    out[key + 1] = ' ';
    memcpy(out + key + 2, hidden, sizeof hidden);
}

bool ikmi_is_personal(ikm_text text)
{
    text = ikmi_trim(text);
    return text.size && ikmi_personal_size(text, 0) == text.size;
}

bool ikmi_is_masked(const char *text)
{
    return strstr(text, hidden) != NULL;
}
