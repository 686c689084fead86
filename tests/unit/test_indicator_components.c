/* Scores of components: SAKIP and maturity as reports have them, and what no component can have. */
#include "indicators.h"
#include "refusing.h"

static ikm_component component_of(const char *name, const char *weight, const char *value)
{
    return (ikm_component){text_of(name), amount_of(weight), amount_of(value)};
}

static ikm_components *score(const char *instrument, const ikm_component *rows, size_t count)
{
    ikm_components *components;
    ikm_error error = {0};
    cr_assert(
        eq(int,
           ikm_components_new(&components, ikm_instrument_named(instrument), rows, count, IKM_LANG_EN, NULL, &error),
           IKM_OK),
        "%s", error.message);
    return components;
}

Test(indicator_components, sakip_of_kejobong_is_b)
{
    const ikm_component rows[] = {component_of("Pengukuran Kinerja", "30", "17.70"),
                                  component_of("perencanaan  KINERJA", "30.0", "21"),
                                  component_of("Pelaporan Kinerja", "", "9.3"),
                                  component_of("Evaluasi Akuntabilitas Kinerja Internal", "25", "16.25")};
    static const char *const percents[] = {"70.00", "59.00", "62.00", "65.00"};
    ikm_components *components = score("sakip-2021", rows, 4);
    cr_assert(eq(sz, ikm_components_count(components), 4));
    for (size_t i = 0; i < 4; i++)
        cr_expect(eq(str, (char *)shown(ikm_components_at(components, i)->percent), (char *)percents[i]));
    cr_expect(eq(str, (char *)ikm_components_at(components, 0)->name, "Perencanaan Kinerja"));
    cr_expect(eq(ptr, (void *)ikm_components_at(components, 4), NULL));
    cr_expect(eq(str, (char *)written(ikm_components_total(components).value), "64.25"));
    cr_expect(eq(str, (char *)written(ikm_components_maximum(components)), "100"));
    cr_expect(eq(str, (char *)ikm_components_predicate(components), "B"));
    cr_expect(eq(str, (char *)ikm_components_meaning(components), "Baik"));
    cr_expect(eq(sz, ikm_components_at_level(components, 1), 0));
    ikm_components_free(components);
}

Test(indicator_components, maturity_of_kejobong_is_sedang)
{
    static const char *const values[] = {"5", "3", "3", "2", "3", "5", "3", "1", "4", "2", "2"};
    static const size_t levels[] = {1, 3, 4, 1, 2};
    ikm_component rows[11];
    for (size_t i = 0; i < 11; i++)
        rows[i] = component_of("", "", values[i]);
    ikm_components *components = score("kematangan-2018", rows, 11);
    cr_expect(eq(str, (char *)written(ikm_components_total(components).value), "33"));
    cr_expect(eq(str, (char *)written(ikm_components_maximum(components)), "55"));
    cr_expect(eq(str, (char *)ikm_components_predicate(components), "Sedang"));
    cr_expect(eq(str, (char *)ikm_components_meaning(components), ""));
    for (int level = 1; level <= 5; level++)
        cr_expect(eq(sz, ikm_components_at_level(components, level), levels[level - 1]), "%d", level);
    cr_expect(eq(sz, ikm_components_at_level(components, 6), 0));
    cr_expect(eq(str, (char *)ikm_instrument_name(ikm_components_instrument(components)), "kematangan-2018"));
    ikm_components_free(components);
}

Test(indicator_components, a_total_at_a_bound_has_the_predicate_below_it)
{
    static const struct {
        int total;
        const char *predicate;
    } edges[] = {{11, "Sangat Rendah"}, {19, "Sangat Rendah"}, {20, "Rendah"}, {28, "Rendah"},
                 {29, "Sedang"},        {37, "Sedang"},        {38, "Tinggi"}, {46, "Tinggi"},
                 {47, "Sangat Tinggi"}, {55, "Sangat Tinggi"}};
    static const char *const digits[] = {"1", "2", "3", "4", "5"};
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
        ikm_component rows[11];
        for (int n = 0, rest = edges[i].total - 11; n < 11; n++) {
            int more = rest > 4 ? 4 : rest;
            rows[n] = component_of("", "", digits[more]);
            rest -= more;
        }
        ikm_components *components = score("kematangan-2018", rows, 11);
        cr_expect(eq(i64, ikm_components_total(components).value.digits, edges[i].total));
        cr_expect(eq(str, (char *)ikm_components_predicate(components), (char *)edges[i].predicate), "%d",
                  edges[i].total);
        ikm_components_free(components);
    }
}

Test(indicator_components, without_a_value_there_is_no_total)
{
    const ikm_component some[] = {component_of("", "30", "21"), component_of("", "30", ""), component_of("", "", "x")};
    ikm_components *components = score("sakip-2021", some, 3);
    cr_expect(eq(int, ikm_components_total(components).given, IKM_GIVEN_NONE));
    cr_expect(eq(ptr, (void *)ikm_components_predicate(components), NULL));
    cr_expect(eq(ptr, (void *)ikm_components_meaning(components), NULL));
    cr_expect(eq(str, (char *)written(ikm_components_maximum(components)), "100"));
    cr_expect(eq(sz, ikm_components_count(components), 4));
    cr_expect(eq(int, ikm_components_at(components, 1)->percent.known, 0));
    cr_expect(eq(int, ikm_components_at(components, 2)->value.given, IKM_GIVEN_OTHER));
    cr_expect(eq(str, (char *)shown(ikm_components_at(components, 0)->percent), "70.00"));
    ikm_components_free(components);
    ikm_components_free(score("sakip-2021", NULL, 0));
}

static const struct {
    const char *instrument, *name, *weight, *value;
    ikm_status status;
    const char *message;
} faults[] = {
    {"sakip-2021", "Perencanaan", "30", "21", IKM_ERR_UNKNOWN, "unknown component \"Perencanaan\""},
    {"sakip-2021", "Pelaporan Kinerja", "30", "9", IKM_ERR_INVALID,
     "component \"Pelaporan Kinerja\": its weight is 15"},
    {"sakip-2021", "Pelaporan Kinerja", "x", "9", IKM_ERR_INVALID, "component \"Pelaporan Kinerja\": its weight is 15"},
    {"sakip-2021", "Pelaporan Kinerja", "15", "15.01", IKM_ERR_INVALID,
     "component \"Pelaporan Kinerja\": the value 15.01; expected 0 to 15, at most 6 decimals"},
    {"sakip-2021", "Pelaporan Kinerja", "15", "-0.5", IKM_ERR_INVALID, "component \"Pelaporan Kinerja\": the value"},
    {"sakip-2021", "Pelaporan Kinerja", "15", "9.1234567", IKM_ERR_INVALID, "component \"Pelaporan Kinerja\": the va"},
    {"sakip-2021", "Perencanaan Kinerja", "", "1", IKM_ERR_INVALID, "the component \"Perencanaan Kinerja\" stands twi"},
    {"kematangan-2018", "", "", "0", IKM_ERR_INVALID,
     "component \"Monitoring dan Pengendalian Pelaksanaan Tugas Perangkat Daerah\": the value 0; expected a whole "
     "number from 1 to 5"},
    {"kematangan-2018", "", "", "6", IKM_ERR_INVALID, "component \"Monitoring"},
    {"kematangan-2018", "", "", "2.5", IKM_ERR_INVALID, "component \"Monitoring"},
    {"kematangan-2018", "", "4", "2", IKM_ERR_INVALID, "component \"Monitoring"},
};

Test(indicator_components, what_no_component_can_have_is_told_with_its_row)
{
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        const ikm_component rows[] = {component_of("", "", "3"),
                                      component_of(faults[i].name, faults[i].weight, faults[i].value)};
        ikm_components *components = (ikm_components *)&components;
        ikm_error error = {0};
        cr_expect(eq(int,
                     ikm_components_new(&components, ikm_instrument_named(faults[i].instrument), rows, 2, IKM_LANG_EN,
                                        NULL, &error),
                     faults[i].status),
                  "%s", faults[i].message);
        cr_expect(eq(ptr, (void *)components, NULL));
        cr_expect(eq(i64, error.line, 2));
        cr_expect(eq(int, strncmp(error.message, faults[i].message, strlen(faults[i].message)), 0), "%s",
                  error.message);
    }
    ikm_component many[5];
    ikm_components *components;
    ikm_error error = {0};
    for (size_t i = 0; i < 5; i++)
        many[i] = component_of("", "", "1");
    cr_expect(
        eq(int, ikm_components_new(&components, ikm_instrument_named("sakip-2021"), many, 5, IKM_LANG_EN, NULL, &error),
           IKM_ERR_UNKNOWN));
    cr_expect(eq(str, error.message, "unknown component \"5\""));
    cr_expect(eq(int, ikm_components_new(&components, NULL, many, 5, IKM_LANG_EN, NULL, NULL), IKM_ERR_ARGUMENT));
}

Test(indicator_components, a_refused_allocation_leaves_nothing)
{
    refusing memory;
    ikm_components *components = (ikm_components *)&components;
    refusing_init(&memory, 0);
    cr_expect(eq(int, ikm_components_new(&components, ikm_instrument_at(0), NULL, 0, IKM_LANG_EN, &memory.mem, NULL),
                 IKM_ERR_NOMEM));
    cr_expect(eq(ptr, (void *)components, NULL));
    refusing_init(&memory, 1);
    cr_assert(eq(int, ikm_components_new(&components, ikm_instrument_at(0), NULL, 0, IKM_LANG_EN, &memory.mem, NULL),
                 IKM_OK));
    ikm_components_free(components);
    cr_expect(eq(long, memory.live, 0));
}

Test(indicator_components, a_long_name_is_compared_to_its_end)
{
    char json[1024], name[301];
    ikm_instrument *instrument;
    ikm_components *components;
    ikm_error error = {0};
    memset(name, 'k', sizeof name - 1);
    name[200] = name[300] = '\0';
    snprintf(json, sizeof json,
             "{\"name\":\"m\",\"levels\":3,\"components\":[{\"name\":\"%.150sa\"},{\"name\":\"%.150sb\"}],\"scale\":"
             "\"sakip-2021\"}",
             name, name);
    cr_assert(eq(int, ikm_instrument_read(&instrument, text_of(json), IKM_LANG_EN, NULL, &error), IKM_OK), "%s",
              error.message);
    snprintf(json, sizeof json, "%.150sb", name);
    const ikm_component second = component_of(json, "", "3");
    cr_assert(eq(int, ikm_components_new(&components, instrument, &second, 1, IKM_LANG_EN, NULL, &error), IKM_OK));
    cr_expect(eq(str, (char *)shown(ikm_components_at(components, 1)->percent), "100.00"));
    ikm_components_free(components);
    name[200] = 'k';
    const ikm_component longer = component_of(name, "", "3");
    cr_expect(
        eq(int, ikm_components_new(&components, instrument, &longer, 1, IKM_LANG_EN, NULL, &error), IKM_ERR_UNKNOWN));
    ikm_instrument_free(instrument);
}
