/*
 * Every sentence and label that a person reads, in two languages. The table is
 * in words/FLOOR.def, a file for each floor that speaks; this is its door.
 */
#ifndef IKMI_WORDS_H
#define IKMI_WORDS_H

#include "ikm/base.h"

typedef enum ikmi_word {
#define WORD(name, id, en) IKMI_WORD_##name,
#include "words/all.def"
#undef WORD
    IKMI_WORD_COUNT
} ikmi_word;

const char *ikmi_word_text(ikm_lang lang, ikmi_word word);
const char *ikmi_word_name(ikmi_word word);

/* The arguments of a sentence: IKMI_SAY("a", text) is an array and its length. */
#define IKMI_SAY(...)                                                                                                  \
    (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *)

/* `text` with {1}, {2} ... filled in; cut at a whole character when it does not fit. */
void ikmi_fill(char *out, size_t size, const char *text, const char *const *args, size_t count);

void ikmi_say(char *out, size_t size, ikm_lang lang, ikmi_word word, const char *const *args, size_t count);

/*
 * Fill in an error (which may be NULL) and return its status. Line, column and
 * offset are set to "does not apply"; the caller that knows better sets them after.
 */
ikm_status ikmi_fail(ikm_error *err, ikm_status status, ikm_lang lang, ikmi_word word, const char *const *args,
                     size_t count);

/* As ikmi_fail() for what needs no words of its own: memory, argument, overflow. */
ikm_status ikmi_fail_plain(ikm_error *err, ikm_status status, ikm_lang lang);

#endif
