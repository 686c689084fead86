/* What looks like personal data inside a text. */
#ifndef IKMI_PERSONAL_H
#define IKMI_PERSONAL_H

#include "ikm/base.h"

/* Bytes of the e-mail address, number or place that begins at `offset`; 0 where nothing personal begins there. */
size_t ikmi_personal_size(ikm_text text, size_t offset);

#endif
