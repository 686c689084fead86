/* The workbook part: which sheets there are, where they stand, how days are counted. */
#ifndef IKMI_WORKBOOK_H
#define IKMI_WORKBOOK_H

#include "package.h"

typedef struct ikmi_sheet_entry {
    char *name;
    char *path;
    bool hidden;
} ikmi_sheet_entry;

typedef struct ikmi_workbook {
    const ikmi_desk *desk;
    ikmi_sheet_entry *sheets; /* worksheets alone: a sheet that is a chart has no rows */
    size_t count, capacity;
    char *strings_path; /* NULL: no shared texts */
    char *styles_path;  /* NULL: no formats */
    bool from_1904;     /* day 0 is 1904-01-01 */
} ikmi_workbook;

/* At least one sheet, or a failure. */
ikm_status ikmi_workbook_read(ikmi_workbook *out, const ikmi_package *package, ikm_error *err);
void ikmi_workbook_done(ikmi_workbook *workbook);

/* A sheet by name, else by number from 1, else (NULL) the first that is not hidden. */
ikm_status ikmi_workbook_find(size_t *out, const ikmi_workbook *workbook, const char *sheet, ikm_error *err);

#endif
