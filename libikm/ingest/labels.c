#include "labels.h"

#include "base/buffer.h"
#include "base/mem.h"
#include "fold.h"
#include "nearness.h"

#include <string.h>

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

static uint64_t hash_of(size_t element, ikmi_spelling kind, ikm_text text)
{
    uint64_t hash = mix(text.size, element * 2 + kind), word;
    size_t i = 0;
    for (; i + 8 <= text.size; i += 8) {
        memcpy(&word, text.data + i, 8);
        hash = mix(hash, word);
    }
    word = 0;
    if (i < text.size)
        memcpy(&word, text.data + i, text.size - i);
    hash = mix(hash, word);
    return hash ? hash : 1;
}

/* The entry of this text, or the free slot where it would stand. */
static ikmi_label_entry *slot_of(const ikmi_labels *labels, size_t element, ikmi_spelling kind, ikm_text text,
                                 uint64_t hash)
{
    for (size_t i = hash & labels->mask;; i = (i + 1) & labels->mask) {
        ikmi_label_entry *slot = &labels->slots[i];
        if (!slot->hash || (slot->hash == hash && slot->element == element && slot->kind == kind &&
                            slot->size == text.size && !memcmp(slot->text, text.data, text.size)))
            return slot;
    }
}

uint8_t ikmi_label_score(const ikmi_labels *labels, size_t element, ikmi_spelling kind, ikm_text text)
{
    if (!text.size)
        return IKMI_ANSWER_UNKNOWN;
    const ikmi_label_entry *slot = slot_of(labels, element, kind, text, hash_of(element, kind, text));
    return slot->hash ? slot->score : IKMI_ANSWER_UNKNOWN;
}

static void insert(ikmi_labels *labels, size_t element, ikmi_spelling kind, ikm_text text, uint8_t score, bool told)
{
    uint64_t hash = hash_of(element, kind, text);
    ikmi_label_entry *slot = slot_of(labels, element, kind, text, hash);
    if (!slot->hash)
        *slot = (ikmi_label_entry){hash, text.data, (uint32_t)text.size, (uint8_t)element, (uint8_t)kind, score, told};
    else if (slot->score != score && slot->told == told)
        slot->score = IKMI_LABEL_AMBIGUOUS;
}

/* Walks over every label of an element: the official ones from the lowest score, then the aliases. */
typedef struct walk {
    const ikmi_element *element;
    int scale, next;
    const char *text;
    uint8_t score;
} walk;

static bool step(walk *at)
{
    for (; at->next < at->scale; at->next++) {
        const char *label = at->element->labels[at->next];
        if (label && *label) {
            at->text = label;
            at->score = (uint8_t)++at->next;
            return true;
        }
    }
    const ikmi_label_alias *alias = at->element->label_aliases;
    if (!alias || !alias[at->next - at->scale].text)
        return false;
    alias += at->next++ - at->scale;
    at->text = alias->text;
    at->score = alias->score;
    return true;
}

static walk walk_of(const ikm_rules *rules, size_t element)
{
    walk at = {.element = &rules->elements[element], .scale = rules->scale};
    return at;
}

/* What the user adds. */
typedef struct more_labels {
    const ikmi_more_label *items;
    size_t count;
} more_labels;

static void fold_one(ikmi_buffer *out, const char *text)
{
    char folded[IKMI_LABEL_SIZE];
    size_t size = ikmi_fold(folded, sizeof folded, ikmi_text(text));
    ikmi_buffer_add(out, folded, size + 1);
}

/* Every label folded, one after the other, each with its NUL: the user's first. */
static ikm_status fold_all(ikmi_buffer *out, size_t *count_out, const ikm_rules *rules, const more_labels *more)
{
    size_t count = more->count;
    for (size_t i = 0; i < more->count; i++)
        fold_one(out, more->items[i].text);
    for (size_t e = 0; e < rules->element_count; e++)
        for (walk at = walk_of(rules, e); step(&at); count++)
            fold_one(out, at.text);
    *count_out = count;
    return out->status;
}

/* As it is spelt and as it folds; returns the folded label behind this one. */
static const char *insert_both(ikmi_labels *labels, size_t element, const char *text, const char *folded, uint8_t score,
                               bool told)
{
    size_t size = strlen(folded);
    insert(labels, element, IKMI_SPELT, ikmi_text(text), score, told);
    if (size && size + 8 < IKMI_LABEL_SIZE) /* else nothing is left of it, or it may have been cut */
        insert(labels, element, IKMI_FOLDED, ikmi_text(folded), score, told);
    return folded + size + 1;
}

static void insert_all(ikmi_labels *labels, const more_labels *more)
{
    const char *folded = labels->folded;
    for (size_t i = 0; i < more->count; i++)
        folded = insert_both(labels, more->items[i].element, more->items[i].text, folded, more->items[i].score, true);
    for (size_t e = 0; e < labels->element_count; e++)
        for (walk at = walk_of(labels->rules, e); step(&at);)
            folded = insert_both(labels, e, at.text, folded, at.score, false);
}

static void fill_one_byte(ikmi_labels *labels)
{
    for (size_t e = 0; e < labels->element_count; e++)
        for (int c = 0; c < 256; c++) {
            char byte = (char)c;
            labels->one_byte[e][c] = ikmi_decode_text(labels, e, (ikm_text){&byte, 1});
        }
}

ikm_status ikmi_labels_new(ikmi_labels **out, const ikm_rules *rules, const ikm_mem *mem)
{
    return ikmi_labels_new_with(out, rules, NULL, 0, mem);
}

ikm_status ikmi_labels_new_with(ikmi_labels **out, const ikm_rules *rules, const ikmi_more_label *more_items,
                                size_t more_count, const ikm_mem *mem)
{
    const more_labels more = {more_items, more_count};
    *out = NULL;
    ikmi_labels *labels = ikmi_alloc_zero(mem, 1, sizeof *labels);
    if (!labels)
        return IKM_ERR_NOMEM;
    labels->mem = mem;
    labels->rules = rules;
    labels->scale = rules->scale;
    labels->element_count = rules->element_count;

    size_t count, slots = 16;
    ikmi_buffer folded;
    ikmi_buffer_init(&folded, mem);
    ikm_status status = fold_all(&folded, &count, rules, &more);
    labels->folded = folded.data;
    labels->folded_size = folded.size;
    while (slots < count * 4)
        slots *= 2;
    labels->mask = slots - 1;
    if (status == IKM_OK)
        labels->slots = ikmi_alloc_zero(mem, slots, sizeof *labels->slots);
    if (!labels->slots) {
        ikmi_labels_free(labels);
        return IKM_ERR_NOMEM;
    }
    insert_all(labels, &more);
    fill_one_byte(labels);
    *out = labels;
    return IKM_OK;
}

void ikmi_labels_free(ikmi_labels *labels)
{
    if (!labels)
        return;
    const ikm_mem *mem = labels->mem;
    ikmi_release(mem, labels->slots);
    ikmi_release(mem, labels->folded);
    ikmi_release(mem, labels);
}

bool ikmi_labels_have_word(const ikmi_labels *labels, ikm_text word)
{
    const char *at = labels->folded, *end = at + labels->folded_size;
    for (; word.size && (size_t)(end - at) > word.size && (at = memchr(at, word.data[0], (size_t)(end - at))); at++) {
        if ((size_t)(end - at) <= word.size || memcmp(at, word.data, word.size) != 0)
            continue;
        bool begins = at == labels->folded || at[-1] == ' ' || !at[-1];
        if (begins && (at[word.size] == ' ' || !at[word.size]))
            return true;
    }
    return false;
}

/* The longer a label, the more of it may be misspelt and still be meant. */
static int tolerance(size_t size)
{
    return size < 4 ? 0 : size < 8 ? 1 : size < 12 ? 2 : 3;
}

const char *ikmi_nearest_label(const ikmi_labels *labels, size_t element, ikm_text cell)
{
    char folded[IKMI_LABEL_SIZE], label[IKMI_LABEL_SIZE];
    if (element >= labels->element_count)
        return NULL;
    ikm_text seen = {folded, ikmi_fold(folded, sizeof folded, cell)};
    int best = IKMI_FAR;
    const char *nearest = NULL;
    uint8_t score = 0;
    for (walk at = walk_of(labels->rules, element); step(&at);) {
        ikm_text known = {label, ikmi_fold(label, sizeof label, ikmi_text(at.text))};
        int distance = ikmi_distance(seen, known, tolerance(known.size));
        if (distance < best) {
            best = distance;
            nearest = at.text;
            score = at.score;
        } else if (distance == best && distance != IKMI_FAR && at.score != score) {
            nearest = NULL; /* as near to another score: no suggestion is better than a wrong one */
        }
    }
    return nearest;
}
