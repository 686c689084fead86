/* What an audit says of printed figures, each rule with a figure that it finds and one that it does not. */
#include "ikm/report.h"

#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#define FOLDER IKM_SOURCE_DIR "/examples/kejobong-2024"

enum { AGREES = 0, NOT_CHECKED = -1 };

/* The Kejobong report without its survey where `survey` is 0, with these printed figures. */
static ikm_report *report_of(const char *published, int survey, const ikm_mem *mem)
{
    static const char settings_with[] =
        "{\"year\": 2024, \"survey\": {\"files\": [\"survey.csv\"], \"weight\": \"0.111\", \"round_mode\": "
        "\"truncate\","
        "\"groups\": {\"round_final\": 3, \"round_mode\": \"half-up\"}}, \"tables\": {\"Tabel 4\": \"murni\","
        "\"Tabel 18\": \"perubahan\", \"Tabel 16\": \"sakip\", \"Tabel 5\": \"survey\"}}";
    static const char settings_without[] = "{\"year\": 2024}";
    static const char *const tables[] = {"indicators", "agreement", "budget", "links", "sakip", "maturity"};
    const char *settings = survey ? settings_with : settings_without;
    ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
    ikm_report *report;
    ikm_error err;
    options.folder = FOLDER;
    options.threads = 1;
    options.lang = IKM_LANG_EN;
    options.mem = mem;
    cr_assert(eq(int, ikm_report_new(&report, &options, &err), IKM_OK), "%s", err.message);
    ikm_status status = ikm_report_settings(report, (ikm_text){settings, strlen(settings)}, "report.json", &err);
    for (size_t i = 0; status == IKM_OK && i < sizeof tables / sizeof tables[0]; i++) {
        char path[500];
        snprintf(path, sizeof path, "%s/%s.csv", FOLDER, tables[i]);
        status = ikm_report_table(report, tables[i], &(ikm_input){.path = path}, &err);
    }
    const ikm_input printed = {.name = "published.csv", .bytes = {published, strlen(published)}};
    if (status == IKM_OK)
        status = ikm_report_table(report, "published", &printed, &err);
    if (status == IKM_OK)
        status = ikm_report_read_survey(report, &err);
    if (status == IKM_OK)
        status = ikm_report_finish(report, &err);
    cr_assert(eq(int, status, IKM_OK), "%s", err.message);
    return report;
}

typedef struct figure_case {
    const char *rows; /* the first is judged */
    int expected;     /* AGREES, NOT_CHECKED or a kind of finding */
} figure_case;

static int judgement_of(const char *rows, int survey)
{
    char published[1200];
    ikm_audit *audit;
    snprintf(published, sizeof published, "tabel,butir,besaran,tercetak\n%s\n", rows);
    ikm_report *report = report_of(published, survey, NULL);
    cr_assert(eq(int, ikm_audit_new(&audit, report, NULL), IKM_OK));
    const ikm_finding *first = ikm_audit_finding(audit, 0);
    int out = first && first->line == 2 ? (int)first->kind : AGREES;
    if (out == AGREES && ikm_audit_unchecked(audit))
        out = NOT_CHECKED;
    ikm_audit_free(audit);
    ikm_report_free(report);
    return out;
}

static void judge(const figure_case *cases, size_t count, int survey)
{
    for (size_t i = 0; i < count; i++)
        cr_expect(eq(int, judgement_of(cases[i].rows, survey), cases[i].expected), "%s", cases[i].rows);
}

#define JUDGE(cases, survey) judge(cases, sizeof(cases) / sizeof(cases)[0], survey)

Test(test_report_audit, a_figure_agrees_at_its_printed_decimals)
{
    static const figure_case cases[] = {
        {"Tabel 18,2,capaian,92.90", AGREES},
        {"Tabel 18,2,serapan,92.8983", AGREES},
        {"Tabel 18,2,capaian,\"92,9\"", AGREES},
        {"Tabel 18,2,capaian,93%", AGREES},
        {"Tabel 18,2,anggaran,Rp 184.585.000", AGREES},
        {"Tabel 18,2,sisa,13108750", AGREES},
        {"Tabel 18,jumlah,efisiensi,6.38", AGREES},
        {"T,Nilai SAKIP Kecamatan,capaian_akhir,91.79", AGREES},
        {"T,nilai sakip kecamatan,nilai,64.250", AGREES},
        {"Tabel 16,jumlah,nilai,64.25", AGREES},
        {"Tabel 16,jumlah,kategori,B", AGREES},
        {"Kematangan,jumlah,kategori,Sedang", AGREES},
        {"SAKIP,Pelaporan Kinerja,nilai,9.3", AGREES},
        {"T,Nilai Kematangan Perangkat Daerah,kategori,Sedang", AGREES}, /* the predicate of its components */
        {"T,Indeks Kepuasan Masyarakat (IKM),anggaran,316.028.000", AGREES},
        {"T,Indeks Kepuasan Masyarakat (IKM),sisa,17106750", AGREES},
    };
    JUDGE(cases, 1);
}

Test(test_report_audit, an_index_agrees_by_its_convention_or_rounded_half_up)
{
    static const figure_case cases[] = {
        {"T,Indeks Kepuasan Masyarakat (IKM),realisasi,89.62", AGREES},
        {"T,Indeks Kepuasan Masyarakat (IKM),realisasi,89.63", AGREES},
        {"T,Indeks Kepuasan Masyarakat (IKM),realisasi,89.627", AGREES},
        {"T,Indeks Kepuasan Masyarakat (IKM),realisasi,89.6", AGREES},
        {"T,Indeks Kepuasan Masyarakat (IKM),realisasi,90", AGREES},
        {"T,Indeks Kepuasan Masyarakat (IKM),realisasi,89", IKM_FINDING_ROUNDING},
        {"T,Indeks Kepuasan Masyarakat (IKM),realisasi,89.69", IKM_FINDING_WRONG},
        {"SKM,jumlah,nilai,89.62", AGREES},
        {"SKM,jumlah,mutu,A", AGREES},
        {"SKM,jumlah,mutu,A (Sangat baik)", AGREES},
        {"SKM,jumlah,mutu,B", IKM_FINDING_WRONG},
        {"SKM,Layanan Pengaduan,nilai,86.858", AGREES},
        {"SKM,U1,nilai,3.654", AGREES},
        {"SKM,U1,nilai,3.653", AGREES}, /* truncated, as the convention has it */
        {"SKM,U1,nilai,91.35", AGREES},
        {"SKM,Persyaratan,mutu,A", AGREES},
        {"SKM,U1,responden,312", AGREES},
        {"SKM,responden,jumlah,312", AGREES},
    };
    JUDGE(cases, 1);
}

Test(test_report_audit, a_total_is_of_what_the_other_rows_of_its_table_are_about)
{
    static const figure_case cases[] = {
        {"Tabel 7,jumlah,nilai,64.25", AGREES},
        {"Tabel 7,jumlah,nilai,33", AGREES},
        {"Tabel 7,jumlah,nilai,89.62", AGREES},
        {"Tabel 7,jumlah,nilai,60", NOT_CHECKED},
        {"Tabel 7,jumlah,nilai,60\nTabel 7,Pelaporan Kinerja,nilai,9.3", IKM_FINDING_WRONG},
        {"Tabel 7,jumlah,nilai,33\nTabel 7,Pelaporan Kinerja,nilai,9.3", IKM_FINDING_WRONG},
        {"Tabel 7,jumlah,nilai,64.25\nTabel 7,U1,nilai,3.654", IKM_FINDING_WRONG},
        {"Tabel 7,jumlah,nilai,60\nTabel 7,Nilai SAKIP Kecamatan,capaian,100", NOT_CHECKED},
        /* once its number says of what it is, its words are judged by that */
        {"Tabel 7,jumlah,kategori,Tinggi\nTabel 7,jumlah,nilai,33", IKM_FINDING_WRONG},
        {"Tabel 7,jumlah,kategori,Sedang\nTabel 7,jumlah,nilai,33", AGREES},
        {"Tabel 7,jumlah,kategori,Tinggi", NOT_CHECKED},
        /* as the settings say */
        {"Tabel 16,jumlah,nilai,60", IKM_FINDING_WRONG},
        {"Tabel 5,jumlah,nilai,60", IKM_FINDING_WRONG},
    };
    JUDGE(cases, 1);
}

Test(test_report_audit, a_claim_needs_its_condition)
{
    static const figure_case cases[] = {
        {"T,Nilai Kematangan Perangkat Daerah,predikat_efisiensi,efisien", IKM_FINDING_UNSUPPORTED},
        {"T,Nilai Kematangan Perangkat Daerah,predikat_efisiensi,tidak efisien", IKM_FINDING_UNSUPPORTED},
        {"T,Nilai Kematangan Perangkat Daerah,predikat_efisiensi,tidak dapat disimpulkan", AGREES},
        {"T,Nilai SAKIP Kecamatan,predikat_efisiensi,Efisien", AGREES},
        {"T,Nilai SAKIP Kecamatan,predikat_efisiensi,tidak efisien", IKM_FINDING_WRONG},
        {"T,Nilai SAKIP Kecamatan,predikat_efisiensi,tidak dapat disimpulkan", IKM_FINDING_WRONG},
    };
    JUDGE(cases, 1);
}

Test(test_report_audit, what_no_data_can_give_is_impossible)
{
    static const figure_case cases[] = {
        /* 1140 and 1141 of 312 are 3.654 and 3.657 */
        {"SKM,U1,nilai,3.655", IKM_FINDING_IMPOSSIBLE},
        {"SKM,U1,nilai,3.657", IKM_FINDING_WRONG},
        {"SKM,U6,nilai,\"4,2\"", IKM_FINDING_IMPOSSIBLE},
        {"SKM,U6,nilai,0.9", IKM_FINDING_IMPOSSIBLE},
        {"SKM,U6,nilai,101", IKM_FINDING_IMPOSSIBLE},
        {"SKM,U6,nilai,25", IKM_FINDING_WRONG},
        {"SKM,jumlah,nilai,120", IKM_FINDING_IMPOSSIBLE},
        {"SKM,jumlah,nilai,20", IKM_FINDING_IMPOSSIBLE},
        /* a point more of 20 respondents is 0.139 of the index */
        {"SKM,Layanan Pengaduan,nilai,86.859", IKM_FINDING_IMPOSSIBLE},
        {"SKM,Layanan Pengaduan,nilai,86.996", IKM_FINDING_WRONG},
        {"Tabel 4,2,capaian,94.79", IKM_FINDING_IMPOSSIBLE},
        {"Tabel 4,2,capaian,145.46", AGREES},
        {"Tabel 4,2,capaian,145.50", IKM_FINDING_WRONG},
        {"Tabel 4,2,sisa,53591250", IKM_FINDING_IMPOSSIBLE},
        {"Tabel 4,2,sisa,-53591250", AGREES},
        {"A,jumlah,nilai,92.10\nA,Layanan Administrasi,nilai,87.413\nA,Layanan Legalisasi Surat Menyurat,nilai,91.213\n"
         "A,Layanan Pengaduan,nilai,86.858\nA,Layanan Konsultasi,nilai,87.269\nA,Layanan Informasi,nilai,87.875",
         IKM_FINDING_IMPOSSIBLE},
        /* a part of it is not printed beside it */
        {"A,jumlah,nilai,92.10\nA,Layanan Administrasi,nilai,87.413", IKM_FINDING_WRONG},
        {"A,2,serapan,101.50\nA,2.1,serapan,92.75\nA,2.2,serapan,100", IKM_FINDING_IMPOSSIBLE},
        {"A,2,serapan,94.79\nA,2.1,serapan,92.75\nA,2.2,serapan,100", IKM_FINDING_WRONG},
        {"A,2,anggaran,184585001\nA,2.1,anggaran,180900000\nA,2.2,anggaran,3685000", IKM_FINDING_IMPOSSIBLE},
        {"A,2,anggaran,184585000\nA,2.1,anggaran,180900000\nA,2.2,anggaran,3685000", AGREES},
    };
    JUDGE(cases, 1);
}

Test(test_report_audit, a_mean_beyond_the_scale_is_set_against_the_mean)
{
    ikm_audit *audit;
    ikm_report *report = report_of("tabel,butir,besaran,tercetak\nSKM,U6,nilai,4.200\n", 1, NULL);
    cr_assert(eq(int, ikm_audit_new(&audit, report, NULL), IKM_OK));
    cr_assert(eq(sz, ikm_audit_finding_count(audit), 1));
    cr_expect(eq(str, (char *)ikm_audit_finding(audit, 0)->computed, "3.426"));
    ikm_audit_free(audit);
    ikm_report_free(report);
}

Test(test_report_audit, what_is_printed_otherwise_elsewhere_is_inconsistent)
{
    static const figure_case cases[] = {
        {"A,Nilai SAKIP Kecamatan,target,65\nB,Nilai SAKIP Kecamatan,target,64", IKM_FINDING_INCONSISTENT},
        {"A,Nilai SAKIP Kecamatan,target,65\nB,Nilai SAKIP Kecamatan,target,65.0", IKM_FINDING_WRONG},
        {"A,Nilai SAKIP Kecamatan,realisasi,64.2\nB,Nilai SAKIP Kecamatan,realisasi,64.25", IKM_FINDING_INCONSISTENT},
        {"A,Nilai SAKIP Kecamatan,realisasi,64.2\nB,Nilai SAKIP Kecamatan,capaian,100", IKM_FINDING_ROUNDING},
        /* two indicators that the one index feeds */
        {"A,Indeks Kepuasan Masyarakat (IKM) Kecamatan,realisasi,89.69\nB,Indeks Kepuasan Masyarakat (IKM),realisasi,"
         "89.62",
         IKM_FINDING_INCONSISTENT},
        /* under two agreements with two budgets it is two quantities; with one budget it is one */
        {"Tabel 4,1,capaian,93.43\nTabel 18,1,capaian,93.4", IKM_FINDING_WRONG},
        {"Tabel 4,4,capaian,95.97\nTabel 18,4,capaian,96.97", IKM_FINDING_INCONSISTENT},
        {"A,Nilai SAKIP Kecamatan,kategori,Tinggi\nB,Nilai SAKIP Kecamatan,kategori,SANGAT TINGGI",
         IKM_FINDING_INCONSISTENT},
    };
    JUDGE(cases, 1);
}

Test(test_report_audit, less_than_a_unit_away_is_rounding_and_the_rest_is_wrong)
{
    static const figure_case cases[] = {
        {"A,3,serapan,96.18", IKM_FINDING_ROUNDING},
        {"A,3,serapan,96.2", AGREES},
        {"A,3,serapan,97", IKM_FINDING_ROUNDING},
        {"A,3,serapan,96.20", IKM_FINDING_WRONG},
        {"A,Nilai SAKIP Kecamatan,kategori,Sedang", IKM_FINDING_WRONG},
        {"A,Nilai SAKIP Kecamatan,target,WTP", IKM_FINDING_WRONG},
        {"A,Nilai SAKIP Kecamatan,target,60-64", IKM_FINDING_WRONG},
    };
    JUDGE(cases, 1);
}

Test(test_report_audit, what_has_no_input_is_not_checked)
{
    static const figure_case cases[] = {
        {"A,Opini BPK,target,5", NOT_CHECKED},
        {"A,9.9,capaian,5", NOT_CHECKED},
        {"Tabel 4,1.1,capaian,100", NOT_CHECKED}, /* the original agreement says nothing below the programs */
        {"A,Nilai SAKIP Kecamatan,mutu,A", NOT_CHECKED},
        {"A,Nilai SAKIP Kecamatan,target,-", NOT_CHECKED},
        {"A,Nilai SAKIP Kecamatan,kategori,", NOT_CHECKED},
    };
    JUDGE(cases, 1);
    static const figure_case without_survey[] = {
        {"SKM,U1,nilai,3.654", NOT_CHECKED},
        {"SKM,U1,nilai,3.655\nSKM,responden,jumlah,312", IKM_FINDING_IMPOSSIBLE},
        {"SKM,U1,nilai,3.654\nSKM,responden,jumlah,312", NOT_CHECKED},
        {"SKM,U1,nilai,4.2", IKM_FINDING_IMPOSSIBLE},
    };
    JUDGE(without_survey, 0);
}

static ikm_audit *audit_of(ikm_report **report_out, const char *const tables[][2], size_t count)
{
    ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
    ikm_audit *audit;
    ikm_error err = {.message = ""};
    options.lang = IKM_LANG_EN;
    cr_assert(eq(int, ikm_report_new(report_out, &options, &err), IKM_OK));
    for (size_t i = 0; i < count; i++) {
        const ikm_input in = {.name = tables[i][0], .bytes = {tables[i][1], strlen(tables[i][1])}};
        cr_assert(eq(int, ikm_report_table(*report_out, tables[i][0], &in, &err), IKM_OK), "%s", err.message);
    }
    cr_assert(eq(int, ikm_report_finish(*report_out, &err), IKM_OK), "%s", err.message);
    cr_assert(eq(int, ikm_audit_new(&audit, *report_out, &err), IKM_OK));
    return audit;
}

Test(test_report_audit, a_figure_may_be_of_any_indicator_of_its_name)
{
    static const char *const tables[][2] = {
        {"indicators", "tujuan,indikator,tahun,target,realisasi\nG,Ind A,2024,100,90\nH,ind a,2024,50,40\n"},
        {"published", "tabel,butir,besaran,tercetak\nT,Ind A,capaian,90\nU,Ind A,capaian,80\nV,Ind A,capaian,85\n"
                      "T,IND A,target,50\n"}};
    ikm_report *report;
    ikm_audit *audit = audit_of(&report, tables, 2);
    cr_expect(eq(sz, ikm_audit_agree(audit), 3));
    cr_assert(eq(sz, ikm_audit_finding_count(audit), 1));
    cr_expect(eq(int, ikm_audit_finding(audit, 0)->kind, IKM_FINDING_WRONG));
    cr_expect(eq(i64, ikm_audit_finding(audit, 0)->line, 4));
    ikm_audit_free(audit);
    ikm_report_free(report);
}

Test(test_report_audit, the_agreement_that_holds_is_the_target_and_is_named_rightly)
{
    static const char *const amended[][2] = {
        {"indicators", "indikator,tahun,target,realisasi\nA,2024,64,65\n"},
        {"agreement", "versi,jenis,butir,nilai\nmurni,indikator,A,63\nperubahan,indikator,A,65\n"},
        {"published", "tabel,butir,besaran,tercetak\nT,A,target,65\nT,A,capaian,100\nU,A,capaian,103.17\n"}};
    static const char *const original[][2] = {{"indicators", "indikator,tahun,target,realisasi\nA,2024,64,65\n"},
                                              {"budget", "kode,anggaran,realisasi\n1,200,100\n"},
                                              {"agreement", "versi,jenis,butir,nilai\nmurni,program,1,125\n"},
                                              {"published", "tabel,butir,besaran,tercetak\nT,1,capaian,80\n"}};
    ikm_report *report;
    ikm_audit *audit = audit_of(&report, amended, 3);
    cr_expect(eq(sz, ikm_audit_agree(audit), 2));
    cr_assert(eq(sz, ikm_audit_finding_count(audit), 1));
    ikm_audit_free(audit);
    ikm_report_free(report);
    audit = audit_of(&report, original, 4);
    cr_assert(eq(sz, ikm_audit_finding_count(audit), 1));
    cr_expect(strstr(ikm_audit_finding(audit, 0)->message, "80 is right by the original agreement") != NULL, "%s",
              ikm_audit_finding(audit, 0)->message);
    ikm_audit_free(audit);
    ikm_report_free(report);
}

Test(test_report_audit, an_audit_without_memory_leaves_nothing_behind)
{
    static const char published[] = "tabel,butir,besaran,tercetak\nA,3,serapan,96.18\nTabel 4,2,capaian,94.79\n"
                                    "Tabel 4,Nilai SAKIP Kecamatan,kategori,Sedang\n";
    refusing memory;
    refusing_init(&memory, -1);
    ikm_report *report = report_of(published, 0, &memory.mem);
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        ikm_audit *audit = NULL;
        long live = memory.live;
        memory.countdown = n;
        status = ikm_audit_new(&audit, report, NULL);
        memory.countdown = -1;
        cr_assert(status == IKM_OK || (status == IKM_ERR_NOMEM && !audit && memory.live == live));
        ikm_audit_free(audit);
    }
    ikm_report_free(report);
    cr_assert(eq(long, memory.live, 0));
}
