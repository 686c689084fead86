/* What a report says of itself. */
#include "inside.h"

const ikm_profile *ikm_report_profile(const ikm_report *report)
{
    return &report->settings.profile;
}

int32_t ikm_report_year(const ikm_report *report)
{
    return report->year;
}

ikm_lang ikm_report_lang(const ikm_report *report)
{
    return report->options.lang;
}

const ikm_survey *ikm_report_survey(const ikm_report *report)
{
    return report->survey;
}

const ikm_survey *ikm_report_survey_groups(const ikm_report *report)
{
    return report->survey_groups;
}

const ikm_achievement *ikm_report_achievement(const ikm_report *report)
{
    return report->achievement;
}

const ikm_budget *ikm_report_budget(const ikm_report *report)
{
    return report->budget;
}

const ikm_efficiency *ikm_report_efficiency(const ikm_report *report)
{
    return report->efficiency;
}

size_t ikm_report_components_count(const ikm_report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < report->settings.component_count; i++)
        count += report->components[i].scored != NULL;
    return count;
}

const ikm_components *ikm_report_components(const ikm_report *report, size_t index)
{
    for (size_t i = 0; i < report->settings.component_count; i++)
        if (report->components[i].scored && !index--)
            return report->components[i].scored;
    return NULL;
}

size_t ikm_report_agreement_count(const ikm_report *report)
{
    return report->agreement.count;
}

const ikm_agreement_line *ikm_report_agreement(const ikm_report *report, size_t index)
{
    return index < report->agreement.count ? &report->agreement.lines[index] : NULL;
}

int ikm_report_from_survey(const ikm_report *report, size_t indicator)
{
    const ikm_achieved *achieved = report->achievement ? ikm_achievement_at(report->achievement, indicator) : NULL;
    return achieved && report->fed && report->fed[achieved->row];
}

const char *ikm_report_path(const ikm_report *report, size_t index)
{
    const ikmi_kept_path *kept = report->keep.paths;
    for (size_t i = 0; kept && i < index; i++)
        kept = kept->before;
    return kept ? kept->path : NULL;
}

size_t ikm_report_note_count(const ikm_report *report)
{
    return report->note_count;
}

const char *ikm_report_note(const ikm_report *report, size_t index)
{
    return index < report->note_count ? report->notes[index] : NULL;
}

const char *ikm_report_survey_file(const ikm_report *report, size_t index)
{
    return index < report->settings.file_count ? report->settings.files[index] : NULL;
}
