/* A document from inside: what the model keeps, for its own files only. Writers use the public calls. */
#ifndef IKMI_DOCUMENT_H
#define IKMI_DOCUMENT_H

#include "ikm/document.h"

#include <stdbool.h>
#include <stddef.h>

/* Memory that is never given back piece by piece: texts, items, columns. */
typedef struct ikmi_chunk {
    struct ikmi_chunk *next;
    size_t used, size;
    _Alignas(max_align_t) unsigned char bytes[];
} ikmi_chunk;

/* The rows of a table that a document holds. Reached by a table's `ctx`, like any other source. */
typedef struct ikmi_held {
    struct ikmi_held *next; /* all of a document, to free them */
    ikm_table *table;
    ikm_cell *cells; /* row by row */
    size_t capacity; /* rows */
} ikmi_held;

struct ikm_document {
    const ikm_mem *mem;
    ikm_lang lang;
    const char *title;
    ikmi_chunk *chunks;
    ikmi_held *held;       /* the one made last comes first */
    ikm_table *last_table; /* NULL: none yet */
    ikm_item **items;
    size_t count, capacity;
};

/* `size` zeroed bytes that live as long as the document; NULL when refused. */
void *ikmi_keep(ikm_document *document, size_t size);

/* NUL-terminated copy; false when refused. NULL stays NULL. */
bool ikmi_keep_string(ikm_document *document, const char **out, const char *text);

bool ikmi_places_can_be(ikm_decimal value);
bool ikmi_cell_can_be(const ikm_cell *cell);
bool ikmi_keep_cell(ikm_document *document, ikm_cell *out, const ikm_cell *cell);

/* A new item that is not yet part of the document, and room for it in the list; NULL when refused. */
ikm_item *ikmi_item_prepare(ikm_document *document, ikm_item_kind kind);

/* From here on the item is part of the document. Cannot fail. */
ikm_status ikmi_item_add(ikm_document *document, ikm_item *item);

#endif
