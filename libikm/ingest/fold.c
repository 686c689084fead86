#include "fold.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

/* A word longer than this is folded in pieces: only a composed letter across the seam would differ. */
enum { WORD_BYTES = 192, WORD_POINTS = 1024 };

typedef struct writer {
    char *out;
    size_t room; /* without the NUL */
    size_t used;
    bool gap;  /* a blank is due before the next letter */
    bool full; /* something did not fit */
} writer;

static void put(writer *to, const void *bytes, size_t size)
{
    size_t need = size + (to->gap && to->used > 0);
    if (to->full || need > to->room - to->used) {
        to->full = true;
        return;
    }
    if (need > size)
        to->out[to->used++] = ' ';
    memcpy(to->out + to->used, bytes, size);
    to->used += size;
    to->gap = false;
}

/* 0 for what separates words, the lower-case letter or the digit for the rest of ASCII. */
static const char ascii_folded[128] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8',
    ['9'] = '9', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h',
    ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q',
    ['r'] = 'r', ['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
    ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i',
    ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r',
    ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z',
};

static void put_ascii(writer *to, const char *word, size_t size)
{
    size_t gap = to->gap && to->used > 0, room = to->room - to->used;
    if (room <= gap) {
        to->full = true;
        return;
    }
    if (gap)
        to->out[to->used++] = ' ';
    to->gap = false;
    to->full = size > room - gap;
    size_t take = to->full ? room - gap : size;
    for (size_t i = 0; i < take; i++)
        to->out[to->used++] = ascii_folded[(unsigned char)word[i]];
}

/* Bytes of the character at `at`; 0 for what is no UTF-8. */
static size_t character_size(const char *at, const char *end)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)at, end - at, &point);
    return size > 0 ? (size_t)size : 0;
}

/*
 * The end of the word that begins at `at`: letters and digits of ASCII and all
 * beyond ASCII (which may turn out to be punctuation when it is decomposed).
 */
static const char *word_end(const char *at, const char *end, bool *ascii_out)
{
    const char *start = at;
    *ascii_out = true;
    while (at < end && at - start < WORD_BYTES) {
        unsigned char c = (unsigned char)*at;
        if (c < 128) {
            if (!ascii_folded[c])
                break;
            at++;
            continue;
        }
        size_t size = character_size(at, end);
        if (!size)
            break;
        *ascii_out = false;
        at += size;
    }
    return at;
}

static void put_point(writer *to, utf8proc_int32_t point)
{
    utf8proc_uint8_t bytes[4];
    bool keep;
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: keep = true; break;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: keep = to->used > 0 && !to->gap; break; /* a mark belongs to the letter before it */
    default: keep = false; break;
    }
    if (keep)
        put(to, bytes, (size_t)utf8proc_encode_char(point, bytes));
    else
        to->gap = true;
}

static void fold_word(writer *to, const char *word, size_t size)
{
    utf8proc_int32_t points[WORD_POINTS];
    utf8proc_option_t options =
        UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STABLE;
    utf8proc_ssize_t count =
        utf8proc_decompose((const utf8proc_uint8_t *)word, (utf8proc_ssize_t)size, points, WORD_POINTS, options);
    if (count >= 0 && count <= WORD_POINTS)
        count = utf8proc_normalize_utf32(points, count, options);
    if (count < 0 || count > WORD_POINTS) {
        to->gap = true;
        return;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++)
        put_point(to, points[i]);
}

size_t ikmi_fold(char *out, size_t size, ikm_text text)
{
    if (size == 0)
        return 0;
    writer to = {.out = out, .room = size - 1};
    const char *at = text.data, *end = text.size ? text.data + text.size : text.data;
    while (at < end && !to.full) {
        bool ascii;
        const char *stop = word_end(at, end, &ascii);
        if (stop == at) { /* a separator, or a byte that is no UTF-8 */
            to.gap = true;
            at++;
        } else if (ascii) {
            put_ascii(&to, at, (size_t)(stop - at));
            at = stop;
        } else {
            fold_word(&to, at, (size_t)(stop - at));
            at = stop;
        }
    }
    out[to.used] = '\0';
    return to.used;
}

/* Bytes of the blank at the start of `text`; 0 when there is none. */
static size_t blank_at_start(const char *at, size_t size)
{
    unsigned char c = (unsigned char)*at;
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (size >= 2 && !memcmp(at, "\xC2\xA0", 2)) /* U+00A0 */
        return 2;
    if (size >= 3 && (!memcmp(at, "\xEF\xBB\xBF", 3) || /* U+FEFF, a BOM */
                      !memcmp(at, "\xE2\x80\xAF", 3) || /* U+202F */
                      !memcmp(at, "\xE3\x80\x80", 3) || /* U+3000 */
                      (!memcmp(at, "\xE2\x80", 2) && (unsigned char)at[2] >= 0x80 && (unsigned char)at[2] <= 0x8B)))
        return 3; /* the last: U+2000 to U+200B */
    return 0;
}

static size_t blank_at_end(const char *data, size_t size)
{
    unsigned char c = (unsigned char)data[size - 1];
    if (c < 0x80)
        return blank_at_start(data + size - 1, 1);
    if (size >= 2 && blank_at_start(data + size - 2, 2) == 2)
        return 2;
    if (size >= 3 && blank_at_start(data + size - 3, 3) == 3)
        return 3;
    return 0;
}

ikm_text ikmi_trim(ikm_text text)
{
    size_t blank;
    while (text.size && (blank = blank_at_start(text.data, text.size))) {
        text.data += blank;
        text.size -= blank;
    }
    while (text.size && (blank = blank_at_end(text.data, text.size)))
        text.size -= blank;
    return text;
}
