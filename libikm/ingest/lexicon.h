/* All that a header may mean, folded: codes, names, questions and words of the elements, words of the roles. */
#ifndef IKMI_LEXICON_H
#define IKMI_LEXICON_H

#include "base/buffer.h"
#include "rules/rules.h"

enum { IKMI_PREFIX_SIZE = 24 };

typedef enum ikmi_phrase_kind {
    IKMI_PHRASE_CODE,
    IKMI_PHRASE_NAME,
    IKMI_PHRASE_QUESTION,
    IKMI_PHRASE_WORD,
    IKMI_PHRASE_ROLE
} ikmi_phrase_kind;

typedef struct ikmi_phrase {
    ikm_text text; /* folded */
    ikmi_phrase_kind kind;
    ikmi_role role;
    size_t element; /* where it is not a word of a role */
} ikmi_phrase;

typedef struct ikmi_lexicon {
    const ikm_rules *rules;
    ikmi_buffer texts;
    ikmi_phrase *phrases;
    size_t count;
    int number[IKM_ELEMENTS_MAX];  /* of each element: that of its code (U8: 8), else its place from 1 */
    size_t code[IKM_ELEMENTS_MAX]; /* of each element: its code among the phrases */
    char prefix[IKMI_PREFIX_SIZE]; /* what the codes have before their numbers, folded ("u"); "" where they differ */
} ikmi_lexicon;

/* IKM_OK or IKM_ERR_NOMEM; to be done in both cases. */
ikm_status ikmi_lexicon_make(ikmi_lexicon *out, const ikm_rules *rules, const ikm_mem *mem);
void ikmi_lexicon_done(ikmi_lexicon *lexicon);

/* The element with this number; -1: none. */
int ikmi_lexicon_numbered(const ikmi_lexicon *lexicon, int number);

#endif
