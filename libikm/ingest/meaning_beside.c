/* Columns that stand beside an element's and are none: "bobot_u1", "Harapan Persyaratan", "U1 Konversi", "u1Time". */
#include "meaning_parts.h"

#include <string.h>

/* Where it may stand: words that say what a column holds begin or end its header. */
typedef enum spot { AT_AN_END, BEHIND_A_NUMBER } spot;

static const struct {
    const char *text;
    spot spot;
} beside[] = {
    {"bobot", AT_AN_END},        {"weight", AT_AN_END},       {"konversi", AT_AN_END},     {"alasan", AT_AN_END},
    {"reason", AT_AN_END},       {"harapan", AT_AN_END},      {"ekspektasi", AT_AN_END},   {"kepentingan", AT_AN_END},
    {"importance", AT_AN_END},   {"expectation", AT_AN_END},  {"expectations", AT_AN_END}, {"time", BEHIND_A_NUMBER},
    {"timing", BEHIND_A_NUMBER}, {"durasi", BEHIND_A_NUMBER},
};

static bool is_word(const ikmi_view *view, size_t word, const char *text)
{
    ikm_text found = ikmi_view_text(view, word, word + 1);
    return found.size == strlen(text) && !memcmp(found.data, text, found.size);
}

/* "Produk layanan sesuai harapan" asks how satisfied people are. */
static bool is_measured_by(const ikmi_view *view, size_t word)
{
    static const char *const before[] = {"sesuai", "dengan", "memenuhi", "melebihi"};
    for (size_t i = 0; word > 0 && i < sizeof before / sizeof *before; i++)
        if (is_word(view, word - 1, before[i]))
            return true;
    return false;
}

/* In front may stand a code or a number: "U1 harapan persyaratan". */
static bool stands(const ikmi_view *view, size_t word, spot where)
{
    if (where == BEHIND_A_NUMBER)
        return word > 0 && view->words[word - 1].number >= 0;
    bool begins = word == 0 || (word <= 2 && view->words[word - 1].number >= 0);
    return (begins || word + 1 == view->count) && !is_measured_by(view, word);
}

/* An instrument of one's own may ask for just this. */
static bool is_of_an_element(const ikmi_lexicon *lexicon, const char *text)
{
    ikmi_view view;
    for (size_t i = 0; i < lexicon->count; i++) {
        if (lexicon->phrases[i].kind == IKMI_PHRASE_ROLE)
            continue;
        ikmi_view_make(&view, lexicon->phrases[i].text);
        for (size_t word = 0; word < view.count; word++)
            if (is_word(&view, word, text))
                return true;
    }
    return false;
}

bool ikmi_view_is_beside(const ikmi_view *view, const ikmi_lexicon *lexicon)
{
    for (size_t word = 0; word < view->count; word++)
        for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
            if (is_word(view, word, beside[i].text) && stands(view, word, beside[i].spot) &&
                (beside[i].spot == BEHIND_A_NUMBER || !is_of_an_element(lexicon, beside[i].text)))
                return true;
    return false;
}
