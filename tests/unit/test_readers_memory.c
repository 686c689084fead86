/* Every allocation of ours refused once, at opening and at each row. */
#include "readers_fixture.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <readstat.h>

/* How often memory was refused before all went well; asserts what must hold on the way. */
static long refuse_each(ikm_text bytes, const char *sheet)
{
    static fixture_rows rows;
    for (long n = 0; n < 10000; n++) {
        refusing memory;
        refusing_init(&memory, n);
        memory.once = 1;
        ikm_reader *reader = (ikm_reader *)&reader;
        ikm_reader_options options = IKM_READER_OPTIONS_INIT;
        options.mem = &memory.mem;
        options.sheet = sheet;
        ikm_error error = {0};
        ikm_status status = ikm_reader_new(&reader, &(ikm_input){.name = "x", .bytes = bytes}, &options, &error);
        if (status == IKM_OK) {
            fixture_drain(&rows, reader);
            status = rows.status;
            if (status != IKM_OK) {
                error = rows.error;
                /* the reader is sound: from the beginning it goes well now */
                cr_expect(eq(int, (int)ikm_reader_choose(reader, sheet, NULL), (int)IKM_OK));
                fixture_drain(&rows, reader);
                cr_expect(eq(int, (int)rows.status, (int)IKM_OK), "request %ld", n);
            }
        } else {
            cr_expect(eq(ptr, reader, NULL));
        }
        ikm_reader_free(reader);
        cr_assert(eq(i64, memory.live, 0), "request %ld leaves memory", n);
        if (status == IKM_OK)
            return memory.requests <= n ? n : -1; /* else a refusal went unseen */
        cr_assert(eq(int, (int)status, (int)IKM_ERR_NOMEM), "request %ld: %s", n, error.message);
        cr_expect(eq(int, (int)error.status, (int)IKM_ERR_NOMEM));
    }
    return -1;
}

Test(readers_memory, a_workbook_reader_survives_every_refusal)
{
    ikm_text bytes = fixture_xlsx(&(fixture_book){
        .sheet =
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"str\"><v>Unsur</v></c>"
            "<c r=\"D1\" t=\"str\"><v>Ket</v></c></row><row r=\"2\"><c r=\"B2\" t=\"str\"><v>u1</v></c>"
            "<c r=\"C2\" t=\"str\"><v>u2</v></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>3</v></c>"
            "<c r=\"C3\" s=\"1\"><v>45322.5</v></c><c r=\"AZ3\"><v>0.5</v></c></row><row r=\"4\"><c "
            "r=\"BZ4\"><v>4</v></c></row>"
            "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:D2\"/>"
            "</mergeCells></worksheet>",
        .strings = FIXTURE_STRINGS("<si><t>No</t></si><si><r><t>a</t></r></si>"),
        .styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"d/m/yy\"/></numFmts><cellXfs><xf "
                  "numFmtId=\"0\"/>"
                  "<xf numFmtId=\"170\"/></cellXfs></styleSheet>"});
    cr_expect(gt(i64, refuse_each(bytes, NULL), 30));
    free((char *)(uintptr_t)bytes.data);
}

typedef struct growing {
    char *data;
    size_t size;
} growing;

static ssize_t grow(const void *bytes, size_t size, void *ctx)
{
    growing *file = ctx;
    file->data = realloc(file->data, file->size + size);
    memcpy(file->data + file->size, bytes, size);
    file->size += size;
    return (ssize_t)size;
}

Test(readers_memory, a_statistics_reader_survives_every_refusal)
{
    growing file = {0};
    readstat_writer_t *writer = readstat_writer_init();
    readstat_set_data_writer(writer, grow);
    readstat_label_set_t *numbers = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "numbers");
    readstat_label_double_value(numbers, 1, "KTP");
    readstat_label_double_value(numbers, 2, "KK");
    readstat_label_set_t *words = readstat_add_label_set(writer, READSTAT_TYPE_STRING, "words");
    readstat_label_string_value(words, "b", "Baik");
    readstat_variable_t *number = readstat_add_variable(writer, "q1", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_label(number, "Layanan");
    readstat_variable_set_label_set(number, numbers);
    readstat_variable_t *word = readstat_add_variable(writer, "kata", READSTAT_TYPE_STRING, 20);
    readstat_variable_set_label_set(word, words);
    readstat_begin_writing_sav(writer, &file, 3);
    for (int i = 0; i < 3; i++) {
        readstat_begin_row(writer);
        readstat_insert_double_value(writer, number, i + 0.5);
        readstat_insert_string_value(writer, word, i ? "lain" : "b");
        readstat_end_row(writer);
    }
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    cr_expect(gt(i64, refuse_each((ikm_text){file.data, file.size}, NULL), 20));
    free(file.data);
}

Test(readers_memory, the_names_of_sheets_in_a_message_may_be_refused)
{
    ikm_text bytes = fixture_xlsx(&(fixture_book){.sheet = FIXTURE_SHEET("")});
    for (long n = 0;; n++) {
        refusing memory;
        refusing_init(&memory, n);
        ikm_reader *reader = NULL;
        ikm_reader_options options = IKM_READER_OPTIONS_INIT;
        options.mem = &memory.mem;
        options.sheet = "nihil";
        ikm_status status = ikm_reader_new(&reader, &(ikm_input){.bytes = bytes}, &options, NULL);
        cr_expect(eq(ptr, reader, NULL));
        cr_assert(eq(i64, memory.live, 0));
        if (status == IKM_ERR_UNKNOWN)
            break;
        cr_assert(eq(int, (int)status, (int)IKM_ERR_NOMEM));
    }
    free((char *)(uintptr_t)bytes.data);
}
