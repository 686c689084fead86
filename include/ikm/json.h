/**
 * @file json.h
 * From results to the machine contracts.
 */
#ifndef IKM_JSON_H
#define IKM_JSON_H

#include "ikm/base.h"
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

#ifdef __cplusplus
}
#endif

#endif
