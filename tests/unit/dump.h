/* A survey read from a dump in memory, for tests of what comes after. */
#ifndef DUMP_H
#define DUMP_H

#include "ikm/survey.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where a survey must be; what is wrong with the dump is printed. */
static inline ikm_survey *survey_named(const char *name, const char *csv, const ikm_survey_options *options)
{
    ikm_survey *survey = NULL;
    ikm_error error = {.status = IKM_OK};
    ikm_input input = {.name = name, .bytes = {csv, strlen(csv)}};
    if (ikm_survey_read_inputs(&survey, &input, 1, options, &error) != IKM_OK)
        fprintf(stderr, "%s\n", error.message);
    return survey;
}

static inline ikm_survey *survey_of(const char *csv, const ikm_survey_options *options)
{
    return survey_named("survey.csv", csv, options);
}

/* A whole file as a string that is yours; NULL if it cannot be read. */
static inline char *file_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    if (file && fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        rewind(file);
        text = size < 0 ? NULL : malloc((size_t)size + 1);
        if (text)
            text[fread(text, 1, (size_t)size, file)] = '\0';
    }
    if (file)
        fclose(file);
    return text;
}

#endif
