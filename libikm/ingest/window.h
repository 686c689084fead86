/* A moving window over a source: holds at least the record in hand. */
#ifndef IKMI_WINDOW_H
#define IKMI_WINDOW_H

#include "source.h"

#include "dialect.h"

typedef struct ikmi_window {
    ikmi_source *source;
    const ikm_mem *mem;
    char newline;
    char *bytes; /* readable IKMI_SCAN_PADDING behind `size` */
    size_t capacity;
    size_t size;
    int64_t offset;     /* of bytes[0] in the source */
    bool last;          /* nothing follows */
    bool newline_added; /* the last record had no newline of its own and was given one */
} ikmi_window;

void ikmi_window_init(ikmi_window *window, ikmi_source *source, int64_t offset, char newline, const ikm_mem *mem);
void ikmi_window_done(ikmi_window *window);

/* Drop what is before `at` and read on: more bytes follow what is kept, or `last` is set. */
ikm_status ikmi_window_move(ikmi_window *window, size_t at, ikm_error *err);

#endif
