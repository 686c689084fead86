/* Where the header is, and what it says of each column. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/buffer.h"
#include "ingest/grid.h"
#include "refusing.h"

#include <string.h>

typedef struct header_case {
    const char *name, *text;
    int64_t line, data_line;
    size_t rows;
    const char *names; /* with | between */
} header_case;

static const header_case cases[] = {
    {"the first line", "a,b\n1,2\n", 1, 2, 1, "a|b"},
    {"a header alone", "a,b\n", 1, 2, 1, "a|b"},
    {"blank lines before and behind", "\n\n,,\na,b,c\n\n1,2,3\n", 4, 5, 1, "a|b|c"},
    {"a column without a name", ",u1,u2,u3\n1,4,4,4\n2,4,4,4\n", 1, 2, 1, "|u1|u2|u3"},
    {"columns without names at the end", "a,b,c,,\n1,2,3,,\n4,5,6,,\n", 1, 2, 1, "a|b|c||"},
    {"a line break within a name", "\"a\nb\",c\n1,2\n3,4\n", 1, 3, 1, "a\nb|c"},
    {"a title", "Survei 2024\nid,u1,u2\n1,4,4\n2,3,4\n", 2, 3, 1, "id|u1|u2"},
    {"a title that the spreadsheet padded", "Survei;;;\nUnit;: Kejobong;;\n;;;\nid;u1;u2;u3\n1;4;4;4\n2;3;4;4\n", 4, 5,
     1, "id|u1|u2|u3"},
    {"labels and values in as many columns as the table", "Unit:,Kejobong\nAlamat:,Jl. Raya\nunsur,nilai\nU1,3\nU2,4\n",
     3, 4, 1, "unsur|nilai"},
    {"labels, colons and values",
     "UNIT PELAYANAN,:,Kejobong,ALAMAT,:,Jl. Raya\nNo,U1,U2,U3,U4,U5\n1,4,4,4,4,4\n2,4,4,4,4,3\n", 2, 3, 1,
     "No|U1|U2|U3|U4|U5"},
    {"questions that end with a colon are no labels", "Nama:,Umur:,Alamat:\nA,30,B\nC,40,D\n", 1, 2, 1,
     "Nama:|Umur:|Alamat:"},
    {"one record that is too wide", "a,b,c\n1,2,3\n4,5,6,7,8,9,10,11,12\n7,8,9\n", 1, 2, 1, "a|b|c"},
    {"one record that is too wide, a preamble", "Judul\na,b,c\n1,2,3\n4,5,6,7,8,9,10,11,12\n7,8,9\n", 2, 3, 1, "a|b|c"},
    {"the merged header of the worksheet, as a spreadsheet saves it",
     "NO. RES,NILAI UNSUR PELAYANAN,,,KET\n,U1,U2,U3,\n1,4,4,4,\n2,3,3,3,\n", 1, 3, 2,
     "NO. RES|NILAI UNSUR PELAYANAN U1|NILAI UNSUR PELAYANAN U2|NILAI UNSUR PELAYANAN U3|KET"},
    {"the same as a reader of workbooks fills it",
     "NO. RES,NILAI,NILAI,NILAI,KET\nNO. RES,U1,U2,U3,KET\n1,4,4,4,\n2,3,3,3,\n", 1, 3, 2,
     "NO. RES|NILAI U1|NILAI U2|NILAI U3|KET"},
    {"the same below a preamble", "Judul,,,,\nUnit : X,,,,\n,,,,\nNo,NILAI,,,KET\n,U1,U2,U3,\n1,4,4,4,\n", 4, 6, 2,
     "No|NILAI U1|NILAI U2|NILAI U3|KET"},
    {"numbers of the columns below it",
     "No,NILAI,,,,,KET\n,U1,U2,U3,U4,U5,\n1,2,3,4,5,6,7\n1,4,4,4,4,4,\n2,4,4,4,4,4,\n", 1, 4, 2,
     "No|NILAI U1|NILAI U2|NILAI U3|NILAI U4|NILAI U5|KET"},
    {"numbers of the columns in brackets", "No,a,b,c,d,e\n(1),(2),(3),(4),(5),(6)\n1,4,4,4,4,4\n", 1, 3, 1,
     "No|a|b|c|d|e"},
    {"five numbers may be data", "id,a,b,c,d\n1,2,3,4,5\n2,4,4,4,4\n", 1, 2, 1, "id|a|b|c|d"},
    {"a title over two columns of many", "id,Layanan,,u1,u2\n,jenis,tempat,,\n1,KTP,A,4,4\n2,KK,B,4,4\n", 1, 3, 2,
     "id|Layanan jenis|Layanan tempat|u1|u2"},
    {"SurveyMonkey, one answer a question",
     "Respondent ID,Date,Sesuai?,Mudah?\n,,Response,Response\n1,2024-01-02,Ya,Tidak\n", 1, 3, 2,
     "Respondent ID|Date|Sesuai?|Mudah?"},
    {"SurveyMonkey, a grid and a free text",
     "Respondent ID,Date,Nilai?,,Saran\n,,Persyaratan,Prosedur,Open-Ended Response\n1,2024-01-02,Ya,Tidak,baik\n", 1, 3,
     2, "Respondent ID|Date|Nilai? Persyaratan|Nilai? Prosedur|Saran"},
    {"Qualtrics",
     "StartDate,Q1\nStart Date,Sesuai?\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n"
     "2024-01-02,4\n",
     1, 4, 2, "StartDate Start Date|Q1 Sesuai?"},
    {"KoboToolbox with tags", "start;u1;_id\n#date+start;#u1;\n2024-01-02;4;1\n2024-01-02;3;2\n", 1, 3, 1,
     "start|u1|_id"},
    {"a first respondent of words alone", "Nama,Layanan,Saran,,\nBudi,KTP,baik,,\nAni,KK,cepat,,\n", 1, 2, 1,
     "Nama|Layanan|Saran||"},
    {"answers in words below two headers of one name", "Nama,Alasan,Alasan\nBudi,jauh,lama\nAni,dekat,cepat\n", 1, 2, 1,
     "Nama|Alasan|Alasan"},
    {"years as names", "Indikator;2022;2023;2024\nIKM;88,1;88,9;89,6\n", 1, 2, 1, "Indikator|2022|2023|2024"},
    {"a footer wider than nothing", "id;u1;u2\n1;4;4\nJumlah;4;4\nKeterangan: a; b; c\n", 1, 2, 1, "id|u1|u2"},
};

static void join(ikmi_buffer *out, const ikmi_grid *grid)
{
    ikmi_buffer_clear(out);
    for (size_t c = 0; c < grid->columns; c++) {
        ikmi_buffer_add_string(out, c ? "|" : "");
        ikmi_buffer_add(out, grid->headers[c].data, grid->headers[c].size);
    }
}

static ikm_status open_text(ikmi_grid *grid, const char *text, const ikm_dialect *told, const ikm_mem *mem,
                            ikm_error *err)
{
    const ikm_input input = {.name = "dump.csv", .bytes = {text, strlen(text)}};
    return ikmi_grid_open(grid, &input, &(ikmi_grid_options){*told, IKM_LANG_EN, mem}, err);
}

Test(test_ingest_header, the_header_is_found)
{
    ikmi_buffer names;
    ikmi_buffer_init(&names, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const header_case *c = &cases[i];
        ikmi_grid grid;
        ikm_error err = {.message = ""};
        ikm_status status = open_text(&grid, c->text, &(ikm_dialect){.header_line = 0}, NULL, &err);
        cr_expect(eq(int, status, IKM_OK), "%s: %s", c->name, err.message);
        if (status != IKM_OK)
            continue;
        join(&names, &grid);
        cr_expect(eq(str, names.data, (char *)c->names), "%s", c->name);
        cr_expect(eq(i64, grid.header_line, c->line), "%s", c->name);
        cr_expect(eq(i64, grid.data_line, c->data_line), "%s", c->name);
        cr_expect(eq(sz, grid.header.names, c->rows), "%s", c->name);
        /* where the data begin is where that line begins */
        const char *at = c->text;
        for (int64_t line = 1; line < grid.data_line && at; line++)
            at = strchr(at, '\n') + 1;
        cr_expect(eq(i64, grid.data_at, at - c->text), "%s", c->name);
        ikmi_grid_close(&grid);
    }
    ikmi_buffer_done(&names);
}

Test(test_ingest_header, what_is_told_of_it_holds)
{
    static const char text[] = "x,y\nz,w\na,b\nc,d\n1,2\n3,4\n";
    static const struct {
        int64_t line;
        int32_t rows;
        int64_t data_line;
        const char *names;
    } told[] = {{3, 0, 4, "a|b"},     {3, 1, 4, "a|b"},    {3, 2, 5, "a c|b d"}, {1, 3, 4, "x z a|y w b"},
                {0, 2, 3, "x z|y w"}, {0, 1, 2, "x|y"},    {5, 1, 6, "1|2"},     {6, 1, 7, "3|4"},
                {6, 3, 7, "3|4"},     {2, 2, 4, "z a|w b"}};
    ikmi_buffer names;
    ikmi_buffer_init(&names, NULL);
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
        ikmi_grid grid;
        ikm_error err = {.message = ""};
        const ikm_dialect dialect = {.header_line = told[i].line, .header_rows = told[i].rows};
        cr_assert(eq(int, open_text(&grid, text, &dialect, NULL, &err), IKM_OK), "%s", err.message);
        join(&names, &grid);
        cr_expect(eq(str, names.data, (char *)told[i].names), "case %zu", i);
        cr_expect(eq(i64, grid.data_line, told[i].data_line), "case %zu", i);
        ikmi_grid_close(&grid);
    }
    ikmi_buffer_done(&names);
}

Test(test_ingest_header, columns_are_named_by_the_rows_that_are_asked_for)
{
    static const char text[] = "No,NILAI,,KET\n,U1,U2,\n1,4,4,\n2,3,3,\n";
    static const char *const expected[] = {"No|NILAI U1|NILAI U2|KET", "No|U1|U2|KET", "No|NILAI|NILAI|KET"};
    ikmi_grid grid;
    ikm_error err;
    ikmi_buffer names;
    ikmi_buffer_init(&names, NULL);
    cr_assert(eq(int, open_text(&grid, text, &(ikm_dialect){.header_line = 0}, NULL, &err), IKM_OK));
    for (ikmi_header_way way = IKMI_HEADER_JOINED; way <= IKMI_HEADER_UPPER; way++) {
        cr_assert(eq(int, ikmi_grid_name_columns(&grid, way), IKM_OK));
        join(&names, &grid);
        cr_expect(eq(str, names.data, (char *)expected[way]));
    }
    ikmi_grid_close(&grid);
    ikmi_buffer_done(&names);
}

Test(test_ingest_header, what_cannot_be_is_refused)
{
    static const struct {
        ikm_dialect told;
        ikm_status status;
    } refused[] = {
        {{.header_line = -1}, IKM_ERR_ARGUMENT},    {{.header_rows = 4}, IKM_ERR_ARGUMENT},
        {{.header_rows = -1}, IKM_ERR_ARGUMENT},    {{.delimiter = '"', .quote = '"'}, IKM_ERR_ARGUMENT},
        {{.delimiter = '\n'}, IKM_ERR_ARGUMENT},    {{.quote = '\r'}, IKM_ERR_ARGUMENT},
        {{.encoding = "ebcdic"}, IKM_ERR_ARGUMENT}, {{.header_line = 7}, IKM_ERR_DATA},
        {{.header_line = 5}, IKM_ERR_DATA}, /* it is there, and nothing is in it */
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        ikmi_grid grid;
        ikm_error err = {.message = ""};
        ikm_status status = open_text(&grid, "a,b\n1,2\n3,4\n5,6\n\n", &refused[i].told, NULL, &err);
        cr_expect(eq(int, status, refused[i].status), "case %zu", i);
        cr_expect(ne(chr, err.message[0], '\0'), "case %zu", i);
    }
}

Test(test_ingest_header, a_header_whose_quotes_are_broken_is_told_by_its_line)
{
    ikmi_grid grid;
    ikm_error err = {.line = 0};
    ikm_status status = open_text(&grid, "\"a,b\n", &(ikm_dialect){.delimiter = ','}, NULL, &err);
    cr_expect(eq(int, status, IKM_ERR_DATA));
    cr_expect(eq(i64, err.line, 1));
}

Test(test_ingest_header, the_decimal_mark_is_what_the_numbers_have)
{
    static const struct {
        const char *text;
        char mark;
    } marks[] = {
        {"a;b\n1,5;2\n3;4,25\n", ','}, {"a;b\n1.5;2\n3;4.25\n", '.'},
        {"a;b\n1.5;2,5\n", '\0'},      {"a;b\n1;2\n", '\0'},
        {"a;b\n1.234;5.678\n", '\0'},  {"a;b\n1.234.567;1.903.636\n", '\0'},
        {"a;b\n1.234,50;2\n", ','},    {"a;b\n1,234.50;2\n", '.'},
        {"a;b\n95,62 %;-3,5\n", ','},  {"a;b\n2024-01-02;1,5,2\n", '\0'},
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        ikmi_grid grid;
        ikm_error err;
        cr_assert(eq(int, open_text(&grid, marks[i].text, &(ikm_dialect){.delimiter = ';'}, NULL, &err), IKM_OK));
        cr_expect(eq(chr, grid.decimal, marks[i].mark), "%s", marks[i].text);
        ikmi_grid_close(&grid);
    }
}

Test(test_ingest_header, refused_memory_is_told_and_nothing_leaks)
{
    static const char text[] = "Judul\nNo,NILAI,,KET\n,U1,U2,\n1,4,4,\"say \"\"x\"\" caf\xC3\xA9\"\n2,3,3,\n";
    for (long n = 0;; n++) {
        refusing memory;
        ikmi_grid grid;
        ikm_error err;
        refusing_init(&memory, n);
        ikm_status status = open_text(&grid, text, &(ikm_dialect){.header_line = 0}, &memory.mem, &err);
        if (status == IKM_OK) {
            cr_expect(gt(long, n, 5));
            ikmi_grid_close(&grid);
            cr_expect(eq(long, memory.live, 0));
            break;
        }
        cr_assert(eq(int, status, IKM_ERR_NOMEM), "request %ld", n);
        cr_assert(eq(long, memory.live, 0), "request %ld", n);
    }
}
