/* Scales and instruments of components as data: what stands behind ikm_scale and ikm_instrument. */
#ifndef IKMI_RULES_SCALES_H
#define IKMI_RULES_SCALES_H

#include "ikm/scale.h"

#include "rules.h"

/* A bound is 0 to 10^6 with up to 6 places, so that a value cut after more places still compares rightly. */
enum { IKMI_BOUND_PLACES_MAX = 6, IKMI_BOUND_MAX = 1000000 };

typedef struct ikmi_predicate {
    const char *name;
    const char *meaning; /* "" where the name says it */
    ikm_decimal bound;
} ikmi_predicate;

struct ikm_scale {
    const char *name;
    const char *title;
    int count;
    const ikmi_predicate *predicates; /* the best first */
    bool upper_closed;
    bool whole;
    ikmi_own own;
};

typedef struct ikmi_component {
    const char *name;
    ikm_decimal weight;
} ikmi_component;

struct ikm_instrument {
    const char *name;
    const char *title;
    const ikm_scale *scale;
    size_t count;
    const ikmi_component *components;
    int levels;
    ikmi_own own;
};

extern const ikm_scale ikmi_permendagri_86_2017_scale;
extern const ikm_scale ikmi_sakip_2021_scale;
extern const ikm_scale ikmi_kematangan_2018_scale;
extern const ikm_instrument ikmi_sakip_2021_instrument;
extern const ikm_instrument ikmi_kematangan_2018_instrument;

#endif
