/*
 * What a dump is, told by its user instead of found from the data: dialect, header,
 * what columns are, further labels. Read from JSON ("ikm.schema/1", schema.schema.json).
 */
#ifndef IKMI_SCHEMA_H
#define IKMI_SCHEMA_H

#include "ikm/ingest.h"

#include "columns.h"
#include "labels.h"

typedef struct ikmi_schema_column {
    const char *header;
    ikmi_told_column told;
} ikmi_schema_column;

typedef struct ikmi_schema {
    const ikm_mem *mem;
    void *block;         /* what everything else stands in */
    ikm_dialect dialect; /* zero where the schema says nothing */
    const char *shape;   /* "" where the schema says nothing */
    const char *sheet;   /* "" where the schema says nothing; who opens the workbook asks for it */
    size_t column_count;
    ikmi_schema_column *columns;
    size_t label_count;
    ikmi_more_label *labels;
} ikmi_schema;

/*
 * IKM_ERR_SYNTAX with line and column, IKM_ERR_INVALID with the JSON path of the fault
 * in its message, IKM_ERR_NOMEM: then `*out` is NULL. `mem` is borrowed.
 */
ikm_status ikmi_schema_read(ikmi_schema **out, ikm_text json, const ikm_rules *rules, ikm_lang lang, const ikm_mem *mem,
                            ikm_error *err);
void ikmi_schema_free(ikmi_schema *schema);

/*
 * The schema, if there is one, and the labels of the rules with those that it adds.
 * As ikmi_schema_read(); both are to be freed, the labels first.
 */
ikm_status ikmi_schema_take(ikmi_schema **out, ikmi_labels **labels_out, ikm_text json, const ikm_rules *rules,
                            ikm_lang lang, const ikm_mem *mem, ikm_error *err);

/* What is told besides the schema (which may be NULL) wins over it. */
ikm_dialect ikmi_schema_dialect(const ikmi_schema *schema, const ikm_dialect *told);

/*
 * What the schema tells of each of these columns, into `told` (one a header, zeroed).
 * A header that stands several times is met in its order. `*missing_out` is the column
 * of the schema that is not among the headers, -1: all are. IKM_OK or IKM_ERR_NOMEM.
 */
ikm_status ikmi_schema_match(ikmi_told_column *told, int *missing_out, const ikmi_schema *schema,
                             const ikm_text *headers, size_t count);

#endif
