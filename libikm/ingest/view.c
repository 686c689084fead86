#include "view.h"

#include "fold.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* jenisKelamin. */
static bool hump(ikm_text text, size_t at)
{
    return at > 0 && is_upper(text.data[at]) && is_lower(text.data[at - 1]);
}

static void cut_into_words(ikmi_view *view)
{
    view->count = 0;
    for (size_t i = 0; i < view->size && view->count < IKMI_VIEW_WORDS;) {
        if (view->text[i] == ' ') {
            i++;
            continue;
        }
        size_t start = i;
        bool digits = is_digit(view->text[i]);
        int number = 0;
        while (i < view->size && view->text[i] != ' ' && is_digit(view->text[i]) == digits) {
            if (digits && number < 100000)
                number = number * 10 + (view->text[i] - '0');
            i++;
        }
        view->words[view->count++] =
            (ikmi_view_word){(uint16_t)start, (uint16_t)(i - start), digits ? number : IKMI_VIEW_LETTERS};
    }
    view->size = view->count ? (size_t)view->words[view->count - 1].at + view->words[view->count - 1].size : 0;
    view->text[view->size] = '\0';
}

void ikmi_view_make(ikmi_view *out, ikm_text text)
{
    char apart[IKMI_VIEW_SIZE * 2];
    size_t size = 0;
    for (size_t i = 0; i < text.size && size + 2 < sizeof apart; i++) {
        if (hump(text, i))
            apart[size++] = ' ';
        apart[size++] = text.data[i];
    }
    out->size = ikmi_fold(out->text, sizeof out->text, (ikm_text){apart, size});
    cut_into_words(out);
}

size_t ikmi_view_match_from(const ikmi_view *view, size_t first, ikm_text phrase)
{
    size_t at = view->words[first].at;
    for (size_t i = 0; i < phrase.size; i++) {
        if (phrase.data[i] == ' ')
            continue;
        while (at < view->size && view->text[at] == ' ')
            at++;
        if (at == view->size || view->text[at++] != phrase.data[i])
            return 0;
    }
    for (size_t word = first; word < view->count && view->words[word].at < at; word++)
        if ((size_t)view->words[word].at + view->words[word].size == at)
            return word + 1;
    return 0;
}

ikm_text ikmi_view_text(const ikmi_view *view, size_t first, size_t end)
{
    if (first >= end)
        return (ikm_text){view->text, 0};
    size_t from = view->words[first].at, to = (size_t)view->words[end - 1].at + view->words[end - 1].size;
    return (ikm_text){view->text + from, to - from};
}

void ikmi_view_cut(ikmi_view *view, size_t first, size_t end)
{
    ikm_text gone = ikmi_view_text(view, first, end);
    if (!gone.size)
        return;
    memset(view->text + (gone.data - view->text), ' ', gone.size);
    cut_into_words(view);
    if (view->count && view->words[0].at > 0) {
        size_t blank = view->words[0].at;
        view->size -= blank;
        memmove(view->text, view->text + blank, view->size + 1);
        cut_into_words(view);
    }
}

static bool numbers_what_follows(const ikmi_view *view)
{
    const ikmi_view_word *first = &view->words[0];
    bool letter = first->size == 1 && first->number == IKMI_VIEW_LETTERS; /* a) Usia; but u 1 is a code */
    return letter ? view->words[1].number == IKMI_VIEW_LETTERS : first->number >= 0 && first->number < 100;
}

bool ikmi_view_unnumber(ikmi_view *view)
{
    size_t before = view->count;
    if (view->count > 1 && numbers_what_follows(view))
        ikmi_view_cut(view, 0, 1);
    if (view->count > 1 && view->words[view->count - 1].number >= 0 && view->words[view->count - 1].number < 100)
        ikmi_view_cut(view, view->count - 1, view->count);
    return view->count < before;
}

static size_t last_of(ikm_text text, char wanted)
{
    size_t at = text.size;
    while (at > 0 && text.data[at - 1] != wanted)
        at--;
    return at;
}

/* A code is one word, and a full stop and a blank behind it. */
static void split_code(ikmi_header_parts *parts)
{
    ikm_text whole = parts->whole;
    for (size_t i = 1; i + 1 < whole.size && whole.data[i - 1] != ' '; i++)
        if (whole.data[i] == '.' && whole.data[i + 1] == ' ') {
            parts->code = (ikm_text){whole.data, i};
            parts->text = ikmi_trim((ikm_text){whole.data + i + 1, whole.size - i - 1});
            return;
        }
}

ikmi_header_parts ikmi_header_split(ikm_text header)
{
    ikmi_header_parts parts = {.whole = ikmi_trim(header)};
    ikm_text whole = parts.whole;
    if (whole.size && whole.data[whole.size - 1] == ']') {
        size_t open = last_of(whole, '[');
        if (open > 0) {
            parts.bracket = (ikm_text){whole.data + open, whole.size - open - 1};
            parts.before = (ikm_text){whole.data, open - 1};
        }
    }
    size_t slash = last_of(whole, '/');
    if (slash > 0)
        parts.last = (ikm_text){whole.data + slash, whole.size - slash};
    split_code(&parts);
    return parts;
}
