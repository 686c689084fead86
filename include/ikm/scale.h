/**
 * @file scale.h
 * Scales of predicates and instruments of components, as data: what a percentage, a
 * sum of points or a level is called.
 *
 * Frozen objects may be shared by any number of threads.
 */
#ifndef IKM_SCALE_H
#define IKM_SCALE_H

#include "ikm/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Limits of what a user may bring. */
enum { IKM_PREDICATES_MAX = 20, IKM_COMPONENTS_MAX = 64 };

/**
 * A scale: predicates with the bound of each; frozen.
 * A lower-closed scale gives the first predicate, from the best, whose bound the value
 * reaches (91 is "Sangat Tinggi" of 91, 76, 66, 51); an upper-closed one the best whose
 * bound the value passes (70 is "B" where BB begins above 70).
 */
typedef struct ikm_scale ikm_scale;

/** How many scales are built in; each, the default one first (permendagri-86-2017); NULL beyond the last. Static. */
IKM_API size_t ikm_scale_count(void);
IKM_API const ikm_scale *ikm_scale_at(size_t index);

/** The built-in scale of this name; NULL if there is none. Static. */
IKM_API const ikm_scale *ikm_scale_named(const char *name);

/**
 * Read a scale from JSON (its form: README, "A scale of your own").
 * @param out   Yours; free with ikm_scale_free().
 * @param json  The text.
 * @param lang  The language of messages.
 * @param mem   NULL: malloc; borrowed while the scale lives.
 * @param err   A syntax fault by line and column, a fault of meaning by its path; may be NULL.
 * @return IKM_OK; IKM_ERR_SYNTAX, IKM_ERR_INVALID, IKM_ERR_NOMEM, IKM_ERR_ARGUMENT: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_scale_read(ikm_scale **out, ikm_text json, ikm_lang lang, const ikm_mem *mem,
                                                 ikm_error *err);

/** Free what ikm_scale_read() gave; NULL and built-in scales are left alone. */
IKM_API void ikm_scale_free(ikm_scale *scale);

/** Its name ("permendagri-86-2017") and its full title. */
IKM_API const char *ikm_scale_name(const ikm_scale *scale);
IKM_API const char *ikm_scale_title(const ikm_scale *scale);

/** How many predicates; 1 is the best. */
IKM_API int ikm_scale_predicate_count(const ikm_scale *scale);

/** A predicate ("Sangat Tinggi", "BB"), and what it means ("Sangat Baik"; "" where it needs no word); NULL out of
 * range. */
IKM_API const char *ikm_scale_predicate(const ikm_scale *scale, int predicate);
IKM_API const char *ikm_scale_meaning(const ikm_scale *scale, int predicate);

/** The bound from which (lower-closed) or above which (upper-closed) a predicate begins; {0, 0} out of range. */
IKM_API ikm_decimal ikm_scale_bound(const ikm_scale *scale, int predicate);

/** 1: bounds belong to the predicate below (upper-closed); 0: to the one above. */
IKM_API int ikm_scale_upper_closed(const ikm_scale *scale);

/** 1: the printed bands are in whole numbers, so that a value is rounded before it is compared (convention "rounded").
 */
IKM_API int ikm_scale_whole(const ikm_scale *scale);

/** The predicate of an exact value, 1 to count; the worst one also for what lies below its bound. */
IKM_API int ikm_scale_find(const ikm_scale *scale, ikm_ratio value);

/**
 * An instrument of components: their names, their weights (highest points) or the levels
 * that they can have, and the scale of the total; frozen.
 */
typedef struct ikm_instrument ikm_instrument;

/** How many instruments are built in (sakip-2021, kematangan-2018); each; NULL beyond the last. Static. */
IKM_API size_t ikm_instrument_count(void);
IKM_API const ikm_instrument *ikm_instrument_at(size_t index);

/** The built-in instrument of this name; NULL if there is none. Static. */
IKM_API const ikm_instrument *ikm_instrument_named(const char *name);

/** Read an instrument from JSON (README, "Components of your own"); as ikm_scale_read(). */
IKM_API IKM_MUST_CHECK ikm_status ikm_instrument_read(ikm_instrument **out, ikm_text json, ikm_lang lang,
                                                      const ikm_mem *mem, ikm_error *err);

/** Free what ikm_instrument_read() gave; NULL and built-in instruments are left alone. */
IKM_API void ikm_instrument_free(ikm_instrument *instrument);

/** Its name, its full title, the scale of its total. */
IKM_API const char *ikm_instrument_name(const ikm_instrument *instrument);
IKM_API const char *ikm_instrument_title(const ikm_instrument *instrument);
IKM_API const ikm_scale *ikm_instrument_scale(const ikm_instrument *instrument);

/** How many components; the name of each; NULL beyond the last. */
IKM_API size_t ikm_instrument_component_count(const ikm_instrument *instrument);
IKM_API const char *ikm_instrument_component(const ikm_instrument *instrument, size_t component);

/** The most points that a component can have (its weight; of levels the highest level). */
IKM_API ikm_decimal ikm_instrument_weight(const ikm_instrument *instrument, size_t component);

/** Highest level of the components (5: values are whole, 1 to 5); 0: points with decimals, 0 to the weight. */
IKM_API int ikm_instrument_levels(const ikm_instrument *instrument);

#ifdef __cplusplus
}
#endif

#endif
