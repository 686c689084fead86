/* What a file is, by its bytes. */
#ifndef IKMI_KIND_H
#define IKMI_KIND_H

#include "ikm/kind.h"

#include <stdbool.h>

/* A file that is looked at here and there. */
typedef struct ikmi_looking {
    int64_t (*read)(const void *ctx, int64_t offset, void *out, size_t size); /* bytes got, fewer at the end; -1 */
    const void *ctx;
    int64_t size; /* -1: of a stream, of which there is only the beginning */
} ikmi_looking;

/* Never fails: what cannot be read is IKM_FILE_BINARY. */
ikm_file_kind ikmi_kind_of(const ikmi_looking *at);

/* The two containers: a zip and Microsoft's compound file (OLE2). `head` is the first bytes. */
ikm_file_kind ikmi_kind_of_zip(const ikmi_looking *at, ikm_text head);
ikm_file_kind ikmi_kind_of_compound(const ikmi_looking *at, ikm_text head);

/* Text, or what is written in text: a web page, XML. IKM_FILE_BINARY if it is none. */
ikm_file_kind ikmi_kind_of_text(ikm_text head);

#endif
