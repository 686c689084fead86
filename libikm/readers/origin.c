#include "origin.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { INPUT_MAX_MIB = 1024, BLOCK = 64 * 1024 };

static ikm_status fail_of_system(const ikmi_desk *desk, ikm_error *err, int number, const char *otherwise)
{
    const char *why = ikm_words_system(desk->lang, number);
    if (number == ENOENT || number == ENOTDIR)
        return ikmi_desk_fail(desk, err, IKM_ERR_IO, "NO_SUCH_FILE", NULL, 0);
    if (number == EACCES || number == EPERM)
        return ikmi_desk_fail(desk, err, IKM_ERR_IO, "NO_PERMISSION", NULL, 0);
    if (number == EISDIR)
        return ikmi_desk_fail(desk, err, IKM_ERR_IO, "IS_A_FOLDER", NULL, 0);
    return ikmi_desk_fail(desk, err, IKM_ERR_IO, otherwise, IKMI_WITH(why));
}

/* What cannot be read twice is kept: a zip and a .sav are read from several places. */
static ikm_status take_all(ikmi_origin *origin, const ikmi_desk *desk, ikm_error *err)
{
    size_t capacity = BLOCK, size = 0;
    char *bytes = ikmi_desk_resize(desk, NULL, capacity, 1);
    if (!bytes)
        return ikmi_desk_nomem(desk, err);
    origin->owned = bytes;
    for (;;) {
        ssize_t got = read(origin->fd, bytes + size, capacity - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_of_system(desk, err, errno, "CANNOT_READ");
        if (got == 0)
            break;
        size += (size_t)got;
        if (size > (size_t)INPUT_MAX_MIB << 20) {
            ikmi_digits limit = ikmi_digits_of(INPUT_MAX_MIB);
            return ikmi_desk_fail(desk, err, IKM_ERR_LIMIT, "READERS_INPUT_TOO_LARGE", IKMI_WITH(limit.text));
        }
        if (size == capacity) {
            bytes = ikmi_desk_resize(desk, bytes, capacity * 2, 1);
            if (!bytes)
                return ikmi_desk_nomem(desk, err);
            origin->owned = bytes;
            capacity *= 2;
        }
    }
    origin->bytes = bytes;
    origin->size = (int64_t)size;
    if (origin->owns_fd)
        close(origin->fd);
    origin->fd = -1;
    origin->owns_fd = false;
    origin->path = NULL;
    return IKM_OK;
}

static ikm_status open_path(ikmi_origin *origin, const ikmi_desk *desk, ikm_error *err)
{
    bool standard = !strcmp(origin->path, "-");
    origin->fd = standard ? STDIN_FILENO : open(origin->path, O_RDONLY | O_CLOEXEC);
    if (origin->fd < 0)
        return fail_of_system(desk, err, errno, "CANNOT_OPEN");
    origin->owns_fd = !standard;
    struct stat about;
    if (fstat(origin->fd, &about))
        return fail_of_system(desk, err, errno, "CANNOT_READ");
    if (S_ISDIR(about.st_mode))
        return fail_of_system(desk, err, EISDIR, "CANNOT_READ");
    if (standard || !S_ISREG(about.st_mode))
        return take_all(origin, desk, err);
    origin->size = (int64_t)about.st_size;
    return IKM_OK;
}

ikm_status ikmi_origin_open(ikmi_origin *out, const ikmi_desk *desk, const ikm_input *input, ikm_error *err)
{
    ikmi_origin origin = {.fd = -1, .path = input->path};
    ikm_status status = IKM_OK;
    if (input->path) {
        status = open_path(&origin, desk, err);
    } else {
        origin.bytes = input->bytes.data ? input->bytes.data : "";
        origin.size = (int64_t)input->bytes.size;
    }
    if (status != IKM_OK) {
        ikmi_origin_close(&origin, desk);
        return status;
    }
    *out = origin;
    return IKM_OK;
}

void ikmi_origin_close(ikmi_origin *origin, const ikmi_desk *desk)
{
    if (origin->owns_fd)
        close(origin->fd);
    ikmi_desk_release(desk, origin->owned);
    *origin = (ikmi_origin){.fd = -1};
}

int64_t ikmi_origin_read(const ikmi_origin *origin, int64_t offset, void *out, size_t size)
{
    if (origin->fd < 0) {
        if (offset < 0 || offset >= origin->size)
            return 0;
        size_t left = (size_t)(origin->size - offset);
        size = size < left ? size : left;
        memcpy(out, origin->bytes + offset, size);
        return (int64_t)size;
    }
    size_t done = 0;
    while (done < size) {
        ssize_t got = pread(origin->fd, (char *)out + done, size - done, (off_t)(offset + (int64_t)done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += (size_t)got;
    }
    return (int64_t)done;
}
