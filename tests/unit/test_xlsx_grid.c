/* Tables of different shapes on the columns of one sheet. */
#include "xlsx/grid.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

static ikm_column columns[IKM_TABLE_COLUMNS];

static ikmi_placed placed_of(ikm_table *table, size_t count, const int *ideal, const int *least)
{
    ikmi_placed placed = {.table = table};
    *table = (ikm_table){.columns = columns, .column_count = count};
    for (size_t i = 0; i < count; i++) {
        placed.ideal[i] = placed.full[i] = ideal[i];
        placed.least[i] = least[i];
    }
    return placed;
}

Test(xlsx_grid, a_name_takes_the_columns_that_number_it_and_name_it_elsewhere)
{
    /* rank, code, element, NRR, converted, grade - and service, respondents, index, grade */
    static const int elements[] = {12, 9, 42, 9, 12, 9}, services[] = {44, 13, 8, 8};
    ikm_table tables[2];
    ikmi_placed placed[] = {placed_of(&tables[0], 6, elements, elements), placed_of(&tables[1], 4, services, services)};
    ikmi_grid grid;
    for (size_t i = 0; i < IKM_TABLE_COLUMNS; i++)
        columns[i].kind = i == 0 || i > 2 ? IKM_CELL_TEXT : IKM_CELL_NUMBER;
    ikmi_grid_make(&grid, placed, 2);
    cr_expect(eq(sz, grid.count, 6));
    static const uint8_t expected[] = {0, 3, 4, 5, 6};
    cr_expect(memcmp(placed[1].start, expected, sizeof expected) == 0);
    cr_expect(eq(int, grid.width[3], 13), "widened for the word Responden");
}

Test(xlsx_grid, every_table_is_flush_left_and_right_and_no_number_is_cut)
{
    uint64_t seed = 11;
    for (int round = 0; round < 3000; round++) {
        ikm_table tables[6];
        ikmi_placed placed[6];
        ikmi_grid grid;
        size_t count = 1 + (seed >> 50) % 6;
        for (size_t t = 0; t < count; t++) {
            int ideal[IKM_TABLE_COLUMNS], least[IKM_TABLE_COLUMNS];
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            size_t width = 1 + (seed >> 40) % (round % 10 ? 9 : IKM_TABLE_COLUMNS);
            for (size_t i = 0; i < width; i++) {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                least[i] = 4 + (int)((seed >> 33) % 12);
                ideal[i] = least[i] + (int)((seed >> 45) % 40);
                columns[i].kind = seed >> 63 ? IKM_CELL_TEXT : IKM_CELL_NUMBER;
            }
            placed[t] = placed_of(&tables[t], width, ideal, least);
            placed[t].apart = (seed >> 20) % 5 == 0;
        }
        ikmi_grid_make(&grid, placed, count);
        cr_assert(grid.page_count >= grid.count && grid.page_count <= IKMI_GRID_COLUMNS);
        cr_assert(ikmi_grid_width(&grid, 0, grid.page_count) >= 80);
        for (size_t t = 0; t < count; t++) {
            const ikmi_placed *p = &placed[t];
            size_t n = p->table->column_count;
            if (p->apart)
                continue;
            cr_assert(eq(int, p->start[0], 0));
            cr_assert(eq(int, p->start[n], (int)grid.count));
            for (size_t i = 0; i < n; i++) {
                cr_assert(p->start[i] < p->start[i + 1]);
                cr_assert(ikmi_grid_width(&grid, p->start[i], p->start[i + 1]) >= p->least[i]);
            }
        }
    }
}

Test(xlsx_grid, lines_are_counted_as_they_will_be_broken)
{
    static const struct {
        const char *text;
        int width, lines;
    } cases[] = {
        {"", 10, 1},
        {"satu dua", 8, 1},
        {"satu dua", 7, 2},
        {"satu\ndua", 80, 2},
        {"pertanggungjawaban", 6, 3},
        {"a pertanggungjawaban", 6, 4},
        {"satu dua tiga empat", 9, 3},
        {"a\n\nb", 5, 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_text text = {cases[i].text, strlen(cases[i].text)};
        cr_expect(eq(int, ikmi_lines(text, cases[i].width), cases[i].lines), "case %zu", i);
    }
}

Test(xlsx_grid, a_code_behind_a_rank_is_not_as_wide_as_the_name_of_a_wider_table)
{
    /* code, element, five counts - and rank, code, element, index */
    static const int counts[] = {9, 44, 8, 8, 8, 8, 8}, elements[] = {12, 9, 44, 9};
    ikm_table tables[2];
    ikmi_placed placed[] = {placed_of(&tables[0], 7, counts, counts), placed_of(&tables[1], 4, elements, elements)};
    ikm_column ranked[] = {
        {.kind = IKM_CELL_NUMBER}, {.kind = IKM_CELL_TEXT}, {.kind = IKM_CELL_TEXT}, {.kind = IKM_CELL_NUMBER}};
    ikmi_grid grid;
    for (size_t i = 0; i < IKM_TABLE_COLUMNS; i++)
        columns[i].kind = i < 2 ? IKM_CELL_TEXT : IKM_CELL_NUMBER;
    tables[1].columns = ranked;
    placed[1].marks[1] = true;
    ikmi_grid_make(&grid, placed, 2);
    cr_expect(grid.count > 7);
    cr_expect(ikmi_grid_width(&grid, placed[0].start[1], placed[0].start[2]) >= 44);
    cr_expect(ikmi_grid_width(&grid, placed[1].start[1], placed[1].start[2]) <= 20);
    cr_expect(ikmi_grid_width(&grid, placed[1].start[2], placed[1].start[3]) >= 44);
    cr_expect(placed[0].start[7] == grid.count && placed[1].start[4] == grid.count);
}
