/* Where the bytes of a file are: on disk, or in memory (given so, or read from standard input). */
#ifndef IKMI_ORIGIN_H
#define IKMI_ORIGIN_H

#include "ikm/ingest.h"

#include "desk.h"

typedef struct ikmi_origin {
    int fd; /* -1: in memory */
    bool owns_fd;
    const char *path; /* borrowed from the input; NULL in memory */
    const char *bytes;
    char *owned; /* what was read from standard input */
    int64_t size;
} ikmi_origin;

/* Standard input and pipes are read to their end, into memory. */
ikm_status ikmi_origin_open(ikmi_origin *out, const ikmi_desk *desk, const ikm_input *input, ikm_error *err);
void ikmi_origin_close(ikmi_origin *origin, const ikmi_desk *desk);

/* Bytes read at `offset`, fewer only at the end; -1: the disk failed. */
int64_t ikmi_origin_read(const ikmi_origin *origin, int64_t offset, void *out, size_t size);

#endif
