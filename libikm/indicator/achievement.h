/* Indicators while they are computed, and what stands behind an ikm_achievement. */
#ifndef IKMI_INDICATOR_ACHIEVEMENT_H
#define IKMI_INDICATOR_ACHIEVEMENT_H

#include "exact.h"
#include "lookup.h"
#include "notes.h"

/* An indicator of any year: where its figures of the reported year are, IKMI_NO_NAME without such a row. */
typedef struct ikmi_known {
    const char *name;
    size_t at;
} ikmi_known;

struct ikm_achievement {
    ikm_achievement_options options;
    ikmi_lookup names;
    ikmi_known *known;
    size_t known_count;
    ikm_achieved *list;
    ikmi_exact *exact; /* of each in the list: its achievement, 0/0 where it has none */
    size_t count;
    ikm_achieved_year *history;
    ikm_rolled_up *objectives, *goals;
    size_t objective_count, goal_count;
    ikmi_notes notes;
};

/* The rows of each indicator in the order of years: a chain by position in the caller's array. */
typedef struct ikmi_chains {
    size_t *name_of; /* of each row: the number of its indicator among the names */
    size_t *next;    /* of each row: the one of the next year, IKMI_NO_ROW at the end */
    size_t *first;   /* of each name that is an indicator: its earliest row; IKMI_NO_ROW for other names */
    size_t *order;   /* rows by year */
    size_t used;     /* of `history` */
} ikmi_chains;

#define IKMI_NO_ROW SIZE_MAX

enum { IKMI_YEAR_MIN = 1900, IKMI_YEAR_MAX = 2999 };

/* Every row by itself: name, year, numbers, bounds. */
ikm_status ikmi_check_rows(const ikm_indicator *rows, size_t count, ikm_lang lang, ikm_error *err);

/* Who is who: names, chains; what one indicator says twice or differently. */
ikm_status ikmi_chain_rows(ikmi_chains *chains, ikmi_lookup *names, const ikm_indicator *rows, size_t count,
                           ikm_lang lang, ikm_error *err);

/* The figures of one indicator into the next place of the list; `row` is that of the reported year. */
ikm_status ikmi_achieve_one(ikm_achievement *achievement, ikmi_chains *chains, const ikm_indicator *rows, size_t row,
                            ikm_error *err);

/* Objectives, goals, and the notes on them. */
ikm_status ikmi_roll_up(ikm_achievement *achievement);

/* Notes on indicators, and one on a predicate that the other convention of the bands gives otherwise. */
void ikmi_note_indicators(ikm_achievement *achievement);
void ikmi_note_bands(ikm_achievement *achievement, const char *name, ikm_percent percent, const char *predicate,
                     const char *other);

#endif
