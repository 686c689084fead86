/**
 * @file forms.h
 * From results to documents: each form is a function that adds a sheet.
 */
#ifndef IKM_FORMS_H
#define IKM_FORMS_H

#include "ikm/base.h"
#include "ikm/document.h"
#include "ikm/survey.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The recap: index and grade, elements from weakest to strongest, groups,
 * characteristics where they were counted, notes, convention and row counts.
 *
 * @param document  Where to add a sheet.
 * @param survey    Must live as long as the document: long tables pull from it.
 * @return IKM_OK; IKM_ERR_NOMEM, IKM_ERR_ARGUMENT: then the document is unfinished and only good to be freed.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_recap(ikm_document *document, const ikm_survey *survey);

/**
 * The same facts as tidy rows: KEY...,element,name,respondents,answered,blank,sum,nrr,converted,grade;
 * a row a group with element IKM, then one an element. As ikm_form_recap().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_form_tidy(ikm_document *document, const ikm_survey *survey);

#ifdef __cplusplus
}
#endif

#endif
