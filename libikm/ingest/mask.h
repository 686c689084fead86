/* What looks like personal data is not shown: NIK, phone numbers, e-mail and IP addresses, places on the map. */
#ifndef IKMI_MASK_H
#define IKMI_MASK_H

#include "ikm/base.h"

#include <stdbool.h>

/*
 * Copy `text` for a message: personal data masked as ****, control characters and
 * line breaks as blanks, invalid UTF-8 as U+FFFD, cut with "..." to `size` bytes.
 */
void ikmi_mask(char *out, size_t size, ikm_text text);

/* Is the whole of it, without surrounding blanks, one thing that ikmi_mask() would hide? */
bool ikmi_is_personal(ikm_text text);

#endif
