/* Keys with their values, and an achievement as an object: what the contracts of the report share. */
#ifndef IKMI_JSON_FIGURES_H
#define IKMI_JSON_FIGURES_H

#include "emit.h"

#include "ikm/indicator.h"
#include "ikm/report.h"

/* `key` is the text up to the value: ", \"target\": ". */
void ikmi_emit_key_string(ikmi_emit *emit, const char *key, const char *value);
void ikmi_emit_key_integer(ikmi_emit *emit, const char *key, int64_t value);
void ikmi_emit_key_flag(ikmi_emit *emit, const char *key, int value);

/* A number, or null where there is none. */
void ikmi_emit_key_decimal(ikmi_emit *emit, const char *key, int present, ikm_decimal value);
void ikmi_emit_key_amount(ikmi_emit *emit, const char *key, ikm_amount amount);
void ikmi_emit_key_percent(ikmi_emit *emit, const char *key, ikm_percent percent);

/* "1650/17" where it is known and fits, else null. */
void ikmi_emit_key_exact(ikmi_emit *emit, const char *key, ikm_percent percent);

/* What stands before item `index` of a list whose items have a line each, and after its last; `indent` blanks. */
void ikmi_emit_item(ikmi_emit *emit, size_t index, int indent);
void ikmi_emit_items_end(ikmi_emit *emit, size_t count, int indent);

/*
 * The object of ikm.achieve/1, without a newline; its lines begin with `indent` blanks. `report` has the notes, those
 * of its tables too; NULL: the achievement's own.
 */
void ikmi_emit_achievement(ikmi_emit *emit, const ikm_achievement *achievement, const ikm_report *report, int indent);

/* The key "notes" of an object whose keys stand two blanks in, with the comma before it. */
void ikmi_emit_notes(ikmi_emit *emit, const ikm_report *report);

#endif
