/* What a document keeps of what it is given: copies in chunks, freed all at once. */
#include "document.h"

#include "base/mem.h"

#include <string.h>

enum { CHUNK_SIZE = 4096 };

void *ikmi_keep(ikm_document *document, size_t size)
{
    const size_t unit = _Alignof(max_align_t);
    if (size > SIZE_MAX - unit - sizeof(ikmi_chunk))
        return NULL;
    size = (size + unit - 1) / unit * unit;
    ikmi_chunk *chunk = document->chunks;
    if (!chunk || chunk->size - chunk->used < size) {
        size_t room = size > CHUNK_SIZE ? size : CHUNK_SIZE;
        chunk = ikmi_alloc(document->mem, sizeof *chunk + room);
        if (!chunk)
            return NULL;
        chunk->size = room;
        chunk->used = 0;
        chunk->next = document->chunks;
        document->chunks = chunk;
    }
    void *block = chunk->bytes + chunk->used;
    chunk->used += size;
    return memset(block, 0, size);
}

bool ikmi_keep_string(ikm_document *document, const char **out, const char *text)
{
    if (!text) {
        *out = NULL;
        return true;
    }
    size_t size = strlen(text) + 1;
    char *copy = ikmi_keep(document, size);
    if (copy)
        *out = memcpy(copy, text, size);
    return copy != NULL;
}

bool ikmi_places_can_be(ikm_decimal value)
{
    return value.places >= 0 && value.places <= 18;
}

bool ikmi_cell_can_be(const ikm_cell *cell)
{
    switch (cell->kind) {
    case IKM_CELL_EMPTY: return true;
    case IKM_CELL_TEXT: return cell->text.data || !cell->text.size;
    case IKM_CELL_NUMBER:
        return ikmi_places_can_be(cell->number) && (!cell->formula || ikmi_places_can_be(cell->exact));
    }
    return false;
}

bool ikmi_keep_cell(ikm_document *document, ikm_cell *out, const ikm_cell *cell)
{
    *out = *cell;
    if (cell->kind != IKM_CELL_TEXT)
        return ikmi_keep_string(document, &out->formula, cell->kind == IKM_CELL_NUMBER ? cell->formula : NULL);
    char *copy = ikmi_keep(document, cell->text.size + 1);
    if (!copy)
        return false;
    if (cell->text.size)
        memcpy(copy, cell->text.data, cell->text.size);
    out->text.data = copy;
    return true;
}
