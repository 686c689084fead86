#include "source.h"

#include "base/mem.h"
#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct ikmi_source {
    const ikm_mem *mem;
    ikm_lang lang;
    char *name;
    int fd;           /* -1: memory */
    int64_t size;     /* -1: a stream */
    ikm_text bytes;   /* of memory: all of it; else the head */
    char *head;       /* what `bytes` points to when it is ours */
    int64_t position; /* of a stream: what was read from it so far */
};

static ikm_status io_error(const ikmi_source *source, int code, ikm_error *err)
{
    ikmi_word word = code == ENOENT                    ? IKMI_WORD_NO_SUCH_FILE
                     : code == EISDIR                  ? IKMI_WORD_IS_A_FOLDER
                     : code == EACCES || code == EPERM ? IKMI_WORD_NO_PERMISSION
                                                       : IKMI_WORD_CANNOT_READ;
    return ikmi_fail(err, IKM_ERR_IO, source->lang, word, IKMI_SAY(source->name, strerror(code)));
}

/* All of `size` bytes, or as many as there are; -1 with errno. */
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

static ikm_status open_file(ikmi_source *source, const char *path, ikm_error *err)
{
    struct stat st;
    source->fd = strcmp(path, "-") ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (source->fd < 0 || fstat(source->fd, &st) != 0)
        return io_error(source, errno, err);
    if (S_ISDIR(st.st_mode))
        return io_error(source, EISDIR, err);
    source->size = S_ISREG(st.st_mode) && source->fd != STDIN_FILENO ? (int64_t)st.st_size : -1;
    source->head = ikmi_alloc(source->mem, IKMI_HEAD_SIZE);
    if (!source->head)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, source->lang);
    ssize_t got = read_fully(source->fd, source->size < 0 ? -1 : 0, source->head, IKMI_HEAD_SIZE);
    if (got < 0)
        return io_error(source, errno, err);
    source->bytes = (ikm_text){source->head, (size_t)got};
    source->position = got;
    return IKM_OK;
}

ikm_status ikmi_source_new(ikmi_source **out, const ikm_input *input, ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    *out = NULL;
    const char *name = input->name ? input->name : input->path ? input->path : "-";
    ikmi_source *source = ikmi_alloc_zero(mem, 1, sizeof *source);
    if (!source)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    source->mem = mem;
    source->lang = lang;
    source->fd = -1;
    source->name = ikmi_copy_string(mem, name);
    ikm_status status = IKM_OK;
    if (!source->name)
        status = ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    else if (input->path)
        status = open_file(source, input->path, err);
    else
        source->bytes = input->bytes, source->size = (int64_t)input->bytes.size;
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
    if (source->fd > STDIN_FILENO)
        close(source->fd);
    ikmi_release(source->mem, source->head);
    ikmi_release(source->mem, source->name);
    ikmi_release(source->mem, source);
}

const char *ikmi_source_name(const ikmi_source *source)
{
    return source->name;
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

ikm_status ikmi_source_read(ikmi_source *source, int64_t offset, char *to, size_t size, size_t *got_out, ikm_error *err)
{
    size_t got = 0;
    if ((uint64_t)offset < source->bytes.size && (source->size < 0 || source->fd < 0)) {
        got = source->bytes.size - (size_t)offset;
        got = got < size ? got : size;
        memcpy(to, source->bytes.data + offset, got);
    }
    if (source->fd >= 0 && got < size) {
        bool stream = source->size < 0;
        ssize_t n = read_fully(source->fd, stream ? -1 : offset, to + got, size - got);
        if (n < 0)
            return io_error(source, errno, err);
        got += (size_t)n;
        source->position += stream ? n : 0;
    }
    *got_out = got;
    return IKM_OK;
}
