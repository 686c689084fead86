/*
 * Reading an instrument from JSON: what its parts share. A fault of meaning is
 * told with the JSON path of its place, "$.elements[3].labels".
 */
#ifndef IKMI_RULES_READING_H
#define IKMI_RULES_READING_H

#include "rules.h"

#include "base/words.h"

#include "store.h"

#include <jansson.h>

enum {
    IKMI_JSON_SIZE_MAX = 256 * 1024,
    IKMI_NAME_SIZE_MAX = 64,
    IKMI_TITLE_SIZE_MAX = 400,
    IKMI_CODE_SIZE_MAX = 16,
    IKMI_TEXT_SIZE_MAX = 200, /* name, label, alias, word, performance */
    IKMI_QUESTION_SIZE_MAX = 1000,
    IKMI_GRADE_SIZE_MAX = 16,
    IKMI_WORDS_MAX = 64, /* words, and aliases, of one element */
    IKMI_BANDS_MIN = 2,
    IKMI_ELEMENTS_MIN = 2,
    IKMI_SCALE_MIN = 2,
    IKMI_PLACE_TEXT_SIZE = 128,
    IKMI_SHOWN_SIZE = 48
};

typedef struct ikmi_reading {
    ikm_lang lang;
    ikm_error *err;
    ikmi_store store;
} ikmi_reading;

/* A text as JSON, to be given to json_decref(). IKM_ERR_SYNTAX with line, column and offset; IKM_ERR_INVALID: over
 * `most` bytes. */
ikm_status ikmi_json_parse(json_t **out, const ikmi_reading *reading, ikm_text text, size_t most);

/* A place in the JSON: a chain on the stack, from the value up to the root, whose parent is NULL. */
typedef struct ikmi_place {
    const struct ikmi_place *parent;
    const char *key; /* of an object; NULL: `index` of an array */
    size_t index;
} ikmi_place;

/* The path of a place into `out` (IKMI_PLACE_TEXT_SIZE bytes); returns `out`. */
const char *ikmi_place_text(char *out, const ikmi_place *place);

/* Text of the JSON for a message, into `out` (IKMI_SHOWN_SIZE bytes): cut, control characters as blanks. */
const char *ikmi_shown(char *out, const char *text, size_t size);

/* IKM_ERR_INVALID: {1} of the sentence is the place, {2} ... are the arguments. */
ikm_status ikmi_wrong(const ikmi_reading *reading, const ikmi_place *place, ikmi_word word, const char *const *args,
                      size_t count);

/* `value` may be NULL in none of these. What they put out lives in the store. */
ikm_status ikmi_check_object(ikmi_reading *reading, const ikmi_place *place, const json_t *value,
                             const char *const *keys); /* no others than these; ends with NULL */
ikm_status ikmi_check_count(ikmi_reading *reading, const ikmi_place *place, size_t count, size_t least, size_t most);
ikm_status ikmi_check_array(ikmi_reading *reading, const ikmi_place *place, const json_t *value, size_t least,
                            size_t most);
ikm_status ikmi_check_text(ikmi_reading *reading, const ikmi_place *place, const char *text, size_t size, size_t most);
ikm_status ikmi_read_text(const char **out, ikmi_reading *reading, const ikmi_place *place, const json_t *value,
                          size_t most);
ikm_status ikmi_read_integer(int *out, ikmi_reading *reading, const ikmi_place *place, const json_t *value, int least,
                             int most);

/* A member of an object; one that is not there is an error, or "" where it need not be. */
ikm_status ikmi_required(json_t **out, ikmi_reading *reading, const ikmi_place *place, const json_t *object,
                         const char *key);
ikm_status ikmi_read_required_text(const char **out, ikmi_reading *reading, const ikmi_place *place,
                                   const json_t *object, const char *key, size_t most);
ikm_status ikmi_read_optional_text(const char **out, ikmi_reading *reading, const ikmi_place *place,
                                   const json_t *object, const char *key, size_t most);

/* Letters, digits, points, underscores and hyphens, a letter first: what columns and options can be named by. */
ikm_status ikmi_check_identifier(ikmi_reading *reading, const ikmi_place *place, const char *text);

/* The "name" of an own object and its "title", which is the name where there is none. */
ikm_status ikmi_read_name(const char **name_out, const char **title_out, ikmi_reading *reading, const ikmi_place *place,
                          const json_t *object);

/* true or false; false where it is not there. */
ikm_status ikmi_read_optional_flag(bool *out, ikmi_reading *reading, const ikmi_place *place, const json_t *object,
                                   const char *key);

#endif
