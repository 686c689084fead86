#include "source.h"

#include "ikm/kind.h"

#include "base/mem.h"
#include "base/words.h"
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MARK_SIZE = 4 };

struct ikmi_source {
    ikmi_origin origin;
    char *name;
    int fd; /* -1: none */
    bool owns_fd;
    int64_t size;       /* -1: only from front to end, through `stream` */
    ikm_text bytes;     /* memory as a whole; else the head */
    char *head;         /* what `bytes` points to when it is ours */
    ikmi_stream stream; /* of a source without size */
    ikmi_encoding told;
    ikmi_wrapping wrapping;
};

ikm_status ikmi_io_error(ikm_error *err, int code, const char *name, ikm_lang lang)
{
    ikmi_word word = code == ENOENT                    ? IKMI_WORD_NO_SUCH_FILE
                     : code == EISDIR                  ? IKMI_WORD_IS_A_FOLDER
                     : code == EACCES || code == EPERM ? IKMI_WORD_NO_PERMISSION
                                                       : IKMI_WORD_CANNOT_READ;
    return ikmi_fail(err, IKM_ERR_IO, lang, word, IKMI_SAY(name, ikm_words_system(lang, code)));
}

static ikm_status io_error(const ikmi_source *source, int code, ikm_error *err)
{
    return ikmi_io_error(err, code, source->name, source->origin.lang);
}

/* All of `size` bytes, or as many as there are; -1 with errno. `offset` -1: from where the file stands. */
static ssize_t read_fully(int fd, int64_t offset, char *to, size_t size)
{
    size_t done = 0;
    while (done < size) {
        ssize_t n = offset >= 0 ? pread(fd, to + done, size - done, (off_t)(offset + (int64_t)done))
                                : read(fd, to + done, size - done);
        if (n == 0)
            break;
        if (n > 0)
            done += (size_t)n;
        else if (errno != EINTR)
            return -1;
    }
    return (ssize_t)done;
}

static bool is_gzip(ikm_text mark)
{
    return mark.size >= 2 && !memcmp(mark.data, "\x1F\x8B", 2);
}

/* As it was told; else by its byte order mark, or by the zeros that ASCII in UTF-16 has. */
static ikmi_wrapping utf16_of(const ikmi_source *source, ikm_text mark)
{
    if (source->told == IKMI_ENCODING_UTF16_LITTLE)
        return IKMI_WRAPPING_UTF16_LITTLE;
    if (source->told == IKMI_ENCODING_UTF16_BIG)
        return IKMI_WRAPPING_UTF16_BIG;
    if (source->told != IKMI_ENCODING_UNKNOWN)
        return IKMI_WRAPPING_NONE;
    const char *m = mark.data;
    if (mark.size >= 2 && !memcmp(m, "\xFF\xFE", 2))
        return IKMI_WRAPPING_UTF16_LITTLE;
    if (mark.size >= 2 && !memcmp(m, "\xFE\xFF", 2))
        return IKMI_WRAPPING_UTF16_BIG;
    if (mark.size < MARK_SIZE)
        return IKMI_WRAPPING_NONE;
    if (m[0] && !m[1] && m[2] && !m[3])
        return IKMI_WRAPPING_UTF16_LITTLE;
    return !m[0] && m[1] && !m[2] && m[3] ? IKMI_WRAPPING_UTF16_BIG : IKMI_WRAPPING_NONE;
}

/* The stream's first bytes, looked at and put back. */
static ikm_status look_at(ikmi_source *source, char mark[MARK_SIZE], size_t *size_out, ikm_error *err)
{
    ikmi_stream below = source->stream, *s = &source->stream;
    ikm_status status = below.read(below.ctx, mark, MARK_SIZE, size_out, err);
    if (status != IKM_OK)
        return status;
    *s = (ikmi_stream){NULL, NULL, NULL};
    return ikmi_stream_put_back(s, below, (ikm_text){mark, *size_out}, &source->origin, err);
}

/* A workbook or an archive within gzip, or gzip once more, was not seen when the file was looked at. */
static ikm_status judge_content(const ikmi_source *source, ikm_error *err)
{
    ikm_file_kind kind;
    const ikm_input head = {.bytes = source->bytes};
    if (source->wrapping != IKMI_WRAPPING_NONE || ikm_file_kind_find(&kind, &head, source->origin.lang, NULL) != IKM_OK)
        return IKM_OK;
    if (kind == IKM_FILE_GZIP)
        return ikmi_fail(err, IKM_ERR_DATA, source->origin.lang, IKMI_WORD_INGEST_GZIP_TWICE, IKMI_SAY(source->name));
    return ikm_file_kind_needs_reader(kind) ? ikm_file_kind_refuse(kind, source->name, source->origin.lang, err)
                                            : IKM_OK;
}

/* Decompress and transcode what the stream turns out to be, then fill the head from it. */
static ikm_status open_stream(ikmi_source *source, ikm_error *err)
{
    char mark[MARK_SIZE];
    size_t size;
    const ikmi_origin *origin = &source->origin;
    source->size = -1;
    ikm_status status = look_at(source, mark, &size, err);
    bool compressed = status == IKM_OK && is_gzip((ikm_text){mark, size});
    if (compressed) {
        status = ikmi_stream_gunzip(&source->stream, source->stream, origin, err);
        if (status == IKM_OK)
            status = look_at(source, mark, &size, err);
        else
            source->stream.free = NULL;
    }
    if (status != IKM_OK)
        return status;
    source->wrapping = source->wrapping ? source->wrapping : utf16_of(source, (ikm_text){mark, size});
    if (source->wrapping == IKMI_WRAPPING_UTF16_LITTLE || source->wrapping == IKMI_WRAPPING_UTF16_BIG) {
        status = ikmi_stream_of_utf16(&source->stream, source->stream, source->wrapping == IKMI_WRAPPING_UTF16_BIG,
                                      origin, err);
        if (status != IKM_OK) {
            source->stream.free = NULL;
            return status;
        }
    }
    source->head = ikmi_alloc(origin->mem, IKMI_HEAD_SIZE);
    if (!source->head)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, origin->lang);
    source->bytes.data = source->head;
    status = source->stream.read(source->stream.ctx, source->head, IKMI_HEAD_SIZE, &source->bytes.size, err);
    return status == IKM_OK && compressed ? judge_content(source, err) : status;
}

/* A file that can be read anywhere, unless it has to be decompressed or transcoded. */
static ikm_status open_seekable(ikmi_source *source, int64_t size, ikm_error *err)
{
    source->size = size;
    source->head = ikmi_alloc(source->origin.mem, IKMI_HEAD_SIZE);
    if (!source->head)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, source->origin.lang);
    ssize_t got = read_fully(source->fd, 0, source->head, IKMI_HEAD_SIZE);
    if (got < 0)
        return io_error(source, errno, err);
    source->bytes = (ikm_text){source->head, (size_t)got};
    return IKM_OK;
}

static ikm_status open_file(ikmi_source *source, const char *path, ikm_error *err)
{
    struct stat st;
    char mark[MARK_SIZE];
    source->owns_fd = strcmp(path, "-") != 0;
    source->fd = source->owns_fd ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (source->fd < 0 || fstat(source->fd, &st) != 0)
        return io_error(source, errno, err);
    if (S_ISDIR(st.st_mode))
        return io_error(source, EISDIR, err);
    if (S_ISREG(st.st_mode) && source->owns_fd) {
        ssize_t got = read_fully(source->fd, 0, mark, MARK_SIZE);
        if (got < 0)
            return io_error(source, errno, err);
        ikm_text seen = {mark, (size_t)got};
        if (!is_gzip(seen) && !utf16_of(source, seen))
            return open_seekable(source, (int64_t)st.st_size, err);
    }
    ikm_status status = ikmi_stream_of_file(&source->stream, source->fd, &source->origin, err);
    return status == IKM_OK ? open_stream(source, err) : status;
}

static ikm_status open_memory(ikmi_source *source, ikm_text bytes, ikm_error *err)
{
    if (!is_gzip(bytes) && !utf16_of(source, bytes)) {
        source->bytes = bytes;
        source->size = (int64_t)bytes.size;
        return IKM_OK;
    }
    ikm_status status = ikmi_stream_of_memory(&source->stream, bytes, &source->origin, err);
    return status == IKM_OK ? open_stream(source, err) : status;
}

static ikm_status open_rows(ikmi_source *source, const ikm_rows *rows, ikm_error *err)
{
    source->wrapping = IKMI_WRAPPING_ROWS;
    ikm_status status = ikmi_stream_of_rows(&source->stream, rows, &source->origin, err);
    return status == IKM_OK ? open_stream(source, err) : status;
}

ikm_status ikmi_source_new(ikmi_source **out, const ikm_input *input, ikmi_encoding told, ikm_lang lang,
                           const ikm_mem *mem, ikm_error *err)
{
    *out = NULL;
    const char *name = input->name ? input->name : input->path ? input->path : "-";
    ikmi_source *source = ikmi_alloc_zero(mem, 1, sizeof *source);
    if (!source)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    source->fd = -1;
    source->told = told;
    source->name = ikmi_copy_string(mem, name);
    source->origin = (ikmi_origin){source->name, lang, mem};
    ikm_status status = !source->name ? ikmi_fail_plain(err, IKM_ERR_NOMEM, lang)
                        : input->path ? open_file(source, input->path, err)
                        : input->rows ? open_rows(source, input->rows, err)
                                      : open_memory(source, input->bytes, err);
    if (status != IKM_OK) {
        ikmi_source_free(source);
        return status;
    }
    *out = source;
    return IKM_OK;
}

void ikmi_source_free(ikmi_source *source)
{
    if (!source)
        return;
    const ikm_mem *mem = source->origin.mem;
    if (source->stream.free)
        source->stream.free(source->stream.ctx);
    if (source->owns_fd && source->fd >= 0)
        close(source->fd);
    ikmi_release(mem, source->head);
    ikmi_release(mem, source->name);
    ikmi_release(mem, source);
}

const char *ikmi_source_name(const ikmi_source *source)
{
    return source->name;
}

ikmi_wrapping ikmi_source_wrapping(const ikmi_source *source)
{
    return source->wrapping;
}

int64_t ikmi_source_size(const ikmi_source *source)
{
    return source->size;
}

ikm_text ikmi_source_head(const ikmi_source *source)
{
    ikm_text head = source->bytes;
    if (head.size > IKMI_HEAD_SIZE)
        head.size = IKMI_HEAD_SIZE;
    return head;
}

/* From the bytes in memory: all there is, or the head of a stream. */
static size_t read_memory(const ikmi_source *source, int64_t offset, char *to, size_t size)
{
    if ((uint64_t)offset >= source->bytes.size)
        return 0;
    size_t left = source->bytes.size - (size_t)offset, part = left < size ? left : size;
    memcpy(to, source->bytes.data + offset, part);
    return part;
}

ikm_status ikmi_source_read(ikmi_source *source, int64_t offset, char *to, size_t size, size_t *got_out, ikm_error *err)
{
    if (source->size >= 0 && source->fd >= 0) {
        ssize_t n = read_fully(source->fd, offset, to, size);
        if (n < 0)
            return io_error(source, errno, err);
        *got_out = (size_t)n;
        return IKM_OK;
    }
    size_t got = read_memory(source, offset, to, size), more = 0;
    ikm_status status = IKM_OK;
    if (got < size && source->stream.read)
        status = source->stream.read(source->stream.ctx, to + got, size - got, &more, err);
    *got_out = got + more;
    return status;
}
