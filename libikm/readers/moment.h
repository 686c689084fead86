/* Days and seconds as 2024-01-31 12:49:00, from the two ways in which files count them. */
#ifndef IKMI_MOMENT_H
#define IKMI_MOMENT_H

#include "numeral.h"

enum { IKMI_MOMENT_SIZE = IKMI_NUMERAL_SIZE }; /* so that one buffer serves both */

/* What a format shows; the two may be together. */
typedef enum ikmi_moment_kind {
    IKMI_MOMENT_NONE = 0,
    IKMI_MOMENT_DATE = 1,
    IKMI_MOMENT_TIME = 2,
    IKMI_MOMENT_BOTH = 3,
    IKMI_MOMENT_ELAPSED = 4 /* hours that go on after 24 */
} ikmi_moment_kind;

/*
 * The serial number of a workbook. The time is written where the format shows
 * one, and where there is one. Returns the bytes; 0 if no day has that number.
 */
size_t ikmi_moment_of_serial(char out[IKMI_MOMENT_SIZE], const ikmi_numeral *serial, ikmi_moment_kind kind,
                             bool from_1904);

/* The seconds of SPSS: since 1582-10-14, or of a length of time. Returns the bytes; 0 if out of range. */
size_t ikmi_moment_of_spss(char out[IKMI_MOMENT_SIZE], double seconds, ikmi_moment_kind kind);

/* What a cell of type "d" holds, 2024-01-31T12:49:00.000Z, in our form; returns the new size. */
size_t ikmi_moment_plain(char *text, size_t size);

#endif
