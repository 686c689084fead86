/* The contract ikm.achieve/1: an indicator, an objective, a goal on a line each. */
#include "ikm/json.h"

#include "figures.h"

/* A name that may be missing is null. */
static void key_name(ikmi_emit *emit, const char *key, const char *name)
{
    ikmi_emit_key_string(emit, key, name && name[0] ? name : NULL);
}

/* ", "prefix": 34", or of a range ", "prefix": null, "prefix_range": [80, 90]". */
static void key_target(ikmi_emit *emit, const char *prefix, ikm_polarity polarity, ikm_target target)
{
    bool number = target.given == IKM_GIVEN_NUMBER, range = polarity == IKM_POLARITY_RANGE;
    ikmi_emit_plain(emit, ", \"");
    ikmi_emit_plain(emit, prefix);
    ikmi_emit_key_decimal(emit, "\": ", number && !range, target.value);
    if (!range)
        return;
    ikmi_emit_plain(emit, ", \"");
    ikmi_emit_plain(emit, prefix);
    ikmi_emit_key_decimal(emit, number ? "_range\": [" : "_range\": ", number, target.value);
    if (number) {
        ikmi_emit_key_decimal(emit, ", ", 1, target.upper);
        ikmi_emit_plain(emit, "]");
    }
}

static void history(ikmi_emit *emit, const ikm_achieved *one)
{
    ikmi_emit_plain(emit, ", \"history\": [");
    for (size_t i = 0; i < one->history_count; i++) {
        const ikm_achieved_year *year = &one->history[i];
        ikmi_emit_key_integer(emit, i ? ", {\"year\": " : "{\"year\": ", year->year);
        ikmi_emit_key_string(emit, ", \"status\": ", ikm_achieved_status_name(year->status));
        key_target(emit, "target", one->polarity, year->target);
        ikmi_emit_key_amount(emit, ", \"realization\": ", year->realization);
        ikmi_emit_key_percent(emit, ", \"achievement\": ", year->achievement);
        ikmi_emit_plain(emit, "}");
    }
    ikmi_emit_plain(emit, "]");
}

static void change(ikmi_emit *emit, const ikm_achieved *one)
{
    ikmi_emit_plain(emit, ", \"change\": ");
    if (!one->change_from) {
        ikmi_emit_plain(emit, "null");
        return;
    }
    ikmi_emit_key_integer(emit, "{\"from\": ", one->change_from);
    ikmi_emit_key_decimal(emit, ", \"difference\": ", 1, one->change);
    ikmi_emit_key_percent(emit, ", \"percent\": ", one->change_percent);
    ikmi_emit_plain(emit, "}");
}

static void indicator(ikmi_emit *emit, const ikm_achieved *one)
{
    key_name(emit, "{\"goal\": ", one->goal);
    key_name(emit, ", \"objective\": ", one->objective);
    ikmi_emit_key_string(emit, ", \"indicator\": ", one->name);
    key_name(emit, ", \"unit\": ", one->unit);
    ikmi_emit_key_string(emit, ", \"polarity\": ", ikm_polarity_name(one->polarity));
    ikmi_emit_key_string(emit, ", \"status\": ", ikm_achieved_status_name(one->status));
    key_target(emit, "target", one->polarity, one->target);
    ikmi_emit_key_amount(emit, ", \"realization\": ", one->realization);
    ikmi_emit_key_percent(emit, ", \"achievement\": ", one->achievement);
    ikmi_emit_key_exact(emit, ", \"achievement_exact\": ", one->achievement);
    ikmi_emit_key_percent(emit, ", \"achievement_capped\": ", one->capped);
    ikmi_emit_key_string(emit, ", \"predicate\": ", one->predicate);
    ikmi_emit_key_string(emit, ", \"predicate_other\": ", one->predicate_other);
    key_target(emit, "final_target", one->polarity, one->final_target);
    ikmi_emit_key_percent(emit, ", \"against_final\": ", one->against_final);
    history(emit, one);
    change(emit, one);
    ikmi_emit_plain(emit, "}");
}

static void rolled_up(ikmi_emit *emit, const ikm_rolled_up *group, bool objective)
{
    key_name(emit, "{\"goal\": ", group->goal);
    if (objective)
        key_name(emit, ", \"objective\": ", group->objective);
    ikmi_emit_key_integer(emit, ", \"indicators\": ", (int64_t)group->indicators);
    ikmi_emit_key_integer(emit, ", \"left_out\": ", (int64_t)group->left_out);
    ikmi_emit_key_percent(emit, ", \"achievement\": ", group->achievement);
    ikmi_emit_key_exact(emit, ", \"achievement_exact\": ", group->achievement);
    ikmi_emit_key_string(emit, ", \"predicate\": ", group->predicate);
    ikmi_emit_key_string(emit, ", \"predicate_other\": ", group->predicate_other);
    ikmi_emit_plain(emit, "}");
}

/* The convention is part of the result. */
static void head(ikmi_emit *emit, const ikm_achievement_options *options)
{
    ikmi_emit_key_string(emit, "\"version\": ", ikm_version());
    ikmi_emit_key_decimal(emit, ", \"year\": ", options->year != 0, (ikm_decimal){options->year, 0});
    ikmi_emit_key_string(emit, ", \"scale\": ", ikm_scale_name(options->scale));
    ikmi_emit_key_decimal(emit, ", \"cap\": ", options->cap != 0, (ikm_decimal){options->cap, 0});
    ikmi_emit_key_string(emit,
                         ", \"lower_better\": ", options->lower_better == IKM_LOWER_INVERSE ? "inverse" : "deviation");
    ikmi_emit_key_string(emit, ", \"bands\": ", options->bands == IKM_BANDS_UNROUNDED ? "unrounded" : "rounded");
    ikmi_emit_key_string(emit, ", \"roll_up\": ", options->roll_up == IKM_ROLL_UP_ALL ? "all" : "own");
}

static void list_begin(ikmi_emit *emit, const char *key, int indent)
{
    ikmi_emit_item(emit, 1, indent);
    ikmi_emit_plain(emit, key);
}

void ikmi_emit_achievement(ikmi_emit *emit, const ikm_achievement *achievement, const ikm_report *report, int indent)
{
    const int key_indent = indent + 2, item_indent = indent + 4;
    size_t count = ikm_achievement_count(achievement);
    ikmi_emit_plain(emit, "{");
    ikmi_emit_item(emit, 0, key_indent);
    ikmi_emit_key_string(emit, "\"format\": ", "ikm.achieve/1");
    ikmi_emit_item(emit, 1, key_indent);
    head(emit, ikm_achievement_options_used(achievement));
    list_begin(emit, "\"indicators\": [", key_indent);
    for (size_t i = 0; i < count && !emit->failed; i++) {
        ikmi_emit_item(emit, i, item_indent);
        indicator(emit, ikm_achievement_at(achievement, i));
    }
    ikmi_emit_items_end(emit, count, key_indent);
    list_begin(emit, "\"objectives\": [", key_indent);
    count = ikm_achievement_objective_count(achievement);
    for (size_t i = 0; i < count && !emit->failed; i++) {
        ikmi_emit_item(emit, i, item_indent);
        rolled_up(emit, ikm_achievement_objective(achievement, i), true);
    }
    ikmi_emit_items_end(emit, count, key_indent);
    list_begin(emit, "\"goals\": [", key_indent);
    count = ikm_achievement_goal_count(achievement);
    for (size_t i = 0; i < count && !emit->failed; i++) {
        ikmi_emit_item(emit, i, item_indent);
        rolled_up(emit, ikm_achievement_goal(achievement, i), false);
    }
    ikmi_emit_items_end(emit, count, key_indent);
    list_begin(emit, "\"notes\": [", key_indent);
    count = report ? ikm_report_note_count(report) : ikm_achievement_note_count(achievement);
    for (size_t i = 0; i < count && !emit->failed; i++) {
        ikmi_emit_item(emit, i, item_indent);
        ikmi_emit_string(emit, report ? ikm_report_note(report, i) : ikm_achievement_note(achievement, i));
    }
    ikmi_emit_items_end(emit, count, key_indent);
    ikmi_emit_item(emit, 0, indent);
    ikmi_emit_plain(emit, "}");
}

static ikm_status write(const ikm_achievement *achievement, const ikm_report *report, ikm_sink sink)
{
    ikmi_emit emit;
    if (!achievement || !sink.write)
        return IKM_ERR_ARGUMENT;
    ikmi_emit_init(&emit, sink);
    ikmi_emit_achievement(&emit, achievement, report, 0);
    ikmi_emit_plain(&emit, "\n");
    return ikmi_emit_done(&emit);
}

ikm_status ikm_json_achieve(const ikm_achievement *achievement, ikm_sink sink)
{
    return write(achievement, NULL, sink);
}

ikm_status ikm_json_achieve_report(const ikm_report *report, ikm_sink sink)
{
    return report ? write(ikm_report_achievement(report), report, sink) : IKM_ERR_ARGUMENT;
}
