/* The door of ikm_rules_read(): the text, its syntax, and the one block of memory. */
#include "instrument.h"

#include "base/decimal.h"
#include "base/mem.h"

#include <string.h>

/*
 * The whole instrument is one allocation. Each text and each key of it stands in
 * the JSON with two quotes, so copies with a NUL take no more than the JSON; an
 * entry of an array of texts takes four bytes of it and 8 here, one of a table of
 * aliases six and 16. What does not depend on the JSON has its limits.
 */
static size_t block_size(size_t json_size)
{
    enum { LISTS_MAX = 2 * IKM_ELEMENTS_MAX + 4, LIST_EXTRA = sizeof(ikmi_label_alias) + 16 };
    return sizeof(ikm_rules) + sizeof(ikm_mem) + IKM_ELEMENTS_MAX * sizeof(ikmi_element) +
           IKM_BANDS_MAX * sizeof(ikmi_band) + IKMI_WEIGHT_TEXT_SIZE + LISTS_MAX * LIST_EXTRA + 4 * json_size;
}

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
static ikm_status parse(json_t **out, const ikmi_reading *reading, ikm_text text)
{
    json_error_t fault;
    char given[IKMI_INTEGER_SIZE], limit[IKMI_INTEGER_SIZE];
    if (text.size > IKMI_JSON_SIZE_MAX)
        return ikmi_fail(
            reading->err, IKM_ERR_INVALID, reading->lang, IKMI_WORD_RULES_JSON_LONG,
            IKMI_SAY(ikmi_integer_text(given, (int64_t)text.size), ikmi_integer_text(limit, IKMI_JSON_SIZE_MAX)));
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

static ikm_status build(ikm_rules **out, ikmi_reading *reading, const json_t *json, size_t json_size,
                        const ikm_mem *mem)
{
    reading->store.size = block_size(json_size);
    reading->store.block = ikmi_alloc(mem, reading->store.size);
    if (!reading->store.block)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    /* The first two things in the block: they fit, by its size. */
    ikm_rules *rules = ikmi_store_take(&reading->store, 1, sizeof *rules);
    ikm_mem *own_mem = ikmi_store_take(&reading->store, 1, sizeof *own_mem);
    rules->memory = reading->store.block;
    if (mem) {
        *own_mem = *mem; /* the caller's may be gone when the rules are freed */
        rules->mem = own_mem;
    }
    ikm_status status = ikmi_read_instrument(rules, reading, json);
    if (status == IKM_OK)
        *out = rules;
    else
        ikm_rules_free(rules);
    return status;
}

ikm_status ikm_rules_read(ikm_rules **out, ikm_text json, ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    ikmi_reading reading = {lang, err, {NULL, 0, 0}};
    if (!out || (!json.data && json.size)) {
        if (out)
            *out = NULL;
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    }
    *out = NULL;
    json_t *parsed = NULL;
    ikm_status status = parse(&parsed, &reading, json);
    if (status == IKM_OK)
        status = build(out, &reading, parsed, json.size, mem);
    json_decref(parsed);
    return status;
}

void ikm_rules_free(ikm_rules *rules)
{
    if (!rules || !rules->memory)
        return;
    /* The block holds its own ikm_mem, which must outlive it here. */
    ikm_mem mem = rules->mem ? *rules->mem : (ikm_mem){NULL, NULL, NULL, NULL};
    ikmi_release(rules->mem ? &mem : NULL, rules->memory);
}
