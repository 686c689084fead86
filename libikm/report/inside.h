/* A report from within. */
#ifndef IKMI_REPORT_INSIDE_H
#define IKMI_REPORT_INSIDE_H

#include "ikm/report.h"

#include "by_name.h"
#include "cells.h"
#include "quantity.h"
#include "settings.h"

typedef struct ikmi_indicators {
    ikmi_table table;
    ikm_indicator *rows; /* one a row of the table */
} ikmi_indicators;

typedef struct ikmi_budget_table {
    ikmi_table table;
    ikm_budget_row *rows;
    size_t count;
    size_t *from;        /* of each row: its row in the table */
    ikm_amount total[2]; /* as the table's own last line has them: budget, realization */
} ikmi_budget_table;

typedef struct ikmi_links {
    ikmi_table table;
    ikm_link *rows;
} ikmi_links;

typedef struct ikmi_agreement {
    ikmi_table table;
    ikm_agreement_line *lines;
    size_t count;
} ikmi_agreement;

typedef struct ikmi_component_rows {
    ikmi_table table;
    ikm_component *rows;
    ikm_components *scored; /* NULL: there is no such table */
} ikmi_component_rows;

/* A printed figure. */
typedef struct ikmi_printed {
    const char *table, *item, *text;
    const char *quantity_text;
    ikmi_quantity quantity;
    ikmi_number number; /* of a figure that is one */
    bool range;         /* `number` to `upper` */
    ikmi_number upper;
    int64_t line;
} ikmi_printed;

typedef struct ikmi_published {
    ikmi_table table;
    ikmi_printed *rows;
} ikmi_published;

struct ikm_report {
    ikm_report_options options;
    ikmi_keep keep;
    ikmi_settings settings;
    bool has_settings, finished;

    bool has_indicators, has_budget, has_links, has_agreement, has_published;
    ikmi_indicators indicators;
    ikmi_budget_table budget_table;
    ikmi_links links;
    ikmi_agreement agreement;
    ikmi_component_rows components[IKMI_COMPONENT_TABLES_MAX]; /* by the settings' tables */
    ikmi_published published;

    ikm_survey *survey, *survey_groups; /* `survey_groups` may be `survey` */
    int64_t outside;                    /* records of another year */
    bool undated;                       /* the survey has no times */

    int32_t year;
    ikm_achievement *achievement;
    bool *fed; /* of each row of the indicators: the survey's index is its realization */
    ikm_budget *budget;
    ikm_efficiency *efficiency;

    /* filled when the report is finished */
    struct {
        ikmi_by_name indicators, links, agreement; /* rows of the tables; a link by its indicator */
        ikmi_by_name achieved;                     /* indicators of the year reported */
    } named;

    const char **notes;
    size_t note_count, note_room;
};

/* A note. IKM_OK or IKM_ERR_NOMEM. */
ikm_status ikmi_report_note_add(ikm_report *report, const char *text);
ikm_status ikmi_report_say(ikm_report *report, ikmi_word word, const char *const *args, size_t count);

/* The tables. Each is read into `keep`; IKM_ERR_NOMEM, what ikmi_table_read() gives, faults in `r->faults`. */
typedef struct ikmi_table_task {
    ikm_report *report;
    ikmi_keep *keep;
    ikmi_cells_read *cells;
    const ikm_input *input;
    ikm_error *err;
} ikmi_table_task;

ikm_status ikmi_indicators_read(ikmi_indicators *out, const ikmi_table_task *task);
ikm_status ikmi_budget_read(ikmi_budget_table *out, const ikmi_table_task *task);
ikm_status ikmi_links_read(ikmi_links *out, const ikmi_table_task *task);
ikm_status ikmi_agreement_read(ikmi_agreement *out, const ikmi_table_task *task);
ikm_status ikmi_components_read(ikmi_component_rows *out, const ikmi_table_task *task, size_t which);
/* The sheet "report" as the text of a report.json. */
struct ikmi_buffer;
ikm_status ikmi_settings_sheet(struct ikmi_buffer *out, const ikmi_table_task *task);
ikm_status ikmi_published_read(ikmi_published *out, const ikmi_table_task *task);

/* The year that is reported: as the settings say, else the last one of the indicators; 0: none is known. */
int32_t ikmi_report_year_of(const ikm_report *report);

/* The names of a finished report end with it, and with one that cannot be finished. */
void ikmi_report_names_done(ikm_report *report);

/* The line of the agreement for an item; NULL: there is none. */
const ikm_agreement_line *ikmi_agreement_find(const ikm_report *report, const char *kind, ikm_text item);

/* Is the indicator one that the survey's index feeds? */
bool ikmi_is_fed(const ikmi_settings *settings, ikm_text indicator);

ikm_status ikmi_no_memory(const ikm_report *report, ikm_error *err);

#endif
