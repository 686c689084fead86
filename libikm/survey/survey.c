/* A frozen survey, asked. */
#include "survey.h"

#include "base/date.h"
#include "base/mem.h"

#include <string.h>

void ikm_survey_free(ikm_survey *survey)
{
    if (!survey)
        return;
    const ikm_mem *mem = survey->mem;
    for (size_t i = 0; survey->files && i < survey->file_count; i++)
        ikmi_release(mem, (char *)(uintptr_t)survey->files[i].name);
    for (size_t i = 0; survey->mappings && i < survey->mapping_count; i++)
        ikmi_release(mem, (char *)(uintptr_t)survey->mappings[i].header);
    for (size_t i = 0; i < IKMI_CHARACTERISTICS_MAX; i++)
        ikm_tally_free(survey->characteristics[i]);
    ikm_tally_free(survey->tally);
    ikm_tally_free(survey->trend);
    ikmi_spool_free(survey->spool);
    ikmi_buffer_done(&survey->notes);
    ikmi_buffer_done(&survey->foot.places);
    ikmi_buffer_done(&survey->called.places);
    ikmi_release(mem, survey->files);
    ikmi_release(mem, survey->mappings);
    ikmi_release(mem, survey->scores);
    ikmi_release(mem, survey);
}

size_t ikm_survey_score_count(const ikm_survey *survey)
{
    return survey->score_count;
}

const ikm_score *ikm_survey_score(const ikm_survey *survey, size_t index)
{
    return index < survey->score_count ? &survey->scores[index] : NULL;
}

size_t ikm_survey_key_count(const ikm_survey *survey)
{
    return ikm_tally_key_count(survey->tally);
}

const char *ikm_survey_key_name(const ikm_survey *survey, size_t key)
{
    return ikm_tally_key_name(survey->tally, key);
}

const char *ikm_survey_key(const ikm_survey *survey, size_t index, size_t key)
{
    return index && index < survey->score_count ? ikm_tally_key(survey->tally, survey->scores[index].group, key) : NULL;
}

int ikm_survey_mean_of_groups(const ikm_survey *survey, ikm_decimal *out)
{
    if (survey->has_mean)
        *out = survey->mean_of_groups;
    return survey->has_mean;
}

int ikm_survey_target(const ikm_survey *survey, ikm_decimal *out)
{
    if (survey->has_target)
        *out = survey->target;
    return survey->has_target;
}

int64_t ikm_survey_population(const ikm_survey *survey)
{
    return survey->population;
}

ikm_row_counts ikm_survey_rows(const ikm_survey *survey)
{
    return survey->rows;
}

const ikm_rules *ikm_survey_rules(const ikm_survey *survey)
{
    return survey->rules;
}

const ikm_convention *ikm_survey_convention(const ikm_survey *survey)
{
    return &survey->scoring.plan.convention;
}

ikm_lang ikm_survey_lang(const ikm_survey *survey)
{
    return survey->lang;
}

size_t ikm_survey_file_count(const ikm_survey *survey)
{
    return survey->file_count;
}

const ikm_file_info *ikm_survey_file(const ikm_survey *survey, size_t index)
{
    return index < survey->file_count ? &survey->files[index] : NULL;
}

size_t ikm_survey_mapping_count(const ikm_survey *survey)
{
    return survey->mapping_count;
}

const ikm_mapping *ikm_survey_mapping(const ikm_survey *survey, size_t index)
{
    return index < survey->mapping_count ? &survey->mappings[index] : NULL;
}

size_t ikm_survey_note_count(const ikm_survey *survey)
{
    return survey->note_count;
}

const char *ikm_survey_note(const ikm_survey *survey, size_t index)
{
    const char *note = survey->notes.data;
    if (index >= survey->note_count)
        return NULL;
    while (index-- > 0)
        note += strlen(note) + 1;
    return note;
}

const ikm_tally *ikm_survey_tally(const ikm_survey *survey)
{
    return survey->tally;
}

size_t ikm_survey_characteristic_count(const ikm_survey *survey)
{
    return survey->characteristic_count;
}

const ikm_tally *ikm_survey_characteristic(const ikm_survey *survey, size_t index)
{
    return index < survey->characteristic_count ? survey->characteristics[index] : NULL;
}

const ikm_tally *ikm_survey_trend(const ikm_survey *survey)
{
    return survey->trend;
}

int ikm_survey_days(const ikm_survey *survey, char *first_out, char *last_out)
{
    char first[IKMI_PERIOD_SIZE], last[IKMI_PERIOD_SIZE];
    if (survey->days.first > survey->days.last)
        return 0;
    ikmi_period_key(first, ikmi_date_of_days(survey->days.first), IKMI_PERIOD_DAY);
    ikmi_period_key(last, ikmi_date_of_days(survey->days.last), IKMI_PERIOD_DAY);
    memcpy(first_out, first, IKM_DAY_SIZE);
    memcpy(last_out, last, IKM_DAY_SIZE);
    return 1;
}

int64_t ikm_survey_respondent_count(const ikm_survey *survey)
{
    return survey->spool ? ikmi_spool_count(survey->spool) : -1;
}

const unsigned char *ikm_survey_respondent(const ikm_survey *survey, int64_t index, size_t *score_out)
{
    return survey->spool ? ikmi_spool_at(survey->spool, index, score_out) : NULL;
}
