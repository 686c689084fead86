/**
 * @file indicator.h
 * The achievement engine of the performance report: capaian and predicate of indicators,
 * roll-up to objectives and goals, history, budget, efficiency, scores of components.
 *
 * It knows no file and no survey. Rows go in as arrays of the caller, are copied, and a
 * frozen result comes out that any number of threads may read. Everything is computed on
 * exact fractions; what is shown has 2 places, half-up. What cannot be computed has a
 * status that says why, never 0, NaN or an infinity.
 */
#ifndef IKM_INDICATOR_H
#define IKM_INDICATOR_H

#include "ikm/base.h"
#include "ikm/scale.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What stands in a cell that should hold a number. Values are pinned. */
typedef enum ikm_given {
    IKM_GIVEN_NONE = 0,   /**< empty, "-", N/A */
    IKM_GIVEN_NUMBER = 1, /**< a number */
    IKM_GIVEN_OTHER = 2   /**< something that is no number ("belum dinilai"): known to be there, not computed with */
} ikm_given;

/**
 * A number that may be missing. At most 6 places and 18 digits, where numbers that are
 * set against each other are counted with the places of the longest: 123456789012.345678
 * beside 1, or 999999999999999.99 beside 0.5.
 */
typedef struct ikm_amount {
    ikm_given given;
    ikm_decimal value; /**< of IKM_GIVEN_NUMBER */
} ikm_amount;

/** A target: a number, or for IKM_POLARITY_RANGE the bounds of a range. */
typedef struct ikm_target {
    ikm_given given;
    ikm_decimal value; /**< the target, or the lower bound */
    ikm_decimal upper; /**< the upper bound, for IKM_POLARITY_RANGE alone */
} ikm_target;

/** Which way is better. Values are pinned. */
typedef enum ikm_polarity {
    IKM_POLARITY_HIGHER = 1, /**< naik: R/T x 100 */
    IKM_POLARITY_LOWER = 2,  /**< turun: as ikm_lower_better says */
    IKM_POLARITY_RANGE = 3   /**< rentang: 100 inside; (2U - R)/U x 100 above; R/L x 100 below */
} ikm_polarity;

/** How lower-better is computed. */
typedef enum ikm_lower_better {
    IKM_LOWER_DEVIATION = 0, /**< (2T - R)/T x 100 (PermenPANRB 8/2021) */
    IKM_LOWER_INVERSE = 1    /**< T/R x 100 */
} ikm_lower_better;

/** How the scale meets a value between its printed bands. */
typedef enum ikm_band_use {
    IKM_BANDS_ROUNDED = 0,  /**< rounded to an integer first, half-up, where the scale prints integers */
    IKM_BANDS_UNROUNDED = 1 /**< the same bounds on the exact value */
} ikm_band_use;

/** Whose indicators a goal's mean takes. */
typedef enum ikm_roll_up { IKM_ROLL_UP_OWN = 0, IKM_ROLL_UP_ALL = 1 } ikm_roll_up;

/** One indicator in one year, as the caller has it. Texts are copied. */
typedef struct ikm_indicator {
    ikm_text goal;      /**< tujuan; may be empty */
    ikm_text objective; /**< sasaran; empty: an indicator of the goal itself */
    ikm_text name;      /**< not empty */
    ikm_text unit;      /**< "Nilai", "%"; may be empty */
    ikm_polarity polarity;
    int32_t year; /**< 1900 to 2999 */
    ikm_target target;
    ikm_amount realization;
    ikm_target final_target; /**< of the medium-term plan (Renstra) */
} ikm_indicator;

/** How to compute. Set it up with IKM_ACHIEVEMENT_OPTIONS_INIT and change what differs. */
typedef struct ikm_achievement_options {
    size_t size;            /**< sizeof(ikm_achievement_options) */
    int32_t year;           /**< the year reported; 0: the last one of the rows */
    int32_t cap;            /**< of an achievement, in percent, before means are taken: 100 to 1000; 0: none */
    const ikm_scale *scale; /**< NULL: permendagri-86-2017; borrowed while the result lives */
    ikm_lower_better lower_better;
    ikm_band_use bands;
    ikm_roll_up roll_up;
    ikm_lang lang;      /**< of notes and messages */
    const ikm_mem *mem; /**< NULL: malloc; borrowed while the result lives */
} ikm_achievement_options;

#define IKM_ACHIEVEMENT_OPTIONS_INIT                                                                                   \
    {                                                                                                                  \
        sizeof(ikm_achievement_options), 0, 0, 0, IKM_LOWER_DEVIATION, IKM_BANDS_ROUNDED, IKM_ROLL_UP_OWN,             \
            IKM_LANG_ID, 0                                                                                             \
    }

/** Why there is an achievement, or none. Values are pinned. */
typedef enum ikm_achieved_status {
    IKM_ACHIEVED_OK = 0,
    IKM_ACHIEVED_NO_TARGET = 1,
    IKM_ACHIEVED_NO_REALIZATION = 2,
    IKM_ACHIEVED_ZERO_TARGET = 3,     /**< the divisor is 0: the target, or with IKM_LOWER_INVERSE the realization */
    IKM_ACHIEVED_NEGATIVE_TARGET = 4, /**< likewise below 0; inside a range there is no division */
    IKM_ACHIEVED_BEYOND_RANGE = 5,    /**< lower-better, or above a range, beyond twice the target */
    IKM_ACHIEVED_NOT_NUMERIC = 6
} ikm_achieved_status;

/** "ok", "no-target" ...: the word of the machine contract. Static; "unknown" for another number. */
IKM_API const char *ikm_achieved_status_name(ikm_achieved_status status);

/** "higher", "lower", "range". Static. */
IKM_API const char *ikm_polarity_name(ikm_polarity polarity);

/** A percentage: exact, and as it is shown. */
typedef struct ikm_percent {
    int known;         /**< 0: there is none; the rest is then 0 */
    ikm_ratio exact;   /**< {0, 0} where it does not fit 64 bits; of a mean also where the least common denominator of
                          its parts does not (passes 2^62). `shown` and predicates are exact all the same */
    ikm_decimal shown; /**< 2 places, half-up */
} ikm_percent;

/** An indicator in an earlier year. */
typedef struct ikm_achieved_year {
    int32_t year;
    ikm_target target;
    ikm_amount realization;
    ikm_achieved_status status;
    ikm_percent achievement;
} ikm_achieved_year;

/** An indicator of the reported year, computed. Everything is borrowed from the result. */
typedef struct ikm_achieved {
    const char *goal; /**< "" where there is none, as objective and unit */
    const char *objective;
    const char *name;
    const char *unit;
    ikm_polarity polarity;
    ikm_achieved_status status;
    ikm_target target;
    ikm_amount realization;
    ikm_percent achievement;     /**< known with IKM_ACHIEVED_OK alone */
    ikm_percent capped;          /**< at most options.cap */
    const char *predicate;       /**< NULL where there is no achievement; that of the uncapped one */
    const char *predicate_other; /**< what the other band convention says, where it differs; else NULL */
    ikm_target final_target;
    ikm_percent against_final;        /**< realization against the final target, by the indicator's polarity */
    const ikm_achieved_year *history; /**< earlier years, ascending */
    size_t history_count;
    int32_t change_from;        /**< the last earlier year that has a realization; 0: none */
    ikm_decimal change;         /**< realization - that one, exact */
    ikm_percent change_percent; /**< of that one; not known where it is not above 0 */
    size_t row;                 /**< position in the caller's array */
} ikm_achieved;

/** A goal or an objective: the simple mean of its indicators' capped achievements. */
typedef struct ikm_rolled_up {
    const char *goal;
    const char *objective; /**< "" for a goal */
    size_t indicators;     /**< that have an achievement */
    size_t left_out;       /**< that have none */
    ikm_percent achievement;
    const char *predicate;       /**< NULL where there is no achievement */
    const char *predicate_other; /**< as in ikm_achieved */
} ikm_rolled_up;

/** Indicators computed, with their objectives and goals; frozen. */
typedef struct ikm_achievement ikm_achievement;

/**
 * Compute the achievement of indicators.
 * The order of rows decides the order of the result (an indicator, an objective, a goal
 * stands where it first appears) and no figure of it.
 * @param out      Yours; free with ikm_achievement_free().
 * @param rows     One row an indicator and year, of any years. An indicator is its goal,
 *                 objective and name together.
 * @param count    May be 0.
 * @param options  NULL: the defaults.
 * @param err      What is wrong; `line` is the position in `rows` from 1; may be NULL.
 * @return IKM_OK; IKM_ERR_INVALID: an indicator twice in a year, with two polarities, a year
 *         out of range, an empty name, a range whose bounds are the wrong way round;
 *         IKM_ERR_OVERFLOW: a number beyond ikm_amount's limits, an achievement beyond 10^15 %;
 *         IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_achievement_new(ikm_achievement **out, const ikm_indicator *rows, size_t count,
                                                      const ikm_achievement_options *options, ikm_error *err);

/** Free it and all that was borrowed from it; NULL is fine. */
IKM_API void ikm_achievement_free(ikm_achievement *achievement);

/** How many indicators have a row in the reported year; each; NULL beyond the last. */
IKM_API size_t ikm_achievement_count(const ikm_achievement *achievement);
IKM_API const ikm_achieved *ikm_achievement_at(const ikm_achievement *achievement, size_t index);

/** Objectives and goals of those indicators; NULL beyond the last. */
IKM_API size_t ikm_achievement_objective_count(const ikm_achievement *achievement);
IKM_API const ikm_rolled_up *ikm_achievement_objective(const ikm_achievement *achievement, size_t index);
IKM_API size_t ikm_achievement_goal_count(const ikm_achievement *achievement);
IKM_API const ikm_rolled_up *ikm_achievement_goal(const ikm_achievement *achievement, size_t index);

/** The options that held, with `year` and `scale` filled in. */
IKM_API const ikm_achievement_options *ikm_achievement_options_used(const ikm_achievement *achievement);

/** Sentences for people: left-out indicators, predicates on which the band conventions differ; NULL beyond the last. */
IKM_API size_t ikm_achievement_note_count(const ikm_achievement *achievement);
IKM_API const char *ikm_achievement_note(const ikm_achievement *achievement, size_t index);

/** A row of a budget: program, kegiatan, sub kegiatan by code ("1", "1.2", "1.2.1"). */
typedef struct ikm_budget_row {
    ikm_text code; /**< parts of letters and digits with points between, at most 20; see ikm_budget_new() */
    ikm_text title;
    ikm_amount budget;      /**< anggaran, pagu: 0 or more */
    ikm_amount realization; /**< 0 or more */
    ikm_text kind;          /**< kind of spending ("Belanja Pegawai"), on the lowest rows; may be empty */
} ikm_budget_row;

/** A row computed. Borrowed from the budget. */
typedef struct ikm_budget_line {
    const char *code; /**< "" for a total */
    const char *title;
    const char *kind;
    int level;         /**< 1: program; 0 for a total */
    size_t parent;     /**< index of the parent; SIZE_MAX: none */
    ikm_amount budget; /**< a parent without a figure takes the sum of its children */
    ikm_amount realization;
    ikm_amount remaining;       /**< budget - realization, may be negative */
    ikm_percent absorption;     /**< not known where the budget is 0 or missing */
    ikm_amount children_budget; /**< sums of the children where it has some and all have the figure */
    ikm_amount children_realization;
    int over;            /**< 1: more was spent than the budget */
    int children_differ; /**< 1: the children's sums are not its figures (bit 0: budget, bit 1: realization) */
} ikm_budget_line;

/** A budget as a tree; frozen. */
typedef struct ikm_budget ikm_budget;

/**
 * Make a budget of rows.
 * The numbers of parts that codes have are its levels: of "1", "1.2", "1.2.1" three, and
 * of "7.01.02", "7.01.02.2.01", "7.01.02.2.01.0001" (Permendagri 90/2019) three, too. The
 * parent of a code is what it begins with at the level above; it must be there.
 * @param out   Yours; free with ikm_budget_free().
 * @param rows  Parents and children in any order.
 * @param lang  Of notes and messages.
 * @param mem   NULL: malloc; borrowed while it lives.
 * @param err   `line` is the position in `rows` from 1.
 * @return IKM_OK; IKM_ERR_INVALID: a code twice, a code without its parent, no code, a negative figure;
 *         IKM_ERR_OVERFLOW, IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_budget_new(ikm_budget **out, const ikm_budget_row *rows, size_t count,
                                                 ikm_lang lang, const ikm_mem *mem, ikm_error *err);

/** Free it and all that was borrowed from it; NULL is fine. */
IKM_API void ikm_budget_free(ikm_budget *budget);

/** Rows in the caller's order; NULL beyond the last. */
IKM_API size_t ikm_budget_count(const ikm_budget *budget);
IKM_API const ikm_budget_line *ikm_budget_at(const ikm_budget *budget, size_t index);

/** The row of this code; NULL if there is none. */
IKM_API const ikm_budget_line *ikm_budget_find(const ikm_budget *budget, const char *code);

/** The total over programs (rows without a parent). */
IKM_API const ikm_budget_line *ikm_budget_total(const ikm_budget *budget);

/** Totals by kind of spending over the lowest rows, the first that appears first; NULL beyond the last. */
IKM_API size_t ikm_budget_kind_count(const ikm_budget *budget);
IKM_API const ikm_budget_line *ikm_budget_kind(const ikm_budget *budget, size_t index);

/** Sentences: parents that are not the sum of their children, realization over budget, lowest rows without a kind
 *  where others have one. */
IKM_API size_t ikm_budget_note_count(const ikm_budget *budget);
IKM_API const char *ikm_budget_note(const ikm_budget *budget, size_t index);

/** Which of the definitions of efficiency that circulate. Values are pinned. */
typedef enum ikm_efficiency_kind {
    IKM_EFFICIENCY_SISA = 0,    /**< 100 - absorption */
    IKM_EFFICIENCY_SELISIH = 1, /**< achievement - absorption */
    IKM_EFFICIENCY_RASIO = 2,   /**< achievement / absorption, as a number of 2 places */
    IKM_EFFICIENCY_PMK_22_2021 =
        3 /**< 50 + E/20 x 50 of E = 100 - realization/(budget x achievement) x 100, E within +-20 */
} ikm_efficiency_kind;

/** "sisa", "selisih", "rasio", "pmk-22-2021". Static. */
IKM_API const char *ikm_efficiency_kind_name(ikm_efficiency_kind kind);

/** What may be said. Values are pinned. */
typedef enum ikm_verdict {
    IKM_VERDICT_NONE = 0,         /**< no achievement or no absorption */
    IKM_VERDICT_EFFICIENT = 1,    /**< efisien: claimable, and achievement above absorption */
    IKM_VERDICT_INEFFICIENT = 2,  /**< tidak efisien: claimable, achievement not above absorption */
    IKM_VERDICT_NOT_CLAIMABLE = 3 /**< tidak dapat disimpulkan: the achievement is below 100 % */
} ikm_verdict;

/** Which program pays for which indicator. */
typedef struct ikm_link {
    ikm_text indicator; /**< its name */
    ikm_text program;   /**< a code of the budget */
} ikm_link;

/** An indicator beside its money. Borrowed. */
typedef struct ikm_efficiency_line {
    const ikm_achieved *indicator;
    ikm_amount budget; /**< of its programs together */
    ikm_amount realization;
    ikm_percent absorption;
    ikm_percent efficiency; /**< by the kind; of IKM_EFFICIENCY_RASIO a plain number. IKM_EFFICIENCY_SISA needs no
                                 achievement */
    int claimable;
    ikm_verdict verdict;
} ikm_efficiency_line;

/** Indicators beside their money; frozen. */
typedef struct ikm_efficiency ikm_efficiency;

/**
 * Set indicators beside the programs that pay for them: a line an indicator of the
 * achievement that has a link. A link holds for every indicator of that name; one that is
 * known from other years alone gives no line. Achievements are taken uncapped.
 * @param out          Yours; free with ikm_efficiency_free().
 * @param achievement  Borrowed while it lives, as `budget`.
 * @param links        Each pair once.
 * @param err          `line` is the position in `links` from 1.
 * @return IKM_OK; IKM_ERR_UNKNOWN: no such indicator or program; IKM_ERR_INVALID: a link twice, or a
 *         program and one under it for one indicator; IKM_ERR_OVERFLOW, IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then
 *         `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_efficiency_new(ikm_efficiency **out, const ikm_achievement *achievement,
                                                     const ikm_budget *budget, const ikm_link *links, size_t count,
                                                     ikm_efficiency_kind kind, ikm_lang lang, const ikm_mem *mem,
                                                     ikm_error *err);

/** Free it; NULL is fine. */
IKM_API void ikm_efficiency_free(ikm_efficiency *efficiency);

/** The definition that it was made by. */
IKM_API ikm_efficiency_kind ikm_efficiency_definition(const ikm_efficiency *efficiency);

/** How many indicators have a program that pays for them; a line each, in the order of the achievement; NULL beyond the
 * last. */
IKM_API size_t ikm_efficiency_count(const ikm_efficiency *efficiency);
IKM_API const ikm_efficiency_line *ikm_efficiency_at(const ikm_efficiency *efficiency, size_t index);

/** A component with its value. */
typedef struct ikm_component {
    ikm_text name;     /**< matched to the instrument's names, whatever the case and punctuation; empty: by position */
    ikm_amount weight; /**< as the table has it; none: the instrument's. Another one than the instrument's is refused */
    ikm_amount value;
} ikm_component;

/** A component computed. Borrowed. */
typedef struct ikm_component_line {
    const char *name;
    ikm_decimal weight;
    ikm_amount value;
    ikm_percent percent; /**< value / weight x 100 */
} ikm_component_line;

/** The components of an instrument with their values; frozen. */
typedef struct ikm_components ikm_components;

/**
 * Score the components of an instrument.
 * @param instrument  Borrowed while the result lives.
 * @param rows        Each component at most once, by name or in the instrument's order.
 * @param err         `line` is the position in `rows` from 1.
 * @return IKM_OK; IKM_ERR_UNKNOWN: no such component; IKM_ERR_INVALID: twice, a value below 0 (or 1) or over its
 *         weight, no whole number where levels are; IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_components_new(ikm_components **out, const ikm_instrument *instrument,
                                                     const ikm_component *rows, size_t count, ikm_lang lang,
                                                     const ikm_mem *mem, ikm_error *err);

/** Free it; NULL is fine. */
IKM_API void ikm_components_free(ikm_components *components);

/** The instrument that it was made by. */
IKM_API const ikm_instrument *ikm_components_instrument(const ikm_components *components);

/** Every component of the instrument, in its order, also without a value; NULL beyond the last. */
IKM_API size_t ikm_components_count(const ikm_components *components);
IKM_API const ikm_component_line *ikm_components_at(const ikm_components *components, size_t index);

/** Total and the most that it could be. Not known where a component has no value: then there is no predicate. */
IKM_API ikm_amount ikm_components_total(const ikm_components *components);
IKM_API ikm_decimal ikm_components_maximum(const ikm_components *components);

/** Predicate of the total and its meaning; NULL where there is none. */
IKM_API const char *ikm_components_predicate(const ikm_components *components);
IKM_API const char *ikm_components_meaning(const ikm_components *components);

/** How many components have this level (1 ...); 0 where the instrument has no levels. */
IKM_API size_t ikm_components_at_level(const ikm_components *components, int level);

#ifdef __cplusplus
}
#endif

#endif
