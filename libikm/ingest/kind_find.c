/* A file is opened and looked at, and left as it was. */
#include "kind.h"

#include "base/mem.h"
#include "base/words.h"
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int64_t read_memory(const void *ctx, int64_t offset, void *out, size_t size)
{
    const ikm_text *bytes = ctx;
    if (offset < 0 || (uint64_t)offset >= bytes->size)
        return 0;
    size_t left = bytes->size - (size_t)offset, part = size < left ? size : left;
    memcpy(out, bytes->data + offset, part);
    return (int64_t)part;
}

static int64_t read_file(const void *ctx, int64_t offset, void *out, size_t size)
{
    const int *fd = ctx;
    size_t done = 0;
    while (done < size) {
        ssize_t got = pread(*fd, (char *)out + done, size - done, (off_t)(offset + (int64_t)done));
        if (got == 0)
            break;
        if (got > 0)
            done += (size_t)got;
        else if (errno != EINTR)
            return -1;
    }
    return (int64_t)done;
}

static ikm_status look_at_file(ikm_file_kind *out, int fd, const char *name, ikm_lang lang, ikm_error *err)
{
    struct stat about;
    if (fd < 0 || fstat(fd, &about) != 0)
        return ikmi_io_error(err, errno, name, lang);
    if (S_ISDIR(about.st_mode))
        return ikmi_io_error(err, EISDIR, name, lang);
    const ikmi_looking at = {read_file, &fd, (int64_t)about.st_size};
    *out = S_ISREG(about.st_mode) ? ikmi_kind_of(&at) : IKM_FILE_UNSEEN;
    return IKM_OK;
}

ikm_status ikm_file_kind_find(ikm_file_kind *out, const ikm_input *input, ikm_lang lang, ikm_error *err)
{
    if (!out || !input || input->rows || (!input->path && !input->bytes.data && input->bytes.size))
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    if (!input->path) {
        const ikmi_looking at = {read_memory, &input->bytes, (int64_t)input->bytes.size};
        *out = ikmi_kind_of(&at);
        return IKM_OK;
    }
    const char *name = input->name ? input->name : input->path;
    if (!strcmp(input->path, "-"))
        return look_at_file(out, STDIN_FILENO, name, lang, err);
    /* O_NONBLOCK: to look at a named pipe must not wait for its writer */
    int fd = open(input->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ikm_status status = look_at_file(out, fd, name, lang, err);
    if (fd >= 0)
        close(fd);
    return status;
}
