/*
 * What each respondent answered, on disk: a byte an element and the number of a group, nothing else of them. The file
 * has no name, so that nobody else can open it and nothing of it stays behind.
 *
 * Threads write at the same time, each its own part in pieces of the one file; a part knows the order of its pieces.
 */
#ifndef IKMI_SPOOL_H
#define IKMI_SPOOL_H

#include "ikm/tally.h"

#include "ingest/reader.h"

typedef struct ikmi_spool ikmi_spool;

/* What one thread writes. Zeroed, it takes nothing. */
typedef struct ikmi_spool_part {
    ikmi_spool *spool;
    int64_t rows;
    uint32_t *pieces; /* where they lie in the file, in the order of the rows */
    size_t piece_count, piece_room;
    unsigned char *piece; /* in hand, not written yet */
    uint32_t *groups;     /* of the numbers that the rows hold: the score that they mean */
    size_t group_count;
    int64_t first; /* of all respondents, its first row */
} ikmi_spool_part;

/* `folder` NULL: TMPDIR, or /tmp. IKM_ERR_IO with `err`, IKM_ERR_NOMEM. */
ikm_status ikmi_spool_new(ikmi_spool **out, const char *folder, size_t elements, ikm_lang lang, const ikm_mem *mem,
                          ikm_error *err);
void ikmi_spool_free(ikmi_spool *spool);

ikm_status ikmi_spool_begin(ikmi_spool_part *part, ikmi_spool *spool);

/* What it was given so far is void. */
void ikmi_spool_again(ikmi_spool_part *part);

void ikmi_spool_done(ikmi_spool_part *part);

/*
 * Write the rows of a batch that `tally` has counted already. `complete`: only of those who answered every element.
 * IKM_ERR_IO with `err`, IKM_ERR_NOMEM.
 */
ikm_status ikmi_spool_take(ikmi_spool_part *part, const ikm_tally *tally, const ikmi_batch *batch, bool complete,
                           ikm_error *err);

/* The part comes next: it is the spool's now. `tally` counted it, `whole` holds those counts too. As above. */
ikm_status ikmi_spool_append(ikmi_spool_part *part, const ikm_tally *tally, const ikm_tally *whole, ikm_error *err);

/* All parts are there; group g of `whole` has score scores[g]. From now on it is read. As above. */
ikm_status ikmi_spool_settle(ikmi_spool *spool, const uint32_t *scores, ikm_error *err);

int64_t ikmi_spool_count(const ikmi_spool *spool);

/* The scores of a respondent, an element a byte, and which score of the survey their group has; NULL beyond the last.
 */
const unsigned char *ikmi_spool_at(const ikmi_spool *spool, int64_t index, size_t *score_out);

#endif
