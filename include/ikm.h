/**
 * @file ikm.h
 * The core of libikm: survey dumps in, the graded index out.
 */
#ifndef IKM_H
#define IKM_H

#include "ikm/base.h"
#include "ikm/check.h"
#include "ikm/clean.h"
#include "ikm/document.h"
#include "ikm/forms.h"
#include "ikm/indicator.h"
#include "ikm/ingest.h"
#include "ikm/json.h"
#include "ikm/kind.h"
#include "ikm/reconcile.h"
#include "ikm/report.h"
#include "ikm/rules.h"
#include "ikm/scale.h"
#include "ikm/score.h"
#include "ikm/sniff.h"
#include "ikm/survey.h"
#include "ikm/tally.h"

#endif
