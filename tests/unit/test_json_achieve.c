/* The contract ikm.achieve/1: to the byte, and read back by another program's reader. */
#include "ikm/json.h"

#include "capture.h"
#include "indicators.h"

#include <jansson.h>

static ikm_achievement *compute(const ikm_indicator *rows, size_t count, int32_t cap)
{
    ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
    ikm_achievement *achievement;
    ikm_error error = {0};
    options.cap = cap;
    options.lang = IKM_LANG_EN;
    cr_assert(eq(int, ikm_achievement_new(&achievement, rows, count, &options, &error), IKM_OK), "%s", error.message);
    return achievement;
}

/* JSON is written here with ' for ". */
static void expect_text(const ikm_achievement *achievement, const char *expected)
{
    capture out = {.text = NULL};
    char version[32];
    cr_assert(eq(int, ikm_json_achieve(achievement, capture_sink(&out)), IKM_OK));
    for (char *at = out.text; *at; at++)
        if (*at == '"')
            *at = '\'';
    snprintf(version, sizeof version, "%s", ikm_version());
    char *at = strstr(out.text, version); /* of any version */
    cr_assert(at != NULL);
    memmove(at + 1, at + strlen(version), strlen(at + strlen(version)) + 1);
    *at = 'V';
    cr_expect(eq(str, out.text, (char *)expected));
    capture_done(&out);
}

Test(json_achieve, every_key_stands_as_the_contract_says)
{
    ikm_indicator rows[] = {
        row_of("G", "", "Kematangan", 2023, "33", "32"), row_of("G", "", "Kematangan", 2024, "34", "33"),
        row_of("G", "S", "Suhu \"ruang\"", 2024, "20..25.5", ""), row_of("", "", "Inflasi", 2024, "2", "0.19")};
    rows[1].final_target = target_of("37");
    rows[2].polarity = IKM_POLARITY_RANGE;
    rows[2].unit = text_of("");
    rows[3].polarity = IKM_POLARITY_LOWER;
    ikm_achievement *achievement = compute(rows, 4, 110);
    expect_text(
        achievement,
        "{\n  'format': 'ikm.achieve/1',\n"
        "  'version': 'V', 'year': 2024, 'scale': 'permendagri-86-2017', 'cap': 110, 'lower_better': 'deviation', "
        "'bands': 'rounded', 'roll_up': 'own',\n"
        "  'indicators': [\n"
        "    {'goal': 'G', 'objective': null, 'indicator': 'Kematangan', 'unit': 'Nilai', 'polarity': 'higher', "
        "'status': 'ok', 'target': 34, 'realization': 33, 'achievement': 97.06, 'achievement_exact': '1650/17', "
        "'achievement_capped': 97.06, 'predicate': 'Sangat Tinggi', 'predicate_other': null, 'final_target': 37, "
        "'against_final': 89.19, 'history': [{'year': 2023, 'status': 'ok', 'target': 33, 'realization': 32, "
        "'achievement': 96.97}], 'change': {'from': 2023, 'difference': 1, 'percent': 3.13}},\n"
        "    {'goal': 'G', 'objective': 'S', 'indicator': 'Suhu \\'ruang\\'', 'unit': null, 'polarity': 'range', "
        "'status': 'no-realization', 'target': null, 'target_range': [20, 25.5], 'realization': null, "
        "'achievement': null, 'achievement_exact': null, 'achievement_capped': null, 'predicate': null, "
        "'predicate_other': null, 'final_target': null, 'final_target_range': null, 'against_final': null, "
        "'history': [], 'change': null},\n"
        "    {'goal': null, 'objective': null, 'indicator': 'Inflasi', 'unit': 'Nilai', 'polarity': 'lower', "
        "'status': 'ok', 'target': 2, 'realization': 0.19, 'achievement': 190.5, 'achievement_exact': '381/2', "
        "'achievement_capped': 110, 'predicate': 'Sangat Tinggi', 'predicate_other': null, 'final_target': null, "
        "'against_final': null, 'history': [], 'change': null}\n"
        "  ],\n"
        "  'objectives': [\n"
        "    {'goal': 'G', 'objective': 'S', 'indicators': 0, 'left_out': 1, 'achievement': null, "
        "'achievement_exact': null, 'predicate': null, 'predicate_other': null}\n"
        "  ],\n"
        "  'goals': [\n"
        "    {'goal': 'G', 'indicators': 1, 'left_out': 0, 'achievement': 97.06, 'achievement_exact': '1650/17', "
        "'predicate': 'Sangat Tinggi', 'predicate_other': null}\n"
        "  ],\n"
        "  'notes': [\n"
        "    'Indicators without an achievement, left out of means: 1 (there is no realization)'\n"
        "  ]\n"
        "}\n");
    ikm_achievement_free(achievement);
}

Test(json_achieve, without_indicators_lists_are_empty_and_there_is_no_year)
{
    ikm_achievement *achievement = compute(NULL, 0, 0);
    expect_text(achievement, "{\n  'format': 'ikm.achieve/1',\n"
                             "  'version': 'V', 'year': null, 'scale': 'permendagri-86-2017', 'cap': null, "
                             "'lower_better': 'deviation', 'bands': 'rounded', 'roll_up': 'own',\n"
                             "  'indicators': [],\n  'objectives': [],\n  'goals': [],\n  'notes': []\n}\n");
    ikm_achievement_free(achievement);
}

enum { MANY = 3000 };

Test(json_achieve, many_indicators_are_valid_json_and_a_sink_that_stops_ends_them)
{
    static ikm_indicator rows[MANY];
    static char names[MANY][16];
    capture out = {.text = NULL}, stopped = {.stop_at = 2};
    json_error_t error;
    for (int i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "%d", i);
        rows[i] = row_of("G", "S", names[i], 2024, "7", i % 5 ? "3" : "");
    }
    ikm_achievement *achievement = compute(rows, MANY, 0);
    cr_assert(eq(int, ikm_json_achieve(achievement, capture_sink(&out)), IKM_OK));
    json_t *object = json_loadb(out.text, out.size, JSON_REJECT_DUPLICATES, &error);
    cr_assert(object != NULL, "line %d: %s", error.line, error.text);
    cr_expect(eq(sz, json_array_size(json_object_get(object, "indicators")), MANY));
    json_decref(object);
    cr_expect(out.writes > 3);
    cr_expect(eq(int, ikm_json_achieve(achievement, capture_sink(&stopped)), IKM_ERR_IO));
    cr_expect(eq(long, stopped.writes, 2));
    cr_expect(eq(int, ikm_json_achieve(NULL, capture_sink(&out)), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_json_achieve(achievement, (ikm_sink){NULL, NULL}), IKM_ERR_ARGUMENT));
    capture_done(&stopped);
    capture_done(&out);
    ikm_achievement_free(achievement);
}
