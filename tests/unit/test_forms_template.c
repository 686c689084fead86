#include "ikm/forms.h"

#include "outline.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static const char *const services[] = {"KTP-el", "Akta, Kelahiran"};

static ikm_status fill(ikm_document *document, int survey)
{
    return survey ? ikm_form_survey_template(document, ikm_rules_named("permenpan-14-2017"), services, 2)
                  : ikm_form_report_template(document);
}

static ikm_document *template_in(ikm_lang lang, int survey)
{
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, lang, "template", NULL), IKM_OK));
    cr_assert(eq(int, fill(document, survey), IKM_OK));
    return document;
}

static const ikm_table *last_table(const ikm_document *document)
{
    const ikm_table *table = NULL;
    for (size_t i = 0; i < ikm_document_item_count(document); i++)
        if (ikm_document_item(document, i)->kind == IKM_ITEM_TABLE)
            table = ikm_document_item(document, i)->table;
    return table;
}

Test(forms_template, the_answers_have_a_header_an_example_and_rows_to_fill_in)
{
    ikm_document *document = template_in(IKM_LANG_ID, 1);
    char *lines = outline_of(document);
    outline_expect(
        lines, "SHEET Data", NULL,
        "SHEET Data\n"
        "TABLE : No, Tanggal, Jenis Layanan, Jenis Kelamin, Usia#0, Pendidikan, Pekerjaan, U1 Persyaratan#0, "
        "U2 Sistem, Mekanisme, dan Prosedur#0, U3 Waktu Penyelesaian#0, U4 Biaya/Tarif#0, "
        "U5 Produk Spesifikasi Jenis Pelayanan#0, U6 Kompetensi Pelaksana#0, U7 Perilaku Pelaksana#0, "
        "U8 Penanganan Pengaduan, Saran dan Masukan#0, U9 Sarana dan Prasarana#0, Saran\n"
        "ROW Contoh | 2024-01-31 | KTP-el | P | 35 | SMA | Wiraswasta | 4 | 3 | 4 | 3 | 4 | 3 | 4 | 3 | 4 | "
        "Ruang tunggu ditambah kursi\n");
    const ikm_table *table = last_table(document);
    cr_expect(eq(sz, table->blank_rows, 500));
    cr_expect(eq(sz, table->choices[2].count, 2));
    cr_expect(eq(str, (char *)table->choices[2].list[1], "Akta, Kelahiran"));
    for (size_t element = 0; element < 9; element++) {
        cr_assert(eq(sz, table->choices[7 + element].count, 4));
        cr_expect(eq(str, (char *)table->choices[7 + element].list[3], "4"));
    }
    cr_expect(eq(sz, table->choices[16].count, 0), "suggestions are free");
    free(lines);
    ikm_document_free(document);
}

Test(forms_template, a_report_has_the_sheets_that_its_reader_knows)
{
    static const char *const names[] = {"report", "indicators", "agreement", "budget",
                                        "links",  "sakip",      "maturity",  "published"};
    for (int lang = IKM_LANG_ID; lang <= IKM_LANG_EN; lang++) {
        ikm_document *document = template_in((ikm_lang)lang, 0);
        char *lines = outline_of(document);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            char line[64];
            snprintf(line, sizeof line, "SHEET %s\n", names[i]);
            cr_expect(strstr(lines, line) != NULL, "%s", line);
        }
        cr_expect(strstr(lines, "ROW Perencanaan Kinerja | 30 | \n") != NULL);
        free(lines);
        ikm_document_free(document);
    }
}

Test(forms_template, both_languages_have_the_same_items_rows_and_choices)
{
    for (int survey = 0; survey <= 1; survey++) {
        ikm_document *documents[2] = {template_in(IKM_LANG_ID, survey), template_in(IKM_LANG_EN, survey)};
        size_t count = ikm_document_item_count(documents[0]);
        cr_assert(eq(sz, count, ikm_document_item_count(documents[1])));
        for (size_t i = 0; i < count; i++) {
            const ikm_item *one = ikm_document_item(documents[0], i), *other = ikm_document_item(documents[1], i);
            cr_assert(eq(int, one->kind, other->kind));
            if (one->kind != IKM_ITEM_TABLE)
                continue;
            cr_assert(eq(sz, one->table->column_count, other->table->column_count));
            cr_expect(eq(sz, one->table->row_count, other->table->row_count));
            cr_expect(eq(sz, one->table->blank_rows, other->table->blank_rows));
            for (size_t c = 0; c < one->table->column_count; c++) {
                cr_expect(eq(int, one->table->columns[c].kind, other->table->columns[c].kind));
                if (one->table->choices)
                    cr_expect(eq(sz, one->table->choices[c].count, other->table->choices[c].count));
            }
        }
        ikm_document_free(documents[0]);
        ikm_document_free(documents[1]);
    }
}

Test(forms_template, every_refused_request_for_memory_is_a_status)
{
    for (int survey = 0; survey <= 1; survey++) {
        ikm_status status = IKM_ERR_NOMEM;
        for (long n = 0; status != IKM_OK; n++) {
            refusing memory;
            ikm_document *document;
            refusing_init(&memory, n);
            status = ikm_document_new(&document, IKM_LANG_ID, "template", &memory.mem);
            if (status == IKM_OK)
                status = fill(document, survey);
            cr_expect(status == IKM_OK || status == IKM_ERR_NOMEM);
            ikm_document_free(document);
            cr_expect(eq(long, memory.live, 0));
        }
    }
}

Test(forms_template, a_missing_argument_is_a_status)
{
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "template", NULL), IKM_OK));
    cr_expect(eq(int, ikm_form_survey_template(document, NULL, NULL, 0), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_form_survey_template(NULL, ikm_rules_named("permenpan-14-2017"), NULL, 0), IKM_ERR_ARGUMENT));
    cr_expect(
        eq(int, ikm_form_survey_template(document, ikm_rules_named("permenpan-14-2017"), NULL, 1), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_form_report_template(NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(sz, ikm_document_item_count(document), 0));
    ikm_document_free(document);
}
