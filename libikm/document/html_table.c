/* A table, row by row, whatever its length. */
#include "html.h"

#include "base/decimal.h"
#include "base/mem.h"

#include <string.h>

enum {
    BLANK_ROWS_MOST = 30, /* a page of paper; a workbook has room for more */
    SHORT_ROWS = 14,      /* so few are not parted by the end of a page */
    DENSE_COLUMNS = 10,   /* so many are smaller on paper */
    NAMES_BEGIN = 3,      /* columns among which the one of names is looked for */
    ROWS_MEASURED = 24,
    UPRIGHT = 108, /* letters that fit side by side on upright A4 */
    PADDING = 2,   /* of a column, in letters */
    TEXT_LEAST = 14,
    TEXT_MOST = 32
};

static size_t body_count(const ikm_table *table)
{
    return table->row_count - (table->foot_count < table->row_count ? table->foot_count : table->row_count);
}

/* The column that names a row: the first of texts, after a number and a rank at most, or the first. */
static size_t naming_column(const ikm_table *table)
{
    for (size_t i = 0; i < table->column_count && i < NAMES_BEGIN; i++)
        if (table->columns[i].kind == IKM_CELL_TEXT)
            return i;
    return 0;
}

/* In a foot the first text names the row. */
static size_t naming_cell(const ikm_table *table, const ikm_cell *cells, size_t naming)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (cells[i].kind == IKM_CELL_TEXT)
            return i;
    return naming;
}

/* Columns of letters that a text needs: its longest word, and some more to be read well. */
static size_t needed(ikm_text text)
{
    size_t longest = 0, word = 0, all = 0;
    while (text.size && all < TEXT_MOST * 4) {
        uint32_t c = ikm_text_next(&text);
        word = c == ' ' || c == '\n' ? 0 : word + 1;
        longest = word > longest ? word : longest;
        all++;
    }
    size_t least = all < TEXT_LEAST ? all : TEXT_LEAST;
    longest = longest > TEXT_MOST ? TEXT_MOST : longest;
    return longest > least ? longest : least;
}

static size_t needed_by(const ikm_cell *cell)
{
    char text[IKMI_DECIMAL_SIZE];
    switch (cell->kind) {
    case IKM_CELL_TEXT: return needed(cell->text);
    case IKM_CELL_NUMBER: return strlen(ikmi_decimal_for_people(text, cell->number, IKM_LANG_ID));
    case IKM_CELL_EMPTY: break;
    }
    return 0;
}

bool ikmi_html_table_is_wide(const ikm_table *table)
{
    size_t width[IKM_TABLE_COLUMNS], sum = 0;
    ikm_cell cells[IKM_TABLE_COLUMNS];
    for (size_t i = 0; i < table->column_count; i++)
        width[i] = needed((ikm_text){table->columns[i].title, strcspn(table->columns[i].title, " ")});
    for (size_t row = 0; row < table->row_count && row < ROWS_MEASURED && ikm_table_row(table, row, cells) == IKM_OK;
         row++)
        for (size_t i = 0; i < table->column_count; i++)
            width[i] = needed_by(&cells[i]) > width[i] ? needed_by(&cells[i]) : width[i];
    for (size_t i = 0; i < table->column_count; i++)
        sum += width[i] + PADDING;
    return sum > UPRIGHT;
}

static void head(ikmi_html *html, const ikm_table *table)
{
    ikmi_html_add(html, "<thead><tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        const ikm_column *column = &table->columns[i];
        if (!*column->title && !column->unit) { /* a header that names nothing is none */
            ikmi_html_add(html, "<td></td>");
            continue;
        }
        ikmi_html_add(html, column->kind == IKM_CELL_NUMBER ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
        ikmi_html_string(html, column->title);
        if (column->unit) {
            ikmi_html_add(html, *column->title ? " (" : "(");
            ikmi_html_string(html, column->unit);
            ikmi_html_add(html, ")");
        }
        ikmi_html_add(html, "</th>");
    }
    ikmi_html_add(html, "</tr></thead>\n");
}

/* A text among numbers stands right as they do, but may be broken. */
static const char *class_of(const ikm_column *column, const ikm_cell *cell, bool names)
{
    if (cell->kind == IKM_CELL_NUMBER)
        return " class=\"n\">";
    return cell->kind == IKM_CELL_TEXT && column->kind == IKM_CELL_NUMBER && !names ? " class=\"t\">" : ">";
}

static void row(ikmi_html *html, const ikm_table *table, const ikm_cell *cells, size_t naming)
{
    ikmi_html_add(html, "<tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        bool names = i == naming && cells[i].kind != IKM_CELL_EMPTY;
        ikmi_html_add(html, names ? "<th scope=\"row\"" : "<td");
        ikmi_html_add(html, class_of(&table->columns[i], &cells[i], names));
        ikmi_html_cell(html, &cells[i]);
        ikmi_html_add(html, names ? "</th>" : "</td>");
    }
    ikmi_html_add(html, "</tr>\n");
}

static ikm_status rows(ikmi_html *html, const ikm_table *table, size_t first, size_t end, bool foot)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    size_t naming = naming_column(table);
    ikm_status status = html->stream.status;
    for (size_t i = first; i < end && status == IKM_OK; i++) {
        status = ikm_table_row(table, i, cells);
        if (status == IKM_OK) {
            row(html, table, cells, foot ? naming_cell(table, cells, naming) : naming);
            status = html->stream.status;
        }
    }
    return status;
}

static void blank_rows(ikmi_html *html, const ikm_table *table)
{
    for (size_t i = 0; i < table->blank_rows && i < BLANK_ROWS_MOST; i++) {
        ikmi_html_add(html, "<tr class=\"open\"><td aria-label=\"");
        ikmi_html_word(html, IKMI_WORD_DOCUMENT_TO_FILL_IN);
        ikmi_html_add(html, "\"></td>");
        for (size_t column = 1; column < table->column_count; column++)
            ikmi_html_add(html, "<td></td>");
        ikmi_html_add(html, "</tr>\n");
    }
}

static ikm_status body(ikmi_html *html, const ikm_table *table)
{
    size_t count = body_count(table);
    ikmi_html_add(html, "<tbody>\n");
    ikm_status status = rows(html, table, 0, count, false);
    blank_rows(html, table);
    if (count + table->blank_rows == 0) {
        ikmi_html_add(html, "<tr><td colspan=\"");
        ikmi_html_integer(html, (int64_t)table->column_count);
        ikmi_html_add(html, "\">");
        ikmi_html_word(html, IKMI_WORD_DOCUMENT_NO_ROWS);
        ikmi_html_add(html, "</td></tr>\n");
    }
    ikmi_html_add(html, "</tbody>\n");
    if (status == IKM_OK && count < table->row_count) {
        ikmi_html_add(html, "<tfoot>\n");
        status = rows(html, table, count, table->row_count, true);
        ikmi_html_add(html, "</tfoot>\n");
    }
    return status;
}

/* In a frame that scrolls, that the keyboard reaches, and that has a name. */
ikm_status ikmi_html_table(ikmi_html *html, const ikm_table *table)
{
    bool titled = table->title && *table->title;
    int64_t number = (int64_t)++html->tables;
    ikmi_html_add(html, "<div class=\"table");
    ikmi_html_add(html, table->row_count + table->blank_rows <= SHORT_ROWS ? " short" : "");
    ikmi_html_add(html, table->column_count >= DENSE_COLUMNS ? " dense" : "");
    ikmi_html_add(html, "\" role=\"group\" tabindex=\"0\" ");
    if (titled) {
        ikmi_html_add(html, "aria-labelledby=\"t");
        ikmi_html_integer(html, number);
    } else {
        ikmi_html_add(html, "aria-label=\"");
        ikmi_html_word(html, IKMI_WORD_DOCUMENT_TABLE);
        ikmi_html_add(html, " ");
        ikmi_html_integer(html, number);
    }
    ikmi_html_add(html, "\"><table>\n");
    if (titled) {
        ikmi_html_add(html, "<caption id=\"t");
        ikmi_html_integer(html, number);
        ikmi_html_add(html, "\">");
        ikmi_html_string(html, table->title);
        ikmi_html_add(html, "</caption>\n");
    }
    head(html, table);
    ikm_status status = body(html, table);
    ikmi_html_add(html, "</table></div>\n");
    return status;
}
