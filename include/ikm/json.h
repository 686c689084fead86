/**
 * @file json.h
 * From results to the machine contracts.
 */
#ifndef IKM_JSON_H
#define IKM_JSON_H

#include "ikm/base.h"
#include "ikm/check.h"
#include "ikm/reconcile.h"
#include "ikm/report.h"
#include "ikm/sniff.h"
#include "ikm/survey.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Write a survey as one ikm.score/1 object with a newline at the end, in UTF-8
 * and the same bytes on every run. A group's figures stand on a line, each of its
 * elements on one. It asks for no memory, however many groups there are.
 *
 * @param survey  What to write; its language is that of the notes.
 * @param sink    Where to; blocks of up to 32 KiB.
 * @return IKM_OK; IKM_ERR_IO as soon as the sink stops, IKM_ERR_OVERFLOW,
 *         IKM_ERR_ARGUMENT: then what was written is not complete.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_json_score(const ikm_survey *survey, ikm_sink sink);

/**
 * Write a check as one ikm.check/1 object with a newline at the end, in UTF-8 and the
 * same bytes on every run, an entry of a list on a line. Its keys, in this order:
 *
 * - format: "ikm.check/1"; version; clean: true where there is no finding
 * - rows: read, used, refused
 * - files: name, encoding, delimiter (null for rows of other formats), header_line, shape
 * - columns: file (number from 0), column (from 1), header, role ("element", "service",
 *   "unit", "time", "gender", "age", "education", "occupation", "respondent",
 *   "personal", "free-text", "question", "answer", "count", "other"), element (code or null), by ("" or why: "code",
 *   "name", "question", "number")
 * - issue_counts: an object of kinds ("score", "blank", "empty", "fields", "quote",
 *   "long", "encoding", "repeated", "line"), each with its number
 * - issues: file (name), line, column, header, kind, message, cell (masked; "" for the
 *   record as a whole), further (true: one more fault of the record before)
 * - unknown_labels: element, text, count, nearest (or null)
 * - further_unknown: cells with unknown labels beyond those listed
 * - similar_names: key, one, other
 * - duplicates: kind ("row" or "respondent"), file and line, first_file and first_line
 *   (files by number)
 * - unlooked: records at the end among which no duplicates were looked for
 * - straight: complete (respondents who answered every element), straight (those of
 *   them who gave one answer throughout)
 * - notes: sentences of the survey
 *
 * @return As ikm_json_score(), and what ikm_check_issues() gives.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_json_check(const ikm_check *check, ikm_sink sink);

/**
 * Write what a dump is as one ikm.sniff/1 object with a newline at the end, an entry of
 * a list on a line. Its keys, in this order:
 *
 * - format: "ikm.sniff/1"; version; file (name); survey: true where each element has its column
 * - confidence: 0 to 100
 * - dialect: encoding, delimiter (null for rows of other formats), quote and escape (null:
 *   none), newline ("lf", "crlf", "cr"), decimal ("," or "." or null)
 * - header: line and rows; data_line; shape (null where it is no survey)
 * - considered: delimiter, quote, escape, records, regular, fields, fit (0 to 100)
 * - columns: column (from 1), header, role, element (code or null), by, as in ikm_found_column
 * - notes: sentences
 *
 * @return IKM_OK; IKM_ERR_IO if the sink stopped.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_json_sniff(const ikm_sniff *sniff, ikm_sink sink);

/**
 * Write indicators as one ikm.achieve/1 object, a report as one ikm.report/1 object, an audit as one ikm.audit/1
 * object, what reconciles as one ikm.reconcile/1 object; each with a newline at the end, in UTF-8 and the same bytes
 * on every run. What cannot be computed is null, beside a status that says why. ikm_json_achieve_report() writes the
 * indicators of a report, with what it notes of its tables.
 * @return IKM_OK; IKM_ERR_IO as soon as the sink stops, IKM_ERR_ARGUMENT: then what was written is not complete.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_json_achieve(const ikm_achievement *achievement, ikm_sink sink);
IKM_API IKM_MUST_CHECK ikm_status ikm_json_achieve_report(const ikm_report *report, ikm_sink sink);
IKM_API IKM_MUST_CHECK ikm_status ikm_json_report(const ikm_report *report, ikm_sink sink);
IKM_API IKM_MUST_CHECK ikm_status ikm_json_audit(const ikm_audit *audit, ikm_sink sink);

/**
 * Write conventions that give a printed figure as one ikm.reconcile/1 object. Its keys: format, version, printed (text
 * as given; null without a figure), tried, conventions (weight, round_nrr, round_term, round_final, round_mode,
 * missing, ikm; where the tally has groups also groups: key, respondents, ikm), and of means possible: of each
 * round_mode smallest_n and next_n up to 10,000 (null: there is none), with `respondents` n and whether it is possible.
 * @param reconcile    NULL: no figure was printed, only the means are asked about.
 * @param means        What was given as means; NULL with `count` 0: none.
 * @param respondents  0: not known.
 * @param places       Decimals of the groups' indexes, 0 to 6.
 * @return As ikm_json_achieve().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_json_reconcile(const ikm_reconcile *reconcile, const ikm_decimal *means,
                                                     size_t count, int64_t respondents, int32_t places, ikm_sink sink);

#ifdef __cplusplus
}
#endif

#endif
