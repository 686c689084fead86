/* Number formats of a workbook: which cells are dates, and what of them is shown; which are percentages. */
#ifndef IKMI_STYLES_H
#define IKMI_STYLES_H

#include "moment.h"
#include "package.h"

typedef struct ikmi_styles {
    const ikmi_desk *desk;
    unsigned char *kinds; /* an ikmi_moment_kind for each cell format, or that of a percentage */
    size_t count, capacity;
} ikmi_styles;

/* `path` NULL: no cell is a date. */
ikm_status ikmi_styles_read(ikmi_styles *out, const ikmi_package *package, const char *path, ikm_error *err);
void ikmi_styles_done(ikmi_styles *styles);

ikmi_moment_kind ikmi_styles_kind(const ikmi_styles *styles, size_t number);

/* Does it show 0.95 as 95%? */
bool ikmi_styles_is_percent(const ikmi_styles *styles, size_t number);
bool ikmi_styles_is_percent_code(const char *code);

/* Of a format code, as "d/m/yyyy h:mm". */
ikmi_moment_kind ikmi_styles_kind_of_code(const char *code);

#endif
