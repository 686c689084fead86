/**
 * @file tally.h
 * Exact counts of answers by group. Counts add: any split of the data merges to
 * the same tally.
 */
#ifndef IKM_TALLY_H
#define IKM_TALLY_H

#include "ikm/base.h"
#include "ikm/rules.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Stands for all groups together wherever a group is asked for. */
#define IKM_WHOLE UINT32_MAX

/** Counts of answers. One writer at a time; two tallies are independent. */
typedef struct ikm_tally ikm_tally;

/** What a tally counts. Set it up with IKM_TALLY_OPTIONS_INIT. */
typedef struct ikm_tally_options {
    size_t size;             /**< sizeof(ikm_tally_options) */
    const char *const *keys; /**< names of the key columns; copied */
    size_t key_count;        /**< 0 to 16; without keys there is exactly one group, also before anything is counted */
    int complete;            /**< not 0: also count the respondents who answered every element apart
                                  (needed for IKM_MISSING_LISTWISE) */
    const ikm_mem *mem;      /**< NULL: malloc; borrowed while the tally lives */
} ikm_tally_options;

#define IKM_TALLY_OPTIONS_INIT                                                                                         \
    {                                                                                                                  \
        sizeof(ikm_tally_options), 0, 0, 0, 0                                                                          \
    }

/**
 * Make an empty tally.
 *
 * @param out      Yours; free with ikm_tally_free().
 * @param rules    Whose elements and scale it counts; only read during the call.
 * @param options  NULL: no keys.
 * @return IKM_OK; IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_tally_new(ikm_tally **out, const ikm_rules *rules,
                                                const ikm_tally_options *options);

/** Free a tally; NULL is fine. */
IKM_API void ikm_tally_free(ikm_tally *tally);

/**
 * Count respondents from columns in memory. This is how the survey reader,
 * bindings and databases all count. Batches of a thousand rows or more are best;
 * memory grows with new groups, never with rows.
 *
 * @param tally   Where to add.
 * @param scores  One column an element: scores[element][row], 1 to the scale, 0 = blank.
 * @param keys    One column a key: keys[key][row]; the values are copied. A key's
 *                bytes must not contain NUL. NULL if the tally has no keys.
 * @param rows    How many respondents.
 * @return IKM_OK; IKM_ERR_ARGUMENT if a score is above the scale, a key has a NUL
 *         or a column is NULL; IKM_ERR_OVERFLOW if there are more respondents
 *         than an int64_t holds or more groups than 32 GiB hold;
 *         IKM_ERR_NOMEM: then `tally` is as it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_tally_add_columns(ikm_tally *tally, const uint8_t *const *scores,
                                                        const ikm_text *const *keys, size_t rows);

/**
 * Add every count of `from` to `into`.
 *
 * Groups are matched by their key, not by their position; a group that only
 * `from` has is created. The counts do not depend on the order of merges.
 *
 * @param into  Where to add. Not `from` itself.
 * @param from  What to add; unchanged. Same elements, scale, key columns and
 *              complete counting.
 * @return IKM_OK; IKM_ERR_MISMATCH if they differ in those, IKM_ERR_ARGUMENT,
 *         IKM_ERR_OVERFLOW, IKM_ERR_NOMEM: then `into` is as it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_tally_merge(ikm_tally *into, const ikm_tally *from);

/** How many elements it counts. */
IKM_API size_t ikm_tally_element_count(const ikm_tally *tally);

/** The highest score. */
IKM_API int ikm_tally_scale(const ikm_tally *tally);

/** How many key columns. */
IKM_API size_t ikm_tally_key_count(const ikm_tally *tally);

/** Name of a key column; NULL beyond the last. Borrowed while the tally lives. */
IKM_API const char *ikm_tally_key_name(const ikm_tally *tally, size_t key);

/** How many groups; they stand in the order in which they first came. */
IKM_API size_t ikm_tally_group_count(const ikm_tally *tally);

/** Value of a key column of a group, NUL-terminated; NULL out of range. Borrowed until the tally changes. */
IKM_API const char *ikm_tally_key(const ikm_tally *tally, uint32_t group, size_t key);

/** Respondents of a group, or of IKM_WHOLE; 0 out of range. */
IKM_API int64_t ikm_tally_respondents(const ikm_tally *tally, uint32_t group);

/** How many gave this score (1 to scale) to this element; 0 out of range. */
IKM_API int64_t ikm_tally_answers(const ikm_tally *tally, uint32_t group, size_t element, int score);

/** Of those, respondents who answered every element; 0 if the tally does not count them apart. */
IKM_API int64_t ikm_tally_complete(const ikm_tally *tally, uint32_t group);

/** As ikm_tally_answers(), over complete respondents only. */
IKM_API int64_t ikm_tally_complete_answers(const ikm_tally *tally, uint32_t group, size_t element, int score);

#ifdef __cplusplus
}
#endif

#endif
