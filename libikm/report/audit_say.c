/* What is wrong with a printed figure: its kind, the first that holds, and a sentence. */
#include "audit.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/ratio.h"
#include "ikm/reconcile.h"
#include "rules/rules.h"

#include <string.h>

enum { COMPUTED_SIZE = 120, MESSAGE_SIZE = 600, LIST_SIZE = 320 };

typedef struct telling {
    ikm_audit *audit;
    const ikmi_figure *figure;
    ikm_lang lang;
    char computed[COMPUTED_SIZE]; /* for programs */
    char shown[COMPUTED_SIZE];    /* for people */
    char message[MESSAGE_SIZE];
} telling;

static void say(telling *t, ikmi_word word, const char *const *args, size_t count)
{
    ikmi_say(t->message, sizeof t->message, t->lang, word, args, count);
}

/* A computed number with the places of the printed one, and at least those that it has by itself. */
static ikm_decimal number_shown(const telling *t)
{
    const ikmi_value *value = &t->figure->value;
    ikm_decimal out = value->shown;
    int places = t->figure->number.value.places;
    if (value->kind == IKMI_VALUE_NUMBER && t->figure->number.state == IKMI_NUMBER_GOOD && places > out.places)
        (void)ikmi_ratio_round(&out, value->exact, places, IKM_ROUND_HALF_UP);
    return out;
}

static void put_computed(telling *t)
{
    char one[IKMI_DECIMAL_SIZE], other[IKMI_DECIMAL_SIZE];
    const ikmi_value *value = &t->figure->value;
    ikm_decimal number = number_shown(t);
    switch (value->kind) {
    case IKMI_VALUE_NUMBER:
        ikmi_decimal_text(t->computed, number, '.', '\0');
        ikmi_decimal_for_people(t->shown, number, t->lang);
        break;
    case IKMI_VALUE_RANGE:
        ikmi_fill(t->computed, sizeof t->computed, "{1}-{2}",
                  IKMI_SAY(ikmi_decimal_text(one, value->shown, '.', '\0'),
                           ikmi_decimal_text(other, value->upper, '.', '\0')));
        ikmi_fill(t->shown, sizeof t->shown, "{1}-{2}",
                  IKMI_SAY(ikmi_decimal_for_people(one, value->shown, t->lang),
                           ikmi_decimal_for_people(other, value->upper, t->lang)));
        break;
    case IKMI_VALUE_WORDS:
        ikmi_fill(t->computed, sizeof t->computed, "{1}", IKMI_SAY(value->words));
        ikmi_fill(t->shown, sizeof t->shown, "{1}", IKMI_SAY(value->words));
        break;
    case IKMI_VALUE_NONE: break;
    }
}

/* A claim whose condition does not hold. */
static bool unsupported(telling *t)
{
    char achievement[IKMI_DECIMAL_SIZE], absorption[IKMI_DECIMAL_SIZE];
    const ikm_report *report = t->audit->report;
    if (t->figure->quantity != IKMI_QUANTITY_VERDICT)
        return false;
    ikm_verdict claimed = ikmi_verdict_of(ikmi_text(t->figure->printed->text));
    const ikm_efficiency_line *line = NULL;
    for (size_t i = 0; i < ikm_efficiency_count(report->efficiency) && !line; i++)
        if (ikm_efficiency_at(report->efficiency, i)->indicator ==
            ikm_achievement_at(report->achievement, t->figure->subject.index))
            line = ikm_efficiency_at(report->efficiency, i);
    if (!line || (claimed != IKM_VERDICT_EFFICIENT && claimed != IKM_VERDICT_INEFFICIENT))
        return false;
    ikmi_decimal_for_people(achievement, line->indicator->achievement.shown, t->lang);
    ikmi_decimal_for_people(absorption, line->absorption.shown, t->lang);
    if (line->verdict == IKM_VERDICT_NOT_CLAIMABLE)
        say(t, IKMI_WORD_AUDIT_NOT_CLAIMABLE, IKMI_SAY(t->figure->printed->text, achievement));
    else if (claimed == IKM_VERDICT_EFFICIENT)
        say(t, IKMI_WORD_AUDIT_NOT_EFFICIENT, IKMI_SAY(t->figure->printed->text, achievement, absorption));
    else
        return false;
    return true;
}

/* The places where the same quantity is printed, each value once a table. */
static bool inconsistent(telling *t)
{
    char list[LIST_SIZE] = "", piece[200];
    bool differs = false;
    /* of indicators of one name it is not known which of them a figure is of that agrees with none */
    if (ikmi_audit_is_ambiguous(t->audit, t->figure))
        return false;
    for (size_t i = 0; i < t->audit->count; i++) {
        const ikmi_figure *other = &t->audit->figures[i];
        if (!ikmi_audit_same_quantity(t->figure, other) || !*other->printed->text)
            continue;
        differs = differs || (other != t->figure && ikmi_audit_differs(t->figure, other));
        ikmi_fill(piece, sizeof piece, "{1} ({2})", IKMI_SAY(other->printed->text, other->printed->table));
        if (!strstr(list, piece) && strlen(list) + strlen(piece) + 3 < sizeof list)
            strcat(strcat(list, *list ? ", " : ""), piece);
    }
    if (differs)
        say(t, IKMI_WORD_AUDIT_INCONSISTENT, IKMI_SAY(list, t->shown));
    return differs;
}

/* Less than one unit of its last digit away from the right value; words by the other way of rounding. */
static bool rounding(telling *t)
{
    char exact[IKMI_DECIMAL_SIZE], rounded[IKMI_DECIMAL_SIZE];
    const ikmi_value *value = &t->figure->value;
    if (value->kind == IKMI_VALUE_WORDS && value->otherwise &&
        ikmi_same_name(ikmi_text(t->figure->printed->text), ikmi_text(value->otherwise))) {
        say(t, IKMI_WORD_AUDIT_OTHER_BANDS, IKMI_SAY(t->figure->printed->text, t->shown));
        return true;
    }
    ikm_ratio printed, away, unit;
    ikm_decimal precise, truncated;
    if (value->kind != IKMI_VALUE_NUMBER || t->figure->number.state != IKMI_NUMBER_GOOD || t->figure->printed->range ||
        !ikmi_ratio_of_decimal(&printed, t->figure->number.value) ||
        !ikmi_ratio_subtract(&away, printed, value->exact) ||
        !ikmi_ratio_make(&unit, 1, ikmi_power_of_ten(t->figure->number.value.places)))
        return false;
    away.num = away.num < 0 ? -away.num : away.num;
    int places = t->figure->number.value.places;
    if (ikmi_ratio_compare(away, unit) >= 0 ||
        !ikmi_ratio_round(&precise, value->exact, places + 2, IKM_ROUND_HALF_UP) ||
        !ikmi_ratio_round(&truncated, value->exact, places, IKM_ROUND_TRUNCATE))
        return false;
    /* at the places that were printed */
    ikm_decimal right = value->shown;
    if (right.places != places &&
        !ikmi_ratio_round(&right, value->exact, places, value->has_mode ? value->mode : IKM_ROUND_HALF_UP))
        return false;
    say(t, truncated.digits == t->figure->number.value.digits ? IKMI_WORD_AUDIT_TRUNCATED : IKMI_WORD_AUDIT_ROUNDED,
        IKMI_SAY(ikmi_decimal_for_people(exact, precise, t->lang), ikmi_decimal_for_people(rounded, right, t->lang)));
    return true;
}

/* The figure is right under the other version of the agreement. */
static bool is_of_other_version(const telling *t, ikmi_version version)
{
    ikmi_figure other = *t->figure;
    other.version = version;
    return t->figure->version != version && ikmi_audit_value(&other.value, t->audit, &other) == IKM_OK &&
           other.value.kind != IKMI_VALUE_NONE && ikmi_audit_agrees(&other);
}

/* How the printed index may have come about. */
static void add_convention(telling *t)
{
    const ikm_report *report = t->audit->report;
    bool group = t->figure->subject.kind == IKMI_SUBJECT_GROUP;
    const ikm_survey *survey = group ? report->survey_groups : report->survey;
    ikm_reconcile *reconcile;
    /* with fewer decimals almost any convention gives it */
    if (!t->figure->value.of_convention || t->figure->number.state != IKMI_NUMBER_GOOD || group ||
        t->figure->number.value.places < t->figure->value.shown.places)
        return;
    if (ikm_reconcile_new(&reconcile, ikm_survey_tally(survey), IKM_WHOLE, ikm_survey_rules(survey),
                          ikm_survey_convention(survey)->missing, t->figure->number.value, t->lang, NULL) != IKM_OK)
        return;
    const ikm_reconciled *first = ikm_reconcile_at(reconcile, 0);
    if (first) {
        char text[400], nrr[IKMI_INTEGER_SIZE] = "-", term[IKMI_INTEGER_SIZE] = "-";
        if (first->convention.round_nrr != IKM_ROUND_NONE)
            ikmi_integer_text(nrr, first->convention.round_nrr);
        if (first->convention.round_term != IKM_ROUND_NONE)
            ikmi_integer_text(term, first->convention.round_term);
        ikmi_say(text, sizeof text, t->lang, IKMI_WORD_AUDIT_BY_CONVENTION,
                 IKMI_SAY(t->figure->printed->text, first->convention.weight, nrr, term,
                          ikmi_round_mode_name(first->convention.round_mode)));
        if (strlen(t->message) + strlen(text) + 3 < sizeof t->message)
            strcat(strcat(t->message, "; "), text);
    }
    ikm_reconcile_free(reconcile);
}

static void wrong(telling *t)
{
    /* the amended agreement takes over what it does not change, which is then the original one's */
    if (is_of_other_version(t, IKMI_VERSION_ORIGINAL))
        say(t, IKMI_WORD_AUDIT_WRONG_ORIGINAL, IKMI_SAY(t->shown, t->figure->printed->text));
    else if (is_of_other_version(t, IKMI_VERSION_AMENDED))
        say(t, IKMI_WORD_AUDIT_WRONG_AMENDED, IKMI_SAY(t->shown, t->figure->printed->text));
    else
        say(t, IKMI_WORD_AUDIT_WRONG, IKMI_SAY(t->shown));
}

/* The words that its components have are worth telling where neither is printed. */
static void add_components(telling *t)
{
    char text[200];
    const ikmi_value *value = &t->figure->value;
    if (t->figure->quantity != IKMI_QUANTITY_CATEGORY || t->figure->subject.kind != IKMI_SUBJECT_INDICATOR ||
        !value->also)
        return;
    ikmi_say(text, sizeof text, t->lang, IKMI_WORD_AUDIT_BY_COMPONENTS, IKMI_SAY(value->words, value->also));
    if (strlen(t->message) + strlen(text) + 3 < sizeof t->message)
        strcat(strcat(t->message, "; "), text);
}

static ikm_finding_kind judge(telling *t)
{
    if (unsupported(t))
        return IKM_FINDING_UNSUPPORTED;
    if (ikmi_audit_impossible(t->message, sizeof t->message, t->audit, t->figure))
        return IKM_FINDING_IMPOSSIBLE;
    if (inconsistent(t))
        return IKM_FINDING_INCONSISTENT;
    if (rounding(t))
        return IKM_FINDING_ROUNDING;
    wrong(t);
    return IKM_FINDING_WRONG;
}

ikm_status ikmi_audit_tell(ikm_finding *out, ikm_audit *audit, const ikmi_figure *figure)
{
    const ikmi_printed *printed = figure->printed;
    telling t = {.audit = audit, .figure = figure, .lang = audit->report->options.lang};
    put_computed(&t);
    ikm_finding_kind kind = judge(&t);
    add_components(&t);
    add_convention(&t);
    const char *computed = ikmi_keep_text(&audit->keep, ikmi_text(t.computed));
    const char *message = ikmi_keep_text(&audit->keep, ikmi_text(t.message));
    if (!computed || !message)
        return IKM_ERR_NOMEM;
    *out = (ikm_finding){kind,          printed->table, printed->item, printed->quantity_text,
                         printed->text, computed,       message,       printed->line};
    return IKM_OK;
}
