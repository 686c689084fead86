/* Rows by their names, case, blanks and punctuation apart, as ikmi_same_name() tells them apart. */
#ifndef IKMI_REPORT_BY_NAME_H
#define IKMI_REPORT_BY_NAME_H

#include "indicator/lookup.h"

#define IKMI_NO_ROW SIZE_MAX

typedef struct ikmi_by_name {
    ikmi_lookup names;
    size_t *name_of; /* of each row: the number of its name */
    size_t *first;   /* of each name: its first row */
    size_t *next;    /* of each row: the next one of that name; IKMI_NO_ROW at the end */
} ikmi_by_name;

typedef ikm_text (*ikmi_name_of_row)(const void *ctx, size_t row);

/* false: no memory; ikmi_by_name_done() is right all the same. */
bool ikmi_by_name_init(ikmi_by_name *out, const ikm_mem *mem, size_t count, ikmi_name_of_row name, const void *ctx);
void ikmi_by_name_done(ikmi_by_name *rows);

/* The first row of a name; IKMI_NO_ROW if there is none, also where `rows` is zeroed. */
size_t ikmi_by_name_find(const ikmi_by_name *rows, ikm_text name);

#endif
