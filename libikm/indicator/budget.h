/* What stands behind an ikm_budget. */
#ifndef IKMI_INDICATOR_BUDGET_H
#define IKMI_INDICATOR_BUDGET_H

#include "exact.h"
#include "lookup.h"
#include "notes.h"

/* Both figures of a row, as whole numbers of the budget's smallest unit. */
typedef struct ikmi_money {
    bool has[2];
    int64_t value[2];
} ikmi_money;

enum { IKMI_BUDGET = 0, IKMI_REALIZATION = 1 };

/* A row in the tree, beside its line. */
typedef struct ikmi_node {
    ikmi_money own;      /* a parent without a figure has that of its children */
    ikmi_money children; /* their sum; `has` where all of them have it and there is one */
    bool has_children;
} ikmi_node;

struct ikm_budget {
    const ikm_mem *mem;
    ikm_lang lang;
    int places; /* of the smallest unit */
    ikmi_lookup names;
    size_t *row_of; /* of each name that is a code: its row */
    ikm_budget_line *lines;
    ikmi_node *nodes;
    size_t count;
    ikm_budget_line total;
    ikm_budget_line *kinds;
    size_t kind_count;
    ikmi_notes notes;
};

/* Codes, parents and levels of the lines, titles and kinds. */
ikm_status ikmi_budget_tree(ikm_budget *budget, const ikm_budget_row *rows, ikm_error *err);

/* Add what is given; a sum that lacks a part is no sum. false: too large. */
bool ikmi_money_add(ikmi_money *sum, const ikmi_money *part);

ikm_amount ikmi_money_amount(const ikmi_money *money, int which, int places);

/* The figures of a line, and what follows from them. false: too large. */
bool ikmi_budget_fill(ikm_budget_line *line, const ikmi_money *money, int places);

#endif
