#include "form.h"

#include "base/decimal.h"
#include "base/integer.h"
#include "base/mem.h"
#include "base/ratio.h"

#include <string.h>

void ikmi_form_sheet(ikmi_form *form, ikmi_word word)
{
    if (form->status == IKM_OK)
        form->status = ikm_document_sheet(form->document, ikmi_form_word(form, word));
}

void ikmi_form_heading(ikmi_form *form, int level, ikmi_word word)
{
    if (form->status == IKM_OK)
        form->status = ikm_document_heading(form->document, level, ikmi_form_word(form, word));
}

void ikmi_form_text(ikmi_form *form, ikmi_word word, const char *const *args, size_t count)
{
    char text[IKMI_SENTENCE_SIZE];
    ikmi_say(text, sizeof text, form->lang, word, args, count);
    if (form->status == IKM_OK)
        form->status = ikm_document_text(form->document, text);
}

void ikmi_form_note(ikmi_form *form, ikmi_word word, const char *const *args, size_t count)
{
    char text[IKMI_SENTENCE_SIZE];
    ikmi_say(text, sizeof text, form->lang, word, args, count);
    if (form->status == IKM_OK)
        form->status = ikm_document_note(form->document, text);
}

void ikmi_form_table(ikmi_form *form, const ikm_table *table)
{
    if (form->status == IKM_OK)
        form->status = ikm_document_table(form->document, table);
}

void ikmi_form_row(ikmi_form *form, const ikm_cell *cells, size_t count)
{
    if (form->status == IKM_OK)
        form->status = ikm_document_row(form->document, cells, count);
}

void ikmi_form_chart(ikmi_form *form, const ikm_chart *chart)
{
    if (form->status == IKM_OK)
        form->status = ikm_document_chart(form->document, chart);
}

const char *ikmi_form_word(const ikmi_form *form, ikmi_word word)
{
    return ikmi_word_text(form->lang, word);
}

void ikmi_form_begin(ikmi_form *form, const char *title, const ikm_column *columns, size_t count)
{
    ikm_table table = {.title = title, .columns = columns, .column_count = count};
    ikmi_form_table(form, &table);
}

ikm_column ikmi_text_column(const ikmi_form *form, ikmi_word title)
{
    return (ikm_column){ikmi_form_word(form, title), IKM_CELL_TEXT, 0, NULL};
}

ikm_column ikmi_number_column(const ikmi_form *form, ikmi_word title, int32_t places, const char *unit)
{
    return (ikm_column){ikmi_form_word(form, title), IKM_CELL_NUMBER, places, unit};
}

ikm_cell ikmi_cell_text(const char *text)
{
    return (ikm_cell){.kind = IKM_CELL_TEXT, .text = ikmi_text(text)};
}

ikm_cell ikmi_cell_integer(int64_t value)
{
    return (ikm_cell){.kind = IKM_CELL_NUMBER, .number = {value, 0}};
}

ikm_cell ikmi_cell_decimal(ikm_decimal value)
{
    return (ikm_cell){.kind = IKM_CELL_NUMBER, .number = value};
}

ikm_cell ikmi_cell_strong(ikm_cell cell)
{
    cell.strong = 1;
    return cell;
}

ikm_cell ikmi_cell_percent(int64_t part, int64_t all)
{
    if (all == 0)
        return (ikm_cell){.kind = IKM_CELL_EMPTY};
    ikm_decimal percent = {(int64_t)ikmi_round_divide((ikmi_int128)part * 1000, all, IKM_ROUND_HALF_UP), 1};
    return ikmi_cell_decimal(percent);
}

ikm_cell ikmi_cell_key(ikm_lang lang, const char *value)
{
    return ikmi_cell_text(*value ? value : ikmi_word_text(lang, IKMI_WORD_FORMS_EMPTY_VALUE));
}

char *ikmi_header_words(char *out, const char *header)
{
    const char *args[] = {header};
    ikmi_fill(out, IKMI_TITLE_SIZE, "{1}", args, 1);
    for (char *at = out; *at; at++)
        if (*at == '_')
            *at = ' ';
    return out;
}

char *ikmi_header_title(char *out, const char *header)
{
    ikmi_header_words(out, header);
    if (*out >= 'a' && *out <= 'z')
        *out = (char)(*out - 'a' + 'A');
    return out;
}

void ikmi_list_add(char *out, size_t size, const char *separator, const char *text)
{
    size_t used = strlen(out);
    const char *args[] = {used ? separator : "", text};
    ikmi_fill(out + used, size - used, "{1}{2}", args, 2);
}

void ikmi_index_axis(ikm_chart *chart, const ikm_rules *rules)
{
    chart->axis_min = (ikm_decimal){100 / ikm_rules_scale(rules), 0};
    chart->axis_max = (ikm_decimal){100, 0};
}

void ikmi_chart_target(ikm_chart *chart, const ikmi_form *form, ikm_decimal *target, char *title)
{
    char text[IKMI_DECIMAL_SIZE];
    if (!ikm_survey_target(form->survey, target))
        return;
    ikmi_decimal_for_people(text, *target, form->lang);
    ikmi_say(title, IKMI_TITLE_SIZE, form->lang, IKMI_WORD_FORMS_TARGET, IKMI_SAY(text));
    chart->reference = target;
    chart->reference_title = title;
}

bool ikmi_is_below(ikm_decimal value, ikm_decimal bound)
{
    ikm_ratio left, right;
    return ikmi_ratio_of_decimal(&left, value) && ikmi_ratio_of_decimal(&right, bound) &&
           ikmi_ratio_compare(left, right) < 0;
}
