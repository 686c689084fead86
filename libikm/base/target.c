#define _GNU_SOURCE /* O_TMPFILE, where there is one */
#include "target.h"

#include "mem.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes of a path up to and with its last slash; 0 without one. */
static int folder_size(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (int)(slash - path) + 1 : 0;
}

/*
 * The file to which a path leads, through symbolic links, also where the last of them leads to a file that does not
 * exist yet: a link stays a link, what it points to is replaced. NULL with errno.
 */
static char *resolve(const char *path)
{
    char *at = ikmi_copy_string(NULL, path);
    for (int links = 0; at && links < 40; links++) {
        char link[PATH_MAX];
        ssize_t size = readlink(at, link, sizeof link - 1);
        if (size < 0)
            return at; /* no link: a file, or the place of a new one */
        link[size] = '\0';
        int folder = link[0] == '/' ? 0 : folder_size(at);
        size_t need = (size_t)folder + (size_t)size + 1;
        char *next = ikmi_alloc(NULL, need);
        if (next)
            snprintf(next, need, "%.*s%s", folder, at, link);
        ikmi_release(NULL, at);
        at = next;
    }
    int code = at ? ELOOP : ENOMEM;
    ikmi_release(NULL, at);
    return errno = code, NULL;
}

/*
 * A name in the folder of `place` that no file has yet, found by `make`, which gives 0 or more or fails with errno.
 * It does not hang on the name of `place`, which may be as long as a name can be.
 */
static int name_beside(char **out, const char *place, int (*make)(const char *name, const void *ctx), const void *ctx)
{
    int folder = folder_size(place), made = -1;
    size_t size = (size_t)folder + sizeof ".ikm-.tmp" + 40;
    char *name = ikmi_alloc(NULL, size);
    if (!name)
        return errno = ENOMEM, -1;
    for (int i = 0; made < 0 && i < 10000; i++) {
        snprintf(name, size, "%.*s.ikm-%ld-%d.tmp", folder, place, (long)getpid(), i);
        made = make(name, ctx);
        if (made < 0 && errno != EEXIST)
            break;
    }
    if (made < 0) {
        int code = errno;
        ikmi_release(NULL, name);
        return errno = code, -1;
    }
    *out = name;
    return made;
}

/* Not mkstemp(): only open() with the wanted mode heeds the umask without a moment in which it is changed for all. */
static int create(const char *name, const void *mode)
{
    return open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, *(const mode_t *)mode);
}

#ifdef O_TMPFILE

/* How a file without a name is called; it needs /proc. */
static void name_of_descriptor(char out[64], int fd)
{
    snprintf(out, 64, "/proc/self/fd/%d", fd);
}

/* Whatever ends the process leaves nothing behind of a file that has no name yet; not every file system has them. */
static int create_nameless(const char *place, mode_t mode)
{
    char *folder = ikmi_copy_string(NULL, place), name[64];
    if (!folder)
        return errno = ENOMEM, -1;
    folder[folder_size(place)] = '\0';
    int fd = open(*folder ? folder : ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    ikmi_release(NULL, folder);
    if (fd < 0)
        return -1;
    name_of_descriptor(name, fd);
    if (access(name, F_OK) == 0)
        return fd;
    close(fd);
    return -1;
}

static int link_descriptor(const char *name, const void *fd)
{
    char nameless[64];
    name_of_descriptor(nameless, *(const int *)fd);
    return linkat(AT_FDCWD, nameless, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

#else

static int create_nameless(const char *place, mode_t mode)
{
    (void)place, (void)mode;
    return -1;
}

static int link_descriptor(const char *name, const void *fd)
{
    (void)name, (void)fd;
    return errno = ENOTSUP, -1;
}

#endif

static int open_beside(ikmi_target *target, const struct stat *existing, unsigned mode)
{
    const mode_t made = existing ? 0600 : (mode_t)mode & 0777;
    if (existing && access(target->place, W_OK) != 0)
        return -1;
    int fd = create_nameless(target->place, made);
    if (fd < 0)
        fd = name_beside(&target->growing, target->place, create, &made);
    /* an existing file keeps its permissions, but where a private one is asked for it becomes private */
    if (fd >= 0 && existing && mode != 0600 && fchmod(fd, existing->st_mode & 0777) != 0) {
        int code = errno;
        close(fd);
        if (target->growing)
            unlink(target->growing);
        return errno = code, -1;
    }
    return fd;
}

static int open_path(ikmi_target *target, const char *path, unsigned mode)
{
    struct stat st;
    bool exists = stat(path, &st) == 0;
    if (!exists && errno != ENOENT)
        return -1;
    if (exists && S_ISDIR(st.st_mode))
        return errno = EISDIR, -1;
    if (exists && !S_ISREG(st.st_mode))
        return open(path, O_WRONLY | O_CLOEXEC);
    target->place = resolve(path);
    return target->place ? open_beside(target, exists ? &st : NULL, mode) : -1;
}

bool ikmi_target_has_folder(const char *path)
{
    struct stat st;
    char *place = resolve(path);
    if (!place)
        return false;
    place[folder_size(place)] = '\0';
    bool has = stat(*place ? place : ".", &st) == 0 && S_ISDIR(st.st_mode);
    ikmi_release(NULL, place);
    return has;
}

static void release(ikmi_target *target)
{
    ikmi_release(NULL, target->growing);
    ikmi_release(NULL, target->place);
    *target = (ikmi_target){.fd = -1};
}

int ikmi_target_open(ikmi_target *target, const char *path, unsigned mode)
{
    /* /dev/stdout may lead to a file, which is not to be replaced under the shell that opened it */
    bool standard = !strcmp(path, "-") || !strcmp(path, "/dev/stdout");
    *target = (ikmi_target){.fd = STDOUT_FILENO, .standard = standard};
    if (!standard)
        target->fd = open_path(target, path, mode);
    if (target->fd >= 0)
        return 0;
    int code = errno;
    release(target);
    return code;
}

int ikmi_target_close(ikmi_target *target, bool complete)
{
    int code = 0;
    if (target->place && !target->growing && complete &&
        name_beside(&target->growing, target->place, link_descriptor, &target->fd) < 0)
        code = errno;
    if (!target->standard && close(target->fd) != 0 && errno != EINTR && !code)
        code = errno; /* a full disk of another machine is told here */
    if (target->growing && complete && !code && rename(target->growing, target->place) != 0)
        code = errno;
    if (target->growing && (!complete || code))
        unlink(target->growing);
    release(target);
    return code;
}
