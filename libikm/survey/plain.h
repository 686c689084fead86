/* A plain CSV (RFC 4180) on its way to a sink; a sink that stopped is remembered. */
#ifndef IKMI_PLAIN_H
#define IKMI_PLAIN_H

#include "ikm/base.h"

#include <stdbool.h>

typedef struct ikmi_plain {
    ikm_sink sink;
    bool failed;
    size_t fields; /* of the record in the making */
    bool nothing;  /* all there is of it yet is one empty field */
    size_t used;
    char block[65536];
} ikmi_plain;

void ikmi_plain_init(ikmi_plain *plain, ikm_sink sink);
void ikmi_plain_field(ikmi_plain *plain, ikm_text text);
void ikmi_plain_end(ikmi_plain *plain); /* of the record */

/* Flush. IKM_ERR_IO if the sink stopped at any time. */
ikm_status ikmi_plain_done(ikmi_plain *plain);

#endif
