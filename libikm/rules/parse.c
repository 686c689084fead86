/* JSON text to values, with the place of what is no JSON. */
#include "reading.h"

#include "base/decimal.h"

#include <string.h>

/*
 * Where the last token that was read begins. jansson gives the end of it; a caret
 * belongs under its first byte. Up to there the text is valid token by token.
 */
static size_t token_start(ikm_text text, size_t end)
{
    size_t start = 0, at = 0;
    while (at < end) {
        char c = text.data[at];
        start = at++;
        if (strchr(" \t\r\n", c)) {
            start = at;
        } else if (c == '"') {
            while (at < end && text.data[at] != '"')
                at += text.data[at] == '\\' ? 2 : 1;
            at++;
        } else if (!strchr("{}[],:", c)) {
            while (at < end && !strchr("{}[],:\" \t\r\n", text.data[at]))
                at++;
        }
    }
    return start < end ? start : end;
}

static void set_position(ikm_error *err, ikm_text text, size_t offset)
{
    if (!err)
        return;
    err->line = 1;
    size_t line_start = 0;
    for (size_t i = 0; i < offset; i++)
        if (text.data[i] == '\n') {
            err->line++;
            line_start = i + 1;
        }
    err->column = (int64_t)(offset - line_start) + 1;
    err->offset = (int64_t)offset;
}

static ikm_status syntax_fault(const ikmi_reading *reading, ikm_text text, size_t start, size_t end, ikmi_word word)
{
    char shown[IKMI_SHOWN_SIZE], token[IKMI_SHOWN_SIZE];
    size_t size = end - start < 24 ? end - start : 24;
    while (size > 0 && start + size < text.size && ((unsigned char)text.data[start + size] & 0xC0) == 0x80)
        size--;
    if (size > 0)
        memcpy(token, text.data + start, size);
    ikm_status status =
        ikmi_fail(reading->err, IKM_ERR_SYNTAX, reading->lang, word, IKMI_SAY(ikmi_shown(shown, token, size)));
    set_position(reading->err, text, start);
    return status;
}

static ikm_status parse_fault(const ikmi_reading *reading, ikm_text text, size_t skipped, const json_error_t *fault)
{
    size_t end = skipped + (fault->position > 0 ? (size_t)fault->position : 0);
    end = end < text.size ? end : text.size;
    size_t start = token_start(text, end);
    switch (json_error_code(fault)) {
    case json_error_out_of_memory: return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    case json_error_premature_end_of_input:
        return syntax_fault(reading, text, text.size, text.size, IKMI_WORD_RULES_JSON_ENDS);
    case json_error_end_of_input_expected: return syntax_fault(reading, text, start, end, IKMI_WORD_RULES_JSON_MORE);
    case json_error_duplicate_key: return syntax_fault(reading, text, start, end, IKMI_WORD_RULES_JSON_TWICE);
    case json_error_invalid_utf8: return syntax_fault(reading, text, end, end, IKMI_WORD_RULES_JSON_UTF8);
    case json_error_null_byte_in_key:
    case json_error_null_character: return syntax_fault(reading, text, start, end, IKMI_WORD_RULES_JSON_NUL);
    case json_error_numeric_overflow: return syntax_fault(reading, text, start, end, IKMI_WORD_RULES_JSON_NUMBER);
    case json_error_stack_overflow: return syntax_fault(reading, text, start, end, IKMI_WORD_RULES_JSON_DEEP);
    default: return syntax_fault(reading, text, start, end, IKMI_WORD_RULES_JSON_SYNTAX);
    }
}

/* A text editor's byte order mark is skipped; a NUL is found here because jansson takes it for the end. */
ikm_status ikmi_json_parse(json_t **out, const ikmi_reading *reading, ikm_text text, size_t most)
{
    json_error_t fault;
    char given[IKMI_INTEGER_SIZE], limit[IKMI_INTEGER_SIZE];
    *out = NULL;
    if (text.size > most)
        return ikmi_fail(
            reading->err, IKM_ERR_INVALID, reading->lang, IKMI_WORD_RULES_JSON_LONG,
            IKMI_SAY(ikmi_integer_text(given, (int64_t)text.size), ikmi_integer_text(limit, (int64_t)most)));
    const char *nul = text.size ? memchr(text.data, '\0', text.size) : NULL;
    if (nul) {
        size_t at = (size_t)(nul - text.data);
        return syntax_fault(reading, text, at, at, IKMI_WORD_RULES_JSON_NUL);
    }
    size_t skipped = text.size >= 3 && !memcmp(text.data, "\xEF\xBB\xBF", 3) ? 3 : 0;
    const char *start = text.size ? text.data + skipped : "";
    *out = json_loadb(start, text.size - skipped, JSON_REJECT_DUPLICATES, &fault);
    return *out ? IKM_OK : parse_fault(reading, text, skipped, &fault);
}
