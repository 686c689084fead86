/* What was found of a dump, as the schema that says so. */
#include "sniffed.h"

#include "base/mem.h"
#include "encoding.h"
#include "mask.h"
#include "schema_form.h"

#include <jansson.h>
#include <string.h>

typedef struct schema_writer {
    ikm_sink sink;
    ikm_status status;
} schema_writer;

static void put(schema_writer *w, const char *text)
{
    if (w->status == IKM_OK && w->sink.write(w->sink.ctx, text, strlen(text)) != 0)
        w->status = IKM_ERR_IO;
}

static int put_bytes(const char *bytes, size_t size, void *ctx)
{
    schema_writer *w = ctx;
    if (w->status == IKM_OK && w->sink.write(w->sink.ctx, bytes, size) != 0)
        w->status = IKM_ERR_IO;
    return w->status == IKM_OK ? 0 : -1;
}

/* A value on one line; it is given away. NULL: memory was refused. */
static void put_value(schema_writer *w, json_t *value)
{
    if (!value || (json_dump_callback(value, put_bytes, w, JSON_ENCODE_ANY) != 0 && w->status == IKM_OK))
        w->status = IKM_ERR_NOMEM;
    json_decref(value);
}

/* A member of an object that is being made; false: memory was refused. */
static bool set_character(json_t *object, const char *key, char c)
{
    const char text[2] = {c, '\0'};
    return json_object_set_new(object, key, c ? json_string(text) : json_null()) == 0;
}

static json_t *dialect_value(const ikm_sniff *sniff)
{
    const ikm_found_dialect *d = &sniff->dialect;
    json_t *value = json_object();
    bool done = value != NULL;
    /* where no other byte was seen, a later one may decide */
    if (done && ikmi_encoding_named(d->encoding))
        done = json_object_set_new(value, "encoding", json_string(d->encoding)) == 0;
    if (done && d->delimiter)
        done = set_character(value, "delimiter", d->delimiter) &&
               set_character(value, "quote", d->quote == IKM_QUOTE_NONE ? '\0' : d->quote) &&
               set_character(value, "escape", d->escape);
    if (done)
        return value;
    json_decref(value);
    return NULL;
}

static json_t *column_value(const ikm_found_column *column)
{
    if (column->element)
        return json_pack("{s:s, s:s, s:s}", "header", column->header, "role", column->role, "element", column->element);
    return json_pack("{s:s, s:s}", "header", column->header, "role", column->role);
}

/* A column without a name cannot be told, and one in whose name something is hidden is not: what they are will be found
 * again. */
static void put_columns(schema_writer *w, const ikm_sniff *sniff)
{
    ikm_found_column column;
    const char *between = ",\n  \"columns\": [";
    bool any = false;
    for (size_t i = 0; ikm_sniff_column(sniff, i, &column); i++) {
        if (!*column.header || ikmi_is_masked(column.header))
            continue;
        put(w, between);
        put(w, "\n    ");
        put_value(w, column_value(&column));
        between = ",";
        any = true;
    }
    put(w, any ? "\n  ]" : "");
}

static json_t *labels_of(const ikmi_schema *schema, size_t element)
{
    json_t *value = json_object();
    for (size_t i = 0; value && i < schema->label_count; i++) {
        const ikmi_more_label *label = &schema->labels[i];
        if (label->element == element && json_object_set_new(value, label->text, json_integer(label->score)) != 0) {
            json_decref(value);
            return NULL;
        }
    }
    return value;
}

static void put_labels(schema_writer *w, const ikm_sniff *sniff)
{
    const char *between = "\n    \"";
    put(w, ",\n  \"labels\": {");
    for (size_t e = 0; e < sniff->rules->element_count; e++) {
        json_t *value = labels_of(sniff->schema, e);
        if (value && !json_object_size(value)) {
            json_decref(value);
            continue;
        }
        put(w, between);
        put(w, sniff->rules->elements[e].code); /* letters and digits */
        put(w, "\": ");
        put_value(w, value);
        between = ",\n    \"";
    }
    put(w, "\n  }");
}

ikm_status ikm_sniff_write_schema(const ikm_sniff *sniff, ikm_sink sink)
{
    schema_writer w = {sink, IKM_OK};
    if (!sniff || !sink.write)
        return IKM_ERR_ARGUMENT;
    const ikm_found_dialect *d = &sniff->dialect;
    put(&w, "{\n  \"format\": \"");
    put(&w, ikmi_schema_format);
    put(&w, "\"");
    if (sniff->sheet) {
        put(&w, ",\n  \"sheet\": ");
        put_value(&w, json_string(sniff->sheet));
    }
    put(&w, ",\n  \"dialect\": ");
    put_value(&w, dialect_value(sniff));
    put(&w, ",\n  \"header\": ");
    put_value(&w, json_pack("{s:I, s:i}", "line", (json_int_t)d->header_line, "rows", (int)d->header_rows));
    if (*d->shape) {
        put(&w, ",\n  \"shape\": ");
        put_value(&w, json_string(d->shape));
    }
    put_columns(&w, sniff);
    if (sniff->schema && sniff->schema->label_count)
        put_labels(&w, sniff);
    put(&w, "\n}\n");
    return w.status;
}

ikm_status ikm_schema_sheet(char *out, size_t size, ikm_text schema)
{
    if (!out || !size || (!schema.data && schema.size))
        return IKM_ERR_ARGUMENT;
    *out = '\0';
    json_t *json = json_loadb(schema.data, schema.size, JSON_REJECT_DUPLICATES, NULL);
    const char *sheet = json_string_value(json_object_get(json, "sheet"));
    size_t length = sheet ? strlen(sheet) : 0;
    ikm_status status = length < size ? IKM_OK : IKM_ERR_LIMIT;
    if (sheet && status == IKM_OK)
        memcpy(out, sheet, length + 1);
    json_decref(json);
    return status;
}
