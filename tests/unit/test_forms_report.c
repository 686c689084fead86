/* The forms of a performance report, on that of Kejobong 2024. */
#include "ikm/forms.h"

#include "outline.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

typedef ikm_status (*form_of_report)(ikm_document *document, const ikm_report *report);

static ikm_report *kejobong(ikm_lang lang)
{
    ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
    ikm_report *report;
    ikm_error err = {.message = ""};
    options.lang = lang;
    options.threads = 1;
    cr_assert(ikm_report_read(&report, IKM_SOURCE_DIR "/examples/kejobong-2024", &options, &err) == IKM_OK, "%s",
              err.message);
    return report;
}

static char *lines_of(form_of_report form, ikm_lang lang)
{
    ikm_report *report = kejobong(lang);
    ikm_document *document;
    cr_assert(ikm_document_new(&document, lang, "", NULL) == IKM_OK);
    cr_assert(form(document, report) == IKM_OK);
    ikm_report_free(report); /* the document borrows nothing */
    char *lines = outline_of(document);
    ikm_document_free(document);
    return lines;
}

Test(forms_report, the_achievement_chapter_has_its_tables_in_the_order_of_the_report)
{
    static const char *const sheets[] = {
        "Capaian",  "Tujuan dan Sasaran",          "Perkembangan",       "Target Akhir",
        "SAKIP",    "Kematangan Perangkat Daerah", "Perjanjian Kinerja", "Anggaran",
        "Efisiensi"};
    char *lines = lines_of(ikm_form_achievement, IKM_LANG_ID);
    const char *at = lines;
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        char line[64];
        snprintf(line, sizeof line, "SHEET %s\n", sheets[i]);
        at = strstr(at, line);
        cr_assert(at != NULL, "%s", line);
    }
    outline_expect(
        lines, "SHEET Capaian", "TEXT Skala",
        "SHEET Capaian\n"
        "H1 Capaian kinerja Kecamatan Kejobong tahun 2024\n"
        "TABLE Target, realisasi dan capaian indikator tujuan tahun 2024: Tujuan, Indikator, Satuan, Target#2, "
        "Realisasi#2, Capaian#2%, Kategori\n"
        "ROW Meningkatnya Kualitas Pelayanan Publik di Kecamatan | Indeks Kepuasan Masyarakat (IKM) | Nilai | "
        "87 | 89.62 | 103.01 | Sangat Tinggi\n"
        "ROW Meningkatnya Kualitas Kelembagaan Kecamatan | Nilai Kematangan Perangkat Daerah | Nilai | "
        "34 | 33 | 97.06 | Sangat Tinggi\n"
        "TABLE Target, realisasi dan capaian indikator sasaran tahun 2024: Sasaran, Indikator, Satuan, "
        "Target#2, Realisasi#2, Capaian#2%, Kategori\n"
        "ROW Meningkatnya Kualitas Pelayanan Kecamatan | Indeks Kepuasan Masyarakat (IKM) Kecamatan | Nilai | "
        "87 | 89.62 | 103.01 | Sangat Tinggi\n"
        "ROW Meningkatnya Implementasi SAKIP Kecamatan | Nilai SAKIP Kecamatan | Nilai | "
        "64 | 64.25 | 100.39 | Sangat Tinggi\n");
    free(lines);
}

Test(forms_report, components_agreement_money_and_efficiency_are_those_of_the_report)
{
    char *lines = lines_of(ikm_form_achievement, IKM_LANG_ID);
    outline_expect(lines, "TEXT Nilai 64", "BARS",
                   "TEXT Nilai 64,25 dari 100: predikat B (Baik).\n"
                   "TABLE Nilai setiap komponen: Komponen, Bobot#2, Nilai#2, Nilai terhadap bobot#2%\n"
                   "ROW Perencanaan Kinerja | 30 | 21 | 70.00\n"
                   "ROW Pengukuran Kinerja | 30 | 17.70 | 59.00\n"
                   "ROW Pelaporan Kinerja | 15 | 9.3 | 62.00\n"
                   "ROW Evaluasi Akuntabilitas Kinerja Internal | 25 | 16.25 | 65.00\n"
                   "ROW Jumlah | 100 | 64.25 | \n");
    outline_expect(lines, "TABLE Komponen menurut tingkat", "SHEET",
                   "TABLE Komponen menurut tingkat: Tingkat, Jumlah komponen#0\n"
                   "ROW 5 | 2\nROW 4 | 1\nROW 3 | 4\nROW 2 | 3\nROW 1 | 1\n");
    outline_expect(lines, "TABLE Target indikator", "ROW Program Penyelenggaraan",
                   "TABLE Target indikator: Indikator, Satuan, Murni#0, Perubahan#0, Berlaku#0\n"
                   "ROW Indeks Kepuasan Masyarakat (IKM) | Nilai | 87 | 87 | 87\n"
                   "ROW Indeks Kepuasan Masyarakat (IKM) Kecamatan | Nilai | 87 | 87 | 87\n"
                   "ROW Nilai SAKIP Kecamatan | Nilai | 64 | 64 | 64\n"
                   "ROW Nilai Kematangan Perangkat Daerah | Nilai | N/A | 34 | 34\n"
                   "TABLE Anggaran program: Program, Kode, Murni#0Rp, Perubahan#0Rp, Berlaku#0Rp\n"
                   "ROW Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota | 1 | 1553313000 | 1587608000 | "
                   "1587608000\n");
    outline_expect(lines, "TABLE Anggaran dan realisasi per jenis", "SHEET",
                   "TABLE Anggaran dan realisasi per jenis belanja: Jenis belanja, Anggaran#0Rp, Realisasi#0Rp, "
                   "Serapan#2%, Sisa#0Rp\n"
                   "ROW Belanja Barang dan Jasa | 554982000 | 527071742 | 94.97 | 27910258\n"
                   "ROW Belanja Pegawai | 1348654000 | 1255164065 | 93.07 | 93489935\n");
    outline_expect(
        lines, "TABLE Efisiensi", NULL,
        "TABLE Efisiensi penggunaan anggaran: Indikator, Capaian#2%, Anggaran#0Rp, Realisasi#0Rp, Serapan#2%, "
        "Efisiensi#2%\n"
        "ROW Indeks Kepuasan Masyarakat (IKM) | 103.01 | 316028000 | 298921250 | 94.59 | 5.41\n"
        "ROW Indeks Kepuasan Masyarakat (IKM) Kecamatan | 103.01 | 316028000 | 298921250 | 94.59 | 5.41\n"
        "ROW Nilai Kematangan Perangkat Daerah | 97.06 | 1587608000 | 1483314557 | 93.43 | 6.57\n"
        "ROW Nilai SAKIP Kecamatan | 100.39 | 1587608000 | 1483314557 | 93.43 | 6.57\n"
        "TEXT Efisiensi = 100 − serapan (definisi sisa).\n"
        "TABLE Efektifitas penggunaan anggaran: Indikator, Capaian#2%, Serapan#2%, Kesimpulan\n"
        "ROW Indeks Kepuasan Masyarakat (IKM) | 103.01 | 94.59 | efisien\n"
        "ROW Indeks Kepuasan Masyarakat (IKM) Kecamatan | 103.01 | 94.59 | efisien\n"
        "ROW Nilai Kematangan Perangkat Daerah | 97.06 | 93.43 | tidak dapat disimpulkan: capaian di bawah "
        "100%\n"
        "ROW Nilai SAKIP Kecamatan | 100.39 | 93.43 | efisien\n"
        "TEXT Efisien: capaian lebih besar daripada serapan. Efisiensi hanya dapat disimpulkan bila capaian "
        "paling sedikit 100%.\n");
    free(lines);
}

Test(forms_report, the_analysis_says_what_the_figures_say)
{
    static const char *const sentences[] = {
        "Dari 4 indikator, 3 mencapai target. Belum mencapai target: Nilai Kematangan Perangkat Daerah (97,06%).",
        "Indeks Kepuasan Masyarakat (IKM): realisasi 89,62 dari target 87, capaian 103,01% (Sangat Tinggi). Realisasi "
        "naik 5,74 (6,84%) dari 83,88 pada tahun 2023. Terhadap target akhir Renstra 90 capaiannya 99,58%; masih "
        "berjarak 0,38.",
        "IKM tahun 2024 adalah 89,62 dengan mutu A (kinerja Sangat baik), dari 312 responden.",
        "Unsur tertinggi: U4 Biaya/Tarif (nilai konversi 99,59). Unsur terendah: U3 Waktu Penyelesaian (nilai konversi "
        "83,09).",
        "Dari 5 kelompok menurut layanan, 1 di bawah target 87: Layanan Pengaduan (86,858).",
        "SAKIP: nilai 64,25 dari 100, predikat B. Predikat berikutnya, BB, memerlukan nilai di atas 70. Komponen "
        "terendah terhadap bobotnya: Pengukuran Kinerja (59,00%).",
        "Komponen pada tingkat terendah: Manajemen Risiko Pelaksanaan Aparatur (1).",
        "Anggaran terealisasi Rp1.782.235.807 dari Rp1.903.636.000 (serapan 93,62%); sisa anggaran Rp121.400.193.",
        "Program dengan sisa anggaran terbesar: 1 Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota "
        "(Rp104.293.443); 2 Program",
        "Belanja Pegawai (Rp93.489.935).",
        "Nilai Kematangan Perangkat Daerah: efisiensi 6,57% (serapan 93,43%) tidak dapat dinyatakan sebagai efisien, "
        "karena capaian 97,06% di bawah 100%.",
    };
    char *lines = lines_of(ikm_form_analysis, IKM_LANG_ID);
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        cr_expect(strstr(lines, sentences[i]) != NULL, "%s\n%s", sentences[i], lines);
    free(lines);
    lines = lines_of(ikm_form_analysis, IKM_LANG_EN);
    cr_expect(strstr(lines, "The realization rose by 5.74 (6.84%) from 83.88 in 2023.") != NULL, "%s", lines);
    cr_expect(strstr(lines, "Of 5 groups by layanan, 1 below the target 87: Layanan Pengaduan (86.858).") != NULL, "%s",
              lines);
    free(lines);
}

Test(forms_report, an_audit_is_counted_and_its_findings_stand_in_a_table)
{
    ikm_report *report = kejobong(IKM_LANG_ID);
    ikm_audit *audit;
    ikm_document *document;
    cr_assert(ikm_audit_new(&audit, report, NULL) == IKM_OK);
    cr_assert(ikm_document_new(&document, IKM_LANG_ID, "", NULL) == IKM_OK);
    cr_assert(ikm_form_audit(document, audit) == IKM_OK);
    char *lines = outline_of(document);
    outline_expect(lines, "TEXT", "TABLE Temuan:",
                   "TEXT 97 angka diperiksa: 79 sesuai, 18 temuan.\n"
                   "TABLE Temuan menurut jenis: Jenis, Jumlah#0, Arti\n"
                   "ROW tidak didukung | 1 | pernyataan yang syaratnya tidak terpenuhi\n"
                   "ROW mustahil | 1 | tidak ada data yang dapat memberikannya\n"
                   "ROW tidak konsisten | 10 | tercetak lain di tempat lain\n"
                   "ROW pembulatan | 3 | nilainya benar, tetapi dipotong atau dibulatkan lain\n"
                   "ROW salah | 3 | masukannya memberikan nilai lain\n");
    cr_expect(strstr(lines, "ROW 4 | Tabel 18 | 2 | capaian | 94.79 | 92.90 | salah | ") != NULL, "%s", lines);
    cr_expect(strstr(lines,
                     "ROW 11 | Tabel 20 | Nilai Kematangan Perangkat Daerah | predikat efisiensi | efisien | ") != NULL,
              "%s", lines);
    free(lines);
    ikm_document_free(document);
    ikm_audit_free(audit);
    ikm_report_free(report);
}

Test(forms_report, memory_may_be_refused_at_any_request)
{
    static const form_of_report forms[] = {ikm_form_achievement, ikm_form_analysis};
    ikm_report *report = kejobong(IKM_LANG_ID);
    for (size_t form = 0; form < 2; form++) {
        ikm_status status = IKM_ERR_NOMEM;
        for (long n = 0; status == IKM_ERR_NOMEM; n++) {
            refusing memory;
            ikm_document *document;
            refusing_init(&memory, n);
            status = ikm_document_new(&document, IKM_LANG_ID, "", &memory.mem);
            if (status == IKM_OK)
                status = forms[form](document, report);
            ikm_document_free(document);
            cr_expect(eq(int, (int)memory.live, 0));
        }
        cr_expect(status == IKM_OK);
    }
    ikm_report_free(report);
}

Test(forms_report, nothing_is_made_of_nothing)
{
    ikm_report *report = kejobong(IKM_LANG_ID);
    cr_expect(ikm_form_achievement(NULL, report) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_form_analysis(NULL, report) == IKM_ERR_ARGUMENT);
    ikm_report_free(report);
    ikm_document *document;
    cr_assert(ikm_document_new(&document, IKM_LANG_ID, "", NULL) == IKM_OK);
    cr_expect(ikm_form_achievement(document, NULL) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_form_analysis(document, NULL) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_form_audit(document, NULL) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_form_indicators(document, NULL) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_document_item_count(document) == 0);
    ikm_document_free(document);
}
