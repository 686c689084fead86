/* The model: items in order, each with its own copy of what it was given. */
#include "document.h"

#include "base/mem.h"

ikm_status ikm_document_new(ikm_document **out, ikm_lang lang, const char *title, const ikm_mem *mem)
{
    if (!out)
        return IKM_ERR_ARGUMENT;
    *out = NULL;
    if (!title || (lang != IKM_LANG_ID && lang != IKM_LANG_EN))
        return IKM_ERR_ARGUMENT;
    ikm_document *document = ikmi_alloc_zero(mem, 1, sizeof *document);
    if (!document)
        return IKM_ERR_NOMEM;
    document->mem = mem;
    document->lang = lang;
    if (!ikmi_keep_string(document, &document->title, title)) {
        ikm_document_free(document);
        return IKM_ERR_NOMEM;
    }
    *out = document;
    return IKM_OK;
}

void ikm_document_free(ikm_document *document)
{
    if (!document)
        return;
    for (ikmi_held *held = document->held; held; held = held->next)
        ikmi_release(document->mem, held->cells);
    for (ikmi_chunk *chunk = document->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        ikmi_release(document->mem, chunk);
    }
    ikmi_release(document->mem, document->items);
    ikmi_release(document->mem, document);
}

ikm_item *ikmi_item_prepare(ikm_document *document, ikm_item_kind kind)
{
    if (document->count == document->capacity) {
        size_t capacity = document->capacity ? document->capacity * 2 : 32;
        ikm_item **items = ikmi_resize(document->mem, document->items, capacity * sizeof *items);
        if (!items)
            return NULL;
        document->items = items;
        document->capacity = capacity;
    }
    ikm_item *item = ikmi_keep(document, sizeof *item);
    if (item)
        item->kind = kind;
    return item;
}

ikm_status ikmi_item_add(ikm_document *document, ikm_item *item)
{
    document->items[document->count++] = item;
    return IKM_OK;
}

static ikm_status add_text(ikm_document *document, ikm_item_kind kind, int level, const char *text)
{
    if (!document || !text)
        return IKM_ERR_ARGUMENT;
    ikm_item *item = ikmi_item_prepare(document, kind);
    if (!item || !ikmi_keep_string(document, &item->text, text))
        return IKM_ERR_NOMEM;
    item->level = level;
    return ikmi_item_add(document, item);
}

ikm_status ikm_document_sheet(ikm_document *document, const char *name)
{
    return add_text(document, IKM_ITEM_SHEET, 0, name);
}

ikm_status ikm_document_poster(ikm_document *document, const char *name)
{
    return add_text(document, IKM_ITEM_SHEET, 1, name);
}

ikm_status ikm_document_heading(ikm_document *document, int level, const char *text)
{
    if (level < 1 || level > 3)
        return IKM_ERR_ARGUMENT;
    return add_text(document, IKM_ITEM_HEADING, level, text);
}

ikm_status ikm_document_text(ikm_document *document, const char *text)
{
    return add_text(document, IKM_ITEM_TEXT, 0, text);
}

ikm_status ikm_document_note(ikm_document *document, const char *text)
{
    return add_text(document, IKM_ITEM_NOTE, 0, text);
}

ikm_status ikm_document_figure(ikm_document *document, const char *label, ikm_cell figure, const char *caption)
{
    if (!document || !label || !ikmi_cell_can_be(&figure))
        return IKM_ERR_ARGUMENT;
    ikm_item *item = ikmi_item_prepare(document, IKM_ITEM_FIGURE);
    if (!item || !ikmi_keep_string(document, &item->text, label) ||
        !ikmi_keep_string(document, &item->caption, caption) || !ikmi_keep_cell(document, &item->cell, &figure))
        return IKM_ERR_NOMEM;
    return ikmi_item_add(document, item);
}

ikm_status ikm_document_field(ikm_document *document, const char *label, const char *value)
{
    if (!document || !label)
        return IKM_ERR_ARGUMENT;
    ikm_item *item = ikmi_item_prepare(document, IKM_ITEM_FIELD);
    if (!item || !ikmi_keep_string(document, &item->text, label) ||
        !ikmi_keep_string(document, &item->caption, value && *value ? value : NULL))
        return IKM_ERR_NOMEM;
    return ikmi_item_add(document, item);
}

ikm_status ikm_document_signature(ikm_document *document, const ikm_signature *signature)
{
    if (!document || !signature)
        return IKM_ERR_ARGUMENT;
    ikm_item *item = ikmi_item_prepare(document, IKM_ITEM_SIGNATURE);
    ikm_signature *copy = item ? ikmi_keep(document, sizeof *copy) : NULL;
    if (!copy || !ikmi_keep_string(document, &copy->place_date, signature->place_date) ||
        !ikmi_keep_string(document, &copy->title, signature->title) ||
        !ikmi_keep_string(document, &copy->name, signature->name) ||
        !ikmi_keep_string(document, &copy->number, signature->number))
        return IKM_ERR_NOMEM;
    item->signature = copy;
    return ikmi_item_add(document, item);
}

size_t ikm_document_item_count(const ikm_document *document)
{
    return document ? document->count : 0;
}

const ikm_item *ikm_document_item(const ikm_document *document, size_t index)
{
    return document && index < document->count ? document->items[index] : NULL;
}

ikm_lang ikm_document_lang(const ikm_document *document)
{
    return document ? document->lang : IKM_LANG_ID;
}

const char *ikm_document_title(const ikm_document *document)
{
    return document ? document->title : "";
}

const ikm_mem *ikm_document_mem(const ikm_document *document)
{
    return document ? document->mem : NULL;
}
