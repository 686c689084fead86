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

#ifdef __cplusplus
extern "C" {
#endif

/** What a file is. Values are pinned. Up to IKM_FILE_GZIP, and IKM_FILE_COUNTS, the core reads it by itself. */
typedef enum ikm_file_kind {
    IKM_FILE_UNSEEN = 0,           /**< a pipe: looking would take bytes away from who reads it */
    IKM_FILE_EMPTY = 1,            /**< no byte */
    IKM_FILE_TEXT = 2,             /**< text, also UTF-16 */
    IKM_FILE_GZIP = 3,             /**< gzip; what is in it is not looked at */
    IKM_FILE_XLSX = 4,             /**< a workbook that a reader reads; .xlsm and templates too */
    IKM_FILE_SAV = 5,              /**< an SPSS file that a reader reads, also compressed (.zsav) */
    IKM_FILE_XLS = 6,              /**< an old binary workbook */
    IKM_FILE_LOCKED = 7,           /**< an office file that is encrypted with a password */
    IKM_FILE_XLSB = 8,             /**< a binary workbook in a zip */
    IKM_FILE_OPEN_DOCUMENT = 9,    /**< .ods, .odt ... */
    IKM_FILE_XML_SPREADSHEET = 10, /**< the XML workbook of Excel 2003 */
    IKM_FILE_XML = 11,             /**< other XML */
    IKM_FILE_HTML = 12,            /**< a web page, whatever its name */
    IKM_FILE_PDF = 13,
    IKM_FILE_IMAGE = 14,      /**< PNG, JPEG, GIF, WebP, BMP, TIFF, HEIC */
    IKM_FILE_OFFICE = 15,     /**< a text document or a presentation */
    IKM_FILE_ZIP = 16,        /**< an archive: zip */
    IKM_FILE_ARCHIVE = 17,    /**< an archive: RAR, 7z, xz, bzip2, zstd */
    IKM_FILE_STATISTICS = 18, /**< SPSS portable, Stata, SAS, Parquet, Feather, R */
    IKM_FILE_DATABASE = 19,   /**< SQLite, Access */
    IKM_FILE_BINARY = 20,     /**< none of these, and no text */
    IKM_FILE_COUNTS = 21      /**< a .ikm file of counts; the core reads it by itself */
} ikm_file_kind;

/**
 * Say what a file is, by its content. Nothing is consumed: a pipe is
 * IKM_FILE_UNSEEN, standard input that is a file stays at its place.
 *
 * @param out    The kind.
 * @param input  `path` or `bytes`; of `bytes` all must be there.
 * @param lang   The language of messages.
 * @param err    Why not; may be NULL.
 * @return IKM_OK; IKM_ERR_IO (no such file, a folder, not readable),
 *         IKM_ERR_ARGUMENT: then `out` is untouched.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_file_kind_find(ikm_file_kind *out, const ikm_input *input, ikm_lang lang,
                                                     ikm_error *err);

/** "xlsx", "html" ...: a kind's name for programs; "binary" for another number. Static. */
IKM_API const char *ikm_file_kind_name(ikm_file_kind kind);

/** 0 if the core reads such a file by itself, 1 if it is for ikm_reader_new(), which reads it or says what to do. */
IKM_API int ikm_file_kind_needs_reader(ikm_file_kind kind);

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
