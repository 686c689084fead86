/* What an audit found, with the counts before it. */
#include "ikm/forms.h"

#include "base/decimal.h"
#include "form.h"

static const struct {
    ikm_finding_kind kind;
    ikmi_word word, meaning;
} kinds[] = {
    {IKM_FINDING_UNSUPPORTED, IKMI_WORD_FORMS_FINDING_UNSUPPORTED, IKMI_WORD_FORMS_FINDING_UNSUPPORTED_MEANS},
    {IKM_FINDING_IMPOSSIBLE, IKMI_WORD_FORMS_FINDING_IMPOSSIBLE, IKMI_WORD_FORMS_FINDING_IMPOSSIBLE_MEANS},
    {IKM_FINDING_INCONSISTENT, IKMI_WORD_FORMS_FINDING_INCONSISTENT, IKMI_WORD_FORMS_FINDING_INCONSISTENT_MEANS},
    {IKM_FINDING_ROUNDING, IKMI_WORD_FORMS_FINDING_ROUNDING, IKMI_WORD_FORMS_FINDING_ROUNDING_MEANS},
    {IKM_FINDING_WRONG, IKMI_WORD_FORMS_FINDING_WRONG, IKMI_WORD_FORMS_FINDING_WRONG_MEANS},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static size_t count_of(const ikm_audit *audit, ikm_finding_kind kind)
{
    const ikm_finding *finding;
    size_t count = 0;
    for (size_t i = 0; (finding = ikm_audit_finding(audit, i)); i++)
        count += finding->kind == kind;
    return count;
}

static ikm_cell kind_cell(const ikmi_form *form, ikm_finding_kind kind)
{
    for (size_t i = 0; i < KINDS; i++)
        if (kinds[i].kind == kind)
            return ikmi_cell_text(ikmi_form_word(form, kinds[i].word));
    return ikmi_cell_text(ikm_finding_kind_name(kind));
}

static void kind_table(ikmi_form *form, const ikm_audit *audit)
{
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_KIND),
                                  ikmi_number_column(form, IKMI_WORD_FORMS_COUNT, 0, NULL),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_MEANING)};
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_AUDIT_KINDS), columns, 3);
    for (size_t i = 0; i < KINDS; i++) {
        size_t count = count_of(audit, kinds[i].kind);
        const ikm_cell cells[] = {ikmi_cell_text(ikmi_form_word(form, kinds[i].word)),
                                  ikmi_cell_integer((int64_t)count),
                                  ikmi_cell_text(ikmi_form_word(form, kinds[i].meaning))};
        if (count)
            ikmi_form_row(form, cells, 3);
    }
}

static void finding_table(ikmi_form *form, const ikm_audit *audit)
{
    const ikm_column columns[] = {ikmi_number_column(form, IKMI_WORD_FORMS_NUMBER, 0, NULL),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_TABLE),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_ITEM),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_QUANTITY),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_PRINTED),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_COMPUTED),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_KIND),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_REMARK)};
    const ikm_finding *finding;
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_AUDIT_TABLE), columns, 8);
    for (size_t i = 0; form->status == IKM_OK && (finding = ikm_audit_finding(audit, i)); i++) {
        char quantity[IKMI_TITLE_SIZE];
        const ikm_cell cells[] = {
            ikmi_cell_integer((int64_t)i + 1), ikmi_cell_text(finding->table),
            ikmi_cell_text(finding->item),     ikmi_cell_text(ikmi_header_words(quantity, finding->quantity)),
            ikmi_cell_text(finding->printed),  ikmi_cell_text(finding->computed),
            kind_cell(form, finding->kind),    ikmi_cell_text(finding->message)};
        ikmi_form_row(form, cells, 8);
    }
}

static void unchecked_table(ikmi_form *form, const ikm_audit *audit)
{
    const ikm_column columns[] = {ikmi_number_column(form, IKMI_WORD_FORMS_NUMBER, 0, NULL),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_TABLE),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_ITEM),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_QUANTITY),
                                  ikmi_text_column(form, IKMI_WORD_FORMS_FINDING_PRINTED),
                                  ikmi_number_column(form, IKMI_WORD_FORMS_FINDING_LINE, 0, NULL)};
    ikm_unchecked_figure figure;
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_AUDIT_UNCHECKED_TABLE), columns, 6);
    for (size_t i = 0; form->status == IKM_OK && ikm_audit_unchecked_figure(&figure, audit, i); i++) {
        char quantity[IKMI_TITLE_SIZE];
        const ikm_cell cells[] = {
            ikmi_cell_integer((int64_t)i + 1), ikmi_cell_text(figure.table),
            ikmi_cell_text(figure.item),       ikmi_cell_text(ikmi_header_words(quantity, figure.quantity)),
            ikmi_cell_text(figure.printed),    ikmi_cell_integer(figure.line)};
        ikmi_form_row(form, cells, 6);
    }
}

ikm_status ikm_form_audit(ikm_document *document, const ikm_audit *audit)
{
    char texts[3][IKMI_INTEGER_SIZE];
    if (!document || !audit)
        return IKM_ERR_ARGUMENT;
    ikmi_form form = {document, NULL, ikm_document_lang(document), IKM_OK};
    size_t findings = ikm_audit_finding_count(audit);
    ikmi_form_sheet(&form, IKMI_WORD_FORMS_AUDIT);
    ikmi_form_heading(&form, 1, IKMI_WORD_FORMS_AUDIT_TITLE);
    ikmi_form_text(&form, IKMI_WORD_FORMS_AUDIT_COUNTS,
                   IKMI_SAY(ikmi_integer_text(texts[0], (int64_t)ikm_audit_checked(audit)),
                            ikmi_integer_text(texts[1], (int64_t)ikm_audit_agree(audit)),
                            ikmi_integer_text(texts[2], (int64_t)findings)));
    if (ikm_audit_unchecked(audit))
        ikmi_form_text(&form, IKMI_WORD_FORMS_AUDIT_UNCHECKED,
                       IKMI_SAY(ikmi_integer_text(texts[0], (int64_t)ikm_audit_unchecked(audit))));
    if (findings)
        kind_table(&form, audit);
    finding_table(&form, audit); /* without rows it still says in CSV what was looked for */
    if (ikm_audit_unchecked(audit))
        unchecked_table(&form, audit);
    return form.status;
}
