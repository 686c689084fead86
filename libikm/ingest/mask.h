/* What looks like personal data is not shown: NIK, phone numbers, e-mail and IP addresses. */
#ifndef IKMI_MASK_H
#define IKMI_MASK_H

#include "ikm/base.h"

/*
 * Copy `text` for a message: personal data masked with *, control characters and
 * line breaks as blanks, invalid UTF-8 as U+FFFD, cut with "..." to `size` bytes.
 */
void ikmi_mask(char *out, size_t size, ikm_text text);

#endif
