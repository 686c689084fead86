/*
 * A part of a package as XML, pulled: expat pushes events at handlers, and a
 * handler may pause it at any place to go on later from there.
 */
#ifndef IKMI_XML_H
#define IKMI_XML_H

#include "package.h"

#include <expat.h>

/* Names come without their prefix: the two editions of the standard differ in namespaces alone. */
typedef struct ikmi_xml_handlers {
    void (*start)(void *ctx, const char *name, const char **attributes);
    void (*end)(void *ctx, const char *name);               /* may be NULL */
    void (*text)(void *ctx, const char *text, size_t size); /* may be NULL; pieces of one text */
} ikmi_xml_handlers;

typedef struct ikmi_xml {
    const ikmi_desk *desk;
    const ikmi_xml_handlers *handlers;
    void *ctx;
    XML_Parser parser;
    ikmi_part part;
    ikm_status status; /* what a handler stopped with */
    ikm_error *err;    /* of the run, for handlers; may be NULL */
    int depth;
    bool paused;
    bool finished;
} ikmi_xml;

ikm_status ikmi_xml_open(ikmi_xml *xml, const ikmi_package *package, const char *path,
                         const ikmi_xml_handlers *handlers, void *ctx, ikm_error *err);
void ikmi_xml_close(ikmi_xml *xml);

/* Until a handler pauses (`paused`) or the part ends (`finished`). */
ikm_status ikmi_xml_run(ikmi_xml *xml, ikm_error *err);

/* For handlers: go no further for now; go no further at all (the handler has filled in xml->err). */
void ikmi_xml_pause(ikmi_xml *xml);
void ikmi_xml_stop(ikmi_xml *xml, ikm_status status);

/* Open, run to the end, close. */
ikm_status ikmi_xml_read(ikmi_xml *xml, const ikmi_package *package, const char *path,
                         const ikmi_xml_handlers *handlers, void *ctx, ikm_error *err);

/* The attribute of that name without regard to its prefix; NULL if there is none. */
const char *ikmi_xml_attribute(const char **attributes, const char *name);
/* The one that has a prefix, as r:id beside id; NULL if there is none. */
const char *ikmi_xml_prefixed(const char **attributes, const char *name);
/* "1" and "true" are true. */
bool ikmi_xml_true(const char *value);

#endif
