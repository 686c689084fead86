/*
 * Indicators of your own, from memory: no file and no survey. A table of what a report
 * says of each, then the goals, as the mean of their indicators.
 */
#include <ikm.h>
#include <stdio.h>
#include <string.h>

static ikm_text text(const char *string)
{
    return (ikm_text){string, strlen(string)};
}

static ikm_target target(int64_t digits, int32_t places)
{
    return (ikm_target){IKM_GIVEN_NUMBER, {digits, places}, {0, 0}};
}

static ikm_target range(int64_t lower, int64_t upper)
{
    return (ikm_target){IKM_GIVEN_NUMBER, {lower, 0}, {upper, 0}};
}

static ikm_amount amount(int64_t digits, int32_t places)
{
    return (ikm_amount){IKM_GIVEN_NUMBER, {digits, places}};
}

/* "97.06", or why there is no number. */
static const char *shown(char *out, size_t size, ikm_percent percent, ikm_achieved_status status)
{
    if (!percent.known)
        return ikm_achieved_status_name(status);
    return ikm_decimal_write(out, size, percent.shown, '.') == IKM_OK ? out : "?";
}

static void print(const ikm_achievement *achievement)
{
    char figure[32], change[32];
    for (size_t i = 0; i < ikm_achievement_count(achievement); i++) {
        const ikm_achieved *one = ikm_achievement_at(achievement, i);
        const char *predicate = one->predicate ? one->predicate : "-";
        int known = one->change_from && ikm_decimal_write(change, sizeof change, one->change, '.') == IKM_OK;
        printf("%-26s %-15s %-14s %s\n", one->name, shown(figure, sizeof figure, one->achievement, one->status),
               predicate, known ? change : "-");
    }
    for (size_t i = 0; i < ikm_achievement_goal_count(achievement); i++) {
        const ikm_rolled_up *goal = ikm_achievement_goal(achievement, i);
        printf("%s: %s (%s)\n", goal->goal, shown(figure, sizeof figure, goal->achievement, IKM_ACHIEVED_OK),
               goal->predicate ? goal->predicate : "-");
    }
    for (size_t i = 0; i < ikm_achievement_note_count(achievement); i++)
        printf("* %s\n", ikm_achievement_note(achievement, i));
}

int main(void)
{
    const ikm_text health = text("Better health"), air = text("Cleaner air");
    const ikm_indicator rows[] = {
        {.goal = health,
         .name = text("Life expectancy"),
         .unit = text("years"),
         .polarity = IKM_POLARITY_HIGHER,
         .year = 2023,
         .target = target(725, 1),
         .realization = amount(721, 1)},
        {.goal = health,
         .name = text("Life expectancy"),
         .unit = text("years"),
         .polarity = IKM_POLARITY_HIGHER,
         .year = 2024,
         .target = target(73, 0),
         .realization = amount(7285, 2)},
        {.goal = health,
         .name = text("Stunting"),
         .unit = text("%"),
         .polarity = IKM_POLARITY_LOWER,
         .year = 2024,
         .target = target(14, 0),
         .realization = amount(155, 1)},
        {.goal = air,
         .name = text("Days of fair air"),
         .unit = text("days"),
         .polarity = IKM_POLARITY_HIGHER,
         .year = 2024,
         .target = target(200, 0),
         .realization = amount(181, 0)},
        {.goal = air,
         .name = text("Humidity of the archive"),
         .unit = text("%"),
         .polarity = IKM_POLARITY_RANGE,
         .year = 2024,
         .target = range(45, 55),
         .realization = amount(58, 0)},
        {.goal = air,
         .name = text("Trees planted"),
         .polarity = IKM_POLARITY_HIGHER,
         .year = 2024,
         .target = target(5000, 0)},
    };
    ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
    ikm_achievement *achievement = NULL;
    ikm_error error;
    options.lang = IKM_LANG_EN;
    ikm_status status = ikm_achievement_new(&achievement, rows, sizeof rows / sizeof rows[0], &options, &error);
    if (status == IKM_OK)
        print(achievement);
    else
        fprintf(stderr, "row %lld: %s\n", (long long)error.line, error.message);
    ikm_achievement_free(achievement);
    return status != IKM_OK;
}
