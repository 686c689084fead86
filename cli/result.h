/* A scored survey in one of the formats, into any sink. */
#ifndef RESULT_H
#define RESULT_H

#include "cli.h"

#include "ikm/document.h"
#include "ikm/survey.h"

/* The first three are the positions of format_choices. */
typedef enum result_format {
    FORMAT_TEXT = 0,
    FORMAT_CSV = 1,
    FORMAT_JSON = 2,
    FORMAT_XLSX = 3,
    FORMAT_IKM = 4
} result_format;

/* How text is laid out, and what a workbook says of its making. */
typedef struct result_looks {
    int32_t width;
    bool colour;
    int64_t created; /* seconds since 1970; below 0: what the library says */
    bool summary;    /* text at a glance, without the characteristics of respondents */
} result_looks;

/*
 * What can be written writes itself: `what` is the thing. IKM_ERR_IO with an empty message in `err`: the sink stopped,
 * and its owner knows why.
 */
typedef ikm_status (*result_writer)(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                                    ikm_error *err);

/* An ikm_survey writes itself. */
ikm_status result_write(const void *survey, result_format format, const result_looks *looks, ikm_sink sink,
                        ikm_error *err);

/* A document as text, CSV or a workbook. */
ikm_status result_document(const ikm_document *document, result_format format, const result_looks *looks, ikm_sink sink,
                           ikm_error *err);

/*
 * https://reproducible-builds.org/specs/source-date-epoch: a time that the caller fixes, so that the same input gives
 * the same bytes. -1: not set. EXIT_DONE, or a message was written.
 */
int result_created(int64_t *out, const cli_context *cli);

#endif
