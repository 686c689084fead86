/* Columns that are numbered alike: p1 to p9, answer1 to answer9, G01Q01 to G01Q09. */
#ifndef IKMI_FAMILIES_H
#define IKMI_FAMILIES_H

#include "claims.h"

/*
 * Has the numbering of this column each number of the elements, with or without
 * words beside it, and scores in most of those without? Only then does a
 * mere number say which element it is: q1 and q2 alone may be anything.
 */
bool ikmi_family_is_complete(const ikmi_claims *claims, size_t column);

#endif
