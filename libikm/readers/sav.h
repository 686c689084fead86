/*
 * An SPSS file, pulled. libreadstat pushes whole files; it can begin at a case
 * (row_offset) and be stopped at one, so cases are fetched a window at a time and
 * handed out from memory. An uncompressed file is entered by a seek; a compressed one
 * is skipped through, at several million cases a second.
 */
#ifndef IKMI_SAV_H
#define IKMI_SAV_H

#include "ikm/readers.h"

#include "moment.h"
#include "origin.h"
#include "row.h"

typedef struct ikmi_label {
    double code;
    char *word; /* of a text variable: what is in the file; else NULL */
    char *text; /* what people call it */
} ikmi_label;

typedef struct ikmi_label_set {
    char *name;
    ikmi_label *labels; /* sorted by code, or by word */
    size_t count, capacity;
} ikmi_label_set;

typedef struct ikmi_variable {
    char *header;
    bool words; /* text */
    ikmi_moment_kind kind;
    size_t set; /* of labels; SIZE_MAX: none */
} ikmi_variable;

/* A value: a number, or a place in the window's text. */
typedef struct ikmi_value {
    double number; /* NaN: missing, or text */
    uint32_t offset, size;
} ikmi_value;

typedef struct ikmi_sav {
    const ikmi_desk *desk;
    const ikmi_origin *origin;
    ikm_sav_headers headers;
    bool codes;
    ikmi_variable *variables;
    size_t count, capacity;
    ikmi_label_set *sets;
    size_t set_count, set_capacity;
    int64_t cases; /* -1: the file does not say */
    char *weight;  /* the variable by which cases are weighted; NULL: none */
    /* the window */
    ikmi_value *values; /* [case - first][variable] */
    size_t value_capacity;
    ikmi_pile text;
    int64_t first, held; /* number of its first case, from 0; how many */
    int64_t next;        /* case to hand out */
    bool complete;       /* no case after the window */
    bool header_given;
} ikmi_sav;

/* Reads what the file says of itself. */
ikm_status ikmi_sav_open(ikmi_sav *out, const ikmi_desk *desk, const ikmi_origin *origin, ikm_sav_headers headers,
                         bool codes, ikm_error *err);
void ikmi_sav_close(ikmi_sav *sav);
void ikmi_sav_rewind(ikmi_sav *sav);

/* The header, then case after case; `*end_out` when there is none. */
ikm_status ikmi_sav_next(ikmi_sav *sav, ikmi_row *row, bool *end_out, ikm_error *err);

/* Fill the window with cases from `sav->next` on (sav_window.c). */
ikm_status ikmi_sav_fetch(ikmi_sav *sav, ikm_error *err);

/* The bytes of the file for libreadstat, and its failures in words (sav_file.c). */
typedef struct ikmi_sav_file ikmi_sav_file;
struct readstat_parser_s;
ikmi_sav_file *ikmi_sav_file_new(const ikmi_desk *desk, const ikmi_origin *origin, struct readstat_parser_s *parser);
void ikmi_sav_file_free(ikmi_sav_file *file, const ikmi_desk *desk);
ikm_status ikmi_sav_fail(const ikmi_desk *desk, int error, int64_t after, ikm_error *err);

#endif
