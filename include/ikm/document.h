/**
 * @file document.h
 * The one model of an output: a form fills a document, a writer turns it into bytes.
 *
 * A document has sheets; a sheet has headings, sentences, notes, large figures,
 * tables of typed cells and charts. A chart shows columns of a table, so that
 * every writer draws it from the same numbers.
 */
#ifndef IKM_DOCUMENT_H
#define IKM_DOCUMENT_H

#include "ikm/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A document; one writer at a time, then frozen. */
typedef struct ikm_document ikm_document;

/** What a cell holds. Values are pinned. */
typedef enum ikm_cell_kind { IKM_CELL_EMPTY = 0, IKM_CELL_TEXT = 1, IKM_CELL_NUMBER = 2 } ikm_cell_kind;

/** One cell. Zeroed, it is empty. */
typedef struct ikm_cell {
    ikm_cell_kind kind;
    ikm_text text;      /**< of IKM_CELL_TEXT */
    ikm_decimal number; /**< of IKM_CELL_NUMBER; shown with its own places */
    int strong;         /**< not 0: a total or otherwise the important one */
} ikm_cell;

/** One column of a table. */
typedef struct ikm_column {
    const char *title;
    ikm_cell_kind kind; /**< what its cells hold, for alignment and number format */
    int32_t places;     /**< decimals of its numbers */
    const char *unit;   /**< "%"; NULL: none */
} ikm_column;

/** Columns that a table may have. */
#define IKM_TABLE_COLUMNS 64

/** A table. Its rows are added with ikm_document_row(), or pulled from `row`. */
typedef struct ikm_table {
    const char *title;
    const ikm_column *columns;
    size_t column_count; /**< 1 to 64 (IKM_TABLE_COLUMNS) */
    /**
     * Fill `cells` (column_count, zeroed before) with row `index`. Asked for
     * ascending from 0, possibly several times. What the cells point to must
     * live until the next call. NULL: the document holds the rows.
     */
    ikm_status (*row)(void *ctx, size_t index, ikm_cell *cells);
    void *ctx;        /**< must live as long as the document */
    size_t row_count; /**< of `row`; kept by the document otherwise */
} ikm_table;

/** How a chart draws. Values are pinned. */
typedef enum ikm_chart_kind { IKM_CHART_BARS = 1 } ikm_chart_kind;

/** A chart of columns of the last table that was added before it. */
typedef struct ikm_chart {
    ikm_chart_kind kind;
    const char *title;
    size_t category_column;
    size_t value_column;
    size_t row_count; /**< how many rows it shows, from the first; 0: all */
    ikm_decimal axis_min;
    ikm_decimal axis_max;  /**< equal to axis_min: found from the data */
    size_t category_count; /**< columns that together name a bar, from category_column on; 0 and 1: that one */
} ikm_chart;

/** What an item of a document is. Values are pinned. */
typedef enum ikm_item_kind {
    IKM_ITEM_SHEET = 1,   /**< text: its name; a new sheet or section begins */
    IKM_ITEM_HEADING = 2, /**< text, level 1 to 3 */
    IKM_ITEM_TEXT = 3,    /**< text: a paragraph */
    IKM_ITEM_NOTE = 4,    /**< text: something to know about the figures */
    IKM_ITEM_FIGURE = 5,  /**< text: label; cell: the large figure; caption: what it means */
    IKM_ITEM_TABLE = 6,
    IKM_ITEM_CHART = 7
} ikm_item_kind;

/** One item, for writers. Borrowed from the document. */
typedef struct ikm_item {
    ikm_item_kind kind;
    int level;
    const char *text;
    const char *caption;
    ikm_cell cell;
    const ikm_table *table; /**< of a table, and of a chart the table that it shows */
    const ikm_chart *chart;
} ikm_item;

/**
 * Make an empty document.
 *
 * @param out    Yours; free with ikm_document_free().
 * @param lang   Of numbers as people read them (1.234,5 or 1,234.5).
 * @param title  For the properties of the file; copied.
 * @param mem    NULL: malloc; borrowed while the document lives.
 * @return IKM_OK; IKM_ERR_ARGUMENT, IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_new(ikm_document **out, ikm_lang lang, const char *title,
                                                   const ikm_mem *mem);

/** Free a document; NULL is fine. */
IKM_API void ikm_document_free(ikm_document *document);

/**
 * Add an item. Texts and cells are copied. For each: IKM_OK; IKM_ERR_ARGUMENT,
 * IKM_ERR_NOMEM: then the document is as it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_sheet(ikm_document *document, const char *name);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_heading(ikm_document *document, int level, const char *text);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_text(ikm_document *document, const char *text);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_note(ikm_document *document, const char *text);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_figure(ikm_document *document, const char *label, ikm_cell figure,
                                                      const char *caption);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_table(ikm_document *document, const ikm_table *table);

/** Add a row to the table added last, which must be one that the document holds. */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_row(ikm_document *document, const ikm_cell *cells, size_t count);

/** Add a chart of the table added last; IKM_ERR_ARGUMENT if there is none or a column is not of it. */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_chart(ikm_document *document, const ikm_chart *chart);

/** For writers: how many items, each in order (NULL beyond the last), language, title. */
IKM_API size_t ikm_document_item_count(const ikm_document *document);
IKM_API const ikm_item *ikm_document_item(const ikm_document *document, size_t index);
IKM_API ikm_lang ikm_document_lang(const ikm_document *document);
IKM_API const char *ikm_document_title(const ikm_document *document);

/** For writers: where the memory of a document comes from; NULL is malloc. */
IKM_API const ikm_mem *ikm_document_mem(const ikm_document *document);

/**
 * For writers: row `index` of a table, whether held or pulled.
 *
 * @param cells  column_count cells; filled in. Their texts live until the next call.
 * @return IKM_OK; IKM_ERR_ARGUMENT out of range; IKM_ERR_INVALID for a cell that
 *         cannot be (a kind or places out of range); what the source said.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_table_row(const ikm_table *table, size_t index, ikm_cell *cells);

/**
 * For writers: take the first character off `rest`.
 *
 * Every text that a writer puts out goes through here, so that what is not text
 * never reaches a file or a terminal: bytes that are not UTF-8, control characters
 * other than tab, LF and CR, and noncharacters come out as U+FFFD.
 *
 * @param rest  Moved on past the character; not NULL.
 * @return A code point, never 0 but for an empty `rest`.
 */
IKM_API uint32_t ikm_text_next(ikm_text *rest);

/**
 * For writers: columns that a text takes on a terminal: none for a combining mark,
 * two for a wide character, as ikm_text_next() reads it; line breaks and tabs count one.
 */
IKM_API size_t ikm_text_width(ikm_text text);

/** How text is laid out. Set it up with IKM_TEXT_OPTIONS_INIT. */
typedef struct ikm_text_options {
    size_t size;   /**< sizeof(ikm_text_options) */
    int32_t width; /**< columns of the terminal, at least 40; 0: as wide as needed */
    int colour;    /**< not 0: ANSI colours */
} ikm_text_options;

#define IKM_TEXT_OPTIONS_INIT                                                                                          \
    {                                                                                                                  \
        sizeof(ikm_text_options), 80, 0                                                                                \
    }

/**
 * Write a document as text for a terminal: aligned tables, bars beside them where a chart shows them.
 *
 * @return IKM_OK; IKM_ERR_IO if the sink stopped, IKM_ERR_NOMEM, IKM_ERR_ARGUMENT, what a table's source said.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_write_text(const ikm_document *document, const ikm_text_options *options,
                                                          ikm_sink sink);

/**
 * Write the tables of a document as CSV: comma, LF, a header row (a unit in
 * brackets behind the title), numbers with a point and no grouping, an empty line
 * between tables. A text that begins with = + - @ tab CR or LF, which a spreadsheet
 * would take for a formula, is defused with an apostrophe (a lone "-" is no formula
 * and stays).
 *
 * @return As ikm_document_write_text().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_write_csv(const ikm_document *document, ikm_sink sink);

#ifdef __cplusplus
}
#endif

#endif
