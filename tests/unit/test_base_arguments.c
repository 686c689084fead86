#include "ikm.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define REFUSES(call) cr_expect(eq(int, call, IKM_ERR_ARGUMENT), "%s", #call)

static const ikm_text no_text = {NULL, 0};
static const ikm_sink no_sink = {NULL, NULL};
static const ikm_decimal zero = {0, 0};

Test(arguments, a_call_with_a_status_answers_null_by_it)
{
    REFUSES(ikm_decimal_read(NULL, no_text));
    REFUSES(ikm_decimal_write(NULL, 0, zero, 0));
    REFUSES(ikm_words_say(NULL, 0, IKM_LANG_ID, NULL, NULL, 0));
    REFUSES(ikm_output_new(NULL, NULL, 0, IKM_LANG_ID, NULL));
    REFUSES(ikm_output_commit(NULL, NULL));
    REFUSES(ikm_check_read(NULL, NULL, 0, NULL, NULL));
    REFUSES(ikm_check_read_inputs(NULL, NULL, 0, NULL, NULL));
    REFUSES(ikm_check_issues(NULL, NULL, NULL));
    REFUSES(ikm_clean(no_sink, NULL, NULL, NULL, NULL));
    REFUSES(ikm_clean_all(no_sink, NULL, NULL, NULL, NULL));
    REFUSES(ikm_document_new(NULL, IKM_LANG_ID, NULL, NULL));
    REFUSES(ikm_document_sheet(NULL, NULL));
    REFUSES(ikm_document_heading(NULL, 0, NULL));
    REFUSES(ikm_document_text(NULL, NULL));
    REFUSES(ikm_document_note(NULL, NULL));
    REFUSES(ikm_document_figure(NULL, NULL, (ikm_cell){.kind = IKM_CELL_EMPTY}, NULL));
    REFUSES(ikm_document_table(NULL, NULL));
    REFUSES(ikm_document_row(NULL, NULL, 0));
    REFUSES(ikm_document_chart(NULL, NULL));
    REFUSES(ikm_table_row(NULL, 0, NULL));
    REFUSES(ikm_document_write_text(NULL, NULL, no_sink));
    REFUSES(ikm_document_write_csv(NULL, NULL, no_sink));
    REFUSES(ikm_form_recap(NULL, NULL));
    REFUSES(ikm_form_summary(NULL, NULL));
    REFUSES(ikm_form_tidy(NULL, NULL));
    REFUSES(ikm_form_findings(NULL, NULL));
    REFUSES(ikm_form_reconcile(NULL, NULL, NULL, 0, 0, 0, IKM_LANG_ID));
    REFUSES(ikm_json_score(NULL, no_sink));
    REFUSES(ikm_json_check(NULL, no_sink));
    REFUSES(ikm_json_sniff(NULL, no_sink));
    REFUSES(ikm_json_reconcile(NULL, NULL, 0, 0, 0, no_sink));
    REFUSES(ikm_file_kind_find(NULL, NULL, IKM_LANG_ID, NULL));
    REFUSES(ikm_reconcile_new(NULL, NULL, 0, NULL, IKM_MISSING_PER_ELEMENT, zero, IKM_LANG_ID, NULL));
    REFUSES(ikm_reconcile_means_new(NULL, NULL, 0, 0, NULL, zero, IKM_LANG_ID, NULL));
    REFUSES(ikm_rules_read(NULL, no_text, IKM_LANG_ID, NULL, NULL));
    REFUSES(ikm_score_new(NULL, NULL, 0, NULL, NULL, NULL));
    REFUSES(ikm_score_index_exact(NULL, NULL, 0));
    REFUSES(ikm_score_element(NULL, NULL, 0));
    REFUSES(ikm_sniff_new(NULL, NULL, NULL, NULL));
    REFUSES(ikm_sniff_write_schema(NULL, no_sink));
    REFUSES(ikm_survey_read(NULL, NULL, 0, NULL, NULL));
    REFUSES(ikm_survey_read_inputs(NULL, NULL, 0, NULL, NULL));
    REFUSES(ikm_tally_new(NULL, NULL, NULL));
    REFUSES(ikm_tally_add_columns(NULL, NULL, NULL, 0));
    REFUSES(ikm_tally_add_counts(NULL, NULL, 0, NULL));
    REFUSES(ikm_tally_merge(NULL, NULL));
    REFUSES(ikm_tally_add_rows(NULL, NULL));
    REFUSES(ikm_tally_roll_up(NULL, NULL, NULL, 0));
    REFUSES(ikm_tally_write(NULL, NULL, no_sink));
    REFUSES(ikm_tally_read(NULL, no_text, NULL, NULL, IKM_LANG_ID, NULL, NULL));
}

Test(arguments, nothing_is_freed_of_null)
{
    ikm_check_free(NULL);
    ikm_document_free(NULL);
    ikm_output_free(NULL);
    ikm_reconcile_free(NULL);
    ikm_rules_free(NULL);
    ikm_score_free(NULL);
    ikm_sniff_free(NULL);
    ikm_survey_free(NULL);
    ikm_tally_free(NULL);
}
