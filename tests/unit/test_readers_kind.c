#include "readers_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define BYTES(text) text, sizeof(text) - 1

static ikm_file_kind kind_of(const char *data, size_t size)
{
    ikm_file_kind kind = IKM_FILE_UNSEEN;
    ikm_error error;
    ikm_input input = {.bytes = {data, size}};
    cr_assert(eq(int, (int)ikm_file_kind_find(&kind, &input, IKM_LANG_EN, &error), (int)IKM_OK), "%s", error.message);
    return kind;
}

Test(readers_kind, a_file_is_what_its_bytes_say)
{
    static const struct {
        ikm_file_kind kind;
        const char *bytes;
        size_t size;
    } cases[] = {
        {IKM_FILE_EMPTY, BYTES("")},
        {IKM_FILE_TEXT, BYTES("u1,u2\n4,3\n")},
        {IKM_FILE_TEXT, BYTES("\xEF\xBB\xBFu1;u2\r\n")},
        {IKM_FILE_TEXT, BYTES("\xFF\xFEu\0"
                              "1\0;\0u\0"
                              "2\0\r\0\n\0")},
        {IKM_FILE_TEXT, BYTES("\0u\0"
                              "1\0;\0u\0"
                              "2\0\r\0\n")},
        {IKM_FILE_TEXT, BYTES("u1,u2\n4,\0,3\n1,2,3,4,1,2,3,4,1,2,3,4\n")}, /* a stray NUL: the CSV reader's to tell */
        {IKM_FILE_TEXT, BYTES("<b0>,u1\n")},
        {IKM_FILE_TEXT, BYTES("<tablespace>,u1\n")},
        {IKM_FILE_TEXT, BYTES("PAR1,PAR2,PAR3\n")},
        {IKM_FILE_TEXT, BYTES("BM;kode;u1;u2;u3;u4\n")},
        {IKM_FILE_TEXT, BYTES("RIFFnama,WEBX\n")},
        {IKM_FILE_TEXT, BYTES("{\"u1\": 4}\n")},
        {IKM_FILE_TEXT, BYTES("--,u1\ninsert,4\ncreate table,4\n")},
        {IKM_FILE_TEXT, BYTES("layanan,saran\ncreate table,insert into a\n")},
        {IKM_FILE_SQL, BYTES("-- phpMyAdmin SQL Dump\n--\n\nSET x = 1;\nCREATE TABLE `skm` (\n")},
        {IKM_FILE_SQL, BYTES("\xEF\xBB\xBFINSERT INTO skm VALUES (4,3);\n")},
        {IKM_FILE_SQL, BYTES("/* cadangan */\r\ncreate table skm (u1 int);\r\n")},
        {IKM_FILE_GZIP, BYTES("\x1F\x8B\x08\0")},
        {IKM_FILE_SAV, BYTES("$FL2@(#) IBM SPSS STATISTICS")},
        {IKM_FILE_SAV, BYTES("$FL3@(#) IBM SPSS STATISTICS")},
        {IKM_FILE_HTML, BYTES("<html><body>")},
        {IKM_FILE_HTML, BYTES("\xEF\xBB\xBF\r\n  <!DOCTYPE HTML PUBLIC")},
        {IKM_FILE_HTML, BYTES("<!-- dari aplikasi -->\n<table border=1>")},
        {IKM_FILE_HTML, BYTES("<?xml version=\"1.0\"?><HTML xmlns=\"http://www.w3.org/1999/xhtml\">")},
        {IKM_FILE_HTML, BYTES("<br />\n<b>Notice</b>: Undefined index <table>")},
        {IKM_FILE_HTML, BYTES("<html xmlns:x=\"urn:schemas-microsoft-com:office:spreadsheet\">")},
        {IKM_FILE_HTML, BYTES("\xFF\xFE<\0t\0"
                              "a\0"
                              "b\0l\0"
                              "e\0>\0")},
        {IKM_FILE_HTML, BYTES("MIME-Version: 1.0\r\nContent-Type: multipart/related;")},
        {IKM_FILE_XML_SPREADSHEET, BYTES("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
                                         "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">")},
        {IKM_FILE_XML, BYTES("<?xml version=\"1.0\"?><survey/>")},
        {IKM_FILE_PDF, BYTES("%PDF-1.7\n")},
        {IKM_FILE_IMAGE, BYTES("\x89PNG\r\n\x1A\n\0\0\0\r")},
        {IKM_FILE_IMAGE, BYTES("\xFF\xD8\xFF\xE0\0\x10JFIF")},
        {IKM_FILE_IMAGE, BYTES("GIF89a")},
        {IKM_FILE_IMAGE, BYTES("RIFF\x10\0\0\0WEBPVP8 ")},
        {IKM_FILE_IMAGE, BYTES("BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0")},
        {IKM_FILE_IMAGE, BYTES("\0\0\0\x18"
                               "ftypheic")},
        {IKM_FILE_OFFICE, BYTES("{\\rtf1\\ansi")},
        {IKM_FILE_ARCHIVE, BYTES("Rar!\x1A\x07\0")},
        {IKM_FILE_ARCHIVE, BYTES("7z\xBC\xAF\x27\x1C")},
        {IKM_FILE_ARCHIVE, BYTES("\xFD"
                                 "7zXZ\0")},
        {IKM_FILE_ARCHIVE, BYTES("BZh91AY&SY")},
        {IKM_FILE_ARCHIVE, BYTES("\x28\xB5\x2F\xFD")},
        {IKM_FILE_STATISTICS, BYTES("<stata_dta><header>")},
        {IKM_FILE_STATISTICS, BYTES("PAR1\x15\x04")},
        {IKM_FILE_STATISTICS, BYTES("HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!")},
        {IKM_FILE_DATABASE, BYTES("SQLite format 3\0")},
        {IKM_FILE_DATABASE, BYTES("\0\1\0\0Standard Jet DB\0")},
        {IKM_FILE_XLS, BYTES("\x09\x04\x06\0\0\0\x10\0")},
        {IKM_FILE_BINARY, BYTES("\0\1\2\3\4\5\6\7\10\1\2\3")},
        {IKM_FILE_BINARY, BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and no more")},
        {IKM_FILE_ZIP, BYTES("PK\x03\x04 cut off")},
        {IKM_FILE_XLSX, BYTES("PK\x03\x04....[Content_Types].xml cut off")},
        {IKM_FILE_OPEN_DOCUMENT,
         BYTES("PK\x03\x04..........................mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(eq(int, (int)kind_of(cases[i].bytes, cases[i].size), (int)cases[i].kind), "case %zu: %s", i,
                  ikm_file_kind_name(cases[i].kind));
}

Test(readers_kind, a_zip_is_what_its_parts_say)
{
    static const struct {
        ikm_file_kind kind;
        fixture_part parts[2];
    } cases[] = {
        {IKM_FILE_ZIP, {{"survey.csv", "u1\n4\n", 0}, {"readme.txt", "x", 0}}},
        {IKM_FILE_XLSX, {{"xl/workbook.xml", "<workbook/>", 0}, {"a", "b", 0}}},
        {IKM_FILE_XLSB, {{"xl/workbook.bin", "x", 0}, {"a", "b", 0}}},
        {IKM_FILE_XLSX, {{"a", "b", 0}, {"[Content_Types].xml", "<Types>vnd.ms-excel.sheet.macroEnabled.main+xml", 0}}},
        {IKM_FILE_XLSB,
         {{"a", "b", 0}, {"[Content_Types].xml", "<Types>vnd.ms-excel.sheet.binary.macroEnabled.main", 0}}},
        {IKM_FILE_OFFICE, {{"a", "b", 0}, {"[Content_Types].xml", "<Types>wordprocessingml.document.main+xml", 0}}},
        {IKM_FILE_OFFICE, {{"ppt/presentation.xml", "b", 0}, {"[Content_Types].xml", "<Types/>", 0}}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_text bytes = fixture_zip(cases[i].parts, 2);
        cr_expect(eq(int, (int)kind_of(bytes.data, bytes.size), (int)cases[i].kind), "case %zu", i);
        free((char *)(uintptr_t)bytes.data);
    }
}

/* A compound file of one table sector and a directory of two sectors that do not follow each other. */
static void make_compound(unsigned char file[2560], const char *stream)
{
    static const unsigned char magic[] = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    memset(file, 0, 2560);
    memcpy(file, magic, sizeof magic);
    file[30] = 9; /* sectors of 512 bytes */
    file[48] = 1; /* the directory begins in sector 1 */
    memset(file + 76, 0xFF, 436);
    memset(file + 76, 0, 4); /* the table is sector 0 */
    unsigned char *table = file + 512;
    memset(table, 0xFF, 512);
    table[4] = 3, table[5] = table[6] = table[7] = 0; /* after sector 1 comes sector 3 */
    table[12] = 0xFE;                                 /* which is the last */
    unsigned char *entry = file + 4 * 512 + 128;
    for (size_t i = 0; stream[i]; i++)
        entry[2 * i] = (unsigned char)stream[i];
}

Test(readers_kind, a_compound_file_is_what_its_directory_says)
{
    static const struct {
        const char *stream;
        ikm_file_kind kind;
    } cases[] = {{"Workbook", IKM_FILE_XLS},
                 {"Book", IKM_FILE_XLS},
                 {"EncryptedPackage", IKM_FILE_LOCKED},
                 {"WordDocument", IKM_FILE_OFFICE},
                 {"Workbooks", IKM_FILE_BINARY}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned char file[2560];
        make_compound(file, cases[i].stream);
        cr_expect(eq(int, (int)kind_of((char *)file, sizeof file), (int)cases[i].kind), "%s", cases[i].stream);
    }
}

Test(readers_kind, a_directory_that_leads_round_in_a_circle_ends)
{
    unsigned char file[2560];
    make_compound(file, "x");
    file[512 + 4] = 1; /* sector 1 after sector 1 */
    cr_expect(eq(int, (int)kind_of((char *)file, sizeof file), (int)IKM_FILE_BINARY));
}

Test(readers_kind, what_no_reader_reads_is_refused_with_what_to_do_about_it)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *id, *en;
    } cases[] = {
        {BYTES("<html><table>"), "halaman web", "save it as .xlsx or CSV"},
        {BYTES("%PDF-1.4"), "dokumen PDF", "ask for the original data"},
        {BYTES("\x89PNG\r\n\x1A\n"), "gambar", "a picture"},
        {BYTES("Rar!\x1A\x07"), "ekstrak dahulu", "extract it first"},
        {BYTES("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), "arsip zip", "extract it first"},
        {BYTES("<stata_dta>"), ".sav, .xlsx, atau CSV", "save it there as"},
        {BYTES("SQLite format 3\0"), "basis data", "export its table"},
        {BYTES("u1,u2\n"), "langsung sebagai teks", "directly as text"},
        {BYTES("\0\1\2\3\4\5\6\7"), "bukan format yang dikenal", "nor a known format"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int lang = IKM_LANG_ID; lang <= IKM_LANG_EN; lang++) {
            ikm_reader *reader = (ikm_reader *)&reader;
            ikm_reader_options options = IKM_READER_OPTIONS_INIT;
            ikm_error error = {0};
            options.lang = (ikm_lang)lang;
            ikm_input input = {.name = "data.xls", .bytes = {cases[i].bytes, cases[i].size}};
            ikm_status status = ikm_reader_new(&reader, &input, &options, &error);
            cr_expect(eq(int, (int)status, (int)IKM_ERR_DATA));
            cr_expect(eq(ptr, reader, NULL));
            cr_expect(eq(int, (int)error.status, (int)IKM_ERR_DATA));
            cr_expect(eq(int, strncmp(error.message, "data.xls: ", 10), 0));
            cr_expect(ne(ptr, strstr(error.message, lang == IKM_LANG_ID ? cases[i].id : cases[i].en), NULL), "%s",
                      error.message);
            cr_expect(lt(sz, strlen(error.message), sizeof error.message - 1), "cut: %s", error.message);
        }
}

Test(readers_kind, every_kind_has_a_name_of_its_own_and_a_sentence_that_fits)
{
    for (int kind = IKM_FILE_UNSEEN; kind <= IKM_FILE_BINARY; kind++)
        for (int other = kind + 1; other <= IKM_FILE_BINARY; other++)
            cr_expect(
                ne(int, strcmp(ikm_file_kind_name((ikm_file_kind)kind), ikm_file_kind_name((ikm_file_kind)other)), 0));
    cr_expect(eq(int, strcmp(ikm_file_kind_name((ikm_file_kind)99), "binary"), 0));
    cr_expect(eq(int, ikm_file_kind_needs_reader(IKM_FILE_TEXT), 0));
    cr_expect(eq(int, ikm_file_kind_needs_reader(IKM_FILE_GZIP), 0));
    cr_expect(eq(int, ikm_file_kind_needs_reader(IKM_FILE_XLSX), 1));
    cr_expect(eq(int, ikm_file_kind_needs_reader(IKM_FILE_HTML), 1));
}

/* ---- files ---- */

static void expect_io(const char *path, const char *part)
{
    ikm_file_kind kind = IKM_FILE_PDF;
    ikm_error error = {0};
    ikm_input input = {.path = path};
    cr_expect(eq(int, (int)ikm_file_kind_find(&kind, &input, IKM_LANG_EN, &error), (int)IKM_ERR_IO));
    cr_expect(eq(int, (int)kind, (int)IKM_FILE_PDF)); /* untouched */
    cr_expect(ne(ptr, strstr(error.message, part), NULL), "%s", error.message);
    ikm_reader *reader = NULL;
    cr_expect(eq(int, (int)ikm_reader_new(&reader, &input, NULL, &error), (int)IKM_ERR_IO));
    cr_expect(eq(ptr, reader, NULL));
}

Test(readers_kind, a_file_that_cannot_be_read_is_said_so)
{
    expect_io("/nonexistent/book.xlsx", "no such file");
    expect_io("/", "is a folder");
}

Test(readers_kind, a_workbook_is_read_from_disk_and_from_a_pipe)
{
    char path[] = "/tmp/ikm-readers-XXXXXX", pipe_path[64];
    ikm_text bytes = fixture_xlsx(&(fixture_book){.sheet = FIXTURE_SHEET("<row><c><v>4</v></c></row>")});
    int fd = mkstemp(path);
    cr_assert(ge(int, fd, 0));
    cr_assert(eq(i64, write(fd, bytes.data, bytes.size), (int64_t)bytes.size));
    close(fd);

    static fixture_rows rows;
    ikm_reader *reader = NULL;
    ikm_error error = {0};
    ikm_file_kind kind;
    cr_assert(eq(int, (int)ikm_file_kind_find(&kind, &(ikm_input){.path = path}, IKM_LANG_ID, &error), (int)IKM_OK));
    cr_expect(eq(int, (int)kind, (int)IKM_FILE_XLSX));
    cr_assert(eq(int, (int)ikm_reader_new(&reader, &(ikm_input){.path = path}, NULL, &error), (int)IKM_OK), "%s",
              error.message);
    fixture_drain(&rows, reader);
    cr_expect(eq(str, rows.text, "1:4\n"));
    ikm_reader_free(reader);

    /* the same through standard input, which is a pipe then */
    int ends[2];
    cr_assert(eq(int, pipe(ends), 0));
    cr_assert(eq(i64, write(ends[1], bytes.data, bytes.size), (int64_t)bytes.size));
    close(ends[1]);
    cr_assert(eq(int, dup2(ends[0], STDIN_FILENO), STDIN_FILENO));
    close(ends[0]);
    cr_assert(eq(int, (int)ikm_file_kind_find(&kind, &(ikm_input){.path = "-"}, IKM_LANG_ID, &error), (int)IKM_OK));
    cr_expect(eq(int, (int)kind, (int)IKM_FILE_UNSEEN));
    cr_assert(eq(int, (int)ikm_reader_new(&reader, &(ikm_input){.path = "-"}, NULL, &error), (int)IKM_OK), "%s",
              error.message);
    fixture_drain(&rows, reader);
    cr_expect(eq(str, rows.text, "1:4\n"));
    ikm_reader_free(reader);

    /* and to look at a named pipe without a writer does not wait */
    snprintf(pipe_path, sizeof pipe_path, "%s.pipe", path);
    cr_assert(eq(int, mkfifo(pipe_path, 0600), 0));
    cr_assert(
        eq(int, (int)ikm_file_kind_find(&kind, &(ikm_input){.path = pipe_path}, IKM_LANG_ID, &error), (int)IKM_OK));
    cr_expect(eq(int, (int)kind, (int)IKM_FILE_UNSEEN));
    unlink(pipe_path);
    unlink(path);
    free((char *)(uintptr_t)bytes.data);
}

Test(readers_kind, standard_input_that_is_a_file_is_looked_at_and_stays_at_its_place)
{
    char path[] = "/tmp/ikm-readers-XXXXXX", byte;
    int fd = mkstemp(path);
    cr_assert(eq(i64, write(fd, "%PDF-1.4", 8), 8));
    lseek(fd, 0, SEEK_SET);
    cr_assert(eq(int, dup2(fd, STDIN_FILENO), STDIN_FILENO));
    ikm_file_kind kind;
    cr_assert(eq(int, (int)ikm_file_kind_find(&kind, &(ikm_input){.path = "-"}, IKM_LANG_ID, NULL), (int)IKM_OK));
    cr_expect(eq(int, (int)kind, (int)IKM_FILE_PDF));
    cr_expect(eq(i64, read(STDIN_FILENO, &byte, 1), 1));
    cr_expect(eq(chr, byte, '%'));
    close(fd);
    unlink(path);
}

Test(readers_kind, a_wrong_argument_is_a_status)
{
    ikm_reader *reader = (ikm_reader *)&reader;
    ikm_file_kind kind;
    ikm_rows source = {0};
    ikm_reader_options small = IKM_READER_OPTIONS_INIT, negative = IKM_READER_OPTIONS_INIT;
    small.size = 8;
    negative.max_part_bytes = -1;
    const ikm_input neither = {.name = "x"}, both = {.path = "x", .bytes = {"x", 1}}, third = {.rows = &source};
    const ikm_input nothing = {.bytes = {NULL, 5}}, good = {.bytes = {"x", 1}};
    const struct {
        const ikm_input *input;
        const ikm_reader_options *options;
    } cases[] = {{NULL, NULL},     {&neither, NULL}, {&both, NULL},     {&third, NULL},
                 {&nothing, NULL}, {&good, &small},  {&good, &negative}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reader = (ikm_reader *)&reader;
        ikm_error error = {0};
        cr_expect(
            eq(int, (int)ikm_reader_new(&reader, cases[i].input, cases[i].options, &error), (int)IKM_ERR_ARGUMENT),
            "%zu", i);
        cr_expect(eq(ptr, reader, NULL));
        cr_expect(ne(chr, error.message[0], '\0'));
    }
    cr_expect(eq(int, (int)ikm_reader_new(NULL, &good, NULL, NULL), (int)IKM_ERR_ARGUMENT));
    cr_expect(eq(int, (int)ikm_reader_choose(NULL, NULL, NULL), (int)IKM_ERR_ARGUMENT));
    cr_expect(eq(int, (int)ikm_file_kind_find(NULL, &good, IKM_LANG_ID, NULL), (int)IKM_ERR_ARGUMENT));
    cr_expect(eq(int, (int)ikm_file_kind_find(&kind, NULL, IKM_LANG_ID, NULL), (int)IKM_ERR_ARGUMENT));
    cr_expect(eq(int, (int)ikm_file_kind_find(&kind, &third, IKM_LANG_ID, NULL), (int)IKM_ERR_ARGUMENT));
    ikm_reader_free(NULL);
}
