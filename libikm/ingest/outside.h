/*
 * Records that are no respondents: the header once more, where exports were
 * concatenated, the example row of our own template, and the foot of the table.
 *
 * A row of the foot is known by its label (foot.h) as the first filled cell, which
 * must stand before the elements; and it must have nothing of a respondent: no
 * column of a role is filled beside it, and no other words stand before the
 * elements. What follows it belongs to the foot too, up to the next header or
 * respondent, who has a score under half of the elements.
 *
 * Such a label with scores under it may be a mean, or a respondent of a service that
 * is called so: what follows tells. Such records wait (ikmi_outside.waiting). Where
 * the foot goes on, or the table ends, they were of the foot; where a respondent
 * follows, or the same label once more, they were respondents, and are taken in
 * their order. So no record of a respondent is left out for its label alone unless
 * it stands at the end, and every one that is left out is counted and told.
 */
#ifndef IKMI_OUTSIDE_H
#define IKMI_OUTSIDE_H

#include "ikm/base.h"

#include "dump.h"
#include "record.h"

struct ikmi_reader;
struct ikmi_found;

/* A foot is not longer: what waits beyond these were respondents. */
enum { IKMI_WAITING_ROWS = 64, IKMI_WAITING_BYTES = 64 << 10 };

typedef struct ikmi_waiting {
    size_t end;   /* of its bytes among those of all that wait */
    int64_t line; /* as those of the reader */
    int label;    /* or IKMI_FOOT_NONE */
} ikmi_waiting;

typedef struct ikmi_outside {
    bool maybe[256];      /* a record that begins with this byte may be none */
    bool alert;           /* what precedes makes any record one that may be none */
    size_t label_columns; /* how many stand before the elements */
    ikmi_waiting waiting[IKMI_WAITING_ROWS];
    size_t waiting_count;
    ikmi_buffer bytes;  /* of what waits */
    ikmi_record record; /* of it, when it is taken */
} ikmi_outside;

void ikmi_outside_init(ikmi_outside *out, const ikmi_dump *dump);
void ikmi_outside_done(ikmi_outside *outside);

/*
 * Is the record none, or is that open? Then it is noted in the range, or waits. Before
 * it is taken as a respondent, those that waited are. As taking a record fails.
 */
ikm_status ikmi_outside_judge(bool *outside_out, struct ikmi_reader *reader, const struct ikmi_found *found);

/*
 * A record that has no score in `column`: is it the header in another order? Then nothing
 * behind it can be read: IKM_ERR_DATA.
 */
ikm_status ikmi_outside_check_moved(struct ikmi_reader *reader, const struct ikmi_found *found, size_t column);

/* Records that wait: a respondent, or what nobody can tell from one, follows; or nothing does. */
ikm_status ikmi_outside_take_waiting(struct ikmi_reader *reader);
void ikmi_outside_end(struct ikmi_reader *reader);

#endif
