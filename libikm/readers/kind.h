/* What a file is, by its bytes. */
#ifndef IKMI_KIND_H
#define IKMI_KIND_H

#include "ikm/readers.h"

#include "origin.h"

/* Never fails: what cannot be read is IKM_FILE_BINARY, a pipe IKM_FILE_UNSEEN. */
ikm_file_kind ikmi_kind_of(const ikmi_origin *origin);

/* The two containers: a zip and Microsoft's compound file (OLE2). `head` is the first bytes. */
ikm_file_kind ikmi_kind_of_zip(const ikmi_origin *origin, ikm_text head);
ikm_file_kind ikmi_kind_of_compound(const ikmi_origin *origin, ikm_text head);

/* Text, or what is written in text: a web page, XML. IKM_FILE_BINARY if it is none. */
ikm_file_kind ikmi_kind_of_text(ikm_text head);

/* The sentence that says what to do about a file that no reader reads. */
const char *ikmi_kind_refusal(ikm_file_kind kind);

#endif
