/* Records that are no respondents: the foot of a table, the header once more. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "ingest/foot.h"
#include "survey/survey.h"
#include "survey_text.h"

#define NINE   "4,4,4,4,4,4,4,4,4"
#define HEADER "no,u1,u2,u3,u4,u5,u6,u7,u8,u9,ket\n"
#define TWO    "1," NINE ",\n2,3,3,3,3,3,3,3,3,3,\n"

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
    };
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        ikm_text label = {labels[i], strlen(labels[i])};
        cr_expect(ikmi_is_foot_label(label), "%s", labels[i]);
        cr_expect(ikmi_begins_foot_label(labels[i][0]), "%s", labels[i]);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        cr_expect(not(ikmi_is_foot_label((ikm_text){others[i], strlen(others[i])})), "%s", others[i]);
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
    {"a name of a service that is a label",
     "layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP," NINE "\nIKM," NINE "\nTotal," NINE "\n", 3, 0, 0, 0},
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
    *foot = survey->foot_rows;
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
