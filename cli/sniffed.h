/* What a dump is, as a document for people. */
#ifndef SNIFFED_H
#define SNIFFED_H

#include "cli.h"

#include "ikm/document.h"
#include "ikm/sniff.h"

/* Yours; it must not outlive the sniff. On failure NULL. */
ikm_status sniffed_document(ikm_document **out, const cli_context *cli, const ikm_sniff *sniff);

#endif
