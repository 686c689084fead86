/**
 * @file readers.h
 * Dumps that need more than the core: workbooks (.xlsx) and SPSS files (.sav,
 * .zsav), as rows for a survey. Library ikm-readers; not part of ikm.h.
 *
 * What a file is, its bytes say, not its name: a web page that is called .xls,
 * an old binary workbook, a picture are recognised and refused with what to do
 * about it.
 *
 * Two readers are independent; one reader belongs to one thread at a time.
 */
#ifndef IKM_READERS_H
#define IKM_READERS_H

#include "ikm/base.h"
#include "ikm/ingest.h"
#include "ikm/kind.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An opened workbook or statistics file. */
typedef struct ikm_reader ikm_reader;

/** How the columns of a .sav file are called. Values are pinned. */
typedef enum ikm_sav_headers {
    /** The name; a name with a digit in it (U1, q8, VAR00003) says little, so its label follows it: "q8 Sarana". */
    IKM_SAV_HEADERS_BOTH = 0,
    IKM_SAV_HEADERS_NAMES = 1, /**< the names of the variables */
    IKM_SAV_HEADERS_LABELS = 2 /**< the labels; the name where there is none */
} ikm_sav_headers;

/** How to read. Set it up with IKM_READER_OPTIONS_INIT and change what differs. */
typedef struct ikm_reader_options {
    size_t size;              /**< sizeof(ikm_reader_options) */
    const char *sheet;        /**< a sheet's name, else its number from 1; NULL: the first that is not hidden */
    ikm_lang lang;            /**< of messages */
    ikm_sav_headers headers;  /**< .sav: what stands in the header */
    int32_t codes;            /**< .sav: not 0: "4" where the file knows it as "Sangat sesuai" */
    int64_t max_part_bytes;   /**< of one part of a workbook once decompressed; 0: 4 GiB */
    int64_t max_memory_bytes; /**< shared texts of a workbook, 0: 256 MiB; cases of a .sav at a time, 0: 16 MiB */
    const ikm_mem *mem; /**< NULL: malloc; borrowed while the reader lives. Zip, XML and SPSS libraries use malloc */
} ikm_reader_options;

#define IKM_READER_OPTIONS_INIT                                                                                        \
    {                                                                                                                  \
        sizeof(ikm_reader_options), 0, IKM_LANG_ID, IKM_SAV_HEADERS_BOTH, 0, 0, 0, 0                                   \
    }

/**
 * Open a workbook or a statistics file.
 *
 * Rows come as they stand in the sheet, with its row numbers as lines; rows
 * without a value are left out. A row has a field for each column from the
 * first to the last in use so far (in the first 1,024 rows; a later row that is
 * wider is so alone); a field without a value is empty. Texts
 * come as they are (no trimming), rich text without its format, numbers with
 * at most 15 significant digits and without needless zeros (89.72, 4), dates as
 * 2024-01-31 or 2024-01-31 12:49:00, times as 12:49:00, truth values as TRUE and
 * FALSE, errors as their text (#N/A), formulas as the value kept beside them.
 *
 * In the header (the rows down to the first with three numbers in it, at most
 * 64) the value of a merged cell stands in each cell of its range, except where
 * it is alone on its row: then it is a title.
 *
 * Of a .sav file line 1 is the header and case n is line n + 1. A value with a
 * label comes as its label (see `codes`), a missing one as an empty field.
 *
 * Memory does not grow with the rows: beside one row a workbook holds its
 * shared texts, a .sav file some of its cases. Refused are a part
 * over its limit, a part of over 16 MiB that is 400 times its packed size, a
 * document type declaration, more than 16,384 columns, a cell of over 1 MiB.
 *
 * @param out      Yours; free with ikm_reader_free().
 * @param input    `path` ("-": standard input, kept in memory, at most 1 GiB) or
 *                 `bytes` (borrowed while the reader lives); `name` is how
 *                 messages call it and is copied.
 * @param options  NULL: the defaults.
 * @param err      Why not; may be NULL.
 * @return IKM_OK; IKM_ERR_IO, IKM_ERR_DATA (of a kind that is not read, or
 *         damaged), IKM_ERR_UNKNOWN (no such sheet), IKM_ERR_LIMIT,
 *         IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_reader_new(ikm_reader **out, const ikm_input *input,
                                                 const ikm_reader_options *options, ikm_error *err);

/** Free a reader and all that was borrowed from it; NULL is fine. */
IKM_API void ikm_reader_free(ikm_reader *reader);

/**
 * The rows of the chosen sheet, from where they were left. Borrowed.
 *
 * `next` returns IKM_OK; IKM_ERR_DATA, IKM_ERR_LIMIT (with the row in `line`, the
 * column in `column`), IKM_ERR_IO, IKM_ERR_NOMEM: then again at each further call,
 * until a sheet is chosen anew.
 */
IKM_API const ikm_rows *ikm_reader_rows(ikm_reader *reader);

/** IKM_FILE_XLSX or IKM_FILE_SAV. */
IKM_API ikm_file_kind ikm_reader_kind(const ikm_reader *reader);

/** How many worksheets there are, hidden ones too; 1 for a .sav file. */
IKM_API size_t ikm_reader_sheet_count(const ikm_reader *reader);

/** The name of a worksheet, in the order of the tabs, from 0; "" for a .sav file; NULL beyond the last. */
IKM_API const char *ikm_reader_sheet_name(const ikm_reader *reader, size_t index);

/** 1 if a worksheet is hidden, else 0; -1 beyond the last. */
IKM_API int ikm_reader_sheet_hidden(const ikm_reader *reader, size_t index);

/** The variable by which an SPSS file weights its cases; "" where it has none. The rows are not weighted. */
IKM_API const char *ikm_reader_weight(const ikm_reader *reader);

/** The sheet that is being read, from 0. */
IKM_API size_t ikm_reader_sheet(const ikm_reader *reader);

/**
 * Choose a sheet and begin with its first row; the sheet that is being read may
 * be chosen again.
 *
 * @param sheet  As in the options; NULL: the first that is not hidden.
 * @return IKM_OK; IKM_ERR_UNKNOWN if there is no such sheet (the message names
 *         those that there are): then all is as it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_reader_choose(ikm_reader *reader, const char *sheet, ikm_error *err);

#ifdef __cplusplus
}
#endif

#endif
