/* The follow-up plan of the report: which elements come first. */
#include "base/decimal.h"
#include "survey_report.h"

#include <stdbool.h>

static bool is_taken(const ikmi_priorities *taken, size_t element)
{
    for (size_t i = 0; i < taken->count; i++)
        if (taken->element[i] == element)
            return true;
    return false;
}

ikmi_priorities ikmi_priorities_of(ikmi_form *form)
{
    const ikm_score *whole = ikm_survey_score(form->survey, 0);
    size_t elements = ikm_rules_element_count(ikm_survey_rules(form->survey));
    ikmi_priorities out = {.count = 0};
    for (int lowest = 1; lowest > 0 && out.count < IKMI_PRIORITIES;) {
        size_t next = 0;
        lowest = 0;
        for (size_t i = 0; i < elements && form->status == IKM_OK; i++) {
            ikm_element_score score;
            form->status = ikm_score_element(&score, whole, i);
            /* rank 1 is the strongest, 0 is nobody's */
            if (form->status == IKM_OK && score.rank > lowest && !is_taken(&out, i)) {
                lowest = score.rank;
                next = i;
            }
        }
        if (lowest > 0)
            out.element[out.count++] = next;
    }
    return out;
}

static void say_element(char *out, size_t size, const ikmi_form *form, size_t element)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    ikmi_fill(out, size, "{1} {2}",
              IKMI_SAY(ikm_rules_element_code(rules, element), ikm_rules_element_name(rules, element)));
}

char *ikmi_say_priorities(char *out, size_t size, ikmi_form *form, const ikmi_priorities *priorities)
{
    char name[IKMI_TITLE_SIZE], value[IKMI_DECIMAL_SIZE], entry[IKMI_TITLE_SIZE * 2];
    *out = '\0';
    for (size_t i = 0; i < priorities->count && form->status == IKM_OK; i++) {
        ikm_element_score score;
        form->status = ikm_score_element(&score, ikm_survey_score(form->survey, 0), priorities->element[i]);
        if (form->status != IKM_OK)
            return out;
        say_element(name, sizeof name, form, priorities->element[i]);
        ikmi_decimal_for_people(value, score.converted, form->lang);
        ikmi_fill(entry, sizeof entry, "{1} ({2})", IKMI_SAY(name, value));
        ikmi_list_add(out, size, "; ", entry);
    }
    return out;
}

void ikmi_follow_up(ikmi_form *form, const ikmi_priorities *priorities)
{
    char name[IKMI_TITLE_SIZE];
    const ikm_column columns[] = {
        ikmi_number_column(form, IKMI_WORD_FORMS_NUMBER, 0, NULL),
        ikmi_text_column(form, IKMI_WORD_FORMS_PLAN_PRIORITY),
        ikmi_text_column(form, IKMI_WORD_FORMS_PLAN_PROGRAM),
        ikmi_text_column(form, IKMI_WORD_FORMS_PLAN_FIRST),
        ikmi_text_column(form, IKMI_WORD_FORMS_PLAN_SECOND),
        ikmi_text_column(form, IKMI_WORD_FORMS_PLAN_THIRD),
        ikmi_text_column(form, IKMI_WORD_FORMS_PLAN_FOURTH),
        ikmi_text_column(form, IKMI_WORD_FORMS_PLAN_WHO),
    };
    enum { COLUMNS = sizeof columns / sizeof *columns };
    if (!priorities->count)
        return;
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_PLAN), columns, COLUMNS);
    for (size_t i = 0; i < priorities->count; i++) {
        say_element(name, sizeof name, form, priorities->element[i]);
        const ikm_cell cells[COLUMNS] = {ikmi_cell_integer((int64_t)i + 1), ikmi_cell_text(name)};
        ikmi_form_row(form, cells, COLUMNS);
    }
    ikmi_form_note(form, IKMI_WORD_FORMS_PLAN_NOTE, NULL, 0);
}
