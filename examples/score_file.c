/*
 * One call on a file: index, grade and groups of a survey dump.
 *
 *     score_file survey.csv
 */
#include <ikm.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *files[] = {argc > 1 ? argv[1] : "survey.csv"};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_survey *survey;
    ikm_error error;
    if (ikm_survey_read(&survey, files, 1, &options, &error) != IKM_OK)
        return fprintf(stderr, "%s\n", error.message), 1;
    const ikm_score *whole = ikm_survey_score(survey, 0);
    printf("IKM %s, mutu %s\n", ikm_score_index_text(whole), ikm_score_grade_text(whole));
    for (size_t i = 1; i < ikm_survey_score_count(survey); i++) {
        const ikm_score *group = ikm_survey_score(survey, i);
        printf("%s: %s %s\n", ikm_survey_key(survey, i, 0), ikm_score_index_text(group), ikm_score_grade_text(group));
    }
    ikm_survey_free(survey);
    return 0;
}
