/**
 * @file kind.h
 * What a file is, by its bytes and not by its name: a table, a workbook, a web page
 * that is called .xls, a picture.
 */
#ifndef IKM_KIND_H
#define IKM_KIND_H

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
    IKM_FILE_COUNTS = 21,     /**< a .ikm file of counts; the core reads it by itself */
    IKM_FILE_SQL = 22         /**< commands that would fill a database */
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

/**
 * Refuse a file of this kind: `err` says what it is and what to do about it.
 *
 * @param name  How the message calls the file.
 * @return IKM_ERR_DATA.
 */
IKM_API ikm_status ikm_file_kind_refuse(ikm_file_kind kind, const char *name, ikm_lang lang, ikm_error *err);

#ifdef __cplusplus
}
#endif

#endif
