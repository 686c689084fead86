/* The issues of a check, one after the other, into a sink. */
#ifndef LISTING_H
#define LISTING_H

#include "ikm/check.h"

/*
 * As a compiler says it: place, header and message, then the faulty cell alone with a caret
 * line under it. Never the record: the rest of it is somebody's. An empty line ends the list.
 */
ikm_status listing_text(const ikm_check *check, ikm_sink sink);

/* A row an issue: file,line,column,header,kind,message,cell,further. */
ikm_status listing_csv(const ikm_check *check, ikm_sink sink);

#endif
