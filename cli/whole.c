#include "whole.h"

#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int unreadable(const cli_context *cli, const char *path, int code)
{
    const char *name = code == ENOENT || code == ENOTDIR ? "NO_SUCH_FILE"
                       : code == EISDIR                  ? "IS_A_FOLDER"
                       : code == EACCES                  ? "NO_PERMISSION"
                                                         : "CANNOT_READ";
    message(cli, name, WITH(path, ikm_words_system(cli->lang, code)));
    return EXIT_MACHINE;
}

/* As much as fits; 0, or errno. */
static int read_all(int fd, char *out, size_t size, size_t *size_out)
{
    size_t used = 0;
    while (used < size) {
        ssize_t n = read(fd, out + used, size - used);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n == 0)
            break;
        used += n > 0 ? (size_t)n : 0;
    }
    *size_out = used;
    return 0;
}

static int read_into(char *text, size_t *size_out, const cli_context *cli, const char *path, size_t most,
                     const char *too_large)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return unreadable(cli, path, errno);
    int code = read_all(fd, text, most + 1, size_out);
    close(fd);
    if (code)
        return unreadable(cli, path, code);
    if (*size_out > most) {
        message(cli, too_large, WITH(path));
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

int whole_file(char **out, size_t *size_out, const cli_context *cli, const char *path, size_t most,
               const char *too_large)
{
    *size_out = 0;
    *out = malloc(most + 1);
    if (!*out) {
        message(cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    int status = read_into(*out, size_out, cli, path, most, too_large);
    if (status != EXIT_DONE) {
        free(*out);
        *out = NULL;
    }
    return status;
}
