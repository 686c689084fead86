#include "achievement.h"

#include "base/mem.h"

static ikm_status use_options(ikm_achievement_options *out, const ikm_achievement_options *options,
                              const ikm_indicator *rows, size_t count)
{
    const ikm_achievement_options defaults = IKM_ACHIEVEMENT_OPTIONS_INIT;
    *out = options ? *options : defaults;
    if (out->size != sizeof *out || (out->cap && (out->cap < 100 || out->cap > 1000)) ||
        (out->year && (out->year < IKMI_YEAR_MIN || out->year > IKMI_YEAR_MAX)) || (unsigned)out->lower_better > 1 ||
        (unsigned)out->bands > 1 || (unsigned)out->roll_up > 1 || (!rows && count))
        return IKM_ERR_ARGUMENT;
    if (!out->scale)
        out->scale = ikm_scale_at(0);
    return IKM_OK;
}

/* The last year of the rows, where none is asked for. */
static void use_year(ikm_achievement_options *options, const ikm_indicator *rows, size_t count)
{
    int32_t last = 0;
    for (size_t i = 0; i < count; i++)
        last = rows[i].year > last ? rows[i].year : last;
    if (!options->year)
        options->year = last;
}

/* Everything for which the number of rows says how much it is at most. */
static ikm_status make_room(ikm_achievement *achievement, ikmi_chains *chains, const ikm_indicator *rows, size_t count)
{
    const ikm_mem *mem = achievement->options.mem;
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        bytes += rows[i].goal.size + rows[i].objective.size + rows[i].name.size + rows[i].unit.size;
    achievement->list = ikmi_alloc_zero(mem, count, sizeof *achievement->list);
    achievement->exact = ikmi_alloc_zero(mem, count, sizeof *achievement->exact);
    achievement->known = ikmi_alloc_zero(mem, count, sizeof *achievement->known);
    achievement->history = ikmi_alloc_zero(mem, count, sizeof *achievement->history);
    chains->name_of = ikmi_alloc_zero(mem, count, sizeof *chains->name_of);
    chains->next = ikmi_alloc_zero(mem, count, sizeof *chains->next);
    chains->order = ikmi_alloc_zero(mem, count, sizeof *chains->order);
    chains->first = ikmi_alloc_zero(mem, count, 3 * sizeof *chains->first);
    bool named = ikmi_lookup_init(&achievement->names, 4 * count, bytes, mem);
    return named && achievement->list && achievement->exact && achievement->known && achievement->history &&
                   chains->name_of && chains->next && chains->order && chains->first
               ? IKM_OK
               : IKM_ERR_NOMEM;
}

static void free_chains(ikmi_chains *chains, const ikm_mem *mem)
{
    ikmi_release(mem, chains->name_of);
    ikmi_release(mem, chains->next);
    ikmi_release(mem, chains->order);
    ikmi_release(mem, chains->first);
}

/* Each indicator, in the order in which they first appear in any year. */
static ikm_status achieve_all(ikm_achievement *achievement, ikmi_chains *chains, const ikm_indicator *rows,
                              ikm_error *err)
{
    ikm_status status = IKM_OK;
    size_t names = achievement->names.count; /* units will be named, too */
    for (size_t name = 0; name < names && status == IKM_OK; name++) {
        size_t row = chains->first[name];
        if (row == IKMI_NO_ROW)
            continue;
        while (row != IKMI_NO_ROW && rows[row].year < achievement->options.year)
            row = chains->next[row];
        bool there = row != IKMI_NO_ROW && rows[row].year == achievement->options.year;
        achievement->known[achievement->known_count++] =
            (ikmi_known){achievement->names.list[name].text, there ? achievement->count : IKMI_NO_NAME};
        if (there)
            status = ikmi_achieve_one(achievement, chains, rows, row, err);
    }
    return status;
}

static ikm_status compute(ikm_achievement *achievement, const ikm_indicator *rows, size_t count, ikm_error *err)
{
    const ikm_achievement_options *options = &achievement->options;
    ikmi_chains chains = {0};
    ikm_status status = make_room(achievement, &chains, rows, count), told = IKM_OK;
    if (status == IKM_OK)
        status = told = ikmi_chain_rows(&chains, &achievement->names, rows, count, options->lang, err);
    if (status == IKM_OK)
        status = told = achieve_all(achievement, &chains, rows, err);
    if (status == IKM_OK) {
        ikmi_note_indicators(achievement);
        status = ikmi_roll_up(achievement);
    }
    if (status == IKM_OK)
        status = achievement->notes.status;
    free_chains(&chains, options->mem);
    return status == told ? status : ikmi_fail_plain(err, status, options->lang);
}

ikm_status ikm_achievement_new(ikm_achievement **out, const ikm_indicator *rows, size_t count,
                               const ikm_achievement_options *options, ikm_error *err)
{
    ikm_achievement_options used;
    if (out)
        *out = NULL;
    if (!out || use_options(&used, options, rows, count) != IKM_OK)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, options ? options->lang : IKM_LANG_ID);
    ikm_status status = ikmi_check_rows(rows, count, used.lang, err);
    if (status != IKM_OK)
        return status;
    use_year(&used, rows, count);
    ikm_achievement *achievement = ikmi_alloc_zero(used.mem, 1, sizeof *achievement);
    if (!achievement)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, used.lang);
    achievement->options = used;
    ikmi_notes_init(&achievement->notes, used.lang, used.mem);
    status = compute(achievement, rows, count, err);
    if (status == IKM_OK)
        *out = achievement;
    else
        ikm_achievement_free(achievement);
    return status;
}

void ikm_achievement_free(ikm_achievement *achievement)
{
    if (!achievement)
        return;
    const ikm_mem *mem = achievement->options.mem;
    ikmi_lookup_done(&achievement->names);
    ikmi_notes_done(&achievement->notes);
    ikmi_release(mem, achievement->list);
    ikmi_release(mem, achievement->exact);
    ikmi_release(mem, achievement->known);
    ikmi_release(mem, achievement->history);
    ikmi_release(mem, achievement->objectives);
    ikmi_release(mem, achievement->goals);
    ikmi_release(mem, achievement);
}

size_t ikm_achievement_count(const ikm_achievement *achievement)
{
    return achievement->count;
}

const ikm_achieved *ikm_achievement_at(const ikm_achievement *achievement, size_t index)
{
    return index < ikm_achievement_count(achievement) ? &achievement->list[index] : NULL;
}

size_t ikm_achievement_objective_count(const ikm_achievement *achievement)
{
    return achievement->objective_count;
}

const ikm_rolled_up *ikm_achievement_objective(const ikm_achievement *achievement, size_t index)
{
    return index < ikm_achievement_objective_count(achievement) ? &achievement->objectives[index] : NULL;
}

size_t ikm_achievement_goal_count(const ikm_achievement *achievement)
{
    return achievement->goal_count;
}

const ikm_rolled_up *ikm_achievement_goal(const ikm_achievement *achievement, size_t index)
{
    return index < ikm_achievement_goal_count(achievement) ? &achievement->goals[index] : NULL;
}

const ikm_achievement_options *ikm_achievement_options_used(const ikm_achievement *achievement)
{
    return &achievement->options;
}

size_t ikm_achievement_note_count(const ikm_achievement *achievement)
{
    return achievement->notes.count;
}

const char *ikm_achievement_note(const ikm_achievement *achievement, size_t index)
{
    return ikmi_notes_at(&achievement->notes, index);
}
