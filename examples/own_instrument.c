/*
 * A questionnaire of your own, described in instrument.json: four elements, scores 1
 * to 5, three grades, weights that differ. The dump comes from memory.
 *
 *     own_instrument instrument.json
 */
#include <ikm.h>
#include <stdio.h>

static const char dump[] = "koleksi;ruang baca;petugas;jam buka\n"
                           "4;5;Sangat ramah;3\n"
                           "3;4;Ramah;2\n"
                           "5;5;5;3\n"
                           "4;4;Sangat ramah;\n";

/* The whole file, as it is; 0 if it cannot be read or is larger than an instrument can be. */
static size_t read_file(const char *path, char *out, size_t size)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return 0;
    size_t used = fread(out, 1, size, file);
    int whole = feof(file) && !ferror(file);
    fclose(file);
    return whole ? used : 0;
}

static void print(const ikm_survey *survey, const ikm_rules *rules)
{
    const ikm_score *whole = ikm_survey_score(survey, 0);
    for (size_t element = 0; element < ikm_rules_element_count(rules); element++) {
        ikm_element_score figures;
        char nrr[24];
        if (ikm_score_element(&figures, whole, element) == IKM_OK &&
            ikm_decimal_write(nrr, sizeof nrr, figures.nrr, '.') == IKM_OK)
            printf("%s %s  %s\n", ikm_rules_element_code(rules, element), nrr, ikm_rules_element_name(rules, element));
    }
    printf("%s: %s, %s (%s)\n", ikm_rules_title(rules), ikm_score_index_text(whole), ikm_score_grade_text(whole),
           ikm_score_performance_text(whole));
}

int main(int argc, char **argv)
{
    static char json[65536];
    const char *path = argc > 1 ? argv[1] : "instrument.json";
    size_t size = read_file(path, json, sizeof json);
    ikm_rules *rules = NULL;
    ikm_survey *survey = NULL;
    ikm_error error = {.message = "cannot be read"};
    ikm_status status = IKM_ERR_IO;
    if (size > 0)
        status = ikm_rules_read(&rules, (ikm_text){json, size}, IKM_LANG_EN, NULL, &error);
    if (status == IKM_OK) {
        const ikm_input input = {.name = "memory", .bytes = {dump, sizeof dump - 1}};
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        options.rules = rules;
        options.lang = IKM_LANG_EN;
        status = ikm_survey_read_inputs(&survey, &input, 1, &options, &error);
    }
    if (status == IKM_OK)
        print(survey, rules);
    else
        fprintf(stderr, "%s:%lld:%lld: %s\n", path, (long long)error.line, (long long)error.column, error.message);
    ikm_survey_free(survey);
    ikm_rules_free(rules);
    return status != IKM_OK;
}
