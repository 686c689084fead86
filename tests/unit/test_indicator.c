/* Achievements: every status, polarity, cap and edge of a band; history; what is refused. */
#include "indicators.h"
#include "refusing.h"

static ikm_achievement *compute(const ikm_indicator *rows, size_t count, const ikm_achievement_options *options)
{
    ikm_achievement *achievement;
    ikm_error error = {0};
    cr_assert(eq(int, ikm_achievement_new(&achievement, rows, count, options, &error), IKM_OK), "%s", error.message);
    return achievement;
}

static const struct {
    const char *name;
    ikm_polarity polarity;
    ikm_lower_better lower_better;
    const char *target, *realization, *status, *achievement;
} outcomes[] = {
    {"higher", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "34", "33", "ok", "97.06"},
    {"higher, decimals", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "64", "64.25", "ok", "100.39"},
    {"higher, nothing reached", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "34", "0", "ok", "0.00"},
    {"higher, a loss", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "5", "-2", "ok", "-40.00"},
    {"higher, many digits", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "123456789012.345678", "123456789012.345677",
     "ok", "100.00"},
    {"higher, a whole trillion", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "999999999999999999", "1", "ok", "0.00"},
    {"no target", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "", "33", "no-target", "-"},
    {"nothing at all", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "", "", "no-target", "-"},
    {"no realization", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "34", "", "no-realization", "-"},
    {"a word for a target", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "x", "33", "not-numeric", "-"},
    {"a word for a realization", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "34", "x", "not-numeric", "-"},
    {"a word for a target and nothing", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "x", "", "not-numeric", "-"},
    {"zero target", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "0", "33", "zero-target", "-"},
    {"zero of zero", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "0.00", "0", "zero-target", "-"},
    {"negative target", IKM_POLARITY_HIGHER, IKM_LOWER_DEVIATION, "-1", "33", "negative-target", "-"},
    {"lower", IKM_POLARITY_LOWER, IKM_LOWER_DEVIATION, "14", "15.5", "ok", "89.29"},
    {"lower, better than asked", IKM_POLARITY_LOWER, IKM_LOWER_DEVIATION, "14", "7", "ok", "150.00"},
    {"lower, all gone", IKM_POLARITY_LOWER, IKM_LOWER_DEVIATION, "14", "0", "ok", "200.00"},
    {"lower, twice the target", IKM_POLARITY_LOWER, IKM_LOWER_DEVIATION, "14", "28", "ok", "0.00"},
    {"lower, beyond", IKM_POLARITY_LOWER, IKM_LOWER_DEVIATION, "14", "28.01", "beyond-range", "-"},
    {"lower, zero target", IKM_POLARITY_LOWER, IKM_LOWER_DEVIATION, "0", "1", "zero-target", "-"},
    {"lower, negative target", IKM_POLARITY_LOWER, IKM_LOWER_DEVIATION, "-3", "1", "negative-target", "-"},
    {"inverse", IKM_POLARITY_LOWER, IKM_LOWER_INVERSE, "14", "15.5", "ok", "90.32"},
    {"inverse, beyond twice", IKM_POLARITY_LOWER, IKM_LOWER_INVERSE, "14", "56", "ok", "25.00"},
    {"inverse, nothing left", IKM_POLARITY_LOWER, IKM_LOWER_INVERSE, "14", "0", "zero-target", "-"},
    {"inverse, below nothing", IKM_POLARITY_LOWER, IKM_LOWER_INVERSE, "14", "-1", "negative-target", "-"},
    {"inverse, zero target", IKM_POLARITY_LOWER, IKM_LOWER_INVERSE, "0", "5", "zero-target", "-"},
    {"range, inside", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "80..90", "85", "ok", "100.00"},
    {"range, lower bound", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "80..90", "80", "ok", "100.00"},
    {"range, upper bound", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "80..90", "90.0", "ok", "100.00"},
    {"range, below", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "80..90", "60", "ok", "75.00"},
    {"range, above", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "80..90", "99", "ok", "90.00"},
    {"range, twice the upper", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "80..90", "180", "ok", "0.00"},
    {"range, beyond", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "80..90", "180.1", "beyond-range", "-"},
    {"range, a point", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "80..80", "80", "ok", "100.00"},
    {"range around zero, inside", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "-2..2", "-1", "ok", "100.00"},
    {"range around zero, below", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "-2..2", "-3", "negative-target", "-"},
    {"range from zero, below", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "0..2", "-3", "zero-target", "-"},
    {"range to zero, above", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "-2..0", "1", "zero-target", "-"},
    {"range, no realization", IKM_POLARITY_RANGE, IKM_LOWER_DEVIATION, "80..90", "", "no-realization", "-"},
};

Test(indicator, every_status_and_formula_is_that_of_the_table)
{
    for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++) {
        ikm_indicator row = row_of("", "", "n", 2024, outcomes[i].target, outcomes[i].realization);
        ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
        row.polarity = outcomes[i].polarity;
        row.final_target = row.target;
        options.lower_better = outcomes[i].lower_better;
        ikm_achievement *achievement = compute(&row, 1, &options);
        const ikm_achieved *one = ikm_achievement_at(achievement, 0);
        cr_expect(eq(str, (char *)ikm_achieved_status_name(one->status), (char *)outcomes[i].status), "%s",
                  outcomes[i].name);
        cr_expect(eq(str, (char *)shown(one->achievement), (char *)outcomes[i].achievement), "%s", outcomes[i].name);
        cr_expect(eq(str, (char *)shown(one->capped), (char *)outcomes[i].achievement), "%s", outcomes[i].name);
        cr_expect(eq(str, (char *)shown(one->against_final), (char *)outcomes[i].achievement), "%s", outcomes[i].name);
        cr_expect(eq(int, one->predicate == NULL, !one->achievement.known), "%s", outcomes[i].name);
        cr_expect(eq(sz, ikm_achievement_note_count(achievement), one->status != IKM_ACHIEVED_OK));
        ikm_achievement_free(achievement);
    }
}

Test(indicator, names_of_what_is_out_of_range_are_unknown)
{
    cr_expect(eq(str, (char *)ikm_achieved_status_name((ikm_achieved_status)7), "unknown"));
    cr_expect(eq(str, (char *)ikm_polarity_name(IKM_POLARITY_RANGE), "range"));
    cr_expect(eq(str, (char *)ikm_polarity_name((ikm_polarity)4), "unknown"));
}

static const struct {
    const char *achievement, *rounded, *unrounded;
} edges[] = {
    {"0", "Sangat Rendah", "Sangat Rendah"},
    {"-5", "Sangat Rendah", "Sangat Rendah"},
    {"50", "Sangat Rendah", "Sangat Rendah"},
    {"50.49", "Sangat Rendah", "Sangat Rendah"},
    {"50.5", "Rendah", "Sangat Rendah"},
    {"51", "Rendah", "Rendah"},
    {"65.4", "Rendah", "Rendah"},
    {"65.5", "Sedang", "Rendah"},
    {"66", "Sedang", "Sedang"},
    {"75.49", "Sedang", "Sedang"},
    {"75.5", "Tinggi", "Sedang"},
    {"76", "Tinggi", "Tinggi"},
    {"90.49", "Tinggi", "Tinggi"},
    {"90.499999", "Tinggi", "Tinggi"},
    {"90.5", "Sangat Tinggi", "Tinggi"},
    {"90.999999", "Sangat Tinggi", "Tinggi"},
    {"91", "Sangat Tinggi", "Sangat Tinggi"},
    {"100", "Sangat Tinggi", "Sangat Tinggi"},
    {"250", "Sangat Tinggi", "Sangat Tinggi"},
    {"987654321098", "Sangat Tinggi", "Sangat Tinggi"},
};

Test(indicator, an_edge_of_a_band_has_the_predicate_of_each_convention)
{
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
        const ikm_indicator row = row_of("G", "", "n", 2024, "100", edges[i].achievement);
        for (int bands = IKM_BANDS_ROUNDED; bands <= IKM_BANDS_UNROUNDED; bands++) {
            ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
            options.bands = bands;
            ikm_achievement *achievement = compute(&row, 1, &options);
            const ikm_achieved *one = ikm_achievement_at(achievement, 0);
            const ikm_rolled_up *goal = ikm_achievement_goal(achievement, 0);
            const char *own = bands ? edges[i].unrounded : edges[i].rounded;
            const char *other = bands ? edges[i].rounded : edges[i].unrounded;
            int differ = strcmp(own, other) != 0;
            cr_expect(eq(str, (char *)one->predicate, (char *)own), "%s", edges[i].achievement);
            cr_expect(eq(str, (char *)(one->predicate_other ? one->predicate_other : own), (char *)other), "%s",
                      edges[i].achievement);
            cr_expect(eq(int, one->predicate_other != NULL, differ), "%s", edges[i].achievement);
            cr_expect(eq(str, (char *)goal->predicate, (char *)own), "%s", edges[i].achievement);
            cr_expect(eq(int, goal->predicate_other != NULL, differ), "%s", edges[i].achievement);
            cr_expect(eq(sz, ikm_achievement_note_count(achievement), 2 * (size_t)differ), "%s", edges[i].achievement);
            ikm_achievement_free(achievement);
        }
    }
}

Test(indicator, an_upper_closed_scale_has_no_bands_to_round_for)
{
    static const struct {
        const char *realization, *predicate;
    } sakip[] = {{"30", "D"},  {"30.01", "C"}, {"50", "C"},      {"60", "CC"},   {"70", "B"},
                 {"80", "BB"}, {"90", "A"},    {"90.001", "AA"}, {"90.5", "AA"}, {"100", "AA"}};
    for (size_t i = 0; i < sizeof sakip / sizeof sakip[0]; i++) {
        ikm_indicator row = row_of("G", "", "n", 2024, "100", sakip[i].realization);
        ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
        options.scale = ikm_scale_named("sakip-2021");
        ikm_achievement *achievement = compute(&row, 1, &options);
        const ikm_achieved *one = ikm_achievement_at(achievement, 0);
        cr_expect(eq(str, (char *)one->predicate, (char *)sakip[i].predicate), "%s", sakip[i].realization);
        cr_expect(eq(ptr, (void *)one->predicate_other, NULL), "%s", sakip[i].realization);
        ikm_achievement_free(achievement);
    }
}

Test(indicator, a_cap_holds_before_means_are_taken_and_leaves_the_achievement_itself)
{
    const ikm_indicator rows[] = {row_of("G", "", "a", 2024, "10", "50"), row_of("G", "", "b", 2024, "10", "8"),
                                  row_of("G", "", "c", 2024, "10", "12")};
    static const struct {
        int32_t cap;
        const char *first, *third, *goal;
    } caps[] = {{0, "500.00", "120.00", "233.33"},
                {100, "100.00", "100.00", "93.33"},
                {110, "110.00", "110.00", "100.00"},
                {120, "120.00", "120.00", "106.67"},
                {150, "150.00", "120.00", "116.67"}};
    for (size_t i = 0; i < sizeof caps / sizeof caps[0]; i++) {
        ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
        options.cap = caps[i].cap;
        ikm_achievement *achievement = compute(rows, 3, &options);
        cr_expect(eq(str, (char *)shown(ikm_achievement_at(achievement, 0)->achievement), "500.00"));
        cr_expect(eq(str, (char *)shown(ikm_achievement_at(achievement, 0)->capped), (char *)caps[i].first));
        cr_expect(eq(str, (char *)shown(ikm_achievement_at(achievement, 2)->capped), (char *)caps[i].third));
        cr_expect(eq(str, (char *)shown(ikm_achievement_goal(achievement, 0)->achievement), (char *)caps[i].goal));
        ikm_achievement_free(achievement);
    }
}

#define PUBLIC "Meningkatnya Kualitas Pelayanan Publik di Kecamatan"
#define AGENCY "Meningkatnya Kualitas Kelembagaan Kecamatan"

/* The tables of the report of Kejobong, 2024. */
static size_t kejobong(ikm_indicator *rows)
{
    const ikm_indicator all[] = {
        row_of(PUBLIC, "", "IKM", 2020, "", ""),
        row_of(PUBLIC, "", "IKM", 2021, "", "81.75"),
        row_of(PUBLIC, "", "IKM", 2022, "", "81.4"),
        row_of(PUBLIC, "", "IKM", 2023, "", "83.88"),
        row_of(PUBLIC, "", "IKM", 2024, "87", "89.62"),
        row_of(PUBLIC, "Pelayanan", "IKM Kecamatan", 2024, "87", "89.62"),
        row_of(AGENCY, "", "Kematangan", 2023, "33", "32"),
        row_of(AGENCY, "", "Kematangan", 2024, "34", "33"),
        row_of(AGENCY, "SAKIP", "Nilai SAKIP", 2022, "", "54.9"),
        row_of(AGENCY, "SAKIP", "Nilai SAKIP", 2023, "", "61.96"),
        row_of(AGENCY, "SAKIP", "Nilai SAKIP", 2024, "64", "64.25"),
    };
    static const char *const final[] = {"90", "90", "90", "90", "90", "90", "37", "37", "70", "70", "70"};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        rows[i] = all[i];
        rows[i].final_target = target_of(final[i]);
    }
    return sizeof all / sizeof all[0];
}

enum { KEJOBONG_MAX = 16 };

Test(indicator, the_figures_of_kejobong_are_those_of_its_report)
{
    static const struct {
        const char *name, *achievement, *against_final, *change, *percent;
        int32_t from;
        size_t history;
    } expected[] = {{"IKM", "103.01", "99.58", "5.74", "6.84", 2023, 4},
                    {"IKM Kecamatan", "103.01", "99.58", "0", "-", 0, 0},
                    {"Kematangan", "97.06", "89.19", "1", "3.13", 2023, 1},
                    {"Nilai SAKIP", "100.39", "91.79", "2.29", "3.70", 2023, 2}};
    ikm_indicator rows[KEJOBONG_MAX];
    ikm_achievement *achievement = compute(rows, kejobong(rows), NULL);
    cr_assert(eq(sz, ikm_achievement_count(achievement), 4));
    cr_expect(eq(ptr, (void *)ikm_achievement_at(achievement, 4), NULL));
    cr_expect(eq(int, ikm_achievement_options_used(achievement)->year, 2024));
    for (size_t i = 0; i < 4; i++) {
        const ikm_achieved *one = ikm_achievement_at(achievement, i);
        cr_expect(eq(str, (char *)one->name, (char *)expected[i].name));
        cr_expect(eq(str, (char *)shown(one->achievement), (char *)expected[i].achievement), "%s", one->name);
        cr_expect(eq(str, (char *)shown(one->against_final), (char *)expected[i].against_final), "%s", one->name);
        cr_expect(eq(str, (char *)written(one->change), (char *)expected[i].change), "%s", one->name);
        cr_expect(eq(str, (char *)shown(one->change_percent), (char *)expected[i].percent), "%s", one->name);
        cr_expect(eq(int, one->change_from, expected[i].from), "%s", one->name);
        cr_expect(eq(sz, one->history_count, expected[i].history), "%s", one->name);
        cr_expect(eq(str, (char *)one->predicate, "Sangat Tinggi"), "%s", one->name);
    }
    const ikm_achieved *index = ikm_achievement_at(achievement, 0), *maturity = ikm_achievement_at(achievement, 2);
    cr_expect(eq(i64, maturity->achievement.exact.num, 1650));
    cr_expect(eq(i64, maturity->achievement.exact.den, 17));
    cr_expect(eq(str, (char *)shown(maturity->history[0].achievement), "96.97"));
    cr_expect(eq(int, index->history[0].year, 2020));
    cr_expect(eq(int, index->history[0].status, IKM_ACHIEVED_NO_TARGET));
    cr_expect(eq(sz, index->row, 4));
    cr_expect(eq(str, (char *)index->unit, "Nilai"));
    ikm_achievement_free(achievement);
}

Test(indicator, a_goal_takes_its_own_indicators_or_all)
{
    static const char *const goals[2][2] = {{"103.01", "97.06"}, {"103.01", "98.72"}};
    ikm_indicator rows[KEJOBONG_MAX];
    size_t count = kejobong(rows);
    for (int roll_up = IKM_ROLL_UP_OWN; roll_up <= IKM_ROLL_UP_ALL; roll_up++) {
        ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
        options.roll_up = roll_up;
        ikm_achievement *achievement = compute(rows, count, &options);
        cr_assert(eq(sz, ikm_achievement_goal_count(achievement), 2));
        for (size_t i = 0; i < 2; i++) {
            const ikm_rolled_up *goal = ikm_achievement_goal(achievement, i);
            cr_expect(eq(str, (char *)shown(goal->achievement), (char *)goals[roll_up][i]));
            cr_expect(eq(sz, goal->indicators, roll_up == IKM_ROLL_UP_ALL ? 2 : 1));
            cr_expect(eq(str, (char *)goal->objective, ""));
        }
        cr_assert(eq(sz, ikm_achievement_objective_count(achievement), 2));
        cr_expect(eq(str, (char *)ikm_achievement_objective(achievement, 0)->objective, "Pelayanan"));
        cr_expect(eq(str, (char *)ikm_achievement_objective(achievement, 1)->goal, AGENCY));
        cr_expect(eq(str, (char *)shown(ikm_achievement_objective(achievement, 1)->achievement), "100.39"));
        cr_expect(eq(ptr, (void *)ikm_achievement_objective(achievement, 2), NULL));
        ikm_achievement_free(achievement);
    }
}

Test(indicator, an_earlier_year_can_be_the_reported_one)
{
    ikm_indicator rows[KEJOBONG_MAX];
    ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
    options.year = 2023;
    options.lang = IKM_LANG_EN;
    ikm_achievement *achievement = compute(rows, kejobong(rows), &options);
    cr_assert(eq(sz, ikm_achievement_count(achievement), 3));
    const ikm_achieved *index = ikm_achievement_at(achievement, 0);
    cr_expect(eq(int, index->status, IKM_ACHIEVED_NO_TARGET));
    cr_expect(eq(str, (char *)written(index->change), "2.48"));
    cr_expect(eq(sz, ikm_achievement_goal(achievement, 0)->indicators, 0));
    cr_expect(eq(sz, ikm_achievement_goal(achievement, 0)->left_out, 1));
    cr_expect(eq(int, ikm_achievement_goal(achievement, 0)->achievement.known, 0));
    cr_assert(eq(sz, ikm_achievement_note_count(achievement), 1));
    cr_expect(eq(str, (char *)ikm_achievement_note(achievement, 0),
                 "Indicators without an achievement, left out of means: 2 (there is no target)"));
    cr_expect(eq(ptr, (void *)ikm_achievement_note(achievement, 1), NULL));
    ikm_achievement_free(achievement);
}

Test(indicator, a_goal_with_objectives_alone_says_so)
{
    const ikm_indicator row = row_of("G", "S", "n", 2024, "10", "9");
    ikm_achievement *achievement = compute(&row, 1, NULL);
    cr_expect(eq(int, ikm_achievement_goal(achievement, 0)->achievement.known, 0));
    cr_assert(eq(sz, ikm_achievement_note_count(achievement), 1));
    cr_expect(strstr(ikm_achievement_note(achievement, 0), "tidak mempunyai indikator sendiri") != NULL);
    ikm_achievement_free(achievement);
}

Test(indicator, without_rows_there_is_a_result_without_anything)
{
    ikm_achievement *achievement = compute(NULL, 0, NULL);
    cr_expect(eq(sz, ikm_achievement_count(achievement), 0));
    cr_expect(eq(sz, ikm_achievement_goal_count(achievement), 0));
    cr_expect(eq(sz, ikm_achievement_note_count(achievement), 0));
    cr_expect(eq(int, ikm_achievement_options_used(achievement)->year, 0));
    ikm_achievement_free(achievement);
    ikm_achievement_free(NULL);
}

Test(indicator, a_change_from_nothing_has_a_difference_and_no_percentage)
{
    const ikm_indicator rows[] = {row_of("", "", "n", 2024, "10", "9.5"), row_of("", "", "n", 2022, "10", "0"),
                                  row_of("", "", "n", 2023, "10", "")};
    ikm_achievement *achievement = compute(rows, 3, NULL);
    const ikm_achieved *one = ikm_achievement_at(achievement, 0);
    cr_expect(eq(int, one->change_from, 2022));
    cr_expect(eq(str, (char *)written(one->change), "9.5"));
    cr_expect(eq(int, one->change_percent.known, 0));
    cr_expect(eq(sz, one->row, 0));
    cr_assert(eq(sz, one->history_count, 2));
    cr_expect(eq(int, one->history[1].year, 2023));
    ikm_achievement_free(achievement);
}

static ikm_indicator with_polarity(ikm_indicator row, ikm_polarity polarity)
{
    row.polarity = polarity;
    return row;
}

Test(indicator, what_cannot_be_is_told_with_its_row)
{
    const ikm_indicator good = row_of("G", "S", "n", 2024, "10", "9");
    const struct {
        ikm_indicator bad;
        ikm_status status;
        const char *message;
    } faults[] = {
        {good, IKM_ERR_INVALID, "the indicator \"n\" stands twice for 2024"},
        {with_polarity(row_of("G", "S", "n", 2023, "10", "9"), IKM_POLARITY_LOWER), IKM_ERR_INVALID,
         "the indicator \"n\" has another polarity in another year"},
        {row_of("G", "S", "", 2024, "10", "9"), IKM_ERR_INVALID, "an indicator without a name"},
        {row_of("G", "S", "m", 1899, "10", "9"), IKM_ERR_INVALID, "the year 1899; expected 1900 to 2999"},
        {row_of("G", "S", "m", 3000, "10", "9"), IKM_ERR_INVALID, "the year 3000"},
        {with_polarity(row_of("G", "S", "m", 2024, "90..80.5", "9"), IKM_POLARITY_RANGE), IKM_ERR_INVALID,
         "target range 90 to 80.5: the lower bound is above the upper one"},
        {row_of("G", "S", "m", 2024, "1.2345678", "9"), IKM_ERR_OVERFLOW, "indicator \"m\": a number of more than 18"},
        {row_of("G", "S", "m", 2024, "1000000000000000000", "9"), IKM_ERR_OVERFLOW, "indicator \"m\": a number of"},
        {row_of("G", "S", "m", 2024, "0.000001", "999999999999"), IKM_ERR_OVERFLOW, "indicator \"m\": target and"},
        {row_of("G", "S", "m", 2024, "999999999999999999", "0.1"), IKM_ERR_OVERFLOW, "indicator \"m\": target and"},
        {with_polarity(good, (ikm_polarity)0), IKM_ERR_ARGUMENT, "the library was called with a wrong argument"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        const ikm_indicator rows[] = {good, row_of("G", "", "n", 2024, "10", "9"), faults[i].bad};
        ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
        ikm_achievement *achievement = (ikm_achievement *)&achievement;
        ikm_error error = {0};
        options.lang = IKM_LANG_EN;
        cr_expect(eq(int, ikm_achievement_new(&achievement, rows, 3, &options, &error), faults[i].status), "%s: %s",
                  faults[i].message, error.message);
        cr_expect(eq(ptr, (void *)achievement, NULL));
        cr_expect(eq(i64, error.line, 3), "%s", faults[i].message);
        cr_expect(eq(int, strncmp(error.message, faults[i].message, strlen(faults[i].message)), 0), "%s",
                  error.message);
        cr_expect(eq(int, ikm_achievement_new(&achievement, rows, 3, &options, NULL), faults[i].status));
    }
}

Test(indicator, options_out_of_range_are_refused)
{
    const ikm_indicator row = row_of("G", "S", "n", 2024, "10", "9");
    const ikm_achievement_options init = IKM_ACHIEVEMENT_OPTIONS_INIT;
    ikm_achievement_options wrong[] = {init, init, init, init, init};
    ikm_achievement *achievement;
    wrong[0].size = 4;
    wrong[1].cap = 99;
    wrong[2].cap = 1001;
    wrong[3].year = 24;
    wrong[4].bands = (ikm_band_use)2;
    for (size_t i = 0; i < 5; i++) {
        achievement = (ikm_achievement *)&achievement;
        cr_expect(eq(int, ikm_achievement_new(&achievement, &row, 1, &wrong[i], NULL), IKM_ERR_ARGUMENT), "%zu", i);
        cr_expect(eq(ptr, (void *)achievement, NULL));
    }
    cr_expect(eq(int, ikm_achievement_new(NULL, &row, 1, NULL, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_achievement_new(&achievement, NULL, 1, NULL, NULL), IKM_ERR_ARGUMENT));
}

static uint64_t next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *state >> 33;
}

enum { MANY = 2000, NAME = 24 };

static void make_many(ikm_indicator *rows, char (*names)[3][NAME], uint64_t seed)
{
    for (size_t i = 0; i < MANY; i++) {
        snprintf(names[i][0], NAME, "goal %d", (int)(next_random(&seed) % 4));
        snprintf(names[i][1], NAME, "objective %d", (int)(next_random(&seed) % 5));
        snprintf(names[i][2], NAME, "indicator %zu", i);
        if (i % 3 == 0)
            names[i][1][0] = '\0';
        rows[i] = row_of(names[i][0], names[i][1], names[i][2], 2024, "", "");
        rows[i].target = (ikm_target){IKM_GIVEN_NUMBER, {1 + (int64_t)(next_random(&seed) % 99999), 2}, {0, 0}};
        rows[i].realization = (ikm_amount){IKM_GIVEN_NUMBER, {(int64_t)(next_random(&seed) % 99999), 2}};
        rows[i].polarity = i % 2 ? IKM_POLARITY_LOWER : IKM_POLARITY_HIGHER;
    }
}

static const ikm_rolled_up *same_group(const ikm_achievement *achievement, const ikm_rolled_up *wanted)
{
    const ikm_rolled_up *group;
    for (size_t i = 0; (group = wanted->objective[0] ? ikm_achievement_objective(achievement, i)
                                                     : ikm_achievement_goal(achievement, i));
         i++)
        if (!strcmp(group->goal, wanted->goal) && !strcmp(group->objective, wanted->objective))
            return group;
    return NULL;
}

static void expect_same(const ikm_achievement *shuffled, const ikm_rolled_up *group)
{
    const ikm_rolled_up *other = same_group(shuffled, group);
    cr_assert(other != NULL, "%s/%s", group->goal, group->objective);
    cr_expect(eq(sz, other->indicators, group->indicators));
    cr_expect(eq(sz, other->left_out, group->left_out));
    cr_expect(eq(i64, other->achievement.shown.digits, group->achievement.shown.digits));
    cr_expect(eq(i64, other->achievement.exact.num, group->achievement.exact.num));
    cr_expect(eq(i64, other->achievement.exact.den, group->achievement.exact.den));
    cr_expect(eq(str, (char *)other->predicate, (char *)group->predicate));
}

Test(indicator, the_order_of_rows_changes_no_figure)
{
    static ikm_indicator rows[MANY];
    static char names[MANY][3][NAME];
    for (uint64_t seed = 1; seed <= 4; seed++) {
        uint64_t state = seed;
        ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
        options.roll_up = seed % 2 ? IKM_ROLL_UP_ALL : IKM_ROLL_UP_OWN;
        make_many(rows, names, seed);
        ikm_achievement *first = compute(rows, MANY, &options);
        for (size_t i = MANY; i-- > 1;) {
            size_t at = next_random(&state) % (i + 1);
            ikm_indicator row = rows[i];
            rows[i] = rows[at];
            rows[at] = row;
        }
        ikm_achievement *shuffled = compute(rows, MANY, &options);
        cr_assert(eq(sz, ikm_achievement_goal_count(first), 4));
        cr_assert(eq(sz, ikm_achievement_objective_count(first), 20));
        for (size_t i = 0; i < 4; i++)
            expect_same(shuffled, ikm_achievement_goal(first, i));
        for (size_t i = 0; i < 20; i++)
            expect_same(shuffled, ikm_achievement_objective(first, i));
        ikm_achievement_free(first);
        ikm_achievement_free(shuffled);
    }
}

Test(indicator, whichever_allocation_is_refused_nothing_is_left)
{
    ikm_indicator rows[KEJOBONG_MAX + 40];
    char names[40][NAME];
    size_t count = kejobong(rows);
    for (int i = 0; i < 40; i++) { /* denominators that need the long fraction, and a note each */
        snprintf(names[i], NAME, "%d", i);
        rows[count] = row_of("long", "", names[i], 2024, "", "");
        rows[count].target = (ikm_target){IKM_GIVEN_NUMBER, {1000003 + 2 * i, 3}, {0, 0}};
        rows[count++].realization = (ikm_amount){IKM_GIVEN_NUMBER, {905003 + 2 * i, 3}};
    }
    for (long n = 0;; n++) {
        refusing memory;
        refusing_init(&memory, n);
        ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
        options.mem = &memory.mem;
        ikm_achievement *achievement = (ikm_achievement *)&achievement;
        ikm_error error = {0};
        ikm_status status = ikm_achievement_new(&achievement, rows, count, &options, &error);
        if (status == IKM_OK) {
            cr_expect(n > 20, "%ld", n);
            ikm_achievement_free(achievement);
            cr_expect(eq(long, memory.live, 0));
            break;
        }
        cr_assert(eq(int, status, IKM_ERR_NOMEM), "%ld", n);
        cr_expect(eq(int, error.status, IKM_ERR_NOMEM), "%ld", n);
        cr_expect(eq(ptr, (void *)achievement, NULL), "%ld", n);
        cr_expect(eq(long, memory.live, 0), "%ld", n);
    }
}
