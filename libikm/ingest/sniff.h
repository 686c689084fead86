/* The dialect of a dump, found from its first bytes. */
#ifndef IKMI_SNIFF_H
#define IKMI_SNIFF_H

#include "ikm/base.h"

#include "dialect.h"

enum { IKMI_CANDIDATES_MAX = 10 };

/* One way to take the head apart, and how well it explains it. */
typedef struct ikmi_candidate {
    ikmi_dialect dialect;
    int64_t records; /* that were looked at, blank ones apart */
    int64_t regular; /* of them, those with the commonest number of fields that is two or more */
    size_t fields;   /* that number */
    int64_t fit;     /* 0 to IKMI_FIT_BEST */
} ikmi_candidate;

enum { IKMI_FIT_BEST = 1000000 };

/* What is not 0 is taken as it is. */
typedef struct ikmi_told {
    ikmi_dialect dialect; /* an escape that is the quote itself: there is none */
    ikmi_encoding encoding;
    int64_t line; /* nothing before it is looked at */
} ikmi_told;

typedef struct ikmi_sniff {
    ikmi_dialect dialect;
    ikmi_encoding encoding; /* UNKNOWN when the head is all ASCII */
    size_t first_at;        /* in the head: where the first record begins, behind a byte order mark and "sep=;" */
    int64_t first_line;     /* 1-based */
    int confidence;         /* 0 to 100: that the delimiter is the right one */
    size_t count;           /* of the candidates, the best first, one a delimiter; 0: the delimiter was told */
    ikmi_candidate candidates[IKMI_CANDIDATES_MAX];
} ikmi_sniff;

/*
 * `head` is the beginning of a dump, `whole` says that it is all of it. IKM_ERR_DATA:
 * empty, not a table, or without the line that was told; IKM_ERR_UNSURE: two
 * delimiters explain it as well; the message says what was seen.
 */
ikm_status ikmi_sniff_find(ikmi_sniff *out, ikm_text head, bool whole, const ikmi_told *told, const char *name,
                           ikm_lang lang, const ikm_mem *mem, ikm_error *err);

/* "," as people see it: the tab and the blank by their names. */
const char *ikmi_delimiter_shown(char delimiter, ikm_lang lang);

#endif
