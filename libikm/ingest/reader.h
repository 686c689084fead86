/*
 * Records of a dump decoded into batches: the hot path. A reader works off one
 * range of one dump; several may work on the same dump in their own threads.
 */
#ifndef IKMI_READER_H
#define IKMI_READER_H

#include "dump.h"
#include "foot.h"
#include "gate.h"
#include "log.h"
#include "observer.h"

enum { IKMI_BATCH_ROWS = 512, IKMI_TEXTS_MAX = 32 };

/* Usable records, column by column. Texts live until the taker returns. */
typedef struct ikmi_batch {
    size_t rows;
    const uint8_t *scores[IKM_ELEMENTS_MAX]; /* 0 = blank */
    const ikm_text *texts[IKMI_TEXTS_MAX];   /* as asked for */
} ikmi_batch;

typedef ikm_status (*ikmi_take_fn)(void *ctx, const ikmi_batch *batch);

/* Of the counts shape: respondents who have the same texts, and answers[element * scale + score - 1] of them. */
typedef ikm_status (*ikmi_take_counts_fn)(void *ctx, const ikm_text *texts, int64_t respondents,
                                          const int64_t *answers);

/* A text that is wanted of each record. */
typedef struct ikmi_want {
    int column; /* -1: not in this dump; the text is empty */
    bool age;   /* as an age band */
    bool dated; /* the period that the record's time (gate.time_column) falls into, whatever `column` is */
    ikmi_period period;
    bool loose; /* lines of one respondent may differ in it, and nobody needs to know */
} ikmi_want;

/* What only lines of answers tell: the long and the counts shape. Of one dump. */
typedef struct ikmi_line_facts {
    char *name[IKM_ELEMENTS_MAX];     /* how each element was first named, yours; NULL: not at all */
    const char *by[IKM_ELEMENTS_MAX]; /* static */
    int64_t left_out;                 /* lines that answer a question about no element */
    int64_t differing;                /* respondents whose lines do not agree in the texts that were wanted */
} ikmi_line_facts;

/* Free the names and begin anew. */
void ikmi_line_facts_clear(ikmi_line_facts *facts, const ikm_mem *mem);

typedef struct ikmi_read_options {
    const ikmi_want *wants;
    size_t want_count;
    bool strict; /* a blank is an issue */
    ikmi_take_fn take;
    ikmi_take_counts_fn take_counts; /* of the counts shape, instead of `take` */
    void *take_ctx;
    ikmi_log *log;
    const ikmi_observer *observer;           /* NULL: none */
    const ikmi_gate *gate;                   /* NULL: every record counts */
    ikmi_line_facts *facts;                  /* zeroed, to be filled in; NULL: nobody asks */
    bool (*moved)(void *ctx, int64_t bytes); /* so many bytes of the range lie behind; true: stop. NULL: nobody asks */
    void *moved_ctx;
    size_t memory; /* bytes that lines of answers may take; 0: IKMI_LINES_MEMORY */
} ikmi_read_options;

/* Respondents of the long shape whose lines lie scattered are held in memory, up to this. */
#define IKMI_LINES_MEMORY ((size_t)256 << 20)

/* Records that are worth a word: how many, and the lines of the first, from 0 at the range. */
enum { IKMI_NOTED_LINES = 8 };
typedef struct ikmi_noted_rows {
    int64_t count;
    int64_t line[IKMI_NOTED_LINES];
} ikmi_noted_rows;

/* Labels of the foot (foot.h) that have been seen to be names of what respondents were asked about. */
typedef struct ikmi_labels_seen {
    uint64_t bits[IKMI_FOOT_LABELS_MAX / 64];
} ikmi_labels_seen;

static inline bool ikmi_labels_have(const ikmi_labels_seen *labels, int label)
{
    return labels->bits[label / 64] >> (label % 64) & 1;
}

static inline bool ikmi_labels_any(const ikmi_labels_seen *labels)
{
    uint64_t any = 0;
    for (size_t i = 0; i < sizeof labels->bits / sizeof labels->bits[0]; i++)
        any |= labels->bits[i];
    return any != 0;
}

static inline void ikmi_labels_add(ikmi_labels_seen *labels, int label)
{
    labels->bits[label / 64] |= UINT64_C(1) << (label % 64);
}

/* Where to read, and what came of it. */
typedef struct ikmi_range {
    int64_t from;           /* offset of a record's first byte ... */
    int64_t to;             /* ... and of the last that a record of this range may begin before; INT64_MAX: the end */
    ikmi_encoding encoding; /* in: what is known; out: also what the range's own bytes decided */
    bool in_foot;           /* in: it begins below a row of the foot (outside.h); out: what follows it does */
    int64_t end;            /* out: where the first record behind the range begins */
    int64_t lines;          /* out: line breaks from `from` to `end` */
    int64_t read, refused;  /* out */
    ikmi_labels_seen names; /* in: what is known of labels; out: that and what the range's own records say */
    bool labelled;          /* out: some record has such a label, and its nature may rest on `names` */
    ikmi_noted_rows foot;   /* out: records that are of the foot ... */
    ikmi_noted_rows called; /* ... and respondents who have such a label */
    int64_t header_rows;    /* out: the header once more */
    int64_t incomplete, filtered; /* out: what the gate kept out, unfinished or otherwise ... */
    int64_t example;              /* out: example rows of our own template */
    int64_t undated;              /* ... and how many of `filtered` because their time cannot be told */
    ikmi_date_order order;        /* in: how dates are read */
    ikmi_date_votes votes;        /* out: how the range's own dates want to be read */
    bool scattered;               /* in, of the long shape: a respondent's lines need not be together ... */
    bool again;                   /* out: ... and are not: all that was taken is void, read with `scattered` */
} ikmi_range;

/*
 * Read a range; dumps that are not of the wide shape are one range. Lines in the log count from 0 at `from`. Any
 * failure of the taker stops the reading and is returned; IKM_ERR_IO with `err` filled in, IKM_ERR_NOMEM.
 */
ikm_status ikmi_read_range(const ikmi_dump *dump, ikmi_range *range, const ikmi_read_options *options, ikm_error *err);

/* The first place from `at` on, before `size`, behind a newline: a record may begin there. `size` if none. */
ikm_status ikmi_next_line(int64_t *out, const ikmi_dump *dump, int64_t at, int64_t size, ikm_error *err);

#endif
