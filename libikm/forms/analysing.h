/* The parts of the analysis: sentences from figures alone, no causes. */
#ifndef IKMI_ANALYSING_H
#define IKMI_ANALYSING_H

#include "achieving.h"

/* Lists in a sentence name so many; the rest is counted. */
enum { IKMI_NAMED_MOST = 10 };

void ikmi_analyse_survey(ikmi_achieving *a);
/* Of it: highest and lowest element, groups under the target; `groups` is the survey by which they were scored. */
void ikmi_analyse_elements(ikmi_achieving *a, const ikm_survey *survey, const ikm_survey *groups);
void ikmi_analyse_indicators(ikmi_achieving *a);
void ikmi_analyse_components(ikmi_achieving *a);
void ikmi_analyse_budget(ikmi_achieving *a);
void ikmi_analyse_efficiency(ikmi_achieving *a);

/* Add a sentence to a paragraph of IKMI_SENTENCE_SIZE bytes. */
void ikmi_paragraph_add(char *paragraph, ikm_lang lang, ikmi_word word, const char *const *args, size_t count);
void ikmi_paragraph_put(ikmi_form *form, const char *paragraph);

/* Add "name (value)" to a list, the first IKMI_NAMED_MOST times; `named` counts them. */
void ikmi_named_add(char *list, size_t size, size_t *named, const char *name, const char *value);

/* "…; dan 3 lainnya" where more were named than are shown; the list is returned. */
const char *ikmi_named_done(char *list, size_t size, size_t named, ikm_lang lang);

#endif
