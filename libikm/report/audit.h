/* An audit from within: each printed figure is found its subject, given the value that the inputs have, and judged. */
#ifndef IKMI_REPORT_AUDIT_H
#define IKMI_REPORT_AUDIT_H

#include "inside.h"

/* What a figure is about. */
typedef enum ikmi_subject_kind {
    IKMI_SUBJECT_NONE = 0,   /* nothing of the inputs */
    IKMI_SUBJECT_INDICATOR,  /* index: in the achievement */
    IKMI_SUBJECT_PROGRAM,    /* a row of the budget */
    IKMI_SUBJECT_TOTAL,      /* of the budget */
    IKMI_SUBJECT_COMPONENTS, /* index: in the settings' tables of components */
    IKMI_SUBJECT_COMPONENT,  /* index as before, part: the component */
    IKMI_SUBJECT_ELEMENT,    /* of the survey's rules */
    IKMI_SUBJECT_GROUP,      /* index: a score of the survey by groups */
    IKMI_SUBJECT_WHOLE       /* of the survey */
} ikmi_subject_kind;

typedef struct ikmi_subject {
    ikmi_subject_kind kind;
    size_t index, part;
} ikmi_subject;

/* What the inputs give for a figure. */
typedef enum ikmi_value_kind {
    IKMI_VALUE_NONE = 0,
    IKMI_VALUE_NUMBER,
    IKMI_VALUE_RANGE,
    IKMI_VALUE_WORDS
} ikmi_value_kind;

typedef struct ikmi_value {
    ikmi_value_kind kind;
    ikm_ratio exact;
    ikm_decimal shown;  /* as the report itself would print it */
    ikm_decimal upper;  /* of a range, whose lower bound is `shown` */
    bool of_convention; /* `shown` was made by a convention, at its own places alone */
    bool has_mode;      /* figures rounded in `mode`, at any places, are right too */
    ikm_round_mode mode;
    const char *words;     /* of words */
    const char *also;      /* other words that are right; NULL: none */
    const char *otherwise; /* words by another way of rounding; NULL: none */
} ikmi_value;

typedef enum ikmi_judgement { IKMI_UNCHECKED = 0, IKMI_AGREES, IKMI_FOUND } ikmi_judgement;

typedef struct ikmi_figure {
    const ikmi_printed *printed;
    size_t table;       /* the number of the printed table */
    ikmi_number number; /* read as its subject has it */
    ikmi_subject subject;
    ikmi_quantity quantity; /* absorption of a budget row, whatever it is called */
    ikmi_version version;
    ikmi_value value;
    ikmi_judgement judgement;
} ikmi_figure;

/* What a printed table is known to be about. */
typedef struct ikmi_about {
    const ikmi_printed_table *told; /* by the settings; NULL: they say nothing of it */
    ikmi_version version;
    ikmi_subject total; /* of which its total is, where that is neither money nor counted; IKMI_SUBJECT_NONE: unknown */
} ikmi_about;

struct ikm_audit {
    const ikm_report *report;
    ikmi_keep keep;
    ikmi_figure *figures; /* one a row of the table of printed figures */
    size_t count;
    ikmi_by_name tables; /* figures by their tables */
    ikmi_about *about;   /* by the numbers of the tables */
    ikmi_by_name groups; /* scores of the survey by groups, the whole left out: row 0 is score 1 */
    ikm_finding *findings;
    size_t finding_count, agree, unchecked;
    size_t *unchecked_at; /* which figures */
};

/* audit_table.c: which figures stand in which printed table, and what the table is about. IKM_ERR_NOMEM. */
ikm_status ikmi_audit_tables(ikm_audit *audit);

/* A row of the table tells what the table is about. */
void ikmi_audit_learn(ikm_audit *audit, const ikmi_figure *figure);

/* audit_subject.c: what a figure is about; then, while there is something else that it can be about, that. */
void ikmi_audit_find(ikmi_figure *figure, const ikm_audit *audit);
bool ikmi_audit_find_next(ikmi_figure *figure, const ikm_audit *audit);

/* May it be about any of several indicators, which have one name? */
bool ikmi_audit_is_ambiguous(const ikm_audit *audit, const ikmi_figure *figure);

/* The row of a code; NULL: there is none, or no budget. */
const ikm_budget_line *ikmi_budget_line(const ikm_report *report, ikm_text code);

/* Is it a total of a table, which does not say of what? */
bool ikmi_audit_is_total(const ikmi_printed *printed);

/* audit_value.c, audit_survey.c: what the inputs give. IKM_ERR_NOMEM. */
ikm_status ikmi_audit_value(ikmi_value *out, ikm_audit *audit, const ikmi_figure *figure);
void ikmi_audit_survey_value(ikmi_value *out, const ikm_report *report, const ikmi_figure *figure);
void ikmi_value_decimal(ikmi_value *out, ikm_decimal value);
void ikmi_value_percent(ikmi_value *out, const ikm_percent *percent);
void ikmi_value_words(ikmi_value *out, const char *words);

/* The money of a budget row, the total or an indicator under a version; false: the inputs do not have it. */
typedef struct ikmi_money {
    ikm_decimal budget, realization;
} ikmi_money;
bool ikmi_audit_money(ikmi_money *out, const ikm_report *report, ikmi_subject subject, ikmi_version version);

/* audit_judge.c: does it agree; if not, of which kind is the finding. */
bool ikmi_audit_agrees(const ikmi_figure *figure);
bool ikmi_audit_same_quantity(const ikmi_figure *one, const ikmi_figure *other);
bool ikmi_audit_differs(const ikmi_figure *one, const ikmi_figure *other);

/* audit_possible.c: a sentence why no data can give the figure; false: some can. */
bool ikmi_audit_impossible(char *out, size_t size, const ikm_audit *audit, const ikmi_figure *figure);

/* audit_say.c: the finding of a figure that does not agree. IKM_ERR_NOMEM. */
ikm_status ikmi_audit_tell(ikm_finding *out, ikm_audit *audit, const ikmi_figure *figure);

/* A verdict by its words; IKM_VERDICT_NONE: it is none. */
ikm_verdict ikmi_verdict_of(ikm_text words);

#endif
