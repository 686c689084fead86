/* Scales and instruments of components: those that are built in, and a user's own. */
#include "indicators.h"
#include "refusing.h"

static ikm_ratio hundredths(int64_t value)
{
    return (ikm_ratio){value, 100};
}

Test(rules_scale, the_built_in_ones_are_found_by_name)
{
    static const char *const scales[] = {"permendagri-86-2017", "sakip-2021", "kematangan-2018"};
    static const char *const instruments[] = {"sakip-2021", "kematangan-2018"};
    cr_assert(eq(sz, ikm_scale_count(), 3));
    for (size_t i = 0; i < 3; i++) {
        cr_expect(eq(str, (char *)ikm_scale_name(ikm_scale_at(i)), (char *)scales[i]));
        cr_expect(eq(ptr, (void *)ikm_scale_named(scales[i]), (void *)ikm_scale_at(i)));
        cr_expect(eq(int, ikm_scale_upper_closed(ikm_scale_at(i)), i > 0));
        cr_expect(eq(int, ikm_scale_whole(ikm_scale_at(i)), i == 0));
    }
    cr_assert(eq(sz, ikm_instrument_count(), 2));
    for (size_t i = 0; i < 2; i++) {
        cr_expect(eq(ptr, (void *)ikm_instrument_named(instruments[i]), (void *)ikm_instrument_at(i)));
        cr_expect(eq(str, (char *)ikm_scale_name(ikm_instrument_scale(ikm_instrument_at(i))), (char *)instruments[i]));
    }
    cr_expect(eq(ptr, (void *)ikm_scale_at(3), NULL));
    cr_expect(eq(ptr, (void *)ikm_scale_named("sakip"), NULL));
    cr_expect(eq(ptr, (void *)ikm_instrument_at(2), NULL));
    cr_expect(eq(ptr, (void *)ikm_instrument_named(NULL), NULL));
    cr_expect(eq(int, ikm_scale_find(NULL, hundredths(1)), 0));
    cr_expect(eq(ptr, (void *)ikm_scale_predicate(ikm_scale_at(0), 6), NULL));
    cr_expect(eq(i64, ikm_scale_bound(ikm_scale_at(0), 0).digits, 0));
}

static const struct {
    const char *scale;
    int64_t value; /* hundredths */
    const char *predicate, *meaning;
} found[] = {
    {"permendagri-86-2017", 9100, "Sangat Tinggi", ""},
    {"permendagri-86-2017", 9099, "Tinggi", ""},
    {"permendagri-86-2017", 5100, "Rendah", ""},
    {"permendagri-86-2017", -100, "Sangat Rendah", ""},
    {"sakip-2021", 10000, "AA", "Sangat Memuaskan"},
    {"sakip-2021", 9001, "AA", "Sangat Memuaskan"},
    {"sakip-2021", 9000, "A", "Memuaskan"},
    {"sakip-2021", 8000, "BB", "Sangat Baik"},
    {"sakip-2021", 7000, "B", "Baik"},
    {"sakip-2021", 6000, "CC", "Cukup"},
    {"sakip-2021", 5000, "C", "Kurang"},
    {"sakip-2021", 3000, "D", "Sangat Kurang"},
    {"sakip-2021", 0, "D", "Sangat Kurang"},
    {"kematangan-2018", 4600, "Tinggi", ""},
    {"kematangan-2018", 4601, "Sangat Tinggi", ""},
    {"kematangan-2018", 1900, "Sangat Rendah", ""},
};

Test(rules_scale, a_value_has_the_predicate_of_its_band)
{
    for (size_t i = 0; i < sizeof found / sizeof found[0]; i++) {
        const ikm_scale *scale = ikm_scale_named(found[i].scale);
        int predicate = ikm_scale_find(scale, hundredths(found[i].value));
        cr_expect(eq(str, (char *)ikm_scale_predicate(scale, predicate), (char *)found[i].predicate), "%s %d",
                  found[i].scale, (int)found[i].value);
        cr_expect(eq(str, (char *)ikm_scale_meaning(scale, predicate), (char *)found[i].meaning));
    }
}

/* The JSON block of README.md after this heading, cut at its end. */
static const char *block_after(char *readme, const char *heading)
{
    char *at = strstr(readme, heading);
    cr_assert(at != NULL, "%s", heading);
    at = strstr(at, "```json\n");
    cr_assert(at != NULL, "%s", heading);
    at += strlen("```json\n");
    *strstr(at, "```") = '\0';
    return at;
}

/* JSON is written here with ' for ". */
static ikm_text json_of(char *out, const char *json)
{
    strcpy(out, json);
    for (char *at = out; *at; at++)
        if (*at == '\'')
            *at = '"';
    return text_of(out);
}

Test(rules_scale, the_examples_of_the_readme_are_read)
{
    static char readme[65536];
    ikm_error error = {0};
    ikm_scale *scale;
    ikm_instrument *instrument;
    for (int i = 0; i < 2; i++) {
        FILE *file = fopen("README.md", "r");
        cr_assert(file != NULL);
        readme[fread(readme, 1, sizeof readme - 1, file)] = '\0';
        fclose(file);
        const char *json = block_after(readme, i ? "\n## Components of your own\n" : "\n## A scale of your own\n");
        ikm_status status = i ? ikm_instrument_read(&instrument, text_of(json), IKM_LANG_EN, NULL, &error)
                              : ikm_scale_read(&scale, text_of(json), IKM_LANG_EN, NULL, &error);
        cr_assert(eq(int, status, IKM_OK), "%s", error.message);
    }
    cr_expect(eq(int, ikm_scale_predicate_count(scale), 4));
    cr_expect(eq(str, (char *)ikm_scale_predicate(scale, ikm_scale_find(scale, hundredths(8500))), "Sangat Baik"));
    cr_expect(eq(str, (char *)written(ikm_scale_bound(scale, 2)), "70.5"));
    cr_expect(eq(sz, ikm_instrument_component_count(instrument), 3));
    cr_expect(eq(str, (char *)written(ikm_instrument_weight(instrument, 0)), "50"));
    cr_expect(eq(int, ikm_instrument_levels(instrument), 0));
    cr_expect(eq(str, (char *)ikm_scale_name(ikm_instrument_scale(instrument)), "sakip-2021"));
    ikm_instrument_free(instrument);
    ikm_scale_free(scale);
}

#define TWO "'predicates':[{'name':'A','bound':'50.50'},{'name':'B','meaning':'b','bound':'0'}]"

Test(rules_scale, what_an_own_scale_says_is_kept)
{
    char json[1024];
    ikm_scale *scale;
    ikm_instrument *instrument;
    ikm_error error = {0};
    cr_assert(eq(int,
                 ikm_scale_read(&scale, json_of(json, "{'name':'own','closed':'upper','whole':true," TWO "}"),
                                IKM_LANG_EN, NULL, &error),
                 IKM_OK),
              "%s", error.message);
    cr_expect(eq(str, (char *)ikm_scale_title(scale), "own"));
    cr_expect(eq(int, ikm_scale_upper_closed(scale), 1));
    cr_expect(eq(int, ikm_scale_whole(scale), 1));
    cr_expect(eq(int, ikm_scale_find(scale, hundredths(5050)), 2));
    cr_expect(eq(int, ikm_scale_find(scale, (ikm_ratio){5050000001, 100000000}), 1));
    cr_expect(eq(str, (char *)ikm_scale_meaning(scale, 1), ""));
    cr_expect(eq(str, (char *)ikm_scale_meaning(scale, 2), "b"));
    ikm_scale_free(scale);
    cr_assert(eq(int,
                 ikm_instrument_read(&instrument,
                                     json_of(json, "{'name':'m','title':'T','levels':4,'components':"
                                                   "[{'name':'K'}],'scale':{'name':'own'," TWO "}}"),
                                     IKM_LANG_EN, NULL, &error),
                 IKM_OK),
              "%s", error.message);
    cr_expect(eq(str, (char *)ikm_instrument_title(instrument), "T"));
    cr_expect(eq(str, (char *)ikm_instrument_component(instrument, 0), "K"));
    cr_expect(eq(ptr, (void *)ikm_instrument_component(instrument, 1), NULL));
    cr_expect(eq(i64, ikm_instrument_weight(instrument, 0).digits, 4));
    cr_expect(eq(int, ikm_instrument_levels(instrument), 4));
    cr_expect(eq(str, (char *)ikm_scale_name(ikm_instrument_scale(instrument)), "own"));
    ikm_instrument_free(instrument);
    ikm_scale_free((ikm_scale *)ikm_scale_at(0));
    ikm_instrument_free((ikm_instrument *)ikm_instrument_at(0));
    ikm_scale_free(NULL);
    ikm_instrument_free(NULL);
}

static const struct {
    int instrument;
    const char *json, *message;
} faults[] = {
    {0, "[]", "$: expected a JSON object"},
    {0, "{}", "$: the key \"name\" is required"},
    {0, "{'name':'own'}", "$: the key \"predicates\" is required"},
    {0, "{'name':'sakip-2021'," TWO "}", "$.name: \"sakip-2021\" is the name of a built-in scale"},
    {0, "{'name':'own','bands':1}",
     "$: the key \"bands\" is unknown; known are: name, title, closed, whole, predicates"},
    {0, "{'name':'own','closed':'left'," TWO "}", "$.closed: left is unknown; the choices are lower, upper"},
    {0, "{'name':'own','whole':'yes'," TWO "}", "$.whole: expected true or false"},
    {0, "{'name':'own','predicates':[{'name':'A','bound':'1'}]}", "$.predicates: holds 1; expected 2 to 20"},
    {0, "{'name':'own','predicates':[{'name':'A','bound':1},{}]}", "$.predicates[0].bound: write the bound as text"},
    {0, "{'name':'own','predicates':[{'name':'A','bound':'1,5'},{}]}",
     "$.predicates[0].bound: \"1,5\" should be a number from 0 to 1000000"},
    {0, "{'name':'own','predicates':[{'name':'A','bound':'-1'},{}]}", "$.predicates[0].bound: \"-1\" should be"},
    {0, "{'name':'own','predicates':[{'name':'A','bound':'1.2345678'},{}]}", "$.predicates[0].bound: \"1.2345678\""},
    {0, "{'name':'own','predicates':[{'name':'A','bound':'1000000.1'},{}]}", "$.predicates[0].bound: \"1000000.1\""},
    {0, "{'name':'own','predicates':[{'name':'A','bound':'1'},{'name':'B','bound':'1.0'}]}",
     "$.predicates[1].bound: 1 should be less than 1; write the best predicate first"},
    {0, "{'name':'own','predicates':[{'name':'A','bound':'1'},{'name':'A','bound':'0'}]}",
     "$.predicates[1].name: the predicate \"A\" stands twice"},
    {0, "{'name':'own','predicates':[{'bound':'1'},{}]}", "$.predicates[0]: the key \"name\" is required"},
    {1, "{'name':'kematangan-2018'}", "$.name: \"kematangan-2018\" is the name of a built-in instrument"},
    {1, "{'name':'m','levels':1}", "$.levels: 1; expected 2 to 10"},
    {1, "{'name':'m','components':[]}", "$.components: holds 0; expected 1 to 64"},
    {1, "{'name':'m','components':[{'name':'K'}]}", "$.components[0]: the key \"weight\" is required"},
    {1, "{'name':'m','components':[{'name':'K','weight':30}]}", "$.components[0].weight: write the weight as text"},
    {1, "{'name':'m','components':[{'name':'K','weight':'0'}]}",
     "$.components[0].weight: \"0\" should be a number above 0, at most 1000000"},
    {1, "{'name':'m','levels':3,'components':[{'name':'K','weight':'3'}]}",
     "$.components[0].weight: components with levels have no weight"},
    {1, "{'name':'m','levels':3,'components':[{'name':'K 1'},{'name':'k-1'}]}",
     "$.components[1].name: the component \"k-1\" stands twice"},
    {1, "{'name':'m','levels':3,'components':[{'name':'--'}]}", "$.components[0].name: \"--\" has neither a letter"},
    {1, "{'name':'m','levels':3,'components':[{'name':'K'}]}", "$: the key \"scale\" is required"},
    {1, "{'name':'m','levels':3,'components':[{'name':'K'}],'scale':'sakip'}",
     "$.scale: no built-in scale \"sakip\"; write the name of one"},
    {1, "{'name':'m','levels':3,'components':[{'name':'K'}],'scale':3}", "$.scale: expected a JSON object"},
    {1,
     "{'name':'m','levels':3,'components':[{'name':'K'}],'scale':{'name':'own','predicates':[{'name':'A','bound':"
     "'x'},{}]}}",
     "$.scale.predicates[0].bound: \"x\" should be"},
};

/* Whatever is read goes through `out`, which is NULL after a failure. */
static ikm_status read_either(int instrument, ikm_text json, const ikm_mem *mem, ikm_error *error, int *is_null)
{
    ikm_scale *scale = (ikm_scale *)&scale;
    ikm_instrument *other = (ikm_instrument *)&other;
    ikm_status status = instrument ? ikm_instrument_read(&other, json, IKM_LANG_EN, mem, error)
                                   : ikm_scale_read(&scale, json, IKM_LANG_EN, mem, error);
    *is_null = instrument ? other == NULL : scale == NULL;
    if (status == IKM_OK && instrument)
        ikm_instrument_free(other);
    if (status == IKM_OK && !instrument)
        ikm_scale_free(scale);
    return status;
}

Test(rules_scale, a_fault_of_meaning_is_told_with_its_path)
{
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        char json[1024];
        ikm_error error = {0};
        int is_null;
        ikm_status status = read_either(faults[i].instrument, json_of(json, faults[i].json), NULL, &error, &is_null);
        cr_expect(eq(int, status, IKM_ERR_INVALID), "%s", faults[i].json);
        cr_expect(is_null);
        cr_expect(eq(int, strncmp(error.message, faults[i].message, strlen(faults[i].message)), 0), "%s",
                  error.message);
    }
}

Test(rules_scale, a_fault_of_syntax_is_told_by_line_and_column)
{
    for (int instrument = 0; instrument < 2; instrument++) {
        ikm_error error = {0};
        int is_null;
        cr_expect(
            eq(int, read_either(instrument, text_of("{\n \"name\": own}"), NULL, &error, &is_null), IKM_ERR_SYNTAX));
        cr_expect(is_null);
        cr_expect(eq(i64, error.line, 2));
        cr_expect(eq(i64, error.column, 10));
        cr_expect(eq(int, read_either(instrument, (ikm_text){NULL, 3}, NULL, &error, &is_null), IKM_ERR_ARGUMENT));
        cr_expect(is_null);
    }
    cr_expect(eq(int, ikm_scale_read(NULL, text_of("{}"), IKM_LANG_EN, NULL, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_instrument_read(NULL, text_of("{}"), IKM_LANG_EN, NULL, NULL), IKM_ERR_ARGUMENT));
}

/* As many parts as there can be, each with a long name: the block they live in has room for all. */
static char *largest(int instrument)
{
    int parts = instrument ? IKM_COMPONENTS_MAX : IKM_PREDICATES_MAX;
    char *json = malloc(65536), *at = json;
    at += sprintf(at, instrument ? "{\"name\":\"m\",\"components\":[" : "{\"name\":\"own\",\"predicates\":[");
    for (int i = 0; i < parts; i++)
        at += sprintf(at, "%s{\"name\":\"%0*d\",\"%s\":\"%d\"}", i ? "," : "", 50, i, instrument ? "weight" : "bound",
                      1000 - i);
    sprintf(at, instrument ? "],\"scale\":\"sakip-2021\"}" : "]}");
    return json;
}

Test(rules_scale, one_allocation_is_asked_for_and_given_back)
{
    for (int instrument = 0; instrument < 2; instrument++) {
        char *json = largest(instrument);
        for (long n = 0; n < 2; n++) {
            refusing memory;
            ikm_error error = {0};
            int is_null;
            refusing_init(&memory, n);
            ikm_status status = read_either(instrument, text_of(json), &memory.mem, &error, &is_null);
            cr_expect(eq(int, status, n ? IKM_OK : IKM_ERR_NOMEM), "%s", error.message);
            cr_expect(eq(int, is_null, !n));
            cr_expect(eq(long, memory.live, 0));
        }
        free(json);
    }
}
