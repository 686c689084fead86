/* Settings as a sheet: a key a row, "survey.files", and its value. A key that comes again makes a list. */
#include "inside.h"
#include "settings_reading.h"

#include "base/buffer.h"
#include "base/mem.h"

#include <string.h>

enum { KEY, VALUE, COLUMNS };

static const ikmi_table_column columns[COLUMNS] = {
    {"kunci", "key", true, false},
    {"nilai", "value", true, false},
};

/* A whole number is one, anything else a text: weights stay exact. */
static json_t *value_of(const char *text)
{
    ikm_decimal number;
    bool whole = ikm_decimal_read(&number, ikmi_text(text)) == IKM_OK && !number.places;
    return whole ? json_integer(number.digits) : json_string(text);
}

/* The object that the last part of the key is a member of; made where it is not there. NULL: memory, or not an object.
 */
static json_t *holder(json_t *object, const char **key)
{
    for (const char *dot; object && (dot = strchr(*key, '.')) != NULL; *key = dot + 1) {
        char part[IKMI_NAME_SIZE_MAX];
        size_t size = (size_t)(dot - *key);
        if (size >= sizeof part)
            return NULL;
        memcpy(part, *key, size);
        part[size] = '\0';
        json_t *member = json_object_get(object, part);
        if (!member && json_object_set_new(object, part, json_object()) == 0)
            member = json_object_get(object, part);
        object = json_is_object(member) ? member : NULL;
    }
    return object;
}

static bool put(json_t *root, const char *key, const char *text)
{
    json_t *object = holder(root, &key), *value = value_of(text);
    json_t *before = object ? json_object_get(object, key) : NULL;
    if (!object || !value) {
        json_decref(value);
        return false;
    }
    if (!before)
        return json_object_set_new(object, key, value) == 0;
    if (json_is_array(before))
        return json_array_append_new(before, value) == 0;
    json_t *list = json_array();
    bool good = list && json_array_append(list, before) == 0 && json_array_append_new(list, value) == 0;
    if (good)
        return json_object_set_new(object, key, list) == 0;
    json_decref(list);
    return false;
}

static int add_piece(const char *piece, size_t size, void *buffer)
{
    ikmi_buffer_add(buffer, piece, size);
    return 0;
}

ikm_status ikmi_settings_sheet(ikmi_buffer *out, const ikmi_table_task *task)
{
    static const ikmi_table_form form = {columns, COLUMNS};
    ikmi_table table;
    ikm_status status = ikmi_table_read(&table, task->cells->faults, task->keep, &form, task->input, task->err);
    if (status != IKM_OK)
        return status;
    json_t *root = json_object();
    for (size_t i = 0; root && i < table.count; i++) {
        const ikmi_table_row *row = &table.rows[i];
        if (!*row->cell[VALUE].text || !ikmi_read_filled(task->cells, &row->cell[KEY]))
            continue;
        if (!put(root, row->cell[KEY].text, row->cell[VALUE].text))
            ikmi_fault(task->cells->faults, &row->cell[KEY], IKMI_WORD_REPORT_BAD_KEY, IKMI_SAY(row->cell[KEY].text));
    }
    if (!root || json_dump_callback(root, add_piece, out, JSON_COMPACT) != 0 || out->status != IKM_OK)
        status = ikmi_no_memory(task->report, task->err);
    json_decref(root);
    return status;
}
