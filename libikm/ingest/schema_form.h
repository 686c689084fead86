/* The words of a schema, the same for who reads and who writes one. */
#ifndef IKMI_SCHEMA_FORM_H
#define IKMI_SCHEMA_FORM_H

#include "rules/rules.h"

enum { IKMI_SCHEMA_SIZE_MAX = 4 << 20, IKMI_SCHEMA_LINE_MOST = 1000000 };

extern const char ikmi_schema_format[];

/* "element", "service", "time" ...; NULL beyond the last. */
const char *ikmi_role_name(ikmi_role role);
bool ikmi_role_named(ikmi_role *out, const char *name);

/* All of them for a message, as far as they fit; returns `out`. */
const char *ikmi_role_names(char *out, size_t size);

/* The static name of the shape; NULL: there is none of this name. */
const char *ikmi_shape_named(const char *name);
const char *ikmi_shape_names(void);

#endif
