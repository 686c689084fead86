/* Counts by month that nobody has to ask for in --by, and the days from the first record to the last. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "shaped.h"
#include "survey_text.h"

#define ANSWERS "1,2,3,4,1,2,3,4,1\n"
#define HEADER  "tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"

/* "2024-03:17;" for each month, then "2024-03-02..2024-05-30" where days are known. */
static void tell(ikmi_buffer *out, const ikm_survey *survey)
{
    char first[IKM_DAY_SIZE] = "-", last[IKM_DAY_SIZE] = "-";
    const ikm_tally *trend = ikm_survey_trend(survey);
    ikmi_buffer_clear(out);
    for (size_t i = 0; trend && i < ikm_tally_group_count(trend); i++) {
        ikmi_buffer_add_string(out, ikm_tally_key(trend, (uint32_t)i, 0));
        ikmi_buffer_add_char(out, ':');
        ikmi_buffer_add_integer(out, ikm_tally_respondents(trend, (uint32_t)i));
        ikmi_buffer_add_char(out, ';');
    }
    ikm_survey_days(survey, first, last);
    ikmi_buffer_add_string(out, first);
    ikmi_buffer_add_string(out, "..");
    ikmi_buffer_add_string(out, last);
}

static void expect(const char *text, const ikm_survey_options *options, const char *expected)
{
    ikm_survey *survey;
    ikm_error error = {.status = IKM_OK};
    ikmi_buffer told;
    ikmi_buffer_init(&told, NULL);
    cr_assert(eq(int, (int)survey_of(&survey, text, options, &error), (int)IKM_OK), "%s", error.message);
    tell(&told, survey);
    cr_expect(eq(str, told.data, (char *)(uintptr_t)expected), "%s", text);
    ikm_survey_free(survey);
    ikmi_buffer_done(&told);
}

static ikm_survey_options with_trend(void)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.trend = 1;
    return options;
}

static int has_note(const ikm_survey *survey, const char *part)
{
    for (size_t i = 0; i < ikm_survey_note_count(survey); i++)
        if (strstr(ikm_survey_note(survey, i), part))
            return 1;
    return 0;
}

Test(test_survey_trend, months_stand_in_the_order_of_time_and_days_are_the_first_and_the_last)
{
    const ikm_survey_options options = with_trend();
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {HEADER "2024-03-05," ANSWERS "2023-12-31 23:59:59," ANSWERS "2024-03-01," ANSWERS,
         "2023-12:1;2024-03:2;2023-12-31..2024-03-05"},
        {HEADER "05/03/2024," ANSWERS "13/02/2024," ANSWERS, "2024-02:1;2024-03:1;2024-02-13..2024-03-05"},
        /* only the month is written: it is all of its days */
        {HEADER "2024-02," ANSWERS "2024-01," ANSWERS, "2024-01:1;2024-02:1;2024-01-01..2024-02-29"},
        /* only the year: it has days, but no month */
        {HEADER "2024," ANSWERS "2024-05-06," ANSWERS, "2024-05:1;2024-01-01..2024-12-31"},
        /* what has no time counts in no month */
        {HEADER "," ANSWERS "2024-05-06," ANSWERS "belum," ANSWERS, "2024-05:1;2024-05-06..2024-05-06"},
        {HEADER "," ANSWERS "," ANSWERS, "-..-"},
        /* nor does a record that is refused */
        {HEADER "2024-05-06," ANSWERS "2024-07-06,1,2,3,4,1,2,3,4,9\n", "2024-05:1;2024-05-06..2024-05-06"},
        {"u1,u2,u3,u4,u5,u6,u7,u8,u9\n" ANSWERS, "-..-"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(cases[i].text, &options, cases[i].expected);
}

Test(test_survey_trend, without_the_option_there_is_none)
{
    const ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    expect(HEADER "2024-03-05," ANSWERS, &options, "-..-");
}

Test(test_survey_trend, filters_hold_for_it)
{
    static const char *const where[] = {"layanan=KTP"};
    ikm_survey_options options = with_trend();
    options.where = where;
    options.where_count = 1;
    options.from = "2024-02-01";
    options.to = "2024-04-30";
    expect("layanan,tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
           "KTP,2024-01-31," ANSWERS "KTP,2024-02-02," ANSWERS "Akta,2024-03-03," ANSWERS "KTP,2024-04-29," ANSWERS
           "KTP,2024-05-01," ANSWERS,
           &options, "2024-02:1;2024-04:1;2024-02-02..2024-04-29");
}

Test(test_survey_trend, it_is_what_by_month_gives_in_every_shape_with_any_number_of_threads)
{
    static shaped s = {.state = 11};
    static const char *const months[] = {"periode:bulan"};
    static const int32_t thread_counts[] = {1, 4, 7};
    ikmi_buffer text, told, expected;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&told, NULL);
    ikmi_buffer_init(&expected, NULL);
    for (int shape = 0; shape < 3; shape++) {
        ikmi_buffer_clear(&text);
        shaped_make(&s, SHAPED_MOST, shape == 0);
        if (shape == 0)
            shaped_wide(&text, &s);
        else
            shaped_long(&text, &s, shape == 2);
        for (size_t t = 0; t < 3; t++) {
            ikm_survey_options options = with_trend();
            ikm_survey *survey, *by_month;
            options.threads = thread_counts[t];
            cr_assert(eq(int, (int)survey_of_bytes(&survey, text.data, text.size, &options, NULL), (int)IKM_OK));
            options.by = months;
            options.by_count = 1;
            cr_assert(eq(int, (int)survey_of_bytes(&by_month, text.data, text.size, &options, NULL), (int)IKM_OK));
            ikmi_buffer_clear(&told);
            ikmi_buffer_clear(&expected);
            const ikm_tally *trend = ikm_survey_trend(survey), *asked = ikm_survey_tally(by_month);
            cr_assert(eq(sz, ikm_tally_group_count(trend), ikm_survey_score_count(by_month) - 1));
            for (uint32_t i = 0; i < ikm_tally_group_count(trend); i++) {
                uint32_t group = 0;
                while (strcmp(ikm_tally_key(asked, group, 0), ikm_tally_key(trend, i, 0)) != 0)
                    group++;
                cr_expect(eq(str, (char *)(uintptr_t)ikm_survey_key(by_month, i + 1, 0),
                             (char *)(uintptr_t)ikm_tally_key(trend, i, 0)));
                for (size_t e = 0; e < SHAPED_ELEMENTS; e++)
                    for (int score = 1; score <= 4; score++)
                        cr_expect(
                            eq(i64, ikm_tally_answers(trend, i, e, score), ikm_tally_answers(asked, group, e, score)));
            }
            ikm_survey_free(survey);
            ikm_survey_free(by_month);
        }
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&told);
    ikmi_buffer_done(&expected);
}

Test(test_survey_trend, dates_that_contradict_each_other_take_the_trend_away_and_nothing_else)
{
    static const char text[] = HEADER "13/02/2024," ANSWERS "02/13/2024," ANSWERS;
    ikm_survey_options options = with_trend();
    ikm_survey *survey;
    ikmi_buffer told;
    ikmi_buffer_init(&told, NULL);
    cr_assert(eq(int, (int)survey_of(&survey, text, &options, NULL), (int)IKM_OK));
    tell(&told, survey);
    cr_expect(eq(str, told.data, "-..-"));
    cr_expect(eq(i64, ikm_survey_rows(survey).used, 2));
    cr_expect(has_note(survey, "survey.csv: kolom \"tanggal\" memuat 1 tanggal"));
    ikm_survey_free(survey);
    options.from = "2024-01-01"; /* now more than the trend depends on them */
    cr_expect(eq(int, (int)survey_of(&survey, text, &options, NULL), (int)IKM_ERR_UNSURE));
    ikmi_buffer_done(&told);
}

Test(test_survey_trend, dates_with_the_month_first_are_read_again)
{
    /* what the first rows do not show, and each thread finds out only of its own part */
    static const int32_t thread_counts[] = {1, 4, 7};
    ikmi_buffer text, told;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&told, NULL);
    ikmi_buffer_add_string(&text, HEADER);
    for (int i = 0; i < 3000; i++)
        ikmi_buffer_add_string(&text, "03/04/2024," ANSWERS);
    ikmi_buffer_add_string(&text, "04/30/2024," ANSWERS);
    for (size_t t = 0; t < 3; t++) {
        ikm_survey_options options = with_trend();
        ikm_survey *survey;
        options.threads = thread_counts[t];
        options.respondents = 1;
        cr_assert(eq(int, (int)survey_of_bytes(&survey, text.data, text.size, &options, NULL), (int)IKM_OK));
        tell(&told, survey);
        cr_expect(eq(str, told.data, "2024-03:3000;2024-04:1;2024-03-04..2024-04-30"));
        cr_expect(eq(i64, ikm_survey_respondent_count(survey), 3001));
        ikm_survey_free(survey);
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&told);
}

Test(test_survey_trend, lines_of_a_respondent_may_be_of_different_days)
{
    static const char text[] = "responden_id,tanggal,unsur,nilai\n"
                               "a,2024-01-31,U1,3\na,2024-02-01,U2,3\nb,2024-02-02,U1,3\n";
    ikm_survey_options options = with_trend();
    ikm_survey *survey;
    ikmi_buffer told;
    ikmi_buffer_init(&told, NULL);
    cr_assert(eq(int, (int)survey_of(&survey, text, &options, NULL), (int)IKM_OK));
    tell(&told, survey);
    cr_expect(eq(str, told.data, "2024-01:1;2024-02:1;2024-01-31..2024-02-02"));
    cr_expect(not(has_note(survey, "tidak sama kelompoknya")));
    ikm_survey_free(survey);
    ikmi_buffer_done(&told);
}

Test(test_survey_trend, counts_have_one_and_are_the_same_with_it_and_without)
{
    /* in March U1 was left out by one, in April U2: three respondents, asked for months or not */
    static const char text[] = "tanggal,unsur,nilai,jumlah\n"
                               "2024-03-01,U1,4,1\n2024-03-01,U2,4,2\n2024-04-01,U1,4,1\n2024-04-01,U2,4,0\n";
    ikm_survey_options options = with_trend();
    ikm_survey *survey;
    expect(text, &options, "2024-03:2;2024-04:1;2024-03-01..2024-04-01");
    for (options.trend = 0; options.trend < 2; options.trend++) {
        cr_assert(eq(int, (int)survey_of(&survey, text, &options, NULL), (int)IKM_OK));
        cr_expect(eq(i64, ikm_survey_rows(survey).used, 3), "trend: %d", options.trend);
        ikm_survey_free(survey);
    }
}

Test(test_survey_trend, saved_counts_by_month_are_part_of_it)
{
    static const char *const by[] = {"layanan", "periode:bulan"};
    static const char text[] = "layanan,tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
                               "KTP,2024-05-01," ANSWERS "Akta,2024-05-02," ANSWERS "KTP,2024-01-02," ANSWERS;
    ikm_survey_options options = with_trend();
    ikm_survey *survey;
    ikmi_buffer saved, told;
    ikmi_buffer_init(&saved, NULL);
    ikmi_buffer_init(&told, NULL);
    options.by = by;
    options.by_count = 2;
    cr_assert(eq(int, (int)survey_of(&survey, text, &options, NULL), (int)IKM_OK));
    cr_assert(eq(
        int,
        (int)ikm_tally_write(ikm_survey_tally(survey), ikm_survey_rules(survey), (ikm_sink){survey_text_write, &saved}),
        (int)IKM_OK));
    ikm_survey_free(survey);
    const ikm_input inputs[] = {{.name = "saved.ikm", .bytes = {saved.data, saved.size}},
                                {.name = "survey.csv", .bytes = {text, sizeof text - 1}}};
    options.by_count = 1;
    for (size_t count = 1; count <= 2; count++) {
        cr_assert(eq(int, (int)ikm_survey_read_inputs(&survey, inputs, count, &options, NULL), (int)IKM_OK));
        tell(&told, survey);
        cr_expect(
            eq(str, told.data, count == 1 ? "2024-01:1;2024-05:2;-..-" : "2024-01:2;2024-05:4;2024-01-02..2024-05-02"));
        ikm_survey_free(survey);
    }
    ikmi_buffer_done(&saved);
    ikmi_buffer_done(&told);
}
