/* Which columns make the groups, and which are characteristics of respondents. */
#include "survey.h"

#include "base/words.h"

#include <string.h>

/* The headers of a dump, for a message: personal columns are not named by their content, only by their header. */
static void list_headers(char *out, size_t size, const ikmi_columns *columns)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < columns->count; i++) {
        const char *header = columns->columns[i].header;
        size_t length = strlen(header);
        if (!length)
            continue;
        if (used + length + 6 > size) {
            memcpy(out + used, " ...", 5);
            return;
        }
        if (used) {
            memcpy(out + used, ", ", 2);
            used += 2;
        }
        memcpy(out + used, header, length + 1);
        used += length;
    }
}

static ikm_status unknown_word(const ikmi_reading *reading, const ikmi_dump *dump, const char *word)
{
    char headers[150];
    list_headers(headers, sizeof headers, &dump->columns);
    return ikmi_fail(reading->err, IKM_ERR_UNKNOWN, reading->options->lang, IKMI_WORD_SURVEY_NO_SUCH_COLUMN,
                     IKMI_SAY(ikmi_source_name(dump->grid.source), word, headers));
}

static ikm_status choose_given(ikmi_reading *reading)
{
    const ikm_survey_options *o = reading->options;
    if (o->by_count > IKMI_KEYS_MAX)
        return ikmi_fail_plain(reading->err, IKM_ERR_ARGUMENT, o->lang);
    for (size_t k = 0; k < o->by_count; k++) {
        if (!o->by[k])
            return ikmi_fail_plain(reading->err, IKM_ERR_ARGUMENT, o->lang);
        for (size_t earlier = 0; earlier < k; earlier++)
            if (!strcmp(o->by[k], o->by[earlier]))
                return ikmi_fail(reading->err, IKM_ERR_ARGUMENT, o->lang, IKMI_WORD_SURVEY_COLUMN_TWICE,
                                 IKMI_SAY(o->by[k]));
        for (size_t d = 0; d < reading->dump_count; d++)
            if (ikmi_columns_find(&reading->dumps[d]->columns, o->by[k]) < 0)
                return unknown_word(reading, reading->dumps[d], o->by[k]);
        reading->keys.names[k] = o->by[k];
    }
    reading->keys.count = o->by_count;
    return IKM_OK;
}

static const ikmi_role characteristic_roles[] = {IKMI_ROLE_GENDER, IKMI_ROLE_AGE, IKMI_ROLE_EDUCATION,
                                                 IKMI_ROLE_OCCUPATION};

/* Characteristics are named as the first dump that has them heads them. */
static void choose_characteristics(ikmi_reading *reading)
{
    for (size_t i = 0; i < sizeof characteristic_roles / sizeof characteristic_roles[0]; i++) {
        for (size_t d = 0; d < reading->dump_count; d++) {
            const ikmi_columns *columns = &reading->dumps[d]->columns;
            int column = ikmi_columns_of_role(columns, characteristic_roles[i]);
            if (column < 0)
                continue;
            reading->characteristic_roles[reading->characteristic_count] = characteristic_roles[i];
            reading->characteristic_names[reading->characteristic_count++] = columns->columns[column].header;
            break;
        }
    }
}

/* A key that nobody asked for, where a dump has it. */
static void add_default(ikmi_reading *reading, ikmi_role role)
{
    for (size_t d = 0; d < reading->dump_count; d++) {
        if (ikmi_columns_of_role(&reading->dumps[d]->columns, role) < 0)
            continue;
        reading->keys.names[reading->keys.count] = ikmi_role_by(role);
        reading->keys.roles[reading->keys.count++] = role;
        return;
    }
}

ikm_status ikmi_reading_choose(ikmi_reading *reading)
{
    if (reading->options->characteristics)
        choose_characteristics(reading);
    if (reading->options->by)
        return choose_given(reading);
    add_default(reading, IKMI_ROLE_SERVICE);
    if (reading->check) /* whose names are to be compared */
        add_default(reading, IKMI_ROLE_UNIT);
    return IKM_OK;
}

int ikmi_keys_column(const ikmi_reading *reading, const ikmi_columns *columns, size_t key)
{
    return reading->options->by ? ikmi_columns_find(columns, reading->keys.names[key])
                                : ikmi_columns_of_role(columns, reading->keys.roles[key]);
}
