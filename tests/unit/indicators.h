/* Rows of indicators, budgets and components, written short. */
#ifndef INDICATORS_H
#define INDICATORS_H

#include "ikm/indicator.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline ikm_text text_of(const char *string)
{
    return (ikm_text){string, strlen(string)};
}

/* "" is nothing, "x" something that is no number. */
static inline ikm_amount amount_of(const char *written)
{
    ikm_amount amount = {IKM_GIVEN_NONE, {0, 0}};
    if (!written[0])
        return amount;
    amount.given = ikm_decimal_read(&amount.value, text_of(written)) == IKM_OK ? IKM_GIVEN_NUMBER : IKM_GIVEN_OTHER;
    return amount;
}

/* "80..90" is a range. */
static inline ikm_target target_of(const char *written)
{
    char lower[64];
    const char *between = strstr(written, "..");
    snprintf(lower, sizeof lower, "%.*s", between ? (int)(between - written) : (int)strlen(written), written);
    ikm_amount amount = amount_of(lower), upper = amount_of(between ? between + 2 : "");
    return (ikm_target){amount.given, amount.value, upper.value};
}

static inline ikm_indicator row_of(const char *goal, const char *objective, const char *name, int32_t year,
                                   const char *target, const char *realization)
{
    return (ikm_indicator){.goal = text_of(goal),
                           .objective = text_of(objective),
                           .name = text_of(name),
                           .unit = text_of("Nilai"),
                           .polarity = IKM_POLARITY_HIGHER,
                           .year = year,
                           .target = target_of(target),
                           .realization = amount_of(realization)};
}

/* A decimal of any kind as text; three take turns, so that a line can hold some. */
static inline const char *written(ikm_decimal value)
{
    static char texts[3][32];
    static int turn;
    char *text = texts[turn++ % 3];
    cr_assert(eq(int, ikm_decimal_write(text, 32, value, '.'), IKM_OK));
    return text;
}

static inline const char *shown(ikm_percent percent)
{
    return percent.known ? written(percent.shown) : "-";
}

#endif
