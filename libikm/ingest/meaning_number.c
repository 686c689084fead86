/* Codes and numbers in a header. */
#include "meaning_parts.h"

#include "base/mem.h"

#include <string.h>

/* A code that is a word ("waktu") or a number ("1") means the element only by itself. */
static bool stands_out(ikm_text code)
{
    bool letter = false, digit = false;
    for (size_t i = 0; i < code.size; i++) {
        bool is_digit = code.data[i] >= '0' && code.data[i] <= '9';
        digit |= is_digit;
        letter |= !is_digit;
    }
    return letter && digit;
}

typedef struct found {
    int element; /* -1: none; -2: several */
    size_t first, end;
} found;

static void note(found *f, int element, size_t first, size_t end)
{
    if (f->element == -1 || f->element == element)
        *f = (found){element, first, end};
    else
        f->element = -2;
}

/* "unsur 8", whatever the codes look like, and "U08". */
static size_t match_number(const ikmi_view *view, size_t word, const ikmi_lexicon *lexicon, int *element_out)
{
    bool named = ikmi_view_match(view, word, ikmi_text("unsur")) == word + 1 ||
                 ikmi_view_match(view, word, ikmi_text(lexicon->prefix)) == word + 1;
    if (!named || word + 1 >= view->count || view->words[word + 1].number < 1)
        return 0;
    *element_out = ikmi_lexicon_numbered(lexicon, view->words[word + 1].number);
    return *element_out < 0 ? 0 : word + 2;
}

int ikmi_view_take_code(ikmi_view *view, const ikmi_lexicon *lexicon)
{
    found f = {.element = -1};
    for (size_t word = 0; word < view->count; word++) {
        int element;
        size_t end = match_number(view, word, lexicon, &element);
        if (end)
            note(&f, element, word, end);
        for (size_t e = 0; e < lexicon->rules->element_count; e++) {
            ikm_text code = lexicon->phrases[lexicon->code[e]].text;
            end = ikmi_view_match(view, word, code);
            if (end && stands_out(code))
                note(&f, (int)e, word, end);
        }
    }
    if (f.element < 0)
        return -1;
    ikmi_view_cut(view, f.first, f.end);
    return f.element;
}

/* Words before a number that say "question" or "answer" in one way or another. */
static const char *const numbering[] = {
    "p",        "q",       "a",     "u",      "v",       "x",         "pertanyaan", "pert",      "soal",
    "question", "jawaban", "jwb",   "answer", "answers", "item",      "butir",      "kuesioner", "pernyataan",
    "nilai",    "skor",    "score", "sq",     "unsur",   "indikator", "var",        "no",
};

static bool is_word(const ikmi_view *view, size_t word, const char *text)
{
    ikm_text is = ikmi_view_text(view, word, word + 1);
    return is.size == strlen(text) && !memcmp(is.data, text, is.size);
}

static bool is_number(const ikmi_view *view, size_t word)
{
    return word < view->count && view->words[word].number >= 0;
}

/* LimeSurvey: G01Q08, G01Q01[SQ008], Q1[SQ008]. The number of words up to the last number; 0 for none. */
static size_t limesurvey(const ikmi_view *view)
{
    static const char *const order[] = {"g", "q", "sq"};
    size_t word = 0, pairs = 0;
    for (size_t i = 0; i < 3; i++)
        if (word < view->count && is_word(view, word, order[i]) && is_number(view, word + 1)) {
            word += 2;
            pairs++;
        }
    return pairs > 1 ? word : 0;
}

/* The place of the number, which is the last word of the numbering; 0 when there is no numbering with words. */
static size_t number_after_words(const ikmi_view *view)
{
    size_t lime = limesurvey(view);
    if (lime)
        return lime - 1;
    for (size_t i = 0; i < sizeof numbering / sizeof *numbering; i++) {
        if (view->count < 2 || !is_word(view, 0, numbering[i]))
            continue;
        size_t at = is_word(view, 1, "no") || is_word(view, 1, "nomor") || is_word(view, 1, "ke") ? 2 : 1;
        return is_number(view, at) ? at : 0;
    }
    return 0;
}

void ikmi_view_take_family(ikmi_view *view, ikmi_family *out)
{
    size_t at = number_after_words(view);
    ikmi_family family = {.number = IKMI_FAMILY_NONE};
    if (at && view->count == at + 2 && is_number(view, at + 1))
        at++; /* a grid of Qualtrics: Q5_1 to Q5_9 */
    if (at || is_number(view, 0)) {
        ikm_text prefix = ikmi_view_text(view, 0, at);
        size_t size = prefix.size < sizeof family.prefix ? prefix.size : sizeof family.prefix - 1;
        if (size)
            memcpy(family.prefix, prefix.data, size);
        for (size_t i = 0; i < size; i++)
            if (prefix.data[i] == ' ')
                family.prefix[i] = '_';
        family.number = view->words[at].number;
        family.bare = view->count == at + 1;
        ikmi_view_cut(view, 0, at + 1);
    }
    if (out)
        *out = family;
}
