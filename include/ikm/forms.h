/**
 * @file forms.h
 * From results to documents: each form is a function that adds a sheet.
 */
#ifndef IKM_FORMS_H
#define IKM_FORMS_H

#include "ikm/base.h"
#include "ikm/check.h"
#include "ikm/document.h"
#include "ikm/reconcile.h"
#include "ikm/report.h"
#include "ikm/survey.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The recap, on a sheet of its own and in this order: the index with its grade
 * and the target; the elements from weakest to strongest; how many gave each
 * score; the groups; the index over time, where the survey has a trend of two
 * periods or more (options.trend: by month, beyond 24 by quarter or year); how
 * many left elements blank, if anybody did; characteristics of respondents and
 * the sample size, where they were asked for; notes; convention, record counts,
 * files and the mapping of columns.
 *
 * Its words are in the language of the survey, beside whose notes they stand.
 *
 * @param document  Where to add the sheet.
 * @param survey    Must live as long as the document: long tables pull from it.
 * @return IKM_OK; IKM_ERR_NOMEM, IKM_ERR_ARGUMENT, IKM_ERR_OVERFLOW: then the
 *         document is unfinished and only good to be freed.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_recap(ikm_document *document, const ikm_survey *survey);

/**
 * PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN (PermenPANRB 14/2017, annex): a line
 * a respondent, and in the foot how the index comes about, as formulas where a spreadsheet can say the convention.
 *
 * @param document  As in ikm_form_recap().
 * @param survey    Read with options.respondents; where it has none, the sheet says why there are no lines. Must live
 * as long as the document.
 * @param profile   Who the unit is; NULL, and what is "" in it: lines to fill in. Not kept.
 * @return As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_worksheet(ikm_document *document, const ikm_survey *survey,
                                                     const ikm_profile *profile);

/**
 * INDEKS KEPUASAN MASYARAKAT, the sheet that a unit must publish (the same, annex): a poster for the unit, then one for
 * each of the first 50 groups, where groups are services.
 *
 * @param document  As in ikm_form_recap().
 * @param survey    Read with options.characteristics and options.trend, which give respondents and period.
 * @param profile   As in ikm_form_worksheet().
 * @return As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_publication(ikm_document *document, const ikm_survey *survey,
                                                       const ikm_profile *profile);

/**
 * Laporan Survei Kepuasan Masyarakat: chapters I to V, with tables, charts, sentences from the figures alone and a
 * follow-up plan whose three weakest elements are filled in.
 *
 * @param document  As in ikm_form_recap().
 * @param survey    As in ikm_form_publication().
 * @param profile   As in ikm_form_worksheet().
 * @return As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_survey_report(ikm_document *document, const ikm_survey *survey,
                                                         const ikm_profile *profile);

/**
 * A workbook to fill in: a sheet that says how, and one for the answers, with the choices that each column has. What is
 * filled in is read by ikm_survey_read() with no options.
 *
 * @param document  Where to add the sheets.
 * @param rules     Whose elements; not kept.
 * @param services  Names of services to choose from; may be NULL.
 * @param count     How many.
 * @return As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_survey_template(ikm_document *document, const ikm_rules *rules,
                                                           const char *const *services, size_t count);

/** The same for a performance report: the sheets that `ikm report` reads. As ikm_form_survey_template(). */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_report_template(ikm_document *document);

/**
 * What a terminal shows at a glance: the recap without the characteristics of respondents, also where they were
 * counted. As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_summary(ikm_document *document, const ikm_survey *survey);

/**
 * The same facts as tidy rows, on a sheet of their own:
 * KEY...,element,name,respondents,answered,blank,sum,nrr,converted,grade.
 *
 * First the whole, whose keys are empty cells, then the groups; of each a row
 * with element IKM, where `converted` is the index with the convention's
 * decimals, then a row an element. Titles and names do not follow the language.
 * Rows are pulled from the survey: memory does not grow with the groups.
 *
 * @param document  As in ikm_form_recap().
 * @param survey    As in ikm_form_recap().
 * @return As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_tidy(ikm_document *document, const ikm_survey *survey);

/**
 * What a check found, on a sheet of its own: records, issues by kind, unknown
 * answers, similar names of groups, duplicates, one answer throughout, columns.
 * The single issues are not on it: ikm_check_issues() tells them. Of long lists the
 * first 50 entries.
 *
 * @param document  As in ikm_form_recap().
 * @param check     As the survey in ikm_form_recap().
 * @return As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_findings(ikm_document *document, const ikm_check *check);

/**
 * Indicators alone, in the words of a performance report, each table on its own sheet and only those that there is data
 * for: target, realization, achievement and category, with scale and notes; goals and objectives; several years;
 * against the final target. What cannot be computed is said in words.
 *
 * Its words are in the language of the achievement.
 * @param document     As in ikm_form_recap().
 * @param achievement  May be freed before the document.
 * @return As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_indicators(ikm_document *document, const ikm_achievement *achievement);

/**
 * The tables of chapter III of a performance report: those of ikm_form_indicators(), with the notes of the report; then
 * components of each instrument; the agreement; the budget by program, kegiatan and sub kegiatan and by kind;
 * efficiency and effectiveness.
 * @param document  As in ikm_form_recap().
 * @param report    Finished; may be freed before the document.
 * @return As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_achievement(ikm_document *document, const ikm_report *report);

/**
 * The sentences that such a report needs, from the figures alone: highest and lowest element, groups under the target,
 * change against last year, distance to the final target, programs with the largest remaining budget, what is not
 * claimable and why. Facts, no causes. As ikm_form_achievement().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_analysis(ikm_document *document, const ikm_report *report);

/** What an audit found, with the counts before it. As ikm_form_findings(). */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_audit(ikm_document *document, const ikm_audit *audit);

/**
 * Conventions that give a printed figure, with the groups under each, and whether means are possible, on a sheet of its
 * own. Arguments as in ikm_json_reconcile(). As ikm_form_findings().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_reconcile(ikm_document *document, const ikm_reconcile *reconcile,
                                                     const ikm_decimal *means, size_t count, int64_t respondents,
                                                     int32_t places, ikm_lang lang);

#ifdef __cplusplus
}
#endif

#endif
