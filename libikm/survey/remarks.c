/* Notes about how the dumps were read: what was left out and why, how dates and lines of answers were taken. */
#include "survey.h"

#include "base/decimal.h"

#include <string.h>

static void note_count(const ikmi_reading *reading, ikmi_word word, int64_t count)
{
    char text[IKMI_INTEGER_SIZE];
    if (count)
        ikmi_survey_note(reading->survey, word, IKMI_SAY(ikmi_integer_text(text, count)));
}

static void note_filter(const ikmi_reading *reading)
{
    char count[IKMI_INTEGER_SIZE];
    ikm_survey *survey = reading->survey;
    ikmi_buffer asked;
    note_count(reading, IKMI_WORD_SURVEY_NOTE_EXAMPLE, survey->rows.example);
    if (!reading->dump_count)
        return; /* counts are not filtered */
    ikmi_buffer_init(&asked, survey->mem);
    ikmi_filter_say(&asked, reading->options, reading->dumps[0]);
    if (asked.status != IKM_OK)
        survey->notes.status = asked.status;
    else if (asked.size && (survey->rows.filtered || reading->options->where_count)) /* a time alone, if it does */
        ikmi_survey_note(survey, IKMI_WORD_SURVEY_NOTE_FILTERED,
                         IKMI_SAY(asked.data, ikmi_integer_text(count, survey->rows.filtered)));
    ikmi_buffer_done(&asked);
    note_count(reading, IKMI_WORD_SURVEY_NOTE_UNDATED, reading->undated);
    note_count(reading, IKMI_WORD_SURVEY_NOTE_INCOMPLETE, survey->rows.incomplete);
}

static void note_dates(const ikmi_reading *reading, size_t file)
{
    char count[IKMI_INTEGER_SIZE];
    const ikmi_dump *dump = reading->dumps[file];
    const ikmi_dump_facts *facts = &reading->facts[file];
    const char *name = ikmi_source_name(dump->grid.source);
    int column = reading->filters[file].gate.time_column;
    if (column < 0 || (reading->no_trend && reading->filters[file].trend_only))
        return;
    if (facts->order == IKMI_MONTH_FIRST)
        ikmi_survey_note(reading->survey, IKMI_WORD_SURVEY_NOTE_MONTH_FIRST,
                         IKMI_SAY(name, ikmi_integer_text(count, facts->votes.month_first)));
    else if (facts->votes.either && !facts->votes.day_first)
        ikmi_survey_note(reading->survey, IKMI_WORD_SURVEY_NOTE_EITHER_ORDER, IKMI_SAY(name));
    if (facts->votes.none)
        ikmi_survey_note(
            reading->survey, IKMI_WORD_SURVEY_NOTE_NO_DATES,
            IKMI_SAY(name, ikmi_integer_text(count, facts->votes.none), dump->columns.columns[column].header));
}

static void note_lines(const ikmi_reading *reading, size_t file)
{
    char count[IKMI_INTEGER_SIZE];
    const ikmi_dump *dump = reading->dumps[file];
    const ikmi_line_facts *lines = &reading->facts[file].lines;
    const char *name = ikmi_source_name(dump->grid.source);
    if (dump->columns.shape == IKMI_SHAPE_COUNTS)
        ikmi_survey_note(reading->survey, IKMI_WORD_SURVEY_NOTE_COUNTS, IKMI_SAY(name));
    if (lines->left_out)
        ikmi_survey_note(reading->survey, IKMI_WORD_SURVEY_NOTE_LEFT_OUT,
                         IKMI_SAY(name, ikmi_integer_text(count, lines->left_out)));
    if (lines->differing)
        ikmi_survey_note(reading->survey, IKMI_WORD_SURVEY_NOTE_DIFFERING,
                         IKMI_SAY(name, ikmi_integer_text(count, lines->differing)));
}

/* A column that goes on behind the last element: the dump is perhaps of another instrument. */
static void note_beyond(const ikmi_reading *reading, size_t file)
{
    char count[IKMI_INTEGER_SIZE];
    const ikmi_dump *dump = reading->dumps[file];
    const ikm_rules *rules = reading->survey->rules;
    if (dump->columns.shape == IKMI_SHAPE_WIDE && dump->columns.beyond >= 0)
        ikmi_survey_note(reading->survey, IKMI_WORD_SURVEY_NOTE_BEYOND,
                         IKMI_SAY(ikmi_source_name(dump->grid.source),
                                  dump->columns.columns[dump->columns.beyond].header, ikm_rules_name(rules),
                                  ikmi_integer_text(count, (int64_t)ikm_rules_element_count(rules))));
}

/* Groups that nobody asked for: a dump without that column is one group more, with an empty name. */
static void note_missing_key(const ikmi_reading *reading, size_t file)
{
    const ikmi_dump *dump = reading->dumps[file];
    for (size_t k = 0; !reading->options->by && k < reading->keys.count; k++)
        if (ikmi_columns_of_role(&dump->columns, reading->keys.roles[k]) < 0)
            ikmi_survey_note(reading->survey, IKMI_WORD_SURVEY_NOTE_MISSING_KEY,
                             IKMI_SAY(ikmi_source_name(dump->grid.source), reading->keys.names[k]));
}

/* A word that means a role takes the first column that has it: were there others? */
static void note_other_key(const ikmi_reading *reading, size_t file)
{
    const ikmi_dump *dump = reading->dumps[file];
    const ikmi_columns *columns = &dump->columns;
    for (size_t k = 0; k < reading->keys.count; k++) {
        ikmi_want want = ikmi_keys_want(reading, dump, k);
        if (want.dated || want.column < 0)
            continue;
        const ikmi_column *taken = &columns->columns[want.column];
        if (taken->role == IKMI_ROLE_OTHER || (reading->options->by && !strcmp(taken->header, reading->keys.names[k])))
            continue;
        for (size_t i = (size_t)want.column + 1; i < columns->count; i++)
            if (columns->columns[i].role == taken->role && columns->columns[i].loose == taken->loose)
                ikmi_survey_note(
                    reading->survey, IKMI_WORD_SURVEY_NOTE_OTHER_KEY,
                    IKMI_SAY(ikmi_source_name(dump->grid.source), taken->header, columns->columns[i].header));
    }
}

void ikmi_reading_add_remarks(const ikmi_reading *reading)
{
    note_filter(reading);
    for (size_t file = 0; file < reading->dump_count; file++) {
        note_dates(reading, file);
        note_lines(reading, file);
        note_beyond(reading, file);
        note_missing_key(reading, file);
        note_other_key(reading, file);
    }
}
