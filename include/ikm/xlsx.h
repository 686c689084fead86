/**
 * @file xlsx.h
 * A document as a workbook. Library ikm-xlsx; not part of ikm.h.
 */
#ifndef IKM_XLSX_H
#define IKM_XLSX_H

#include "ikm/base.h"
#include "ikm/document.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Set it up with IKM_XLSX_OPTIONS_INIT. */
typedef struct ikm_xlsx_options {
    size_t size;            /**< sizeof(ikm_xlsx_options) */
    int64_t created;        /**< creation date in the file's properties, seconds since 1970, UTC; to the year 9999 */
    const char *tmp_folder; /**< where the workbook grows; NULL: TMPDIR, or the system's */
} ikm_xlsx_options;

#define IKM_XLSX_OPTIONS_INIT                                                                                          \
    {                                                                                                                  \
        sizeof(ikm_xlsx_options), 1704067200, 0                                                                        \
    }

/**
 * Write a document as .xlsx: a sheet each, tables with number formats and frozen
 * headers, native charts, set up to print on A4. The same document gives the
 * same bytes, whatever the locale of the program.
 *
 * Names of sheets are made what Excel takes. A table of more than 200 rows that is
 * not alone on its sheet gets a sheet of its own, unless it is `in_place`, and one
 * that is longer than a sheet goes on in the next. Formulas of cells are live, with
 * `exact` as their value until a spreadsheet computes; one that cannot be said is
 * the number alone. Lists to choose from that Excel does not take in a rule stand on
 * a hidden sheet. Texts stay texts: none becomes a formula, what is not
 * UTF-8 and control characters come out as U+FFFD, and more than a cell holds is
 * cut with a mark. Numbers keep the 15 digits that a spreadsheet has. From 50,000
 * rows on, rows are written through and not held in memory.
 *
 * Memory is the document's (see ikm_document_new()), but for what libxlsxwriter
 * itself takes from malloc.
 *
 * @param options  NULL: IKM_XLSX_OPTIONS_INIT.
 * @param sink     Takes the finished file; nothing is given to it before all is well.
 * @param err      Why not, in the document's language; may be NULL.
 * @return IKM_OK; IKM_ERR_IO if the temporary file could not be written or the sink
 *         stopped, IKM_ERR_NOMEM, IKM_ERR_ARGUMENT, what a table's source said. No
 *         temporary file is left.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_xlsx_write(const ikm_document *document, const ikm_xlsx_options *options,
                                                 ikm_sink sink, ikm_error *err);

#ifdef __cplusplus
}
#endif

#endif
