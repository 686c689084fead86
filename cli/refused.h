/* Records that were refused: listed on stderr, written whole to --rejects. */
#ifndef REFUSED_H
#define REFUSED_H

#include "cli.h"

#include "ikm/ingest.h"

typedef struct cli_refused {
    const cli_context *cli;
    int listed;          /* so far */
    const char *path;    /* of the rejects file; NULL: none */
    ikm_output *rejects; /* NULL: none */
    ikm_sink sink;
    bool broken; /* the rejects file takes no more */
} cli_refused;

/* Begin; `path` NULL: no rejects file. EXIT_DONE, or a message was written. */
int refused_begin(cli_refused *out, const cli_context *cli, const char *path);

/* An ikm_issue_fn; `ctx` is a refused. */
int refused_take(void *ctx, const ikm_issue *issue);

/* The same without the listing: only the rejects file. */
int refused_keep(void *ctx, const ikm_issue *issue);

/* How many records the listing shows. */
enum { REFUSED_LISTED = 20 };

/* The count behind the listing, where that did not show all. */
void refused_count(const cli_refused *refused, int64_t count);

/* Complete the rejects file, if there is one. EXIT_DONE, or a message was written. */
int refused_finish(cli_refused *refused);

/* Give up: no rejects file. */
void refused_drop(cli_refused *refused);

#endif
