/* An own instrument: what is read, and each fault under its line and column or its path. */
#include "ikm/rules.h"

#include "rules/reading.h"
#include "rules/rules.h"

#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* JSON is written here with ' for ". */
static char *json_of(const char *written)
{
    char *json = strdup(written);
    for (char *at = json; *at; at++)
        if (*at == '\'')
            *at = '"';
    return json;
}

static ikm_status read_written(ikm_rules **out, const char *written, ikm_error *error)
{
    char *json = json_of(written);
    ikm_status status = ikm_rules_read(out, (ikm_text){json, strlen(json)}, IKM_LANG_EN, NULL, error);
    free(json);
    return status;
}

#define HEAD  "{'name':'own','scale':3,"
#define TWO   "'elements':[{'code':'A1','name':'First'},{'code':'A2','name':'Second'}]"
#define BANDS "'bands':[{'grade':'A','performance':'Good','lower':'60'},{'grade':'B','performance':'Bad','lower':'0'}]"
#define SMALL "{'name':'own','scale':4,'elements':["

static const char full[] =
    "{'name':'kepuasan-internal','title':'Survei Kepuasan Internal','scale':5,\n"
    " 'elements':[\n"
    "  {'code':'K1','name':'Kejelasan informasi','question':'Seberapa jelas informasinya?',\n"
    "   'labels':['Tidak jelas','Kurang jelas','Cukup jelas','Jelas','Sangat jelas'],\n"
    "   'label_aliases':{'Buram':1,'Terang':4,'jelas!':4},'words':['informasi','kejelasan'],'weight':'0.50'},\n"
    "  {'code':'K2','name':'Kecepatan','label_aliases':{},'words':[],'weight':'0.3'},\n"
    "  {'code':'K3','name':'Kenyamanan ruang – é','weight':'0.2'}],\n"
    " 'bands':[{'grade':'A+','performance':'Istimewa','lower':'90.5'},\n"
    "          {'grade':'A','performance':'Baik','lower':'75'},\n"
    "          {'grade':'B','performance':'Kurang','lower':'20.00'}]}\n";

Test(rules_read, everything_that_an_instrument_says_is_kept)
{
    ikm_rules *rules;
    ikm_error error;
    cr_assert(eq(int, read_written(&rules, full, &error), IKM_OK), "%s", error.message);
    cr_expect(eq(str, (char *)ikm_rules_name(rules), "kepuasan-internal"));
    cr_expect(eq(str, (char *)ikm_rules_title(rules), "Survei Kepuasan Internal"));
    cr_expect(eq(str, (char *)ikm_rules_printed_weight(rules), ""));
    cr_expect(eq(str, (char *)ikm_rules_weight(rules), "0.5,0.3,0.2"));
    cr_expect(eq(int, ikm_rules_scale(rules), 5));
    cr_assert(eq(sz, ikm_rules_element_count(rules), 3));
    cr_expect(eq(str, (char *)ikm_rules_element_code(rules, 1), "K2"));
    cr_expect(eq(str, (char *)ikm_rules_element_name(rules, 2), "Kenyamanan ruang – é"));
    cr_expect(eq(str, (char *)ikm_rules_element_question(rules, 0), "Seberapa jelas informasinya?"));
    cr_expect(eq(str, (char *)ikm_rules_element_question(rules, 1), ""));
    cr_expect(eq(str, (char *)ikm_rules_element_label(rules, 0, 5), "Sangat jelas"));
    cr_expect(eq(str, (char *)ikm_rules_element_label(rules, 1, 5), ""));
    cr_expect(eq(ptr, (void *)ikm_rules_element_label(rules, 0, 6), NULL));
    const ikmi_element *first = &rules->elements[0];
    cr_expect(eq(str, (char *)first->label_aliases[1].text, "Terang"));
    cr_expect(eq(int, first->label_aliases[1].score, 4));
    cr_expect(eq(ptr, (void *)first->label_aliases[3].text, NULL));
    cr_expect(eq(str, (char *)first->words[1], "kejelasan"));
    cr_expect(eq(ptr, (void *)first->words[2], NULL));
    cr_assert(eq(int, ikm_rules_band_count(rules), 3));
    cr_expect(eq(str, (char *)ikm_rules_band_grade(rules, 1), "A+"));
    cr_expect(eq(str, (char *)ikm_rules_band_performance(rules, 3), "Kurang"));
    cr_expect(eq(i64, ikm_rules_band_lower(rules, 1).digits, 9050));
    cr_expect(eq(int, ikm_rules_band(rules, 9049), 2));
    cr_expect(eq(int, ikm_rules_band(rules, 9050), 1));
    ikmi_plan plan;
    cr_assert(eq(int, ikmi_plan_make(&plan, rules, NULL, IKM_LANG_EN, &error), IKM_OK), "%s", error.message);
    cr_expect(plan.sums_to_one);
    ikm_rules_free(rules);
}

Test(rules_read, what_may_be_left_out_has_the_usual_value)
{
    ikm_rules *rules;
    ikm_error error;
    cr_assert(eq(int, read_written(&rules, "{'name':'own','scale':4," TWO "}", &error), IKM_OK), "%s", error.message);
    cr_expect(eq(str, (char *)ikm_rules_title(rules), "own"));
    cr_expect(eq(str, (char *)ikm_rules_weight(rules), "exact"));
    cr_assert(eq(int, ikm_rules_band_count(rules), 4));
    cr_expect(eq(i64, ikm_rules_band_lower(rules, 1).digits, 8831));
    cr_expect(eq(i64, ikm_rules_band_lower(rules, 4).digits, 2500));
    cr_expect(eq(str, (char *)ikm_rules_element_label(rules, 0, 1), ""));
    ikm_rules_free(rules);
}

static const struct {
    const char *name, *json;
} good[] = {
    {"one weight", HEAD "'weight':'0.25'," TWO "," BANDS "}"},
    {"a list of weights", HEAD "'weight':'0.25, 0.75'," TWO "," BANDS "}"},
    {"exact", HEAD "'weight':'exact'," TWO "," BANDS "}"},
    {"byte order mark", "\xEF\xBB\xBF" HEAD TWO "," BANDS "}"},
    {"a grade with + and with -", HEAD TWO
     ",'bands':[{'grade':'A+','performance':'x','lower':'60'},{'grade':'A-','performance':'x','lower':'33.33'}]}"},
    {"labels that are their own scores", SMALL "{'code':'A','name':'B','labels':['1','2','c','D']},"
                                               "{'code':'B1','name':'C'}]}"},
    {"an alias that repeats a label",
     SMALL "{'code':'A','name':'N','labels':['w','x','y','z'],'label_aliases':{'W.':1}},{'code':'B','name':'C'}]}"},
    {"a word that repeats its own name", SMALL "{'code':'A','name':'N','words':['n','a']},{'code':'B','name':'C'}]}"},
    {"bounds at both ends",
     HEAD TWO ",'bands':[{'grade':'A','performance':'x','lower':'100'},{'grade':'B','performance':'x','lower':'0'}]}"},
};

Test(rules_read, all_of_these_are_instruments)
{
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        ikm_rules *rules;
        ikm_error error;
        cr_expect(eq(int, read_written(&rules, good[i].json, &error), IKM_OK), "%s: %s", good[i].name, error.message);
        ikm_rules_free(rules);
    }
}

static const struct {
    const char *json;
    int64_t line, column, offset;
    const char *message;
} syntax_faults[] = {
    {"", 1, 1, 0, "the JSON ends before it is complete"},
    {"{", 1, 2, 1, "the JSON ends before it is complete"},
    {"{'name':'own'", 1, 14, 13, "the JSON ends before it is complete"},
    {"{'name':'own", 1, 13, 12, "the JSON ends before it is complete"},
    {"{'name' 'own'}", 1, 9, 8, "not valid JSON from \"own\" on"},
    {"{\n 'name': 'own',\n}", 3, 1, 18, "not valid JSON from } on"},
    {"{'name':'own',\r\n 'scale': 04}", 2, 11, 26, "not valid JSON from 0 on"},
    {"{'name': own}", 1, 10, 9, "not valid JSON from own on"},
    {"{name: 1}", 1, 2, 1, "not valid JSON from name on"},
    {"{'name':'a\nb'}", 1, 9, 8, "not valid JSON from \"a on"},
    {"{'name':'a\\x'}", 1, 9, 8, "not valid JSON from \"a\\x on"},
    {"{'é':'ü' é}", 1, 12, 11, "not valid JSON from é on"},
    {"3", 1, 1, 0, "not valid JSON from 3 on"},
    {"{} {}", 1, 4, 3, "there is more text after the end of the JSON"},
    {"{'a':1,\n\n  'a':2}", 3, 3, 11, "the key \"a\" stands twice in one object"},
    {"{'name':'own',\n'name':'a very long value indeed, longer than any hint'}", 2, 1, 15, "the key \"name\" stands"},
    {"{'name':'x' 'a key of more than twenty bytes':1}", 1, 13, 12, "not valid JSON from \"a key of more than tw"},
    {"{'name':'a\xFF"
     "b'}",
     1, 11, 10, "there are bytes that are not UTF-8"},
    {"{'name':'\\u0000'}", 1, 9, 8, "the character NUL is not allowed"},
    {"{'a\\u0000':1}", 1, 2, 1, "the character NUL is not allowed"},
    {"{'scale':99999999999999999999}", 1, 10, 9, "a number is too large"},
    {"{'scale':1e999}", 1, 10, 9, "a number is too large"},
    {"\xEF\xBB\xBF{'a' 1}", 1, 9, 8, "not valid JSON from 1 on"},
};

Test(rules_read, a_fault_of_syntax_is_told_with_its_place)
{
    for (size_t i = 0; i < sizeof syntax_faults / sizeof syntax_faults[0]; i++) {
        ikm_rules *rules = (ikm_rules *)&rules;
        ikm_error error;
        ikm_status status = read_written(&rules, syntax_faults[i].json, &error);
        const char *json = syntax_faults[i].json;
        cr_expect(eq(int, status, IKM_ERR_SYNTAX), "%s", json);
        cr_expect(eq(int, error.status, IKM_ERR_SYNTAX), "%s", json);
        cr_expect(eq(ptr, (void *)rules, NULL), "%s", json);
        cr_expect(eq(i64, error.line, syntax_faults[i].line), "%s", json);
        cr_expect(eq(i64, error.column, syntax_faults[i].column), "%s", json);
        cr_expect(eq(i64, error.offset, syntax_faults[i].offset), "%s", json);
        cr_expect(eq(int, strncmp(error.message, syntax_faults[i].message, strlen(syntax_faults[i].message)), 0),
                  "%s: %s", json, error.message);
    }
}

Test(rules_read, a_nul_byte_and_deep_nesting_are_refused_where_they_are)
{
    static const char nul[] = "{\"name\":\n\"a\0b\"}";
    ikm_rules *rules;
    ikm_error error;
    cr_expect(
        eq(int, ikm_rules_read(&rules, (ikm_text){nul, sizeof nul - 1}, IKM_LANG_EN, NULL, &error), IKM_ERR_SYNTAX));
    cr_expect(eq(i64, error.line, 2));
    cr_expect(eq(i64, error.column, 3));
    cr_expect(eq(str, error.message, "the character NUL is not allowed"));
    static char deep[100000];
    memset(deep, '[', sizeof deep);
    cr_expect(
        eq(int, ikm_rules_read(&rules, (ikm_text){deep, sizeof deep}, IKM_LANG_EN, NULL, &error), IKM_ERR_SYNTAX));
    cr_expect(eq(str, error.message, "the JSON is nested too deeply"));
    cr_expect(eq(i64, error.column, 2049));
}

static const struct {
    const char *json, *message;
} meaning_faults[] = {
    {"[]", "$: expected a JSON object"},
    {"{}", "$: the key \"name\" is required"},
    {"{'name':'own'}", "$: the key \"scale\" is required"},
    {"{'name':'own','scale':4}", "$: the key \"elements\" is required"},
    {HEAD TWO "}", "$: the key \"bands\" is required for a scale of 1 to 3"},
    {"{'Name':'own','scale':4," TWO "}", "$: the key \"Name\" is unknown; known are: name, title, scale, weight,"},
    {"{'name':'own','a b\\n':1}", "$: the key \"a b \" is unknown"},
    /* a key that is too long to show: cut at a whole character */
    {"{'ééééééééééééééééééééééééééé':1}", "$: the key \"éééééééééééééééééééééé...\" is unknown"},
    {"{'aéééééééééééééééééééééééééé':1}", "$: the key \"aééééééééééééééééééééé...\" is unknown"},
    /* name and title */
    {"{'name':7}", "$.name: expected text"},
    {"{'name':null}", "$.name: expected text"},
    {"{'name':''}", "$.name: empty text"},
    {"{'name':'my own'}", "$.name: \"my own\" should begin with a letter"},
    {"{'name':'2024'}", "$.name: \"2024\" should begin with a letter"},
    {"{'name':'permenpan-14-2017'}", "$.name: \"permenpan-14-2017\" is the name of a built-in regulation"},
    {"{'name':'PermenPAN_16.2014'}", "$.name: \"PermenPAN_16.2014\" is the name of a built-in regulation"},
    {"{'name':'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm'}",
     "$.name: 65 bytes of text; at most 64"},
    {"{'name':'own','title':' x'}", "$.title: the text begins or ends with a blank"},
    {"{'name':'own','title':'x '}", "$.title: the text begins or ends with a blank"},
    {"{'name':'own','title':'x\\ny'}", "$.title: the text has a control character"},
    {"{'name':'own','title':'x\\u007Fy'}", "$.title: the text has a control character"},
    {"{'name':'own','title':'x\\u0085y'}", "$.title: the text has a control character"},
    {"{'name':'own','title':[]}", "$.title: expected text"},
    /* scale */
    {"{'name':'own','scale':'4'}", "$.scale: expected a whole number"},
    {"{'name':'own','scale':4.0}", "$.scale: expected a whole number"},
    {"{'name':'own','scale':true}", "$.scale: expected a whole number"},
    {"{'name':'own','scale':1}", "$.scale: 1; expected 2 to 10"},
    {"{'name':'own','scale':11}", "$.scale: 11; expected 2 to 10"},
    {"{'name':'own','scale':-4}", "$.scale: -4; expected 2 to 10"},
    {"{'name':'own','scale':4294967300}", "$.scale: 4294967300; expected 2 to 10"},
    /* elements */
    {"{'name':'own','scale':4,'elements':{}}", "$.elements: expected a JSON array"},
    {SMALL "]}", "$.elements: holds 0; expected 2 to 32"},
    {SMALL "{'code':'A','name':'N'}]}", "$.elements: holds 1; expected 2 to 32"},
    {SMALL "3,4]}", "$.elements[0]: expected a JSON object"},
    {SMALL "{'code':'A','name':'N'},{'name':'M'}]}", "$.elements[1]: the key \"code\" is required"},
    {SMALL "{'code':'A'},{}]}", "$.elements[0]: the key \"name\" is required"},
    {SMALL "{'code':'A','name':'N'},{'code':'B','nama':'M'}]}",
     "$.elements[1]: the key \"nama\" is unknown; known are: code, name, question, labels, label_aliases, words, "
     "weight"},
    {SMALL "{'code':'U 1','name':'N'},{}]}", "$.elements[0].code: \"U 1\" should begin with a letter"},
    {SMALL "{'code':'1','name':'N'},{}]}", "$.elements[0].code: \"1\" should begin with a letter"},
    {SMALL "{'code':'abcdefghijklmnopq','name':'N'},{}]}", "$.elements[0].code: 17 bytes of text; at most 16"},
    {SMALL "{'code':'ikm','name':'N'},{}]}", "$.elements[0].code: \"ikm\" is what the index itself is called"},
    {SMALL "{'code':'A','name':'N'},{'code':'a','name':'M'}]}",
     "$.elements[1].code: \"a\" already means the element A"},
    {SMALL "{'code':'A_1','name':'N'},{'code':'a-1','name':'M'}]}",
     "$.elements[1].code: \"a-1\" already means the element A_1"},
    {SMALL "{'code':'A','name':'Waktu'},{'code':'B','name':'WAKTU'}]}",
     "$.elements[1].name: \"WAKTU\" already means the element A"},
    {SMALL "{'code':'A','name':'Waktu'},{'code':'B','name':'?!'}]}",
     "$.elements[1].name: \"?!\" has neither a letter nor a digit"},
    {SMALL "{'code':'A','name':'N'},{'code':'B','name':'M','question':'n?'}]}",
     "$.elements[1].question: \"n?\" already means the element A"},
    {SMALL "{'code':'A','name':'N','words':['waktu']},{'code':'B','name':'M','words':['x','Waktu ']}]}",
     "$.elements[1].words[1]: the text begins or ends with a blank"},
    {SMALL "{'code':'A','name':'N','words':['waktu']},{'code':'B','name':'M','words':['x','Waktu!']}]}",
     "$.elements[1].words[1]: \"Waktu!\" already means the element A"},
    {SMALL "{'code':'A','name':'N','words':['m']},{'code':'B','name':'M'}]}",
     "$.elements[1].name: \"M\" already means the element A"},
    {SMALL "{'code':'A','name':'N','words':'m'},{'code':'B','name':'M'}]}",
     "$.elements[0].words: expected a JSON array"},
    {SMALL "{'code':'A','name':'N','words':['m',4]},{'code':'B','name':'M'}]}",
     "$.elements[0].words[1]: expected text"},
    /* labels */
    {SMALL "{'code':'A','name':'N','labels':'x'},{}]}", "$.elements[0].labels: expected a JSON array"},
    {SMALL "{'code':'A','name':'N','labels':['x','y','z']},{}]}",
     "$.elements[0].labels: 3 labels; expected 4, one for each score"},
    {SMALL "{'code':'A','name':'N','labels':['v','w','x','y','z']},{}]}",
     "$.elements[0].labels: 5 labels; expected 4, one for each score"},
    {SMALL "{'code':'A','name':'N','labels':['v','w',3,'y']},{}]}", "$.elements[0].labels[2]: expected text"},
    {SMALL "{'code':'A','name':'N','labels':['v','w','','y']},{}]}", "$.elements[0].labels[2]: empty text"},
    {SMALL "{'code':'A','name':'N','labels':['v','w','x','V.']},{}]}",
     "$.elements[0].labels[3]: \"V.\" already means the score 1 in this element"},
    {SMALL "{'code':'A','name':'N','labels':['v','w','--','y']},{}]}",
     "$.elements[0].labels[2]: \"--\" has neither a letter nor a digit"},
    {SMALL "{'code':'A','name':'N','labels':['4','3','2','1']},{}]}",
     "$.elements[0].labels[0]: \"4\" by itself is read as the score 4 and cannot mean the score 1"},
    {SMALL "{'code':'A','name':'N','labels':['D','C','B','A']},{}]}",
     "$.elements[0].labels[0]: \"D\" by itself is read as the score 4 and cannot mean the score 1"},
    /* aliases */
    {SMALL "{'code':'A','name':'N','label_aliases':[]},{}]}", "$.elements[0].label_aliases: expected a JSON object"},
    {SMALL "{'code':'A','name':'N','label_aliases':{'x':'1'}},{}]}",
     "$.elements[0].label_aliases.x: expected a whole number"},
    {SMALL "{'code':'A','name':'N','label_aliases':{'x y':5}},{}]}",
     "$.elements[0].label_aliases[\"x y\"]: 5; expected 1 to 4"},
    {SMALL "{'code':'A','name':'N','label_aliases':{'x':0}},{}]}", "$.elements[0].label_aliases.x: 0; expected 1 to 4"},
    {SMALL "{'code':'A','name':'N','label_aliases':{'':1}},{}]}", "$.elements[0].label_aliases[\"\"]: empty text"},
    {SMALL "{'code':'A','name':'N','label_aliases':{'x':1,'X!':2}},{}]}",
     "$.elements[0].label_aliases[\"X!\"]: \"X!\" already means the score 1 in this element"},
    {SMALL "{'code':'A','name':'N','labels':['v','w','x','y'],'label_aliases':{'W':3}},{}]}",
     "$.elements[0].label_aliases.W: \"W\" already means the score 2 in this element"},
    {SMALL "{'code':'A','name':'N','label_aliases':{'3':2}},{}]}",
     "$.elements[0].label_aliases.3: \"3\" by itself is read as the score 3 and cannot mean the score 2"},
    /* weights */
    {HEAD "'weight':0.5," TWO "," BANDS "}", "$.weight: write the weight as text, as \"0.111\""},
    {HEAD "'weight':1," TWO "," BANDS "}", "$.weight: write the weight as text"},
    {HEAD "'weight':'half'," TWO "," BANDS "}", "$.weight: weight \"half\" should be \"exact\" or"},
    {HEAD "'weight':'0'," TWO "," BANDS "}", "$.weight: weight \"0\" should be"},
    {HEAD "'weight':'-0.5'," TWO "," BANDS "}", "$.weight: weight \"-0.5\" should be"},
    {HEAD "'weight':'0.1234567890'," TWO "," BANDS "}", ""},
    {HEAD "'weight':'0.1234567891'," TWO "," BANDS "}", "$.weight: weight \"0.1234567891\" should be"},
    {HEAD "'weight':'0.2,0.3,0.5'," TWO "," BANDS "}", "$.weight: 3 weights for 2 elements"},
    {SMALL "{'code':'A','name':'N','weight':'0.5'},{'code':'B','name':'M'}]}",
     "$.elements[1]: has no weight while other elements have one"},
    {SMALL "{'code':'A','name':'N'},{'code':'B','name':'M','weight':'0.5'}]}",
     "$.elements[0]: has no weight while other elements have one"},
    {SMALL "{'code':'A','name':'N','weight':0.5},{'code':'B','name':'M','weight':'0.5'}]}",
     "$.elements[0].weight: write the weight as text"},
    {SMALL "{'code':'A','name':'N','weight':'0.5'},{'code':'B','name':'M','weight':'exact'}]}",
     "$.elements[1].weight: weight \"exact\" should be a number"},
    {SMALL "{'code':'A','name':'N','weight':'0.5'},{'code':'B','name':'M','weight':'0.5'}],'weight':'exact'}",
     "$.weight: weights are given here and in the elements too"},
    /* bands */
    {HEAD TWO ",'bands':{}}", "$.bands: expected a JSON array"},
    {HEAD TWO ",'bands':[]}", "$.bands: holds 0; expected 2 to 10"},
    {HEAD TWO ",'bands':[1,2]}", "$.bands[0]: expected a JSON object"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x','upper':'1'},{}]}",
     "$.bands[0]: the key \"upper\" is unknown; known are: grade, performance, lower"},
    {HEAD TWO ",'bands':[{'grade':'A','lower':'60'},{}]}", "$.bands[0]: the key \"performance\" is required"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x'},{}]}", "$.bands[0]: the key \"lower\" is required"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x','lower':60},{}]}",
     "$.bands[0].lower: write the lower bound as text"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x','lower':'60.001'},{}]}",
     "$.bands[0].lower: \"60.001\" should be a number from 0 to 100"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x','lower':'100.01'},{}]}",
     "$.bands[0].lower: \"100.01\" should be a number from 0 to 100"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x','lower':'-0'},{}]}",
     "$.bands[0].lower: \"-0\" should be a number from 0 to 100"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x','lower':'60,5'},{}]}",
     "$.bands[0].lower: \"60,5\" should be a number from 0 to 100"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x','lower':''},{}]}",
     "$.bands[0].lower: \"\" should be a number from 0 to 100"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x','lower':'60'},{'grade':'B','performance':'x','lower':'60'}]}",
     "$.bands[1].lower: 60 should be less than 60; write the best grade first"},
    {HEAD TWO ",'bands':[{'grade':'B','performance':'x','lower':'0'},{'grade':'A','performance':'x','lower':'60.5'}]}",
     "$.bands[1].lower: 60.5 should be less than 0; write the best grade first"},
    {HEAD TWO ",'bands':[{'grade':'A','performance':'x','lower':'60'},{'grade':'A','performance':'y','lower':'0'}]}",
     "$.bands[1].grade: the grade \"A\" stands twice"},
    {HEAD TWO
     ",'bands':[{'grade':'A','performance':'x','lower':'60'},{'grade':'B','performance':'y','lower':'33.34'}]}",
     "$.bands[1].lower: 33.34 is above the smallest index, 100/3"},
};

Test(rules_read, a_fault_of_meaning_is_told_with_its_path)
{
    for (size_t i = 0; i < sizeof meaning_faults / sizeof meaning_faults[0]; i++) {
        const char *json = meaning_faults[i].json, *message = meaning_faults[i].message;
        ikm_rules *rules = (ikm_rules *)&rules;
        ikm_error error;
        ikm_status status = read_written(&rules, json, &error);
        if (!message[0]) { /* as good as its neighbour is bad */
            cr_expect(eq(int, status, IKM_OK), "%s: %s", json, error.message);
            ikm_rules_free(rules);
            continue;
        }
        cr_expect(eq(int, status, IKM_ERR_INVALID), "%s", json);
        cr_expect(eq(int, error.status, IKM_ERR_INVALID), "%s", json);
        cr_expect(eq(ptr, (void *)rules, NULL), "%s", json);
        cr_expect(eq(i64, error.line, 0));
        cr_expect(eq(i64, error.column, 0));
        cr_expect(eq(i64, error.offset, -1));
        cr_expect(eq(int, strncmp(error.message, message, strlen(message)), 0), "%s: %s", json, error.message);
        cr_expect(eq(int, read_written(&rules, json, NULL), IKM_ERR_INVALID), "no error object is needed");
    }
}

Test(rules_read, messages_are_in_the_language_that_was_asked_for)
{
    ikm_rules *rules;
    ikm_error error;
    ikm_text json = {"{}", 2};
    cr_expect(eq(int, ikm_rules_read(&rules, json, IKM_LANG_ID, NULL, &error), IKM_ERR_INVALID));
    cr_expect(eq(str, error.message, "$: kunci \"name\" wajib ada"));
}

/* `count` elements E0, E1 ... each with `words` header words of its own; to be freed. */
static char *many_elements(int count, int words, int scale)
{
    char *json = malloc(64 + (size_t)count * (160 + (size_t)words * 32)), *at = json;
    at += sprintf(at, "{\"name\":\"own\",\"scale\":%d,\"elements\":[", scale);
    for (int i = 0; i < count; i++) {
        at += sprintf(at, "%s{\"code\":\"E%d\",\"name\":\"Element %d\",\"words\":[", i ? "," : "", i, i);
        for (int w = 0; w < words; w++)
            at += sprintf(at, "%s\"w%d of %d\"", w ? "," : "", w, i);
        at += sprintf(at, "]}");
    }
    sprintf(at, "]}");
    return json;
}

static ikm_status read_many(int count, int words, ikm_error *error)
{
    char *json = many_elements(count, words, 4);
    ikm_rules *rules;
    ikm_status status = ikm_rules_read(&rules, (ikm_text){json, strlen(json)}, IKM_LANG_EN, NULL, error);
    if (status == IKM_OK) {
        cr_expect(eq(sz, rules->element_count, (size_t)count));
        cr_expect(eq(ptr, (void *)rules->elements[count - 1].words[words], NULL));
    }
    ikm_rules_free(rules);
    free(json);
    return status;
}

Test(rules_read, limits_are_reached_and_not_passed)
{
    ikm_error error = {0};
    cr_expect(eq(int, read_many(IKM_ELEMENTS_MAX, IKMI_WORDS_MAX, &error), IKM_OK), "%s", error.message);
    cr_expect(eq(int, read_many(IKM_ELEMENTS_MAX + 1, 0, &error), IKM_ERR_INVALID));
    cr_expect(eq(str, error.message, "$.elements: holds 33; expected 2 to 32"));
    cr_expect(eq(int, read_many(2, IKMI_WORDS_MAX + 1, &error), IKM_ERR_INVALID));
    cr_expect(eq(str, error.message, "$.elements[0].words: holds 65; expected 0 to 64"));
    static char large[IKMI_JSON_SIZE_MAX + 1];
    ikm_rules *rules;
    memset(large, ' ', sizeof large);
    cr_expect(
        eq(int, ikm_rules_read(&rules, (ikm_text){large, sizeof large}, IKM_LANG_EN, NULL, &error), IKM_ERR_INVALID));
    cr_expect(eq(str, error.message, "262145 bytes of JSON; at most 262144 are taken"));
}

/* The shortest entries of all kinds are what the one block could be too small for. */
Test(rules_read, the_block_holds_the_densest_instrument)
{
    char *json = malloc(1 << 18), *at = json;
    at += sprintf(at, "{\"name\":\"o\",\"scale\":10,\"elements\":[");
    for (int i = 0; i < IKM_ELEMENTS_MAX; i++) {
        at += sprintf(at, "%s{\"code\":\"E%d\",\"name\":\"N%d\",\"weight\":\"0.12345678%d\",\"label_aliases\":{",
                      i ? "," : "", i, i, 1 + i % 9);
        for (int a = 0; a < IKMI_WORDS_MAX; a++)
            at += sprintf(at, "%s\"x%c%c\":1", a ? "," : "", 'a' + a / 8, 'a' + a % 8);
        at += sprintf(at, "}}");
    }
    at += sprintf(at, "],\"bands\":[");
    for (int b = 0; b < IKM_BANDS_MAX; b++)
        at += sprintf(at, "%s{\"grade\":\"%c\",\"performance\":\"p\",\"lower\":\"%d\"}", b ? "," : "", 'A' + b, 9 - b);
    sprintf(at, "]}");
    ikm_rules *rules;
    ikm_error error = {0};
    cr_assert(eq(int, ikm_rules_read(&rules, (ikm_text){json, strlen(json)}, IKM_LANG_EN, NULL, &error), IKM_OK), "%s",
              error.message);
    cr_expect(eq(sz, strlen(rules->weight), IKM_ELEMENTS_MAX * 12 - 1));
    ikmi_plan plan;
    cr_expect(eq(int, ikmi_plan_make(&plan, rules, NULL, IKM_LANG_EN, &error), IKM_OK), "%s", error.message);
    ikm_rules_free(rules);
    free(json);
}

Test(rules_read, refused_memory_leaves_nothing_behind)
{
    char *json = json_of(full);
    ikm_text text = {json, strlen(json)};
    long n = 0;
    for (;; n++) {
        refusing memory;
        ikm_rules *rules = (ikm_rules *)&memory;
        ikm_error error;
        refusing_init(&memory, n);
        ikm_status status = ikm_rules_read(&rules, text, IKM_LANG_EN, &memory.mem, &error);
        if (status == IKM_OK) {
            cr_expect(eq(int, (int)memory.live, 1));
            memory.countdown = 0;
            ikm_rules_free(rules);
            cr_expect(eq(int, (int)memory.live, 0));
            break;
        }
        cr_assert(eq(int, status, IKM_ERR_NOMEM));
        cr_expect(eq(int, error.status, IKM_ERR_NOMEM));
        cr_expect(eq(ptr, (void *)rules, NULL));
        cr_expect(eq(int, (int)memory.live, 0));
    }
    cr_expect(eq(int, (int)n, 1), "one allocation for the whole instrument");
    free(json);
}

Test(rules_read, a_fault_gives_back_what_was_taken_and_the_callers_memory_may_go_first)
{
    for (size_t i = 0; i < sizeof meaning_faults / sizeof meaning_faults[0]; i++) {
        refusing memory;
        refusing_init(&memory, -1);
        char *json = json_of(meaning_faults[i].json);
        ikm_rules *rules;
        if (ikm_rules_read(&rules, (ikm_text){json, strlen(json)}, IKM_LANG_EN, &memory.mem, NULL) == IKM_OK) {
            memset(&memory.mem, 0, sizeof memory.mem); /* the rules keep their own copy of it */
            ikm_rules_free(rules);
        }
        cr_expect(eq(int, (int)memory.live, 0), "%s", json);
        free(json);
    }
}

Test(rules_read, a_wrong_argument_is_a_status)
{
    ikm_rules *rules = (ikm_rules *)&rules;
    ikm_error error;
    cr_expect(eq(int, ikm_rules_read(NULL, (ikm_text){"{}", 2}, IKM_LANG_EN, NULL, &error), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_rules_read(&rules, (ikm_text){NULL, 2}, IKM_LANG_EN, NULL, &error), IKM_ERR_ARGUMENT));
    cr_expect(eq(ptr, (void *)rules, NULL));
    rules = (ikm_rules *)&rules;
    cr_expect(eq(int, ikm_rules_read(&rules, (ikm_text){NULL, 0}, IKM_LANG_EN, NULL, &error), IKM_ERR_SYNTAX));
    cr_expect(eq(ptr, (void *)rules, NULL));
}

/* Cut anywhere, changed anywhere: a status each time, never a crash, nothing left. */
Test(rules_read, no_damage_to_the_text_gets_past_the_reading)
{
    char *json = json_of(full);
    size_t size = strlen(json);
    unsigned state = 20240101;
    for (size_t cut = 0; cut < size - 1; cut++) {
        ikm_rules *rules;
        ikm_error error;
        cr_assert(eq(int, ikm_rules_read(&rules, (ikm_text){json, cut}, IKM_LANG_EN, NULL, &error), IKM_ERR_SYNTAX),
                  "%zu", cut);
    }
    for (int round = 0; round < 20000; round++) {
        char *damaged = strdup(json);
        for (int i = 0; i < 1 + round % 3; i++) {
            state = state * 1103515245U + 12345U;
            size_t at = (state >> 8) % size;
            state = state * 1103515245U + 12345U;
            damaged[at] = round % 2 ? (char)(state >> 16) : "{}[]\",:0159-.\\ a"[(state >> 16) % 16];
        }
        refusing memory;
        ikm_rules *rules;
        ikm_error error;
        refusing_init(&memory, -1);
        ikm_status status = ikm_rules_read(&rules, (ikm_text){damaged, size}, IKM_LANG_EN, &memory.mem, &error);
        cr_assert(status == IKM_OK || status == IKM_ERR_SYNTAX || status == IKM_ERR_INVALID);
        if (status == IKM_ERR_SYNTAX)
            cr_assert(error.line >= 1 && error.column >= 1 && error.offset <= (int64_t)size);
        ikm_rules_free(rules);
        cr_assert(eq(int, (int)memory.live, 0));
        free(damaged);
    }
    free(json);
}
