/* Bytes on their way to a sink, a block at a time. After the first failure everything is swallowed. */
#ifndef IKMI_STREAM_H
#define IKMI_STREAM_H

#include "ikm/document.h"

#include <string.h>

enum { IKMI_STREAM_BLOCK = 65536 };

typedef struct ikmi_stream {
    ikm_sink sink;
    const ikm_mem *mem;
    char *block;
    size_t used;
    ikm_status status; /* IKM_ERR_NOMEM, IKM_ERR_IO */
} ikmi_stream;

void ikmi_stream_init(ikmi_stream *stream, ikm_sink sink, const ikm_mem *mem);

/* Hand on what is left, if all went well until now; free. `status` of what was written, or the stream's own. */
IKM_MUST_CHECK ikm_status ikmi_stream_done(ikmi_stream *stream, ikm_status status);

void ikmi_stream_flush(ikmi_stream *stream);
void ikmi_stream_add_long(ikmi_stream *stream, const char *bytes, size_t size);

static inline void ikmi_stream_add(ikmi_stream *stream, const char *bytes, size_t size)
{
    if (size > IKMI_STREAM_BLOCK - stream->used || stream->status != IKM_OK) {
        ikmi_stream_add_long(stream, bytes, size);
        return;
    }
    if (size)
        memcpy(stream->block + stream->used, bytes, size);
    stream->used += size;
}

static inline void ikmi_stream_add_char(ikmi_stream *stream, char c)
{
    ikmi_stream_add(stream, &c, 1);
}

static inline void ikmi_stream_add_string(ikmi_stream *stream, const char *string)
{
    ikmi_stream_add(stream, string, strlen(string));
}

#endif
