/* What is wrong in a table: told one by one as it is found, the first kept for who does not listen. */
#ifndef IKMI_REPORT_FAULTS_H
#define IKMI_REPORT_FAULTS_H

#include "ikm/report.h"

#include "base/words.h"

#include <stdbool.h>

/* A cell, or a line as a whole (column 0), of a table. */
typedef struct ikmi_spot {
    int64_t line, column;
    const char *header; /* "" for a line as a whole */
    const char *text;   /* of the cell; "" for a line as a whole */
} ikmi_spot;

typedef struct ikmi_faults {
    const ikm_report_options *options;
    const char *file;
    size_t count;
    bool stopped;    /* the listener has enough */
    ikm_error first; /* as it is told to who does not listen: with its place in the message */
} ikmi_faults;

void ikmi_faults_begin(ikmi_faults *faults, const ikm_report_options *options, const char *file);

/* Note a fault; the sentence begins with what was found. */
void ikmi_fault(ikmi_faults *faults, const ikmi_spot *spot, ikmi_word word, const char *const *args, size_t count);
void ikmi_fault_text(ikmi_faults *faults, const ikmi_spot *spot, const char *message);

/* IKM_OK where there is none; IKM_ERR_DATA, or IKM_ERR_STOPPED, with `err`. */
ikm_status ikmi_faults_end(const ikmi_faults *faults, ikm_error *err);

#endif
