/* A schema from its JSON. */
#include "schema.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "encoding.h"
#include "header.h"
#include "rules/reading.h"
#include "schema_form.h"

#include <stddef.h>
#include <string.h>

typedef struct schema_reading {
    ikmi_reading reading;
    ikmi_schema *schema;
    const ikm_rules *rules;
    bool element_told[IKM_ELEMENTS_MAX];
} schema_reading;

static ikm_status wrong_choice(schema_reading *r, const ikmi_place *place, const char *given, const char *known)
{
    char shown[IKMI_SHOWN_SIZE];
    return ikmi_wrong(&r->reading, place, IKMI_WORD_SCHEMA_CHOICE,
                      IKMI_SAY(ikmi_shown(shown, given, strlen(given)), known));
}

/* One character of ASCII; null is `none`, which then must not be 0. */
static ikm_status read_character(char *out, schema_reading *r, const ikmi_place *parent, const json_t *object,
                                 const char *key, char none)
{
    const json_t *value = json_object_get(object, key);
    const ikmi_place place = {parent, key, 0};
    if (!value)
        return IKM_OK;
    if (none && json_is_null(value)) {
        *out = none;
        return IKM_OK;
    }
    const char *text = json_string_value(value);
    if (!text || json_string_length(value) != 1 || text[0] == '\n' || text[0] == '\r' || (text[0] & 0x80))
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_SCHEMA_CHARACTER, NULL, 0);
    *out = text[0];
    return IKM_OK;
}

static ikm_status read_encoding(schema_reading *r, const ikmi_place *parent, const json_t *object)
{
    const json_t *value = json_object_get(object, "encoding");
    const ikmi_place place = {parent, "encoding", 0};
    if (!value)
        return IKM_OK;
    if (!json_is_string(value))
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_RULES_NOT_TEXT, NULL, 0);
    ikmi_encoding encoding = ikmi_encoding_named(json_string_value(value));
    if (!encoding)
        return wrong_choice(r, &place, json_string_value(value), "utf-8, windows-1252, utf-16le, utf-16be");
    r->schema->dialect.encoding = ikmi_encoding_name(encoding);
    return IKM_OK;
}

static ikm_status read_dialect(schema_reading *r, const ikmi_place *root, const json_t *json)
{
    static const char *const keys[] = {"encoding", "delimiter", "quote", "escape", NULL};
    const json_t *value = json_object_get(json, "dialect");
    const ikmi_place place = {root, "dialect", 0};
    ikm_dialect *d = &r->schema->dialect;
    if (!value)
        return IKM_OK;
    ikm_status status = ikmi_check_object(&r->reading, &place, value, keys);
    if (status == IKM_OK)
        status = read_encoding(r, &place, value);
    if (status == IKM_OK)
        status = read_character(&d->delimiter, r, &place, value, "delimiter", '\0');
    if (status == IKM_OK)
        status = read_character(&d->quote, r, &place, value, "quote", IKM_QUOTE_NONE);
    /* an escape that is the quote itself: quotes are doubled */
    if (status == IKM_OK)
        status = read_character(&d->escape, r, &place, value, "escape", d->quote ? d->quote : '"');
    if (status == IKM_OK && d->delimiter && d->delimiter == d->quote)
        return ikmi_wrong(&r->reading, &(ikmi_place){&place, "quote", 0}, IKMI_WORD_SCHEMA_QUOTE, NULL, 0);
    return status;
}

static ikm_status read_header(schema_reading *r, const ikmi_place *root, const json_t *json)
{
    static const char *const keys[] = {"line", "rows", NULL};
    const json_t *value = json_object_get(json, "header"), *line, *rows;
    const ikmi_place place = {root, "header", 0};
    int read = 0;
    if (!value)
        return IKM_OK;
    ikm_status status = ikmi_check_object(&r->reading, &place, value, keys);
    if (status == IKM_OK && (line = json_object_get(value, "line")) != NULL) {
        status =
            ikmi_read_integer(&read, &r->reading, &(ikmi_place){&place, "line", 0}, line, 1, IKMI_SCHEMA_LINE_MOST);
        r->schema->dialect.header_line = read;
    }
    if (status == IKM_OK && (rows = json_object_get(value, "rows")) != NULL) {
        status = ikmi_read_integer(&read, &r->reading, &(ikmi_place){&place, "rows", 0}, rows, 1, IKMI_HEADER_ROWS_MAX);
        r->schema->dialect.header_rows = read;
    }
    return status;
}

static ikm_status read_shape(schema_reading *r, const ikmi_place *root, const json_t *json)
{
    const json_t *value = json_object_get(json, "shape");
    const ikmi_place place = {root, "shape", 0};
    r->schema->shape = "";
    if (!value)
        return IKM_OK;
    if (!json_is_string(value))
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_RULES_NOT_TEXT, NULL, 0);
    r->schema->shape = ikmi_shape_named(json_string_value(value));
    return r->schema->shape ? IKM_OK : wrong_choice(r, &place, json_string_value(value), ikmi_shape_names());
}

static ikm_status read_sheet(schema_reading *r, const ikmi_place *root, const json_t *json)
{
    const json_t *value = json_object_get(json, "sheet");
    const ikmi_place place = {root, "sheet", 0};
    r->schema->sheet = "";
    if (!value)
        return IKM_OK;
    if (!json_is_string(value))
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_RULES_NOT_TEXT, NULL, 0);
    if (!json_string_length(value))
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_RULES_TEXT_EMPTY, NULL, 0);
    r->schema->sheet = ikmi_store_text(&r->reading.store, json_string_value(value), json_string_length(value));
    return r->schema->sheet ? IKM_OK : ikmi_fail_plain(r->reading.err, IKM_ERR_NOMEM, r->reading.lang);
}

static int element_named(const ikm_rules *rules, const char *code)
{
    for (size_t e = 0; e < rules->element_count; e++)
        if (!strcmp(rules->elements[e].code, code))
            return (int)e;
    return -1;
}

/* The codes of the elements as a list for a message. */
static const char *element_codes(char *out, size_t size, const ikm_rules *rules)
{
    size_t used = 0;
    for (size_t e = 0; e < rules->element_count; e++) {
        size_t length = strlen(rules->elements[e].code);
        if (used + length + 8 > size) {
            memcpy(out + used, ", ...", 6);
            break;
        }
        memcpy(out + used, ", ", 2);
        memcpy(out + used + (used ? 2 : 0), rules->elements[e].code, length + 1);
        used += length + (used ? 2 : 0);
    }
    return out;
}

static ikm_status unknown_element(schema_reading *r, const ikmi_place *place, const char *code)
{
    char codes[IKMI_PLACE_TEXT_SIZE];
    return wrong_choice(r, place, code, element_codes(codes, sizeof codes, r->rules));
}

/* What a column is: the element of an element, and nothing of another. */
static ikm_status read_element(ikmi_told_column *told, schema_reading *r, const ikmi_place *parent,
                               const json_t *object)
{
    const json_t *value = json_object_get(object, "element");
    const ikmi_place place = {parent, "element", 0};
    if (!value && told->role != IKMI_ROLE_ELEMENT)
        return IKM_OK;
    if (!value)
        return ikmi_wrong(&r->reading, parent, IKMI_WORD_RULES_KEY_MISSING, IKMI_SAY("element"));
    if (told->role != IKMI_ROLE_ELEMENT)
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_SCHEMA_NO_ELEMENT,
                          IKMI_SAY(ikmi_role_name(IKMI_ROLE_ELEMENT)));
    if (!json_is_string(value))
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_RULES_NOT_TEXT, NULL, 0);
    told->element = element_named(r->rules, json_string_value(value));
    if (told->element < 0)
        return unknown_element(r, &place, json_string_value(value));
    if (r->element_told[told->element])
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_SCHEMA_TWICE, IKMI_SAY(json_string_value(value)));
    r->element_told[told->element] = true;
    return IKM_OK;
}

static ikm_status read_role(ikmi_told_column *told, schema_reading *r, const ikmi_place *parent, const json_t *object)
{
    json_t *value;
    const ikmi_place place = {parent, "role", 0};
    ikm_status status = ikmi_required(&value, &r->reading, parent, object, "role");
    if (status != IKM_OK)
        return status;
    if (!json_is_string(value))
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_RULES_NOT_TEXT, NULL, 0);
    char names[IKMI_PLACE_TEXT_SIZE];
    if (!ikmi_role_named(&told->role, json_string_value(value)))
        return wrong_choice(r, &place, json_string_value(value), ikmi_role_names(names, sizeof names));
    return read_element(told, r, parent, object);
}

static ikm_status read_column(ikmi_schema_column *out, schema_reading *r, const ikmi_place *place, const json_t *value)
{
    static const char *const keys[] = {"header", "role", "element", NULL};
    json_t *header = NULL;
    out->told = (ikmi_told_column){true, IKMI_ROLE_OTHER, -1};
    ikm_status status = ikmi_check_object(&r->reading, place, value, keys);
    if (status == IKM_OK)
        status = ikmi_required(&header, &r->reading, place, value, "header");
    if (status != IKM_OK)
        return status;
    const ikmi_place header_place = {place, "header", 0};
    if (!json_is_string(header))
        return ikmi_wrong(&r->reading, &header_place, IKMI_WORD_RULES_NOT_TEXT, NULL, 0);
    if (!json_string_length(header))
        return ikmi_wrong(&r->reading, &header_place, IKMI_WORD_RULES_TEXT_EMPTY, NULL, 0);
    out->header = ikmi_store_text(&r->reading.store, json_string_value(header), json_string_length(header));
    return out->header ? read_role(&out->told, r, place, value)
                       : ikmi_fail_plain(r->reading.err, IKM_ERR_NOMEM, r->reading.lang);
}

static ikm_status read_columns(schema_reading *r, const ikmi_place *root, const json_t *json)
{
    const json_t *value = json_object_get(json, "columns");
    const ikmi_place place = {root, "columns", 0};
    ikmi_schema *schema = r->schema;
    if (!value)
        return IKM_OK;
    ikm_status status = ikmi_check_array(&r->reading, &place, value, 1, IKMI_FIELDS_MAX);
    if (status != IKM_OK)
        return status;
    size_t count = json_array_size(value);
    schema->columns = ikmi_store_take(&r->reading.store, count, sizeof *schema->columns);
    if (!schema->columns)
        return ikmi_fail_plain(r->reading.err, IKM_ERR_NOMEM, r->reading.lang);
    for (; schema->column_count < count && status == IKM_OK; schema->column_count++)
        status =
            read_column(&schema->columns[schema->column_count], r, &(ikmi_place){&place, NULL, schema->column_count},
                        json_array_get(value, schema->column_count));
    return status;
}

/* {"Bagus": 4}: no text that is a score or a blank by itself, whatever the labels say. */
static ikm_status read_labels_of(schema_reading *r, const ikmi_place *place, size_t element, json_t *value)
{
    const char *text;
    json_t *score;
    if (!json_is_object(value))
        return ikmi_wrong(&r->reading, place, IKMI_WORD_RULES_NOT_OBJECT, NULL, 0);
    json_object_foreach(value, text, score)
    {
        const ikmi_place at = {place, text, 0};
        int read = 0;
        if (ikmi_is_plain_answer(ikmi_text(text), r->rules->scale))
            return ikmi_wrong(&r->reading, &at, IKMI_WORD_SCHEMA_PLAIN_ANSWER, NULL, 0);
        ikm_status status = ikmi_read_integer(&read, &r->reading, &at, score, 1, r->rules->scale);
        if (status != IKM_OK)
            return status;
        const char *copy = ikmi_store_text(&r->reading.store, text, strlen(text));
        if (!copy)
            return ikmi_fail_plain(r->reading.err, IKM_ERR_NOMEM, r->reading.lang);
        r->schema->labels[r->schema->label_count++] = (ikmi_more_label){element, copy, (uint8_t)read};
    }
    return IKM_OK;
}

static ikm_status read_labels(schema_reading *r, const ikmi_place *root, const json_t *json)
{
    json_t *value = json_object_get(json, "labels"), *of_element;
    const ikmi_place place = {root, "labels", 0};
    const char *code;
    size_t count = 0;
    if (!value)
        return IKM_OK;
    if (!json_is_object(value))
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_RULES_NOT_OBJECT, NULL, 0);
    json_object_foreach(value, code, of_element) count += json_object_size(of_element);
    r->schema->labels = ikmi_store_take(&r->reading.store, count, sizeof *r->schema->labels);
    if (!r->schema->labels)
        return ikmi_fail_plain(r->reading.err, IKM_ERR_NOMEM, r->reading.lang);
    json_object_foreach(value, code, of_element)
    {
        const ikmi_place at = {&place, code, 0};
        int element = element_named(r->rules, code);
        if (element < 0)
            return unknown_element(r, &at, code);
        ikm_status status = read_labels_of(r, &at, (size_t)element, of_element);
        if (status != IKM_OK)
            return status;
    }
    return IKM_OK;
}

static ikm_status read_format(schema_reading *r, const ikmi_place *root, const json_t *json)
{
    json_t *value;
    ikm_status status = ikmi_required(&value, &r->reading, root, json, "format");
    const ikmi_place place = {root, "format", 0};
    if (status != IKM_OK)
        return status;
    if (!json_is_string(value))
        return ikmi_wrong(&r->reading, &place, IKMI_WORD_RULES_NOT_TEXT, NULL, 0);
    return strcmp(json_string_value(value), ikmi_schema_format)
               ? wrong_choice(r, &place, json_string_value(value), ikmi_schema_format)
               : IKM_OK;
}

static ikm_status read_all(schema_reading *r, const json_t *json)
{
    static const char *const keys[] = {"format", "sheet", "dialect", "header", "shape", "columns", "labels", NULL};
    const ikmi_place root = {NULL, NULL, 0};
    ikm_status status = ikmi_check_object(&r->reading, &root, json, keys);
    if (status == IKM_OK)
        status = read_format(r, &root, json);
    if (status == IKM_OK)
        status = read_sheet(r, &root, json);
    if (status == IKM_OK)
        status = read_dialect(r, &root, json);
    if (status == IKM_OK)
        status = read_header(r, &root, json);
    if (status == IKM_OK)
        status = read_shape(r, &root, json);
    if (status == IKM_OK)
        status = read_columns(r, &root, json);
    return status == IKM_OK ? read_labels(r, &root, json) : status;
}

/* One block for all: texts with a NUL take no more than they do in the JSON with their quotes. */
static size_t block_size(const json_t *json, size_t json_size)
{
    size_t labels = 0;
    const char *code;
    json_t *of_element;
    json_object_foreach(json_object_get(json, "labels"), code, of_element) labels += json_object_size(of_element);
    return sizeof(ikmi_schema) + json_array_size(json_object_get(json, "columns")) * sizeof(ikmi_schema_column) +
           labels * sizeof(ikmi_more_label) + json_size + 4 * sizeof(max_align_t);
}

ikm_status ikmi_schema_read(ikmi_schema **out, ikm_text text, const ikm_rules *rules, ikm_lang lang, const ikm_mem *mem,
                            ikm_error *err)
{
    schema_reading r = {.reading = {lang, err, {NULL, 0, 0}}, .rules = rules};
    json_t *json;
    *out = NULL;
    ikm_status status = ikmi_json_parse(&json, &r.reading, text, IKMI_SCHEMA_SIZE_MAX);
    if (status != IKM_OK)
        return status;
    r.reading.store.size = block_size(json, text.size);
    r.reading.store.block = ikmi_alloc(mem, r.reading.store.size);
    if (r.reading.store.block) {
        r.schema = ikmi_store_take(&r.reading.store, 1, sizeof *r.schema);
        r.schema->mem = mem;
        r.schema->block = r.reading.store.block;
        status = read_all(&r, json);
    } else {
        status = ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    }
    json_decref(json);
    if (status == IKM_OK)
        *out = r.schema;
    else
        ikmi_release(mem, r.reading.store.block);
    return status;
}

ikm_status ikmi_schema_take(ikmi_schema **out, ikmi_labels **labels_out, ikm_text json, const ikm_rules *rules,
                            ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    ikm_status status = IKM_OK;
    *out = NULL;
    *labels_out = NULL;
    if (json.size)
        status = ikmi_schema_read(out, json, rules, lang, mem, err);
    if (status != IKM_OK)
        return status;
    const ikmi_schema *schema = *out;
    status =
        ikmi_labels_new_with(labels_out, rules, schema ? schema->labels : NULL, schema ? schema->label_count : 0, mem);
    if (status == IKM_OK)
        return IKM_OK;
    ikmi_schema_free(*out);
    *out = NULL;
    return ikmi_fail_plain(err, status, lang);
}

void ikmi_schema_free(ikmi_schema *schema)
{
    if (schema)
        ikmi_release(schema->mem, schema->block);
}
