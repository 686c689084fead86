/* Budgets as trees, and indicators beside their money. */
#include "indicators.h"
#include "refusing.h"

static ikm_budget_row line_of(const char *code, const char *budget, const char *realization, const char *kind)
{
    return (ikm_budget_row){text_of(code), text_of("Judul"), amount_of(budget), amount_of(realization), text_of(kind)};
}

static ikm_budget *budget_of(const ikm_budget_row *rows, size_t count)
{
    ikm_budget *budget;
    ikm_error error = {0};
    cr_assert(eq(int, ikm_budget_new(&budget, rows, count, IKM_LANG_EN, NULL, &error), IKM_OK), "%s", error.message);
    return budget;
}

static const char *money(ikm_amount amount)
{
    return amount.given == IKM_GIVEN_NUMBER ? written(amount.value) : "-";
}

enum { ROWS_MAX = 64, FIELDS = 5 };

/* The next field of a line of CSV, cut out of it. */
static char *next_field(char **at)
{
    char *field = *at, *end;
    if (*field == '"') {
        field++;
        end = strchr(field, '"');
        *at = end[1] ? end + 2 : end + 1;
    } else {
        end = field + strcspn(field, ",\n");
        *at = *end ? end + 1 : end;
    }
    *end = '\0';
    return field;
}

/* examples/kejobong-2024/budget.csv */
static size_t kejobong(ikm_budget_row *rows)
{
    static char text[ROWS_MAX][512];
    size_t count = 0;
    FILE *file = fopen("examples/kejobong-2024/budget.csv", "r");
    cr_assert(file != NULL);
    cr_assert(fgets(text[0], sizeof text[0], file) != NULL);
    for (; count < ROWS_MAX && fgets(text[count], sizeof text[0], file); count++) {
        char *at = text[count], *field[FIELDS];
        for (int i = 0; i < FIELDS; i++)
            field[i] = next_field(&at);
        rows[count] = line_of(field[0], field[2], field[3], field[4]);
        rows[count].title = text_of(field[1]);
    }
    fclose(file);
    return count;
}

Test(indicator_budget, the_budget_of_kejobong_adds_up)
{
    ikm_budget_row rows[ROWS_MAX];
    ikm_budget *budget = budget_of(rows, kejobong(rows));
    cr_assert(eq(sz, ikm_budget_count(budget), 38));
    const ikm_budget_line *total = ikm_budget_total(budget);
    cr_expect(eq(str, (char *)money(total->budget), "1903636000"));
    cr_expect(eq(str, (char *)money(total->realization), "1782235807"));
    cr_expect(eq(str, (char *)money(total->remaining), "121400193"));
    cr_expect(eq(str, (char *)shown(total->absorption), "93.62"));
    cr_assert(eq(sz, ikm_budget_kind_count(budget), 2));
    cr_expect(eq(str, (char *)ikm_budget_kind(budget, 0)->kind, "Belanja Barang dan Jasa"));
    cr_expect(eq(str, (char *)money(ikm_budget_kind(budget, 0)->remaining), "27910258"));
    cr_expect(eq(str, (char *)money(ikm_budget_kind(budget, 1)->remaining), "93489935"));
    cr_expect(eq(str, (char *)shown(ikm_budget_kind(budget, 1)->absorption), "93.07"));
    cr_expect(eq(ptr, (void *)ikm_budget_kind(budget, 2), NULL));
    static const char *const programs[] = {"93.43", "92.90", "96.19", "96.97", "99.52"};
    for (int i = 0; i < 5; i++) {
        char code[2] = {(char)('1' + i), '\0'};
        const ikm_budget_line *line = ikm_budget_find(budget, code);
        cr_assert(line != NULL);
        cr_expect(eq(int, line->level, 1));
        cr_expect(eq(sz, line->parent, SIZE_MAX));
        cr_expect(eq(str, (char *)shown(line->absorption), (char *)programs[i]), "%s", code);
    }
    const ikm_budget_line *lowest = ikm_budget_find(budget, "1.5.1");
    cr_expect(eq(int, lowest->level, 3));
    cr_expect(eq(str, (char *)ikm_budget_at(budget, lowest->parent)->code, "1.5"));
    cr_expect(eq(str, (char *)lowest->title, "Penyediaan Jasa Komunikasi, Sumber Daya Air, dan Listrik"));
    cr_expect(eq(str, (char *)money(lowest->children_budget), "-"));
    cr_expect(eq(sz, ikm_budget_note_count(budget), 0));
    cr_expect(eq(ptr, (void *)ikm_budget_find(budget, "1.7"), NULL));
    ikm_budget_free(budget);
}

Test(indicator_budget, a_parent_that_is_not_its_children_is_told)
{
    const ikm_budget_row rows[] = {
        line_of("1.1", "60", "55.5", "Modal"),
        line_of("1", "100", "90", ""),
        line_of("1.2", "39", "40", ""),
    };
    ikm_budget *budget = budget_of(rows, 3);
    const ikm_budget_line *parent = ikm_budget_at(budget, 1), *over = ikm_budget_at(budget, 2);
    cr_expect(eq(int, parent->children_differ, 3));
    cr_expect(eq(str, (char *)money(parent->children_budget), "99"));
    cr_expect(eq(str, (char *)money(parent->children_realization), "95.5"));
    cr_expect(eq(int, parent->over, 0));
    cr_expect(eq(int, over->over, 1));
    cr_expect(eq(str, (char *)money(over->remaining), "-1"));
    cr_expect(eq(str, (char *)shown(over->absorption), "102.56"));
    static const char *const notes[] = {"1 Judul: the budget is 100 but its parts sum to 99",
                                        "1 Judul: the realization is 90 but its parts sum to 95.5",
                                        "1.2 Judul: the realization 40 is over the budget 39",
                                        "Lowest rows without a kind of spending, in no total of a kind: 1"};
    cr_assert(eq(sz, ikm_budget_note_count(budget), 4));
    for (size_t i = 0; i < 4; i++)
        cr_expect(eq(str, (char *)ikm_budget_note(budget, i), (char *)notes[i]));
    ikm_budget_free(budget);
}

Test(indicator_budget, a_parent_without_figures_has_those_of_its_children)
{
    const ikm_budget_row rows[] = {
        line_of("A", "", "", ""),         line_of("A.1", "", "7", ""), line_of("A.1.a", "10", "5", "Modal"),
        line_of("A.1.b", "0.5", "2", ""), line_of("B", "3", "", ""),   line_of("B.1", "3", "x", ""),
        line_of("C", "0", "0", ""),
    };
    ikm_budget *budget = budget_of(rows, 7);
    const ikm_budget_line *top = ikm_budget_at(budget, 0), *middle = ikm_budget_at(budget, 1);
    cr_expect(eq(str, (char *)money(top->budget), "10.5"));
    cr_expect(eq(str, (char *)money(top->realization), "7"));
    cr_expect(eq(str, (char *)shown(top->absorption), "66.67"));
    cr_expect(eq(int, middle->children_differ, 0));
    const ikm_budget_line *without = ikm_budget_at(budget, 4), *nothing = ikm_budget_at(budget, 6);
    cr_expect(eq(str, (char *)money(without->realization), "-"));
    cr_expect(eq(str, (char *)money(without->remaining), "-"));
    cr_expect(eq(int, without->absorption.known, 0));
    cr_expect(eq(int, nothing->absorption.known, 0));
    cr_expect(eq(str, (char *)money(nothing->remaining), "0"));
    cr_expect(eq(str, (char *)money(ikm_budget_total(budget)->budget), "13.5"));
    cr_expect(eq(str, (char *)money(ikm_budget_total(budget)->realization), "-"));
    ikm_budget_free(budget);
}

Test(indicator_budget, levels_are_those_that_codes_have)
{
    /* Permendagri 90/2019: three parts a program, five a kegiatan, six a sub kegiatan */
    const ikm_budget_row rows[] = {line_of("7.01.02", "5", "4", ""), line_of("7.01.02.2.01", "5", "4", ""),
                                   line_of("7.01.02.2.01.0001", "5", "4", "")};
    ikm_budget *budget = budget_of(rows, 3);
    for (size_t i = 0; i < 3; i++) {
        cr_expect(eq(int, ikm_budget_at(budget, i)->level, (int)i + 1));
        cr_expect(eq(sz, ikm_budget_at(budget, i)->parent, i ? i - 1 : SIZE_MAX));
    }
    cr_expect(eq(str, (char *)money(ikm_budget_total(budget)->budget), "5"));
    ikm_budget_free(budget);
}

Test(indicator_budget, what_cannot_be_is_told_with_its_row)
{
    static const struct {
        const char *code, *budget, *realization;
        ikm_status status;
        const char *message;
    } faults[] = {
        {"1.1", "1", "1", IKM_ERR_INVALID, "the code \"1.1\" stands twice"},
        {"2.1", "1", "1", IKM_ERR_INVALID, "the code \"2.1\" has no parent: there is no row \"2\""},
        {"1.2.1", "1", "1", IKM_ERR_INVALID, "the code \"1.2.1\" has no parent: there is no row \"1.2\""},
        {"", "1", "1", IKM_ERR_INVALID, "a budget row without a code"},
        {"1..1", "1", "1", IKM_ERR_INVALID, "code \"1..1\": expected letters and digits"},
        {".1", "1", "1", IKM_ERR_INVALID, "code \".1\": expected"},
        {"1.", "1", "1", IKM_ERR_INVALID, "code \"1.\": expected"},
        {"1 1", "1", "1", IKM_ERR_INVALID, "code \"1 1\": expected"},
        {"1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1", "1", "1", IKM_ERR_INVALID, "code \"1.1.1.1.1.1.1.1.1.1"},
        {"1.2", "-1", "1", IKM_ERR_INVALID, "code \"1.2\": a negative budget or realization"},
        {"1.2", "1", "-0.5", IKM_ERR_INVALID, "code \"1.2\": a negative"},
        {"1.2", "1.0000001", "1", IKM_ERR_OVERFLOW, "code \"1.2\": a number of more than 18 digits"},
        {"1.2", "1", "1000000000000000000", IKM_ERR_OVERFLOW, "code \"1.2\": a number of more"},
        {"1.2", "1", "999999999999999999", IKM_ERR_OVERFLOW, "code \"1.2\": its sum or its absorption is too large"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        const ikm_budget_row rows[] = {line_of("1", "9", "9", ""), line_of("1.1", "9", "9", ""),
                                       line_of("1.1.1", "9", "9", ""),
                                       line_of(faults[i].code, faults[i].budget, faults[i].realization, "")};
        ikm_budget *budget = (ikm_budget *)&budget;
        ikm_error error = {0};
        cr_expect(eq(int, ikm_budget_new(&budget, rows, 4, IKM_LANG_EN, NULL, &error), faults[i].status), "%s",
                  faults[i].message);
        cr_expect(eq(ptr, (void *)budget, NULL));
        cr_expect(eq(i64, error.line, 4), "%s", faults[i].message);
        cr_expect(eq(int, strncmp(error.message, faults[i].message, strlen(faults[i].message)), 0), "%s",
                  error.message);
    }
    ikm_budget *budget;
    cr_expect(eq(int, ikm_budget_new(&budget, NULL, 1, IKM_LANG_EN, NULL, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_budget_new(NULL, NULL, 0, IKM_LANG_EN, NULL, NULL), IKM_ERR_ARGUMENT));
}

Test(indicator_budget, an_empty_budget_and_a_large_one_are_budgets)
{
    enum { LARGE = 100000 };
    ikm_budget *budget = budget_of(NULL, 0);
    cr_expect(eq(str, (char *)money(ikm_budget_total(budget)->budget), "0"));
    cr_expect(eq(int, ikm_budget_total(budget)->absorption.known, 0));
    ikm_budget_free(budget);
    ikm_budget_row *rows = malloc(LARGE * sizeof *rows);
    char(*codes)[16] = malloc(LARGE * sizeof *codes);
    for (int i = 0; i < LARGE; i++) { /* children before their parents */
        int n = LARGE - 1 - i, middle = n < 1000 ? n : 10 + n % 990;
        snprintf(codes[i], sizeof codes[i],
                 n < 10     ? "%d"
                 : n < 1000 ? "%d.%d"
                            : "%d.%d.%d",
                 middle % 10, middle / 10, n);
        rows[i] = line_of(codes[i], n < 1000 ? "" : "12345678", n < 1000 ? "" : "12345677.5", "Modal");
    }
    budget = budget_of(rows, LARGE);
    cr_expect(eq(str, (char *)money(ikm_budget_total(budget)->budget), "1222222122000"));
    cr_expect(eq(str, (char *)money(ikm_budget_kind(budget, 0)->remaining), "49500"));
    ikm_budget_free(budget);
    free(codes);
    free(rows);
}

/* Three indicators of the report: their achievements are 103.01, 97.06 and none. */
static ikm_achievement *achievements(void)
{
    const ikm_indicator rows[] = {row_of("G", "", "IKM", 2024, "87", "89.62"),
                                  row_of("G", "", "Kematangan", 2024, "34", "33"),
                                  row_of("G", "", "Kosong", 2024, "34", ""), row_of("G", "", "Lama", 2023, "1", "1"),
                                  row_of("H", "S", "IKM", 2024, "100", "100")};
    ikm_achievement *achievement;
    cr_assert(eq(int, ikm_achievement_new(&achievement, rows, 5, NULL, NULL), IKM_OK));
    return achievement;
}

static ikm_link link_of(const char *indicator, const char *program)
{
    return (ikm_link){text_of(indicator), text_of(program)};
}

Test(indicator_budget, each_definition_of_efficiency_gives_its_own)
{
    static const struct {
        ikm_efficiency_kind kind;
        const char *name, *first, *second, *third, *fourth;
    } kinds[] = {
        {IKM_EFFICIENCY_SISA, "sisa", "5.41", "6.57", "6.57", "5.41"},
        {IKM_EFFICIENCY_SELISIH, "selisih", "8.42", "3.63", "-", "5.41"},
        {IKM_EFFICIENCY_RASIO, "rasio", "1.09", "1.04", "-", "1.06"},
        {IKM_EFFICIENCY_PMK_22_2021, "pmk-22-2021", "70.45", "59.34", "-", "63.53"},
    };
    static const ikm_verdict verdicts[] = {IKM_VERDICT_EFFICIENT, IKM_VERDICT_NOT_CLAIMABLE, IKM_VERDICT_NONE,
                                           IKM_VERDICT_EFFICIENT};
    const ikm_link links[] = {link_of("IKM", "2"),       link_of("IKM", "3"),    link_of("IKM", "4"),
                              link_of("IKM", "5"),       link_of("Kosong", "1"), link_of("Lama", "1"),
                              link_of("Kematangan", "1")};
    ikm_budget_row rows[ROWS_MAX];
    ikm_budget *budget = budget_of(rows, kejobong(rows));
    ikm_achievement *achievement = achievements();
    for (size_t k = 0; k < 4; k++) {
        ikm_efficiency *efficiency;
        ikm_error error = {0};
        cr_assert(
            eq(int,
               ikm_efficiency_new(&efficiency, achievement, budget, links, 7, kinds[k].kind, IKM_LANG_EN, NULL, &error),
               IKM_OK),
            "%s", error.message);
        cr_expect(eq(int, ikm_efficiency_definition(efficiency), kinds[k].kind));
        cr_expect(eq(str, (char *)ikm_efficiency_kind_name(kinds[k].kind), (char *)kinds[k].name));
        cr_assert(eq(sz, ikm_efficiency_count(efficiency), 4));
        const char *const expected[] = {kinds[k].first, kinds[k].second, kinds[k].third, kinds[k].fourth};
        for (size_t i = 0; i < 4; i++) {
            const ikm_efficiency_line *line = ikm_efficiency_at(efficiency, i);
            cr_expect(eq(str, (char *)shown(line->efficiency), (char *)expected[i]), "%s %zu", kinds[k].name, i);
            cr_expect(eq(int, line->verdict, verdicts[i]), "%s %zu", kinds[k].name, i);
            cr_expect(eq(int, line->claimable, i == 0 || i == 3), "%s %zu", kinds[k].name, i);
            cr_expect(eq(str, (char *)shown(line->absorption), i == 0 || i == 3 ? "94.59" : "93.43"));
        }
        cr_expect(eq(str, (char *)money(ikm_efficiency_at(efficiency, 0)->budget), "316028000"));
        cr_expect(eq(str, (char *)money(ikm_efficiency_at(efficiency, 0)->realization), "298921250"));
        cr_expect(eq(ptr, (void *)ikm_efficiency_at(efficiency, 4), NULL));
        ikm_efficiency_free(efficiency);
    }
    cr_expect(eq(str, (char *)ikm_efficiency_kind_name((ikm_efficiency_kind)4), "unknown"));
    ikm_achievement_free(achievement);
    ikm_budget_free(budget);
}

Test(indicator_budget, efficiency_at_its_edges_is_what_the_definitions_say)
{
    static const struct {
        const char *target, *result, *budget, *realization, *pmk, *rasio;
        ikm_verdict verdict;
    } cases[] = {
        {"100", "100", "100", "100", "50.00", "1.00", IKM_VERDICT_INEFFICIENT}, /* absorption as high as achievement */
        {"100", "100", "100", "80", "100.00", "1.25", IKM_VERDICT_EFFICIENT},
        {"100", "100", "100", "10", "100.00", "10.00", IKM_VERDICT_EFFICIENT}, /* E is at most 20 */
        {"100", "100", "100", "120", "0.00", "0.83", IKM_VERDICT_INEFFICIENT},
        {"100", "100", "100", "900", "0.00", "0.11", IKM_VERDICT_INEFFICIENT}, /* and at least -20 */
        {"100", "100", "100", "90.01", "74.98", "1.11", IKM_VERDICT_EFFICIENT},
        {"100", "99.999999", "100", "50", "100.00", "2.00", IKM_VERDICT_NOT_CLAIMABLE},
        {"100", "100", "100", "0", "100.00", "-", IKM_VERDICT_EFFICIENT},
        {"100", "0", "100", "50", "-", "0.00", IKM_VERDICT_NOT_CLAIMABLE},
        {"100", "100", "0", "0", "-", "-", IKM_VERDICT_NONE},
        {"100", "100", "", "5", "-", "-", IKM_VERDICT_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const ikm_indicator row = row_of("", "", "n", 2024, cases[i].target, cases[i].result);
        const ikm_budget_row program = line_of("1", cases[i].budget, cases[i].realization, "");
        const ikm_link link = link_of("n", "1");
        ikm_achievement *achievement;
        ikm_budget *budget = budget_of(&program, 1);
        cr_assert(eq(int, ikm_achievement_new(&achievement, &row, 1, NULL, NULL), IKM_OK));
        for (int kind = IKM_EFFICIENCY_RASIO; kind <= IKM_EFFICIENCY_PMK_22_2021; kind++) {
            ikm_efficiency *efficiency;
            cr_assert(eq(int,
                         ikm_efficiency_new(&efficiency, achievement, budget, &link, 1, (ikm_efficiency_kind)kind,
                                            IKM_LANG_EN, NULL, NULL),
                         IKM_OK));
            const ikm_efficiency_line *line = ikm_efficiency_at(efficiency, 0);
            const char *expected = kind == IKM_EFFICIENCY_RASIO ? cases[i].rasio : cases[i].pmk;
            cr_expect(eq(str, (char *)shown(line->efficiency), (char *)expected), "%zu", i);
            cr_expect(eq(int, line->verdict, cases[i].verdict), "%zu", i);
            ikm_efficiency_free(efficiency);
        }
        ikm_achievement_free(achievement);
        ikm_budget_free(budget);
    }
}

Test(indicator_budget, a_wrong_link_is_told_with_its_row)
{
    static const struct {
        const char *indicator, *program;
        ikm_status status;
        const char *message;
    } faults[] = {
        {"Indeks", "1", IKM_ERR_UNKNOWN, "there is no indicator \"Indeks\""},
        {"IKM", "9", IKM_ERR_UNKNOWN, "there is no budget row \"9\" (for \"IKM\")"},
        {"IKM", "", IKM_ERR_UNKNOWN, "there is no budget row"},
        {"IKM", "1.1.1", IKM_ERR_INVALID, "the indicator \"IKM\" and program 1.1.1 are linked twice"},
    };
    const ikm_budget_row rows[] = {line_of("1", "5", "4", ""), line_of("1.1", "5", "4", ""),
                                   line_of("1.1.1", "5", "4", "")};
    ikm_budget *budget = budget_of(rows, 3);
    ikm_achievement *achievement = achievements();
    ikm_efficiency *efficiency;
    ikm_error error = {0};
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        const ikm_link links[] = {link_of("IKM", "1.1.1"), link_of(faults[i].indicator, faults[i].program)};
        efficiency = (ikm_efficiency *)&efficiency;
        cr_expect(eq(int,
                     ikm_efficiency_new(&efficiency, achievement, budget, links, 2, IKM_EFFICIENCY_SISA, IKM_LANG_EN,
                                        NULL, &error),
                     faults[i].status));
        cr_expect(eq(ptr, (void *)efficiency, NULL));
        cr_expect(eq(i64, error.line, 2));
        cr_expect(eq(int, strncmp(error.message, faults[i].message, strlen(faults[i].message)), 0), "%s",
                  error.message);
    }
    const ikm_link within[] = {link_of("IKM", "1.1.1"), link_of("Kematangan", "1"), link_of("IKM", "1")};
    cr_expect(eq(
        int,
        ikm_efficiency_new(&efficiency, achievement, budget, within, 3, IKM_EFFICIENCY_SISA, IKM_LANG_EN, NULL, &error),
        IKM_ERR_INVALID));
    cr_expect(eq(i64, error.line, 1));
    cr_expect(eq(str, error.message, "indicator \"IKM\": 1.1.1 is part of what stands above it and is linked, too"));
    cr_expect(
        eq(int,
           ikm_efficiency_new(&efficiency, achievement, NULL, within, 3, IKM_EFFICIENCY_SISA, IKM_LANG_EN, NULL, NULL),
           IKM_ERR_ARGUMENT));
    ikm_achievement_free(achievement);
    ikm_budget_free(budget);
}

static ikm_status make_both(ikm_budget **budget, ikm_efficiency **efficiency, const ikm_achievement *achievement,
                            const ikm_mem *mem, ikm_error *error)
{
    const ikm_budget_row rows[] = {line_of("1", "5", "6", ""), line_of("1.1", "5", "4", "Modal")};
    const ikm_link links[] = {link_of("IKM", "1")};
    ikm_status status = ikm_budget_new(budget, rows, 2, IKM_LANG_ID, mem, error);
    if (status == IKM_OK)
        status = ikm_efficiency_new(efficiency, achievement, *budget, links, 1, IKM_EFFICIENCY_SISA, IKM_LANG_ID, mem,
                                    error);
    return status;
}

Test(indicator_budget, whichever_allocation_is_refused_nothing_is_left)
{
    ikm_achievement *achievement = achievements();
    for (long n = 0;; n++) {
        refusing memory;
        refusing_init(&memory, n);
        ikm_budget *budget = NULL;
        ikm_efficiency *efficiency = NULL;
        ikm_error error = {0};
        ikm_status status = make_both(&budget, &efficiency, achievement, &memory.mem, &error);
        ikm_efficiency_free(efficiency);
        ikm_budget_free(budget);
        cr_expect(eq(long, memory.live, 0), "%ld", n);
        if (status == IKM_OK) {
            cr_expect(n > 12, "%ld", n);
            break;
        }
        cr_assert(eq(int, status, IKM_ERR_NOMEM), "%ld", n);
        cr_expect(eq(int, error.status, IKM_ERR_NOMEM), "%ld", n);
    }
    ikm_achievement_free(achievement);
}
