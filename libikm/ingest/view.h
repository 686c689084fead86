/* A header taken apart: its parts, each folded and cut into words and numbers. */
#ifndef IKMI_VIEW_H
#define IKMI_VIEW_H

#include "ikm/base.h"

#include <stdbool.h>

enum { IKMI_VIEW_SIZE = 768, IKMI_VIEW_WORDS = 96, IKMI_VIEW_LETTERS = -1 };

/* Letters, or digits: "u8_sarana" has the words u, 8 and sarana. */
typedef struct ikmi_view_word {
    uint16_t at, size; /* in the text */
    int number;        /* IKMI_VIEW_LETTERS: not a number */
} ikmi_view_word;

typedef struct ikmi_view {
    char text[IKMI_VIEW_SIZE]; /* folded; what does not fit is left out */
    size_t size, count;
    ikmi_view_word words[IKMI_VIEW_WORDS];
} ikmi_view;

/* Also cuts wordsThatAreWrittenSo. */
void ikmi_view_make(ikmi_view *out, ikm_text text);

/*
 * Where the phrase (folded) ends that begins at word `first`: the number of the
 * word behind it; 0 when it does not stand there. Blanks play no part, so that
 * "jeniskelamin" is "jenis kelamin", but it begins and ends where words do.
 */
size_t ikmi_view_match_from(const ikmi_view *view, size_t first, ikm_text phrase);

/* The same; nearly all that is asked differs in its first letter. */
static inline size_t ikmi_view_match(const ikmi_view *view, size_t first, ikm_text phrase)
{
    if (first >= view->count || !phrase.size || view->text[view->words[first].at] != phrase.data[0])
        return 0;
    return ikmi_view_match_from(view, first, phrase);
}

/* Is the view this phrase and nothing else? */
static inline bool ikmi_view_is(const ikmi_view *view, ikm_text phrase)
{
    return view->count > 0 && ikmi_view_match(view, 0, phrase) == view->count;
}

/* The text of the words `first` to `end` - 1. */
ikm_text ikmi_view_text(const ikmi_view *view, size_t first, size_t end);

/* Take words out. */
void ikmi_view_cut(ikmi_view *view, size_t first, size_t end);

/* Take out what only numbers the header: "8. Sarana", "a) Usia", "Sarana (9)"; false when there is none. */
bool ikmi_view_unnumber(ikmi_view *view);

/* The parts of a header that may mean something by themselves. Empty where there is none. */
typedef struct ikmi_header_parts {
    ikm_text whole;
    ikm_text bracket; /* of "Question [Row]": Row */
    ikm_text before;  /* and Question */
    ikm_text last;    /* of "group/u1": u1 */
    ikm_text code;    /* of "G01Q02. Question", as LimeSurvey writes it: G01Q02 */
    ikm_text text;    /* and Question */
} ikmi_header_parts;

ikmi_header_parts ikmi_header_split(ikm_text header);

#endif
