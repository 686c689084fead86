/**
 * @file survey.h
 * The main job: survey dumps in, the graded index out.
 */
#ifndef IKM_SURVEY_H
#define IKM_SURVEY_H

#include "ikm/base.h"
#include "ikm/ingest.h"
#include "ikm/rules.h"
#include "ikm/score.h"
#include "ikm/tally.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A survey that was read and scored; frozen: any number of threads may read it. */
typedef struct ikm_survey ikm_survey;

/** How to read and score. Set it up with IKM_SURVEY_OPTIONS_INIT and change what differs. */
typedef struct ikm_survey_options {
    size_t size;                      /**< sizeof(ikm_survey_options) */
    const ikm_rules *rules;           /**< NULL: permenpan-14-2017; borrowed while the survey lives */
    const ikm_convention *convention; /**< NULL: IKM_CONVENTION_INIT */
    const char *const *by;            /**< headers, roles (layanan, unit, jenis_kelamin, usia ...) or periods
                                           (periode:bulan, triwulan, semester, tahun) that make the groups; NULL:
                                           the service column where the dump has one */
    size_t by_count;                  /**< with `by`: 0 = no groups, the whole alone; at most 16 */
    const char *target;               /**< the target of the index as decimal text; NULL: none */
    int64_t population;               /**< users of the service, for the sample-size note; 0: not known */
    const char *max_reject;           /**< "5" records or "2.5%" of those read; NULL: no limit */
    int characteristics;              /**< not 0: also count by each characteristic of respondents found */
    int32_t threads;                  /**< 0: one a processor */
    ikm_lang lang;                    /**< of notes and messages */
    ikm_dialect dialect;              /**< zeroed: found from the data */
    ikm_text schema;                  /**< what ikm_sniff_write_schema() wrote, perhaps changed; `dialect` wins over it;
                                           empty: none */
    ikm_issue_fn on_issue;            /**< NULL: refused records are only counted */
    void *issue_ctx;
    int64_t issue_limit; /**< refused records told at most; 0: all */
    int issue_records;   /**< not 0: with the bytes of the record */
    const ikm_mem *mem;  /**< NULL: malloc; borrowed while the survey lives */
    /**
     * "COLUMN=VALUE" texts: only records that have them count. COLUMN is a word as in
     * `by`; VALUE is compared as groups are, to the letter and without surrounding
     * blanks, and may be empty. Where a column comes several times, any of its values
     * will do; different columns must all fit. In the long shape the first line of a
     * respondent decides.
     */
    const char *const *where;
    size_t where_count; /**< at most 64 */
    const char *from;   /**< only records of this day or later, by the time column; NULL: any. A month or a year is
                             the first of its days */
    const char *to;     /**< of this day or earlier; NULL: any. A month or a year is the last of its days */
    int incomplete;     /**< not 0: unfinished responses (LimeSurvey's empty submitdate) count like others */
    int complete;       /**< not 0: also count complete respondents apart, whatever the convention needs: for
                             tallies that are saved. Where a file holds counts of answers, or counts that were
                             saved without them, it cannot be done, and is not */
    ikm_progress_fn on_progress; /**< NULL: nobody watches */
    void *progress_ctx;
    int trend;       /**< not 0: where there is a column of times, also count by month: see ikm_survey_trend() */
    int respondents; /**< not 0: keep what each respondent answered, a byte an answer, in a private temporary file
                          that has no name: see ikm_survey_respondent() */
    const char *tmp_folder; /**< where that file is made; NULL: TMPDIR, or the system's */
} ikm_survey_options;

#define IKM_SURVEY_OPTIONS_INIT                                                                                        \
    {                                                                                                                  \
        sizeof(ikm_survey_options), 0, 0, 0, 0, 0, 0, 0, 0, 0, IKM_LANG_ID, {0, 0, 0, 0, 0, 0}, {0, 0}, 0, 0, 0, 0, 0, \
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0                                                                            \
    }

/** How a file was read. Borrowed from the survey. */
typedef struct ikm_file_info {
    const char *name;
    const char *encoding; /**< "utf-8", "windows-1252" ... */
    char delimiter;       /**< 0 for rows of another format */
    int64_t header_line;
    const char *shape; /**< "wide", "long": a line an answer, "counts": a line a number of answers */
} ikm_file_info;

/**
 * What was taken for an element and why: its column; in the long and the counts shape
 * what the column that names elements calls it, for each element that it names.
 * Borrowed from the survey.
 */
typedef struct ikm_mapping {
    const char *element; /**< code */
    size_t file;
    int64_t column;     /**< 1-based position */
    const char *header; /**< of the column; where it names elements: what it calls this one */
    const char *by;     /**< "code", "name", "question", "number", "schema" */
} ikm_mapping;

/**
 * Read and score files.
 *
 * @param out      Yours; free with ikm_survey_free().
 * @param files    Paths; "-" is standard input. They make one survey.
 * @param count    How many, at least 1.
 * @param options  NULL: the defaults.
 * @param err      Why not; may be NULL.
 * @return IKM_OK, also with refused records; IKM_ERR_IO, IKM_ERR_DATA (damaged as
 *         a whole, no element columns, nothing usable, over max_reject),
 *         IKM_ERR_UNSURE, IKM_ERR_UNKNOWN (a word of `by`), IKM_ERR_ARGUMENT,
 *         IKM_ERR_NOMEM, IKM_ERR_OVERFLOW, IKM_ERR_STOPPED: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_survey_read(ikm_survey **out, const char *const *files, size_t count,
                                                  const ikm_survey_options *options, ikm_error *err);

/** As ikm_survey_read(), from files, memory or rows of other formats. */
IKM_API IKM_MUST_CHECK ikm_status ikm_survey_read_inputs(ikm_survey **out, const ikm_input *inputs, size_t count,
                                                         const ikm_survey_options *options, ikm_error *err);

/** Free a survey and all that was borrowed from it; NULL is fine. */
IKM_API void ikm_survey_free(ikm_survey *survey);

/** How many scores: the whole (number 0) and the groups, ordered by the bytes of their keys. */
IKM_API size_t ikm_survey_score_count(const ikm_survey *survey);

/** A score, borrowed; NULL beyond the last. */
IKM_API const ikm_score *ikm_survey_score(const ikm_survey *survey, size_t index);

/** How many key columns the groups have. */
IKM_API size_t ikm_survey_key_count(const ikm_survey *survey);

/** Name of a key column, as it was asked for; NULL beyond the last. */
IKM_API const char *ikm_survey_key_name(const ikm_survey *survey, size_t key);

/** Value of a key of score `index` (1 ...); NULL for the whole and out of range. */
IKM_API const char *ikm_survey_key(const ikm_survey *survey, size_t index, size_t key);

/** Plain mean of the groups' exact indexes, rounded as the index; 1 if there is one, else 0 and `out` is untouched. */
IKM_API int ikm_survey_mean_of_groups(const ikm_survey *survey, ikm_decimal *out);

/** The target and whether score `index` reaches it: 1 yes, 0 no, -1 no target or no index. */
IKM_API int ikm_survey_target_reached(const ikm_survey *survey, size_t index);

/** The target; 1 if there is one, else 0 and `out` is untouched. */
IKM_API int ikm_survey_target(const ikm_survey *survey, ikm_decimal *out);

/** Users of the service, as options.population; 0: not known. */
IKM_API int64_t ikm_survey_population(const ikm_survey *survey);

/** Records read, used, refused, skipped. */
IKM_API ikm_row_counts ikm_survey_rows(const ikm_survey *survey);

/** The rules that it was scored by. */
IKM_API const ikm_rules *ikm_survey_rules(const ikm_survey *survey);

/** The convention, with `weight` always filled in ("exact", ...). */
IKM_API const ikm_convention *ikm_survey_convention(const ikm_survey *survey);

/** The language of its notes. */
IKM_API ikm_lang ikm_survey_lang(const ikm_survey *survey);

/** How many files, how each was read; NULL beyond the last. */
IKM_API size_t ikm_survey_file_count(const ikm_survey *survey);
IKM_API const ikm_file_info *ikm_survey_file(const ikm_survey *survey, size_t index);

/** How many element columns were mapped, over all files; each; NULL beyond the last. */
IKM_API size_t ikm_survey_mapping_count(const ikm_survey *survey);
IKM_API const ikm_mapping *ikm_survey_mapping(const ikm_survey *survey, size_t index);

/** Sentences for people: what another convention would change, small groups, how columns were found. */
IKM_API size_t ikm_survey_note_count(const ikm_survey *survey);
IKM_API const char *ikm_survey_note(const ikm_survey *survey, size_t index);

/** The counts behind the scores. Borrowed. */
IKM_API const ikm_tally *ikm_survey_tally(const ikm_survey *survey);

/**
 * The characteristics of respondents that were counted (with options.characteristics):
 * a tally each with one key, named as the header; NULL beyond the last. Borrowed.
 */
IKM_API size_t ikm_survey_characteristic_count(const ikm_survey *survey);
IKM_API const ikm_tally *ikm_survey_characteristic(const ikm_survey *survey, size_t index);

/**
 * Counts by month (with options.trend), of every record that counts and has a time: a tally whose one key is
 * "periode:bulan", its values as text in the order of time ("2024-03"). NULL: not asked for, or there are no times.
 * Borrowed.
 */
IKM_API const ikm_tally *ikm_survey_trend(const ikm_survey *survey);

/**
 * The first and the last day of the records that count, of those that have a time; only with options.trend.
 *
 * @param first_out  "2024-01-31"; IKM_DAY_SIZE bytes. Likewise last_out.
 * @return 1; 0 where none is known: then both are untouched.
 */
IKM_API int ikm_survey_days(const ikm_survey *survey, char *first_out, char *last_out);

/** Bytes of a day as text, with its NUL. */
#define IKM_DAY_SIZE 11

/**
 * How many respondents were kept (with options.respondents); they are those that count for the index, under listwise
 * those who answered every element. -1: none, for the dump has no single answers (counts, saved tallies) or they were
 * not asked for.
 */
IKM_API int64_t ikm_survey_respondent_count(const ikm_survey *survey);

/**
 * What a respondent answered: a byte an element, in the order of the rules: the score, 0 for a blank.
 *
 * @param index      From 0, in the order of the input.
 * @param score_out  Which score of the survey the respondent's group has (see ikm_survey_score()); 0 where there are no
 *                   groups. May be NULL.
 * @return Borrowed from the survey; NULL beyond the last.
 */
IKM_API const unsigned char *ikm_survey_respondent(const ikm_survey *survey, int64_t index, size_t *score_out);

#ifdef __cplusplus
}
#endif

#endif
