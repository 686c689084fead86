/* What the system says when it refuses, in the language of the reader. */
#include "words.h"

#include <errno.h>

static const struct {
    int code;
    ikmi_word word;
} known[] = {
    {ENOENT, IKMI_WORD_SYSTEM_NOT_THERE},
    {ENOTDIR, IKMI_WORD_SYSTEM_NO_FOLDER},
    {EISDIR, IKMI_WORD_SYSTEM_IS_FOLDER},
    {EACCES, IKMI_WORD_SYSTEM_NO_PERMISSION},
    {EPERM, IKMI_WORD_SYSTEM_NO_PERMISSION},
    {EROFS, IKMI_WORD_SYSTEM_READ_ONLY},
    {ENOSPC, IKMI_WORD_SYSTEM_FULL},
    {EDQUOT, IKMI_WORD_SYSTEM_FULL},
    {EFBIG, IKMI_WORD_SYSTEM_TOO_LARGE},
    {EBADF, IKMI_WORD_SYSTEM_NOT_OPEN},
    {EIO, IKMI_WORD_SYSTEM_DEVICE},
    {ENXIO, IKMI_WORD_SYSTEM_DEVICE},
    {ENODEV, IKMI_WORD_SYSTEM_DEVICE},
    {EMFILE, IKMI_WORD_SYSTEM_TOO_MANY_FILES},
    {ENFILE, IKMI_WORD_SYSTEM_TOO_MANY_FILES},
    {ENAMETOOLONG, IKMI_WORD_SYSTEM_LONG_NAME},
    {ELOOP, IKMI_WORD_SYSTEM_LINK_LOOP},
    {EPIPE, IKMI_WORD_SYSTEM_READER_GONE},
    {EBUSY, IKMI_WORD_SYSTEM_BUSY},
    {ENOMEM, IKMI_WORD_OUT_OF_MEMORY},
};

const char *ikm_words_system(ikm_lang lang, int code)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (known[i].code == code)
            return ikmi_word_text(lang, known[i].word);
    return ikmi_word_text(lang, IKMI_WORD_SYSTEM_OTHER);
}
