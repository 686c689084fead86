/* The single questions of which ikmi_meaning_find() is made. */
#ifndef IKMI_MEANING_PARTS_H
#define IKMI_MEANING_PARTS_H

#include "meaning.h"

/* Take the one code of an element that stands in the view ("U1", "unsur 1") out of it; -1 for none or several. */
int ikmi_view_take_code(ikmi_view *view, const ikmi_lexicon *lexicon);

/* Take numbering that is no code ("q8", "pertanyaan 8", "8.") off the front; `out` may be NULL. */
void ikmi_view_take_family(ikmi_view *view, ikmi_family *out);

/* Elements whose names or words stand in the view, less those that are part of longer ones. */
ikmi_elements ikmi_view_elements_within(const ikmi_view *view, const ikmi_lexicon *lexicon);

/* Elements of whose names or words the view, or a word of it, is a misspelling. */
ikmi_elements ikmi_view_elements_near(const ikmi_view *view, const ikmi_lexicon *lexicon);

/* Whether the view is about an element and no score of it: its weight, its importance, the time its question took. */
bool ikmi_view_is_beside(const ikmi_view *view, const ikmi_lexicon *lexicon);

/* The role whose word the view is. */
ikmi_role ikmi_view_role(const ikmi_view *view, const ikmi_lexicon *lexicon);

/* The role whose word stands in the view among fillers; and what stands there among anything. */
ikmi_role ikmi_view_role_within(const ikmi_view *view, const ikmi_lexicon *lexicon, bool *personal_out, bool *time_out);

/* The one role of whose word the view is a misspelling. */
ikmi_role ikmi_view_role_near(const ikmi_view *view, const ikmi_lexicon *lexicon);

#endif
