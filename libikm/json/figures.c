#include "figures.h"

/* No double ever holds a number here: decimals go from exact digits to text. */

void ikmi_emit_key_string(ikmi_emit *emit, const char *key, const char *value)
{
    ikmi_emit_plain(emit, key);
    ikmi_emit_string(emit, value);
}

void ikmi_emit_key_integer(ikmi_emit *emit, const char *key, int64_t value)
{
    ikmi_emit_plain(emit, key);
    ikmi_emit_integer(emit, value);
}

void ikmi_emit_key_flag(ikmi_emit *emit, const char *key, int value)
{
    ikmi_emit_plain(emit, key);
    ikmi_emit_plain(emit, value ? "true" : "false");
}

void ikmi_emit_key_decimal(ikmi_emit *emit, const char *key, int present, ikm_decimal value)
{
    ikmi_emit_plain(emit, key);
    if (present)
        ikmi_emit_decimal(emit, value);
    else
        ikmi_emit_plain(emit, "null");
}

void ikmi_emit_key_amount(ikmi_emit *emit, const char *key, ikm_amount amount)
{
    ikmi_emit_key_decimal(emit, key, amount.given == IKM_GIVEN_NUMBER, amount.value);
}

void ikmi_emit_key_percent(ikmi_emit *emit, const char *key, ikm_percent percent)
{
    ikmi_emit_key_decimal(emit, key, percent.known, percent.shown);
}

void ikmi_emit_key_exact(ikmi_emit *emit, const char *key, ikm_percent percent)
{
    ikmi_emit_plain(emit, key);
    if (!percent.known || percent.exact.den == 0) {
        ikmi_emit_plain(emit, "null");
        return;
    }
    ikmi_emit_plain(emit, "\"");
    ikmi_emit_integer(emit, percent.exact.num);
    ikmi_emit_plain(emit, "/");
    ikmi_emit_integer(emit, percent.exact.den);
    ikmi_emit_plain(emit, "\"");
}

static void line_break(ikmi_emit *emit, int indent)
{
    ikmi_emit_plain(emit, "\n");
    for (int i = 0; i < indent; i++)
        ikmi_emit_plain(emit, " ");
}

void ikmi_emit_item(ikmi_emit *emit, size_t index, int indent)
{
    ikmi_emit_plain(emit, index ? "," : "");
    line_break(emit, indent);
}

void ikmi_emit_items_end(ikmi_emit *emit, size_t count, int indent)
{
    if (count)
        line_break(emit, indent);
    ikmi_emit_plain(emit, "]");
}
