/* Does a printed figure agree with the inputs, and do two of them say the same? */
#include "audit.h"

#include "base/mem.h"
#include "base/ratio.h"

static bool same(ikm_decimal one, ikm_decimal other)
{
    ikm_ratio a, b;
    return ikmi_ratio_of_decimal(&a, one) && ikmi_ratio_of_decimal(&b, other) && !ikmi_ratio_compare(a, b);
}

static bool rounds_to(ikm_ratio exact, ikm_decimal printed, ikm_round_mode mode)
{
    ikm_decimal rounded;
    return ikmi_ratio_round(&rounded, exact, printed.places, mode) && rounded.digits == printed.digits;
}

/* A number is right at its printed decimals: rounded half-up, or as the convention has it. */
static bool number_agrees(const ikmi_value *value, ikm_decimal printed)
{
    if (rounds_to(value->exact, printed, IKM_ROUND_HALF_UP))
        return true;
    if (value->has_mode && rounds_to(value->exact, printed, value->mode))
        return true;
    /* a convention makes a figure of its own places; with fewer it is rounded like any other */
    return value->of_convention && printed.places >= value->shown.places && same(printed, value->shown);
}

static bool words_agree(const ikmi_value *value, ikm_text printed)
{
    return ikmi_same_name(printed, ikmi_text(value->words)) ||
           (value->also && ikmi_same_name(printed, ikmi_text(value->also)));
}

/* "A (Sangat baik)" says a grade and what it means. */
static bool both_agree(const ikmi_value *value, ikm_text printed)
{
    char both[400];
    if (!value->also)
        return false;
    ikmi_fill(both, sizeof both, "{1} {2}", IKMI_SAY(value->words, value->also));
    return ikmi_same_name(printed, ikmi_text(both));
}

bool ikmi_audit_agrees(const ikmi_figure *figure)
{
    const ikmi_value *value = &figure->value;
    const ikmi_printed *printed = figure->printed;
    ikm_text text = ikmi_text(printed->text);
    switch (value->kind) {
    case IKMI_VALUE_NUMBER:
        return !printed->range && figure->number.state == IKMI_NUMBER_GOOD &&
               number_agrees(value, figure->number.value);
    case IKMI_VALUE_RANGE:
        return printed->range && same(printed->number.value, value->shown) && same(printed->upper.value, value->upper);
    case IKMI_VALUE_WORDS:
        if (figure->quantity == IKMI_QUANTITY_VERDICT)
            return ikmi_verdict_of(text) == ikmi_verdict_of(ikmi_text(value->words));
        return words_agree(value, text) || both_agree(value, text);
    case IKMI_VALUE_NONE: break;
    }
    return false;
}

/* What the survey's index is printed as, under whatever name. */
static bool is_index(const ikmi_figure *figure)
{
    bool whole = figure->subject.kind == IKMI_SUBJECT_WHOLE && figure->quantity == IKMI_QUANTITY_VALUE;
    bool fed = figure->subject.kind == IKMI_SUBJECT_INDICATOR && figure->quantity == IKMI_QUANTITY_REALIZATION;
    return whole || (fed && figure->value.of_convention);
}

/* Versions are two quantities only where they differ in it. */
static bool same_value(const ikmi_value *one, const ikmi_value *other)
{
    if (one->kind != other->kind)
        return false;
    switch (one->kind) {
    case IKMI_VALUE_NUMBER: return !ikmi_ratio_compare(one->exact, other->exact);
    case IKMI_VALUE_RANGE: return same(one->shown, other->shown) && same(one->upper, other->upper);
    case IKMI_VALUE_WORDS: return ikmi_same_name(ikmi_text(one->words), ikmi_text(other->words));
    case IKMI_VALUE_NONE: break;
    }
    return true;
}

bool ikmi_audit_same_quantity(const ikmi_figure *one, const ikmi_figure *other)
{
    if (is_index(one) && is_index(other))
        return true;
    /* an element is printed as a mean or converted, which are two */
    return one->subject.kind == other->subject.kind && one->subject.index == other->subject.index &&
           one->subject.part == other->subject.part && one->quantity == other->quantity &&
           same_value(&one->value, &other->value);
}

/* Two printed numbers agree where the one with more decimals rounds to the other. */
static bool numbers_differ(ikm_decimal one, ikm_decimal other)
{
    const ikm_decimal *longer = one.places > other.places ? &one : &other;
    const ikm_decimal *shorter = one.places > other.places ? &other : &one;
    ikm_ratio exact;
    return !ikmi_ratio_of_decimal(&exact, *longer) || !rounds_to(exact, *shorter, IKM_ROUND_HALF_UP);
}

bool ikmi_audit_differs(const ikmi_figure *one, const ikmi_figure *other)
{
    if (one->value.kind == IKMI_VALUE_WORDS)
        return !ikmi_same_name(ikmi_text(one->printed->text), ikmi_text(other->printed->text)) &&
               !(words_agree(&one->value, ikmi_text(one->printed->text)) &&
                 words_agree(&other->value, ikmi_text(other->printed->text)));
    if (one->printed->range != other->printed->range)
        return true;
    if (one->number.state != IKMI_NUMBER_GOOD || other->number.state != IKMI_NUMBER_GOOD)
        return one->number.state != other->number.state;
    if (numbers_differ(one->number.value, other->number.value))
        return true;
    return one->printed->range && numbers_differ(one->printed->upper.value, other->printed->upper.value);
}
