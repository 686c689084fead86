/* The contract ikm.sniff/1: see json.h. An entry of a list stands on one line. */
#include "ikm/json.h"

#include "figures.h"

/* null: there is none. */
static void key_character(ikmi_emit *emit, const char *key, char c)
{
    const char text[2] = {c, '\0'};
    ikmi_emit_key_string(emit, key, c && c != IKM_QUOTE_NONE ? text : NULL);
}

static void dialect(ikmi_emit *emit, const ikm_found_dialect *d)
{
    ikmi_emit_key_integer(emit, ",\n  \"confidence\": ", d->confidence);
    ikmi_emit_key_string(emit, ",\n  \"dialect\": {\"encoding\": ", d->encoding);
    key_character(emit, ", \"delimiter\": ", d->delimiter);
    key_character(emit, ", \"quote\": ", d->quote);
    key_character(emit, ", \"escape\": ", d->escape);
    ikmi_emit_key_string(emit, ", \"newline\": ", *d->newline ? d->newline : NULL);
    key_character(emit, ", \"decimal\": ", d->decimal);
    ikmi_emit_key_integer(emit, "},\n  \"header\": {\"line\": ", d->header_line);
    ikmi_emit_key_integer(emit, ", \"rows\": ", d->header_rows);
    ikmi_emit_key_integer(emit, "},\n  \"data_line\": ", d->data_line);
    ikmi_emit_key_string(emit, ",\n  \"shape\": ", *d->shape ? d->shape : NULL);
}

static void considered(ikmi_emit *emit, const ikm_sniff *sniff)
{
    ikm_considered c;
    ikmi_emit_plain(emit, ",\n  \"considered\": [");
    for (size_t i = 0; ikm_sniff_considered(sniff, i, &c); i++) {
        key_character(emit, i ? ",\n    {\"delimiter\": " : "\n    {\"delimiter\": ", c.delimiter);
        key_character(emit, ", \"quote\": ", c.quote);
        key_character(emit, ", \"escape\": ", c.escape);
        ikmi_emit_key_integer(emit, ", \"records\": ", c.records);
        ikmi_emit_key_integer(emit, ", \"regular\": ", c.regular);
        ikmi_emit_key_integer(emit, ", \"fields\": ", c.fields);
        ikmi_emit_key_integer(emit, ", \"fit\": ", c.fit);
        ikmi_emit_plain(emit, "}");
    }
    ikmi_emit_plain(emit, ikm_sniff_considered_count(sniff) ? "\n  ]" : "]");
}

static void columns(ikmi_emit *emit, const ikm_sniff *sniff)
{
    ikm_found_column c;
    ikmi_emit_plain(emit, ",\n  \"columns\": [");
    for (size_t i = 0; ikm_sniff_column(sniff, i, &c); i++) {
        ikmi_emit_key_integer(emit, i ? ",\n    {\"column\": " : "\n    {\"column\": ", c.column);
        ikmi_emit_key_string(emit, ", \"header\": ", c.header);
        ikmi_emit_key_string(emit, ", \"role\": ", c.role);
        ikmi_emit_key_string(emit, ", \"element\": ", c.element);
        ikmi_emit_key_string(emit, ", \"by\": ", c.by);
        ikmi_emit_plain(emit, "}");
    }
    ikmi_emit_plain(emit, ikm_sniff_column_count(sniff) ? "\n  ]" : "]");
}

static void notes(ikmi_emit *emit, const ikm_sniff *sniff)
{
    size_t count = ikm_sniff_note_count(sniff);
    ikmi_emit_plain(emit, ",\n  \"notes\": [");
    for (size_t i = 0; i < count; i++)
        ikmi_emit_key_string(emit, i ? ",\n    " : "\n    ", ikm_sniff_note(sniff, i));
    ikmi_emit_plain(emit, count ? "\n  ]\n}\n" : "]\n}\n");
}

ikm_status ikm_json_sniff(const ikm_sniff *sniff, ikm_sink sink)
{
    ikmi_emit emit;
    if (!sniff || !sink.write)
        return IKM_ERR_ARGUMENT;
    ikmi_emit_init(&emit, sink);
    ikmi_emit_key_string(&emit, "{\n  \"format\": \"ikm.sniff/1\",\n  \"version\": ", ikm_version());
    ikmi_emit_key_string(&emit, ",\n  \"file\": ", ikm_sniff_name(sniff));
    ikmi_emit_plain(&emit, ikm_sniff_is_survey(sniff) ? ",\n  \"survey\": true" : ",\n  \"survey\": false");
    dialect(&emit, ikm_sniff_dialect(sniff));
    considered(&emit, sniff);
    columns(&emit, sniff);
    notes(&emit, sniff);
    return ikmi_emit_done(&emit);
}
