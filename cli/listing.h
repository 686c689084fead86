/* The issues of a check, one after the other, into a sink. */
#ifndef LISTING_H
#define LISTING_H

#include "ikm/check.h"
#include "ikm/document.h"

#include <stdbool.h>

/*
 * As a compiler says it: place, header and message, then the faulty cell alone with a caret
 * line under it. Never the record: the rest of it is somebody's. An empty line ends the list.
 */
ikm_status listing_text(const ikm_check *check, ikm_sink sink);

/* A row an issue: file,line,column,header,kind,message,cell,further; `excel_id`: as Excel with Indonesian settings
 * opens it. */
ikm_status listing_csv(const ikm_check *check, bool excel_id, ikm_sink sink);

/* The same as a table on the last sheet; of very many the first, and how many more there are. */
ikm_status listing_document(ikm_document *document, const ikm_check *check);

#endif
