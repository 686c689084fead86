/* What each respondent answered, kept on disk: who, in which order, of which group, and what becomes of the file. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "refusing.h"
#include "shaped.h"
#include "survey_text.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static const int32_t thread_counts[] = {1, 4, 7};
enum { THREAD_COUNTS = sizeof thread_counts / sizeof *thread_counts };

/* "KTP|Unit A 443210434;" for each respondent that was kept. */
static void tell(ikmi_buffer *out, const ikm_survey *survey)
{
    const unsigned char *scores;
    size_t score = 0;
    ikmi_buffer_clear(out);
    for (int64_t i = 0; (scores = ikm_survey_respondent(survey, i, &score)); i++) {
        for (size_t k = 0; k < ikm_survey_key_count(survey); k++) {
            ikmi_buffer_add_string(out, ikm_survey_key(survey, score, k));
            ikmi_buffer_add_char(out, k + 1 < ikm_survey_key_count(survey) ? '|' : ' ');
        }
        for (size_t e = 0; e < SHAPED_ELEMENTS; e++)
            ikmi_buffer_add_char(out, (char)('0' + scores[e]));
        ikmi_buffer_add_char(out, ';');
    }
}

static void expect_person(ikmi_buffer *out, const shaped_person *p)
{
    static const char *const services[] = {"KTP", "Surat Pindah", "Akta, Kelahiran", ""};
    ikmi_buffer_add_string(out, services[p->service]);
    ikmi_buffer_add_string(out, "|Unit ");
    ikmi_buffer_add_char(out, (char)('A' + p->unit));
    ikmi_buffer_add_char(out, ' ');
    for (size_t e = 0; e < SHAPED_ELEMENTS; e++)
        ikmi_buffer_add_char(out, (char)('0' + (p->answers[e] > 0 ? p->answers[e] : 0)));
    ikmi_buffer_add_char(out, ';');
}

static bool is_complete(const shaped_person *p)
{
    for (size_t e = 0; e < SHAPED_ELEMENTS; e++)
        if (p->answers[e] <= 0)
            return false;
    return true;
}

static ikm_survey_options both_keys(void)
{
    static const char *const by[] = {"layanan", "unit"};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.by = by;
    options.by_count = 2;
    options.respondents = 1;
    return options;
}

static ikm_survey *read_text(const ikmi_buffer *text, const ikm_survey_options *options)
{
    ikm_survey *survey;
    ikm_error error = {.status = IKM_OK};
    cr_assert(eq(int, (int)survey_of_bytes(&survey, text->data, text->size, options, &error), (int)IKM_OK), "%s",
              error.message);
    return survey;
}

Test(test_survey_respondents, each_one_is_kept_in_the_order_of_the_input_whatever_the_threads)
{
    static shaped s = {.state = 5};
    ikmi_buffer text, expected, told;
    ikm_survey_options options = both_keys();
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&expected, NULL);
    ikmi_buffer_init(&told, NULL);
    /* many pieces of the file, and more than one of each thread */
    ikmi_buffer_add_string(&text, "no,layanan,unit,tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    for (int round = 0; round < 100; round++) {
        ikmi_buffer rows;
        ikmi_buffer_init(&rows, NULL);
        shaped_make(&s, SHAPED_MOST, 1);
        shaped_wide(&rows, &s);
        const char *behind_header = strchr(rows.data, '\n') + 1;
        ikmi_buffer_add_string(&text, behind_header);
        for (size_t i = 0; i < s.count; i++)
            expect_person(&expected, &s.people[i]);
        ikmi_buffer_done(&rows);
    }
    for (size_t t = 0; t < THREAD_COUNTS; t++) {
        options.threads = thread_counts[t];
        ikm_survey *survey = read_text(&text, &options);
        cr_expect(eq(i64, ikm_survey_respondent_count(survey), 100 * SHAPED_MOST));
        tell(&told, survey);
        cr_expect(told.size == expected.size && !memcmp(told.data, expected.data, told.size), "%d threads",
                  (int)thread_counts[t]);
        cr_expect(eq(ptr, (void *)(uintptr_t)ikm_survey_respondent(survey, 100 * SHAPED_MOST, NULL), NULL));
        cr_expect(eq(ptr, (void *)(uintptr_t)ikm_survey_respondent(survey, -1, NULL), NULL));
        ikm_survey_free(survey);
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&expected);
    ikmi_buffer_done(&told);
}

Test(test_survey_respondents, lines_that_threads_must_read_again_are_kept_once)
{
    /* a quoted field with line breaks, in which each thread takes a line for a record at first */
    ikmi_buffer text, alone, told;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.respondents = 1;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&alone, NULL);
    ikmi_buffer_init(&told, NULL);
    ikmi_buffer_add_string(&text, "u1,u2,u3,u4,u5,u6,u7,u8,u9,saran\n");
    for (int i = 0; i < 300; i++) {
        ikmi_buffer_add_string(&text, i % 2 ? "1,2,3,4,1,2,3,4,1,\"a" : "4,3,2,1,4,3,2,1,4,\"b");
        for (int line = 0; line < 20; line++)
            ikmi_buffer_add_string(&text, "\n2,2,2,2,2,2,2,2,2,x");
        ikmi_buffer_add_string(&text, "\"\n");
    }
    for (size_t t = 0; t < THREAD_COUNTS; t++) {
        options.threads = thread_counts[t];
        ikm_survey *survey = read_text(&text, &options);
        cr_expect(eq(i64, ikm_survey_respondent_count(survey), 300));
        tell(t ? &told : &alone, survey);
        if (t)
            cr_expect(eq(str, told.data, alone.data));
        ikm_survey_free(survey);
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&alone);
    ikmi_buffer_done(&told);
}

Test(test_survey_respondents, the_long_shape_keeps_the_order_in_which_they_first_appear)
{
    static shaped s = {.state = 77};
    ikmi_buffer text, expected, told;
    ikm_survey_options options = both_keys();
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&expected, NULL);
    ikmi_buffer_init(&told, NULL);
    shaped_make(&s, 200, 0);
    for (int scattered = 0; scattered < 2; scattered++) {
        bool met[SHAPED_MOST * 7 + 3] = {false};
        ikmi_buffer_clear(&text);
        ikmi_buffer_clear(&expected);
        shaped_long(&text, &s, scattered);
        /* the number of the respondent is the field before the last */
        for (char *line = strchr(text.data, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
            char *end = strchr(line, '\n') - 2;
            while (end[-1] != ',')
                end--;
            int id = atoi(end);
            if (!met[id])
                expect_person(&expected, &s.people[(id - 3) / 7]);
            met[id] = true;
        }
        ikm_survey *survey = read_text(&text, &options);
        tell(&told, survey);
        cr_expect(eq(str, told.data, expected.data), "scattered: %d", scattered);
        ikm_survey_free(survey);
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&expected);
    ikmi_buffer_done(&told);
}

Test(test_survey_respondents, they_are_those_that_the_index_counts)
{
    static shaped s = {.state = 9};
    static const char *const where[] = {"unit=Unit B"};
    ikm_convention convention = IKM_CONVENTION_INIT;
    ikmi_buffer text, expected, told, from;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&expected, NULL);
    ikmi_buffer_init(&told, NULL);
    ikmi_buffer_init(&from, NULL);
    shaped_make(&s, SHAPED_MOST, 1);
    shaped_wide(&text, &s);
    shaped_date(&from, 100);
    for (int listwise = 0; listwise < 2; listwise++)
        for (int filtered = 0; filtered < 2; filtered++) {
            ikm_survey_options options = both_keys();
            convention.missing = listwise ? IKM_MISSING_LISTWISE : IKM_MISSING_PER_ELEMENT;
            options.convention = &convention;
            options.where = where;
            options.where_count = filtered ? 1 : 0;
            options.from = filtered ? from.data : NULL;
            ikmi_buffer_clear(&expected);
            for (size_t i = 0; i < s.count; i++) {
                const shaped_person *p = &s.people[i];
                if ((!listwise || is_complete(p)) && (!filtered || (p->unit == 1 && p->day >= 100)))
                    expect_person(&expected, p);
            }
            ikm_survey *survey = read_text(&text, &options);
            tell(&told, survey);
            cr_expect(eq(str, told.data, expected.data), "listwise %d, filtered %d", listwise, filtered);
            cr_expect(eq(i64, ikm_survey_respondent_count(survey), ikm_score_respondents(ikm_survey_score(survey, 0))));
            ikm_survey_free(survey);
        }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&expected);
    ikmi_buffer_done(&told);
    ikmi_buffer_done(&from);
}

Test(test_survey_respondents, files_follow_one_another_and_share_their_groups)
{
    static const char first[] = "layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP,1,1,1,1,1,1,1,1,1\nAkta,2,2,2,2,2,2,2,2,2\n";
    static const char second[] = "u1,u2,u3,u4,u5,u6,u7,u8,u9,layanan\n3,3,3,3,3,3,3,3,3,KTP\n";
    const ikm_input inputs[] = {{.name = "a.csv", .bytes = {first, sizeof first - 1}},
                                {.name = "b.csv", .bytes = {second, sizeof second - 1}}};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_survey *survey;
    ikmi_buffer told;
    ikmi_buffer_init(&told, NULL);
    options.respondents = 1;
    cr_assert(eq(int, (int)ikm_survey_read_inputs(&survey, inputs, 2, &options, NULL), (int)IKM_OK));
    tell(&told, survey);
    cr_expect(eq(str, told.data, "KTP 111111111;Akta 222222222;KTP 333333333;"));
    ikm_survey_free(survey);
    ikmi_buffer_done(&told);
}

Test(test_survey_respondents, without_groups_everybody_has_the_score_of_the_whole)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_survey *survey;
    size_t score = 99;
    options.respondents = 1;
    cr_assert(eq(int, (int)survey_of(&survey, "u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,2,3,4,,2,3,4,1\n", &options, NULL),
                 (int)IKM_OK));
    const unsigned char *scores = ikm_survey_respondent(survey, 0, &score);
    cr_assert(ne(ptr, (void *)(uintptr_t)scores, NULL));
    cr_expect(eq(int, memcmp(scores, "\1\2\3\4\0\2\3\4\1", 9), 0));
    cr_expect(eq(sz, score, 0));
    ikm_survey_free(survey);
}

Test(test_survey_respondents, counts_have_none_and_nobody_has_any_who_did_not_ask)
{
    static shaped s = {.state = 3};
    ikmi_buffer wide, counts, saved;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_survey *survey;
    ikmi_buffer_init(&wide, NULL);
    ikmi_buffer_init(&counts, NULL);
    ikmi_buffer_init(&saved, NULL);
    shaped_make(&s, 50, 0);
    shaped_wide(&wide, &s);
    shaped_counts(&counts, &s);
    survey = read_text(&wide, &options);
    cr_expect(eq(i64, ikm_survey_respondent_count(survey), -1));
    cr_expect(eq(ptr, (void *)(uintptr_t)ikm_survey_respondent(survey, 0, NULL), NULL));
    cr_assert(eq(
        int,
        (int)ikm_tally_write(ikm_survey_tally(survey), ikm_survey_rules(survey), (ikm_sink){survey_text_write, &saved}),
        (int)IKM_OK));
    ikm_survey_free(survey);
    options.respondents = 1;
    const ikm_input inputs[] = {{.name = "wide", .bytes = {wide.data, wide.size}},
                                {.name = "counts", .bytes = {counts.data, counts.size}},
                                {.name = "saved", .bytes = {saved.data, saved.size}}};
    static const struct {
        size_t first, count;
        int64_t kept;
    } cases[] = {{0, 1, 50}, {1, 1, -1}, {2, 1, -1}, {0, 2, -1}, {0, 3, -1}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        ikm_error error = {.status = IKM_OK};
        cr_assert(eq(int,
                     (int)ikm_survey_read_inputs(&survey, inputs + cases[c].first, cases[c].count, &options, &error),
                     (int)IKM_OK),
                  "%s", error.message);
        cr_expect(eq(i64, ikm_survey_respondent_count(survey), cases[c].kept), "case %zu", c);
        ikm_survey_free(survey);
    }
    ikmi_buffer_done(&wide);
    ikmi_buffer_done(&counts);
    ikmi_buffer_done(&saved);
}

static size_t files_in(const char *folder)
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    cr_assert(ne(ptr, dir, NULL));
    while (readdir(dir))
        count++;
    closedir(dir);
    return count - 2; /* itself and the one above */
}

Test(test_survey_respondents, the_file_has_no_name_in_its_folder)
{
    char folder[] = "/tmp/ikm-test-XXXXXX";
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_survey *survey;
    cr_assert(ne(ptr, mkdtemp(folder), NULL));
    options.respondents = 1;
    options.tmp_folder = folder;
    cr_assert(eq(int, (int)survey_of(&survey, "u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,2,3,4,1,2,3,4,1\n", &options, NULL),
                 (int)IKM_OK));
    cr_expect(eq(sz, files_in(folder), 0));
    cr_expect(eq(i64, ikm_survey_respondent_count(survey), 1));
    ikm_survey_free(survey);
    cr_expect(eq(int, rmdir(folder), 0));
}

Test(test_survey_respondents, a_folder_that_is_not_there_is_named)
{
    static const char *const folders[] = {"/no such folder", "/dev/null"};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.respondents = 1;
    for (size_t i = 0; i < 4; i++) {
        ikm_survey *survey;
        ikm_error error;
        options.tmp_folder = i < 2 ? folders[i] : NULL;
        setenv("TMPDIR", i < 2 ? "/tmp" : folders[i - 2], 1);
        cr_expect(eq(int, (int)survey_of(&survey, "u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,2,3,4,1,2,3,4,1\n", &options, &error),
                     (int)IKM_ERR_IO));
        cr_expect(eq(ptr, survey, NULL));
        cr_expect(eq(int, (int)error.status, (int)IKM_ERR_IO));
        cr_expect(eq(ptr, strstr(error.message, folders[i % 2]), error.message), "%s", error.message);
    }
}

Test(test_survey_respondents, a_disk_that_is_full_is_an_error_that_says_so)
{
    /* the system refuses to let a file grow beyond this, as it does when there is no room */
    struct rlimit limit = {60000, 60000};
    ikmi_buffer text;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_survey *survey;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_add_string(&text, "u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    for (int i = 0; i < 10000; i++)
        ikmi_buffer_add_string(&text, "1,2,3,4,1,2,3,4,1\n");
    signal(SIGXFSZ, SIG_IGN);
    cr_assert(eq(int, setrlimit(RLIMIT_FSIZE, &limit), 0));
    options.respondents = 1;
    options.tmp_folder = "/tmp";
    for (size_t t = 0; t < THREAD_COUNTS; t++) {
        ikm_error error;
        options.threads = thread_counts[t];
        cr_expect(eq(int, (int)survey_of_bytes(&survey, text.data, text.size, &options, &error), (int)IKM_ERR_IO));
        cr_expect(eq(ptr, survey, NULL));
        cr_expect(ne(ptr, strstr(error.message, "/tmp: "), NULL), "%s", error.message);
        cr_expect(ne(ptr, strstr(error.message, "TMPDIR"), NULL), "%s", error.message);
    }
    options.respondents = 0;
    cr_expect(eq(int, (int)survey_of_bytes(&survey, text.data, text.size, &options, NULL), (int)IKM_OK));
    ikm_survey_free(survey);
    ikmi_buffer_done(&text);
}

Test(test_survey_respondents, refused_memory_leaves_nothing_behind)
{
    static shaped s = {.state = 21};
    ikmi_buffer text;
    ikm_status status = IKM_ERR_NOMEM;
    ikmi_buffer_init(&text, NULL);
    shaped_make(&s, 60, 1);
    shaped_wide(&text, &s);
    for (long n = 0; status != IKM_OK; n++) {
        refusing memory;
        ikm_survey *survey;
        ikm_error error;
        ikm_survey_options options = both_keys();
        refusing_init(&memory, n);
        options.threads = 1;
        options.trend = 1;
        options.mem = &memory.mem;
        status = survey_of_bytes(&survey, text.data, text.size, &options, &error);
        if (status != IKM_OK) {
            cr_assert(eq(int, (int)status, (int)IKM_ERR_NOMEM), "request %ld: %s", n, error.message);
            cr_assert(eq(ptr, survey, NULL));
        } else {
            cr_expect(eq(i64, ikm_survey_respondent_count(survey), 60));
            cr_expect(ne(ptr, (void *)(uintptr_t)ikm_survey_trend(survey), NULL));
        }
        ikm_survey_free(survey);
        cr_assert(eq(long, memory.live, 0), "request %ld", n);
    }
    ikmi_buffer_done(&text);
}
