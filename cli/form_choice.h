/* --form: the forms that a workbook, a page or a text has. */
#ifndef FORM_CHOICE_H
#define FORM_CHOICE_H

#include "cli.h"

#include "ikm/document.h"
#include "ikm/report.h"
#include "ikm/survey.h"

#define FORM_CHOICE_OPTION                                                                                             \
    {                                                                                                                  \
        OPTION_FORM, "form", 0, KIND_TEXT, "CLI_ARGUMENT_FORM", "CLI_OPTION_FORM", NULL, 0, 0, "CLI_GROUP_OUTPUT",     \
            false                                                                                                      \
    }

/* Which ones; not told: the recap. */
typedef struct form_choice {
    bool told;
    bool characteristics, trend, respondents; /* what they need of the survey */
    unsigned chosen;                          /* a bit for each, in the order in which they are written */
} form_choice;

/* "recap,worksheet" or "all"; NULL: not told. EXIT_DONE, or a message was written. */
int form_choice_take(form_choice *out, const cli_context *cli, const char *text);

/* Put them into a document. */
ikm_status form_choice_fill(ikm_document *document, const form_choice *choice, const ikm_survey *survey,
                            const ikm_profile *profile);

#endif
