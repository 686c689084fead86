/* The sentences that a performance report needs. */
#include "ikm/forms.h"

#include "analysing.h"

#include "base/decimal.h"

#include <string.h>

void ikmi_paragraph_add(char *paragraph, ikm_lang lang, ikmi_word word, const char *const *args, size_t count)
{
    char sentence[IKMI_SENTENCE_SIZE];
    ikmi_say(sentence, sizeof sentence, lang, word, args, count);
    ikmi_list_add(paragraph, IKMI_SENTENCE_SIZE, " ", sentence);
}

void ikmi_paragraph_put(ikmi_form *form, const char *paragraph)
{
    if (form->status == IKM_OK && *paragraph)
        form->status = ikm_document_note(form->document, paragraph);
}

void ikmi_named_add(char *list, size_t size, size_t *named, const char *name, const char *value)
{
    char entry[IKMI_TITLE_SIZE * 2];
    if ((*named)++ >= IKMI_NAMED_MOST)
        return;
    ikmi_fill(entry, sizeof entry, "{1} ({2})", IKMI_SAY(name, value));
    ikmi_list_add(list, size, "; ", entry);
}

const char *ikmi_named_done(char *list, size_t size, size_t named, ikm_lang lang)
{
    char more[IKMI_TITLE_SIZE], count[IKMI_INTEGER_SIZE];
    if (named > IKMI_NAMED_MOST) {
        ikmi_say(more, sizeof more, lang, IKMI_WORD_FORMS_AND_MORE,
                 IKMI_SAY(ikmi_integer_text(count, (int64_t)(named - IKMI_NAMED_MOST))));
        ikmi_list_add(list, size, "; ", more);
    }
    return list;
}

static void title(ikmi_achieving *a)
{
    char text[IKMI_TITLE_SIZE * 2], year[IKMI_INTEGER_SIZE];
    ikmi_fill(
        text, sizeof text, *a->unit ? "{1} {2} {3}" : "{1} {3}",
        IKMI_SAY(ikmi_form_word(&a->form, IKMI_WORD_FORMS_ANALYSIS_TITLE), a->unit, ikmi_achieving_year(year, a)));
    for (size_t end = strlen(text); end && text[end - 1] == ' ';)
        text[--end] = '\0';
    ikmi_form_sheet(&a->form, IKMI_WORD_FORMS_ANALYSIS);
    if (a->form.status == IKM_OK)
        a->form.status = ikm_document_heading(a->form.document, 1, text);
}

ikm_status ikm_form_analysis(ikm_document *document, const ikm_report *report)
{
    if (!document || !report)
        return IKM_ERR_ARGUMENT;
    ikmi_achieving a = ikmi_achieving_of(document, report);
    title(&a);
    ikmi_analyse_indicators(&a);
    ikmi_analyse_survey(&a);
    ikmi_analyse_components(&a);
    ikmi_analyse_budget(&a);
    ikmi_analyse_efficiency(&a);
    return a.form.status;
}
