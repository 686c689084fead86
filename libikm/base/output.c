/* A result is complete or absent: it grows in a temporary file beside its place and is renamed. */
#include "mem.h"
#include "target.h"
#include "words.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

struct ikm_output {
    ikmi_target target;
    int failed; /* errno of the first write that failed */
    ikm_lang lang;
    char *name; /* what messages call it */
    size_t used;
    char block[65536];
};

static ikmi_word word_of(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT: return IKMI_WORD_DISK_FULL;
    case ENOENT:
    case ENOTDIR: return IKMI_WORD_NO_SUCH_FOLDER;
    case EACCES:
    case EPERM: return IKMI_WORD_NO_PERMISSION;
    case EISDIR: return IKMI_WORD_IS_A_FOLDER;
    case EROFS: return IKMI_WORD_READ_ONLY_PLACE;
    case EFBIG: return IKMI_WORD_FILE_TOO_LARGE;
    case EPIPE: return IKMI_WORD_NOBODY_READS;
    case ENAMETOOLONG: return IKMI_WORD_NAME_TOO_LONG;
    default: return IKMI_WORD_CANNOT_WRITE;
    }
}

static ikm_status io_error(ikm_error *err, ikm_lang lang, const char *path, int code)
{
    if (code == ENOMEM)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    /* /proc says of a file that cannot be made that it is not there */
    bool refuses = code == ENOENT && ikmi_target_has_folder(path);
    return ikmi_fail(err, IKM_ERR_IO, lang, refuses ? IKMI_WORD_NO_NEW_FILE : word_of(code),
                     IKMI_SAY(path, ikm_words_system(lang, code)));
}

static void flush(ikm_output *output)
{
    size_t done = 0;
    while (done < output->used && !output->failed) {
        ssize_t n = write(output->target.fd, output->block + done, output->used - done);
        if (n > 0)
            done += (size_t)n;
        else if (n == 0)
            output->failed = EIO; /* a driver that takes nothing and says nothing */
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

ikm_status ikm_output_new(ikm_output **out, const char *path, unsigned mode, ikm_lang lang, ikm_error *err)
{
    if (!out)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    *out = NULL;
    if (!path || !*path)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_output *output = ikmi_alloc(NULL, sizeof *output);
    char *name = ikmi_copy_string(NULL, strcmp(path, "-") ? path : "stdout");
    int code = output && name ? ikmi_target_open(&output->target, path, mode) : ENOMEM;
    if (code) {
        ikmi_release(NULL, name);
        ikmi_release(NULL, output);
        return io_error(err, lang, path, code);
    }
    output->failed = 0;
    output->used = 0;
    output->lang = lang;
    output->name = name;
    *out = output;
    return IKM_OK;
}

ikm_sink ikm_output_sink(ikm_output *output)
{
    ikm_sink sink = {take, output};
    return sink;
}

static void release(ikm_output *output)
{
    ikmi_release(NULL, output->name);
    ikmi_release(NULL, output);
}

ikm_status ikm_output_commit(ikm_output *output, ikm_error *err)
{
    if (!output)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, IKM_LANG_ID);
    flush(output);
    int code = ikmi_target_close(&output->target, !output->failed);
    if (output->failed)
        code = output->failed;
    ikm_status status = code ? io_error(err, output->lang, output->name, code) : IKM_OK;
    release(output);
    return status;
}

void ikm_output_free(ikm_output *output)
{
    if (!output)
        return;
    ikmi_target_close(&output->target, false);
    release(output);
}
