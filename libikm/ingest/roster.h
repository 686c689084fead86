/*
 * Texts, each known once, in the order in which they were first met, with some
 * bytes of the caller's for each: who and what has been seen in a dump. What
 * rosters may take together is limited by a budget.
 */
#ifndef IKMI_ROSTER_H
#define IKMI_ROSTER_H

#include "ikm/base.h"

#include <stdbool.h>

/* What is left of a limit that several rosters share. */
typedef struct ikmi_budget {
    size_t left; /* bytes */
} ikmi_budget;

/* One text. It never moves; behind it lie the caller's bytes, zeroed at first, then the text itself. */
typedef struct ikmi_entry {
    uint32_t size; /* of the text */
    uint32_t next; /* the entry met after it; 0: none */
} ikmi_entry;

typedef struct ikmi_roster_slot {
    uint32_t hash;
    uint32_t place; /* of the entry; 0: free */
} ikmi_roster_slot;

typedef struct ikmi_roster {
    const ikm_mem *mem;
    ikmi_budget *budget;
    size_t payload; /* bytes of the caller's for each entry, whole words of 8 */
    size_t count;
    ikmi_roster_slot *slots; /* open addressing; NULL: nothing was met yet */
    size_t mask;
    char **pieces; /* memory in pieces of one size; a longer entry has several that lie side by side */
    bool *owned;   /* of each piece: it begins an allocation */
    size_t piece_count, piece_room;
    uint64_t free_at; /* in units of 8 bytes over all pieces: where the next entry begins */
    uint32_t first, last;
} ikmi_roster;

/* `payload`: bytes of the caller's for each entry. `budget` is borrowed, and may be shared. */
void ikmi_roster_init(ikmi_roster *roster, size_t payload, ikmi_budget *budget, const ikm_mem *mem);
void ikmi_roster_done(ikmi_roster *roster);

/* Forget everybody. */
void ikmi_roster_clear(ikmi_roster *roster);

/*
 * The entry of a text, made if it is met for the first time, then with `extra` bytes
 * more behind the text. IKM_ERR_NOMEM, or IKM_ERR_LIMIT where the budget does not
 * hold it: nothing has changed.
 */
ikm_status ikmi_roster_meet(ikmi_entry **out, ikmi_roster *roster, ikm_text text, ikm_text extra, bool *new_out);

/* The entry of a text; NULL: it was not met. */
ikmi_entry *ikmi_roster_find(const ikmi_roster *roster, ikm_text text);

/* The first one met, and the one met after another; NULL behind the last. */
ikmi_entry *ikmi_roster_first(const ikmi_roster *roster);
ikmi_entry *ikmi_roster_next(const ikmi_roster *roster, const ikmi_entry *entry);

static inline void *ikmi_entry_payload(ikmi_entry *entry)
{
    return entry + 1;
}

static inline ikm_text ikmi_entry_text(const ikmi_roster *roster, const ikmi_entry *entry)
{
    return (ikm_text){(const char *)(entry + 1) + roster->payload, entry->size};
}

/* The bytes that came with it. */
static inline const char *ikmi_entry_extra(const ikmi_roster *roster, const ikmi_entry *entry)
{
    return (const char *)(entry + 1) + roster->payload + entry->size;
}

#endif
