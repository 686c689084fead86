/* Workbooks made in memory, part by part, and what a reader gives, as text to compare. */
#ifndef READERS_FIXTURE_H
#define READERS_FIXTURE_H

#include "ikm/readers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* ---- a zip in memory ---- */

typedef struct fixture_part {
    const char *name;
    const char *text;
    size_t size; /* 0: strlen(text) */
} fixture_part;

/* The caller frees `data`. Aborts where libzip fails: there is no test without it. */
static inline ikm_text fixture_zip(const fixture_part *parts, size_t count)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = target ? zip_open_from_source(target, ZIP_TRUNCATE, &error) : NULL;
    if (!zip)
        abort();
    zip_source_keep(target);
    for (size_t i = 0; i < count; i++) {
        size_t size = parts[i].size ? parts[i].size : strlen(parts[i].text);
        zip_source_t *source = zip_source_buffer(zip, parts[i].text, size, 0);
        if (!source || zip_file_add(zip, parts[i].name, source, 0) < 0)
            abort();
    }
    zip_stat_t about;
    if (zip_close(zip) || zip_source_stat(target, &about) || zip_source_open(target))
        abort();
    char *data = malloc(about.size ? about.size : 1);
    if (!data || zip_source_read(target, data, about.size) != (zip_int64_t)about.size)
        abort();
    zip_source_close(target);
    zip_source_free(target);
    return (ikm_text){data, (size_t)about.size};
}

/* ---- a workbook ---- */

#define FIXTURE_MAIN           "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define FIXTURE_REL            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define FIXTURE_PACKAGE        "http://schemas.openxmlformats.org/package/2006/"
#define FIXTURE_SHEET(rows)    "<worksheet xmlns=\"" FIXTURE_MAIN "\"><sheetData>" rows "</sheetData></worksheet>"
#define FIXTURE_STRINGS(items) "<sst xmlns=\"" FIXTURE_MAIN "\">" items "</sst>"

/* What differs from a plain workbook of one sheet; NULL: as usual. */
typedef struct fixture_book {
    const char *sheet;     /* xl/worksheets/sheet1.xml */
    const char *strings;   /* xl/sharedStrings.xml; NULL: none */
    const char *styles;    /* xl/styles.xml; NULL: none */
    const char *workbook;  /* xl/workbook.xml */
    const char *relations; /* xl/_rels/workbook.xml.rels */
    const char *second;    /* xl/worksheets/sheet2.xml; NULL: none */
    const char *types;     /* [Content_Types].xml */
} fixture_book;

static inline ikm_text fixture_xlsx(const fixture_book *book)
{
    static const char types[] =
        "<Types xmlns=\"" FIXTURE_PACKAGE "content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType="
        "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    static const char root[] =
        "<Relationships xmlns=\"" FIXTURE_PACKAGE "relationships\"><Relationship Id=\"r1\" Type=\"" FIXTURE_REL
        "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    static const char workbook[] = "<workbook xmlns=\"" FIXTURE_MAIN "\" xmlns:r=\"" FIXTURE_REL
                                   "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    static const char relations[] =
        "<Relationships xmlns=\"" FIXTURE_PACKAGE "relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" FIXTURE_REL "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" FIXTURE_REL "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"" FIXTURE_REL "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        "<Relationship Id=\"rId4\" Type=\"" FIXTURE_REL "/styles\" Target=\"styles.xml\"/></Relationships>";
    fixture_part parts[8];
    size_t count = 0;
    parts[count++] = (fixture_part){"[Content_Types].xml", book->types ? book->types : types, 0};
    parts[count++] = (fixture_part){"_rels/.rels", root, 0};
    parts[count++] = (fixture_part){"xl/workbook.xml", book->workbook ? book->workbook : workbook, 0};
    parts[count++] = (fixture_part){"xl/_rels/workbook.xml.rels", book->relations ? book->relations : relations, 0};
    parts[count++] = (fixture_part){"xl/sharedStrings.xml", book->strings ? book->strings : FIXTURE_STRINGS(""), 0};
    parts[count++] = (fixture_part){"xl/styles.xml", book->styles ? book->styles : "<styleSheet/>", 0};
    if (book->sheet)
        parts[count++] = (fixture_part){"xl/worksheets/sheet1.xml", book->sheet, 0};
    if (book->second)
        parts[count++] = (fixture_part){"xl/worksheets/sheet2.xml", book->second, 0};
    return fixture_zip(parts, count);
}

/* ---- rows as text ---- */

typedef struct fixture_rows {
    ikm_status status;
    ikm_error error;
    char text[65536]; /* "LINE:field|field\n" for each row, cut when full */
} fixture_rows;

static inline void fixture_add(fixture_rows *rows, size_t *used, const char *data, size_t size)
{
    size_t room = sizeof rows->text - 1 - *used, take = size < room ? size : room;
    if (take)
        memcpy(rows->text + *used, data, take);
    *used += take;
    rows->text[*used] = '\0';
}

static inline void fixture_drain(fixture_rows *rows, ikm_reader *reader)
{
    const ikm_rows *source = ikm_reader_rows(reader);
    size_t used = 0;
    rows->text[0] = '\0';
    for (;;) {
        const ikm_field *fields = NULL;
        size_t count = 0;
        int64_t line = 0;
        rows->status = source->next(source->ctx, &fields, &count, &line, &rows->error);
        if (rows->status != IKM_OK || !fields)
            return;
        char number[32];
        fixture_add(rows, &used, number, (size_t)snprintf(number, sizeof number, "%lld:", (long long)line));
        for (size_t i = 0; i < count; i++) {
            if (i)
                fixture_add(rows, &used, "|", 1);
            if (fields[i].column != (int64_t)i + 1)
                fixture_add(rows, &used, "(column!)", 9);
            fixture_add(rows, &used, fields[i].text.data, fields[i].text.size);
        }
        fixture_add(rows, &used, "\n", 1);
    }
}

/* Open, drain, close. */
static inline void fixture_read(fixture_rows *rows, ikm_text bytes, const ikm_reader_options *options)
{
    ikm_reader *reader = NULL;
    ikm_input input = {.name = "book.xlsx", .bytes = bytes};
    *rows = (fixture_rows){0};
    rows->status = ikm_reader_new(&reader, &input, options, &rows->error);
    if (rows->status == IKM_OK)
        fixture_drain(rows, reader);
    ikm_reader_free(reader);
}

static inline void fixture_read_book(fixture_rows *rows, const fixture_book *book)
{
    ikm_text bytes = fixture_xlsx(book);
    fixture_read(rows, bytes, NULL);
    free((char *)(uintptr_t)bytes.data);
}

#endif
