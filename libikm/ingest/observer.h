/* Who wants to know more of a dump than its scores. One reader at a time. */
#ifndef IKMI_OBSERVER_H
#define IKMI_OBSERVER_H

#include "ikm/base.h"

struct ikmi_reader;
struct ikmi_found;

typedef struct ikmi_observer {
    /* Each record that could be taken apart and is not empty, before anything is said of it. */
    ikm_status (*record)(void *ctx, struct ikmi_reader *reader, const struct ikmi_found *found);
    /* Each cell that is no score of its element. */
    ikm_status (*unknown)(void *ctx, size_t element, ikm_text cell);
    void *ctx;
} ikmi_observer;

#endif
