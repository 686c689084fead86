/*
 * Groups ordered by the bytes of their keys.
 *
 * Eight bytes of each key at a time stand beside its group as one integer, so
 * that a comparison follows no pointer; groups that agree in them are sorted
 * again by the next eight, a few of them by the rest of their keys. Keys have as
 * many NULs as each other, so padding with zero bytes never makes two keys equal,
 * and a group whose key has ended is alone.
 */
#include "inside.h"

#include "base/mem.h"

#include <string.h>

typedef struct item {
    uint64_t front; /* eight bytes, the first the highest */
    uint32_t group;
} item;

static uint64_t eight_bytes(ikm_text key, size_t depth)
{
    uint64_t front = 0;
    for (size_t i = 0; i < 8; i++)
        front = front << 8 | (depth + i < key.size ? (unsigned char)key.data[depth + i] : 0);
    return front;
}

enum { FEW = 12 };

static void insertion_sort(item *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        item moving = items[i];
        size_t at = i;
        for (; at && items[at - 1].front > moving.front; at--)
            items[at] = items[at - 1];
        items[at] = moving;
    }
}

/* `spare` has room for half of them. */
static void merge_sort(item *items, size_t count, item *spare)
{
    if (count <= FEW) {
        insertion_sort(items, count);
        return;
    }
    size_t half = count / 2, left = 0, right = half, to = 0;
    merge_sort(items, half, spare);
    merge_sort(items + half, count - half, spare);
    if (items[half - 1].front <= items[half].front)
        return;
    memcpy(spare, items, half * sizeof *items);
    while (left < half)
        items[to++] = right < count && items[right].front < spare[left].front ? items[right++] : spare[left++];
}

static size_t run_length(const item *items, size_t count)
{
    size_t length = 1;
    while (length < count && items[length].front == items[0].front)
        length++;
    return length;
}

/* Keys that agree in `depth` bytes: does one come before the other? */
static bool comes_before(ikm_text key, ikm_text other, size_t depth)
{
    size_t least = key.size < other.size ? key.size : other.size;
    int differ = depth < least ? memcmp(key.data + depth, other.data + depth, least - depth) : 0;
    return differ ? differ < 0 : key.size < other.size;
}

static void sort_few(const ikm_tally *tally, item *items, size_t count, size_t depth)
{
    for (size_t i = 1; i < count; i++) {
        item moving = items[i];
        ikm_text key = ikmi_tally_key_bytes(tally, moving.group);
        size_t at = i;
        for (; at && comes_before(key, ikmi_tally_key_bytes(tally, items[at - 1].group), depth); at--)
            items[at] = items[at - 1];
        items[at] = moving;
    }
}

/* The longest run of equal fronts is left to the loop, so that the recursion is at most 32 deep. */
static void sort_from(const ikm_tally *tally, item *items, size_t count, item *spare, size_t depth)
{
    while (count > FEW) {
        item *longest = items;
        size_t longest_count = 0, length;
        for (size_t i = 0; i < count; i++) {
            ikmi_tally_ask_for(tally, items[i + IKMI_TALLY_AHEAD < count ? i + IKMI_TALLY_AHEAD : i].group);
            items[i].front = eight_bytes(ikmi_tally_key_bytes(tally, items[i].group), depth);
        }
        depth += 8;
        merge_sort(items, count, spare);
        for (size_t i = 0; i < count; i += length) {
            length = run_length(items + i, count - i);
            if (length > longest_count) {
                longest = items + i;
                longest_count = length;
            }
        }
        for (size_t i = 0; i < count; i += length) {
            if (i + IKMI_TALLY_AHEAD < count)
                ikmi_tally_ask_for(tally, items[i + IKMI_TALLY_AHEAD].group);
            length = run_length(items + i, count - i);
            if (items + i != longest && length > 1)
                sort_from(tally, items + i, length, spare, depth);
        }
        items = longest;
        count = longest_count;
    }
    sort_few(tally, items, count, depth);
}

ikm_status ikmi_tally_order(const ikm_tally *tally, uint32_t *order)
{
    size_t count = ikm_tally_group_count(tally);
    if (count > SIZE_MAX / (2 * sizeof(item)))
        return IKM_ERR_NOMEM;
    item *items = ikmi_alloc(tally->mem, (count + count / 2) * sizeof *items);
    if (!items)
        return IKM_ERR_NOMEM;
    for (size_t i = 0; i < count; i++)
        items[i] = (item){0, (uint32_t)i};
    sort_from(tally, items, count, items + count, 0);
    for (size_t i = 0; i < count; i++)
        order[i] = items[i].group;
    ikmi_release(tally->mem, items);
    return IKM_OK;
}
