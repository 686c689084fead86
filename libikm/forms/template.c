#include "template.h"

#include <string.h>

ikm_choices ikmi_choices_of(ikmi_word_list *out, const char *words)
{
    size_t count = 0;
    while (*words && count < IKMI_CHOICES_MOST) {
        size_t size = strcspn(words, ","), kept = size < IKMI_CHOICE_SIZE ? size : IKMI_CHOICE_SIZE - 1;
        memcpy(out->text[count], words, kept);
        out->text[count][kept] = '\0';
        out->list[count] = out->text[count];
        count++;
        words += size + (words[size] == ',');
    }
    return (ikm_choices){out->list, count};
}

void ikmi_template_row(ikmi_form *form, const char *name, const char *help)
{
    const ikm_cell cells[] = {ikmi_cell_text(name), ikmi_cell_text(help)};
    ikmi_form_row(form, cells, 2);
}
