#include "rules/meaning.h"
#include "rules/rules.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

static ikmi_role role_of(const char *text)
{
    for (const ikmi_role_word *word = ikmi_role_words; word->text; word++)
        if (ikmi_same_text(word->text, text))
            return word->role;
    return IKMI_ROLE_OTHER;
}

static const struct {
    const char *header;
    ikmi_role role;
} cases[] = {
    {"layanan", IKMI_ROLE_SERVICE},
    {"Jenis Layanan", IKMI_ROLE_SERVICE},
    {"jenis_pelayanan", IKMI_ROLE_SERVICE},
    {"service", IKMI_ROLE_SERVICE},
    {"unit", IKMI_ROLE_UNIT},
    {"OPD", IKMI_ROLE_UNIT},
    {"nama_unit", IKMI_ROLE_UNIT},
    {"Timestamp", IKMI_ROLE_TIME},
    {"Cap waktu", IKMI_ROLE_TIME},
    {"Stempel waktu", IKMI_ROLE_TIME},
    {"submitdate", IKMI_ROLE_TIME},
    {"_submission_time", IKMI_ROLE_TIME},
    {"created_at", IKMI_ROLE_TIME},
    {"waktu", IKMI_ROLE_TIME},
    {"jenis_kelamin", IKMI_ROLE_GENDER},
    {"JK", IKMI_ROLE_GENDER},
    {"usia", IKMI_ROLE_AGE},
    {"Umur (tahun)", IKMI_ROLE_AGE},
    {"Pendidikan terakhir", IKMI_ROLE_EDUCATION},
    {"Pekerjaan utama", IKMI_ROLE_OCCUPATION},
    {"NIK", IKMI_ROLE_PERSONAL},
    {"No. HP", IKMI_ROLE_PERSONAL},
    {"E-mail", IKMI_ROLE_PERSONAL},
    {"IP Address", IKMI_ROLE_PERSONAL},
    {"Nama", IKMI_ROLE_PERSONAL},
    {"Tanggal lahir", IKMI_ROLE_PERSONAL},
    {"saran", IKMI_ROLE_FREE_TEXT},
    {"Kritik dan Saran", IKMI_ROLE_FREE_TEXT},
    {"KET", IKMI_ROLE_FREE_TEXT},
    {"id", IKMI_ROLE_RESPONDENT},
    {"NO. RES", IKMI_ROLE_RESPONDENT},
    {"responden_id", IKMI_ROLE_RESPONDENT},
    {"_uuid", IKMI_ROLE_RESPONDENT},
    {"desa", IKMI_ROLE_OTHER},
    {"lastpage", IKMI_ROLE_OTHER},
};

Test(rules_roles, a_header_has_the_role_that_people_give_it)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        cr_expect(eq(int, role_of(cases[i].header), cases[i].role), "%s", cases[i].header);
}

Test(rules_roles, no_word_stands_twice)
{
    for (const ikmi_role_word *word = ikmi_role_words; word->text; word++) {
        cr_expect(word->role != IKMI_ROLE_OTHER && word->role != IKMI_ROLE_ELEMENT, "%s", word->text);
        cr_expect(not(ikmi_same_text(word->text, "")));
        for (const ikmi_role_word *other = word + 1; other->text; other++)
            cr_expect(not(ikmi_same_text(word->text, other->text)), "%s", word->text);
    }
}

Test(rules_roles, the_by_word_of_a_role_is_a_header_of_that_role)
{
    int with = 0;
    for (int role = IKMI_ROLE_OTHER; role <= IKMI_ROLE_FREE_TEXT; role++) {
        const char *by = ikmi_role_by((ikmi_role)role);
        with += by != NULL;
        if (by)
            cr_expect(eq(int, role_of(by), role), "%s", by);
    }
    cr_expect(eq(int, with, 6));
    cr_expect(eq(str, (char *)ikmi_role_by(IKMI_ROLE_GENDER), "jenis_kelamin"));
    cr_expect(eq(ptr, (void *)ikmi_role_by(IKMI_ROLE_PERSONAL), NULL));
    cr_expect(eq(ptr, (void *)ikmi_role_by((ikmi_role)99), NULL));
}

Test(rules_roles, age_bands_are_decades_from_twenty_to_sixty)
{
    static const ikmi_age_band expected[] = {
        {0, "< 20"}, {20, "20-29"}, {30, "30-39"}, {40, "40-49"}, {50, "50-59"}, {60, "≥ 60"},
    };
    size_t count = sizeof expected / sizeof expected[0];
    for (size_t i = 0; i < count; i++) {
        cr_expect(eq(int, ikmi_age_bands[i].lower, expected[i].lower));
        cr_expect(eq(str, (char *)ikmi_age_bands[i].label, (char *)expected[i].label));
    }
    cr_expect(eq(int, ikmi_age_bands[count].lower, -1));
    cr_expect(eq(ptr, (void *)ikmi_age_bands[count].label, NULL));
}
