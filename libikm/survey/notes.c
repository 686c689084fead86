/* Sentences for people that stand beside the figures. */
#include "survey.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "similar.h"

#include <string.h>

enum { GROUPS_TOLD = 5, SENTENCE_SIZE = 1024 };

void ikmi_survey_note(ikm_survey *survey, ikmi_word word, const char *const *args, size_t count)
{
    char sentence[SENTENCE_SIZE];
    ikmi_say(sentence, sizeof sentence, survey->lang, word, args, count);
    ikmi_buffer_add(&survey->notes, sentence, strlen(sentence) + 1);
    survey->note_count += survey->notes.status == IKM_OK;
}

static void note_missing_index(ikm_survey *survey)
{
    ikmi_buffer names;
    ikm_element_score element;
    ikmi_buffer_init(&names, survey->mem);
    for (size_t e = 0; e < ikm_rules_element_count(survey->rules); e++) {
        if (ikm_score_element(&element, &survey->scores[0], e) != IKM_OK || element.answered)
            continue;
        ikmi_buffer_add_string(&names, names.size ? ", " : "");
        ikmi_buffer_add_string(&names, ikm_rules_element_code(survey->rules, e));
    }
    if (names.status == IKM_OK && names.size)
        ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_NO_INDEX, IKMI_SAY(names.data));
    ikmi_buffer_done(&names);
}

/* The value as people of that language read it. */
static const char *shown(char *out, const ikm_survey *survey, ikm_decimal value)
{
    return ikmi_decimal_for_people(out, value, survey->lang);
}

/* The index reaches its band only because it was rounded up. */
static void note_rounding(ikm_survey *survey)
{
    ikmi_wide_ratio exact;
    ikm_decimal hundredths, longer;
    char text[IKMI_DECIMAL_SIZE];
    const ikm_score *whole = &survey->scores[0];
    if (!ikmi_score_exact(&exact, whole) || !ikmi_wide_ratio_round(&hundredths, &exact, 2, IKM_ROUND_TRUNCATE) ||
        !ikmi_wide_ratio_round(&longer, &exact, 6, IKM_ROUND_TRUNCATE))
        return;
    if (ikm_rules_band(survey->rules, hundredths.digits) != ikm_score_grade(whole))
        ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_ROUNDING,
                         IKMI_SAY(shown(text, survey, longer), ikm_score_grade_text(whole)));
}

/* The weights that circulate: does one of them give another grade? */
/* A weight of the table below as people of that language read it. */
static const char *shown_weight(char *out, const ikm_survey *survey, const char *weight)
{
    ikm_decimal value;
    if (ikm_decimal_read(&value, ikmi_text(weight)) != IKM_OK)
        return ikmi_word_text(survey->lang, IKMI_WORD_SURVEY_EXACT_WEIGHT);
    return shown(out, survey, value);
}

static ikm_status note_weights(ikm_survey *survey)
{
    static const char *const weights[] = {"exact", "0.111", "0.11"};
    const ikm_score *whole = &survey->scores[0];
    if (ikm_rules_element_count(survey->rules) != 9)
        return IKM_OK;
    for (size_t i = 0; i < sizeof weights / sizeof weights[0]; i++) {
        ikm_convention other = survey->scoring.plan.convention;
        ikm_score *score;
        char text[IKMI_DECIMAL_SIZE], weight[IKMI_DECIMAL_SIZE];
        if (!strcmp(weights[i], other.weight))
            continue;
        other.weight = weights[i];
        ikm_status status = ikm_score_new(&score, survey->tally, IKM_WHOLE, survey->rules, &other, NULL);
        if (status != IKM_OK)
            return status;
        if (ikm_score_grade(score) != ikm_score_grade(whole))
            ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_WEIGHT,
                             IKMI_SAY(shown_weight(weight, survey, weights[i]),
                                      shown(text, survey, ikm_score_index(score)), ikm_score_grade_text(score),
                                      ikm_score_grade_text(whole)));
        ikm_score_free(score);
    }
    return IKM_OK;
}

static void add_group_name(ikmi_buffer *names, const ikm_survey *survey, size_t index)
{
    ikmi_buffer_add_string(names, names->size ? ", " : "");
    for (size_t k = 0; k < ikm_survey_key_count(survey); k++) {
        const char *value = ikm_survey_key(survey, index, k);
        ikmi_buffer_add_string(names, k ? " / " : "");
        ikmi_buffer_add_string(names, *value ? value : ikmi_word_text(survey->lang, IKMI_WORD_SURVEY_EMPTY_KEY));
    }
    ikmi_buffer_add_string(names, " (");
    ikmi_buffer_add_integer(names, ikm_score_respondents(&survey->scores[index]));
    ikmi_buffer_add_string(names, ")");
}

static void note_small_groups(ikm_survey *survey)
{
    char least[IKMI_INTEGER_SIZE], count[IKMI_INTEGER_SIZE];
    int64_t respondents = ikm_score_respondents(&survey->scores[0]), small = 0;
    ikmi_buffer names;
    ikmi_integer_text(least, IKMI_STABLE_RESPONDENTS);
    if (respondents < IKMI_STABLE_RESPONDENTS)
        ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_SMALL_WHOLE,
                         IKMI_SAY(ikmi_integer_text(count, respondents), least));
    ikmi_buffer_init(&names, survey->mem);
    for (size_t i = 1; i < survey->score_count; i++)
        if (ikm_score_grade(&survey->scores[i]) != IKM_GRADE_NONE &&
            ikm_score_respondents(&survey->scores[i]) < IKMI_STABLE_RESPONDENTS && small++ < GROUPS_TOLD)
            add_group_name(&names, survey, i);
    if (small > GROUPS_TOLD)
        ikmi_buffer_add_string(&names, ", ...");
    if (small && names.status == IKM_OK)
        ikmi_survey_note(survey, small == 1 ? IKMI_WORD_SURVEY_NOTE_SMALL_ONE : IKMI_WORD_SURVEY_NOTE_SMALL_MANY,
                         IKMI_SAY(least, names.data, ikmi_integer_text(count, small)));
    if (names.status != IKM_OK)
        survey->notes.status = names.status;
    ikmi_buffer_done(&names);
}

static ikm_status note_similar_names(ikm_survey *survey)
{
    ikmi_buffer pairs;
    if (ikm_tally_group_count(survey->tally) > IKMI_SIMILAR_GROUPS_MAX)
        return IKM_OK;
    ikmi_buffer_init(&pairs, survey->mem);
    ikm_status status = ikmi_similar_names(&pairs, survey->tally, survey->mem);
    if (status == IKM_OK && pairs.size)
        ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_SIMILAR, IKMI_SAY(pairs.data));
    ikmi_buffer_done(&pairs);
    return status;
}

static void note_noted(ikm_survey *survey, ikmi_word word, const ikmi_noted *noted)
{
    char count[IKMI_INTEGER_SIZE];
    if (noted->places.status != IKM_OK)
        survey->notes.status = noted->places.status;
    else if (noted->count)
        ikmi_survey_note(survey, word, IKMI_SAY(ikmi_integer_text(count, noted->count), noted->places.data));
}

/* Records that were taken for something else than a respondent, or might have been. */
static void note_outside(ikm_survey *survey)
{
    char header[IKMI_INTEGER_SIZE];
    note_noted(survey, IKMI_WORD_SURVEY_NOTE_FOOT, &survey->foot);
    note_noted(survey, IKMI_WORD_SURVEY_NOTE_CALLED, &survey->called);
    if (survey->header_rows)
        ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_HEADERS,
                         IKMI_SAY(ikmi_integer_text(header, survey->header_rows)));
}

/* More answered than there are said to be: one of the two cannot be right. */
static void note_population(ikm_survey *survey)
{
    char population[IKMI_DECIMAL_SIZE], respondents[IKMI_DECIMAL_SIZE];
    ikm_decimal have = {ikm_score_respondents(&survey->scores[0]), 0}, said = {survey->population, 0};
    if (survey->population && have.digits > said.digits)
        ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_POPULATION,
                         IKMI_SAY(shown(population, survey, said), shown(respondents, survey, have)));
}

/* Columns that were not found by their plain code. */
static void note_mapping(ikm_survey *survey)
{
    if (survey->by_questionnaire_number)
        ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_BY_NUMBER, NULL, 0);
    for (size_t i = 0; i < survey->mapping_count; i++) {
        const ikm_mapping *m = &survey->mappings[i];
        if (strcmp(m->by, "code") != 0 && strcmp(m->by, "number") != 0 && strcmp(m->by, "schema") != 0)
            ikmi_survey_note(survey,
                             strcmp(survey->files[m->file].shape, "wide") ? IKMI_WORD_SURVEY_NOTE_NAMED
                                                                          : IKMI_WORD_SURVEY_NOTE_MAPPED,
                             IKMI_SAY(m->header, m->element, m->by));
    }
}

ikm_status ikmi_survey_add_notes(ikm_survey *survey)
{
    ikm_status status = IKM_OK;
    if (ikm_score_grade(&survey->scores[0]) == IKM_GRADE_NONE) {
        note_missing_index(survey);
    } else {
        note_rounding(survey);
        status = note_weights(survey);
    }
    if (!survey->scoring.plan.sums_to_one)
        ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_WEIGHT_SUM, NULL, 0);
    note_small_groups(survey);
    if (status == IKM_OK)
        status = note_similar_names(survey);
    note_outside(survey);
    note_population(survey);
    note_mapping(survey);
    return status == IKM_OK ? survey->notes.status : status;
}
