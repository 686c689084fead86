#include "ikm/forms.h"

#include "dump.h"
#include "outline.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define HEADER "layanan,jenis_kelamin,usia,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"

static const char small[] = HEADER "KTP,L,17,4,4,3,4,4,4,4,4,3\n"
                                   "KTP,P,64,4,4,2,4,4,4,4,,3\n"
                                   "KTP,P,25,3,3,2,4,3,3,3,3,3\n"
                                   "KK,P,,4,4,,4,4,4,4,4,4\n";

static char *recap(const ikm_survey *survey)
{
    ikm_document *document;
    cr_assert(survey != NULL);
    cr_assert(eq(int, ikm_document_new(&document, ikm_survey_lang(survey), "recap", NULL), IKM_OK));
    cr_assert(eq(int, ikm_form_recap(document, survey), IKM_OK));
    char *lines = outline_of(document);
    ikm_document_free(document);
    return lines;
}

static char *recap_of(const char *csv, const ikm_survey_options *options)
{
    ikm_survey *survey = survey_of(csv, options);
    char *lines = recap(survey);
    ikm_survey_free(survey);
    return lines;
}

static int has_line(const char *lines, const char *line)
{
    char *part = outline_part(lines, line, NULL);
    int found = strncmp(part, line, strlen(line)) == 0 && part[strlen(line)] == '\n';
    free(part);
    return found;
}

Test(forms_recap, an_office_reads_index_elements_groups_notes_and_convention_in_this_order)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.characteristics = 1;
    options.target = "87";
    options.population = 50;
    char *lines = recap_of(small, &options);
    /*
     * Sums 15 15 7/3 16 15 15 15 11/3 13 over four answers where not said otherwise:
     * 3.75 x 5 + 4 + 7/3 + 11/3 + 3.25 = 32, and 32/9 x 25 = 88.888...
     */
    outline_expect(
        lines, "SHEET", "H2 Karakteristik",
        "SHEET Rekap\n"
        "H1 Rekapitulasi Survei Kepuasan Masyarakat\n"
        "FIGURE Indeks Kepuasan Masyarakat (IKM) = 88.89 (Mutu Pelayanan A · Kinerja Sangat baik · 4 responden)\n"
        "TEXT Target 87: tercapai.\n"
        "TEXT Unsur terlemah: U3 Waktu Penyelesaian.\n"
        "TEXT Unsur terkuat: U4 Biaya/Tarif.\n"
        "TABLE Unsur pelayanan, dari yang terlemah ke yang terkuat: Peringkat#0, Kode, Unsur, NRR#3, "
        "Nilai konversi#2, Mutu, Kinerja, Catatan\n"
        "ROW 9 | U3 | Waktu Penyelesaian | 2.333 | 58.33 | D | Tidak baik | di bawah 3,00; di bawah target\n"
        "ROW 8 | U9 | Sarana dan Prasarana | 3.250 | 81.25 | B | Baik | di bawah target\n"
        "ROW 7 | U8 | Penanganan Pengaduan, Saran dan Masukan | 3.667 | 91.67 | A | Sangat baik | \n"
        "ROW 2 | U1 | Persyaratan | 3.750 | 93.75 | A | Sangat baik | \n"
        "ROW 2 | U2 | Sistem, Mekanisme, dan Prosedur | 3.750 | 93.75 | A | Sangat baik | \n"
        "ROW 2 | U5 | Produk Spesifikasi Jenis Pelayanan | 3.750 | 93.75 | A | Sangat baik | \n"
        "ROW 2 | U6 | Kompetensi Pelaksana | 3.750 | 93.75 | A | Sangat baik | \n"
        "ROW 2 | U7 | Perilaku Pelaksana | 3.750 | 93.75 | A | Sangat baik | \n"
        "ROW 1 | U4 | Biaya/Tarif | 4.000 | 100.00 | A | Sangat baik | \n"
        "BARS Nilai konversi per unsur: category 2, value 4, 9 rows, 25 to 100, Target 87 87\n"
        "TEXT NRR: nilai rata-rata unsur pada skala 1 sampai 4. Nilai konversi = NRR × 25. "
        "Peringkat 1 adalah yang terkuat.\n"
        "TABLE Sebaran jawaban per unsur: jumlah (n) dan bagian tiap nilai: Kode, Unsur, Terisi#0, n 1#0, n 2#0, "
        "n 3#0, n 4#0, Nilai 1#1%, Nilai 2#1%, Nilai 3#1%, Nilai 4#1%\n"
        "ROW U1 | Persyaratan | 4 | 0 | 0 | 1 | 3 | 0.0 | 0.0 | 25.0 | 75.0\n"
        "ROW U2 | Sistem, Mekanisme, dan Prosedur | 4 | 0 | 0 | 1 | 3 | 0.0 | 0.0 | 25.0 | 75.0\n"
        "ROW U3 | Waktu Penyelesaian | 3 | 0 | 2 | 1 | 0 | 0.0 | 66.7 | 33.3 | 0.0\n"
        "ROW U4 | Biaya/Tarif | 4 | 0 | 0 | 0 | 4 | 0.0 | 0.0 | 0.0 | 100.0\n"
        "ROW U5 | Produk Spesifikasi Jenis Pelayanan | 4 | 0 | 0 | 1 | 3 | 0.0 | 0.0 | 25.0 | 75.0\n"
        "ROW U6 | Kompetensi Pelaksana | 4 | 0 | 0 | 1 | 3 | 0.0 | 0.0 | 25.0 | 75.0\n"
        "ROW U7 | Perilaku Pelaksana | 4 | 0 | 0 | 1 | 3 | 0.0 | 0.0 | 25.0 | 75.0\n"
        "ROW U8 | Penanganan Pengaduan, Saran dan Masukan | 3 | 0 | 0 | 1 | 2 | 0.0 | 0.0 | 33.3 | 66.7\n"
        "ROW U9 | Sarana dan Prasarana | 4 | 0 | 0 | 3 | 1 | 0.0 | 0.0 | 75.0 | 25.0\n"
        "DIVERGING Sebaran jawaban: category 1, value 7 and 3 more, 0 rows, 0 to 0\n"
        "TABLE IKM menurut layanan: Layanan, Responden#0, IKM#2, Mutu, Target 87, Keterangan\n"
        /* nobody in KK answered U3 */
        "ROW KK | 1 |  |  |  | \n"
        /* 11/3 x 5 + 4 + 7/3 + 7/2 + 3 - with U8 over two answers - is 31.1666..., x 25/9 */
        "ROW KTP | 3 | 86.57 | B | tidak tercapai | belum stabil\n"
        "BARS Perbandingan IKM menurut layanan: category 0, value 2, 2 rows, 25 to 100, Target 87 87\n"
        "TEXT Kelompok yang mencapai target 87: 0 dari 2.\n"
        "TABLE Kelengkapan jawaban: Kode, Unsur, Terisi#0, Kosong#0, Bagian kosong#1%\n"
        "ROW U1 | Persyaratan | 4 | 0 | 0.0\n"
        "ROW U2 | Sistem, Mekanisme, dan Prosedur | 4 | 0 | 0.0\n"
        "ROW U3 | Waktu Penyelesaian | 3 | 1 | 25.0\n"
        "ROW U4 | Biaya/Tarif | 4 | 0 | 0.0\n"
        "ROW U5 | Produk Spesifikasi Jenis Pelayanan | 4 | 0 | 0.0\n"
        "ROW U6 | Kompetensi Pelaksana | 4 | 0 | 0.0\n"
        "ROW U7 | Perilaku Pelaksana | 4 | 0 | 0.0\n"
        "ROW U8 | Penanganan Pengaduan, Saran dan Masukan | 3 | 1 | 25.0\n"
        "ROW U9 | Sarana dan Prasarana | 4 | 0 | 0.0\n");
    outline_expect(lines, "H2 Karakteristik", "H2 Catatan",
                   "H2 Karakteristik responden\n"
                   "TABLE Responden menurut jenis kelamin: Jenis kelamin, Responden#0, Persentase#1%, IKM#2, Mutu\n"
                   "ROW P | 3 | 75.0 | 86.57 | B\n"
                   "ROW L | 1 | 25.0 | 94.44 | A\n"
                   "TABLE Responden menurut usia: Usia, Responden#0, Persentase#1%, IKM#2, Mutu\n"
                   "ROW < 20 | 1 | 25.0 | 94.44 | A\n"
                   "ROW 20-29 | 1 | 25.0 | 75.00 | C\n"
                   "ROW ≥ 60 | 1 | 25.0 |  | \n"
                   "ROW (kosong) | 1 | 25.0 |  | \n"
                   "TABLE Kecukupan sampel menurut Krejcie dan Morgan: Populasi#0, Sampel yang diperlukan#0, "
                   "Responden yang diperoleh#0, Kekurangan#0\n"
                   "ROW 50 | 44 | 4 | 40\n"
                   "TEXT Jumlah responden belum memenuhi sampel minimum: masih kurang 40.\n");
    outline_expect(lines, "H2 Konvensi", "TABLE Kolom",
                   "H2 Konvensi dan sumber data\n"
                   "TABLE Konvensi perhitungan: Ketentuan, Nilai\n"
                   "ROW Peraturan | Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 "
                   "Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan "
                   "Publik (permenpan-14-2017)\n"
                   "ROW Batas bawah mutu | A ≥ 88,31; B ≥ 76,61; C ≥ 65,00; D ≥ 25,00\n"
                   "ROW Bobot per unsur | 1/9 (eksak)\n"
                   "ROW Pembulatan NRR | tidak dibulatkan\n"
                   "ROW Pembulatan NRR tertimbang | tidak dibulatkan\n"
                   "ROW Pembulatan IKM | 2 desimal\n"
                   "ROW Cara pembulatan | ke angka terdekat, nilai tengah ke atas (half-up)\n"
                   "ROW Jawaban kosong | dilewati: NRR dihitung dari yang menjawab unsur itu (per-element)\n"
                   "ROW Dihitung dengan | libikm " IKMI_VERSION "\n"
                   "TABLE Baris data: Hasil pembacaan, Jumlah#0\n"
                   "ROW Dibaca | 4\n"
                   "ROW Dipakai | 4\n"
                   "ROW Ditolak | 0\n"
                   "TABLE Berkas yang dibaca: Berkas, Pengodean, Pemisah, Baris judul#0, Bentuk\n"
                   "ROW survey.csv | utf-8 | koma | 1 | lebar: satu baris satu responden\n");
    outline_expect(lines, "TABLE Kolom", "ROW U2",
                   "TABLE Kolom yang dibaca sebagai unsur: Unsur, Kolom#0, Judul kolom, Dikenali dari\n"
                   "ROW U1 | 4 | u1 | kode\n");
    cr_expect(has_line(lines, "ROW U9 | 12 | u9 | kode"));
    free(lines);
}

Test(forms_recap, every_note_of_the_survey_stands_between_groups_and_convention)
{
    ikm_survey *survey = survey_of(small, NULL);
    char *lines = recap(survey), *part = outline_part(lines, "H2 Catatan", "H2 Konvensi"), *expected;
    size_t size = 0;
    FILE *out = open_memstream(&expected, &size);
    cr_assert(out != NULL);
    fprintf(out, "H2 Catatan\n");
    for (size_t i = 0; i < ikm_survey_note_count(survey); i++)
        fprintf(out, "NOTE %s\n", ikm_survey_note(survey, i));
    fclose(out);
    cr_expect(gt(sz, ikm_survey_note_count(survey), 0));
    cr_expect(eq(str, part, expected));
    free(expected);
    free(part);
    free(lines);
    ikm_survey_free(survey);
}

/* Everything but the words: kinds, sizes, numbers, and what the dump itself says. */
static void expect_same_shape(const ikm_document *a, const ikm_document *b)
{
    cr_assert(eq(sz, ikm_document_item_count(a), ikm_document_item_count(b)));
    for (size_t i = 0; i < ikm_document_item_count(a); i++) {
        const ikm_item *x = ikm_document_item(a, i), *y = ikm_document_item(b, i);
        cr_assert(eq(int, x->kind, y->kind));
        cr_expect(eq(int, x->level, y->level));
        cr_expect(eq(i64, x->cell.number.digits, y->cell.number.digits));
        if (x->kind != IKM_ITEM_TABLE)
            continue;
        cr_assert(eq(sz, x->table->column_count, y->table->column_count));
        cr_assert(eq(sz, x->table->row_count, y->table->row_count));
        for (size_t row = 0; row < x->table->row_count; row++) {
            ikm_cell left[64], right[64];
            cr_assert(eq(int, ikm_table_row(x->table, row, left), IKM_OK));
            cr_assert(eq(int, ikm_table_row(y->table, row, right), IKM_OK));
            for (size_t c = 0; c < x->table->column_count; c++) {
                cr_expect(eq(int, left[c].kind, right[c].kind));
                cr_expect(eq(i64, left[c].number.digits, right[c].number.digits));
                cr_expect(eq(int, left[c].number.places, right[c].number.places));
            }
        }
    }
}

Test(forms_recap, indonesian_and_english_differ_only_in_words)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_survey *survey[2];
    ikm_document *document[2];
    options.characteristics = 1;
    options.target = "87";
    options.population = 1000;
    for (int lang = 0; lang < 2; lang++) {
        options.lang = lang ? IKM_LANG_EN : IKM_LANG_ID;
        survey[lang] = survey_of(small, &options);
        cr_assert(eq(int, ikm_document_new(&document[lang], options.lang, "recap", NULL), IKM_OK));
        cr_assert(eq(int, ikm_form_recap(document[lang], survey[lang]), IKM_OK));
    }
    expect_same_shape(document[0], document[1]);
    char *english = outline_of(document[1]);
    outline_expect(english, "SHEET", "TABLE",
                   "SHEET Recap\n"
                   "H1 Recap of the Community Satisfaction Survey\n"
                   "FIGURE Community Satisfaction Index (IKM) = 88.89 (Service quality A · Performance Sangat baik · "
                   "Respondents 4)\n"
                   "TEXT Target 87: reached.\n"
                   "TEXT Weakest element: U3 Waktu Penyelesaian.\n"
                   "TEXT Strongest element: U4 Biaya/Tarif.\n");
    cr_expect(has_line(english, "ROW KTP | 3 | 86.57 | B | not reached | unstable"));
    cr_expect(has_line(english, "ROW (blank) | 1 | 25.0 |  | "));
    cr_expect(has_line(english, "ROW Lower bounds of grades | A ≥ 88.31; B ≥ 76.61; C ≥ 65.00; D ≥ 25.00"));
    cr_expect(has_line(english, "ROW survey.csv | utf-8 | comma | 1 | wide: one row a respondent"));
    free(english);
    for (int lang = 0; lang < 2; lang++) {
        ikm_document_free(document[lang]);
        ikm_survey_free(survey[lang]);
    }
}

Test(forms_recap, where_there_is_no_index_it_says_which_element_nobody_answered)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.target = "80.5";
    options.by = (const char *[]){""};
    options.by_count = 0;
    char *lines = recap_of(HEADER "KTP,L,17,4,4,,4,4,4,4,4,\n"
                                  "KTP,P,64,3,4,,4,4,4,4,,\n",
                           &options);
    outline_expect(lines, "FIGURE", "TABLE",
                   "FIGURE Indeks Kepuasan Masyarakat (IKM) = tidak ada (Indeks tidak dapat dihitung karena tidak "
                   "seorang pun menjawab: U3 Waktu Penyelesaian, U9 Sarana dan Prasarana · 2 responden)\n"
                   "TEXT Target 80,5: tidak dapat dinilai karena tidak ada indeks.\n"
                   "TEXT Unsur terlemah: U1 Persyaratan.\n"
                   "TEXT Unsur terkuat: U2 Sistem, Mekanisme, dan Prosedur, U4 Biaya/Tarif, "
                   "U5 Produk Spesifikasi Jenis Pelayanan, U6 Kompetensi Pelaksana, U7 Perilaku Pelaksana, "
                   "U8 Penanganan Pengaduan, Saran dan Masukan.\n");
    /* what nobody answered stands last and has no rank */
    outline_expect(lines, "ROW  | U3", "BARS",
                   "ROW  | U3 | Waktu Penyelesaian |  |  |  | \n"
                   "ROW  | U9 | Sarana dan Prasarana |  |  |  | \n");
    cr_expect(strstr(lines, "Perbandingan") == NULL);
    free(lines);
}

Test(forms_recap, equal_elements_have_no_weakest)
{
    char *lines = recap_of(HEADER "KTP,L,17,3,3,3,3,3,3,3,3,3\n", NULL);
    outline_expect(lines, "FIGURE", "ROW",
                   "FIGURE Indeks Kepuasan Masyarakat (IKM) = 75.00 (Mutu Pelayanan C · Kinerja Kurang baik · "
                   "1 responden)\n"
                   "TABLE Unsur pelayanan, dari yang terlemah ke yang terkuat: Peringkat#0, Kode, Unsur, NRR#3, "
                   "Nilai konversi#2, Mutu, Kinerja\n");
    cr_expect(strstr(lines, "Kelengkapan jawaban") == NULL);
    free(lines);
}

/* `groups` services of `each` respondents: the first answers 4 throughout, the others 3. */
static char *services(int groups, int each)
{
    char *csv = malloc(sizeof HEADER + (size_t)(groups * each) * 48), *at = csv;
    at += sprintf(at, "%s", HEADER);
    for (int g = 0; g < groups; g++)
        for (int i = 0; i < each; i++)
            at += sprintf(at, g ? "Layanan %04d,L,17,3,3,3,3,3,3,3,3,3\n" : "Layanan %04d,L,17,4,4,4,4,4,4,4,4,4\n", g);
    return csv;
}

Test(forms_recap, groups_of_thirty_are_stable_and_of_twenty_nine_are_not)
{
    char *csv = services(2, 30), *lines = recap_of(csv, NULL);
    cr_expect(has_line(lines, "TABLE IKM menurut layanan: Layanan, Responden#0, IKM#2, Mutu"));
    cr_expect(has_line(lines, "ROW Layanan 0001 | 30 | 75.00 | C"));
    free(lines);
    free(csv);
    csv = services(2, 29);
    lines = recap_of(csv, NULL);
    cr_expect(has_line(lines, "ROW Layanan 0001 | 29 | 75.00 | C | belum stabil"));
    free(lines);
    free(csv);
}

Test(forms_recap, the_mean_of_groups_is_told_and_said_not_to_be_the_index)
{
    char *csv = services(3, 30), *lines = recap_of(csv, NULL);
    cr_expect(has_line(lines,
                       "NOTE Rata-rata sederhana indeks kelompok adalah 83,33. Angka ini bukan IKM: IKM dihitung "
                       "dari seluruh responden, bukan dari nilai kelompok."));
    free(lines);
    free(csv);
}

Test(forms_recap, a_chart_shows_thirty_groups_and_the_table_all)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.target = "76";
    char *csv = services(1200, 1), *lines = recap_of(csv, &options);
    cr_expect(has_line(lines,
                       "BARS Perbandingan IKM menurut layanan: category 0, value 2, 30 rows, 25 to 100, Target 76 76"));
    cr_expect(
        has_line(lines, "NOTE Grafik menampilkan 30 kelompok pertama dari 1.200 kelompok; tabel memuat semuanya."));
    cr_expect(has_line(lines, "TEXT Kelompok yang mencapai target 76: 1 dari 1.200."));
    cr_expect(has_line(lines, "ROW Layanan 1199 | 1 | 75.00 | C | tidak tercapai | belum stabil"));
    free(lines);
    free(csv);
    csv = services(30, 1);
    lines = recap_of(csv, NULL);
    cr_expect(strstr(lines, "NOTE Grafik") == NULL);
    free(lines);
    free(csv);
}

Test(forms_recap, groups_by_several_columns_are_named_by_all)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    const char *by[] = {"layanan", "jenis_kelamin"};
    options.by = by;
    options.by_count = 2;
    char *lines = recap_of(HEADER "KTP,L,17,3,3,3,3,3,3,3,3,3\n"
                                  "KTP,,17,3,3,3,3,3,3,3,3,3\n",
                           &options);
    cr_expect(has_line(lines, "TABLE IKM menurut layanan, jenis kelamin: Layanan, Jenis kelamin, Responden#0, IKM#2, "
                              "Mutu, Keterangan"));
    cr_expect(has_line(lines, "ROW KTP | (kosong) | 1 | 75.00 | C | belum stabil"));
    cr_expect(has_line(lines, "BARS Perbandingan IKM menurut layanan, jenis kelamin: category 0 and 1 more, value 3, "
                              "2 rows, 25 to 100"));
    free(lines);
}

Test(forms_recap, listwise_shares_are_of_those_who_answered_everything)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.missing = IKM_MISSING_LISTWISE;
    convention.round_mode = IKM_ROUND_HALF_EVEN;
    convention.weight = "0.111";
    options.convention = &convention;
    options.characteristics = 1;
    char *lines = recap_of(small, &options);
    cr_expect(has_line(lines, "ROW L | 1 | 50.0 | 94.35 | A"));
    cr_expect(has_line(lines, "ROW P | 1 | 50.0 | 74.92 | C"));
    cr_expect(has_line(lines, "ROW Bobot per unsur | 0,111"));
    cr_expect(has_line(lines, "ROW Cara pembulatan | ke angka terdekat, nilai tengah ke angka genap (half-even)"));
    cr_expect(has_line(lines, "ROW Jawaban kosong | hanya responden yang menjawab semua unsur (listwise)"));
    free(lines);
}

Test(forms_recap, weights_of_each_element_are_readable_in_both_languages)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.weight = "0.2,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1";
    convention.round_nrr = 2;
    options.convention = &convention;
    char *lines = recap_of(small, &options);
    cr_expect(has_line(lines, "ROW Bobot per unsur | 0,2; 0,1; 0,1; 0,1; 0,1; 0,1; 0,1; 0,1; 0,1"));
    cr_expect(has_line(lines, "ROW Pembulatan NRR | 2 desimal"));
    free(lines);
    options.lang = IKM_LANG_EN;
    lines = recap_of(small, &options);
    cr_expect(has_line(lines, "ROW Weight of an element | 0.2; 0.1; 0.1; 0.1; 0.1; 0.1; 0.1; 0.1; 0.1"));
    free(lines);
}

Test(forms_recap, a_characteristic_of_many_values_shows_twenty_and_the_rest_together)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    char csv[4096], *at = csv;
    options.characteristics = 1;
    at += sprintf(at, "pekerjaan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    /* 25 occupations: number n is told n times by the first three, once by the others */
    for (int n = 1; n <= 25; n++)
        for (int i = 0; i < (n <= 3 ? n : 1); i++)
            at += sprintf(at, "Pekerjaan %02d,3,3,3,3,3,3,3,3,3\n", n);
    at += sprintf(at, ",3,3,3,3,3,3,3,3,3\n");
    char *lines = recap_of(csv, &options), *part = outline_part(lines, "TABLE Responden menurut pekerjaan", "H2");
    int rows = 0;
    for (const char *row = part; (row = strstr(row, "ROW ")); row++)
        rows++;
    cr_expect(eq(int, rows, 21));
    outline_expect(part, "ROW", "ROW Pekerjaan 04",
                   "ROW Pekerjaan 03 | 3 | 10.3 | 75.00 | C\n"
                   "ROW Pekerjaan 02 | 2 | 6.9 | 75.00 | C\n"
                   "ROW Pekerjaan 01 | 1 | 3.4 | 75.00 | C\n");
    /* 21 to 25 and the blank one: 6 of 29 are 20.689... % */
    cr_expect(has_line(part, "ROW Pekerjaan 20 | 1 | 3.4 | 75.00 | C"));
    cr_expect(has_line(part, "ROW (nilai lain: 6) | 6 | 20.7 |  | "));
    free(part);
    free(lines);
}

Test(forms_recap, a_sample_that_is_enough_is_said_to_be)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.population = 10;
    char *csv = services(2, 5), *lines = recap_of(csv, &options);
    cr_expect(has_line(lines, "ROW 10 | 10 | 10 | 0"));
    cr_expect(has_line(lines, "TEXT Jumlah responden memenuhi sampel minimum."));
    free(lines);
    options.population = 0;
    lines = recap_of(csv, &options);
    cr_expect(strstr(lines, "Krejcie") == NULL);
    free(lines);
    free(csv);
}

Test(forms_recap, several_files_are_listed_and_named_beside_their_columns)
{
    static const char second[] = "u9;u8;u7;u6;u5;u4;u3;u2;u1\n4;4;4;4;4;4;4;4;4\nx;4;4;4;4;4;4;4;4\n";
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.by = (const char *[]){""};
    options.by_count = 0;
    const ikm_input inputs[] = {{.name = "januari.csv", .bytes = {small, sizeof small - 1}},
                                {.name = "februari.csv", .bytes = {second, sizeof second - 1}}};
    cr_assert(eq(int, ikm_survey_read_inputs(&survey, inputs, 2, &options, &error), IKM_OK), "%s", error.message);
    char *lines = recap(survey);
    cr_expect(has_line(lines, "ROW januari.csv | utf-8 | koma | 1 | lebar: satu baris satu responden"));
    cr_expect(has_line(lines, "ROW februari.csv | utf-8 | titik koma | 1 | lebar: satu baris satu responden"));
    cr_expect(has_line(lines, "ROW U1 | 4 | u1 | kode | januari.csv"));
    cr_expect(has_line(lines, "ROW U1 | 9 | u1 | kode | februari.csv"));
    cr_expect(has_line(lines, "ROW Dibaca | 6"));
    cr_expect(has_line(lines, "ROW Dipakai | 5"));
    cr_expect(has_line(lines, "ROW Ditolak | 1"));
    free(lines);
    ikm_survey_free(survey);
}

Test(forms_recap, an_instrument_of_ones_own_is_shown_on_its_own_scale)
{
    static const char json[] =
        "{\"name\": \"kepuasan-internal\", \"scale\": 3, \"elements\": [{\"code\": \"K1\", \"name\": \"Informasi\"},"
        " {\"code\": \"K2\", \"name\": \"Ruang\"}], \"bands\": [{\"grade\": \"Baik\", \"performance\": \"memenuhi\","
        " \"lower\": \"80\"}, {\"grade\": \"Kurang\", \"performance\": \"di bawah\", \"lower\": \"33.33\"}]}";
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_rules *rules;
    ikm_error error;
    cr_assert(eq(int, ikm_rules_read(&rules, (ikm_text){json, sizeof json - 1}, IKM_LANG_ID, NULL, &error), IKM_OK),
              "%s", error.message);
    options.rules = rules;
    char *lines = recap_of("K1,K2\n3,1\n3,2\n", &options);
    /* (3 + 1.5) / 2 x 100/3 = 75 */
    outline_expect(
        lines, "FIGURE", "H2 Catatan",
        "FIGURE Indeks Kepuasan Masyarakat (IKM) = 75.00 (Mutu Pelayanan Kurang · Kinerja di bawah · "
        "2 responden)\n"
        "TEXT Unsur terlemah: K2 Ruang.\n"
        "TEXT Unsur terkuat: K1 Informasi.\n"
        "TABLE Unsur pelayanan, dari yang terlemah ke yang terkuat: Peringkat#0, Kode, Unsur, NRR#3, "
        "Nilai konversi#2, Mutu, Kinerja\n"
        "ROW 2 | K2 | Ruang | 1.500 | 50.00 | Kurang | di bawah\n"
        "ROW 1 | K1 | Informasi | 3.000 | 100.00 | Baik | memenuhi\n"
        "BARS Nilai konversi per unsur: category 2, value 4, 2 rows, 33 to 100\n"
        "TEXT NRR: nilai rata-rata unsur pada skala 1 sampai 3. Nilai konversi = NRR × 100/3. "
        "Peringkat 1 adalah yang terkuat.\n"
        /* three scores have a middle one: no diverging bars */
        "TABLE Sebaran jawaban per unsur: jumlah (n) dan bagian tiap nilai: Kode, Unsur, Terisi#0, n 1#0, n 2#0, "
        "n 3#0, Nilai 1#1%, Nilai 2#1%, Nilai 3#1%\n"
        "ROW K1 | Informasi | 2 | 0 | 0 | 2 | 0.0 | 0.0 | 100.0\n"
        "ROW K2 | Ruang | 2 | 1 | 1 | 0 | 50.0 | 50.0 | 0.0\n");
    cr_expect(has_line(lines, "ROW Peraturan | kepuasan-internal"));
    cr_expect(has_line(lines, "ROW Batas bawah mutu | Baik ≥ 80,00; Kurang ≥ 33,33"));
    cr_expect(has_line(lines, "ROW Bobot per unsur | 1/2 (eksak)"));
    free(lines);
    ikm_rules_free(rules);
}

Test(forms_recap, every_refused_request_for_memory_is_a_status)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.characteristics = 1;
    ikm_survey *survey = survey_of(small, &options);
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        refusing memory;
        ikm_document *document;
        refusing_init(&memory, n);
        status = ikm_document_new(&document, IKM_LANG_ID, "recap", &memory.mem);
        if (status == IKM_OK)
            status = ikm_form_recap(document, survey);
        cr_expect(status == IKM_OK || status == IKM_ERR_NOMEM);
        ikm_document_free(document);
        cr_expect(eq(long, memory.live, 0));
    }
    ikm_survey_free(survey);
}

Test(forms_recap, a_missing_argument_is_a_status)
{
    ikm_survey *survey = survey_of(small, NULL);
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "recap", NULL), IKM_OK));
    cr_expect(eq(int, ikm_form_recap(NULL, survey), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_form_recap(document, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(sz, ikm_document_item_count(document), 0));
    ikm_document_free(document);
    ikm_survey_free(survey);
}

/* A dump with one respondent on the first of each month from `first` on, `step` months between; all answer `score`s. */
static char *monthly(int first, int count, int step)
{
    char *csv = malloc(64 + (size_t)count * 40), *at = csv;
    at += sprintf(at, "tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    for (int i = 0; i < count; i++) {
        int month = first + i * step;
        at += sprintf(at, "%04d-%02d-01,3,3,3,3,3,3,3,3,%d\n", month / 12, month % 12 + 1, i % 4 + 1);
    }
    return csv;
}

Test(forms_recap, a_trend_is_by_month_with_grades_behind_it_and_months_without_anybody_between)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.trend = 1;
    options.target = "72.5";
    char *csv = monthly(2024 * 12, 2, 3), *lines = recap_of(csv, &options);
    outline_expect(lines, "TABLE Perkembangan", "H2",
                   "TABLE Perkembangan IKM per bulan: Periode, Responden#0, IKM#2, Mutu, Keterangan\n"
                   "ROW Jan 2024 | 1 | 69.44 | C | belum stabil\n"
                   "ROW Feb 2024 | 0 |  |  | \n"
                   "ROW Mar 2024 | 0 |  |  | \n"
                   "ROW Apr 2024 | 1 | 72.22 | C | belum stabil\n"
                   "LINES Perkembangan IKM per bulan: category 0, value 2, 0 rows, 60 to 80, Target 72,5 725, "
                   "D from 2500, C from 6500, B from 7661, A from 8831\n");
    free(lines);
    free(csv);
}

Test(forms_recap, many_months_are_told_by_quarter_and_many_quarters_by_year)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.trend = 1;
    static const struct {
        int count, step;
        const char *title, *first, *last;
    } cases[] = {
        {24, 1, "TABLE Perkembangan IKM per bulan", "ROW Jan 2020 | 1", "ROW Des 2021 | 1"},
        /* of a quarter with the scores 1, 2 and 3 the ninth element is 2, and the index 26/9 x 25 */
        {25, 1, "TABLE Perkembangan IKM per triwulan", "ROW TW I 2020 | 3 | 72.22 | C", "ROW TW I 2022 | 1"},
        {72, 1, "TABLE Perkembangan IKM per triwulan", "ROW TW I 2020 | 3", "ROW TW IV 2025 | 3"},
        {73, 1, "TABLE Perkembangan IKM per tahun", "ROW 2020 | 12", "ROW 2026 | 1"},
        /* a date far away is a row, not a hundred of them */
        {2, 1200, "TABLE Perkembangan IKM per tahun", "ROW 2020 | 1 ", "ROW 2120 | 1 "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *csv = monthly(2020 * 12, cases[i].count, cases[i].step), *lines = recap_of(csv, &options);
        char *part = outline_part(lines, "TABLE Perkembangan", "LINES");
        cr_expect(eq(int, strncmp(part, cases[i].title, strlen(cases[i].title)), 0), "%s", part);
        const char *first = strchr(part, '\n') + 1, *last = first;
        for (const char *row = first; *row; row = strchr(row, '\n') + 1)
            last = row;
        cr_expect(eq(int, strncmp(first, cases[i].first, strlen(cases[i].first)), 0), "%s", first);
        cr_expect(eq(int, strncmp(last, cases[i].last, strlen(cases[i].last)), 0), "%s", last);
        free(part);
        free(lines);
        free(csv);
    }
}

Test(forms_recap, one_period_is_no_trend_and_who_has_no_time_is_told)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.trend = 1;
    char *lines = recap_of("tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9\n2024-01-01,3,3,3,3,3,3,3,3,3\n"
                           "2024-01-31,3,3,3,3,3,3,3,3,3\n",
                           &options);
    cr_expect(strstr(lines, "Perkembangan") == NULL);
    free(lines);
    lines = recap_of("tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9\n2024-01-01,3,3,3,3,3,3,3,3,3\n"
                     "2024-02-01,,3,3,3,3,3,3,3,3\n,3,3,3,3,3,3,3,3,3\n",
                     &options);
    outline_expect(lines, "TABLE Perkembangan", "TABLE Kelengkapan",
                   "TABLE Perkembangan IKM per bulan: Periode, Responden#0, IKM#2, Mutu, Keterangan\n"
                   "ROW Jan 2024 | 1 | 75.00 | C | belum stabil\n"
                   /* nobody answered U1, and one point is no line */
                   "ROW Feb 2024 | 1 |  |  | \n"
                   "NOTE 1 responden tidak memiliki waktu, sehingga tidak ikut dalam perkembangan ini.\n");
    free(lines);
}

Test(forms_recap, an_element_at_three_is_not_under_it)
{
    char *lines = recap_of(HEADER "KTP,L,17,3,3,3,3,3,3,3,3,3\n", NULL);
    cr_expect(strstr(lines, "Catatan, ") == NULL && strstr(lines, "di bawah") == NULL);
    free(lines);
    lines = recap_of(HEADER "KTP,L,17,3,3,3,3,3,3,3,3,2\nKTP,L,17,3,3,3,3,3,3,3,3,3\n", NULL);
    cr_expect(strstr(lines, "| 2.500 | 62.50 | D | Tidak baik | di bawah 3,00\n") != NULL);
    free(lines);
}
