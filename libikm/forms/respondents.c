/* Who the respondents were, in a line each, as the sheet that is hung up wants it. */
#include "unit.h"

#include "base/decimal.h"
#include "rules/rules.h"
#include "survey/survey.h"

/* A line has no room for more; the rest of them stand together. */
enum { VALUES_MAX = 10, LEVEL_UNKNOWN = 100 };

static const char *const male[] = {"L", "Lk", "Laki", "Laki-laki", "Pria", "Male", "Man", "M", NULL};
static const char *const female[] = {"P", "Pr", "Pr.", "Perempuan", "Wanita", "Female", "Woman", "F", "W", NULL};

/* Levels of education from the lowest, by how they begin; what comes first decides. */
static const struct {
    const char *begins;
    int level;
} levels[] = {
    {"Tidak", 0},      {"Belum", 0},    {"None", 0},   {"SD", 1},      {"MI", 1},       {"Sekolah Dasar", 1},
    {"Elementary", 1}, {"Primary", 1},  {"SMP", 2},    {"SLTP", 2},    {"MTs", 2},      {"Junior", 2},
    {"SMA", 3},        {"SMK", 3},      {"SLTA", 3},   {"MA", 3},      {"Senior", 3},   {"High", 3},
    {"D1", 4},         {"DI", 4},       {"D2", 4},     {"D3", 4},      {"D-", 4},       {"Diploma", 4},
    {"D4", 5},         {"S1", 6},       {"S-1", 6},    {"Sarjana", 6}, {"Bachelor", 6}, {"S2", 7},
    {"S-2", 7},        {"Magister", 7}, {"Master", 7}, {"S3", 8},      {"S-3", 8},      {"Doktor", 8},
    {"Doctor", 8},
};

typedef struct value {
    const char *text;
    int level;
    int64_t respondents;
} value;

static const ikm_tally *of_role(const ikm_survey *survey, ikmi_role role)
{
    for (size_t i = 0; i < survey->characteristic_count; i++)
        if (survey->characteristic_roles[i] == role)
            return survey->characteristics[i];
    return NULL;
}

static int64_t respondents_of(const ikmi_form *form, const ikm_tally *tally, size_t group)
{
    return ikm_survey_convention(form->survey)->missing == IKM_MISSING_LISTWISE
               ? ikm_tally_complete(tally, (uint32_t)group)
               : ikm_tally_respondents(tally, (uint32_t)group);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static int level_of(const char *text)
{
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        const char *at = text, *begins = levels[i].begins;
        while (*begins && lower(*at) == lower(*begins))
            at++, begins++;
        if (!*begins)
            return levels[i].level;
    }
    return LEVEL_UNKNOWN;
}

static bool is_one_of(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (ikmi_same_text(text, *words))
            return true;
    return false;
}

static void add(char *out, size_t size, ikm_lang lang, const char *name, int64_t respondents)
{
    char entry[IKMI_TITLE_SIZE], count[IKMI_DECIMAL_SIZE];
    ikmi_say(entry, sizeof entry, lang, IKMI_WORD_FORMS_PUBLICATION_PEOPLE,
             IKMI_SAY(name, ikmi_decimal_for_people(count, (ikm_decimal){respondents, 0}, lang)));
    ikmi_list_add(out, size, " · ", entry);
}

char *ikmi_say_gender(char *out, size_t size, const ikmi_form *form)
{
    const ikm_tally *tally = of_role(form->survey, IKMI_ROLE_GENDER);
    int64_t men = 0, women = 0, others = 0;
    *out = '\0';
    if (!tally)
        return out;
    for (size_t i = 0; i < ikm_tally_group_count(tally); i++) {
        const char *text = ikm_tally_key(tally, (uint32_t)i, 0);
        int64_t *to = is_one_of(text, male) ? &men : is_one_of(text, female) ? &women : &others;
        *to += respondents_of(form, tally, i);
    }
    add(out, size, form->lang, ikmi_form_word(form, IKMI_WORD_FORMS_PUBLICATION_MEN), men);
    add(out, size, form->lang, ikmi_form_word(form, IKMI_WORD_FORMS_PUBLICATION_WOMEN), women);
    if (others)
        add(out, size, form->lang, ikmi_form_word(form, IKMI_WORD_FORMS_PUBLICATION_OTHERS), others);
    return out;
}

/* From the lowest level; what is no level that we know behind them, from the most frequent; the blank ones last. */
static bool stands_before(const value *a, const value *b)
{
    if (!*a->text != !*b->text)
        return *a->text;
    if (a->level != b->level)
        return a->level < b->level;
    return a->respondents > b->respondents;
}

char *ikmi_say_education(char *out, size_t size, const ikmi_form *form)
{
    const ikm_tally *tally = of_role(form->survey, IKMI_ROLE_EDUCATION);
    value shown[VALUES_MAX];
    size_t count = 0;
    int64_t rest = 0;
    *out = '\0';
    for (size_t i = 0; tally && i < ikm_tally_group_count(tally); i++) {
        const char *text = ikm_tally_key(tally, (uint32_t)i, 0);
        value next = {text, level_of(text), respondents_of(form, tally, i)};
        size_t place = count < VALUES_MAX ? count++ : VALUES_MAX - 1;
        rest += next.respondents;
        if (i >= VALUES_MAX && !stands_before(&next, &shown[place]))
            continue;
        for (; place > 0 && stands_before(&next, &shown[place - 1]); place--)
            shown[place] = shown[place - 1];
        shown[place] = next;
    }
    for (size_t i = 0; i < count; i++) {
        ikm_cell name = ikmi_cell_key(form->lang, shown[i].text);
        add(out, size, form->lang, name.text.data, shown[i].respondents);
        rest -= shown[i].respondents;
    }
    if (rest)
        add(out, size, form->lang, ikmi_form_word(form, IKMI_WORD_FORMS_PUBLICATION_OTHERS), rest);
    return out;
}
