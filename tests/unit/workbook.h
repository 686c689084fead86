/* A document written as a workbook into memory, and what is in its parts. The test's folder must be left empty. */
#ifndef WORKBOOK_H
#define WORKBOOK_H

#include "xlsx/book.h"

#include "gathering.h"
#include "refusing.h"
#include "unzipping.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <unistd.h>

static char folder[] = "/tmp/ikm-test-XXXXXX";

static inline void make_folder(void)
{
    cr_assert(ne(ptr, mkdtemp(folder), NULL));
}

static inline void remove_folder(void)
{
    cr_expect(eq(int, rmdir(folder), 0), "a temporary file is left");
}

static inline ikm_document *new_document(const ikm_mem *mem)
{
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "Rekap & <judul>", mem), IKM_OK));
    return document;
}

static inline ikm_xlsx_options options_here(void)
{
    ikm_xlsx_options options = IKM_XLSX_OPTIONS_INIT;
    options.tmp_folder = folder;
    return options;
}

static inline gathering workbook_of(const ikm_document *document, lxw_row_t limit)
{
    gathering out = {0};
    ikm_error error = {.message = ""};
    ikm_xlsx_options options = options_here();
    cr_assert(eq(int, ikmi_book_write(document, &options, gathering_sink(&out), limit, &error), IKM_OK), "%s",
              error.message);
    return out;
}

static inline char *part(const gathering *workbook, const char *name)
{
    char *text = unzipped(workbook->bytes, workbook->size, name);
    cr_assert(ne(ptr, text, NULL), "%s", name);
    return text;
}

/* Not with strstr(): the address sanitizer looks at the whole text each time. */
static inline size_t count_of(const char *text, const char *what)
{
    size_t count = 0, size = strlen(what);
    for (const char *end = text + strlen(text); text + size <= end; text++)
        count += text[0] == what[0] && memcmp(text, what, size) == 0;
    return count;
}

static inline void expect_has(const char *text, const char *what)
{
    cr_expect(ne(ptr, strstr(text, what), NULL), "no %s in %.3000s", what, text);
}

static inline void expect_has_not(const char *text, const char *what)
{
    cr_expect(eq(ptr, strstr(text, what), NULL), "%s in %.3000s", what, text);
}

/* Each request for memory on the way to a workbook refused, until none is: told, nothing given out, nothing left. */
static inline void expect_every_refusal(const ikm_document *document, refusing *memory, lxw_row_t row_limit, long least)
{
    ikm_status status = IKM_ERR_NOMEM;
    long held = memory->live, n = 0;
    for (; status != IKM_OK; n++) {
        gathering out = {0};
        ikm_error error = {.message = ""};
        ikm_xlsx_options options = options_here();
        memory->countdown = n;
        status = ikmi_book_write(document, &options, gathering_sink(&out), row_limit, &error);
        cr_assert(status == IKM_OK || status == IKM_ERR_NOMEM);
        cr_expect(eq(int, error.status, status));
        cr_expect(status == IKM_OK || out.calls == 0);
        cr_assert(eq(long, memory->live, held), "request %ld", n);
        gathering_done(&out);
    }
    cr_expect(n > least);
}

#endif
