/* Which records count: by value, by day, finished or not; and the periods that they fall into. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "refusing.h"
#include "shaped.h"
#include "survey_text.h"

#include <stdio.h>

static ikm_status read_and_tell(ikmi_buffer *out, const ikmi_buffer *text, const ikm_survey_options *options,
                                ikm_row_counts *rows_out)
{
    ikm_survey *survey;
    ikm_error error = {.status = IKM_OK};
    ikmi_buffer_clear(out);
    ikm_status status = survey_of_bytes(&survey, text->data, text->size, options, &error);
    if (status == IKM_OK) {
        shaped_tell(out, survey);
        *rows_out = ikm_survey_rows(survey);
    } else {
        ikmi_buffer_add_string(out, error.message);
    }
    ikm_survey_free(survey);
    return status;
}

/* What a round asks for, and whom it leaves. */
typedef struct asked {
    const char *where[4];
    size_t where_count;
    char from[16], to[16];
    int service, other_service, unit, first_day, last_day; /* -1: any */
} asked;

static void ask(asked *a, shaped *s)
{
    static const char *const services[] = {"layanan=KTP", "Layanan = Surat Pindah", "layanan=Akta, Kelahiran",
                                           "layanan="};
    static const char *const units[] = {"unit=Unit A", "unit=Unit B", "unit=Unit C"};
    ikmi_buffer date;
    *a = (asked){.service = -1, .other_service = -1, .unit = -1, .first_day = -1, .last_day = -1};
    ikmi_buffer_init(&date, NULL);
    if (shaped_draw(s, 2)) {
        a->service = (int)shaped_draw(s, 4);
        a->where[a->where_count++] = services[a->service];
    }
    if (shaped_draw(s, 2)) {
        a->unit = (int)shaped_draw(s, 3);
        a->where[a->where_count++] = units[a->unit];
    }
    if (a->service >= 0 && shaped_draw(s, 2)) {
        a->other_service = (int)shaped_draw(s, 4);
        a->where[a->where_count++] = services[a->other_service];
    }
    if (shaped_draw(s, 2)) {
        a->first_day = (int)shaped_draw(s, 360);
        shaped_date(&date, a->first_day);
        memcpy(a->from, date.data, date.size + 1);
    }
    if (shaped_draw(s, 2)) {
        int least = a->first_day < 0 ? 0 : a->first_day;
        a->last_day = least + (int)shaped_draw(s, (unsigned)(360 - least));
        ikmi_buffer_clear(&date);
        shaped_date(&date, a->last_day);
        memcpy(a->to, date.data, date.size + 1);
    }
    ikmi_buffer_done(&date);
}

/* Days of February are not told apart beyond the 28th: compare what is written. */
static int compare_days(int a, int b)
{
    ikmi_buffer one, other;
    ikmi_buffer_init(&one, NULL);
    ikmi_buffer_init(&other, NULL);
    shaped_date(&one, a);
    shaped_date(&other, b);
    int order = strcmp(one.data, other.data);
    ikmi_buffer_done(&one);
    ikmi_buffer_done(&other);
    return order;
}

static size_t keep(shaped *to, const shaped *from, const asked *a)
{
    to->count = 0;
    for (size_t i = 0; i < from->count; i++) {
        const shaped_person *p = &from->people[i];
        bool service = a->service < 0 || p->service == a->service || p->service == a->other_service;
        bool unit = a->unit < 0 || p->unit == a->unit;
        bool from_day = a->first_day < 0 || compare_days(p->day, a->first_day) >= 0;
        bool to_day = a->last_day < 0 || compare_days(p->day, a->last_day) <= 0;
        if (service && unit && from_day && to_day)
            to->people[to->count++] = *p;
    }
    return from->count - to->count;
}

Test(test_survey_filter, a_filter_gives_what_the_filtered_text_gives)
{
    static shaped all = {.state = 11}, left;
    ikmi_buffer text, with, without;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&with, NULL);
    ikmi_buffer_init(&without, NULL);
    int compared = 0;
    for (int round = 0; round < 400; round++) {
        asked a;
        ikm_row_counts rows, ignored;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        shaped_make(&all, 5 + shaped_draw(&all, round % 10 ? 40 : SHAPED_MOST - 5), 1);
        ask(&a, &all);
        int64_t out = (int64_t)keep(&left, &all, &a);
        int shape = round % 3;
        ikmi_buffer_clear(&text);
        left.state = (uint64_t)round;
        shape ? shaped_long(&text, &left, shape == 2) : shaped_wide(&text, &left);
        ikm_status expected = read_and_tell(&without, &text, &options, &ignored);
        ikmi_buffer_clear(&text);
        shape ? shaped_long(&text, &all, shape == 2) : shaped_wide(&text, &all);
        options.threads = 1 + round % 4;
        options.where = a.where;
        options.where_count = a.where_count;
        options.from = a.from[0] ? a.from : NULL;
        options.to = a.to[0] ? a.to : NULL;
        ikm_status status = read_and_tell(&with, &text, &options, &rows);
        cr_assert(eq(int, status == IKM_OK, expected == IKM_OK), "round %d: %s", round, with.data);
        if (status != IKM_OK)
            continue;
        cr_assert(eq(str, with.data, without.data), "round %d", round);
        cr_assert(eq(i64, rows.filtered, out), "round %d", round);
        compared++;
    }
    cr_expect(gt(int, compared, 250));
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&with);
    ikmi_buffer_done(&without);
}

#define HEADER "tanggal,layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
#define SCORES ",A,4,4,4,4,4,4,4,4,4\n"

/* One record for each time of a list with | between. */
static void add_times(ikmi_buffer *out, const char *times)
{
    for (;;) {
        size_t size = strcspn(times, "|");
        ikmi_buffer_add(out, times, size);
        ikmi_buffer_add_string(out, SCORES);
        if (!times[size])
            return;
        times += size + 1;
    }
}

/* "2024-01 2024-02": the keys of all groups but the whole. */
static void tell_keys(ikmi_buffer *out, const ikm_survey *survey)
{
    for (size_t i = 1; i < ikm_survey_score_count(survey); i++) {
        ikmi_buffer_add_string(out, i > 1 ? " " : "");
        ikmi_buffer_add_string(out, *ikm_survey_key(survey, i, 0) ? ikm_survey_key(survey, i, 0) : "-");
        ikmi_buffer_add_char(out, ':');
        ikmi_buffer_add_integer(out, ikm_score_respondents(ikm_survey_score(survey, i)));
    }
}

typedef struct period_case {
    const char *name, *by, *times;
    const char *keys; /* NULL: refused */
    const char *note; /* or message: a part of it; NULL: none of the dates */
} period_case;

static const period_case period_cases[] = {
    {"months", "periode:bulan", "2024-01-15|2024-01-31 23:59|2023-12-31", "2023-12:1 2024-01:2", NULL},
    {"triwulan", "periode:triwulan", "2024-01-15|2024-03-31|2024-04-01|2024-12-31", "2024-T1:2 2024-T2:1 2024-T4:1",
     NULL},
    {"semester", "periode:semester", "2024-06-30|2024-07-01", "2024-S1:1 2024-S2:1", NULL},
    {"years", "periode:tahun", "2024-06-30|2023-07-01", "2023:1 2024:1", NULL},
    {"English words", "period:quarter", "2024-06-30|2023-07-01", "2023-T3:1 2024-T2:1", NULL},
    {"Excel serial numbers", "periode:bulan", "45306|45306.4313", "2024-01:2", NULL},
    {"month names", "periode:bulan", "15 Januari 2024|3 Feb 2024", "2024-01:1 2024-02:1", NULL},
    {"no time at all", "periode:bulan", "2024-01-15|", "-:1 2024-01:1", NULL},
    {"no date", "periode:bulan", "2024-01-15|kemarin|kapan", "-:2 2024-01:1", "2 cells of column"},
    {"a year has no month", "periode:bulan", "2024|2024-02", "-:1 2024-02:1", NULL},
    {"day first", "periode:bulan", "15/01/2024|03/02/2024", "2024-01:1 2024-02:1", NULL},
    {"day first, for none says otherwise", "periode:bulan", "03/02/2024|04/05/2024", "2024-02:1 2024-05:1",
     "no date of the file makes it certain"},
    {"month first where a date demands it", "periode:bulan", "03/02/2024|01/15/2024", "2024-01:1 2024-03:1",
     "month/day/year"},
    {"equal numbers are no doubt", "periode:bulan", "03/03/2024|04/04/2024", "2024-03:1 2024-04:1", NULL},
    {"both orders", "periode:bulan", "15/01/2024|01/15/2024", NULL, "can only be day/month/year"},
    {"no such period", "periode:minggu", "2024-01-15", NULL, "is no period"},
};

Test(test_survey_filter, periods_are_made_of_the_time_column)
{
    for (size_t i = 0; i < sizeof period_cases / sizeof period_cases[0]; i++) {
        const period_case *c = &period_cases[i];
        ikmi_buffer text, keys;
        ikm_survey *survey;
        ikm_error error;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        ikmi_buffer_init(&text, NULL);
        ikmi_buffer_init(&keys, NULL);
        options.by = &c->by;
        options.by_count = 1;
        options.lang = IKM_LANG_EN;
        ikmi_buffer_add_string(&text, HEADER);
        add_times(&text, c->times);
        ikm_status status = survey_of_bytes(&survey, text.data, text.size, &options, &error);
        cr_expect(eq(int, status == IKM_OK, c->keys != NULL), "%s: %s", c->name, status ? error.message : "");
        if (status != IKM_OK) {
            cr_expect(ne(ptr, strstr(error.message, c->note), NULL), "%s: %s", c->name, error.message);
        } else {
            bool noted = false;
            tell_keys(&keys, survey);
            cr_expect(eq(str, keys.data, (char *)(uintptr_t)c->keys), "%s", c->name);
            cr_expect(eq(str, (char *)(uintptr_t)ikm_survey_key_name(survey, 0), (char *)(uintptr_t)c->by));
            for (size_t note = 0; note < ikm_survey_note_count(survey); note++) {
                const char *said = ikm_survey_note(survey, note);
                noted |= strstr(said, c->note ? c->note : "dates") != NULL;
            }
            cr_expect(eq(int, noted, c->note != NULL), "%s", c->name);
        }
        ikm_survey_free(survey);
        ikmi_buffer_done(&text);
        ikmi_buffer_done(&keys);
    }
}

/* ASCII alone. */
static void to_utf16(ikmi_buffer *text)
{
    size_t size = text->size;
    char *room = ikmi_buffer_reserve(text, size);
    cr_assert(ne(ptr, room, NULL));
    text->size = 2 * size;
    for (size_t i = size; i-- > 0;) {
        text->data[2 * i] = text->data[i];
        text->data[2 * i + 1] = '\0';
    }
}

/* A sheet of which every row but the last can be read in both ways. */
static ikm_status next_sheet_row(void *ctx, const ikm_field **fields_out, size_t *count_out, int64_t *line_out,
                                 ikm_error *err)
{
    static const char *const header[] = {"tanggal", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"};
    static ikm_field fields[10];
    int64_t line = ++*(int64_t *)ctx;
    (void)err;
    for (int i = 0; i < 10; i++) {
        const char *text = line == 1 ? header[i] : i ? "4" : line < 1000 ? "03/02/2024" : "02/25/2024";
        fields[i] = (ikm_field){{text, strlen(text)}, i + 1};
    }
    *fields_out = line > 1000 ? NULL : fields;
    *count_out = line > 1000 ? 0 : 10;
    *line_out = line;
    return IKM_OK;
}

Test(test_survey_filter, what_cannot_be_read_again_is_not_guessed)
{
    static const char *const by[] = {"periode:bulan"};
    int64_t line = 0;
    const ikm_rows rows = {next_sheet_row, &line};
    const ikm_input input = {.name = "buku.xlsx", .rows = &rows};
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.lang = IKM_LANG_EN;
    options.by = by;
    options.by_count = 1;
    cr_expect(eq(int, ikm_survey_read_inputs(&survey, &input, 1, &options, &error), IKM_ERR_UNSURE));
    cr_expect(ne(ptr, strstr(error.message, "can be read only once"), NULL), "%s", error.message);
    cr_expect(zero(ptr, survey));
}

Test(test_survey_filter, one_late_date_decides_for_all_of_the_file_and_every_thread)
{
    static const char *const by[] = {"periode:bulan"};
    ikmi_buffer text, keys;
    ikm_survey *survey;
    ikm_error error;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&keys, NULL);
    for (int threads = 1; threads <= 5; threads++)
        for (int shape = 0; shape < 3; shape++) { /* wide, long, wide in UTF-16, which is read from front to end */
            ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
            options.by = by;
            options.by_count = 1;
            options.threads = threads;
            ikmi_buffer_clear(&text);
            ikmi_buffer_clear(&keys);
            ikmi_buffer_add_string(&text, shape == 1 ? "tanggal,responden_id,unsur,nilai\n" : HEADER);
            for (int row = 0; row < 3000; row++) {
                char line[80];
                const char *time = row == 2500 ? "02/25/2024" : row % 2 ? "03/02/2024" : "2024-07-01";
                if (shape == 1) /* and here the lines of a respondent are not together either */
                    sprintf(line, "%s,%d,u%d,4\n", time, (row * 7) % 3000, row % 9 + 1);
                else
                    sprintf(line, "%s" SCORES, time);
                ikmi_buffer_add_string(&text, line);
            }
            if (shape == 2)
                to_utf16(&text);
            cr_assert(eq(int, survey_of_bytes(&survey, text.data, text.size, &options, &error), IKM_OK));
            tell_keys(&keys, survey);
            cr_expect(eq(str, keys.data, "2024-02:1 2024-03:1500 2024-07:1499"), "%d threads, shape %d", threads,
                      shape);
            ikm_survey_free(survey);
        }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&keys);
}

typedef struct date_case {
    const char *name, *from, *to, *times;
    int64_t read, filtered; /* -1: refused */
    const char *said;       /* a part of a note or of the message */
} date_case;

static const date_case date_cases[] = {
    {"both ends count", "2024-01-15", "2024-01-16", "2024-01-14|2024-01-15|2024-01-16 23:59|2024-01-17", 2, 2,
     "filter"},
    {"a month is all of it", "2024-02", "2024-02", "2024-01-31|2024-02-01|2024-02-29|2024-03-01", 2, 2, "filter"},
    {"a year is all of it", "2024", "2024", "2023-12-31|2024-01-01|2024-12-31|2025-01-01", 2, 2, "filter"},
    {"day first", "3/4/2024", "30/4/2024", "2024-03-04|2024-04-03|2024-04-30", 2, 1, "filter"},
    {"no time falls out and is told", "2024-01-01", NULL, "2024-01-14||kemarin", 1, 2, "2 of these"},
    {"a month that lies within", "2024-01-15", "2024-03-15", "2024-01|2024-02|2024-03", 1, 2, "2 of these"},
    {"a month that lies outside is sure", "2024-01-15", "2024-03-15", "2023-12|2024-02", 1, 1, "filter"},
    {"the order of the file's own dates", "2024-03-01", "2024-03-31", "03/02/2024|01/15/2024", 1, 1, "month/day/year"},
    {"nothing is left", "2025-01-01", NULL, "2024-01-14|2024-01-15", -1, 2, "2 records were left out"},
    {"no date", "kemarin", NULL, "2024-01-14", -1, 0, "is not a date"},
    {"the wrong way round", "2024-02-01", "2024-01-01", "2024-01-14", -1, 0, "later than"},
};

static bool says(const ikm_survey *survey, const ikm_error *error, const char *part)
{
    if (!survey)
        return strstr(error->message, part) != NULL;
    for (size_t note = 0; note < ikm_survey_note_count(survey); note++)
        if (strstr(ikm_survey_note(survey, note), part))
            return true;
    return false;
}

Test(test_survey_filter, days_are_compared_with_both_ends)
{
    for (size_t i = 0; i < sizeof date_cases / sizeof date_cases[0]; i++) {
        const date_case *c = &date_cases[i];
        ikmi_buffer text;
        ikm_survey *survey;
        ikm_error error;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        options.from = c->from;
        options.to = c->to;
        options.lang = IKM_LANG_EN;
        ikmi_buffer_init(&text, NULL);
        ikmi_buffer_add_string(&text, HEADER);
        add_times(&text, c->times);
        ikm_status status = survey_of_bytes(&survey, text.data, text.size, &options, &error);
        cr_expect(eq(int, status == IKM_OK, c->read >= 0), "%s: %s", c->name, status ? error.message : "");
        if (status == IKM_OK) {
            cr_expect(eq(i64, ikm_survey_rows(survey).read, c->read), "%s", c->name);
            cr_expect(eq(i64, ikm_survey_rows(survey).filtered, c->filtered), "%s", c->name);
        }
        cr_expect(says(survey, &error, c->said), "%s: %s", c->name, status ? error.message : "");
        ikm_survey_free(survey);
        ikmi_buffer_done(&text);
    }
}

#define LIME   "id,submitdate,lastpage,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
#define FILLED ",5,4,4,4,4,4,4,4,4,4\n"

Test(test_survey_filter, unfinished_responses_stand_apart_unless_they_are_asked_for)
{
    static const struct {
        const char *name, *text;
        int incomplete;
        int64_t read, refused, apart;
    } cases[] = {
        {"apart", LIME "1,2024-01-01 10:00:00" FILLED "2," FILLED "3,,,,,,,,,,,\n", 0, 1, 0, 2},
        {"counted", LIME "1,2024-01-01 10:00:00" FILLED "2," FILLED "3,,,,,,,,,,,\n", 1, 3, 1, 0},
        {"what a database calls nothing", LIME "1,2024-01-01 10:00:00" FILLED "2,NULL" FILLED, 0, 1, 0, 1},
        {"headers with words",
         "id. Response ID,submitdate. Date submitted,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
         "1,2024-01-01,4,4,4,4,4,4,4,4,4\n2,,4,4,4,4,4,4,4,4,4\n",
         0, 1, 0, 1},
        {"words alone",
         "Response ID,Date submitted,Last page,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
         "1,2024-01-01,5,4,4,4,4,4,4,4,4,4\n2,,2,4,4,4,4,4,4,4,4,4\n",
         0, 1, 0, 1},
        {"words of somebody else",
         "No,Date submitted,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
         "1,2024-01-01,4,4,4,4,4,4,4,4,4\n2,,4,4,4,4,4,4,4,4,4\n",
         0, 2, 0, 0},
        {"faults of unfinished ones are none", LIME "1,2024-01-01 10:00:00" FILLED "2,,1,9,,,,,,,,\n", 0, 1, 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ikm_survey *survey;
        ikm_error error;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        options.incomplete = cases[i].incomplete;
        options.lang = IKM_LANG_EN;
        ikm_status status = survey_of(&survey, cases[i].text, &options, &error);
        cr_assert(eq(int, status, IKM_OK), "%s: %s", cases[i].name, status ? error.message : "");
        ikm_row_counts rows = ikm_survey_rows(survey);
        cr_expect(eq(i64, rows.read, cases[i].read), "%s", cases[i].name);
        cr_expect(eq(i64, rows.refused, cases[i].refused), "%s", cases[i].name);
        cr_expect(eq(i64, rows.incomplete, cases[i].apart), "%s", cases[i].name);
        cr_expect(eq(int, says(survey, &error, "unfinished"), cases[i].apart > 0), "%s", cases[i].name);
        ikm_survey_free(survey);
    }
}

Test(test_survey_filter, a_dump_in_which_nothing_is_finished_says_so)
{
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.lang = IKM_LANG_EN;
    cr_expect(eq(int, survey_of(&survey, LIME "1," FILLED "2," FILLED, &options, &error), IKM_ERR_DATA));
    cr_expect(says(NULL, &error, "all 2 responses are unfinished"), "%s", error.message);
}

typedef struct where_case {
    const char *name, *where[3];
    int64_t read; /* -1: refused */
    ikm_status status;
    const char *message;
} where_case;

static const where_case where_cases[] = {
    {"a header", {"layanan=A"}, 2, IKM_OK, NULL},
    {"in any case of letters, the value to the letter", {"LAYANAN=A"}, 2, IKM_OK, NULL},
    {"a value in another case", {"layanan=a"}, -1, IKM_ERR_DATA, "nothing passes"},
    {"blanks around", {" layanan =  A "}, 2, IKM_OK, NULL},
    {"a role", {"jenis_kelamin=L"}, 2, IKM_OK, NULL},
    {"any of one column", {"layanan=A", "layanan=B"}, 3, IKM_OK, NULL},
    {"all of different columns", {"layanan=A", "JK=L"}, 1, IKM_OK, NULL},
    {"one column by two names", {"JK=L", "jenis_kelamin=P"}, 4, IKM_OK, NULL},
    {"an empty value", {"layanan="}, 1, IKM_OK, NULL},
    {"a value with the sign in it", {"kode=x=1"}, 2, IKM_OK, NULL},
    {"a header with the sign in it", {"a=b=7"}, 3, IKM_OK, NULL},
    {"a period", {"periode:triwulan=2024-T1"}, 3, IKM_OK, NULL},
    {"a period and a value", {"periode:tahun=2024", "layanan=B"}, 1, IKM_OK, NULL},
    {"no such column", {"bagian=A"}, -1, IKM_ERR_UNKNOWN, "no column \"bagian\" (--where)"},
    {"no such period", {"periode:hari=1"}, -1, IKM_ERR_UNKNOWN, "is no period"},
    {"no sign", {"layanan"}, -1, IKM_ERR_ARGUMENT, "is not COLUMN=VALUE"},
    {"no column", {"=A"}, -1, IKM_ERR_ARGUMENT, "is not COLUMN=VALUE"},
};

Test(test_survey_filter, a_value_is_asked_for_by_the_words_of_by)
{
    static const char text[] = "tgl,layanan,JK,kode,a=b,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
                               "2024-01-05,A,L,x=1,7,4,4,4,4,4,4,4,4,4\n"
                               "2024-02-05, A ,P,x=1,7,4,4,4,4,4,4,4,4,4\n"
                               "2024-03-05,B,L,y,7,4,4,4,4,4,4,4,4,4\n"
                               "2023-03-05,,P,y,8,4,4,4,4,4,4,4,4,4\n";
    for (size_t i = 0; i < sizeof where_cases / sizeof where_cases[0]; i++) {
        const where_case *c = &where_cases[i];
        ikm_survey *survey;
        ikm_error error;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        options.where = c->where;
        while (options.where_count < 3 && c->where[options.where_count])
            options.where_count++;
        options.lang = IKM_LANG_EN;
        ikm_status status = survey_of(&survey, text, &options, &error);
        cr_expect(eq(int, status, c->status), "%s: %s", c->name, status ? error.message : "");
        if (status == IKM_OK)
            cr_expect(eq(i64, ikm_survey_rows(survey).read, c->read), "%s", c->name);
        else
            cr_expect(says(NULL, &error, c->message), "%s: %s", c->name, error.message);
        ikm_survey_free(survey);
    }
}

Test(test_survey_filter, no_time_column_is_told_for_what_it_is_asked)
{
    static const char text[] = "layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nA,4,4,4,4,4,4,4,4,4\n";
    static const char *const by[] = {"periode:bulan"};
    ikm_survey *survey;
    ikm_error error;
    for (int i = 0; i < 3; i++) {
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        options.lang = IKM_LANG_EN;
        options.by = i == 0 ? by : NULL;
        options.by_count = 1;
        options.from = i == 1 ? "2024-01-01" : NULL;
        options.to = i == 2 ? "2024-01-01" : NULL;
        cr_expect(eq(int, survey_of(&survey, text, &options, &error), IKM_ERR_UNKNOWN));
        cr_expect(says(NULL, &error, i == 0 ? "(--by)" : i == 1 ? "(--from)" : "(--to)"), "%s", error.message);
        cr_expect(says(NULL, &error, "no time column"), "%s", error.message);
    }
}

Test(test_survey_filter, columns_of_answers_make_no_groups_and_no_filter)
{
    static const char text[] = "responden_id,unsur,nilai\n1,u1,4\n1,u2,3\n2,u1,4\n";
    static const char *const by[] = {"unsur"}, *const where[] = {"nilai=4"};
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.lang = IKM_LANG_EN;
    options.by = by;
    options.by_count = 1;
    cr_expect(eq(int, survey_of(&survey, text, &options, &error), IKM_ERR_UNKNOWN));
    cr_expect(says(NULL, &error, "holds the answers"), "%s", error.message);
    options.by = NULL;
    options.where = where;
    options.where_count = 1;
    cr_expect(eq(int, survey_of(&survey, text, &options, &error), IKM_ERR_UNKNOWN));
    cr_expect(says(NULL, &error, "holds the answers"), "%s", error.message);
}

Test(test_survey_filter, every_allocation_may_be_refused)
{
    static const char text[] =
        HEADER "2024-01-05" SCORES "01/25/2024" SCORES "2024-02-05,\"B \"\"b\"\"\",1,1,1,1,1,1,1,1,1\n";
    static const char *const by[] = {"periode:bulan", "layanan"}, *const where[] = {"layanan=A", "layanan=B \"b\""};
    for (long n = 0;; n++) {
        refusing memory;
        ikm_survey *survey;
        ikm_error error;
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        refusing_init(&memory, n);
        options.mem = &memory.mem;
        options.threads = 1;
        options.by = by;
        options.by_count = 2;
        options.where = where;
        options.where_count = 2;
        options.from = "2024";
        ikm_status status = survey_of(&survey, text, &options, &error);
        if (status == IKM_OK) {
            ikm_survey_free(survey);
            cr_expect(zero(long, memory.live));
            break;
        }
        cr_assert(eq(int, status, IKM_ERR_NOMEM), "request %ld: %s", n, error.message);
        cr_expect(zero(ptr, survey));
        cr_expect(zero(long, memory.live), "request %ld", n);
    }
}
