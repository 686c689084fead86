/*
 * Records found at the speed of memory. The scan sees to what nearly every record
 * is: quotes that open after a delimiter, close before one, and hold no line
 * break. At the first record that is anything else it stops; record.c then takes
 * that one record apart with care, and the scan goes on behind it. So both ways
 * give the same records, and the careful one is the definition.
 */
#ifndef IKMI_SCAN_H
#define IKMI_SCAN_H

#include "dialect.h"

enum {
    IKMI_SCAN_PADDING = 64, /* a window must be readable this far behind its end */
    IKMI_SCAN_POSITIONS = 8192,
    IKMI_SCAN_RECORDS = 1024
};

typedef struct ikmi_index {
    size_t record_count;
    uint32_t field_end[IKMI_SCAN_RECORDS];  /* of record r: how many positions up to and with its last */
    uint32_t position[IKMI_SCAN_POSITIONS]; /* in the window: the delimiter or newline that ends each field */
    size_t next;                            /* in the window: where the first record that is not indexed begins */
    bool careful;                           /* that record is for record.c */
    bool high;                              /* there may be bytes above 127 */
} ikmi_index;

/*
 * Index the records of window[from .. size), of which window[from] begins one.
 * Not careful and no records: the window holds no complete record.
 */
typedef void (*ikmi_scan_fn)(ikmi_index *out, const char *window, size_t from, size_t size,
                             const ikmi_dialect *dialect);

/* The best way for this processor. */
ikmi_scan_fn ikmi_scan_best(void);

/* The ways there are; all give the same. */
void ikmi_scan_portable(ikmi_index *out, const char *window, size_t from, size_t size, const ikmi_dialect *dialect);
void ikmi_scan_base(ikmi_index *out, const char *window, size_t from, size_t size, const ikmi_dialect *dialect);
#if defined(__x86_64__)
void ikmi_scan_avx2(ikmi_index *out, const char *window, size_t from, size_t size, const ikmi_dialect *dialect);
#endif

#endif
