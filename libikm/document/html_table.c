/* A table, row by row, whatever its length. */
#include "html.h"

#include "base/mem.h"

enum {
    BLANK_ROWS_MOST = 30, /* a page of paper; a workbook has room for more */
    PORTRAIT_COLUMNS = 92 /* characters that fit side by side on upright A4 */
};

static size_t body_count(const ikm_table *table)
{
    return table->row_count - (table->foot_count < table->row_count ? table->foot_count : table->row_count);
}

/* The column that names a row: the first of texts. */
static size_t naming_column(const ikm_table *table)
{
    size_t i = 0;
    while (i < table->column_count && table->columns[i].kind != IKM_CELL_TEXT)
        i++;
    return i;
}

static size_t longest_word(const char *text)
{
    size_t longest = 0, length = 0;
    for (; *text; text++) {
        length = *text == ' ' ? 0 : length + 1;
        longest = length > longest ? length : longest;
    }
    return longest;
}

bool ikmi_html_table_is_wide(const ikm_table *table)
{
    size_t width = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        const ikm_column *column = &table->columns[i];
        size_t word = longest_word(column->title), least = column->kind == IKM_CELL_NUMBER ? 5 : 13;
        width += 1 + (word > least ? word : least);
    }
    return width > PORTRAIT_COLUMNS;
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

static void row(ikmi_html *html, const ikm_table *table, const ikm_cell *cells, size_t naming)
{
    ikmi_html_add(html, "<tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        bool names = i == naming && cells[i].kind != IKM_CELL_EMPTY;
        bool number = table->columns[i].kind == IKM_CELL_NUMBER || cells[i].kind == IKM_CELL_NUMBER;
        ikmi_html_add(html, names ? "<th scope=\"row\"" : "<td");
        ikmi_html_add(html, number ? " class=\"n\">" : ">");
        ikmi_html_cell(html, &cells[i]);
        ikmi_html_add(html, names ? "</th>" : "</td>");
    }
    ikmi_html_add(html, "</tr>\n");
}

static ikm_status rows(ikmi_html *html, const ikm_table *table, size_t first, size_t end)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    size_t naming = naming_column(table);
    ikm_status status = html->stream.status;
    for (size_t i = first; i < end && status == IKM_OK; i++) {
        status = ikm_table_row(table, i, cells);
        if (status == IKM_OK) {
            row(html, table, cells, naming);
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
    ikm_status status = rows(html, table, 0, count);
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
        status = rows(html, table, count, table->row_count);
        ikmi_html_add(html, "</tfoot>\n");
    }
    return status;
}

/* In a frame that scrolls, that the keyboard reaches, and that has a name. */
ikm_status ikmi_html_table(ikmi_html *html, const ikm_table *table)
{
    bool titled = table->title && *table->title;
    int64_t number = (int64_t)++html->tables;
    ikmi_html_add(html, "<div class=\"table\" role=\"group\" tabindex=\"0\" ");
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
