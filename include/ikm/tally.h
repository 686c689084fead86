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

/** How many records there were and what became of them; read = used + refused. */
typedef struct ikm_row_counts {
    int64_t read;
    int64_t used;
    int64_t refused;
    int64_t incomplete; /**< outside read: unfinished responses */
    int64_t example;    /**< outside read: the example row of our own template */
    int64_t filtered;   /**< outside read: what --where, --from and --to left out */
} ikm_row_counts;

/** What a tally counts. Set it up with IKM_TALLY_OPTIONS_INIT. */
typedef struct ikm_tally_options {
    size_t size;             /**< sizeof(ikm_tally_options) */
    const char *const *keys; /**< names of the key columns; copied */
    size_t key_count;        /**< 0 to 16; without keys there is exactly one group, also before anything is counted */
    int complete;            /**< not 0: also count the respondents who answered every element apart
                                  (needed for IKM_MISSING_LISTWISE) */
    int moments;             /**< not 0: of those also the sums of their scores, who gave one answer throughout and
                                  sums of products, which statistics need; counts `complete` too */
    const ikm_mem *mem;      /**< NULL: malloc; borrowed while the tally lives */
} ikm_tally_options;

#define IKM_TALLY_OPTIONS_INIT                                                                                         \
    {                                                                                                                  \
        sizeof(ikm_tally_options), 0, 0, 0, 0, 0                                                                       \
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
 * Add respondents who come as counts: of one group, as a database's GROUP BY gives them.
 *
 * @param tally        Where to add; it must not count complete respondents apart, for
 *                     counts do not say who they are.
 * @param key          The group's values, one for each key; copied. NULL if the tally has no keys.
 * @param respondents  How many respondents the group gains.
 * @param answers      answers[element * scale + score - 1] of them; to an element there are
 *                     at most as many as respondents, the others left it blank.
 * @return IKM_OK; IKM_ERR_ARGUMENT if a count is negative or there are more answers
 *         than respondents, IKM_ERR_OVERFLOW, IKM_ERR_NOMEM: then `tally` is as it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_tally_add_counts(ikm_tally *tally, const ikm_text *key, int64_t respondents,
                                                       const int64_t *answers);

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

/**
 * Note how many records stand behind the counts; they add and merge as counts do.
 *
 * @param rows  What to add; read = used + refused, none negative.
 * @return IKM_OK; IKM_ERR_ARGUMENT, IKM_ERR_OVERFLOW: then `tally` is as it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_tally_add_rows(ikm_tally *tally, const ikm_row_counts *rows);

/** The records that were noted. */
IKM_API ikm_row_counts ikm_tally_rows(const ikm_tally *tally);

/**
 * The same counts with fewer key columns: groups that differ only in the others become one.
 *
 * @param out    Yours; free with ikm_tally_free(). Memory as of `tally`.
 * @param tally  Unchanged.
 * @param keys   Positions of the key columns to keep, in the order that they get; each once.
 * @param count  How many: 0 to all.
 * @return IKM_OK; IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_tally_roll_up(ikm_tally **out, const ikm_tally *tally, const size_t *keys,
                                                    size_t count);

/**
 * Save a tally as a .ikm file (its form: libikm/tally/file.h). The same counts give
 * the same bytes, whatever the order in which they came.
 *
 * @param tally  What to save.
 * @param rules  Whose elements it counts: their name goes into the file.
 * @param sink   Takes the bytes.
 * @return IKM_OK; IKM_ERR_IO if the sink stopped, IKM_ERR_NOMEM, IKM_ERR_MISMATCH
 *         if these are other elements, IKM_ERR_ARGUMENT.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_tally_write(const ikm_tally *tally, const ikm_rules *rules, ikm_sink sink);

/**
 * Read what ikm_tally_write() wrote, of this version or an earlier one.
 *
 * @param out    Yours; free with ikm_tally_free().
 * @param bytes  All of the file.
 * @param rules  What it must count; IKM_ERR_MISMATCH if it counts other elements.
 * @param name   How messages call the file.
 * @param lang   The language of messages.
 * @param mem    NULL: malloc; borrowed while the tally lives.
 * @param err    What is wrong with the file; may be NULL.
 * @return IKM_OK; IKM_ERR_DATA for what is damaged or no such file, IKM_ERR_INVALID
 *         for one of a later version, IKM_ERR_MISMATCH, IKM_ERR_ARGUMENT,
 *         IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_tally_read(ikm_tally **out, ikm_text bytes, const ikm_rules *rules,
                                                 const char *name, ikm_lang lang, const ikm_mem *mem, ikm_error *err);

/** Do these bytes begin as a .ikm file does? */
IKM_API int ikm_tally_is_file(ikm_text bytes);

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

/** 1 if it counts moments (see ikm_tally_options): without them the calls below give 0. */
IKM_API int ikm_tally_has_moments(const ikm_tally *tally);

/**
 * How many complete respondents have this sum of scores: from the number of elements to so many times the scale. Of
 * IKM_WHOLE it goes through all groups, as do the next two.
 */
IKM_API int64_t ikm_tally_sums(const ikm_tally *tally, uint32_t group, int64_t sum);

/** How many complete respondents gave one answer to every element. */
IKM_API int64_t ikm_tally_same(const ikm_tally *tally, uint32_t group);

/**
 * The sum over complete respondents of the product of their scores of two elements, which may be the same one; 0 out of
 * range.
 */
IKM_API int64_t ikm_tally_products(const ikm_tally *tally, uint32_t group, size_t element, size_t other);

#ifdef __cplusplus
}
#endif

#endif
