/**
 * @file check.h
 * Is this dump good? Everything about it that somebody should look at.
 */
#ifndef IKM_CHECK_H
#define IKM_CHECK_H

#include "ikm/base.h"
#include "ikm/ingest.h"
#include "ikm/survey.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Dumps that were read and what was found in them; frozen. One thread at a time may list its issues. */
typedef struct ikm_check ikm_check;

/** A cell that stands for no score of its element, and how often. Borrowed from the check. */
typedef struct ikm_unknown_label {
    const char *element; /**< code */
    const char *text;    /**< as it is written; personal data masked, cut where it is long */
    int64_t count;       /**< cells */
    const char *nearest; /**< the known label most like it, a suggestion only; NULL: none is near */
} ikm_unknown_label;

/** Two names of groups that differ only in case, blanks, punctuation or a leading word. Borrowed. */
typedef struct ikm_similar_names {
    const char *key; /**< name of the key column */
    const char *one;
    const char *other;
} ikm_similar_names;

/** Why two records are said to be the same. Values are pinned. */
typedef enum ikm_duplicate_kind {
    IKM_DUPLICATE_ROW = 1,       /**< the same bytes */
    IKM_DUPLICATE_RESPONDENT = 2 /**< other bytes, but the same respondent of the same service */
} ikm_duplicate_kind;

/** A record that was there before. Files by their number, lines from 1. */
typedef struct ikm_duplicate {
    size_t file;
    int64_t line;
    size_t first_file; /**< where it stood first */
    int64_t first_line;
} ikm_duplicate;

/** What a column was taken for. Borrowed. */
typedef struct ikm_column_use {
    size_t file;
    int64_t column; /**< 1-based position */
    const char *header;
    const char *role;    /**< "element", "service", "unit", "time", "gender", "age", "education", "occupation",
                              "respondent", "personal", "free-text", "question" (which element a line is
                              about), "answer", "count", "other" */
    const char *element; /**< code; NULL where it is none */
    const char *by;      /**< of an element: "code", "name", "question", "number"; else "" */
} ikm_column_use;

/** Unknown labels that are kept apart; cells with further ones are counted together. */
#define IKM_CHECK_LABELS 1000

/** Records among which duplicates are looked for: the first so many. */
#define IKM_CHECK_RECORDS 33554432

/**
 * Read files as ikm_survey_read() does and keep what should be looked at. A record
 * may have several issues: each is kept. Nothing usable, and too many refused
 * records, are findings and no failure.
 *
 * One thread reads. Memory: that of the survey; 16 bytes a record for duplicates of
 * whole rows, and as much again where columns say who answered; issues beyond some
 * megabytes go to a temporary file.
 *
 * Duplicates are told by hashes of 64 bits. Who answered is told by the columns of
 * personal data (without those that many share: addresses of machines, places), or
 * where there are none by the respondent's number; together with characteristics,
 * service and unit.
 *
 * @param out      Yours; free with ikm_check_free().
 * @param files    As for ikm_survey_read().
 * @param count    As for ikm_survey_read().
 * @param options  As for ikm_survey_read(); without `by`, names of services and units
 *                 are compared. on_issue is called as there; max_reject plays no part.
 * @param err      Why not; may be NULL.
 * @return IKM_OK, also with findings; as ikm_survey_read() for a dump that cannot be
 *         read as a whole: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_check_read(ikm_check **out, const char *const *files, size_t count,
                                                 const ikm_survey_options *options, ikm_error *err);

/** As ikm_check_read(), from files, memory or rows of other formats. */
IKM_API IKM_MUST_CHECK ikm_status ikm_check_read_inputs(ikm_check **out, const ikm_input *inputs, size_t count,
                                                        const ikm_survey_options *options, ikm_error *err);

/** Free a check and all that was borrowed from it; NULL is fine. */
IKM_API void ikm_check_free(ikm_check *check);

/** The survey that was read: files, rows, mapping, notes. Borrowed. */
IKM_API const ikm_survey *ikm_check_survey(const ikm_check *check);

/** 1 if there is no issue, no similar names and no duplicate; else 0. Straight-lining is no finding by itself. */
IKM_API int ikm_check_is_clean(const ikm_check *check);

/** How many issues of a kind; `kind` 0: of all. */
IKM_API int64_t ikm_check_issue_count(const ikm_check *check, ikm_issue_kind kind);

/**
 * Tell every issue in the order of the input, those of a record together.
 *
 * @return IKM_OK; IKM_ERR_STOPPED if `fn` said so, IKM_ERR_IO, IKM_ERR_NOMEM, IKM_ERR_ARGUMENT.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_check_issues(const ikm_check *check, ikm_issue_fn fn, void *ctx);

/** Unknown labels, the most frequent first; 1 and `*out` filled in, 0 beyond the last. */
IKM_API size_t ikm_check_label_count(const ikm_check *check);
IKM_API int ikm_check_label(const ikm_check *check, size_t index, ikm_unknown_label *out);

/** Cells with unknown labels beyond IKM_CHECK_LABELS different ones. */
IKM_API int64_t ikm_check_further_labels(const ikm_check *check);

/** Similar names of groups; 1 and `*out` filled in, 0 beyond the last. */
IKM_API size_t ikm_check_similar_count(const ikm_check *check);
IKM_API int ikm_check_similar(const ikm_check *check, size_t index, ikm_similar_names *out);

/** Duplicates of a kind in the order of the input; 1 and `*out` filled in, 0 beyond the last. */
IKM_API size_t ikm_check_duplicate_count(const ikm_check *check, ikm_duplicate_kind kind);
IKM_API int ikm_check_duplicate(const ikm_check *check, ikm_duplicate_kind kind, size_t index, ikm_duplicate *out);

/** Records behind IKM_CHECK_RECORDS, among which no duplicates were looked for. */
IKM_API int64_t ikm_check_unlooked(const ikm_check *check);

/** Respondents who answered every element, and those of them who gave one answer throughout. */
IKM_API int64_t ikm_check_complete(const ikm_check *check);
IKM_API int64_t ikm_check_straight(const ikm_check *check);

/** What every column of every file was taken for; 1 and `*out` filled in, 0 beyond the last. */
IKM_API size_t ikm_check_column_count(const ikm_check *check);
IKM_API int ikm_check_column(const ikm_check *check, size_t index, ikm_column_use *out);

/** The name of a kind of issue, as "score"; "unknown" for another number. Static. */
IKM_API const char *ikm_issue_kind_name(ikm_issue_kind kind);

#ifdef __cplusplus
}
#endif

#endif
