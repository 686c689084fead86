/**
 * @file sniff.h
 * What a dump is, before anything of it is counted: how it is taken apart, where its
 * header is, what its columns mean; and the schema that says so to later runs.
 */
#ifndef IKM_SNIFF_H
#define IKM_SNIFF_H

#include "ikm/base.h"
#include "ikm/ingest.h"
#include "ikm/rules.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What was found of a dump; frozen: any number of threads may read it. */
typedef struct ikm_sniff ikm_sniff;

/** How to look. Set it up with IKM_SNIFF_OPTIONS_INIT and change what differs. */
typedef struct ikm_sniff_options {
    size_t size;            /**< sizeof(ikm_sniff_options) */
    const ikm_rules *rules; /**< NULL: permenpan-14-2017; borrowed while the object lives */
    ikm_dialect dialect;    /**< zeroed: found from the data */
    ikm_text schema;        /**< what is told by a schema; empty: nothing */
    const char *sheet;      /**< of the workbook that the rows are of, for the schema; NULL: of none; borrowed while the
                                 object lives */
    ikm_lang lang;          /**< of notes and messages */
    const ikm_mem *mem;     /**< NULL: malloc; borrowed while the object lives */
} ikm_sniff_options;

#define IKM_SNIFF_OPTIONS_INIT                                                                                         \
    {                                                                                                                  \
        sizeof(ikm_sniff_options), 0, {0, 0, 0, 0, 0, 0}, {0, 0}, 0, IKM_LANG_ID, 0                                    \
    }

/** How a dump is taken apart. Borrowed. */
typedef struct ikm_found_dialect {
    const char *encoding; /**< "utf-8", "windows-1252", "utf-16le", "utf-16be"; "ascii": no other byte was seen yet */
    char delimiter;       /**< 0 for rows of other formats, which have neither quotes nor line ends */
    char quote;           /**< IKM_QUOTE_NONE: there are none */
    char escape;          /**< 0: quotes are doubled */
    const char *newline;  /**< "lf", "crlf", "cr"; "" for rows of other formats */
    char decimal;         /**< what stands before decimals; 0: none seen, or both */
    int32_t confidence;   /**< 0 to 100: that this and the header are right */
    int64_t header_line;  /**< 1-based line of the first header row */
    int32_t header_rows;  /**< how many rows name columns */
    int64_t data_line;    /**< 1-based line behind the header */
    const char *shape;    /**< "wide" ...; "" where the elements of a survey were not found */
} ikm_found_dialect;

/** A dialect that was considered, and how well it explains the first records. */
typedef struct ikm_considered {
    char delimiter, quote, escape; /**< as in ikm_found_dialect */
    int64_t records;               /**< that were looked at */
    int64_t regular;               /**< of them, those with the commonest number of fields, if that is two or more */
    int64_t fields;                /**< that number; 0: none */
    int32_t fit;                   /**< 0 to 100 */
} ikm_considered;

/** What a column is. Borrowed. */
typedef struct ikm_found_column {
    int64_t column; /**< 1-based position */
    const char *header;
    const char *role;    /**< "element", "service", "unit", "time", "gender", "age", "education", "occupation",
                              "respondent", "personal", "free-text", "question" (which element a line is
                              about), "answer", "count", "other" */
    const char *element; /**< code; NULL where it is none */
    const char *by;      /**< why: of an element "code", "name", "question", "number"; of another role "header" (it is a
                              word of the role) or "likeness" (a part of it is, it is misspelt, or the cells say so);
                              of both "schema"; "" for other columns */
} ikm_found_column;

/**
 * Look at the beginning of a dump.
 *
 * A table that is no survey is fine too: what stands against it is a note.
 *
 * @param out      Yours; free with ikm_sniff_free().
 * @param input    Of a pipe the beginning is taken away.
 * @param options  NULL: the defaults.
 * @param err      Why not; may be NULL.
 * @return IKM_OK; IKM_ERR_IO, IKM_ERR_DATA (empty, not a table), IKM_ERR_UNSURE (it
 *         can be taken apart in two ways: the message names both), IKM_ERR_SYNTAX and
 *         IKM_ERR_INVALID (of the schema), IKM_ERR_MISMATCH (the dump lacks a column of
 *         the schema), IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_sniff_new(ikm_sniff **out, const ikm_input *input,
                                                const ikm_sniff_options *options, ikm_error *err);

/** Free it and all that was borrowed from it; NULL is fine. */
IKM_API void ikm_sniff_free(ikm_sniff *sniff);

/** The name of the input. */
IKM_API const char *ikm_sniff_name(const ikm_sniff *sniff);

/** How it is taken apart. */
IKM_API const ikm_found_dialect *ikm_sniff_dialect(const ikm_sniff *sniff);

/** 1 if each element has its column, so that it can be scored; else 0, and a note says why. */
IKM_API int ikm_sniff_is_survey(const ikm_sniff *sniff);

/** The dialects that were considered, the best first, one a delimiter; none where the delimiter was told. */
IKM_API size_t ikm_sniff_considered_count(const ikm_sniff *sniff);

/** One of them; 0 beyond the last, then `out` is untouched. */
IKM_API int ikm_sniff_considered(const ikm_sniff *sniff, size_t index, ikm_considered *out);

/** How many columns there are. */
IKM_API size_t ikm_sniff_column_count(const ikm_sniff *sniff);

/** One of them; 0 beyond the last, then `out` is untouched. */
IKM_API int ikm_sniff_column(const ikm_sniff *sniff, size_t index, ikm_found_column *out);

/** Sentences for people; NULL beyond the last. Borrowed. */
IKM_API size_t ikm_sniff_note_count(const ikm_sniff *sniff);
IKM_API const char *ikm_sniff_note(const ikm_sniff *sniff, size_t index);

/**
 * Write what was found as a schema ("ikm.schema/1", described by schema.schema.json):
 * given back as `schema` of options it makes the same of the same dump, and of
 * others like it, whatever the order of their columns.
 *
 * @return IKM_OK; IKM_ERR_ARGUMENT; IKM_ERR_IO if the sink stopped, IKM_ERR_NOMEM.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_sniff_write_schema(const ikm_sniff *sniff, ikm_sink sink);

/**
 * The sheet of a workbook that a schema tells, for whoever opens the workbook.
 *
 * @param out     Its name; "" where the schema tells none, or is no JSON: then who reads with it says why.
 * @param size    Bytes of `out`, at least 1.
 * @param schema  The JSON.
 * @return IKM_OK; IKM_ERR_ARGUMENT, IKM_ERR_LIMIT if it does not fit: then `out` is "".
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_schema_sheet(char *out, size_t size, ikm_text schema);

#ifdef __cplusplus
}
#endif

#endif
