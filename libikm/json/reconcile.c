/* The contract ikm.reconcile/1: see json.h. A convention stands on one line, and each of its groups. */
#include "ikm/json.h"

#include "base/decimal.h"
#include "figures.h"
#include "rules/rules.h"

static void key_places(ikmi_emit *emit, const char *key, int32_t places)
{
    ikm_decimal decimal = {places, 0};
    ikmi_emit_key_decimal(emit, key, places != IKM_ROUND_NONE, decimal);
}

static void groups(ikmi_emit *emit, const ikm_reconcile *reconcile, size_t convention, int32_t places)
{
    const ikm_tally *tally = ikm_reconcile_tally(reconcile);
    ikmi_emit_plain(emit, ", \"groups\": [");
    for (size_t i = 0; i < ikm_reconcile_group_count(reconcile) && !emit->failed; i++) {
        uint32_t group = ikm_reconcile_group(reconcile, i);
        ikm_decimal index = {0, 0};
        ikmi_emit_plain(emit, i ? ",\n      {\"key\": {" : "\n      {\"key\": {");
        for (size_t key = 0; key < ikm_tally_key_count(tally); key++) {
            ikmi_emit_plain(emit, key ? ", " : "");
            ikmi_emit_string(emit, ikm_tally_key_name(tally, key));
            ikmi_emit_key_string(emit, ": ", ikm_tally_key(tally, group, key));
        }
        ikmi_emit_key_integer(emit, "}, \"respondents\": ", ikm_tally_respondents(tally, group));
        int known = ikm_reconcile_group_index(&index, reconcile, convention, group, places);
        ikmi_emit_key_decimal(emit, ", \"ikm\": ", known, index);
        ikmi_emit_plain(emit, "}");
    }
    ikmi_emit_plain(emit, "\n    ]");
}

static void conventions(ikmi_emit *emit, const ikm_reconcile *reconcile, int32_t places)
{
    const ikm_reconciled *found;
    ikmi_emit_plain(emit, ",\n  \"conventions\": [");
    for (size_t i = 0; (found = ikm_reconcile_at(reconcile, i)) && !emit->failed; i++) {
        ikmi_emit_key_string(emit, i ? ",\n    {\"weight\": " : "\n    {\"weight\": ", found->convention.weight);
        key_places(emit, ", \"round_nrr\": ", found->convention.round_nrr);
        key_places(emit, ", \"round_term\": ", found->convention.round_term);
        key_places(emit, ", \"round_final\": ", found->convention.round_final);
        ikmi_emit_key_string(emit, ", \"round_mode\": ", ikmi_round_mode_name(found->convention.round_mode));
        ikmi_emit_key_string(emit, ", \"missing\": ", ikmi_missing_name(found->convention.missing));
        ikmi_emit_key_decimal(emit, ", \"ikm\": ", 1, found->index);
        if (ikm_reconcile_group_count(reconcile))
            groups(emit, reconcile, i, places);
        ikmi_emit_plain(emit, "}");
    }
    ikmi_emit_plain(emit, ikm_reconcile_count(reconcile) ? "\n  ]" : "]");
}

static void key_respondents(ikmi_emit *emit, const char *key, int64_t respondents)
{
    ikm_decimal decimal = {respondents, 0};
    ikmi_emit_key_decimal(emit, key, respondents > 0, decimal);
}

static void possible(ikmi_emit *emit, const ikm_decimal *means, size_t count, int64_t respondents)
{
    ikmi_emit_plain(emit, ",\n  \"possible\": [");
    for (int i = IKM_ROUND_HALF_UP; i <= IKM_ROUND_TRUNCATE; i++) {
        ikm_round_mode mode = (ikm_round_mode)i;
        int64_t smallest = ikm_means_smallest(means, count, 1, IKM_MEANS_LOOK_TO, mode);
        int64_t next = smallest ? ikm_means_smallest(means, count, smallest + 1, IKM_MEANS_LOOK_TO, mode) : 0;
        ikmi_emit_plain(emit, i ? ",\n    {\"round_mode\": " : "\n    {\"round_mode\": ");
        ikmi_emit_string(emit, ikmi_round_mode_name(mode));
        key_respondents(emit, ", \"smallest_n\": ", smallest);
        key_respondents(emit, ", \"next_n\": ", next);
        if (respondents) {
            ikmi_emit_key_integer(emit, ", \"n\": ", respondents);
            ikmi_emit_plain(emit, ikm_means_possible(means, count, respondents, mode) == 1 ? ", \"possible\": true"
                                                                                           : ", \"possible\": false");
        }
        ikmi_emit_plain(emit, "}");
    }
    ikmi_emit_plain(emit, "\n  ]");
}

ikm_status ikm_json_reconcile(const ikm_reconcile *reconcile, const ikm_decimal *means, size_t count,
                              int64_t respondents, int32_t places, ikm_sink sink)
{
    ikmi_emit emit;
    char printed[IKMI_DECIMAL_SIZE];
    if ((!reconcile && !count) || (count && ikm_means_possible(means, count, 1, IKM_ROUND_HALF_UP) < 0) ||
        respondents < 0 || places < 0 || places > 6 || !sink.write)
        return IKM_ERR_ARGUMENT;
    ikmi_decimal_text(printed, ikm_reconcile_printed(reconcile), '.', 0);
    ikmi_emit_init(&emit, sink);
    ikmi_emit_key_string(&emit, "{\n  \"format\": ", "ikm.reconcile/1");
    ikmi_emit_key_string(&emit, ",\n  \"version\": ", ikm_version());
    ikmi_emit_key_string(&emit, ",\n  \"printed\": ", reconcile ? printed : NULL);
    ikmi_emit_key_integer(&emit, ",\n  \"tried\": ", (int64_t)ikm_reconcile_tried(reconcile));
    conventions(&emit, reconcile, places);
    if (count)
        possible(&emit, means, count, respondents);
    ikmi_emit_plain(&emit, "\n}\n");
    return ikmi_emit_done(&emit);
}
