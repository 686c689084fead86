/* Tables and settings of a report: read, refused at their place, computed together. */
#include "ikm/report.h"

#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

static const char indicators[] = "tujuan,sasaran,indikator,satuan,polaritas,tahun,target,realisasi,target_akhir\n"
                                 "Layanan,,Indeks Kepuasan Masyarakat,Nilai,naik,2024,,80,90\n"
                                 "Layanan,,Waktu Layanan,Menit,turun,2024,30,24,20\n"
                                 "Layanan,Mutu,Ketepatan,%,rentang,2024,,104,80-100\n"
                                 "Tata Kelola,,Opini,,naik,2024,WTP,WTP,WTP\n"
                                 "Tata Kelola,,Nilai Lama,Nilai,naik,2023,50,40,60\n";
static const char agreement[] = "versi,jenis,butir,satuan,nilai\n"
                                "perubahan,indikator,Indeks Kepuasan Masyarakat,Nilai,86\n"
                                "murni,indikator,indeks kepuasan masyarakat,Nilai,85\n"
                                "murni,indikator,Ketepatan,%,90-100\n"
                                "murni,indikator,Waktu Layanan,Menit,25\n"
                                "murni,program,1,Rp,1.000\n"
                                "murni,program,2,Rp,500\n";
static const char budget[] = "kode,uraian,pagu,realisasi,jenis\n"
                             "1,Program Layanan,,900,\n"
                             "2,Program Lain,400,300,Belanja Modal\n"
                             ",Jumlah,1400,1300,\n";
static const char links[] = "indikator,program\nWaktu Layanan,1\nNilai Lama,2\n";
static const char sakip[] = "komponen,bobot,nilai\nPerencanaan Kinerja,30,21\nPengukuran Kinerja,30,17.70\n"
                            "Pelaporan Kinerja,15,9.3\nEvaluasi Akuntabilitas Kinerja Internal,25,16.25\n";
static const char survey[] = "id,waktu,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"
                             "1,2024-03-01,4,4,4,4,4,4,4,4,4\n2,2024-04-01,3,3,3,3,3,3,3,3,3\n"
                             "3,2023-12-31,1,1,1,1,1,1,1,1,1\n4,2025-01-01,1,1,1,1,1,1,1,1,1\n";
static const char settings[] = "{\"unit\": \"Dinas\", \"year\": 2024, \"head\": {\"name\": \"A\"},"
                               " \"survey\": {\"files\": \"survey.csv\", \"by\": \"none\","
                               " \"groups\": {\"round-final\": 3}}}";

static const struct {
    const char *name, *text;
} tables[] = {
    {"indicators", indicators}, {"agreement", agreement}, {"budget", budget}, {"links", links}, {"sakip", sakip}};
enum { TABLES = sizeof tables / sizeof tables[0] };

static ikm_input input_of(const char *name, const char *text)
{
    return (ikm_input){.name = name, .bytes = {text, strlen(text)}};
}

static ikm_status open_survey(void *ctx, const char *path, const char *sheet, ikm_input *out, ikm_error *err)
{
    (void)ctx, (void)path, (void)sheet, (void)err;
    *out = input_of("survey.csv", survey);
    return IKM_OK;
}

static ikm_status fill(ikm_report *report, ikm_error *err)
{
    ikm_status status = ikm_report_settings(report, (ikm_text){settings, sizeof settings - 1}, "report.json", err);
    for (size_t i = 0; i < TABLES && status == IKM_OK; i++) {
        const ikm_input input = input_of(tables[i].name, tables[i].text);
        status = ikm_report_table(report, tables[i].name, &input, err);
    }
    if (status == IKM_OK)
        status = ikm_report_read_survey(report, err);
    return status == IKM_OK ? ikm_report_finish(report, err) : status;
}

static ikm_report *whole(void)
{
    ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
    ikm_report *report;
    ikm_error err;
    options.open = open_survey;
    options.lang = IKM_LANG_EN;
    options.threads = 1;
    cr_assert(eq(int, ikm_report_new(&report, &options, &err), IKM_OK));
    cr_assert(eq(int, fill(report, &err), IKM_OK), "%s", err.message);
    return report;
}

static bool has_note(const ikm_report *report, const char *text)
{
    for (size_t i = 0; i < ikm_report_note_count(report); i++)
        if (strstr(ikm_report_note(report, i), text))
            return true;
    return false;
}

Test(test_report, the_survey_of_the_year_feeds_the_indicator_that_is_called_so)
{
    ikm_report *report = whole();
    const ikm_achieved *index = ikm_achievement_at(ikm_report_achievement(report), 0);
    /* (4 + 3) / 2 x 25; the records of other years have ones */
    cr_expect(eq(i64, index->realization.value.digits, 8750));
    cr_expect(eq(int, ikm_report_from_survey(report, 0), 1));
    cr_expect(eq(int, ikm_report_from_survey(report, 1), 0));
    cr_expect(has_note(report, "2 records of the survey outside 2024"));
    cr_expect(has_note(report, "80 in the table of indicators, 87.50 by the survey"));
    cr_expect(eq(i64, ikm_score_index(ikm_survey_score(ikm_report_survey_groups(report), 0)).digits, 87500));
    ikm_report_free(report);
}

Test(test_report, the_agreement_gives_what_tables_have_not_and_is_told_where_they_differ)
{
    ikm_report *report = whole();
    const ikm_achievement *achievement = ikm_report_achievement(report);
    cr_expect(eq(i64, ikm_achievement_at(achievement, 0)->target.value.digits, 86)); /* the amended one holds */
    cr_expect(eq(i64, ikm_achievement_at(achievement, 2)->target.value.digits, 90));
    cr_expect(eq(i64, ikm_achievement_at(achievement, 2)->target.upper.digits, 100));
    cr_expect(eq(i64, ikm_achievement_at(achievement, 1)->target.value.digits, 25));
    cr_expect(has_note(
        report, "target of Waktu Layanan: 30 in the table of indicators, 25 in the agreement; the agreement is used"));
    cr_expect(eq(i64, ikm_budget_find(ikm_report_budget(report), "1")->budget.value.digits, 1000));
    cr_expect(has_note(report, "program 2: 400 in the budget, 500 in the agreement"));
    cr_expect(eq(sz, ikm_report_agreement_count(report), 5));
    cr_expect(eq(int, ikm_report_agreement(report, 1)->range, 1));
    ikm_report_free(report);
}

Test(test_report, parts_that_are_there_are_computed_and_a_total_line_is_none_of_them)
{
    ikm_report *report = whole();
    cr_expect(eq(int, ikm_report_year(report), 2024));
    cr_expect(eq(str, (char *)ikm_report_profile(report)->unit, "Dinas"));
    cr_expect(eq(str, (char *)ikm_report_profile(report)->head_name, "A"));
    cr_expect(eq(str, (char *)ikm_report_profile(report)->phone, ""));
    cr_expect(eq(sz, ikm_achievement_count(ikm_report_achievement(report)), 4));
    cr_expect(eq(int, ikm_achievement_at(ikm_report_achievement(report), 3)->status, IKM_ACHIEVED_NOT_NUMERIC));
    cr_expect(eq(sz, ikm_budget_count(ikm_report_budget(report)), 2));
    cr_expect(has_note(report, "the total realization in the table is 1,300, but its programs sum to 1,200"));
    cr_expect(eq(int, has_note(report, "the total budget in the table"), 0));
    /* the link to an indicator of another year alone is not needed */
    cr_expect(eq(sz, ikm_efficiency_count(ikm_report_efficiency(report)), 1));
    cr_expect(eq(sz, ikm_report_components_count(report), 1));
    cr_expect(eq(str, (char *)ikm_components_predicate(ikm_report_components(report, 0)), "B"));
    cr_expect(ikm_report_components(report, 1) == NULL);
    ikm_report_free(report);
}

typedef struct issues {
    size_t count;
    char text[2000];
} issues;

static int note_issue(void *ctx, const ikm_issue *issue)
{
    issues *to = ctx;
    char line[400];
    snprintf(line, sizeof line, "%s:%d:%d: %s: %s\n", issue->file, (int)issue->line, (int)issue->column, issue->header,
             issue->message);
    cr_assert(eq(int, issue->kind, IKM_ISSUE_TABLE));
    strncat(to->text, line, sizeof to->text - strlen(to->text) - 1);
    to->count++;
    return 0;
}

typedef struct bad_table {
    const char *table, *text, *expected; /* all that is told, in this order */
} bad_table;

static const bad_table bad_tables[] = {
    {"budget", "kode,uraian,anggaran,realisasi\n1,A,10,5\n1.1,\"B, C\",12abc,5\n1.2,D,8,x9\n",
     "budget:3:12: anggaran: \"12abc\" is not a number\nbudget:4:9: realisasi: \"x9\" is not a number\n"},
    {"budget", "kode;pagu;realisasi\n1;10;5\n1;10;5\n2.1;3;3\n2.1.1;3;3\n",
     "budget:3:1: kode: the code \"1\" stands twice\n"
     "budget:4:1: kode: the code \"2.1\" has no parent: there is no row \"2\"\n"},
    {"budget", "kode,anggaran,realisasi\n1,10,5,9\n2,\"3,3\n",
     "budget:2:0: : 4 fields, expected 3\n"
     "budget:3:3: : a quote that is not closed before a "
     "delimiter or the end of the record\n"},
    {"indicators", "indikator,tahun,target,realisasi\nA,2024,1,1\nA,2024,2,2\nB,24,1,1\n,2024,1,1\n",
     "indicators:4:3: tahun: \"24\" is not a year from 1900 to 2999\n"
     "indicators:5:1: indikator: must not be empty\n"
     "indicators:3:1: indikator: the indicator \"A\" stands twice for 2024\n"},
    {"indicators", "tujuan,indikator,tahun,target,realisasi\nG,Ind A,2024,1,1\ng, ind  a ,2024,2,2\nH,IND A,2024,2,2\n",
     "indicators:3:3: indikator: the indicator \"Ind A\" stands twice for 2024\n"},
    {"indicators", "indikator;tahun;target;realisasi\nA;2024;90,4999999;90,50000000\n",
     "indicators:2:8: target: \"90,4999999\": at most 6 decimals, and 18 digits in all\n"},
    {"published", "tabel;butir;besaran;tercetak\nT;A;capaian;90,4999999\n",
     "published:2:13: tercetak: \"90,4999999\": at most 6 decimals, and 18 digits in all\n"},
    {"indicators", "indikator,polaritas,tahun,target,realisasi\nA,miring,2024,1,1\nB,rentang,2024,9,1\n",
     "indicators:2:3: polaritas: \"miring\" is not one of naik, turun, rentang\n"
     "indicators:3:16: target: \"9\" is not a range like 80-90\n"},
    {"indicators", "indikator,tahun,target,realisasi\nA,2024,9999999999999999,Baik\n",
     "indicators:2:8: target: \"9999999999999999\": too large a number, at most 15 digits before the decimals\n"},
    {"agreement", "versi,jenis,butir,nilai\nmurni,indikator,A,5\nmurni,indikator,a,6\nlama,kegiatan,,x\n",
     "agreement:3:17: butir: \"a\" is in the agreement (murni) already\n"
     "agreement:4:1: versi: \"lama\" is not one of murni, perubahan\n"
     "agreement:4:6: jenis: \"kegiatan\" is not one of indikator, program\n"
     "agreement:4:15: butir: must not be empty\nagreement:4:16: nilai: \"x\" is not a number\n"},
    {"links", "indikator,program\nA,\n", "links:2:3: program: must not be empty\n"},
    {"published", "tabel,butir,besaran,tercetak\nT,A,bobot,1\nT,A,target,1a\n",
     "published:2:5: besaran: \"bobot\" is not one of target, realisasi, capaian, kategori, nilai, mutu, anggaran, "
     "pagu, sisa, serapan, efisiensi, predikat_efisiensi, target_akhir, capaian_akhir, responden\n"
     "published:3:12: tercetak: \"1a\" is not a number\n"},
};

Test(test_report, every_fault_of_a_table_is_told_at_its_place_and_the_report_is_as_it_was)
{
    for (size_t i = 0; i < sizeof bad_tables / sizeof bad_tables[0]; i++) {
        const bad_table *c = &bad_tables[i];
        issues found = {0, ""};
        ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
        ikm_report *report;
        ikm_error err;
        options.lang = IKM_LANG_EN;
        options.on_issue = note_issue;
        options.issue_ctx = &found;
        cr_assert(eq(int, ikm_report_new(&report, &options, &err), IKM_OK));
        const ikm_input bad = input_of(c->table, c->text), good = input_of("budget", budget);
        cr_expect(eq(int, ikm_report_table(report, c->table, &bad, &err), IKM_ERR_DATA), "%s", c->text);
        cr_expect(eq(str, found.text, (char *)c->expected));
        cr_expect(gt(i64, err.line, 0));
        /* the table can be given anew, right this time */
        if (!strcmp(c->table, "budget"))
            cr_expect(eq(int, ikm_report_table(report, "budget", &good, &err), IKM_OK));
        ikm_report_free(report);
    }
}

Test(test_report, without_a_listener_the_first_fault_is_told_in_the_error)
{
    ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
    ikm_report *report;
    ikm_error err;
    options.lang = IKM_LANG_EN;
    const ikm_input bad = input_of("budget.csv", bad_tables[0].text);
    cr_assert(eq(int, ikm_report_new(&report, &options, &err), IKM_OK));
    cr_expect(eq(int, ikm_report_table(report, "budget", &bad, &err), IKM_ERR_DATA));
    cr_expect(eq(str, err.message, "budget.csv:3:12: anggaran: \"12abc\" is not a number"));
    cr_expect(eq(i64, err.line, 3));
    cr_expect(eq(i64, err.column, 12));
    ikm_report_free(report);
}

typedef struct end_case {
    const char *json, *told; /* of the error; of a note where it ends well */
    ikm_status status;
} end_case;

static const end_case ends[] = {
    {"{\"year\": 2023}", NULL, IKM_OK},
    {"{\"year\": 1999}", "indicators: there is no row of 1999; the table has the years 2023 to 2024", IKM_ERR_DATA},
    {"{\"survey\": {\"files\": \"s.csv\", \"indicators\": [\"waktu  layanan\", \"typo\"]}}",
     "$.survey.indicators[1]: there is no indicator \"typo\"", IKM_ERR_DATA},
    {"{\"survey\": {\"files\": \"s.csv\", \"indicators\": [\"nilai lama\"]}}", NULL, IKM_OK},
    {"{\"components\": {\"zi\": \"sakip-2021\"}}", "$.components.zi: there is no table of that name", IKM_OK},
    {"{\"year\": 2022, \"survey\": {\"files\": \"s.csv\"}}", "there is no row of 2022", IKM_ERR_DATA},
};

Test(test_report, what_the_settings_ask_for_and_nobody_has_is_told)
{
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        const end_case *c = &ends[i];
        ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
        ikm_report *report;
        ikm_error err = {.message = ""};
        options.lang = IKM_LANG_EN;
        cr_assert(eq(int, ikm_report_new(&report, &options, &err), IKM_OK));
        cr_assert(
            eq(int, ikm_report_settings(report, (ikm_text){c->json, strlen(c->json)}, "report.json", &err), IKM_OK));
        const ikm_input in = input_of("indicators", indicators);
        cr_assert(eq(int, ikm_report_table(report, "indicators", &in, &err), IKM_OK));
        cr_expect(eq(int, ikm_report_finish(report, &err), c->status), "%s: %s", c->json, err.message);
        if (c->told)
            cr_expect(c->status == IKM_OK ? has_note(report, c->told) : strstr(err.message, c->told) != NULL, "%s: %s",
                      c->json, err.message);
        ikm_report_free(report);
    }
}

static const char of_other_years[] = "id,waktu,u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,2023-03-01,4,4,4,4,4,4,4,4,4\n";
static const char of_no_use[] = "id,waktu,u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,2023-03-01,9,9,9,9,9,9,9,9,9\n";

static ikm_status open_text(void *ctx, const char *path, const char *sheet, ikm_input *out, ikm_error *err)
{
    (void)path, (void)sheet, (void)err;
    *out = input_of("survey.csv", ctx);
    return IKM_OK;
}

Test(test_report, a_survey_of_other_years_is_left_out_and_told)
{
    const char *texts[] = {of_other_years, of_no_use};
    for (size_t i = 0; i < 2; i++) {
        ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
        ikm_report *report;
        ikm_error err = {.message = ""};
        options.lang = IKM_LANG_EN;
        options.open = open_text;
        options.open_ctx = (void *)texts[i];
        cr_assert(eq(int, ikm_report_new(&report, &options, &err), IKM_OK));
        cr_assert(eq(int, ikm_report_settings(report, (ikm_text){settings, sizeof settings - 1}, "report.json", &err),
                     IKM_OK));
        const ikm_input in = input_of("indicators", indicators);
        cr_assert(eq(int, ikm_report_table(report, "indicators", &in, &err), IKM_OK));
        /* one of no use in any year is still refused */
        cr_expect(eq(int, ikm_report_read_survey(report, &err), i ? IKM_ERR_DATA : IKM_OK), "%s", err.message);
        cr_expect(ikm_report_survey(report) == NULL);
        cr_assert(eq(int, ikm_report_finish(report, &err), IKM_OK), "%s", err.message);
        cr_expect(i || has_note(report, "the survey has no usable record of 2024"));
        cr_expect(eq(i64, ikm_achievement_at(ikm_report_achievement(report), 0)->realization.value.digits, 80));
        ikm_report_free(report);
    }
}

Test(test_report, a_link_to_nothing_is_a_fault_of_the_links)
{
    issues found = {0, ""};
    ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
    ikm_report *report;
    ikm_error err;
    options.lang = IKM_LANG_EN;
    options.on_issue = note_issue;
    options.issue_ctx = &found;
    cr_assert(eq(int, ikm_report_new(&report, &options, &err), IKM_OK));
    const ikm_input in[] = {input_of("indicators", indicators), input_of("budget", budget),
                            input_of("links", "indikator,program\nWaktu Layanan,1\nWaktu Layanan,9\nTidak Ada,1\n")};
    for (size_t i = 0; i < 3; i++)
        cr_assert(eq(int, ikm_report_table(report, in[i].name, &in[i], &err), IKM_OK), "%s", err.message);
    cr_expect(eq(int, ikm_report_finish(report, &err), IKM_ERR_DATA));
    cr_expect(eq(sz, found.count, 2));
    cr_expect(found.text == strstr(found.text, "links:3:15: program: "));
    cr_expect(strstr(found.text, "links:4:1: indikator: ") != NULL);
    ikm_report_free(report);
}

Test(test_report, columns_come_in_any_order_under_any_name_and_in_any_dialect)
{
    static const char *const dialects[] = {
        "realisasi,target,tahun,indikator\n10,20,2024,A\n",
        "Realisasi;Target;Tahun;Indikator Kinerja\n10;20;2024;A\n",
        "\xEF\xBB\xBFyear\tindicator\ttarget\trealization\n2024\tA\t20\t10\n",
        "LAPORAN KINERJA,,,,\n,,,,\nno,indikator,tahun,target,realisasi\n1,A,2024,20,\"10,00\"\n",
    };
    for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
        ikm_report *report;
        ikm_error err;
        const ikm_input input = input_of("indicators", dialects[i]);
        cr_assert(eq(int, ikm_report_new(&report, NULL, &err), IKM_OK));
        cr_assert(eq(int, ikm_report_table(report, "indicators", &input, &err), IKM_OK), "%s", err.message);
        cr_assert(eq(int, ikm_report_finish(report, &err), IKM_OK), "%s", err.message);
        cr_expect(eq(i64, ikm_achievement_at(ikm_report_achievement(report), 0)->achievement.shown.digits, 5000));
        ikm_report_free(report);
    }
}

typedef struct settings_case {
    const char *json;
    ikm_status status;
    const char *told; /* stands in the message */
} settings_case;

static const settings_case settings_cases[] = {
    {"{}", IKM_OK, ""},
    {"{\"year\": 2024, \"cap\": \"none\", \"scale\": \"permendagri-86-2017\", \"roll-up\": \"all\"}", IKM_OK, ""},
    {"{\"survey\": {\"files\": [\"a.csv\"], \"round_nrr\": null, \"where\": [\"a=b\"], \"by\": [\"a, b\", \"c\"]}}",
     IKM_OK, ""},
    {"{\"unit\": }", IKM_ERR_SYNTAX, "report.json:1:10: "},
    {"[]", IKM_ERR_INVALID, "report.json: $: "},
    {"{\"units\": \"x\"}", IKM_ERR_INVALID, "report.json: $: the key \"units\" is unknown"},
    {"{\"head\": {\"nama\": \"x\"}}", IKM_ERR_INVALID, "$.head: the key \"nama\""},
    {"{\"year\": 24}", IKM_ERR_INVALID, "$.year: 24; expected 1900 to 2999"},
    {"{\"cap\": 99}", IKM_ERR_INVALID, "$.cap: \"99\" is not one of none, 100"},
    {"{\"survey\": {\"weight\": \"0.111\"}}", IKM_ERR_INVALID, "$.survey: the key \"files\" is required"},
    {"{\"survey\": {\"files\": [\"a\"], \"weight\": 0.111}}", IKM_ERR_INVALID, "$.survey.weight: write a number"},
    {"{\"survey\": {\"files\": [\"a\"], \"rounding\": 2}}", IKM_ERR_INVALID, "$.survey: the key \"rounding\""},
    {"{\"survey\": {\"files\": [\"a\"], \"round_mode\": \"up\"}}", IKM_ERR_INVALID, "$.survey.round_mode: \"up\""},
    {"{\"survey\": {\"files\": [\"a\", 5]}}", IKM_ERR_INVALID, "$.survey.files[1]: expected text"},
    {"{\"survey\": {\"files\": [\"a\"], \"groups\": {\"files\": [\"b\"]}}}", IKM_ERR_INVALID,
     "$.survey.groups: the key \"files\""},
    {"{\"survey\": {\"files\": [\"a\"], \"rules\": \"permenpan\"}}", IKM_ERR_INVALID, "$.survey.rules: \"permenpan\""},
    {"{\"tables\": {\"Tabel 1\": \"baru\"}}", IKM_ERR_INVALID, "$.tables[\"Tabel 1\"]: \"baru\""},
    {"{\"tables\": {\"Tabel 1\": \"zi\"}, \"components\": {\"zi\": \"sakip-2021\"}}", IKM_OK, ""},
    {"{\"components\": {\"budget\": \"sakip-2021\"}}", IKM_ERR_INVALID, "$.components.budget: "},
    {"{\"components\": {\"zi\": {\"name\": \"zi\"}}}", IKM_ERR_INVALID, "$.components.zi: $: "},
    {"{\"scale\": {\"name\": \"s\"}}", IKM_ERR_INVALID, "$.scale: $: "},
    {"{\"scale\": \"no-such\"}", IKM_ERR_INVALID, "$.scale: \"no-such\" is unknown"},
    {"{\"scale\": \"not/there.json\"}", IKM_ERR_IO, "not/there.json"},
};

Test(test_report, settings_are_checked_to_the_last_key)
{
    for (size_t i = 0; i < sizeof settings_cases / sizeof settings_cases[0]; i++) {
        const settings_case *c = &settings_cases[i];
        ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
        ikm_report *report;
        ikm_error err = {.message = ""};
        options.lang = IKM_LANG_EN;
        cr_assert(eq(int, ikm_report_new(&report, &options, &err), IKM_OK));
        cr_expect(
            eq(int, ikm_report_settings(report, (ikm_text){c->json, strlen(c->json)}, "report.json", &err), c->status),
            "%s: %s", c->json, err.message);
        if (c->status != IKM_OK)
            cr_expect(strstr(err.message, c->told) != NULL, "%s: %s", c->json, err.message);
        /* what failed may be tried again */
        if (c->status != IKM_OK)
            cr_expect(eq(int, ikm_report_settings(report, (ikm_text){"{}", 2}, "report.json", &err), IKM_OK));
        ikm_report_free(report);
    }
}

Test(test_report, what_is_told_wins_over_the_settings)
{
    static const char *const told[] = {"cap=none", "year=2023"};
    static const char json[] = "{\"cap\": 100, \"year\": 2024, \"lower_better\": \"inverse\"}";
    ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
    ikm_report *report;
    ikm_error err;
    options.told = told;
    options.told_count = 2;
    const ikm_input input = input_of("indicators", indicators);
    cr_assert(eq(int, ikm_report_new(&report, &options, &err), IKM_OK));
    cr_assert(eq(int, ikm_report_settings(report, (ikm_text){json, sizeof json - 1}, "report.json", &err), IKM_OK));
    cr_assert(eq(int, ikm_report_table(report, "indicators", &input, &err), IKM_OK));
    cr_assert(eq(int, ikm_report_finish(report, &err), IKM_OK));
    const ikm_achievement_options *used = ikm_achievement_options_used(ikm_report_achievement(report));
    cr_expect(eq(int, used->cap, 0));
    cr_expect(eq(int, used->year, 2023));
    cr_expect(eq(int, used->lower_better, IKM_LOWER_INVERSE));
    ikm_report_free(report);
    static const char *const wrong[] = {"capp=1", "cap=1", "year", "scale=x", "unit=A"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        options.told = &wrong[i];
        options.told_count = 1;
        cr_expect(ikm_report_new(&report, &options, &err) != IKM_OK && !report, "%s", wrong[i]);
    }
}

Test(test_report, settings_stand_in_a_sheet_as_keys_and_values_too)
{
    static const char sheet[] = "kunci,nilai\nunit,Dinas\nyear,2024\nhead.name,B\nsurvey.files,a.csv\n"
                                "survey.files,b.csv\nsurvey.weight,0.111\nsurvey.groups.round_final,3\n";
    ikm_report *report;
    ikm_error err;
    const ikm_input input = input_of("report", sheet), bad = input_of("report", "key,value\nunit.name,x\nunit,y\n");
    cr_assert(eq(int, ikm_report_new(&report, NULL, &err), IKM_OK));
    cr_expect(eq(int, ikm_report_table(report, "report", &bad, &err), IKM_ERR_INVALID));
    cr_assert(eq(int, ikm_report_table(report, "report", &input, &err), IKM_OK), "%s", err.message);
    cr_expect(eq(str, (char *)ikm_report_profile(report)->head_name, "B"));
    cr_expect(eq(str, (char *)ikm_report_survey_file(report, 1), "b.csv"));
    cr_expect(ikm_report_survey_file(report, 2) == NULL);
    ikm_report_free(report);
}

Test(test_report, a_report_without_memory_leaves_nothing_behind)
{
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        refusing memory;
        refusing_init(&memory, n);
        ikm_report_options options = IKM_REPORT_OPTIONS_INIT;
        ikm_report *report = NULL;
        options.open = open_survey;
        options.threads = 1;
        options.mem = &memory.mem;
        status = ikm_report_new(&report, &options, NULL);
        cr_assert(status == IKM_OK || report == NULL);
        if (status == IKM_OK)
            status = fill(report, NULL);
        cr_assert(status == IKM_OK || status == IKM_ERR_NOMEM, "%ld: %s", n, ikm_status_name(status));
        ikm_report_free(report);
        cr_assert(eq(long, memory.live, 0), "%ld", n);
    }
}
