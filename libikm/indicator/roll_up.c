/* Objectives and goals: the simple mean of their indicators. */
#include "achievement.h"
#include "mean.h"

#include "base/mem.h"

/* One kind of group while its means are taken. All arrays have a place for each indicator, `group_of` too. */
typedef struct rolling {
    ikm_achievement *achievement;
    ikm_rolled_up *groups;
    size_t count;
    size_t *group_of; /* of each indicator: the group whose mean takes it; IKMI_NO_NAME: none */
    size_t *at;       /* of each name: its group + 1; 0: none yet */
    ikmi_exact *terms;
    size_t *start; /* of each group: the end of its terms, once they are laid out */
} rolling;

/* The group of a name, which stands where its first indicator does. */
static size_t group_for(rolling *roll, size_t name, const char *goal, const char *objective)
{
    if (!roll->at[name]) {
        roll->groups[roll->count] = (ikm_rolled_up){.goal = goal, .objective = objective};
        roll->at[name] = ++roll->count;
    }
    return roll->at[name] - 1;
}

static void group_indicators(rolling *roll, bool goals)
{
    const ikm_achievement *achievement = roll->achievement;
    for (size_t i = 0; i < achievement->count; i++) {
        const ikm_achieved *one = &achievement->list[i];
        size_t goal = ikmi_lookup_find(&achievement->names, IKMI_NO_NAME, ikmi_text(one->goal));
        roll->group_of[i] = IKMI_NO_NAME;
        if (goals && one->goal[0]) {
            size_t group = group_for(roll, goal, one->goal, "");
            if (!one->objective[0] || achievement->options.roll_up == IKM_ROLL_UP_ALL)
                roll->group_of[i] = group;
        }
        if (!goals && one->objective[0]) {
            size_t objective = ikmi_lookup_find(&achievement->names, goal, ikmi_text(one->objective));
            roll->group_of[i] = group_for(roll, objective, one->goal, one->objective);
        }
    }
}

/* The capped achievements, those of a group together. */
static void lay_out_terms(rolling *roll)
{
    const ikm_achievement *achievement = roll->achievement;
    for (size_t i = 0; i < achievement->count; i++) {
        if (roll->group_of[i] == IKMI_NO_NAME)
            continue;
        ikm_rolled_up *group = &roll->groups[roll->group_of[i]];
        bool there = achievement->list[i].status == IKM_ACHIEVED_OK;
        group->indicators += there;
        group->left_out += !there;
    }
    for (size_t group = 0, used = 0; group < roll->count; used += roll->groups[group++].indicators)
        roll->start[group] = used;
    for (size_t i = 0; i < achievement->count; i++) {
        if (roll->group_of[i] == IKMI_NO_NAME || achievement->list[i].status != IKM_ACHIEVED_OK)
            continue;
        roll->terms[roll->start[roll->group_of[i]]++] = ikmi_exact_cap(achievement->exact[i], achievement->options.cap);
    }
}

static ikm_status take_mean(rolling *roll, size_t index)
{
    ikm_achievement *achievement = roll->achievement;
    ikm_rolled_up *group = &roll->groups[index];
    const char *name = group->objective[0] ? group->objective : group->goal;
    ikmi_position position;
    if (!group->indicators) {
        if (!group->left_out)
            ikmi_notes_say(&achievement->notes, IKMI_WORD_INDICATOR_NONE_OF_ITS_OWN, IKMI_SAY(name));
        return IKM_OK;
    }
    ikm_status status =
        ikmi_mean_of(&position, &group->achievement.exact, roll->terms + roll->start[index] - group->indicators,
                     group->indicators, achievement->options.mem);
    if (status != IKM_OK)
        return status;
    group->achievement.known = 1;
    group->achievement.shown =
        (ikm_decimal){(int64_t)ikmi_position_round(position, IKMI_SHOWN_PLACES), IKMI_SHOWN_PLACES};
    ikmi_predicates(&group->predicate, &group->predicate_other, position, &achievement->options);
    if (group->predicate_other)
        ikmi_note_bands(achievement, name, group->achievement, group->predicate, group->predicate_other);
    return IKM_OK;
}

static ikm_status roll_kind(rolling *roll, ikm_rolled_up **groups_out, size_t *count_out, bool goals)
{
    ikm_achievement *achievement = roll->achievement;
    const ikm_mem *mem = achievement->options.mem;
    roll->count = 0;
    roll->groups = *groups_out = ikmi_alloc_zero(mem, achievement->count, sizeof *roll->groups);
    roll->at = ikmi_alloc_zero(mem, achievement->names.count, sizeof *roll->at);
    ikm_status status = roll->groups && roll->at ? IKM_OK : IKM_ERR_NOMEM;
    if (status == IKM_OK) {
        group_indicators(roll, goals);
        lay_out_terms(roll);
    }
    for (size_t i = 0; i < roll->count && status == IKM_OK; i++)
        status = take_mean(roll, i);
    *count_out = roll->count;
    ikmi_release(mem, roll->at);
    return status;
}

ikm_status ikmi_roll_up(ikm_achievement *achievement)
{
    const ikm_mem *mem = achievement->options.mem;
    rolling roll = {.achievement = achievement};
    roll.group_of = ikmi_alloc_zero(mem, achievement->count, sizeof *roll.group_of);
    roll.start = ikmi_alloc_zero(mem, achievement->count, sizeof *roll.start);
    roll.terms = ikmi_alloc_zero(mem, achievement->count, sizeof *roll.terms);
    ikm_status status = roll.group_of && roll.start && roll.terms ? IKM_OK : IKM_ERR_NOMEM;
    if (status == IKM_OK)
        status = roll_kind(&roll, &achievement->objectives, &achievement->objective_count, false);
    if (status == IKM_OK)
        status = roll_kind(&roll, &achievement->goals, &achievement->goal_count, true);
    ikmi_release(mem, roll.group_of);
    ikmi_release(mem, roll.start);
    ikmi_release(mem, roll.terms);
    return status;
}
