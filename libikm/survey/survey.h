/* What stands behind ikm_survey, and the steps that fill it. */
#ifndef IKMI_SURVEY_H
#define IKMI_SURVEY_H

#include "ikm/survey.h"

#include "base/buffer.h"
#include "base/words.h"
#include "check.h"
#include "filter.h"
#include "ingest/dump.h"
#include "ingest/reader.h"
#include "score/score.h"
#include "spool.h"

enum { IKMI_KEYS_MAX = 16, IKMI_CHARACTERISTICS_MAX = 12 };

/* The note about small groups, and the mark beside them, begin below this (domain: unstable). */
enum { IKMI_STABLE_RESPONDENTS = 30 };

/* Records that are worth a word, of all files: how many, and where the first are. */
typedef struct ikmi_noted {
    int64_t count;
    int64_t told;
    ikmi_buffer places; /* "12, 13"; of several files "a.csv: 12" */
} ikmi_noted;

/* Days since 1970-01-01; first > last: none is known. */
typedef struct ikmi_days {
    int64_t first, last;
} ikmi_days;

static const ikmi_days ikmi_no_days = {INT64_MAX, INT64_MIN};

struct ikm_survey {
    const ikm_mem *mem;
    ikm_lang lang;
    const ikm_rules *rules;
    ikmi_scoring scoring; /* the tally that it holds is `tally` */
    ikm_tally *tally;
    size_t score_count; /* the whole and the groups */
    ikm_score *scores;
    bool has_mean, has_target;
    ikm_decimal mean_of_groups, target;
    int64_t population;
    ikm_row_counts rows;
    ikmi_noted foot;     /* records that were taken for the foot of the table ... */
    ikmi_noted called;   /* ... and respondents who are called as its rows are */
    int64_t header_rows; /* the header once more */
    size_t file_count;
    ikm_file_info *files; /* with names of their own */
    size_t mapping_count;
    ikm_mapping *mappings; /* with headers of their own */
    size_t characteristic_count;
    ikm_tally *characteristics[IKMI_CHARACTERISTICS_MAX];
    ikmi_role characteristic_roles[IKMI_CHARACTERISTICS_MAX];
    bool by_service;   /* the groups are services */
    ikm_tally *trend;  /* by month; NULL: not asked for, or there are no times */
    ikmi_days days;    /* of the records that count */
    ikmi_spool *spool; /* what each respondent answered; NULL: not asked for, or it cannot be known */
    bool by_questionnaire_number;
    ikmi_buffer notes; /* sentences, each with a NUL */
    size_t note_count;
};

/* What groups are made of, the same for all files. */
typedef struct ikmi_keys {
    size_t count;
    const char *names[IKMI_KEYS_MAX];
    ikmi_role roles[IKMI_KEYS_MAX]; /* of keys that nobody asked for */
} ikmi_keys;

/* What is known of a dump only when it has been read. */
typedef struct ikmi_dump_facts {
    ikmi_line_facts lines;
    ikmi_date_votes votes;
    ikmi_date_order order;
} ikmi_dump_facts;

/* An input that is no dump but a file of counts. */
typedef struct ikmi_shard {
    char *name;
    ikm_tally *tally;
} ikmi_shard;

/* While reading: options, the opened dumps, what is asked of each. */
typedef struct ikmi_reading {
    ikm_survey *survey;
    const ikm_survey_options *options;
    ikmi_schema *schema; /* NULL: none was told */
    ikmi_labels *labels;
    ikmi_dump_options opening; /* how dumps are opened */
    const ikm_input **inputs;  /* of each dump */
    size_t dump_count;
    ikmi_dump **dumps;
    size_t shard_count;
    ikmi_shard *shards;
    ikmi_bounds bounds;
    ikmi_filter *filters;   /* one a dump */
    ikmi_dump_facts *facts; /* one a dump */
    int64_t undated;        /* of the records left out: those whose time cannot be told */
    bool no_trend;          /* times that only the trend needs cannot be read: there is none */
    ikmi_keys keys;
    size_t characteristic_count;
    ikmi_role characteristic_roles[IKMI_CHARACTERISTICS_MAX];
    const char *characteristic_names[IKMI_CHARACTERISTICS_MAX];
    ikm_check *check; /* NULL: nobody wants to know more */
    ikm_error *err;
} ikmi_reading;

/* keys.c: which columns make the groups and the characteristics. IKM_ERR_UNKNOWN names what there is. */
ikm_status ikmi_reading_choose(ikmi_reading *reading);
bool ikmi_keys_are_services(const ikmi_reading *reading);

/* What a key is of a record of a dump. */
ikmi_want ikmi_keys_want(const ikmi_reading *reading, const ikmi_dump *dump, size_t key);

/* keys.c: which records count, once the groups are chosen. IKM_ERR_UNKNOWN. */
ikm_status ikmi_reading_filter(ikmi_reading *reading);

/*
 * shards.c: is this input a file of counts? Then it is read; what cannot be done with
 * counts alone is refused. A file of counts is recognised by its first bytes, in a
 * file or in memory, not in a pipe.
 */
bool ikmi_shard_is(const ikm_input *input);
ikm_status ikmi_shard_open(ikmi_reading *reading, const ikm_input *input);
void ikmi_shards_close(ikmi_reading *reading);

/* Do all of them count complete respondents apart? */
bool ikmi_shards_complete(const ikmi_reading *reading);

/* Add their counts, by the keys that were chosen. IKM_ERR_UNKNOWN names what there is. */
ikm_status ikmi_shards_check_keys(const ikmi_reading *reading);
ikm_status ikmi_shards_merge(ikmi_reading *reading);

/* count.c: every dump into the tallies of the survey; refused records are told. */
ikm_status ikmi_reading_count(ikmi_reading *reading);

/* describe.c: files, mappings and notes. */
ikm_status ikmi_reading_describe(ikmi_reading *reading);
ikm_status ikmi_survey_add_notes(ikm_survey *survey);

/* One more note. */
void ikmi_survey_note(ikm_survey *survey, ikmi_word word, const char *const *args, size_t count);

/* remarks.c: notes about how the dumps were read. */
void ikmi_reading_add_remarks(const ikmi_reading *reading);

#endif
