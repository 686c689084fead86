/* The one growing buffer. A refused allocation is remembered: add freely, ask once at the end. */
#ifndef IKMI_BUFFER_H
#define IKMI_BUFFER_H

#include "ikm/base.h"

typedef struct ikmi_buffer {
    const ikm_mem *mem;
    char *data; /* NUL-terminated when size > 0 or capacity > 0 */
    size_t size;
    size_t capacity;
    ikm_status status; /* IKM_OK, or IKM_ERR_NOMEM since the first refusal */
} ikmi_buffer;

void ikmi_buffer_init(ikmi_buffer *buffer, const ikm_mem *mem);
void ikmi_buffer_done(ikmi_buffer *buffer);  /* frees; may be used again afterwards */
void ikmi_buffer_clear(ikmi_buffer *buffer); /* empties, keeps the memory and forgets a failure */

void ikmi_buffer_add(ikmi_buffer *buffer, const void *bytes, size_t size);
void ikmi_buffer_add_string(ikmi_buffer *buffer, const char *string);
void ikmi_buffer_add_char(ikmi_buffer *buffer, char c);
void ikmi_buffer_add_integer(ikmi_buffer *buffer, int64_t value);

/* Room for `size` more bytes; their address, or NULL when refused. The caller then adds to `size`. */
char *ikmi_buffer_reserve(ikmi_buffer *buffer, size_t size);

ikm_text ikmi_buffer_text(const ikmi_buffer *buffer);

#endif
