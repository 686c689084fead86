/* One text, one meaning: what an own instrument may not say twice. */
#ifndef IKMI_RULES_MEANING_H
#define IKMI_RULES_MEANING_H

#include "reading.h"

/* No label or alias of an element stands for two scores, or is by itself read as another score. */
ikm_status ikmi_check_labels(ikmi_reading *reading, const ikmi_place *element_place, const ikmi_element *element,
                             int scale);

/* No code, name, question or header word means two elements. */
ikm_status ikmi_check_words(ikmi_reading *reading, const ikmi_place *elements_place, const ikmi_element *elements,
                            size_t count);

#endif
