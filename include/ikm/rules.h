/**
 * @file rules.h
 * Regulations and instruments as data, and the convention of a computation.
 *
 * A frozen ikm_rules may be shared by any number of threads.
 */
#ifndef IKM_RULES_H
#define IKM_RULES_H

#include "ikm/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Limits of an instrument. */
enum { IKM_ELEMENTS_MAX = 32, IKM_SCALE_MAX = 10, IKM_BANDS_MAX = 10 };

/** An instrument with its elements, labels, weight and bands; frozen. */
typedef struct ikm_rules ikm_rules;

/** How many regulations are built in. */
IKM_API size_t ikm_rules_count(void);

/** The built-in regulation at `index`, the default one first; NULL beyond the last. Static. */
IKM_API const ikm_rules *ikm_rules_at(size_t index);

/** The built-in regulation of this name, as "permenpan-14-2017"; NULL if there is none. Static. */
IKM_API const ikm_rules *ikm_rules_named(const char *name);

/**
 * Read an instrument from JSON (its form: README, "An instrument of your own").
 *
 * @param out   Yours; free with ikm_rules_free().
 * @param json  The text.
 * @param lang  The language of messages.
 * @param mem   Where memory comes from; NULL: malloc.
 * @param err   A syntax fault by line and column, a fault of meaning by its path
 *              (as "$.elements[3].code") in the message; may be NULL.
 * @return IKM_OK; IKM_ERR_SYNTAX, IKM_ERR_INVALID, IKM_ERR_NOMEM,
 *         IKM_ERR_ARGUMENT: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_rules_read(ikm_rules **out, ikm_text json, ikm_lang lang, const ikm_mem *mem,
                                                 ikm_error *err);

/** Free what ikm_rules_read() gave; NULL and built-in rules are left alone. */
IKM_API void ikm_rules_free(ikm_rules *rules);

/** Its name, as "permenpan-14-2017". */
IKM_API const char *ikm_rules_name(const ikm_rules *rules);

/** Its full title, as the regulation calls itself. */
IKM_API const char *ikm_rules_title(const ikm_rules *rules);

/** The weight that the regulation prints, as "0.111"; empty if it prints none. */
IKM_API const char *ikm_rules_printed_weight(const ikm_rules *rules);

/** The weight used when a convention names none: "exact", a decimal, or one a element, comma between. */
IKM_API const char *ikm_rules_weight(const ikm_rules *rules);

/** How many elements: 2 to IKM_ELEMENTS_MAX. */
IKM_API size_t ikm_rules_element_count(const ikm_rules *rules);

/** The highest score: 2 to IKM_SCALE_MAX. Scores are 1 to this. */
IKM_API int ikm_rules_scale(const ikm_rules *rules);

/** Code of an element ("U1"), by its position from 0; NULL beyond the last. */
IKM_API const char *ikm_rules_element_code(const ikm_rules *rules, size_t element);

/** Name of an element ("Persyaratan"); NULL beyond the last. */
IKM_API const char *ikm_rules_element_name(const ikm_rules *rules, size_t element);

/** The question that the questionnaire asks; empty if there is none, NULL beyond the last. */
IKM_API const char *ikm_rules_element_question(const ikm_rules *rules, size_t element);

/** The label of a score of an element; empty if it has none, NULL out of range. */
IKM_API const char *ikm_rules_element_label(const ikm_rules *rules, size_t element, int score);

/** How many bands; the best is number 1, the worst is number `count`. */
IKM_API int ikm_rules_band_count(const ikm_rules *rules);

/** Grade of a band ("A"); NULL out of 1..count. */
IKM_API const char *ikm_rules_band_grade(const ikm_rules *rules, int band);

/** Performance of a band ("Sangat baik"); NULL out of 1..count. */
IKM_API const char *ikm_rules_band_performance(const ikm_rules *rules, int band);

/** Lower bound of a band, two places ({8831, 2}); {0, 2} out of 1..count. */
IKM_API ikm_decimal ikm_rules_band_lower(const ikm_rules *rules, int band);

/**
 * The band of an index: the first whose lower bound it reaches.
 *
 * @param index_hundredths  The index, rounded to two decimals, times 100.
 * @return 1 to count; the worst band also for what lies below its bound.
 */
IKM_API int ikm_rules_band(const ikm_rules *rules, int64_t index_hundredths);

/** What happens where an answer is missing. */
typedef enum ikm_missing {
    IKM_MISSING_PER_ELEMENT = 0, /**< each NRR over the answers that it has */
    IKM_MISSING_LISTWISE = 1,    /**< only respondents who answered every element */
    IKM_MISSING_STRICT = 2       /**< a blank is an issue and its record is refused */
} ikm_missing;

/** No rounding at that place. */
enum { IKM_ROUND_NONE = -1 };

/** Grades with names in the usual regulations; a band number in any. 0 is "no index". */
enum { IKM_GRADE_NONE = 0, IKM_GRADE_A = 1, IKM_GRADE_B = 2, IKM_GRADE_C = 3, IKM_GRADE_D = 4 };

/**
 * How an index is computed; printed on every result. Set it up with
 * IKM_CONVENTION_INIT and change what differs.
 */
typedef struct ikm_convention {
    size_t size;               /**< sizeof(ikm_convention) */
    const char *weight;        /**< NULL: that of the rules; "exact" (1/number of elements); a decimal with up to
                                    9 places for each element ("0.111"); or one a element ("0.2,0.3,0.5") */
    int32_t round_nrr;         /**< decimals to which each NRR is rounded before use: IKM_ROUND_NONE or 0 to 6 */
    int32_t round_term;        /**< decimals of each weighted NRR: IKM_ROUND_NONE or 0 to 6 */
    int32_t round_final;       /**< decimals of the index: 0 to 6 */
    ikm_round_mode round_mode; /**< the same at every rounding */
    ikm_missing missing;
} ikm_convention;

#define IKM_CONVENTION_INIT                                                                                            \
    {                                                                                                                  \
        sizeof(ikm_convention), 0, IKM_ROUND_NONE, IKM_ROUND_NONE, 2, IKM_ROUND_HALF_UP, IKM_MISSING_PER_ELEMENT       \
    }

/**
 * Respondents needed of a population: Krejcie and Morgan (1970), X2 = 3.841,
 * P = 0.5, d = 0.05, rounded to nearest as their published table is.
 *
 * @param population  1 to 10^12.
 * @return The sample size; 0 for a population out of range.
 */
IKM_API int64_t ikm_sample_size(int64_t population);

#ifdef __cplusplus
}
#endif

#endif
