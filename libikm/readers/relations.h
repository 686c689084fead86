/* Which parts belong to a part, and as what: the .rels beside it (OPC, part 2, §6.5). */
#ifndef IKMI_RELATIONS_H
#define IKMI_RELATIONS_H

#include "package.h"

typedef struct ikmi_relation {
    char *id;
    char *type;   /* the last word of its address, "worksheet": the same in both editions of the standard */
    char *target; /* path in the package */
} ikmi_relation;

typedef struct ikmi_relations {
    const ikmi_desk *desk;
    ikmi_relation *items;
    size_t count, capacity;
} ikmi_relations;

/* `path` is the part's, "" the package's own. A part without relations has none: IKM_OK. */
ikm_status ikmi_relations_read(ikmi_relations *out, const ikmi_package *package, const char *path, ikm_error *err);
void ikmi_relations_done(ikmi_relations *relations);

const ikmi_relation *ikmi_relations_by_id(const ikmi_relations *relations, const char *id);
const ikmi_relation *ikmi_relations_by_type(const ikmi_relations *relations, const char *type);

#endif
