#include "form_choice.h"

#include "message.h"
#include "nearest.h"

#include "ikm/forms.h"

#include <stdio.h>
#include <string.h>

enum { NAMES_SIZE = 128 };

static ikm_status recap(ikm_document *document, const ikm_survey *survey, const ikm_profile *profile)
{
    (void)profile;
    return ikm_form_recap(document, survey);
}

static const struct {
    const char *name;
    bool characteristics, trend, respondents;
    ikm_status (*fill)(ikm_document *document, const ikm_survey *survey, const ikm_profile *profile);
} forms[] = {
    {"recap", true, true, false, recap},
    {"worksheet", false, false, true, ikm_form_worksheet},
    {"publication", true, true, false, ikm_form_publication},
    {"report", true, true, false, ikm_form_survey_report},
};

enum { FORMS = sizeof forms / sizeof *forms, RECAP = 0 };

static void choose(form_choice *out, size_t form)
{
    out->chosen |= 1u << form;
    out->characteristics |= forms[form].characteristics;
    out->trend |= forms[form].trend;
    out->respondents |= forms[form].respondents;
}

static int unknown(const cli_context *cli, const char *name)
{
    char known[NAMES_SIZE] = "";
    cli_nearest best = nearest_to(name);
    for (size_t i = 0, used = 0; i < FORMS && used < sizeof known; i++) {
        nearest_try(&best, forms[i].name);
        used += (size_t)snprintf(known + used, sizeof known - used, "%s, ", forms[i].name);
    }
    nearest_try(&best, "all");
    if (best.name)
        return usage_error(cli, "CLI_UNKNOWN_FORM_NEAR", WITH(name, best.name));
    return usage_error(cli, "CLI_UNKNOWN_FORM", WITH(name, known));
}

static int choose_named(form_choice *out, const cli_context *cli, const char *text, size_t size)
{
    char name[NAMES_SIZE];
    bool found = false;
    snprintf(name, sizeof name, "%.*s", size < sizeof name ? (int)size : NAMES_SIZE - 1, text);
    for (size_t i = 0; i < FORMS; i++)
        if (!strcmp(forms[i].name, name) || !strcmp("all", name)) {
            choose(out, i);
            found = true;
        }
    return found ? EXIT_DONE : unknown(cli, name);
}

int form_choice_take(form_choice *out, const cli_context *cli, const char *text)
{
    *out = (form_choice){.told = text != NULL};
    if (!text)
        choose(out, RECAP);
    while (text) {
        size_t size = strcspn(text, ",");
        int status = choose_named(out, cli, text, size);
        if (status != EXIT_DONE)
            return status;
        text = text[size] ? text + size + 1 : NULL;
    }
    return EXIT_DONE;
}

ikm_status form_choice_fill(ikm_document *document, const form_choice *choice, const ikm_survey *survey,
                            const ikm_profile *profile)
{
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < FORMS && status == IKM_OK; i++)
        if (choice->chosen & 1u << i)
            status = forms[i].fill(document, survey, profile);
    return status;
}
