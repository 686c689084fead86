/* Components of an instrument (SAKIP, maturity, one of one's own), each with its share, and what the total is called.
 */
#include "achieving.h"

#include "base/decimal.h"

/* Levels are numbered as their regulation does; points have a weight and a share of it. */
static void component_rows(ikmi_form *form, const ikm_components *components, bool levels)
{
    const ikm_component_line *line;
    for (size_t i = 0; form->status == IKM_OK && (line = ikm_components_at(components, i)); i++) {
        const ikm_cell value = ikmi_cell_amount(form->lang, line->value), name = ikmi_cell_text(line->name);
        if (levels)
            ikmi_form_row(form, (const ikm_cell[]){name, ikmi_cell_integer((int64_t)i + 1), value}, 3);
        else
            ikmi_form_row(
                form, (const ikm_cell[]){name, ikmi_cell_decimal(line->weight), value, ikmi_cell_known(line->percent)},
                4);
    }
}

static void total_row(ikmi_form *form, const ikm_components *components, bool levels)
{
    const ikm_cell value = ikmi_cell_strong(ikmi_cell_amount(form->lang, ikm_components_total(components)));
    const ikm_cell name = ikmi_cell_strong(ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_TOTAL)));
    const ikm_cell weight = levels ? (ikm_cell){.kind = IKM_CELL_EMPTY}
                                   : ikmi_cell_strong(ikmi_cell_decimal(ikm_components_maximum(components)));
    ikmi_form_row(form, (const ikm_cell[]){name, weight, value, {.kind = IKM_CELL_EMPTY}}, levels ? 3 : 4);
}

static void total_text(ikmi_form *form, const ikm_components *components)
{
    char total[IKMI_TITLE_SIZE], maximum[IKMI_DECIMAL_SIZE];
    const char *predicate = ikm_components_predicate(components), *meaning = ikm_components_meaning(components);
    if (!predicate) {
        ikmi_form_text(form, IKMI_WORD_FORMS_COMPONENTS_OPEN, NULL, 0);
        return;
    }
    ikmi_say_amount(total, form->lang, ikm_components_total(components));
    ikmi_decimal_for_people(maximum, ikm_components_maximum(components), form->lang);
    ikmi_form_text(
        form, meaning && *meaning ? IKMI_WORD_FORMS_COMPONENTS_PREDICATE_MEANING : IKMI_WORD_FORMS_COMPONENTS_PREDICATE,
        IKMI_SAY(total, maximum, predicate, meaning ? meaning : ""));
}

/* How many components stand on each level. */
static void level_table(ikmi_form *form, const ikm_components *components, int levels)
{
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_LEVEL),
                                  ikmi_number_column(form, IKMI_WORD_FORMS_LEVEL_COUNT, 0, NULL)};
    char level[IKMI_INTEGER_SIZE];
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_LEVELS), columns, 2);
    for (int i = levels; i >= 1; i--)
        ikmi_form_row(form,
                      (const ikm_cell[]){ikmi_cell_text(ikmi_integer_text(level, i)),
                                         ikmi_cell_integer((int64_t)ikm_components_at_level(components, i))},
                      2);
}

static void instrument(ikmi_achieving *a, const ikm_components *components)
{
    ikmi_form *form = &a->form;
    const ikm_instrument *instrument = ikm_components_instrument(components);
    const char *label = ikmi_instrument_label(form->lang, instrument);
    int levels = ikm_instrument_levels(instrument);
    const ikm_column columns[] = {
        ikmi_text_column(form, IKMI_WORD_FORMS_COMPONENT),
        ikmi_number_column(form, levels ? IKMI_WORD_FORMS_NUMBER : IKMI_WORD_FORMS_COMPONENT_WEIGHT, levels ? 0 : 2,
                           NULL),
        ikmi_number_column(form, levels ? IKMI_WORD_FORMS_LEVEL : IKMI_WORD_FORMS_COMPONENT_VALUE, levels ? 0 : 2,
                           NULL),
        ikmi_number_column(form, IKMI_WORD_FORMS_COMPONENT_PERCENT, 2, "%"),
    };
    if (form->status == IKM_OK)
        form->status = ikm_document_sheet(form->document, label);
    if (form->status == IKM_OK)
        form->status = ikm_document_heading(form->document, 1, label);
    if (form->status == IKM_OK && label != ikm_instrument_title(instrument))
        form->status = ikm_document_text(form->document, ikm_instrument_title(instrument));
    total_text(form, components);
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_COMPONENTS_TABLE), columns, levels ? 3 : 4);
    component_rows(form, components, levels > 0);
    total_row(form, components, levels > 0);
    ikmi_achieving_chart(a, &(ikmi_bars){levels ? IKMI_WORD_FORMS_LEVELS_CHART : IKMI_WORD_FORMS_COMPONENTS_CHART, 0,
                                         levels ? 2 : 3, ikm_components_count(components), levels ? levels : 100});
    if (levels)
        level_table(form, components, levels);
}

void ikmi_achieving_components(ikmi_achieving *a)
{
    const ikm_components *components;
    for (size_t i = 0; (components = ikm_report_components(a->report, i)); i++)
        instrument(a, components);
}
