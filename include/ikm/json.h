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
 * Write a survey as one ikm.score/1 object with a newline at the end. Memory does not grow with the groups.
 *
 * @return IKM_OK; IKM_ERR_IO if the sink stopped, IKM_ERR_NOMEM, IKM_ERR_ARGUMENT.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_json_score(const ikm_survey *survey, ikm_sink sink);

#ifdef __cplusplus
}
#endif

#endif
