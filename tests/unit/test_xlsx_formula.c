/* Formulas of forms: the neutral notation as cells of sheets. */
#include "xlsx/sheet.h"

#include "refusing.h"
#include "workbook.h"

TestSuite(xlsx_formula, .init = make_folder, .fini = remove_folder);

static const ikm_column columns[] = {
    {"No. Res", IKM_CELL_TEXT, 0, NULL}, {"U1", IKM_CELL_NUMBER, 0, NULL}, {"U2", IKM_CELL_NUMBER, 0, NULL}};

Test(xlsx_formula, the_notation_becomes_cells)
{
    static const char data[] = "Data", more[] = "Jum'at (2)";
    static const struct {
        const char *notation, *formula; /* NULL: it cannot be said */
    } cases[] = {
        {"SUM({1})", "=SUM('Data'!$B$5:$B$24,$B$2:$B$9)"},
        {"=COUNT({2})", "=COUNT('Data'!$D$5:$D$24,$D$2:$D$9)"},
        {"{1@0}/COUNT({1})", "=$B$10/COUNT('Data'!$B$5:$B$24,$B$2:$B$9)"},
        {"ROUND(25*SUM({1@2}:{2@2}),2)", "=ROUND(25*SUM($B$12:$D$12),2)"},
        {"{0@3}", "=$A$13"},
        {"IF({1@0}=0,\"{kosong}\",{1@0})", "=IF($B$10=0,\"{kosong}\",$B$10)"},
        {"1+1", "=1+1"},
        {"{3}", NULL},   /* no such column */
        {"{1@4}", NULL}, /* no such row of the foot */
        {"{}", NULL},
        {"{1", NULL},
        {"{1@}", NULL},
        {"{1@0", NULL},
        {"{-1}", NULL},
        {"{1;2}", NULL},
        {"1}", NULL},
        {"\"", NULL},
        {"{99999999999999999999}", NULL},
        {"{1@99999999999999999999}", NULL},
        {"", NULL},
    };
    const ikm_table table = {.columns = columns, .column_count = 3};
    const ikmi_placed placed = {.table = &table,
                                .start = {0, 1, 3, 4},
                                .stretches = {{data, 4, 23}, {more, 1, 8}},
                                .stretch_count = 2,
                                .foot = {more, 9, 12},
                                .body_is_known = true,
                                .foot_is_known = true};
    char out[IKMI_FORMULA_SIZE];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool good = ikmi_formula_write(out, &placed, more, cases[i].notation);
        cr_expect(eq(int, good, cases[i].formula != NULL), "%s: %s", cases[i].notation, out);
        if (good && cases[i].formula)
            cr_expect(eq(str, out, (char *)cases[i].formula));
    }
    cr_assert(ikmi_formula_write(out, &placed, data, "SUM({1})+{1@0}"));
    cr_expect(eq(str, out, "=SUM($B$5:$B$24,'Jum''at (2)'!$B$2:$B$9)+'Jum''at (2)'!$B$10"));
}

Test(xlsx_formula, what_is_not_known_or_too_long_is_told)
{
    char out[IKMI_FORMULA_SIZE], notation[IKMI_FORMULA_SIZE + 1];
    const ikm_table table = {.columns = columns, .column_count = 3};
    ikmi_placed placed = {.table = &table, .start = {0, 1, 2, 3}, .stretches = {{"A", 1, 2}}, .stretch_count = 1};
    cr_expect(not(ikmi_formula_write(out, &placed, "A", "SUM({1})")));
    cr_expect(not(ikmi_formula_write(out, &placed, "A", "{1@0}")));
    placed.body_is_known = true;
    cr_expect(ikmi_formula_write(out, &placed, "A", "SUM({1})"));
    placed.stretch_count = IKMI_STRETCHES + 1;
    cr_expect(not(ikmi_formula_write(out, &placed, "A", "SUM({1})")));
    placed.stretch_count = 0;
    cr_expect(not(ikmi_formula_write(out, &placed, "A", "SUM({1})")));
    memset(notation, '1', sizeof notation);
    notation[IKMI_FORMULA_SIZE - 2] = '\0';
    cr_expect(ikmi_formula_write(out, &placed, "A", notation));
    notation[IKMI_FORMULA_SIZE - 2] = '1';
    notation[IKMI_FORMULA_SIZE - 1] = '\0';
    cr_expect(not(ikmi_formula_write(out, &placed, "A", notation)));
}

static ikm_cell formula(const char *notation, ikm_decimal number, ikm_decimal exact)
{
    return (ikm_cell){.kind = IKM_CELL_NUMBER, .number = number, .formula = notation, .exact = exact, .strong = 1};
}

static const ikm_cell feet[][3] = {
    {{.kind = IKM_CELL_TEXT, .text = {"Nilai", 5}},
     {.kind = IKM_CELL_NUMBER, .number = {70, 0}, .formula = "SUM({1})", .exact = {70, 0}},
     {.kind = IKM_CELL_NUMBER, .number = {100, 0}, .formula = "SUM({2})", .exact = {100, 0}}},
    {{.kind = IKM_CELL_TEXT, .text = {"NRR", 3}},
     {.kind = IKM_CELL_NUMBER, .number = {1750, 3}, .formula = "{1@0}/COUNT({1})", .exact = {175, 2}},
     {.kind = IKM_CELL_NUMBER, .number = {333, 2}, .formula = "{2@9}", .exact = {1, 0}}}};

static ikm_status pull(void *ctx, size_t index, ikm_cell *cells)
{
    const size_t *body = ctx;
    if (index >= *body) {
        memcpy(cells, feet[index - *body], sizeof feet[0]);
        return IKM_OK;
    }
    static char name[32];
    snprintf(name, sizeof name, "=%zu", index + 1);
    cells[0] = cell_text(name);
    cells[1] = cell_number((int64_t)(index % 4) + 1, 0);
    cells[2] = cell_number(4, 0);
    return IKM_OK;
}

static ikm_document *worksheet_of(size_t *body, const ikm_mem *mem)
{
    ikm_document *document = new_document(mem);
    const ikm_table table = {.columns = columns,
                             .column_count = 3,
                             .row = pull,
                             .ctx = body,
                             .row_count = *body + 2,
                             .foot_count = 2,
                             .in_place = 1};
    const ikm_table small = {.title = "Unsur", .columns = columns, .column_count = 2};
    const ikm_cell row[] = {cell_text("U1"), cell_number(1750, 3)};
    cr_assert(eq(int, ikm_document_sheet(document, "Jum'at"), IKM_OK));
    cr_assert(eq(int, ikm_document_heading(document, 1, "Pengolahan data"), IKM_OK));
    cr_assert(eq(int, ikm_document_field(document, "Unit", NULL), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &small), IKM_OK));
    cr_assert(eq(int, ikm_document_row(document, row, 2), IKM_OK));
    cr_assert(eq(int, ikm_document_note(document, "Keterangan"), IKM_OK));
    return document;
}

Test(xlsx_formula, the_foot_computes_what_stands_above_it_and_caches_the_exact_value)
{
    size_t body = 300;
    ikm_document *document = worksheet_of(&body, NULL);
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *sheet = part(&out, "xl/worksheets/sheet1.xml"), *book = part(&out, "xl/workbook.xml");
    /* heading, blank, field, blank, header: the body begins in row 6 */
    expect_has(sheet, "<f>SUM($B$6:$B$305)</f><v>70</v>");
    expect_has(sheet, "<f>$B$306/COUNT($B$6:$B$305)</f><v>1.75</v>");
    cr_expect(eq(sz, count_of(sheet, "<f>"), 3), "what cannot be said is the number, and texts are texts");
    expect_has(sheet, "<v>3.33</v>");
    cr_expect(eq(sz, count_of(book, "<sheet "), 1), "in its place, however long");
    cr_expect(eq(sz, count_of(sheet, "<mergeCell ref=\"A6:"), 0), "a long table is not merged");
    expect_has(sheet, "topLeftCell=\"A6\""); /* its header stays in view */
    free(sheet);
    free(book);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx_formula, a_body_that_goes_on_in_other_sheets_is_computed_over_all_of_them)
{
    size_t body = 50;
    ikm_document *document = worksheet_of(&body, NULL);
    gathering out = workbook_of(document, 20);
    char *last = part(&out, "xl/worksheets/sheet3.xml"), *first = part(&out, "xl/worksheets/sheet1.xml");
    /* 15 rows on the first sheet, 19 on the second behind its header, 16 on the third with the foot */
    expect_has(first, "<c r=\"B20\"");
    expect_has(last, "<f>SUM('Jum''at'!$B$6:$B$20,'Jum''at (2)'!$B$2:$B$20,$B$2:$B$17)</f><v>70</v>");
    expect_has(last, "<f>$B$18/COUNT('Jum''at'!$B$6:$B$20,'Jum''at (2)'!$B$2:$B$20,$B$2:$B$17)</f><v>1.75</v>");
    free(first);
    free(last);
    gathering_done(&out);

    body = 52; /* two more, and the foot, which stays together, is alone on the next sheet behind a header */
    ikm_document_free(document);
    document = worksheet_of(&body, NULL);
    out = workbook_of(document, 20);
    last = part(&out, "xl/worksheets/sheet4.xml");
    expect_has(last, "<f>SUM('Jum''at'!$B$6:$B$20,'Jum''at (2)'!$B$2:$B$20,'Jum''at (3)'!$B$2:$B$19)</f><v>70</v>");
    expect_has(last, "<f>$B$2/COUNT(");
    free(last);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx_formula, rows_that_are_written_through_have_formulas_too)
{
    size_t body = 60000;
    ikm_document *document = worksheet_of(&body, NULL);
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *sheet = part(&out, "xl/worksheets/sheet1.xml");
    expect_has(sheet + strlen(sheet) - 4000, "<f>$B$60006/COUNT($B$6:$B$60005)</f><v>1.75</v>");
    free(sheet);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx_formula, a_row_of_the_body_may_compute_with_the_whole_where_it_is_on_one_sheet)
{
    const ikm_table table = {.columns = columns, .column_count = 3, .foot_count = 1};
    const ikm_cell rows[][3] = {
        {cell_text("a"), cell_number(1, 0), formula("1/SUM({1})", (ikm_decimal){25, 2}, (ikm_decimal){25, 2})},
        {cell_text("b"), cell_number(3, 0), formula("3/{1@0}", (ikm_decimal){75, 2}, (ikm_decimal){75, 2})},
        {cell_text("c"), formula("SUM({1})", (ikm_decimal){4, 0}, (ikm_decimal){4, 0}), cell_number(1, 0)}};
    ikm_document *document = new_document(NULL);
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    for (size_t i = 0; i < 3; i++)
        cr_assert(eq(int, ikm_document_row(document, rows[i], 3), IKM_OK));
    gathering whole = workbook_of(document, LXW_ROW_MAX), cut = workbook_of(document, 3);
    char *sheet = part(&whole, "xl/worksheets/sheet1.xml"), *first = part(&cut, "xl/worksheets/sheet1.xml");
    expect_has(sheet, "<f>1/SUM($B$2:$B$3)</f><v>0.25</v>");
    expect_has(sheet, "<f>3/$B$4</f><v>0.75</v>");
    expect_has_not(first, "<f>");
    expect_has(first, "<v>0.25</v>");
    free(sheet);
    free(first);
    gathering_done(&whole);
    gathering_done(&cut);
    ikm_document_free(document);
}

Test(xlsx_formula, a_value_with_more_digits_than_a_double_is_rounded_once)
{
    static const ikm_decimal decimals[] = {{9007199254740993, 0},     {9007199254740993, 3}, {123456789012345678, 17},
                                           {-999999999999999999, 18}, {INT64_MAX, 18},       {INT64_MIN, 5}};
    for (size_t i = 0; i < sizeof decimals / sizeof *decimals; i++) {
        char text[64];
        cr_assert(eq(int, ikm_decimal_write(text, sizeof text, decimals[i], '.'), IKM_OK));
        cr_expect(eq(dbl, ikmi_decimal_double(decimals[i]), strtod(text, NULL)), "%s", text);
    }
}

Test(xlsx_formula, every_refused_allocation_is_told)
{
    size_t body = 50;
    refusing memory;
    refusing_init(&memory, -1);
    ikm_document *document = worksheet_of(&body, &memory.mem);
    expect_every_refusal(document, &memory, 20, 5);
    ikm_document_free(document);
}
