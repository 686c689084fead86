/* What stands behind ikm_check: gathered while one thread reads, finished once, then frozen. It only counts. */
#ifndef IKMI_CHECK_H
#define IKMI_CHECK_H

#include "ikm/check.h"

#include "base/buffer.h"
#include "ingest/reader.h"

enum { IKMI_CHECK_KINDS = 10, IKMI_CHECK_LABEL_SIZE = 80 };

/* A record by the hash of what it is compared by. */
typedef struct ikmi_trace {
    uint64_t hash;
    uint64_t place; /* its file above IKMI_LINE_BITS, its line below */
} ikmi_trace;

enum { IKMI_LINE_BITS = 44 };

typedef struct ikmi_known_label {
    size_t element;
    char text[IKMI_CHECK_LABEL_SIZE];
    const char *nearest;
    int64_t count;
} ikmi_known_label;

typedef struct ikmi_repeat {
    uint64_t place, first;
} ikmi_repeat;

/* A file as it was read, for telling its issues after it is closed. */
typedef struct ikmi_checked_file {
    ikmi_columns columns; /* headers are copies */
    ikmi_log log;
    int64_t line; /* of the first record */
} ikmi_checked_file;

struct ikm_check {
    const ikm_mem *mem;
    ikm_survey *survey;
    ikmi_observer observer;
    size_t file_count;
    ikmi_checked_file *files;
    int64_t kinds[IKMI_CHECK_KINDS]; /* issues of each; 0: all */

    const ikmi_labels *known; /* while reading */
    ikmi_buffer labels;       /* ikmi_known_label */
    int64_t further_labels;

    const ikmi_dump *dump;                   /* in hand while reading */
    size_t file;                             /* of it */
    int identity[IKM_ELEMENTS_MAX];          /* columns that say who answered */
    size_t identity_count, identity_certain; /* of these the first so many must not all be empty */
    int64_t traced, unlooked;
    ikmi_buffer rows, respondents; /* ikmi_trace, while reading; then ikmi_repeat */

    ikmi_buffer similar; /* ikm_similar_names */
    int64_t complete, straight;

    /* as it was before the dump in hand, which may have to be read again */
    struct {
        ikmi_buffer labels;
        size_t rows, respondents; /* bytes of them */
        int64_t further_labels, traced, unlooked, complete, straight;
    } before;
};

static inline uint64_t ikmi_place(size_t file, int64_t line)
{
    return (uint64_t)file << IKMI_LINE_BITS | (uint64_t)line;
}

/* check_observe.c: a dump is read. The first two make the observer. */
ikm_status ikmi_check_record(void *ctx, struct ikmi_reader *r, const struct ikmi_found *f);
ikm_status ikmi_check_unknown(void *ctx, size_t element, ikm_text cell);
ikm_status ikmi_check_begin(ikm_check *check, const ikmi_dump *dump, size_t file);
void ikmi_check_batch(ikm_check *check, const ikmi_batch *batch, size_t elements);
void ikmi_check_end(ikm_check *check, ikmi_log *log); /* takes the log */

/* The dump in hand is read again, from its first record. */
ikm_status ikmi_check_again(ikm_check *check, const ikmi_dump *dump);

/* check_finish.c: all dumps are read and tallied. */
ikm_status ikmi_check_finish(ikm_check *check);

/* read.c: as ikm_survey_read_inputs(), observed. `check` NULL: not. */
ikm_status ikmi_survey_read_observed(ikm_survey **out, const ikm_input *inputs, size_t count,
                                     const ikm_survey_options *options, ikm_check *check, ikm_error *err);

#endif
