#include "shape_words.h"

#include "base/mem.h"
#include "fold.h"
#include "view.h"

#include <string.h>

/* The word that counts, the best first; beside it may stand only what fills up. */
typedef struct words {
    const char *keys[20];
    const char *fillers[20];
} words;

static const words parts[] = {
    [IKMI_LINE_ELEMENT] = {{"unsur", "element", "elemen", "pertanyaan", "question", "soal", "pernyataan", "indikator",
                            "indicator", "aspek", "aspect", "dimensi", "butir", "item", "parameter"},
                           {"id", "kode", "code", "nama", "name", "no", "nomor", "number", "ke", "judul", "teks",
                            "text", "pelayanan", "layanan", "survei", "survey", "skm", "ikm"}},
    [IKMI_LINE_VALUE] = {{"nilai", "skor", "score", "value", "poin", "point", "rating", "jawaban", "answer", "pilihan",
                          "respon", "response", "jwb"},
                         {"kode", "code", "responden", "angka", "survei", "survey", "skm", "ikm", "unsur"}},
    [IKMI_LINE_RESPONDENT] = {{"responden", "respondent", "respons", "response", "kuesioner", "kuisioner",
                               "questionnaire", "submission", "peserta", "pengisi", "uuid"},
                              {"id", "kode", "code", "no", "nomor", "number", "survei", "survey", "skm", "ikm"}},
    [IKMI_LINE_COUNT] = {{"n", "count", "jumlah", "jml", "cnt", "frekuensi", "frek", "frequency", "freq", "banyaknya",
                          "banyak", "total"},
                         {"responden", "respondent", "respondents", "jawaban", "answers", "orang", "data", "of"}},
};

static bool is_word(const ikmi_view *view, size_t word, const char *text)
{
    ikm_text is = ikmi_view_text(view, word, word + 1);
    return is.size == strlen(text) && !memcmp(is.data, text, is.size);
}

static bool is_filler(const words *of, const ikmi_view *view, size_t word)
{
    for (size_t i = 0; i < sizeof of->fillers / sizeof *of->fillers && of->fillers[i]; i++)
        if (is_word(view, word, of->fillers[i]))
            return true;
    return false;
}

int ikmi_line_word(ikmi_line_part part, ikm_text header)
{
    const int most = sizeof parts->keys / sizeof *parts->keys;
    ikmi_view view;
    int rank = 0;
    ikmi_view_make(&view, header);
    for (size_t word = 0; word < view.count; word++) {
        int key = 0;
        for (int i = 0; i < most && parts[part].keys[i] && !key; i++)
            key = is_word(&view, word, parts[part].keys[i]) ? most - i : 0;
        if (!key && !is_filler(&parts[part], &view, word))
            return 0;
        rank = key > rank ? key : rank;
    }
    return rank;
}

bool ikmi_line_count(int64_t *out, ikm_text cell)
{
    const int64_t most = INT64_C(1) << 53;
    int64_t count = 0;
    size_t at = 0;
    cell = ikmi_trim(cell);
    for (; at < cell.size && cell.data[at] >= '0' && cell.data[at] <= '9'; at++) {
        count = count * 10 + (cell.data[at] - '0');
        if (count > most)
            return false;
    }
    if (at == 0)
        return false;
    /* three zeros would be a thousand times as many in half of the spreadsheets */
    size_t zeros = cell.size - at > 1 && (cell.data[at] == '.' || cell.data[at] == ',') ? cell.size - at - 1 : 0;
    if (at < cell.size && (zeros < 1 || zeros > 2))
        return false;
    for (size_t i = at + 1; i < cell.size; i++)
        if (cell.data[i] != '0')
            return false;
    *out = count;
    return true;
}
