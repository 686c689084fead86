#include "same_file.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { FOLDER_SIZE = 4096 };

/* The name at the end of a path. */
static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool stat_folder(const char *path, struct stat *out)
{
    char folder[FOLDER_SIZE];
    size_t size = (size_t)(base_of(path) - path);
    if (size + 2 > sizeof folder)
        return false;
    memcpy(folder, path, size);
    memcpy(folder + size, ".", 2);
    return stat(folder, out) == 0;
}

static bool same_place(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

bool same_file(const char *a, const char *b)
{
    struct stat of_a, of_b;
    bool has_a = stat(a, &of_a) == 0, has_b = stat(b, &of_b) == 0;
    if (has_a && has_b)
        return (S_ISREG(of_a.st_mode) || S_ISDIR(of_a.st_mode)) && same_place(&of_a, &of_b);
    return !has_a && !has_b && !strcmp(base_of(a), base_of(b)) && stat_folder(a, &of_a) && stat_folder(b, &of_b) &&
           same_place(&of_a, &of_b);
}

bool is_device(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}
