/* Text made comparable: case, accents of compatibility, punctuation and runs of blanks do not matter. */
#ifndef IKMI_FOLD_H
#define IKMI_FOLD_H

#include "ikm/base.h"

/*
 * Fold `text` into `out`: NFKC casefolded; everything that is neither a letter nor a
 * digit becomes one blank; no blank at either end. Cut at a whole character when
 * `size` is too small; NUL-terminated. Returns the bytes written. Never fails:
 * bytes that are no UTF-8 count as blanks.
 */
size_t ikmi_fold(char *out, size_t size, ikm_text text);

/* Without blanks (also U+00A0 and the BOM) at both ends. */
ikm_text ikmi_trim(ikm_text text);

#endif
