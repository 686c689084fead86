/* Numbers as Indonesian tables have them, each way to write one. */
#include "report/number.h"

#include "base/decimal.h"
#include "base/mem.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

typedef struct number_case {
    const char *cell;
    ikmi_number_kind kind;
    char point;
    ikmi_number_state state;
    const char *value;
    bool doubtful;
} number_case;

#define GOOD(cell, kind, point, value)                                                                                 \
    {                                                                                                                  \
        cell, IKMI_NUMBER_##kind, point, IKMI_NUMBER_GOOD, value, false                                                \
    }
#define DOUBTFUL(cell, value)                                                                                          \
    {                                                                                                                  \
        cell, IKMI_NUMBER_SCORE, '\0', IKMI_NUMBER_GOOD, value, true                                                   \
    }
#define OTHER(cell, kind, what)                                                                                        \
    {                                                                                                                  \
        cell, IKMI_NUMBER_##kind, '\0', IKMI_NUMBER_##what, "", false                                                  \
    }

static const number_case cases[] = {
    GOOD("87", SCORE, 0, "87"),
    GOOD(" 89,62 ", SCORE, 0, "89.62"),
    GOOD("89.62", SCORE, ',', "89.62"), /* cannot group thousands, whatever the table does */
    GOOD("92.00", SCORE, 0, "92.00"),
    GOOD("87%", SCORE, 0, "87"),
    GOOD("12,5 %", SCORE, 0, "12.5"),
    GOOD("-2,93", SCORE, 0, "-2.93"),
    GOOD("\xE2\x88\x92"
         "4",
         SCORE, 0, "-4"),
    GOOD("(500)", MONEY, 0, "-500"),
    GOOD(",5", SCORE, 0, "0.5"),
    GOOD("0.125", SCORE, 0, "0.125"), /* no group of thousands begins with 0 */
    GOOD("1234.500", SCORE, 0, "1234.500"),
    GOOD("1.587.608.000", MONEY, 0, "1587608000"),
    GOOD("1.587.608.000", SCORE, 0, "1587608000"),
    GOOD("1,587,608,000", MONEY, 0, "1587608000"),
    GOOD("1.587.608.000,50", MONEY, 0, "1587608000.50"),
    GOOD("1,587,608.25", MONEY, 0, "1587608.25"),
    GOOD("Rp 1.000", MONEY, 0, "1000"),
    GOOD("Rp1.000,00", MONEY, 0, "1000.00"),
    GOOD("Rp. 25.000,-", MONEY, 0, "25000"),
    GOOD("-Rp 25.000", MONEY, 0, "-25000"),
    GOOD("IDR 5 000 000", MONEY, 0, "5000000"),
    GOOD("5\xC2\xA0"
         "000",
         MONEY, 0, "5000"),
    GOOD("1.234", MONEY, 0, "1234"),
    GOOD("1.234", WHOLE, 0, "1234"),
    GOOD("1.234", SCORE, ',', "1234"),
    GOOD("1.234", SCORE, '.', "1.234"),
    GOOD("1,234", SCORE, '.', "1234"),
    GOOD("999999999999", MONEY, 0, "999999999999"),
    GOOD("000000000000000001", MONEY, 0, "1"),
    GOOD("97.0588235294118", SCORE, 0, "97.058824"), /* what a formula leaves in a workbook */
    DOUBTFUL("1.234", "1.234"),
    DOUBTFUL("89,627", "89.627"),
    OTHER("", SCORE, NONE),
    OTHER("-", SCORE, NONE),
    OTHER("\xE2\x80\x94", SCORE, NONE),
    OTHER("N/A", SCORE, NONE),
    OTHER("n.a.", MONEY, NONE),
    OTHER("WTP", SCORE, WORDS),
    OTHER("Sangat Baik", SCORE, WORDS),
    OTHER("12abc", SCORE, BAD),
    OTHER("B2", SCORE, BAD),
    OTHER("87%", MONEY, BAD),
    OTHER("1.23.456", SCORE, BAD),
    OTHER("1,234.567.890", SCORE, BAD),
    OTHER("1..5", SCORE, BAD),
    OTHER("5,", SCORE, BAD),
    OTHER("12,5", WHOLE, BAD),
    OTHER("80-90", SCORE, BAD),
    OTHER("1e5", SCORE, BAD),
    OTHER("1000000000000000", MONEY, LARGE),
};

Test(test_report_number, a_number_is_what_its_column_and_its_table_make_it)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const number_case *c = &cases[i];
        char text[IKMI_DECIMAL_SIZE] = "";
        ikmi_number number = ikmi_number_read(ikmi_text(c->cell), c->kind, c->point);
        if (number.state == IKMI_NUMBER_GOOD)
            ikmi_decimal_text(text, number.value, '.', '\0');
        cr_expect(eq(int, number.state, c->state), "\"%s\"", c->cell);
        cr_expect(eq(str, text, (char *)c->value), "\"%s\"", c->cell);
        cr_expect(eq(int, number.doubtful, c->doubtful), "\"%s\"", c->cell);
    }
}

Test(test_report_number, what_stands_before_decimals_is_told_only_by_what_can_be_nothing_else)
{
    static const struct {
        const char *cell;
        char point;
    } points[] = {{"89,62", ','}, {"89.6", '.'},    {"1.587.608", ','}, {"1,587,608", '.'}, {"1.000,00", ','},
                  {"1.234", 0},   {"1,234", 0},     {"87", 0},          {"WTP", 0},         {"12abc", 0},
                  {"5 000", 0},   {"5 000 000", 0}, {"-", 0},           {"Rp 1.000", 0}};
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++)
        cr_expect(eq(int, ikmi_number_point(ikmi_text(points[i].cell)), points[i].point), "\"%s\"", points[i].cell);
}

Test(test_report_number, a_range_is_two_numbers_with_a_word_or_a_dash_between)
{
    static const struct {
        const char *cell, *lower, *upper;
    } ranges[] = {
        {"80-90", "80", "90"},
        {"80 - 90", "80", "90"},
        {"80\xE2\x80\x93"
         "90",
         "80", "90"},
        {"80 s.d. 90", "80", "90"},
        {"80 s/d 90", "80", "90"},
        {"80 sampai 90", "80", "90"},
        {"80..90", "80", "90"},
        {"82,5%-87,5%", "82.5", "87.5"},
        {"-5 - 5", "-5", "5"},
        {"80", NULL, NULL},
        {"-80", NULL, NULL},
        {"80-", NULL, NULL},
        {"rendah-tinggi", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        ikmi_number lower, upper;
        char low[IKMI_DECIMAL_SIZE], high[IKMI_DECIMAL_SIZE];
        bool is_range = ikmi_range_read(&lower, &upper, ikmi_text(ranges[i].cell), '\0');
        cr_assert(eq(int, is_range, ranges[i].lower != NULL), "\"%s\"", ranges[i].cell);
        if (!is_range)
            continue;
        cr_expect(eq(str, ikmi_decimal_text(low, lower.value, '.', '\0'), (char *)ranges[i].lower));
        cr_expect(eq(str, ikmi_decimal_text(high, upper.value, '.', '\0'), (char *)ranges[i].upper));
    }
}
