#include "regulation.h"

#include "message.h"
#include "nearest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* 32 elements with long questions and labels are some 50 KiB. */
enum { INSTRUMENT_SIZE_MAX = 1 << 20 };

static int unreadable(const cli_context *cli, const char *path, int code)
{
    const char *name = code == ENOENT || code == ENOTDIR ? "NO_SUCH_FILE"
                       : code == EISDIR                  ? "IS_A_FOLDER"
                       : code == EACCES                  ? "NO_PERMISSION"
                                                         : "CANNOT_READ";
    message(cli, name, WITH(path, strerror(code)));
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

static int read_instrument(cli_regulation *out, const cli_context *cli, const char *path, char *text)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return unreadable(cli, path, errno);
    size_t size = 0;
    int code = read_all(fd, text, INSTRUMENT_SIZE_MAX + 1, &size);
    close(fd);
    if (code)
        return unreadable(cli, path, code);
    if (size > INSTRUMENT_SIZE_MAX) {
        message(cli, "CLI_INSTRUMENT_TOO_LARGE", WITH(path));
        return EXIT_USAGE;
    }
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_rules_read(&out->own, (ikm_text){text, size}, cli->lang, NULL, &err);
    out->rules = out->own;
    if (status == IKM_OK)
        return EXIT_DONE;
    int code_of_it = library_error(cli, status, &err, path);
    /* the fault is in what the user told the program, not in the survey */
    return code_of_it == EXIT_FAULTS ? EXIT_USAGE : code_of_it;
}

static bool is_path(const char *name)
{
    size_t size = strlen(name);
    return strchr(name, '/') || (size > 5 && !strcmp(name + size - 5, ".json"));
}

static int unknown(const cli_context *cli, const char *name)
{
    char all[1024] = "";
    cli_nearest best = nearest_to(name);
    for (size_t i = 0, used = 0; i < ikm_rules_count() && used < sizeof all; i++) {
        const char *known = ikm_rules_name(ikm_rules_at(i));
        used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", i ? ", " : "", known);
        nearest_try(&best, known);
    }
    if (best.name)
        return usage_error(cli, "CLI_UNKNOWN_RULES_NEAR", WITH(name, best.name));
    return usage_error(cli, "CLI_UNKNOWN_RULES", WITH(name, all));
}

int regulation_load(cli_regulation *out, const cli_context *cli, const char *name)
{
    *out = (cli_regulation){name ? ikm_rules_named(name) : ikm_rules_at(0), NULL};
    if (out->rules)
        return EXIT_DONE;
    if (!is_path(name))
        return unknown(cli, name);
    char *text = malloc(INSTRUMENT_SIZE_MAX + 1);
    if (!text) {
        message(cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    int status = read_instrument(out, cli, name, text);
    free(text);
    return status;
}

void regulation_free(cli_regulation *regulation)
{
    ikm_rules_free(regulation->own);
}
