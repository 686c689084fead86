/**
 * @file clean.h
 * What was read, as a plain clean CSV.
 */
#ifndef IKM_CLEAN_H
#define IKM_CLEAN_H

#include "ikm/base.h"
#include "ikm/ingest.h"
#include "ikm/survey.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Write what is read of a dump as CSV by RFC 4180: UTF-8, comma, CRLF, one header
 * row; a field is quoted where it must be.
 *
 * Of a survey, in the order of the dump: the columns of service, unit, time and
 * characteristics of respondents under their own headers, then a column an element
 * under its code, with the score as digits, empty for a blank. Columns of personal
 * data, free text and all others are left out, and so are refused records and those
 * that the filter or being unfinished keeps from counting, as in ikm_survey_read().
 *
 * Memory does not grow with the records. With a filter by time a dump that can be
 * read twice is read twice; of one that cannot, its first records say how its dates
 * are written, and IKM_ERR_UNSURE comes at the end if the others disagree.
 *
 * @param sink      Where to; blocks of up to 64 KiB.
 * @param input     One dump.
 * @param options   NULL: the defaults. Of them count: rules, missing of the
 *                  convention, lang, dialect, schema, where, from, to, incomplete,
 *                  on_issue and what belongs to it, mem.
 * @param rows_out  Records read, used (written), refused and left out; may be NULL.
 * @param err       Why not; may be NULL.
 * @return IKM_OK, also with refused records; as ikm_survey_read(); IKM_ERR_LIMIT
 *         for more than 32 columns to keep; IKM_ERR_IO with an empty message as
 *         soon as the sink stops: then what was written is not complete.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_clean(ikm_sink sink, const ikm_input *input, const ikm_survey_options *options,
                                            ikm_row_counts *rows_out, ikm_error *err);

/**
 * The same for every cell of every record of any table, survey or not: nothing is
 * trimmed (blanks around quotes excepted), decoded, masked or left out, and a record
 * keeps the number of fields that it has. Empty lines are no records; a header of
 * several rows is one row. Records whose quoting is broken, and those over the limits
 * of a field or a record, cannot be taken apart: they are refused.
 *
 * This writes personal data, because it is asked to. No filter counts.
 *
 * @return As ikm_clean(), without what only a survey can lack.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_clean_all(ikm_sink sink, const ikm_input *input,
                                                const ikm_survey_options *options, ikm_row_counts *rows_out,
                                                ikm_error *err);

#ifdef __cplusplus
}
#endif

#endif
