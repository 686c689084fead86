/* Lines of answers, recognised by what their columns are called and hold. */
#include "ingest/columns.h"

#include "base/mem.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

enum { CELLS_MAX = 512, ROWS_MAX = 12 };

typedef struct shape_case {
    const char *name, *headers, *rows[ROWS_MAX];
    const char *shape; /* "long 4 5 2": columns of element, value, respondent or count; NULL: refused */
    ikm_status status;
    const char *message; /* a part of it */
} shape_case;

static size_t split(ikm_text *out, const char *line)
{
    size_t count = 0;
    for (;; line++) {
        size_t size = strcspn(line, "|");
        out[count++] = (ikm_text){line, size};
        line += size;
        if (!*line)
            return count;
    }
}

static ikm_status map(ikmi_columns *out, const shape_case *c, const ikm_mem *mem, ikm_error *err)
{
    static ikm_text headers[CELLS_MAX], cells[CELLS_MAX];
    size_t count = split(headers, c->headers);
    ikmi_sample sample = {cells, 0};
    for (; sample.rows < ROWS_MAX && c->rows[sample.rows]; sample.rows++)
        cr_assert(eq(sz, split(cells + sample.rows * count, c->rows[sample.rows]), count), "%s: row %zu", c->name,
                  sample.rows);
    ikmi_labels *labels;
    cr_assert(eq(int, ikmi_labels_new(&labels, ikm_rules_at(0), NULL), IKM_OK));
    const ikmi_columns_task task = {.rules = ikm_rules_at(0),
                                    .labels = labels,
                                    .headers = headers,
                                    .count = count,
                                    .sample = sample,
                                    .file = "dump.csv",
                                    .line = 3,
                                    .lang = IKM_LANG_EN,
                                    .mem = mem};
    ikm_status status = ikmi_columns_map(out, &task, err);
    ikmi_labels_free(labels);
    return status;
}

static const shape_case cases[] = {
    {"codes", "responden_id|unsur_id|nilai", {"1|u1|4", "1|u2|3"}, "long 2 3 1", IKM_OK, NULL},
    {"any order", "nilai|unsur|responden", {"4|U1|1", "3|U2|1"}, "long 2 1 3", IKM_OK, NULL},
    {"numbers under a word for them",
     "responden_id|pertanyaan_id|jawaban",
     {"1|1|a", "1|2|b"},
     "long 2 3 1",
     IKM_OK,
     NULL},
    {"numbers under no such word",
     "responden_id|kolom|jawaban",
     {"1|1|a", "1|2|b"},
     NULL,
     IKM_ERR_DATA,
     "no element columns"},
    {"names",
     "id_responden|unsur|jawaban",
     {"1|Persyaratan|Sesuai", "1|Waktu Penyelesaian|Cepat"},
     "long 2 3 1",
     IKM_OK,
     NULL},
    {"questions",
     "Responden|Pertanyaan|Jawaban",
     {"1|Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya|Sesuai",
      "1|Waktu|Cepat"},
     "long 2 3 1",
     IKM_OK,
     NULL},
    {"a misspelt name among right ones",
     "responden|unsur|nilai",
     {"1|Persyaratan|4", "1|Prosedr|4", "1|Waktu|4"},
     "long 2 3 1",
     IKM_OK,
     NULL},
    {"codes need no header that says so", "responden|x|y", {"1|u1|4", "1|u2|3"}, "long 2 3 1", IKM_OK, NULL},
    {"words of elements come before codes, codes before numbers",
     "responden|unsur_id|kode_unsur|nama_unsur|nilai",
     {"1|8|U8|Sarana|4", "1|9|U9|Pengaduan|4"},
     "long 4 5 1",
     IKM_OK,
     NULL},
    {"the number of a line is no respondent",
     "id|responden_id|unsur|nilai",
     {"1|7|u1|4", "2|7|u2|4"},
     "long 3 4 2",
     IKM_OK,
     NULL},
    {"an id that comes again is one", "id|unsur|nilai", {"1|u1|4", "1|u2|4"}, "long 2 3 1", IKM_OK, NULL},
    {"an id that never does is none",
     "id|unsur|nilai",
     {"1|u1|4", "2|u2|4"},
     NULL,
     IKM_ERR_DATA,
     "no column says whose"},
    {"a respondent by word may come once",
     "responden_id|unsur|nilai",
     {"1|u1|4", "2|u1|4"},
     "long 2 3 1",
     IKM_OK,
     NULL},
    {"a label and its score agree",
     "responden|unsur|jawaban|nilai",
     {"1|u1|Sesuai|3", "1|u2|Mudah|3"},
     "long 2 4 1",
     IKM_OK,
     NULL},
    {"two answers that differ",
     "responden|unsur|jawaban|nilai",
     {"1|u1|Sesuai|3", "1|u2|Mudah|4"},
     NULL,
     IKM_ERR_UNSURE,
     "could both be the answer"},
    {"no header says which of two",
     "responden|unsur|a|b",
     {"1|u1|1|3", "1|u2|2|4"},
     NULL,
     IKM_ERR_UNSURE,
     "could both be the answer"},
    {"the number of an answer is no answer",
     "id_jawaban|responden|unsur|nilai",
     {"1|7|u1|4", "2|7|u2|4", "3|7|u3|4"},
     "long 3 4 2",
     IKM_OK,
     NULL},
    {"numbers beyond the elements",
     "responden|soal|nilai",
     {"1|9|4", "1|10|3"},
     NULL,
     IKM_ERR_UNSURE,
     "holds the number 10"},
    {"numbers beyond that hold no scores",
     "responden|soal|nilai",
     {"1|9|4", "1|10|lekas sembuh"},
     "long 2 3 1",
     IKM_OK,
     NULL},
    {"counts", "layanan|unsur|nilai|jumlah", {"A|u1|4|10", "A|u1|3|7"}, "counts 2 3 4", IKM_OK, NULL},
    {"counts as a database calls them", "unsur|nilai|count(*)", {"u1|4|10", "u2|3|7"}, "counts 1 2 3", IKM_OK, NULL},
    {"counts of respondents", "unsur|nilai|Jumlah Responden", {"u1|4|10", "u2|3|7"}, "counts 1 2 3", IKM_OK, NULL},
    {"counts with numbered lines", "No|unsur|nilai|n", {"1|u1|4|10", "2|u1|3|7"}, "counts 2 3 4", IKM_OK, NULL},
    {"a count that is none",
     "unsur|nilai|jumlah",
     {"u1|4|banyak", "u2|3|sedikit"},
     NULL,
     IKM_ERR_DATA,
     "no column says whose"},
    {"a respondent beside a count",
     "responden_id|unsur|nilai|jumlah",
     {"1|u1|4|1", "1|u2|3|1"},
     "long 2 3 1",
     IKM_OK,
     NULL},
    {"each element has its column",
     "responden|unsur|nilai|u1|u2|u3|u4|u5|u6|u7|u8|u9",
     {"1|u1|4|1|2|3|4|1|2|3|4|1", "1|u2|4|1|2|3|4|1|2|3|4|1"},
     "wide",
     IKM_OK,
     NULL},
    {"a wide dump that lacks an element stays one",
     "no|layanan|u1|u2|u3|u4|u5|u6|u7|u8",
     {"1|A|1|2|3|4|1|2|3|4"},
     NULL,
     IKM_ERR_DATA,
     "U9"},
    {"remarks that name elements are no column of them",
     "responden|saran|kepuasan",
     {"1|percepat prosedur|4", "2|biaya mahal sekali|3", "3|waktu lama|2"},
     NULL,
     IKM_ERR_DATA,
     "no element columns"},
};

Test(shape, lines_of_answers_are_known_by_a_column_that_names_elements_beside_one_of_scores)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const shape_case *c = &cases[i];
        ikmi_columns columns;
        ikm_error err = {.message = ""};
        char got[64] = "wide";
        ikm_status status = map(&columns, c, NULL, &err);
        cr_expect(eq(int, status, c->status), "%s: %s", c->name, err.message);
        if (status == IKM_OK && columns.shape != IKMI_SHAPE_WIDE)
            sprintf(got, "%s %d %d %d", ikmi_shape_name(columns.shape), columns.line.element + 1,
                    columns.line.value + 1,
                    1 + (columns.shape == IKMI_SHAPE_LONG ? columns.line.respondent : columns.line.count));
        if (status == IKM_OK && c->shape)
            cr_expect(eq(str, got, (char *)(uintptr_t)c->shape), "%s", c->name);
        if (status != IKM_OK) {
            cr_expect(eq(i64, err.line, 3), "%s", c->name);
            cr_expect(ne(ptr, strstr(err.message, c->message ? c->message : "?"), NULL), "%s: %s", c->name,
                      err.message);
        }
        ikmi_columns_done(&columns);
    }
}

Test(shape, numbers_of_a_questionnaire_are_worth_a_note)
{
    const shape_case numbered = {.headers = "responden|soal|nilai", .rows = {"1|1|4", "1|2|4"}};
    const shape_case coded = {.headers = "responden|soal|nilai", .rows = {"1|u1|4", "1|u2|4"}};
    ikmi_columns columns;
    ikm_error err;
    cr_assert(eq(int, map(&columns, &numbered, NULL, &err), IKM_OK));
    cr_expect(columns.by_questionnaire_number);
    ikmi_columns_done(&columns);
    cr_assert(eq(int, map(&columns, &coded, NULL, &err), IKM_OK));
    cr_expect(not(columns.by_questionnaire_number));
    ikmi_columns_done(&columns);
}

Test(shape, every_allocation_may_be_refused)
{
    const shape_case c = {.headers = "responden|unsur|nilai|layanan", .rows = {"1|u1|4|A", "1|Saran|baik|A"}};
    for (long n = 0;; n++) {
        refusing memory;
        ikmi_columns columns;
        ikm_error err;
        refusing_init(&memory, n);
        ikm_status status = map(&columns, &c, &memory.mem, &err);
        if (status == IKM_OK)
            ikmi_columns_done(&columns);
        cr_expect(zero(long, memory.live), "request %ld", n);
        if (status == IKM_OK)
            break;
        cr_assert(eq(int, status, IKM_ERR_NOMEM), "request %ld: %s", n, err.message);
    }
}
