/**
 * @file report.h
 * A performance report (LKjIP): its tables read, computed through indicator.h, audited
 * against what was printed.
 *
 * A report is filled by one thread; after ikm_report_finish() it is frozen.
 */
#ifndef IKM_REPORT_H
#define IKM_REPORT_H

#include "ikm/base.h"
#include "ikm/indicator.h"
#include "ikm/ingest.h"
#include "ikm/survey.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A report: settings, tables, a survey; then what follows from them. */
typedef struct ikm_report ikm_report;

/**
 * Open a file of the survey, from its beginning: asked for each time that it is read, which is twice where the
 * settings have options for groups alone, and once more where it has no times.
 * @param path   As the settings name it, in the folder of the options.
 * @param sheet  Of a workbook; NULL: not told.
 * @param out    Filled in; what it points to lives until the report is freed or the same path is asked for again.
 * @return IKM_OK; anything else stops the reading and is what ikm_report_read_survey() returns, with `err`.
 */
typedef ikm_status (*ikm_report_open_fn)(void *ctx, const char *path, const char *sheet, ikm_input *out,
                                         ikm_error *err);

/** How to read. Set it up with IKM_REPORT_OPTIONS_INIT and change what differs. */
typedef struct ikm_report_options {
    size_t size; /**< sizeof(ikm_report_options) */
    /**
     * "KEY=VALUE" texts that overrule report.json: `year`, `cap` (none, 100, 110, 120, 150), `scale` (a name or a
     * file), `lower-better` (deviation, inverse), `bands` (rounded, unrounded), `roll-up` (own, all), `efficiency`
     * (sisa, selisih, rasio, pmk-22-2021).
     */
    const char *const *told;
    size_t told_count;
    const char *folder;      /**< where files that the settings name are looked for; NULL: the working folder.
                                  ikm_report_read() puts its own folder here */
    ikm_report_open_fn open; /**< opens workbooks and the like; NULL: files that the core reads itself */
    void *open_ctx;
    ikm_dialect dialect; /**< of tables; zeroed: found from the data */
    int32_t threads;     /**< of the survey; 0: one a processor */
    ikm_lang lang;       /**< of notes and messages */
    ikm_issue_fn
        on_issue; /**< called for each fault of a table, with its place; NULL: the first alone is told, in err */
    void *issue_ctx;
    const ikm_mem *mem; /**< NULL: malloc; borrowed while the report lives */
} ikm_report_options;

#define IKM_REPORT_OPTIONS_INIT                                                                                        \
    {                                                                                                                  \
        sizeof(ikm_report_options), 0, 0, 0, 0, 0, {0, 0, 0, 0, 0, 0}, 0, IKM_LANG_ID, 0, 0, 0                         \
    }

/**
 * Read a folder: report.json and the tables that are there (indicators.csv, agreement.csv,
 * budget.csv, links.csv, sakip.csv, maturity.csv, those of own instruments), the survey that
 * report.json names, and finish.
 * @param out      Yours; free with ikm_report_free().
 * @param folder   A path.
 * @param options  NULL: the defaults.
 * @param err      Where and why not; may be NULL.
 * @return IKM_OK; IKM_ERR_IO; IKM_ERR_DATA: a table has faults (all of them told to `on_issue`), or nothing is
 *         there; IKM_ERR_SYNTAX, IKM_ERR_INVALID (report.json); what ikm_survey_read_inputs() gives;
 *         IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_report_read(ikm_report **out, const char *folder,
                                                  const ikm_report_options *options, ikm_error *err);

/**
 * The same step by step, for tables that are sheets of a workbook or in memory:
 * an empty report, then settings, tables and survey in this order, then finish.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_report_new(ikm_report **out, const ikm_report_options *options, ikm_error *err);

/** Free it and all that was borrowed from it; NULL is fine. */
IKM_API void ikm_report_free(ikm_report *report);

/**
 * Take report.json.
 * @param json  The text, copied.
 * @param name  How messages call it.
 * @return IKM_OK; IKM_ERR_SYNTAX by line and column; IKM_ERR_INVALID by its path; IKM_ERR_NOMEM,
 *         IKM_ERR_ARGUMENT: then the report is as it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_report_settings(ikm_report *report, ikm_text json, const char *name,
                                                      ikm_error *err);

/**
 * Take a table.
 * @param table  "indicators", "agreement", "budget", "links", "sakip", "maturity", "published", or the name of a
 *               table of components that the settings name; "report": settings as keys ("survey.files") and values, a
 *               key that comes again makes a list, before all others. Once each.
 * @param input  Any dump that ingest knows. Columns are found by their names, in any order.
 * @return IKM_OK; IKM_ERR_UNKNOWN for another name; IKM_ERR_DATA for faults; as ingest gives; then the report is as
 *         it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_report_table(ikm_report *report, const char *table, const ikm_input *input,
                                                   ikm_error *err);

/** The names under which tables are looked for: built-in ones, then those of the settings; NULL beyond the last. */
IKM_API const char *ikm_report_table_name(const ikm_report *report, size_t index);

/** Files of the survey, as the settings name them; NULL beyond the last. */
IKM_API const char *ikm_report_survey_file(const ikm_report *report, size_t index);

/**
 * Read the survey, with the options of the settings; of its records only those of the year reported, where there is
 * one and the settings have neither `from` nor `to`. Its files are opened by `options.open`.
 * @return IKM_OK, also where the settings name no survey; as ikm_survey_read_inputs(): then the report is as it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_report_read_survey(ikm_report *report, ikm_error *err);

/**
 * Compute everything that the tables allow. After it the report is frozen.
 * @return IKM_OK; IKM_ERR_DATA: tables contradict each other so that nothing can be computed (a link to no
 *         program), located in the table.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_report_finish(ikm_report *report, ikm_error *err);

/** Who the unit is; "" where the settings do not say. */
typedef struct ikm_profile {
    const char *unit;
    const char *region;
    const char *address;
    const char *phone;
    const char *head_name;
    const char *head_title;
    const char *head_nip;
    const char *period;
} ikm_profile;

/** What the settings say of the unit. Borrowed. */
IKM_API const ikm_profile *ikm_report_profile(const ikm_report *report);

/** The year reported; 0: none is known. */
IKM_API int32_t ikm_report_year(const ikm_report *report);

/** The language of notes. */
IKM_API ikm_lang ikm_report_lang(const ikm_report *report);

/** The survey under the convention of the whole; NULL where there is none. */
IKM_API const ikm_survey *ikm_report_survey(const ikm_report *report);

/** The survey under the options that hold for groups; the same one where there are none of their own. */
IKM_API const ikm_survey *ikm_report_survey_groups(const ikm_report *report);

/** Indicators computed; NULL where there is no such table. Likewise budget and efficiency. */
IKM_API const ikm_achievement *ikm_report_achievement(const ikm_report *report);
IKM_API const ikm_budget *ikm_report_budget(const ikm_report *report);
IKM_API const ikm_efficiency *ikm_report_efficiency(const ikm_report *report);

/** Components, an instrument each; NULL beyond the last. */
IKM_API size_t ikm_report_components_count(const ikm_report *report);
IKM_API const ikm_components *ikm_report_components(const ikm_report *report, size_t index);

/** A line of the performance agreement. The amended value holds where there is one. */
typedef struct ikm_agreement_line {
    const char *item; /**< an indicator's name, a program's code */
    const char *kind; /**< "indicator", "program" */
    const char *unit;
    ikm_target original; /**< murni; `upper` counts where `range` does */
    ikm_target amended;  /**< perubahan */
    ikm_target holds;
    int range; /**< 1: the indicator's targets are ranges */
} ikm_agreement_line;

/** The agreement; NULL beyond the last. */
IKM_API size_t ikm_report_agreement_count(const ikm_report *report);
IKM_API const ikm_agreement_line *ikm_report_agreement(const ikm_report *report, size_t index);

/** Where the realization of an indicator (by its index in the achievement) comes from: 1 the survey, 0 the table. */
IKM_API int ikm_report_from_survey(const ikm_report *report, size_t indicator);

/** The files that were read as tables, settings or a survey, in no certain order; NULL beyond the last. */
IKM_API const char *ikm_report_path(const ikm_report *report, size_t index);

/** Notes of all parts, and of what tables say differently; NULL beyond the last. */
IKM_API size_t ikm_report_note_count(const ikm_report *report);
IKM_API const char *ikm_report_note(const ikm_report *report, size_t index);

/** What is wrong with a printed figure. Values are pinned; a figure has one, the first that holds. */
typedef enum ikm_finding_kind {
    IKM_FINDING_UNSUPPORTED = 1,  /**< a claim whose condition does not hold */
    IKM_FINDING_IMPOSSIBLE = 2,   /**< no data of that size can give it */
    IKM_FINDING_INCONSISTENT = 3, /**< printed otherwise in another place */
    IKM_FINDING_ROUNDING = 4,     /**< the right value, truncated or rounded otherwise */
    IKM_FINDING_WRONG = 5         /**< the inputs give something else */
} ikm_finding_kind;

/** "unsupported", "impossible", "inconsistent", "rounding", "wrong". Static. */
IKM_API const char *ikm_finding_kind_name(ikm_finding_kind kind);

/** A finding. Borrowed from the audit. */
typedef struct ikm_finding {
    ikm_finding_kind kind;
    const char *table;    /**< as printed: "Tabel 18" */
    const char *item;     /**< butir */
    const char *quantity; /**< besaran */
    const char *printed;
    const char *computed; /**< "" where nothing was */
    const char *message;
    int64_t line; /**< in the table of printed figures */
} ikm_finding;

/** Printed figures compared with computed ones; frozen. */
typedef struct ikm_audit ikm_audit;

/**
 * Compare the printed figures (table "published") with what the report computes.
 * @param out     Yours; free with ikm_audit_free().
 * @param report  Finished; borrowed while the audit lives.
 * @return IKM_OK, also with findings; IKM_ERR_DATA: no table of printed figures; IKM_ERR_ARGUMENT, IKM_ERR_NOMEM:
 *         then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_audit_new(ikm_audit **out, const ikm_report *report, ikm_error *err);

/** Free it; NULL is fine. */
IKM_API void ikm_audit_free(ikm_audit *audit);

/** The report that was audited. */
IKM_API const ikm_report *ikm_audit_report(const ikm_audit *audit);

/** Figures checked (agree + findings), those that agree, those for which there is no input. */
IKM_API size_t ikm_audit_checked(const ikm_audit *audit);
IKM_API size_t ikm_audit_agree(const ikm_audit *audit);
IKM_API size_t ikm_audit_unchecked(const ikm_audit *audit);

/** A printed figure for which there is no input. Borrowed from the audit. */
typedef struct ikm_unchecked_figure {
    const char *table;
    const char *item;
    const char *quantity;
    const char *printed; /**< "" where nothing is printed */
    int64_t line;        /**< in the table of printed figures */
} ikm_unchecked_figure;

/**
 * Figures that were not checked, in the order of the printed table.
 * @param out  Filled in.
 * @return 1; 0 beyond the last, `out` is untouched.
 */
IKM_API int ikm_audit_unchecked_figure(ikm_unchecked_figure *out, const ikm_audit *audit, size_t index);

/** Findings in the order of the printed table; NULL beyond the last. */
IKM_API size_t ikm_audit_finding_count(const ikm_audit *audit);
IKM_API const ikm_finding *ikm_audit_finding(const ikm_audit *audit, size_t index);

#ifdef __cplusplus
}
#endif

#endif
