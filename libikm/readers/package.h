/* A workbook is a package: a zip of parts. This is where its limits are kept. */
#ifndef IKMI_PACKAGE_H
#define IKMI_PACKAGE_H

#include "origin.h"

#include <zip.h>

typedef struct ikmi_package {
    const ikmi_desk *desk;
    zip_t *zip;
} ikmi_package;

/* The origin's bytes must stay while the package is open. */
ikm_status ikmi_package_open(ikmi_package *out, const ikmi_desk *desk, const ikmi_origin *origin, ikm_error *err);
void ikmi_package_close(ikmi_package *package);
bool ikmi_package_has(const ikmi_package *package, const char *path);

/* A part that is being read. `path` is borrowed. */
typedef struct ikmi_part {
    const ikmi_package *package;
    const char *path;
    zip_file_t *file;
    int64_t packed; /* bytes in the zip */
    int64_t size;   /* bytes read so far */
} ikmi_part;

ikm_status ikmi_part_open(ikmi_part *out, const ikmi_package *package, const char *path, ikm_error *err);

/* `*got_out` = 0 is the end; the checksum was right then. */
ikm_status ikmi_part_read(ikmi_part *part, void *out, size_t size, size_t *got_out, ikm_error *err);
void ikmi_part_close(ikmi_part *part);

#endif
