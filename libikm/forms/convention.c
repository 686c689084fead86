/* The convention is part of the result: by what rule, weight and rounding it came about. */
#include "base/decimal.h"
#include "form.h"

#include <string.h>

static void rule(ikmi_form *form, ikmi_word name, const char *value)
{
    const ikm_cell cells[] = {ikmi_cell_text(ikmi_form_word(form, name)), ikmi_cell_text(value)};
    ikmi_form_row(form, cells, 2);
}

static void regulation(ikmi_form *form, const ikm_rules *rules)
{
    char text[IKMI_SENTENCE_SIZE] = "";
    ikmi_list_add(text, sizeof text, "", ikm_rules_title(rules));
    /* an own instrument without a title is called by its name */
    if (strcmp(ikm_rules_title(rules), ikm_rules_name(rules)) != 0) {
        ikmi_list_add(text, sizeof text, " (", ikm_rules_name(rules));
        ikmi_list_add(text, sizeof text, "", ")");
    }
    rule(form, IKMI_WORD_FORMS_REGULATION, text);
}

/* "A ≥ 88,31; B ≥ 76,61; ..." */
static void bands(ikmi_form *form, const ikm_rules *rules)
{
    char text[IKMI_SENTENCE_SIZE] = "", band[IKMI_TITLE_SIZE], lower[IKMI_DECIMAL_SIZE];
    for (int i = 1; i <= ikm_rules_band_count(rules); i++) {
        ikmi_decimal_for_people(lower, ikm_rules_band_lower(rules, i), form->lang);
        ikmi_say(band, sizeof band, form->lang, IKMI_WORD_FORMS_BAND, IKMI_SAY(ikm_rules_band_grade(rules, i), lower));
        ikmi_list_add(text, sizeof text, "; ", band);
    }
    rule(form, IKMI_WORD_FORMS_BANDS, text);
}

char *ikmi_say_weight(char *out, size_t size, ikm_lang lang, const ikm_rules *rules, const char *value)
{
    char count[IKMI_INTEGER_SIZE];
    if (!strcmp(value, "exact")) {
        ikmi_integer_text(count, (int64_t)ikm_rules_element_count(rules));
        ikmi_say(out, size, lang, IKMI_WORD_FORMS_WEIGHT_EXACT, IKMI_SAY(count));
        return out;
    }
    *out = '\0';
    for (; *value; value++) {
        const char one[2] = {*value, '\0'};
        const char *mark = *value == ',' ? "; " : *value == '.' && lang == IKM_LANG_ID ? "," : one;
        ikmi_list_add(out, size, "", mark);
    }
    return out;
}

char *ikmi_say_rounding(char *out, size_t size, ikm_lang lang, int32_t places)
{
    char count[IKMI_INTEGER_SIZE];
    ikmi_say(out, size, lang, places == IKM_ROUND_NONE ? IKMI_WORD_FORMS_NOT_ROUNDED : IKMI_WORD_FORMS_PLACES,
             IKMI_SAY(ikmi_integer_text(count, places)));
    return out;
}

ikmi_word ikmi_mode_word(ikm_round_mode mode)
{
    return mode == IKM_ROUND_HALF_EVEN  ? IKMI_WORD_FORMS_HALF_EVEN
           : mode == IKM_ROUND_TRUNCATE ? IKMI_WORD_FORMS_TRUNCATE
                                        : IKMI_WORD_FORMS_HALF_UP;
}

static void weight(ikmi_form *form, const ikm_rules *rules, const char *value)
{
    char text[IKMI_SENTENCE_SIZE];
    rule(form, IKMI_WORD_FORMS_WEIGHT, ikmi_say_weight(text, sizeof text, form->lang, rules, value));
}

static void rounding(ikmi_form *form, ikmi_word name, int32_t places)
{
    char text[IKMI_TITLE_SIZE];
    rule(form, name, ikmi_say_rounding(text, sizeof text, form->lang, places));
}

ikmi_word ikmi_missing_word(ikm_missing missing)
{
    return missing == IKM_MISSING_LISTWISE ? IKMI_WORD_FORMS_LISTWISE
           : missing == IKM_MISSING_STRICT ? IKMI_WORD_FORMS_STRICT
                                           : IKMI_WORD_FORMS_PER_ELEMENT;
}

void ikmi_recap_convention(ikmi_form *form)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const ikm_convention *convention = ikm_survey_convention(form->survey);
    const ikm_column columns[] = {
        {ikmi_form_word(form, IKMI_WORD_FORMS_RULE), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_VALUE), IKM_CELL_TEXT, 0, NULL},
    };
    ikm_table table = {
        .title = ikmi_form_word(form, IKMI_WORD_FORMS_CONVENTION), .columns = columns, .column_count = 2};
    char product[IKMI_TITLE_SIZE];
    ikmi_say(product, sizeof product, form->lang, IKMI_WORD_FORMS_PRODUCT, IKMI_SAY(ikm_version()));
    ikmi_form_heading(form, 2, IKMI_WORD_FORMS_PROVENANCE);
    ikmi_form_table(form, &table);
    regulation(form, rules);
    bands(form, rules);
    weight(form, rules, convention->weight);
    rounding(form, IKMI_WORD_FORMS_ROUND_NRR, convention->round_nrr);
    rounding(form, IKMI_WORD_FORMS_ROUND_TERM, convention->round_term);
    rounding(form, IKMI_WORD_FORMS_ROUND_FINAL, convention->round_final);
    rule(form, IKMI_WORD_FORMS_ROUND_MODE, ikmi_form_word(form, ikmi_mode_word(convention->round_mode)));
    rule(form, IKMI_WORD_FORMS_MISSING, ikmi_form_word(form, ikmi_missing_word(convention->missing)));
    rule(form, IKMI_WORD_FORMS_COMPUTED_WITH, product);
}

void ikmi_form_convention(ikmi_form *form)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const ikm_convention *convention = ikm_survey_convention(form->survey);
    const ikm_row_counts rows = ikm_survey_rows(form->survey);
    char weight[IKMI_TITLE_SIZE], nrr[IKMI_TITLE_SIZE], term[IKMI_TITLE_SIZE], final[IKMI_TITLE_SIZE];
    char count[3][IKMI_DECIMAL_SIZE];
    ikmi_form_text(form, IKMI_WORD_FORMS_CONVENTION_LINE,
                   IKMI_SAY(ikm_rules_title(rules),
                            ikmi_say_weight(weight, sizeof weight, form->lang, rules, convention->weight),
                            ikmi_say_rounding(nrr, sizeof nrr, form->lang, convention->round_nrr),
                            ikmi_say_rounding(term, sizeof term, form->lang, convention->round_term),
                            ikmi_say_rounding(final, sizeof final, form->lang, convention->round_final),
                            ikmi_form_word(form, ikmi_mode_word(convention->round_mode)),
                            ikmi_form_word(form, ikmi_missing_word(convention->missing))));
    ikmi_form_text(form, IKMI_WORD_FORMS_ROWS_LINE,
                   IKMI_SAY(ikmi_decimal_for_people(count[0], (ikm_decimal){rows.read, 0}, form->lang),
                            ikmi_decimal_for_people(count[1], (ikm_decimal){rows.used, 0}, form->lang),
                            ikmi_decimal_for_people(count[2], (ikm_decimal){rows.refused, 0}, form->lang),
                            ikm_version()));
}
