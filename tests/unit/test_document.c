/* The model: items in order, each with its own copy; what is refused leaves it as it was. */
#include "ikm/document.h"

#include "gathering.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

static const ikm_column two_columns[] = {{"Unsur", IKM_CELL_TEXT, 0, NULL}, {"NRR", IKM_CELL_NUMBER, 3, "%"}};

static ikm_document *new_document(void)
{
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "Rekap", NULL), IKM_OK));
    return document;
}

Test(document, items_come_back_in_order_with_copies_of_what_was_given)
{
    ikm_document *document = new_document();
    char text[] = "Rekapitulasi";
    cr_assert(eq(int, ikm_document_sheet(document, text), IKM_OK));
    cr_assert(eq(int, ikm_document_heading(document, 2, text), IKM_OK));
    cr_assert(eq(int, ikm_document_text(document, text), IKM_OK));
    cr_assert(eq(int, ikm_document_note(document, text), IKM_OK));
    cr_assert(eq(int, ikm_document_figure(document, text, cell_text(text), NULL), IKM_OK));
    memset(text, 'x', sizeof text - 1);

    static const ikm_item_kind kinds[] = {IKM_ITEM_SHEET, IKM_ITEM_HEADING, IKM_ITEM_TEXT, IKM_ITEM_NOTE,
                                          IKM_ITEM_FIGURE};
    cr_assert(eq(sz, ikm_document_item_count(document), 5));
    for (size_t i = 0; i < 5; i++) {
        const ikm_item *item = ikm_document_item(document, i);
        cr_expect(eq(int, item->kind, kinds[i]));
        cr_expect(eq(str, (char *)item->text, "Rekapitulasi"));
    }
    cr_expect(eq(int, ikm_document_item(document, 1)->level, 2));
    cr_expect(eq(str, (char *)ikm_document_item(document, 4)->cell.text.data, "Rekapitulasi"));
    cr_expect(eq(ptr, (void *)ikm_document_item(document, 4)->caption, NULL));
    cr_expect(eq(ptr, (void *)ikm_document_item(document, 5), NULL));
    cr_expect(eq(str, (char *)ikm_document_title(document), "Rekap"));
    cr_expect(eq(int, ikm_document_lang(document), IKM_LANG_ID));
    ikm_document_free(document);
    ikm_document_free(NULL);
}

Test(document, a_table_keeps_its_columns_and_rows)
{
    ikm_document *document = new_document();
    ikm_column columns[2];
    memcpy(columns, two_columns, sizeof columns);
    ikm_table table = {.title = "Unsur", .columns = columns, .column_count = 2};
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    memset(columns, 0, sizeof columns);

    char name[16];
    for (int i = 0; i < 1000; i++) {
        snprintf(name, sizeof name, "U%d", i);
        const ikm_cell row[] = {cell_text(name), cell_number(3000 + i, 3)};
        cr_assert(eq(int, ikm_document_row(document, row, 2), IKM_OK));
    }
    const ikm_table *kept = ikm_document_item(document, 0)->table;
    cr_expect(eq(str, (char *)kept->columns[0].title, "Unsur"));
    cr_expect(eq(str, (char *)kept->columns[1].unit, "%"));
    cr_assert(eq(sz, kept->row_count, 1000));
    ikm_cell cells[2];
    cr_assert(eq(int, ikm_table_row(kept, 999, cells), IKM_OK));
    cr_expect(eq(str, (char *)cells[0].text.data, "U999"));
    cr_expect(eq(i64, cells[1].number.digits, 3999));
    cr_expect(eq(int, ikm_table_row(kept, 1000, cells), IKM_ERR_ARGUMENT));
    ikm_document_free(document);
}

static ikm_status count_row(void *ctx, size_t index, ikm_cell *cells)
{
    long *calls = ctx;
    ++*calls;
    if (index == 7)
        cells[1] = (ikm_cell){.kind = IKM_CELL_NUMBER, .number = {1, 19}}; /* 19 places cannot be */
    if (index == 8)
        return IKM_ERR_STOPPED;
    cells[0] = cell_text("a");
    return IKM_OK;
}

Test(document, a_pulled_table_asks_its_source_and_says_what_it_said)
{
    ikm_document *document = new_document();
    long calls = 0;
    ikm_cell cells[2] = {cell_text("left over"), cell_text("left over")};
    ikm_table table = {.columns = two_columns, .column_count = 2, .row = count_row, .ctx = &calls, .row_count = 9};
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    const ikm_table *kept = ikm_document_item(document, 0)->table;
    cr_expect(eq(int, ikm_table_row(kept, 0, cells), IKM_OK));
    cr_expect(eq(int, cells[1].kind, IKM_CELL_EMPTY));
    cr_expect(eq(int, ikm_table_row(kept, 7, cells), IKM_ERR_INVALID));
    cr_expect(eq(int, ikm_table_row(kept, 8, cells), IKM_ERR_STOPPED));
    cr_expect(eq(long, calls, 3));
    const ikm_cell row[2] = {{.kind = IKM_CELL_EMPTY}};
    cr_expect(eq(int, ikm_document_row(document, row, 2), IKM_ERR_ARGUMENT));
    ikm_document_free(document);
}

Test(document, a_wrong_argument_is_a_status_and_changes_nothing)
{
    ikm_document *document = (ikm_document *)&document;
    cr_expect(eq(int, ikm_document_new(&document, IKM_LANG_ID, NULL, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(ptr, document, NULL));
    cr_expect(eq(int, ikm_document_new(NULL, IKM_LANG_ID, "", NULL), IKM_ERR_ARGUMENT));
    document = new_document();

    ikm_column column = {"x", IKM_CELL_NUMBER, 0, NULL};
    ikm_table table = {.columns = &column, .column_count = 1};
    const ikm_chart chart = {.kind = IKM_CHART_BARS};
    const ikm_cell cell = cell_number(1, 0);
    cr_expect(eq(int, ikm_document_chart(document, &chart), IKM_ERR_ARGUMENT), "there is no table yet");
    cr_expect(eq(int, ikm_document_row(document, &cell, 1), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_document_heading(document, 0, "x"), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_document_heading(document, 4, "x"), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_document_text(document, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_document_figure(document, "x", cell_number(1, 19), NULL), IKM_ERR_ARGUMENT));
    table.column_count = 0;
    cr_expect(eq(int, ikm_document_table(document, &table), IKM_ERR_ARGUMENT));
    table.column_count = IKM_TABLE_COLUMNS + 1;
    cr_expect(eq(int, ikm_document_table(document, &table), IKM_ERR_ARGUMENT));
    table.column_count = 1;
    column.places = 19;
    cr_expect(eq(int, ikm_document_table(document, &table), IKM_ERR_ARGUMENT));
    column.places = 0;
    cr_assert(eq(sz, ikm_document_item_count(document), 0));

    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    cr_expect(eq(int, ikm_document_row(document, &cell, 2), IKM_ERR_ARGUMENT));
    const ikm_cell nowhere = {.kind = IKM_CELL_TEXT, .text = {NULL, 3}};
    cr_expect(eq(int, ikm_document_row(document, &nowhere, 1), IKM_ERR_ARGUMENT));
    ikm_chart wrong = {.kind = IKM_CHART_BARS, .value_column = 1};
    cr_expect(eq(int, ikm_document_chart(document, &wrong), IKM_ERR_ARGUMENT), "no such column");
    wrong = (ikm_chart){.kind = IKM_CHART_BARS, .category_count = 2};
    cr_expect(eq(int, ikm_document_chart(document, &wrong), IKM_ERR_ARGUMENT), "nor two of them");
    wrong = (ikm_chart){.kind = IKM_CHART_BARS, .axis_min = {101, 1}, .axis_max = {10, 0}};
    cr_expect(eq(int, ikm_document_chart(document, &wrong), IKM_ERR_ARGUMENT), "10.1 is more than 10");
    wrong = (ikm_chart){.kind = IKM_CHART_BARS, .axis_min = {INT64_MIN, 0}, .axis_max = {INT64_MAX, 18}};
    cr_expect(eq(int, ikm_document_chart(document, &wrong), IKM_OK));
    wrong = (ikm_chart){.kind = IKM_CHART_BARS, .series_count = 2};
    cr_expect(eq(int, ikm_document_chart(document, &wrong), IKM_ERR_ARGUMENT), "nor two of values");
    wrong = (ikm_chart){.kind = IKM_CHART_DIVERGING, .series_count = 1};
    cr_expect(eq(int, ikm_document_chart(document, &wrong), IKM_ERR_ARGUMENT), "one has no two halves");
    wrong = (ikm_chart){.kind = (ikm_chart_kind)5};
    cr_expect(eq(int, ikm_document_chart(document, &wrong), IKM_ERR_ARGUMENT));
    wrong = (ikm_chart){.kind = IKM_CHART_LINES, .reference = &(ikm_decimal){1, 19}};
    cr_expect(eq(int, ikm_document_chart(document, &wrong), IKM_ERR_ARGUMENT));
    const ikm_chart_band bands[] = {{{65, 0}, "C"}, {{650, 1}, "B"}};
    wrong = (ikm_chart){.kind = IKM_CHART_LINES, .bands = bands, .band_count = 2};
    cr_expect(eq(int, ikm_document_chart(document, &wrong), IKM_ERR_ARGUMENT), "bands do not ascend");
    cr_expect(eq(int, ikm_document_field(document, NULL, "x"), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_document_signature(document, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_document_poster(document, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(sz, ikm_document_item_count(document), 2));
    cr_expect(eq(sz, ikm_document_item(document, 0)->table->row_count, 0));
    ikm_document_free(document);
}

Test(document, a_chart_shows_the_table_before_it)
{
    ikm_document *document = new_document();
    const ikm_table table = {.columns = two_columns, .column_count = 2};
    const ikm_chart chart = {.kind = IKM_CHART_BARS, .title = "NRR", .value_column = 1, .row_count = 9};
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    const ikm_item *item = ikm_document_item(document, 2);
    cr_expect(eq(ptr, (void *)item->table, (void *)ikm_document_item(document, 1)->table));
    cr_expect(eq(str, (char *)item->chart->title, "NRR"));
    cr_expect(eq(sz, item->chart->row_count, 9));
    ikm_document_free(document);
}

Test(document, charts_choices_fields_and_signatures_are_copied)
{
    ikm_document *document = new_document();
    char title[] = "Judul";
    const char *list[] = {title};
    ikm_choices choices[] = {{NULL, 0}, {list, 1}};
    ikm_decimal target = {87, 0};
    ikm_chart_band bands[] = {{{65, 0}, title}, {{7661, 2}, title}};
    const ikm_table table = {
        .columns = two_columns, .column_count = 2, .foot_count = 1, .blank_rows = 3, .choices = choices, .in_place = 1};
    const ikm_chart chart = {.kind = IKM_CHART_LINES,
                             .value_column = 1,
                             .reference = &target,
                             .reference_title = title,
                             .bands = bands,
                             .band_count = 2};
    const ikm_cell cells[] = {cell_text("a"), {.kind = IKM_CELL_NUMBER, .number = {1, 0}, .formula = title}};
    cr_assert(eq(int, ikm_document_poster(document, title), IKM_OK));
    cr_assert(eq(int, ikm_document_field(document, title, ""), IKM_OK));
    cr_assert(eq(int, ikm_document_signature(document, &(ikm_signature){title, NULL, title, NULL}), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    for (int i = 0; i < 3; i++)
        cr_assert(eq(int, ikm_document_row(document, cells, 2), IKM_OK));
    cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    memset(title, 'x', sizeof title - 1);
    memset(choices, 0, sizeof choices);
    memset(bands, 0, sizeof bands);
    target.digits = 0;

    cr_expect(eq(int, ikm_document_item(document, 0)->level, 1));
    const ikm_item *field = ikm_document_item(document, 1), *signature = ikm_document_item(document, 2);
    cr_expect(eq(str, (char *)field->text, "Judul"));
    cr_expect(eq(ptr, (void *)field->caption, NULL), "nothing behind it is a line to fill in");
    cr_expect(eq(str, (char *)signature->signature->name, "Judul"));
    cr_expect(eq(ptr, (void *)signature->signature->title, NULL));
    const ikm_table *kept = ikm_document_item(document, 3)->table;
    cr_expect(eq(sz, kept->choices[0].count, 0));
    cr_expect(eq(str, (char *)kept->choices[1].list[0], "Judul"));
    ikm_cell row[2];
    cr_assert(eq(int, ikm_table_row(kept, 2, row), IKM_OK));
    cr_expect(eq(str, (char *)row[1].formula, "Judul"));
    const ikm_chart *shown = ikm_document_item(document, 4)->chart;
    cr_expect(eq(i64, shown->reference->digits, 87));
    cr_expect(eq(str, (char *)shown->reference_title, "Judul"));
    cr_expect(eq(i64, shown->bands[1].from.digits, 7661));
    cr_expect(eq(str, (char *)shown->bands[1].label, "Judul"));
    cr_expect(eq(sz, shown->series_count, 1));
    cr_expect(eq(sz, ikm_chart_row_count(shown, kept), 2), "the foot is not shown");
    ikm_document_free(document);
}

/* What an eye, or a grey print, makes of a colour: relative luminance, roughly. */
static int lightness(uint32_t colour)
{
    return (int)((colour >> 16) * 299 + (colour >> 8 & 255) * 587 + (colour & 255) * 114) / 1000;
}

Test(document, neighbours_in_a_chart_differ_in_grey_print)
{
    for (size_t count = 2; count <= IKM_CHART_SERIES; count += 2) {
        const ikm_chart chart = {.kind = IKM_CHART_DIVERGING, .series_count = count};
        cr_expect(lightness(ikm_chart_colour(&chart, 0)) < 140);
        cr_expect(lightness(ikm_chart_colour(&chart, count - 1)) < 140);
        for (size_t i = 0; i + 1 < count; i++)
            if (i + 1 != count / 2) /* the two beside the middle are told apart by the axis */
                cr_expect(abs(lightness(ikm_chart_colour(&chart, i)) - lightness(ikm_chart_colour(&chart, i + 1))) > 15,
                          "%zu of %zu", i, count);
    }
    const ikm_chart lines = {.kind = IKM_CHART_LINES, .series_count = 4, .band_count = 4};
    for (size_t i = 0; i < 3; i++)
        cr_expect(abs(lightness(ikm_chart_colour(&lines, i)) - lightness(ikm_chart_colour(&lines, i + 1))) > 15);
    for (size_t i = 0; i < 4; i++)
        cr_expect(lightness(ikm_chart_band_colour(&lines, i)) > 230, "pale behind what is drawn");
}

/* Everything that can be added, until one is refused; how many items there were before that. */
static ikm_status fill(ikm_document *document, size_t *rows)
{
    const char *const list[] = {"1", "2"};
    const ikm_choices choices[] = {{NULL, 0}, {list, 2}};
    const ikm_table table = {.title = "t", .columns = two_columns, .column_count = 2, .choices = choices};
    const ikm_decimal target = {87, 0};
    const ikm_chart_band band = {{65, 0}, "C"};
    const ikm_chart chart = {.kind = IKM_CHART_LINES,
                             .title = "c",
                             .value_column = 1,
                             .reference = &target,
                             .reference_title = "r",
                             .bands = &band,
                             .band_count = 1};
    const ikm_cell row[] = {cell_text("a text of some length"), cell_number(1, 0)};
    char text[5000]; /* more than a chunk */
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    ikm_status status = ikm_document_sheet(document, "s");
    if (status == IKM_OK)
        status = ikm_document_heading(document, 1, text);
    if (status == IKM_OK)
        status = ikm_document_figure(document, "f", cell_text(text), "caption");
    if (status == IKM_OK)
        status = ikm_document_table(document, &table);
    for (int i = 0; i < 40 && status == IKM_OK; i++) {
        status = ikm_document_row(document, row, 2);
        *rows += status == IKM_OK;
    }
    for (int i = 0; i < 40 && status == IKM_OK; i++)
        status = ikm_document_note(document, "n");
    if (status == IKM_OK)
        status = ikm_document_chart(document, &chart);
    if (status == IKM_OK)
        status = ikm_document_field(document, "l", text);
    if (status == IKM_OK)
        status = ikm_document_signature(document, &(ikm_signature){"a", text, "b", NULL});
    return status;
}

Test(document, every_refused_allocation_leaves_it_as_it_was_and_leaks_nothing)
{
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        refusing memory;
        ikm_document *document = NULL;
        size_t rows = 0;
        refusing_init(&memory, n);
        memory.once = 1;
        status = ikm_document_new(&document, IKM_LANG_ID, "title", &memory.mem);
        if (status == IKM_OK) {
            status = fill(document, &rows);
            size_t count = ikm_document_item_count(document);
            if (count > 3)
                cr_expect(eq(sz, ikm_document_item(document, 3)->table->row_count, rows));
            /* the same document goes on as if nothing had happened */
            cr_expect(eq(int, ikm_document_text(document, "after"), IKM_OK));
            cr_expect(eq(sz, ikm_document_item_count(document), count + 1));
        } else {
            cr_expect(eq(ptr, document, NULL));
        }
        cr_assert(status == IKM_OK || status == IKM_ERR_NOMEM);
        ikm_document_free(document);
        cr_assert(eq(long, memory.live, 0), "request %ld", n);
    }
}
