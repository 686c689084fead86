/* A scored survey in one of the formats, into any sink. */
#ifndef RESULT_H
#define RESULT_H

#include "form_choice.h"

#include "ikm/document.h"
#include "ikm/survey.h"

/* The first four are the positions of format_choices. */
typedef enum result_format {
    FORMAT_TEXT = 0,
    FORMAT_CSV = 1,
    FORMAT_JSON = 2,
    FORMAT_HTML = 3,
    FORMAT_XLSX = 4,
    FORMAT_IKM = 5
} result_format;

/* How text and CSV are laid out, and what a workbook says of its making. */
typedef struct result_looks {
    int32_t width;
    bool colour;
    int64_t created; /* seconds since 1970; below 0: what the library says */
    bool summary;    /* text at a glance, without the characteristics of respondents */
    bool excel_id;   /* CSV as Excel with Indonesian settings opens it */
} result_looks;

/*
 * What can be written writes itself: `what` is the thing. IKM_ERR_IO with an empty message in `err`: the sink stopped,
 * and its owner knows why.
 */
typedef ikm_status (*result_writer)(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                                    ikm_error *err);

/* A survey, and the forms that show it. */
typedef struct survey_result {
    const ikm_survey *survey;
    const ikm_profile *profile; /* NULL: not told */
    const form_choice *forms;
} survey_result;

/* A survey_result writes itself. */
ikm_status result_write(const void *result, result_format format, const result_looks *looks, ikm_sink sink,
                        ikm_error *err);

/* A document as text, CSV, HTML or a workbook. */
ikm_status result_document(const ikm_document *document, result_format format, const result_looks *looks, ikm_sink sink,
                           ikm_error *err);

/*
 * The last day of what was read, where no time is fixed: so the same input gives the same bytes, and the document is as
 * old as its data. Where days are not known, `created` as it is.
 */
int64_t result_created_by(int64_t created, const ikm_survey *survey);

/*
 * https://reproducible-builds.org/specs/source-date-epoch: a time that the caller fixes, so that the same input gives
 * the same bytes. -1: not set. EXIT_DONE, or a message was written.
 */
int result_created(int64_t *out, const cli_context *cli);

#endif
