/* What the parts of report.json that are read apart share. */
#ifndef IKMI_REPORT_SETTINGS_READING_H
#define IKMI_REPORT_SETTINGS_READING_H

#include "rules/reading.h"
#include "settings.h"

enum { IKMI_SETTINGS_TEXT_MAX = 1000, IKMI_SETTINGS_FILE_MAX = 4 << 20 };

typedef struct ikmi_settings_reading {
    ikmi_reading json;
    ikmi_settings *settings;
    ikmi_keep *keep;
    const ikm_report_options *options;
} ikmi_settings_reading;

/* A key with what reads its value; `key` has underscores, and hyphens mean the same. */
typedef struct ikmi_setting {
    const char *key;
    ikm_status (*read)(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value);
} ikmi_setting;

/* Read the members of an object; one that is not known is a fault. */
ikm_status ikmi_settings_object(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *object,
                                const ikmi_setting *known, size_t count);

/* A text that is not empty, in the keep. */
ikm_status ikmi_settings_text(const char **out, ikmi_settings_reading *r, const ikmi_place *place, const json_t *value);

/* One text or an array of them. */
ikm_status ikmi_settings_texts(const char **out, size_t most, size_t *count_out, ikmi_settings_reading *r,
                               const ikmi_place *place, const json_t *value);

/* The position of a text among `choices`, which end with NULL. */
ikm_status ikmi_settings_choice(int *out, ikmi_settings_reading *r, const ikmi_place *place, const json_t *value,
                                const char *const *choices);

/* The text of a file that the settings name, found from their folder. */
ikm_status ikmi_settings_file(ikm_text *out, ikmi_settings_reading *r, const char *path);

/* A name that ends in .json or has a slash is a file. */
bool ikmi_settings_is_file(const char *name);

/* "$.survey" with its groups. */
ikm_status ikmi_settings_survey(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *value);

/* A fault of an instrument or a scale of one's own is told with the file, or the place in the settings, before it. */
ikm_status ikmi_settings_blame(ikmi_settings_reading *r, ikm_status status, const char *where);

#endif
