/* Records that are no respondents: the foot of a table, the header once more. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "ingest/foot.h"
#include "survey/survey.h"
#include "survey_text.h"

#define NINE      "4,4,4,4,4,4,4,4,4"
#define HEADER    "no,u1,u2,u3,u4,u5,u6,u7,u8,u9,ket\n"
#define SERVICES  "layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
#define PURPOSES  "Keperluan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
#define NINES_AND "u1,u2,u3,u4,u5,u6,u7,u8,u9,"
#define NINES     "u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
#define TWO       "1," NINE ",\n2,3,3,3,3,3,3,3,3,3,\n"

Test(test_ingest_outside, labels_of_the_foot_are_known_by_all_of_their_words)
{
    static const char *const labels[] = {
        "Nilai/Unsur",
        "NRR/Unsur",
        "NRR tertimbang/Unsur",
        "nrr tertimbang / unsur",
        "IKM Unit Pelayanan",
        "IKM UNIT PELAYANAN :",
        "Jumlah",
        "JUMLAH",
        "Jumlah:",
        "Rata-rata",
        "rata - rata",
        "Rerata",
        "Total",
        "Keterangan",
        "Keterangan:",
        "Keterangan : U1 s/d U9",
        "*)",
        "**)",
        "*) Jumlah NRR tertimbang",
        "***",
        "NRR Per Unsur = Jumlah Nilai Per Unsur : Jumlah Kuesioner",
        "Mutu Pelayanan",
        "Bobot (0,111)",
        "Catatan: -",
        "Rata2",
        "rata2 tertimbang",
        "Jml",
        "Rata-rata tertimbang",
        "Max",
        "Min.",
        "Maksimum",
        "Median",
        "Modus",
        "Nilai tertinggi",
        "Nilai terendah",
        "Standar deviasi",
        "Peringkat",
        "Target",
    };
    static const char *const others[] = {
        "",
        "1",
        "Jumlah pengaduan",
        "Surat Keterangan Usaha",
        "Keterangan Usaha",
        "IKM Batik",
        "Totalindo",
        "Mutual",
        "Meanwhile",
        "Kinerja Keuangan",
        "Nilai tukar",
        "Bobotsari",
        "U1",
        "-",
        "* Nama",
        "Sum 41",
        "Rata",
        "nilai",
        "Catatan Sipil",
        "2024",
        "Rata23",
        "Minuman",
        "Target 2024",
    };
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        ikm_text label = {labels[i], strlen(labels[i])};
        cr_expect(ikmi_foot_label(label) != IKMI_FOOT_NONE, "%s", labels[i]);
        cr_expect(ikmi_begins_foot_label(labels[i][0]), "%s", labels[i]);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        cr_expect(ikmi_foot_label((ikm_text){others[i], strlen(others[i])}) == IKMI_FOOT_NONE, "%s", others[i]);
}

typedef struct outside_case {
    const char *name, *text;
    int64_t read, refused, foot, headers;
} outside_case;

static const outside_case cases[] = {
    {"nothing of the kind", HEADER TWO, 2, 0, 0, 0},
    {"the foot of the worksheet",
     HEADER TWO
     "Nilai/Unsur,7,7,7,7,7,7,7,7,7,\nNRR/Unsur,3.5,3.5,3.5,3.5,3.5,3.5,3.5,3.5,3.5,\n"
     "NRR tertimbang/Unsur,0.39,0.39,0.39,0.39,0.39,0.39,0.39,0.39,0.39,*) 3.5\nIKM Unit Pelayanan,,,,,,,,,,**) 87.4\n",
     2, 0, 4, 0},
    {"whole means are no respondent", HEADER TWO "Rata-rata,4,4,4,4,4,4,4,4,4,\n", 2, 0, 1, 0},
    {"sums of one respondent are no respondent", HEADER "1," NINE ",\nJumlah," NINE ",\n", 1, 0, 1, 0},
    {"the label stands in quotes, or behind blanks", HEADER TWO "\"Jumlah\"," NINE ",\n Total ," NINE ",\n", 2, 0, 2,
     0},
    {"notes below the foot, of any width",
     HEADER TWO
     "Jumlah,7,7,7,7,7,7,7,7,7,\nKeterangan:\n- NRR,= Nilai rata-rata\n,,,\nNo,Unsur,Nilai\nU1,Persyaratan,3.5\n"
     "A (Sangat baik),88.31 - 100.00,,,,,,,,,\n",
     2, 0, 6, 0},
    {"notes without a label are refused", HEADER TWO "Purbalingga 2024\n", 3, 1, 0, 0},
    {"a note with a label alone", HEADER TWO "Catatan: data semester I\nPurbalingga 2024\n", 2, 0, 2, 0},
    {"respondents behind a subtotal are read", HEADER TWO "Jumlah,7,7,7,7,7,7,7,7,7,\n3," NINE ",\n4," NINE ",\n", 4, 0,
     1, 0},
    {"and their faults are told", HEADER TWO "Jumlah,7,7,7,7,7,7,7,7,7,\n3,4,4,4,4,9,4,4,4,4,\n4,4,9,9,9,9,9,9,9,4,\n",
     4, 2, 1, 0},
    {"once a respondent follows, the foot is over",
     HEADER TWO "Jumlah,7,7,7,7,7,7,7,7,7,\n3," NINE ",\n4,4,9,9,9,9,9,9,9,4,\n", 4, 1, 1, 0},
    {"names of services that are labels, before others",
     SERVICES "KTP," NINE "\nIKM," NINE "\nTotal," NINE "\nKTP," NINE "\n", 4, 0, 0, 0},
    {"and at the end, where nothing tells them from a foot", SERVICES "KTP," NINE "\nIKM," NINE "\nTotal," NINE "\n", 1,
     0, 2, 0},
    {"what explains has no scores, also at the end", PURPOSES "KTP," NINE "\nKeterangan," NINE "\n", 2, 0, 0, 0},
    {"once known as a name, also at the end", PURPOSES "KTP," NINE "\nMutu," NINE "\nKTP," NINE "\nMutu," NINE "\n", 4,
     0, 0, 0},
    {"a foot does not say the same twice", PURPOSES "KTP," NINE "\nIKM," NINE "\nIKM," NINE "\nIKM," NINE "\n", 4, 0, 0,
     0},
    {"but something else", PURPOSES "IKM," NINE "\nIKM," NINE "\nRata2," NINE "\n", 2, 0, 1, 0},
    {"respondents of a purpose with faults and blanks of their own",
     PURPOSES "Kinerja,4,4,4,4,9,4,4,4,4\nTotal,4,4,4,4,4,4,,,\nKTP," NINE "\n", 3, 1, 0, 0},
    {"faults behind what waits are told when a respondent follows",
     PURPOSES "Mutu," NINE "\nKTP,9,9,9,9,9,9,9,9,9\nKTP," NINE "\nKTP,9,9,9,9,9,9,9,9,9\n", 4, 2, 0, 0},
    {"a respondent called so above a foot without scores is of the foot",
     PURPOSES "KTP," NINE "\nRata-rata," NINE "\nJumlah,40,40,40,40,40,40,40,40,40\n", 1, 0, 2, 0},
    {"means and extremes in the second column",
     "no,layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,KTP," NINE "\n,Rata-rata," NINE "\n,Nilai terendah," NINE "\n", 1, 0, 2,
     0},
    {"parts of the foot that have scores under some elements",
     HEADER TWO "Jumlah,7,7,7,7,7,7,7,7,7,\nB,4,4,4,4,,,,,,\nA,3,,,,,,,,,\n", 2, 0, 3, 0},
    {"and respondents who have them", HEADER TWO "Jumlah,7,7,7,7,7,7,7,7,7,\n3,4,4,4,4,,,,,,\n4," NINE ",\n", 4, 0, 1,
     0},
    {"but not with sums", "layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP," NINE "\nTotal,40,40,40,40,40,40,40,40,40\n", 1, 0,
     1, 0},
    {"a respondent who is called so",
     "no,jenis_kelamin,u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,L," NINE "\nTotal,P," NINE "\nJumlah,L,9,4,4,4,4,4,4,4,4\n", 3, 1,
     0, 0},
    {"other words before the elements",
     "kode,desa,u1,u2,u3,u4,u5,u6,u7,u8,u9\nA1,Kejobong," NINE "\nTotal,Kejobong," NINE "\n", 2, 0, 0, 0},
    {"a label in the second column", "no,desa,u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,Kejobong," NINE "\n,Jumlah," NINE "\n", 1,
     0, 1, 0},
    {"a label behind the elements is none", "u1,u2,u3,u4,u5,u6,u7,u8,u9,ket\n" NINE ",x\n" NINE ",Jumlah\n", 2, 0, 0,
     0},
    {"the header once more", HEADER TWO HEADER TWO, 4, 0, 0, 1},
    {"the header once more with quotes, blanks and a byte order mark",
     HEADER TWO "\xEF\xBB\xBFno, u1 ,\"u2\",u3,u4,u5,u6,u7,u8,u9,ket\n" TWO, 4, 0, 0, 1},
    {"the header with fewer empty fields",
     "no,u1,u2,u3,u4,u5,u6,u7,u8,u9,,\n1," NINE ",,\nno,u1,u2,u3,u4,u5,u6,u7,u8,u9\n", 1, 0, 0, 1},
    {"almost the header", HEADER TWO "no,u1,u2,u3,u4,u5,u6,u7,u8,u9,keterangan\n", 3, 1, 0, 0},
    {"both rows of a header, once more",
     "No,NILAI,,,,,,,,,KET\n,U1,U2,U3,U4,U5,U6,U7,U8,U9,\n" TWO
     "No,NILAI,,,,,,,,,KET\n,U1,U2,U3,U4,U5,U6,U7,U8,U9,\n" TWO,
     4, 0, 0, 2},
    {"worksheets one below the other",
     HEADER TWO "Nilai/Unsur,7,7,7,7,7,7,7,7,7,\nUnit B,,,,,,,,,,\n" HEADER "1," NINE ",\n2,9,4,4,4,4,4,4,4,4,\n", 4, 1,
     2, 1},
};

static int64_t read_case(const outside_case *c, int threads, ikm_row_counts *rows, int64_t *foot, int64_t *headers)
{
    ikm_survey *survey;
    ikm_error err = {.message = ""};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.threads = threads;
    options.lang = IKM_LANG_EN;
    ikm_status status = survey_of(&survey, c->text, &options, &err);
    cr_expect(eq(int, status, IKM_OK), "%s: %s", c->name, err.message);
    if (status != IKM_OK)
        return -1;
    *rows = ikm_survey_rows(survey);
    *foot = survey->foot.count;
    *headers = survey->header_rows;
    ikm_survey_free(survey);
    return rows->read;
}

Test(test_ingest_outside, the_foot_and_repeated_headers_are_outside_what_is_read_whatever_the_threads)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const outside_case *c = &cases[i];
        for (int threads = 1; threads <= 7; threads += 2) {
            ikm_row_counts rows;
            int64_t foot, headers;
            if (read_case(c, threads, &rows, &foot, &headers) < 0)
                break;
            cr_expect(eq(i64, rows.read, c->read), "%s, %d threads", c->name, threads);
            cr_expect(eq(i64, rows.refused, c->refused), "%s, %d threads", c->name, threads);
            cr_expect(eq(i64, foot, c->foot), "%s, %d threads", c->name, threads);
            cr_expect(eq(i64, headers, c->headers), "%s, %d threads", c->name, threads);
        }
    }
}

/* The header again in another order, at a line that is told; however many threads begin behind it. */
Test(test_ingest_outside, a_header_in_another_order_stops_the_reading)
{
    static const struct {
        const char *name, *text;
        int64_t line;
    } moved[] = {
        {"backwards", NINES NINE "\n\"4\",4,4,4,4,4,4,4,1\nu9,u8,u7,u6,u5,u4,u3,u2,u1\n" NINE "\n" NINE "\n", 4},
        {"two of them", HEADER TWO "no,u1,u2,u3,u4,u5,u6,u7,u9,u8,ket\n" TWO, 4},
        {"one column further",
         "no,tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,," NINE "\n"
         "tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9,no\n," NINE ",1\n",
         3},
        {"below a row of the foot", HEADER TWO "Jumlah,7,7,7,7,7,7,7,7,7,\nno,u1,u2,u3,u4,u5,u6,u7,u9,u8,ket\n" TWO, 5},
        {"under a name that is a label",
         "Kategori,u1,u2,u3,u4,u5,u6,u7,u8,u9\na," NINE "\n"
         "Kategori,u1,u2,u3,u4,u5,u6,u7,u9,u8\nb," NINE "\n",
         3},
        {"characteristics alone",
         "usia,pendidikan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n30,SMA," NINE "\n"
         "pendidikan,usia,u1,u2,u3,u4,u5,u6,u7,u8,u9\nSMA,30," NINE "\n",
         3},
    };
    for (size_t i = 0; i < sizeof moved / sizeof moved[0]; i++)
        for (int threads = 1; threads <= 5; threads++) {
            ikm_survey *survey;
            ikm_error err = {.message = ""};
            ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
            options.threads = threads;
            cr_expect(eq(int, survey_of(&survey, moved[i].text, &options, &err), IKM_ERR_DATA), "%s", moved[i].name);
            cr_expect(eq(i64, err.line, moved[i].line), "%s, %d threads: %s", moved[i].name, threads, err.message);
            ikm_survey_free(survey);
        }
}

/* A column that counts respondents makes rows that are not one each. */
Test(test_ingest_outside, a_grouped_table_is_not_read_as_respondents)
{
    static const struct {
        const char *text;
        ikm_status status;
    } grouped[] = {
        {NINES_AND "n\n" NINE ",3\n1,1,1,1,1,1,1,1,1,97\n", IKM_ERR_UNSURE},
        {NINES_AND "jumlah\n" NINE ",3\n1,1,1,1,1,1,1,1,1,1\n", IKM_ERR_UNSURE},
        {NINES_AND "COUNT(*)\n" NINE ",2\n", IKM_ERR_UNSURE},
        {NINES_AND "jumlah_responden\n" NINE ",1\n" NINE ",2.0\n", IKM_ERR_UNSURE},
        {NINES_AND "frekuensi\n" NINE ",1\n" NINE ",2\n", IKM_ERR_UNSURE},
        {"layanan,total,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP,12," NINE "\nKK,30," NINE "\n", IKM_ERR_UNSURE},
        /* one row a respondent */
        {NINES_AND "n\n" NINE ",1\n" NINE ",1\n", IKM_OK},
        {NINES_AND "n\n" NINE ",1\n" NINE ",2\n" NINE ",3\n", IKM_OK},
        {NINES_AND "jumlah\n" NINE ",36\n1,1,1,1,1,1,1,1,1,9\n4,4,4,4,4,4,4,4,,32\n", IKM_OK},
        {NINES_AND "total\n" NINE ",100\n1,1,1,1,1,1,1,1,1,25\n4,4,4,4,4,4,4,4,3,97\n", IKM_OK},
        {NINES_AND "jumlah\n" NINE ",3.5\n" NINE ",3\n", IKM_OK},
        {NINES_AND "jumlah\n" NINE ",3\n" NINE ",\n", IKM_OK},
        {NINES_AND "jumlah pengaduan\n" NINE ",3\n" NINE ",7\n", IKM_OK},
    };
    for (size_t i = 0; i < sizeof grouped / sizeof grouped[0]; i++) {
        ikm_survey *survey;
        ikm_error err = {.message = ""};
        cr_expect(eq(int, survey_of(&survey, grouped[i].text, NULL, &err), grouped[i].status), "%s: %s",
                  grouped[i].text, err.message);
        ikm_survey_free(survey);
    }
}

static uint64_t state;

static unsigned draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

static void tell(ikmi_buffer *out, const ikmi_buffer *text, int threads)
{
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.threads = threads;
    options.on_issue = survey_text_issue;
    options.issue_ctx = out;
    ikmi_buffer_clear(out);
    if (survey_of_bytes(&survey, text->data, text->size, &options, &error) == IKM_OK)
        cr_expect(eq(int, ikm_json_score(survey, (ikm_sink){survey_text_write, out}), IKM_OK));
    else
        ikmi_buffer_add_string(out, error.message);
    ikm_survey_free(survey);
}

/* What a row is may depend on the row before it, in another thread. */
Test(test_ingest_outside, threads_do_not_change_a_bit)
{
    static const char *const lines[] = {
        "1," NINE ",\n",
        "2,4,4,9,4,4,4,4,4,4,\n",
        "3,9,9,9,9,9,9,9,9,4,\n",
        "Jumlah,7,7,7,7,7,7,7,7,7,\n",
        "- NRR,= \"nilai\n rata-rata\"\n",
        "U1,Persyaratan,3\n",
        HEADER,
        "4,,,,,,,,,,\n",
        ",,,,\n",
        "Mutu," NINE ",\n",
        "IKM,3,3,3,3,3,3,3,3,3,\n",
        "B,2,3,,,,,,,,\n",
    };
    ikmi_buffer text, one, many;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&one, NULL);
    ikmi_buffer_init(&many, NULL);
    state = 7;
    for (int round = 0; round < 400; round++) {
        ikmi_buffer_clear(&text);
        ikmi_buffer_add_string(&text, HEADER TWO);
        for (unsigned row = 0, rows = 1 + draw(40); row < rows; row++)
            ikmi_buffer_add_string(&text, lines[draw(sizeof lines / sizeof lines[0])]);
        tell(&one, &text, 1);
        for (int threads = 2; threads <= 9; threads += 1 + (int)draw(3)) {
            tell(&many, &text, threads);
            cr_assert(eq(str, many.data, one.data), "%d threads on:\n%s", threads, text.data);
        }
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&one);
    ikmi_buffer_done(&many);
}
