/* Bytes of a cell to UTF-8. */
#ifndef IKMI_ENCODING_H
#define IKMI_ENCODING_H

#include "base/buffer.h"

#include "dialect.h"

/* Bytes of the UTF-8 character that begins here: 1 to 4; 0 if it is none. */
size_t ikmi_utf8_length(const char *bytes, size_t size);

/* Position of the first byte above 127; `size` if there is none. */
size_t ikmi_first_high(const char *bytes, size_t size);

/* What a file is whose first byte above 127 stands at the beginning of `bytes`. */
ikmi_encoding ikmi_encoding_of(const char *bytes, size_t size);

/* Are these bytes plain text as they stand: ASCII without NUL? */
bool ikmi_is_plain(ikm_text bytes);

/* Append as UTF-8; what is no text (invalid bytes, NUL) becomes U+FFFD. True if there was such. */
bool ikmi_encoding_add(ikmi_buffer *out, ikm_text bytes, ikmi_encoding encoding);

const char *ikmi_encoding_name(ikmi_encoding encoding);

#endif
