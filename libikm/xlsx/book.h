/* The workbook that is being written: what the files of this library share. */
#ifndef IKMI_XLSX_BOOK_H
#define IKMI_XLSX_BOOK_H

#include "ikm/xlsx.h"

#include <locale.h>
#include <stdbool.h>
#include <xlsxwriter.h>

enum {
    IKMI_TEXT_UNITS = 32767,                  /* UTF-16 units that a cell may hold */
    IKMI_TEXT_SIZE = IKMI_TEXT_UNITS * 3 + 1, /* bytes that they may take */
    IKMI_NAME_UNITS = 31,                     /* of the name of a sheet */
    IKMI_NAME_SIZE = IKMI_NAME_UNITS * 3 + 1,
    IKMI_PLACES = 19 /* 0 to 18 */
};

/* What a cell is for decides how it looks. */
typedef enum ikmi_role {
    IKMI_ROLE_HEADING_FIRST,
    IKMI_ROLE_HEADING_SECOND,
    IKMI_ROLE_HEADING_THIRD,
    IKMI_ROLE_TEXT,
    IKMI_ROLE_NOTE,
    IKMI_ROLE_FIGURE_LABEL,
    IKMI_ROLE_FIGURE, /* the number, or the word in its place */
    IKMI_ROLE_FIGURE_CAPTION,
    IKMI_ROLE_FIELD_LABEL,
    IKMI_ROLE_FIELD,
    IKMI_ROLE_FIELD_LINE, /* to be filled in by hand */
    IKMI_ROLE_SIGNATURE,
    IKMI_ROLE_SIGNATURE_NAME,
    IKMI_ROLE_SIGNATURE_LINE,
    IKMI_ROLE_TABLE_TITLE,
    IKMI_ROLE_TITLE_LEFT,      /* of a column of texts */
    IKMI_ROLE_TITLE_MIDDLE,    /* of a column of marks: grades, codes */
    IKMI_ROLE_TITLE_RIGHT,     /* of a column of numbers */
    IKMI_ROLE_TITLE_RIGHT_ODD, /* see ikmi_number_role */
    IKMI_ROLE_CELL,
    IKMI_ROLE_MARK,
    IKMI_ROLE_INPUT, /* of a text that somebody will fill in */
    IKMI_ROLE_COUNT
} ikmi_role;

/* What changes how a role looks. Flags. */
typedef enum ikmi_look {
    IKMI_LOOK_PLAIN = 0,
    IKMI_LOOK_STRONG = 1,
    IKMI_LOOK_FOOT = 2, /* in the first row of the foot of a table */
    IKMI_LOOK_POSTER = 4,
    IKMI_LOOKS = 8
} ikmi_look;

/* How large a role is set, and how much room it takes. */
typedef struct ikmi_type {
    int points;
    int line;    /* pixels of a line */
    int letters; /* that stand in the width of 100 digits of the standard font */
    int padding; /* pixels of all lines together */
} ikmi_type;

/*
 * What a number is for. LibreOffice 7.4 forgets the indent of a number whose
 * left neighbour has the same font and alignment; so the odd columns differ in
 * what nobody sees: the family that their font is said to be of.
 */
typedef enum ikmi_number_role {
    IKMI_NUMBER_PLAIN = 0,
    IKMI_NUMBER_ODD = 1, /* flags */
    IKMI_NUMBER_STRONG = 2,
    IKMI_NUMBER_FIGURE = 4, /* alone, large */
    IKMI_NUMBER_FOOT = 8,
    IKMI_NUMBER_INPUT = 16, /* an empty cell for one */
    IKMI_NUMBER_POSTER = 32
} ikmi_number_role;

/* A format for numbers; few of them, found by looking through the list. */
typedef struct ikmi_number_style {
    int32_t places;
    ikmi_number_role role;
    char unit[32];
    lxw_format *format;
} ikmi_number_style;

enum { IKMI_NUMBER_STYLES = 128 };

/* A column of the sheet that nobody sees: a list to choose from, or numbers that a chart needs. */
typedef struct ikmi_aside_column {
    size_t count;
    const char *const *list; /* of the document */
    double *numbers;
} ikmi_aside_column;

typedef struct ikmi_aside {
    const char *name; /* NULL: nothing stands there yet */
    ikmi_aside_column *columns;
    size_t count, capacity;
} ikmi_aside;

typedef struct ikmi_book {
    const ikm_document *document;
    ikm_lang lang;
    ikm_mem mem;
    lxw_workbook *workbook;
    lxw_row_t row_limit;  /* rows that a sheet may have; fewer in tests */
    locale_t host, plain; /* the caller's locale, and the one with a decimal point */
    ikm_status status;    /* of the first thing that failed */
    char *text;           /* IKMI_TEXT_SIZE: the text that is being written */
    char **names;         /* each IKMI_NAME_SIZE */
    size_t name_count, name_capacity;
    lxw_format *roles[IKMI_ROLE_COUNT][IKMI_LOOKS];
    ikmi_number_style numbers[IKMI_NUMBER_STYLES];
    size_t number_count;
    ikmi_aside aside;
    uint64_t weight; /* bytes that the parts of the file will take at most, before they are packed */
} ikmi_book;

/* Write a document with sheets of at most `row_limit` rows; ikm_xlsx_write() is this with Excel's limit. */
IKM_MUST_CHECK ikm_status ikmi_book_write(const ikm_document *document, const ikm_xlsx_options *options, ikm_sink sink,
                                          lxw_row_t row_limit, ikm_error *err);

/* The first failure stays. */
void ikmi_book_check(ikmi_book *book, lxw_error error);
void ikmi_book_fail(ikmi_book *book, ikm_status status);

/* A row of a table, read under the caller's own locale. */
bool ikmi_book_pull(ikmi_book *book, const ikm_table *table, size_t index, ikm_cell *cells);

/* A sentence or label by its name in the table of words. */
const char *ikmi_book_word(const ikmi_book *book, const char *name);

/*
 * A text as a workbook may hold it into `out` (at least units x 3 + 1 bytes): no
 * control characters, nothing that is not UTF-8, at most `units` UTF-16 units,
 * cut with a mark. Returns the bytes written before the NUL.
 */
size_t ikmi_clean(char *out, ikm_text text, size_t units);
/* The same into the book's own buffer, for a cell. */
const char *ikmi_book_clean(ikmi_book *book, ikm_text text);
ikm_text ikmi_text_of(const char *string); /* NULL gives an empty one */

/* A name for a new sheet that Excel takes and that no other sheet has; it lives as long as the book. NULL: refused. */
const char *ikmi_book_name(ikmi_book *book, const char *wanted);

/*
 * `list`, or `count` numbers to be filled in, onto the hidden sheet; `*column` is where they stand there, from its
 * first row. False and NULL: refused. It is written as the last sheet.
 */
bool ikmi_aside_list(ikmi_book *book, const char *const *list, size_t count, size_t *column);
double *ikmi_aside_numbers(ikmi_book *book, size_t count, size_t *column);
void ikmi_aside_write(ikmi_book *book);
void ikmi_aside_release(ikmi_book *book);

/* 'Name'!$A$2:$B$9, with quotes in the name doubled; without `name` $A$2:$B$9. */
typedef struct ikmi_range {
    const char *name;
    lxw_row_t top, bottom;
    size_t left, right;
} ikmi_range;
enum { IKMI_RANGE_SIZE = IKMI_NAME_SIZE * 2 + 64 };
void ikmi_range_write(char *out, const ikmi_range *range);

/* A new sheet of this name; NULL: failed. */
lxw_worksheet *ikmi_book_worksheet(ikmi_book *book, const char *name);

lxw_format *ikmi_role_format(ikmi_book *book, ikmi_role role, ikmi_look look);
ikmi_type ikmi_role_type(ikmi_role role, ikmi_look look);
lxw_format *ikmi_number_format(ikmi_book *book, int32_t places, const char *unit, ikmi_number_role role);
/* "#,##0.00" and the like, into `out`. */
enum { IKMI_FORMAT_SIZE = 128 };
void ikmi_number_code(char *out, int32_t places, const char *unit);
/* A unit that is a sign, as "%", stands behind each number; a word stands in the title of its column. */
bool ikmi_unit_is_a_sign(const char *unit);

/* The last step: from an exact decimal to the nearest double. */
double ikmi_decimal_double(ikm_decimal number);

void *ikmi_book_alloc(const ikmi_book *book, size_t size);
void ikmi_book_release(const ikmi_book *book, void *block);

#endif
