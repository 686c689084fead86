#include "stream.h"

#include "base/mem.h"

void ikmi_stream_init(ikmi_stream *stream, ikm_sink sink, const ikm_mem *mem)
{
    *stream = (ikmi_stream){.sink = sink, .mem = mem};
    stream->block = ikmi_alloc(mem, IKMI_STREAM_BLOCK);
    stream->status = stream->block ? IKM_OK : IKM_ERR_NOMEM;
}

void ikmi_stream_flush(ikmi_stream *stream)
{
    if (stream->used && stream->status == IKM_OK && stream->sink.write(stream->sink.ctx, stream->block, stream->used))
        stream->status = IKM_ERR_IO;
    stream->used = 0;
}

void ikmi_stream_add_long(ikmi_stream *stream, const char *bytes, size_t size)
{
    while (size && stream->status == IKM_OK) {
        size_t room = IKMI_STREAM_BLOCK - stream->used, part = size < room ? size : room;
        memcpy(stream->block + stream->used, bytes, part);
        stream->used += part;
        bytes += part;
        size -= part;
        if (stream->used == IKMI_STREAM_BLOCK)
            ikmi_stream_flush(stream);
    }
}

ikm_status ikmi_stream_done(ikmi_stream *stream, ikm_status status)
{
    if (status == IKM_OK) {
        ikmi_stream_flush(stream);
        status = stream->status;
    }
    ikmi_release(stream->mem, stream->block);
    stream->block = NULL;
    return status;
}
