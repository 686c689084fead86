/* report.json: who reports, the survey and its convention, which agreement a printed table uses, scale and instruments.
 */
#ifndef IKMI_REPORT_SETTINGS_H
#define IKMI_REPORT_SETTINGS_H

#include "ikm/report.h"

#include "keep.h"

#include <stdbool.h>

/* Which version of the agreement holds for a printed table. */
typedef enum ikmi_version { IKMI_VERSION_HOLDS = 0, IKMI_VERSION_ORIGINAL, IKMI_VERSION_AMENDED } ikmi_version;

/* A printed table, and what the settings say of it. */
typedef struct ikmi_printed_table {
    const char *name;
    ikmi_version version;   /* HOLDS: it is of components or of the survey */
    const char *components; /* NULL: it is of none */
    bool survey;
} ikmi_printed_table;

/* A table of components and its instrument. */
typedef struct ikmi_component_table {
    const char *name;
    const ikm_instrument *instrument;
    ikm_instrument *own; /* the same where it is the user's */
    bool named;          /* by the settings; the built-in ones may be there or not */
} ikmi_component_table;

/* Options of a survey, with what they point to. */
typedef struct ikmi_survey_settings {
    ikm_survey_options options;
    ikm_convention convention;
    const char *sheet;
} ikmi_survey_settings;

enum { IKMI_SURVEY_FILES_MAX = 100, IKMI_FED_MAX = 100, IKMI_PRINTED_TABLES_MAX = 100, IKMI_COMPONENT_TABLES_MAX = 20 };

typedef struct ikmi_settings {
    ikm_profile profile;
    int32_t year; /* 0: not said */
    ikm_achievement_options achievement;
    ikm_scale *own_scale;
    ikm_efficiency_kind efficiency;

    bool has_survey;
    const char *files[IKMI_SURVEY_FILES_MAX];
    size_t file_count;
    ikmi_survey_settings survey, groups;
    bool has_groups;
    ikm_rules *own_rules[2]; /* of the survey, and of its groups */
    bool names_fed;          /* `fed` says which indicators the index feeds; else those that are called so */
    const char *fed[IKMI_FED_MAX];
    size_t fed_count;

    ikmi_printed_table printed[IKMI_PRINTED_TABLES_MAX];
    size_t printed_count;
    ikmi_component_table components[IKMI_COMPONENT_TABLES_MAX]; /* sakip and maturity first */
    size_t component_count;
} ikmi_settings;

/* What holds where nothing is said. */
void ikmi_settings_init(ikmi_settings *settings);

/* Free what is not in the keep. */
void ikmi_settings_done(ikmi_settings *settings);

/* Read report.json over `settings`. IKM_ERR_SYNTAX, IKM_ERR_INVALID; IKM_ERR_IO for a file that it names;
 * IKM_ERR_NOMEM. */
ikm_status ikmi_settings_read(ikmi_settings *settings, ikmi_keep *keep, const ikm_report_options *options,
                              ikm_text json, const char *name, ikm_error *err);

/* "KEY=VALUE" over `settings`. IKM_ERR_ARGUMENT, IKM_ERR_SYNTAX, IKM_ERR_INVALID, IKM_ERR_IO, IKM_ERR_NOMEM. */
ikm_status ikmi_settings_tell(ikmi_settings *settings, ikmi_keep *keep, const ikm_report_options *options,
                              const char *told, ikm_error *err);

/* A file name as seen from the folder, in the keep. */
const char *ikmi_settings_path(ikmi_keep *keep, const char *folder, const char *path);

#endif
