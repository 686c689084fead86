/*
 * How a tally is laid out.
 *
 * A group is one record: its key and its counts since the last carry, a byte
 * each, side by side, so that counting a respondent touches two cache lines and
 * no pointer. Before a byte could overflow, after 255 respondents, the bytes are
 * carried into a block of int64 counts, which most groups of a large tally never need.
 */
#ifndef IKMI_TALLY_INSIDE_H
#define IKMI_TALLY_INSIDE_H

#include "tally.h"

#include "answers.h"
#include "arena.h"
#include "moments.h"
#include "rules/rules.h"
#include "table.h"

#include <stdbool.h>

enum { IKMI_KEYS_MOST = 16 };

typedef struct ikmi_group {
    uint32_t hash;
    uint32_t wide;     /* where its int64 counts are; 0: nothing was carried yet */
    uint32_t key_size; /* without the last NUL */
    uint8_t counts[];  /* a set, or two with complete counting; moments; then the key, a NUL after each value */
} ikmi_group;

struct ikm_tally {
    const ikm_mem *mem;
    size_t element_count, key_count;
    int scale;
    char **names; /* element codes, then key names; the strings lie behind them */
    size_t cells; /* counts in a set: elements x scale, then the respondents themselves */
    size_t sets;  /* 1, or 2: complete respondents apart */
    ikmi_moments moments;
    size_t width;        /* counts of a group: the sets, then the moments */
    unsigned carry_due;  /* the bytes of a group hold so many respondents */
    size_t key_offset;   /* where the key begins in ikmi_group.counts */
    size_t record_least; /* bytes of a record whose key is short: whole vectors of counts lie in it */
    uint64_t seed;
    uint32_t *places; /* records by group number */
    size_t group_count, group_room;
    ikmi_table table;
    ikmi_arena records, wides;
    ikm_row_counts rows;
    int64_t totals[]; /* `width`: the whole, and all that a tally without keys has; with keys its moments are in the
                         groups alone */
};

/* What to go back to when a change fails half way. */
typedef struct ikmi_mark {
    size_t group_count;
    uint64_t records, wides;
} ikmi_mark;

static inline ikmi_group *ikmi_group_at(const ikm_tally *tally, uint32_t place)
{
    return ikmi_arena_at(&tally->records, place);
}

static inline char *ikmi_group_key(const ikm_tally *tally, const ikmi_group *group)
{
    return (char *)group->counts + tally->key_offset;
}

static inline int64_t *ikmi_group_wide(const ikm_tally *tally, const ikmi_group *group)
{
    return ikmi_arena_at(&tally->wides, group->wide);
}

/* The group with these key bytes (see ikmi_tally_key_bytes()); NULL: there is none. */
ikmi_group *ikmi_group_find(const ikm_tally *tally, uint32_t hash, ikm_text key);

/*
 * A new group with all counts 0; the caller fills in its key of `key_size`
 * bytes, the last NUL stands. IKM_ERR_NOMEM, IKM_ERR_OVERFLOW: nothing has changed.
 */
ikm_status ikmi_group_new(ikmi_group **out, ikm_tally *tally, uint32_t hash, size_t key_size);

/* See to it that a group has int64 counts. IKM_ERR_NOMEM, IKM_ERR_OVERFLOW: nothing has changed. */
ikm_status ikmi_group_widen(ikm_tally *tally, ikmi_group *group);

/* Carry the bytes of a group into its int64 counts, which must be there. */
void ikmi_group_carry(const ikm_tally *tally, ikmi_group *group);

enum { IKMI_WIDTH_MOST = 2 * (IKM_ELEMENTS_MAX * IKM_SCALE_MAX + 1) + IKMI_MOMENTS_MOST };

/* No more respondents than this, so that no sum passes an int64_t. */
int64_t ikmi_tally_room(const ikm_tally *tally);

/* All counts of a group or of IKM_WHOLE, as in ikm_tally.totals; there is such a group. */
void ikmi_tally_flat(int64_t *out, const ikm_tally *tally, uint32_t group);

/*
 * Add counts of respondents that were counted elsewhere, as in ikm_tally.totals, to the group with this key, which is
 * made if need be. None is negative, none of answers to an element passes the respondents in sum, and the moments agree
 * with the answers (the caller has seen to it). IKM_ERR_ARGUMENT, IKM_ERR_NOMEM, IKM_ERR_OVERFLOW: the tally is as it
 * was.
 */
IKM_MUST_CHECK ikm_status ikmi_tally_add_flat(ikm_tally *tally, const ikm_text *key, const int64_t *flat);

/* A count of a group: `cell` is element x scale + score - 1, or the last one for its respondents. */
int64_t ikmi_group_count(const ikm_tally *tally, const ikmi_group *group, size_t set, size_t cell);

/* IKM_ERR_OVERFLOW: `*into` is as it was. */
ikm_status ikmi_rows_add(ikm_row_counts *into, const ikm_row_counts *more);

ikmi_mark ikmi_tally_mark(const ikm_tally *tally);

/* Drop the groups and the int64 counts that came since; what the latter hold goes back into the bytes. */
void ikmi_tally_go_back(ikm_tally *tally, ikmi_mark mark);

/*
 * Add the answers of columns to `totals` (as in ikm_tally, zeroed by the caller).
 * false: something there is no score; `totals` is then not to be used.
 */
bool ikmi_columns_total(int64_t *totals, const ikm_tally *tally, const uint8_t *const *scores, size_t rows);

#endif
