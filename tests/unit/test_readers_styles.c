#include "readers/styles.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(readers_styles, a_format_code_shows_what_it_is_of)
{
    static const struct {
        const char *code;
        ikmi_moment_kind kind;
    } cases[] = {
        {"General", IKMI_MOMENT_NONE},
        {"0", IKMI_MOMENT_NONE},
        {"0.00", IKMI_MOMENT_NONE},
        {"#,##0;[Red]-#,##0", IKMI_MOMENT_NONE},
        {"0.00E+00", IKMI_MOMENT_NONE},
        {"@", IKMI_MOMENT_NONE},
        {"\"Rp\"#,##0", IKMI_MOMENT_NONE},
        {"[$Rp-421]#,##0", IKMI_MOMENT_NONE},
        {"0 \"hari dan menit\"", IKMI_MOMENT_NONE},
        {"0\\d\\y", IKMI_MOMENT_NONE},
        {"_(* #,##0_);_(* (#,##0)", IKMI_MOMENT_NONE},
        {"[Red]0", IKMI_MOMENT_NONE},
        {"[DBNum1]0", IKMI_MOMENT_NONE},
        {"[>=100]0;0.0", IKMI_MOMENT_NONE},
        {"0;dd/mm", IKMI_MOMENT_NONE}, /* of numbers below 0 only */
        {"d/m/yyyy", IKMI_MOMENT_DATE},
        {"DD/MM/YYYY", IKMI_MOMENT_DATE},
        {"[$-421]dd mmmm yyyy;@", IKMI_MOMENT_DATE},
        {"mmm", IKMI_MOMENT_DATE},
        {"yyyy\"/\"mm", IKMI_MOMENT_DATE},
        {"h:mm", IKMI_MOMENT_TIME},
        {"hh:mm:ss AM/PM", IKMI_MOMENT_TIME},
        {"mm:ss.0", IKMI_MOMENT_TIME},
        {"d/m/yyyy h:mm", IKMI_MOMENT_BOTH},
        {"yyyy\\-mm\\-dd\\ hh:mm:ss", IKMI_MOMENT_BOTH},
        {"[h]:mm:ss", IKMI_MOMENT_ELAPSED},
        {"[mm]:ss", IKMI_MOMENT_ELAPSED},
        {"\"unclosed d", IKMI_MOMENT_NONE},
        {"[unclosed d", IKMI_MOMENT_NONE},
        {"\\", IKMI_MOMENT_NONE},
        {"", IKMI_MOMENT_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(eq(int, (int)ikmi_styles_kind_of_code(cases[i].code), (int)cases[i].kind), "%s", cases[i].code);
}

Test(readers_styles, a_format_with_a_percent_sign_that_is_no_text_shows_hundredths)
{
    static const struct {
        const char *code;
        bool percent;
    } cases[] = {{"0%", true},         {"0.00%", true},   {"#,##0.0%;[Red]-0%", true},
                 {"[Blue]0 %", true},  {"0\"%\"", false}, {"0\\%", false},
                 {"0_%", false},       {"0;0%", false},   {"General", false},
                 {"[$%-421]0", false}, {"", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(eq(int, (int)ikmi_styles_is_percent_code(cases[i].code), (int)cases[i].percent), "%s", cases[i].code);
}
