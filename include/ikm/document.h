/**
 * @file document.h
 * The one model of an output: a form fills a document, a writer turns it into bytes.
 *
 * A document has sheets; a sheet has headings, sentences, notes, large figures,
 * lines to fill in, tables of typed cells and charts. A chart shows columns of a
 * table, so that every writer draws it from the same numbers.
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
    /**
     * Of a number in a table: how a spreadsheet computes it; NULL: it does not. English names of functions, commas
     * between arguments; `{2}` stands for the cells of the third column in all rows of the table but its foot,
     * `{2@0}` for the cell of that column in the first row of the foot, and `{0@1}:{2@1}` for a range of such.
     */
    const char *formula;
    ikm_decimal exact; /**< with `formula`: what it gives, to the digits that a spreadsheet has */
} ikm_cell;

/** One column of a table. */
typedef struct ikm_column {
    const char *title;
    ikm_cell_kind kind; /**< what its cells hold, for alignment and number format */
    int32_t places;     /**< decimals of its numbers */
    const char *unit;   /**< "%"; NULL: none */
} ikm_column;

/** What may be filled in in a column. */
typedef struct ikm_choices {
    const char *const *list;
    size_t count; /**< 0: anything */
} ikm_choices;

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
    void *ctx;                  /**< must live as long as the document */
    size_t row_count;           /**< of `row`; kept by the document otherwise */
    size_t foot_count;          /**< so many of the last rows are its foot: totals, and what follows from them */
    size_t blank_rows;          /**< rows to fill in below, in a format that one can fill in */
    const ikm_choices *choices; /**< of those rows, an entry a column; NULL: anything */
    int in_place;               /**< not 0: stays between what is before and behind it, however long it is */
} ikm_table;

/** How a chart draws. Values are pinned. */
typedef enum ikm_chart_kind {
    IKM_CHART_BARS = 1,      /**< a bar a row and series, with its value */
    IKM_CHART_DIVERGING = 2, /**< a bar a row, of shares in per cent one behind the other; its middle, between the
                                  two halves of the series, stands on the axis */
    IKM_CHART_LINES = 3,     /**< a point a row, from left to right; a line a series */
    IKM_CHART_SHARES = 4     /**< a bar a row, filled up to its value, of a track as long as the axis */
} ikm_chart_kind;

/** A stretch of the axis that is shown behind a chart: a grade. */
typedef struct ikm_chart_band {
    ikm_decimal from; /**< up to the next one, or the end of the axis; ascending */
    const char *label;
} ikm_chart_band;

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
    size_t series_count;   /**< columns of values, from value_column on, each named by its title; 0 and 1: that one.
                                Of IKM_CHART_DIVERGING an even number */
    const ikm_decimal *reference; /**< a value that a line marks over the whole chart: a target; NULL: none */
    const char *reference_title;
    const ikm_chart_band *bands; /**< behind IKM_CHART_LINES; NULL: none */
    size_t band_count;           /**< at most 8 (IKM_CHART_BANDS) */
} ikm_chart;

#define IKM_CHART_SERIES 8
#define IKM_CHART_BANDS  8

/** What an item of a document is. Values are pinned. */
typedef enum ikm_item_kind {
    IKM_ITEM_SHEET = 1,   /**< text: its name; a new sheet or section begins; level 1: a poster */
    IKM_ITEM_HEADING = 2, /**< text, level 1 to 3 */
    IKM_ITEM_TEXT = 3,    /**< text: a paragraph */
    IKM_ITEM_NOTE = 4,    /**< text: something to know about the figures */
    IKM_ITEM_FIGURE = 5,  /**< text: label; cell: the large figure; caption: what it means */
    IKM_ITEM_TABLE = 6,
    IKM_ITEM_CHART = 7,
    IKM_ITEM_FIELD = 8,    /**< text: label; caption: what stands behind it, NULL: a line to fill in */
    IKM_ITEM_SIGNATURE = 9 /**< signature */
} ikm_item_kind;

/** Where somebody signs. What is NULL or empty is a line to fill in. */
typedef struct ikm_signature {
    const char *place_date; /**< "Purbalingga, 31 Desember 2024" */
    const char *title;      /**< "CAMAT KEJOBONG" */
    const char *name;
    const char *number; /**< "NIP 19…" */
} ikm_signature;

/** One item, for writers. Borrowed from the document. */
typedef struct ikm_item {
    ikm_item_kind kind;
    int level;
    const char *text;
    const char *caption;
    ikm_cell cell;
    const ikm_table *table; /**< of a table, and of a chart the table that it shows */
    const ikm_chart *chart;
    const ikm_signature *signature;
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
/** A sheet that is one page to hang up: what stands on it is large and in the middle. */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_poster(ikm_document *document, const char *name);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_heading(ikm_document *document, int level, const char *text);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_text(ikm_document *document, const char *text);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_note(ikm_document *document, const char *text);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_figure(ikm_document *document, const char *label, ikm_cell figure,
                                                      const char *caption);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_field(ikm_document *document, const char *label, const char *value);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_signature(ikm_document *document, const ikm_signature *signature);
IKM_API IKM_MUST_CHECK ikm_status ikm_document_table(ikm_document *document, const ikm_table *table);

/** Add a row to the table added last, which must be one that the document holds. */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_row(ikm_document *document, const ikm_cell *cells, size_t count);

/**
 * Add a chart of the table added last, whose foot it does not show; IKM_ERR_ARGUMENT if there is none or a column is
 * not of it.
 */
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

/**
 * For writers: the colour of a series, 0xRRGGBB, the same in every format: told apart by colour-blind eyes, from light
 * to dark or the other way, so that grey print tells them apart too.
 *
 * @param chart   Not NULL.
 * @param series  From 0 to its series_count.
 */
IKM_API uint32_t ikm_chart_colour(const ikm_chart *chart, size_t series);

/** For writers: the colour of a band, from 0 up to its band_count; pale, for what is drawn over it. */
IKM_API uint32_t ikm_chart_band_colour(const ikm_chart *chart, size_t band);

/** For writers: how many rows of its table a chart shows, from the first. */
IKM_API size_t ikm_chart_row_count(const ikm_chart *chart, const ikm_table *table);

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

/** How CSV is laid out. Set it up with IKM_CSV_OPTIONS_INIT. */
typedef struct ikm_csv_options {
    size_t size;  /**< sizeof(ikm_csv_options) */
    int excel_id; /**< not 0: as Excel with Indonesian settings opens it with a double click: a byte order mark,
                       semicolons, decimal commas, CR LF */
} ikm_csv_options;

#define IKM_CSV_OPTIONS_INIT                                                                                           \
    {                                                                                                                  \
        sizeof(ikm_csv_options), 0                                                                                     \
    }

/**
 * Write the tables of a document as CSV: comma, LF, a header row (a unit in
 * brackets behind the title), numbers with a point and no grouping, an empty line
 * between tables. A text that begins with = + - @ tab CR or LF, which a spreadsheet
 * would take for a formula, is defused with an apostrophe (a lone "-" is no formula
 * and stays).
 *
 * @param options  NULL: IKM_CSV_OPTIONS_INIT.
 * @return As ikm_document_write_text().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_write_csv(const ikm_document *document, const ikm_csv_options *options,
                                                         ikm_sink sink);

/**
 * Write a document as one page of HTML that stands alone: a section a sheet, charts as SVG, no script, nothing fetched
 * from anywhere; light and dark, for a telephone, a screen reader and A4 paper. Rows of tables are pulled and written
 * through. Everything that comes from data is escaped.
 *
 * @return As ikm_document_write_text().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_document_write_html(const ikm_document *document, ikm_sink sink);

#ifdef __cplusplus
}
#endif

#endif
