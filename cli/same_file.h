/* Whether two paths lead to one file, so that a result never overwrites what it was made from. */
#ifndef SAME_FILE_H
#define SAME_FILE_H

#include <stdbool.h>

/*
 * By whatever spelling or link, and also before the file exists. Devices and pipes are
 * never "the same": there is nothing in them that could be overwritten.
 */
bool same_file(const char *a, const char *b);

/* It exists and is neither a file nor a folder: a device, a pipe, a socket. */
bool is_device(const char *path);

#endif
