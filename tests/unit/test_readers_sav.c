#include "readers_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>
#include <readstat.h>

static fixture_rows rows;

/* ---- a .sav in memory ---- */

typedef struct growing {
    char *data;
    size_t size, capacity;
} growing;

static ssize_t grow(const void *bytes, size_t size, void *ctx)
{
    growing *file = ctx;
    if (file->size + size > file->capacity) {
        file->capacity = (file->size + size) * 2;
        file->data = realloc(file->data, file->capacity);
    }
    memcpy(file->data + file->size, bytes, size);
    file->size += size;
    return (ssize_t)size;
}

/* The moment 2024-01-31 12:49:00 in seconds since 1582-10-14. */
static const double moment = (45322.0 + 115859.0) * 86400 + 46140; /* 115,859 days before the 1900 system's day 0 */

enum { PLAIN = READSTAT_COMPRESS_NONE, ROWS = READSTAT_COMPRESS_ROWS, BINARY = READSTAT_COMPRESS_BINARY };

/* A survey of `count` cases: id, layanan, u1, q8, cap_waktu, saran. */
static ikm_text make_survey(int compression, int count)
{
    growing file = {0};
    readstat_writer_t *writer = readstat_writer_init();
    readstat_set_data_writer(writer, grow);
    readstat_writer_set_compression(writer, (readstat_compress_t)compression);
    readstat_writer_set_file_timestamp(writer, 1704067200);
    readstat_label_set_t *service = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "service");
    readstat_label_double_value(service, 2, "Kartu Keluarga");
    readstat_label_double_value(service, 1, "KTP");
    readstat_label_set_t *answer = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "answer");
    readstat_label_double_value(answer, 4, "Sangat sesuai");
    readstat_label_double_value(answer, 3, "Sesuai");
    readstat_label_double_value(answer, 9, "Tidak menjawab");
    readstat_label_set_t *word = readstat_add_label_set(writer, READSTAT_TYPE_STRING, "word");
    readstat_label_string_value(word, "b", "Baik");

    readstat_variable_t *id = readstat_add_variable(writer, "id", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_label(id, "Nomor responden");
    readstat_variable_t *layanan = readstat_add_variable(writer, "layanan", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_label_set(layanan, service);
    readstat_variable_t *element = readstat_add_variable(writer, "u1", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_label(element, "Persyaratan");
    readstat_variable_set_label_set(element, answer);
    readstat_variable_add_missing_double_value(element, 9);
    readstat_variable_t *question = readstat_add_variable(writer, "q8", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_label(question, "q8 Sarana dan prasarana");
    readstat_variable_t *time = readstat_add_variable(writer, "cap_waktu", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_format(time, "DATETIME20");
    readstat_variable_t *text = readstat_add_variable(writer, "saran", READSTAT_TYPE_STRING, 40);
    readstat_variable_set_label_set(text, word);

    cr_assert(eq(int, (int)readstat_begin_writing_sav(writer, &file, count), (int)READSTAT_OK));
    for (int i = 0; i < count; i++) {
        readstat_begin_row(writer);
        readstat_insert_double_value(writer, id, i + 1);
        readstat_insert_double_value(writer, layanan, i % 3 + 1);
        if (i % 5 == 4)
            readstat_insert_missing_value(writer, element);
        else
            readstat_insert_double_value(writer, element, i % 5 == 3 ? 9 : 4 - i % 5);
        readstat_insert_double_value(writer, question, i % 4 + 1 + (i == 1 ? 0.72 : 0));
        readstat_insert_double_value(writer, time, moment + i);
        readstat_insert_string_value(writer, text, i % 3 == 0 ? "b" : i % 3 == 1 ? "bagus, é" : "");
        readstat_end_row(writer);
    }
    cr_assert(eq(int, (int)readstat_end_writing(writer), (int)READSTAT_OK));
    readstat_writer_free(writer);
    return (ikm_text){file.data, file.size};
}

static void drop(ikm_text bytes)
{
    free((char *)(uintptr_t)bytes.data);
}

Test(readers_sav, a_case_comes_as_people_see_it)
{
    static const int ways[] = {PLAIN, ROWS, BINARY};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        ikm_text bytes = make_survey(ways[i], 6);
        fixture_read(&rows, bytes, NULL);
        cr_expect(eq(int, (int)rows.status, (int)IKM_OK), "%s", rows.error.message);
        cr_expect(eq(str, rows.text,
                     "1:id|layanan|u1 Persyaratan|q8 Sarana dan prasarana|cap_waktu|saran\n"
                     "2:1|KTP|Sangat sesuai|1|2024-01-31 12:49:00|Baik\n"
                     "3:2|Kartu Keluarga|Sesuai|2.72|2024-01-31 12:49:01|bagus, é\n"
                     "4:3|3|2|3|2024-01-31 12:49:02|\n"
                     "5:4|KTP||4|2024-01-31 12:49:03|Baik\n"
                     "6:5|Kartu Keluarga||1|2024-01-31 12:49:04|bagus, é\n"
                     "7:6|3|Sangat sesuai|2|2024-01-31 12:49:05|\n"));
        drop(bytes);
    }
}

Test(readers_sav, codes_and_other_headers_come_when_they_are_asked_for)
{
    ikm_text bytes = make_survey(ROWS, 2);
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.codes = 1;
    options.headers = IKM_SAV_HEADERS_NAMES;
    fixture_read(&rows, bytes, &options);
    cr_expect(eq(str, rows.text,
                 "1:id|layanan|u1|q8|cap_waktu|saran\n2:1|1|4|1|2024-01-31 12:49:00|b\n3:2|2|3|2.72|2024-01-31 "
                 "12:49:01|bagus, é\n"));
    options.headers = IKM_SAV_HEADERS_LABELS;
    fixture_read(&rows, bytes, &options);
    cr_expect(eq(str, rows.text,
                 "1:Nomor responden|layanan|Persyaratan|q8 Sarana dan prasarana|cap_waktu|saran\n"
                 "2:1|1|4|1|2024-01-31 12:49:00|b\n3:2|2|3|2.72|2024-01-31 12:49:01|bagus, é\n"));
    drop(bytes);
}

Test(readers_sav, windows_of_any_size_give_the_same_rows)
{
    static const int ways[] = {PLAIN, ROWS, BINARY};
    static fixture_rows whole;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        ikm_text bytes = make_survey(ways[i], 400);
        fixture_read(&whole, bytes, NULL);
        cr_assert(eq(int, (int)whole.status, (int)IKM_OK));
        for (int64_t most = 1; most < 70000; most = most * 3 + 50) {
            ikm_reader_options options = IKM_READER_OPTIONS_INIT;
            options.max_memory_bytes = most;
            fixture_read(&rows, bytes, &options);
            cr_expect(eq(int, (int)rows.status, (int)IKM_OK), "%s", rows.error.message);
            cr_expect(eq(str, rows.text, whole.text), "%lld", (long long)most);
        }
        drop(bytes);
    }
}

Test(readers_sav, it_can_be_read_again_from_its_beginning)
{
    static fixture_rows again;
    ikm_text bytes = make_survey(ROWS, 50);
    ikm_reader *reader = NULL;
    cr_assert(eq(int, (int)ikm_reader_new(&reader, &(ikm_input){.bytes = bytes}, NULL, NULL), (int)IKM_OK));
    cr_expect(eq(int, (int)ikm_reader_kind(reader), (int)IKM_FILE_SAV));
    cr_expect(eq(sz, ikm_reader_sheet_count(reader), 1));
    cr_expect(eq(str, (char *)(uintptr_t)ikm_reader_sheet_name(reader, 0), ""));
    fixture_drain(&rows, reader);
    cr_expect(eq(int, (int)ikm_reader_choose(reader, "1", NULL), (int)IKM_OK));
    fixture_drain(&again, reader);
    cr_expect(eq(str, rows.text, again.text));
    ikm_error error;
    cr_expect(eq(int, (int)ikm_reader_choose(reader, "Data", &error), (int)IKM_ERR_UNKNOWN));
    ikm_reader_free(reader);
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.sheet = "Data";
    cr_expect(
        eq(int, (int)ikm_reader_new(&reader, &(ikm_input){.bytes = bytes}, &options, &error), (int)IKM_ERR_UNKNOWN));
    cr_expect(eq(ptr, reader, NULL));
    drop(bytes);
}

Test(readers_sav, a_file_that_is_cut_off_anywhere_is_refused)
{
    static const int ways[] = {PLAIN, ROWS, BINARY};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        ikm_text bytes = make_survey(ways[i], 40);
        for (size_t size = 4; size < bytes.size; size += 1 + size / 64) {
            char *cut = malloc(size);
            memcpy(cut, bytes.data, size);
            fixture_read(&rows, (ikm_text){cut, size}, NULL);
            cr_expect(eq(int, (int)rows.status, (int)IKM_ERR_DATA), "%zu of %zu bytes, way %d", size, bytes.size,
                      ways[i]);
            cr_expect(ne(chr, rows.error.message[0], '\0'));
            free(cut);
        }
        drop(bytes);
    }
}

Test(readers_sav, a_file_with_wrong_bytes_is_read_or_refused_but_never_harms)
{
    static const int ways[] = {PLAIN, ROWS, BINARY};
    uint64_t seed = 99;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        ikm_text bytes = make_survey(ways[i], 10);
        char *bent = malloc(bytes.size);
        for (int round = 0; round < 400; round++) {
            memcpy(bent, bytes.data, bytes.size);
            for (int k = 0; k <= round % 3; k++) {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                bent[4 + (seed >> 33) % (bytes.size - 4)] = (char)(seed >> 20);
            }
            fixture_read(&rows, (ikm_text){bent, bytes.size}, NULL);
            cr_expect(rows.status == IKM_OK || rows.error.message[0]);
        }
        free(bent);
        drop(bytes);
    }
}

Test(readers_sav, a_file_that_names_no_character_set_gives_text_all_the_same)
{
    ikm_text bytes = make_survey(PLAIN, 2);
    char *bent = malloc(bytes.size);
    memcpy(bent, bytes.data, bytes.size);
    /* é becomes a byte of Windows-1252, and the record of the character set one that nobody reads */
    for (size_t i = 0; i + 12 <= bytes.size; i++) {
        if (!memcmp(bent + i, "\7\0\0\0\3\0\0\0\4\0\0\0", 12))
            bent[i + 4] = 99;
        if (!memcmp(bent + i, "\xC3\xA9", 2))
            memcpy(bent + i, "\xE9 ", 2);
    }
    fixture_read(&rows, (ikm_text){bent, bytes.size}, NULL);
    cr_expect(eq(int, (int)rows.status, (int)IKM_OK), "%s", rows.error.message);
    cr_expect(ne(ptr, strstr(rows.text, "|bagus, \xEF\xBF\xBD\n"), NULL), "%s", rows.text);
    free(bent);
    drop(bytes);
}

Test(readers_sav, a_survey_without_cases_is_its_header)
{
    ikm_text bytes = make_survey(ROWS, 0);
    fixture_read(&rows, bytes, NULL);
    cr_expect(eq(int, (int)rows.status, (int)IKM_OK), "%s", rows.error.message);
    cr_expect(eq(str, rows.text, "1:id|layanan|u1 Persyaratan|q8 Sarana dan prasarana|cap_waktu|saran\n"));
    drop(bytes);
}

Test(readers_sav, long_texts_and_every_kind_of_date_come_whole)
{
    static const struct {
        const char *format;
        double value;
        const char *text;
    } dates[] = {{"DATE11", 13926124800.0, "2024-02-01"},
                 {"EDATE10", 13926124800.0, "2024-02-01"},
                 {"TIME8", 45000, "12:30:00"},
                 {"DTIME12", 90000, "25:00:00"},
                 {"DATETIME17", 13926124801.0, "2024-02-01 00:00:01"},
                 {"F8.2", 89.72, "89.72"},
                 {"COMMA10", 1e15, "1000000000000000"},
                 {"MONTH3", 2, "2"}};
    enum { DATES = sizeof dates / sizeof *dates, LONG = 900 };
    growing file = {0};
    char text[LONG + 1], expected[2 * LONG] = "";
    memset(text, 'x', LONG);
    text[LONG - 1] = 'y';
    text[LONG] = '\0';
    readstat_writer_t *writer = readstat_writer_init();
    readstat_set_data_writer(writer, grow);
    readstat_variable_t *words = readstat_add_variable(writer, "kata", READSTAT_TYPE_STRING, LONG), *variables[DATES];
    for (size_t i = 0; i < DATES; i++) {
        char name[] = "va";
        name[1] = (char)('a' + i);
        variables[i] = readstat_add_variable(writer, name, READSTAT_TYPE_DOUBLE, 0);
        readstat_variable_set_format(variables[i], dates[i].format);
    }
    readstat_begin_writing_sav(writer, &file, 1);
    readstat_begin_row(writer);
    readstat_insert_string_value(writer, words, text);
    for (size_t i = 0; i < DATES; i++)
        readstat_insert_double_value(writer, variables[i], dates[i].value);
    readstat_end_row(writer);
    readstat_end_writing(writer);
    readstat_writer_free(writer);

    size_t used = (size_t)snprintf(expected, sizeof expected, "1:kata|va|vb|vc|vd|ve|vf|vg|vh\n2:%s", text);
    for (size_t i = 0; i < DATES; i++)
        used += (size_t)snprintf(expected + used, sizeof expected - used, "|%s", dates[i].text);
    snprintf(expected + used, sizeof expected - used, "\n");
    fixture_read(&rows, (ikm_text){file.data, file.size}, NULL);
    cr_expect(eq(int, (int)rows.status, (int)IKM_OK), "%s", rows.error.message);
    cr_expect(eq(str, rows.text, expected));
    free(file.data);
}
