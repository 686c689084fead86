/* A result is complete or absent: it grows in a temporary file beside its place and is renamed. */
#include "mem.h"
#include "words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct ikm_output {
    int fd;
    int failed; /* errno of the first write that failed */
    bool in_place;
    ikm_lang lang;
    char *path, *temporary;
    size_t used;
    char block[65536];
};

static ikm_status io_error(ikm_error *err, ikm_lang lang, const char *path, int code)
{
    ikmi_word word = code == ENOSPC              ? IKMI_WORD_DISK_FULL
                     : code == ENOENT            ? IKMI_WORD_NO_SUCH_FOLDER
                     : code == EACCES || code == EPERM ? IKMI_WORD_NO_PERMISSION
                     : code == EISDIR            ? IKMI_WORD_IS_A_FOLDER
                                                 : IKMI_WORD_CANNOT_WRITE;
    return ikmi_fail(err, IKM_ERR_IO, lang, word, IKMI_SAY(path, strerror(code)));
}

static void flush(ikm_output *output)
{
    size_t done = 0;
    while (done < output->used && !output->failed) {
        ssize_t n = write(output->fd, output->block + done, output->used - done);
        if (n >= 0)
            done += (size_t)n;
        else if (errno != EINTR)
            output->failed = errno;
    }
    output->used = 0;
}

static int take(void *ctx, const void *bytes, size_t size)
{
    ikm_output *output = ctx;
    const char *from = bytes;
    while (size > 0 && !output->failed) {
        size_t room = sizeof output->block - output->used, part = size < room ? size : room;
        memcpy(output->block + output->used, from, part);
        output->used += part;
        from += part;
        size -= part;
        if (output->used == sizeof output->block)
            flush(output);
    }
    return output->failed;
}

/* The target itself when it is a device or a pipe, else a new file beside it. */
static int open_target(ikm_output *output, unsigned mode)
{
    struct stat st;
    bool exists = stat(output->path, &st) == 0;
    if (exists && S_ISDIR(st.st_mode))
        return errno = EISDIR, -1;
    if (exists && !S_ISREG(st.st_mode)) {
        output->in_place = true;
        return open(output->path, O_WRONLY | O_CLOEXEC);
    }
    if (exists && access(output->path, W_OK) != 0)
        return -1;
    size_t size = strlen(output->path) + sizeof ".XXXXXX";
    output->temporary = ikmi_alloc(NULL, size);
    if (!output->temporary)
        return errno = ENOMEM, -1;
    snprintf(output->temporary, size, "%s.XXXXXX", output->path);
    int fd = mkstemp(output->temporary);
    if (fd < 0) {
        ikmi_release(NULL, output->temporary);
        output->temporary = NULL;
        return -1;
    }
    mode_t mask = umask(0);
    umask(mask);
    /* an existing file keeps its permissions, but a private one is made private */
    mode_t bits = exists && mode != 0600 ? st.st_mode & 0777 : (mode_t)mode & ~mask;
    if (fchmod(fd, bits) != 0)
        output->failed = errno;
    return fd;
}

ikm_status ikm_output_new(ikm_output **out, const char *path, unsigned mode, ikm_lang lang, ikm_error *err)
{
    if (!out)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    *out = NULL;
    if (!path || !*path)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_output *output = ikmi_alloc(NULL, sizeof *output);
    if (!output)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    output->failed = 0;
    output->used = 0;
    output->lang = lang;
    output->temporary = NULL;
    output->in_place = !strcmp(path, "-");
    output->path = ikmi_copy_string(NULL, output->in_place ? "stdout" : path);
    output->fd = !output->path ? -1 : output->in_place ? STDOUT_FILENO : open_target(output, mode);
    if (output->fd < 0) {
        ikm_status status = output->path ? io_error(err, lang, path, errno) : ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
        ikmi_release(NULL, output->path);
        ikmi_release(NULL, output);
        return status;
    }
    *out = output;
    return IKM_OK;
}

ikm_sink ikm_output_sink(ikm_output *output)
{
    ikm_sink sink = {take, output};
    return sink;
}

ikm_status ikm_output_commit(ikm_output *output, ikm_error *err)
{
    if (!output)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, IKM_LANG_ID);
    flush(output);
    if (output->fd != STDOUT_FILENO && close(output->fd) != 0 && !output->failed)
        output->failed = errno;
    output->fd = -1;
    if (output->temporary && !output->failed) {
        if (rename(output->temporary, output->path) != 0)
            output->failed = errno;
        else
            output->temporary[0] = '\0';
    }
    ikm_status status = output->failed ? io_error(err, output->lang, output->path, output->failed) : IKM_OK;
    ikm_output_free(output);
    return status;
}

void ikm_output_free(ikm_output *output)
{
    if (!output)
        return;
    if (output->fd >= 0 && output->fd != STDOUT_FILENO)
        close(output->fd);
    if (output->temporary && output->temporary[0])
        unlink(output->temporary);
    ikmi_release(NULL, output->temporary);
    ikmi_release(NULL, output->path);
    ikmi_release(NULL, output);
}
