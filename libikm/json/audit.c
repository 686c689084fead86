/* The contract ikm.audit/1: a finding stands on a line. */
#include "ikm/json.h"

#include "figures.h"

static void unchecked(ikmi_emit *emit, const ikm_audit *audit)
{
    ikm_unchecked_figure figure;
    size_t i = 0;
    ikmi_emit_plain(emit, "  \"unchecked_figures\": [");
    for (; ikm_audit_unchecked_figure(&figure, audit, i) && !emit->failed; i++) {
        ikmi_emit_key_string(emit, i ? ",\n    {\"table\": " : "\n    {\"table\": ", figure.table);
        ikmi_emit_key_string(emit, ", \"item\": ", figure.item);
        ikmi_emit_key_string(emit, ", \"quantity\": ", figure.quantity);
        ikmi_emit_key_string(emit, ", \"printed\": ", figure.printed);
        ikmi_emit_key_integer(emit, ", \"line\": ", figure.line);
        ikmi_emit_plain(emit, "}");
    }
    ikmi_emit_plain(emit, i ? "\n  ]" : "]");
}

ikm_status ikm_json_audit(const ikm_audit *audit, ikm_sink sink)
{
    ikmi_emit emit;
    if (!audit || !sink.write)
        return IKM_ERR_ARGUMENT;
    ikmi_emit_init(&emit, sink);
    ikmi_emit_key_string(&emit, "{\n  \"format\": ", "ikm.audit/1");
    ikmi_emit_key_string(&emit, ",\n  \"version\": ", ikm_version());
    ikmi_emit_key_integer(&emit, ",\n  \"checked\": ", (int64_t)ikm_audit_checked(audit));
    ikmi_emit_key_integer(&emit, ",\n  \"agree\": ", (int64_t)ikm_audit_agree(audit));
    ikmi_emit_key_integer(&emit, ",\n  \"unchecked\": ", (int64_t)ikm_audit_unchecked(audit));
    ikmi_emit_plain(&emit, ",\n  \"findings\": [");
    for (size_t i = 0; i < ikm_audit_finding_count(audit) && !emit.failed; i++) {
        const ikm_finding *finding = ikm_audit_finding(audit, i);
        ikmi_emit_key_string(&emit,
                             i ? ",\n    {\"kind\": " : "\n    {\"kind\": ", ikm_finding_kind_name(finding->kind));
        ikmi_emit_key_string(&emit, ", \"table\": ", finding->table);
        ikmi_emit_key_string(&emit, ", \"item\": ", finding->item);
        ikmi_emit_key_string(&emit, ", \"quantity\": ", finding->quantity);
        ikmi_emit_key_string(&emit, ", \"printed\": ", finding->printed);
        ikmi_emit_key_string(&emit, ", \"computed\": ", *finding->computed ? finding->computed : NULL);
        ikmi_emit_key_string(&emit, ", \"message\": ", finding->message);
        ikmi_emit_key_integer(&emit, ", \"line\": ", finding->line);
        ikmi_emit_plain(&emit, "}");
    }
    ikmi_emit_plain(&emit, ikm_audit_finding_count(audit) ? "\n  ],\n" : "],\n");
    unchecked(&emit, audit);
    ikmi_emit_notes(&emit, ikm_audit_report(audit));
    ikmi_emit_plain(&emit, "\n}\n");
    return ikmi_emit_done(&emit);
}
