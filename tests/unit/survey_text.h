/* Surveys from memory for tests: read, and told as text. */
#ifndef SURVEY_TEXT_H
#define SURVEY_TEXT_H

#include "base/buffer.h"
#include "ikm.h"

#include <string.h>

static inline int survey_text_write(void *ctx, const void *bytes, size_t size)
{
    ikmi_buffer_add(ctx, bytes, size);
    return ((ikmi_buffer *)ctx)->status != IKM_OK;
}

/* "LINE:COLUMN:KIND:HEADER;" for each refused record. */
static inline int survey_text_issue(void *ctx, const ikm_issue *issue)
{
    ikmi_buffer_add_integer(ctx, issue->line);
    ikmi_buffer_add_char(ctx, ':');
    ikmi_buffer_add_integer(ctx, issue->column);
    ikmi_buffer_add_char(ctx, ':');
    ikmi_buffer_add_integer(ctx, issue->kind);
    ikmi_buffer_add_char(ctx, ':');
    ikmi_buffer_add_string(ctx, issue->header);
    ikmi_buffer_add_char(ctx, ';');
    return 0;
}

static inline ikm_status survey_of_bytes(ikm_survey **out, const char *bytes, size_t size,
                                         const ikm_survey_options *options, ikm_error *err)
{
    ikm_input input = {"survey.csv", NULL, {bytes, size}, NULL};
    return ikm_survey_read_inputs(out, &input, 1, options, err);
}

static inline ikm_status survey_of(ikm_survey **out, const char *text, const ikm_survey_options *options,
                                   ikm_error *err)
{
    return survey_of_bytes(out, text, strlen(text), options, err);
}

#endif
