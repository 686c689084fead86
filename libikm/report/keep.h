/* What lives as long as a report: pieces of memory in a chain that is freed at once. */
#ifndef IKMI_REPORT_KEEP_H
#define IKMI_REPORT_KEEP_H

#include "ikm/base.h"

/* A file that was read. */
typedef struct ikmi_kept_path {
    struct ikmi_kept_path *before;
    const char *path;
} ikmi_kept_path;

typedef struct ikmi_keep {
    const ikm_mem *mem;
    struct ikmi_kept *last;
    ikmi_kept_path *paths;
} ikmi_keep;

/* Zeroed; NULL when memory is refused. */
void *ikmi_keep_alloc(ikmi_keep *keep, size_t count, size_t size);

/* A NUL-terminated copy; NULL when memory is refused. */
const char *ikmi_keep_text(ikmi_keep *keep, ikm_text text);

/* Remember a file that is read; `path` is held by the keep. IKM_OK or IKM_ERR_NOMEM. */
ikm_status ikmi_keep_path(ikmi_keep *keep, const char *path);

/* All that `from` holds is held by `into` from now on. */
void ikmi_keep_join(ikmi_keep *into, ikmi_keep *from);

void ikmi_keep_done(ikmi_keep *keep);

#endif
