/* INDEKS KEPUASAN MASYARAKAT, the sheet that a unit must hang up (PermenPANRB 14/2017, annex). */
#include "ikm/forms.h"

#include "base/decimal.h"
#include "survey/survey.h"
#include "unit.h"

/* More posters than these nobody prints. */
enum { POSTERS_MOST = 50, FIELD_SIZE = 512 };

static void begin(ikmi_form *form, const char *name)
{
    if (form->status == IKM_OK)
        form->status = ikm_document_poster(form->document, name);
    ikmi_form_heading(form, 1, IKMI_WORD_FORMS_PUBLICATION_TITLE);
}

/* A heading where it is known, else a line to fill in. */
static void heading_or_line(ikmi_form *form, int level, ikmi_word label, const char *text)
{
    if (!*text)
        ikmi_form_field(form, label, "");
    else if (form->status == IKM_OK)
        form->status = ikm_document_heading(form->document, level, text);
}

static void year(ikmi_form *form, const ikmi_unit *unit)
{
    char text[IKMI_TITLE_SIZE * 2] = "";
    if (*unit->of.period || !*unit->year)
        ikmi_fill(text, sizeof text, "{1}", IKMI_SAY(unit->of.period));
    else
        ikmi_say(text, sizeof text, form->lang, IKMI_WORD_FORMS_PUBLICATION_OF_YEAR, IKMI_SAY(unit->year));
    heading_or_line(form, 3, IKMI_WORD_FORMS_PUBLICATION_YEAR, text);
}

static void index_of(ikmi_form *form, const ikm_score *score)
{
    char caption[IKMI_TITLE_SIZE] = "";
    ikm_cell cell = ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_NO_INDEX));
    if (ikm_score_grade(score) != IKM_GRADE_NONE) {
        cell = ikmi_cell_decimal(ikm_score_index(score));
        ikmi_say(caption, sizeof caption, form->lang, IKMI_WORD_FORMS_PUBLICATION_GRADE,
                 IKMI_SAY(ikm_score_grade_text(score), ikm_score_performance_text(score)));
    }
    if (form->status == IKM_OK)
        form->status = ikm_document_figure(form->document, ikmi_form_word(form, IKMI_WORD_FORMS_PUBLICATION_INDEX),
                                           ikmi_cell_strong(cell), *caption ? caption : NULL);
}

/* Of a single service nobody counted who its respondents were: lines to fill in. */
static void respondents(ikmi_form *form, const ikmi_unit *unit, size_t index)
{
    char text[FIELD_SIZE], count[IKMI_DECIMAL_SIZE];
    ikm_decimal all = {ikm_score_respondents(ikm_survey_score(form->survey, index)), 0};
    ikmi_form_heading(form, 3, IKMI_WORD_FORMS_PUBLICATION_RESPONDENTS);
    ikmi_say(text, sizeof text, form->lang, IKMI_WORD_FORMS_PUBLICATION_COUNT,
             IKMI_SAY(ikmi_decimal_for_people(count, all, form->lang)));
    ikmi_form_field(form, IKMI_WORD_FORMS_PUBLICATION_ALL, text);
    ikmi_form_field(form, IKMI_WORD_FORMS_PUBLICATION_GENDER, index ? "" : ikmi_say_gender(text, sizeof text, form));
    ikmi_form_field(form, IKMI_WORD_FORMS_PUBLICATION_EDUCATION,
                    index ? "" : ikmi_say_education(text, sizeof text, form));
    ikmi_form_field(form, IKMI_WORD_FORMS_PUBLICATION_PERIOD, unit->period);
}

/* The poster of the whole (0) or of a service. */
static void poster(ikmi_form *form, const ikmi_unit *unit, size_t index)
{
    const char *service = ikmi_form_word(form, IKMI_WORD_FORMS_PUBLICATION_EVERY_SERVICE);
    if (index)
        service = ikmi_cell_key(form->lang, ikm_survey_key(form->survey, index, 0)).text.data;
    begin(form, index ? service : ikmi_form_word(form, IKMI_WORD_FORMS_PUBLICATION));
    heading_or_line(form, 2, IKMI_WORD_FORMS_PUBLICATION_UNIT, unit->of.unit);
    heading_or_line(form, 3, IKMI_WORD_FORMS_PUBLICATION_REGION, unit->of.region);
    year(form, unit);
    index_of(form, ikm_survey_score(form->survey, index));
    ikmi_form_field(form, IKMI_WORD_FORMS_PUBLICATION_SERVICE, service);
    respondents(form, unit, index);
    ikmi_form_text(form, IKMI_WORD_FORMS_PUBLICATION_THANKS, NULL, 0);
    ikmi_form_text(form, IKMI_WORD_FORMS_PUBLICATION_USE, NULL, 0);
    ikmi_form_sign(form, unit);
    ikmi_form_convention_note(form);
}

ikm_status ikm_form_publication(ikm_document *document, const ikm_survey *survey, const ikm_profile *profile)
{
    if (!document || !survey)
        return IKM_ERR_ARGUMENT;
    ikmi_form form = {document, survey, ikm_survey_lang(survey), IKM_OK};
    ikmi_unit unit;
    size_t services = survey->by_service ? ikm_survey_score_count(survey) - 1 : 0;
    ikmi_unit_of(&unit, &form, profile);
    poster(&form, &unit, 0);
    for (size_t i = 1; i <= services && i <= POSTERS_MOST && form.status == IKM_OK; i++)
        poster(&form, &unit, i);
    return form.status;
}
