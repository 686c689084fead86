/* From a document to the bytes of a workbook, by way of a temporary file. */
#include "book.h"
#include "sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    MANY_ROWS = 50000,          /* from here on rows are written through, not held in memory */
    PARTS_WEIGHT = 1024 * 1024, /* what the file takes besides its cells: styles, theme, the archive itself */
};

/* What could not be done with the temporary file. */
static ikm_status file_error(ikm_error *err, ikm_lang lang, const char *path, int code)
{
    const char *args[] = {path, ikm_words_system(lang, code)};
    ikm_status status = IKM_ERR_IO;
    if (err) {
        *err = (ikm_error){.status = status, .offset = -1};
        if (ikm_words_say(err->message, sizeof err->message, lang, code == ENOSPC ? "DISK_FULL" : "CANNOT_WRITE", args,
                          2) != IKM_OK)
            err->message[0] = '\0';
    }
    return status;
}

static ikm_status plain_error(ikm_error *err, ikm_lang lang, ikm_status status)
{
    const char *name = status == IKM_ERR_NOMEM      ? "OUT_OF_MEMORY"
                       : status == IKM_ERR_ARGUMENT ? "WRONG_ARGUMENT"
                       : status == IKM_ERR_IO       ? "XLSX_NOT_TAKEN"
                                                    : "XLSX_NOT_WRITTEN";
    const char *args[] = {ikm_status_name(status)};
    if (err) {
        *err = (ikm_error){.status = status, .offset = -1};
        if (ikm_words_say(err->message, sizeof err->message, lang, name, args, 1) != IKM_OK)
            err->message[0] = '\0';
    }
    return status;
}

static size_t count_rows(const ikm_document *document)
{
    size_t rows = 0;
    for (size_t i = 0; i < ikm_document_item_count(document); i++) {
        const ikm_item *item = ikm_document_item(document, i);
        if (item->kind == IKM_ITEM_TABLE)
            rows += item->table->row_count + item->table->blank_rows;
    }
    return rows;
}

static void write_sheets(ikmi_book *book)
{
    size_t count = ikm_document_item_count(book->document), from = 0;
    while (book->status == IKM_OK) {
        const ikm_item *first = ikm_document_item(book->document, from);
        bool named = first && first->kind == IKM_ITEM_SHEET;
        size_t to = from + named;
        while (to < count && ikm_document_item(book->document, to)->kind != IKM_ITEM_SHEET)
            to++;
        ikmi_sheet_write(book, named ? first->text : ikmi_book_word(book, "XLSX_SHEET"), from, to);
        from = to;
        if (from >= count) /* an empty document has one empty sheet: a workbook must have one */
            break;
    }
    ikmi_aside_write(book);
}

static void set_properties(ikmi_book *book, const ikm_xlsx_options *options)
{
    char title[255 * 3 + 1];
    lxw_doc_properties properties = {.title = title};
    ikmi_clean(title, ikmi_text_of(ikm_document_title(book->document)), 255);
    /* without a date, which 0 would be, the file says when it was made */
    properties.created = (time_t)(options->created > 0 ? options->created : 1);
    ikmi_book_check(book, workbook_set_properties(book->workbook, &properties));
}

/*
 * libxlsxwriter does not notice a full disk while it writes the parts, and says
 * what it notices to stderr. So the room is asked for before, and two free file
 * descriptors, which it needs.
 */
static int reserve(const ikmi_book *book, int fd)
{
    int first = dup(fd), second = dup(fd), code = first < 0 || second < 0 ? errno : 0;
    if (first >= 0)
        close(first);
    if (second >= 0)
        close(second);
    if (!code)
        code = posix_fallocate(fd, 0, (off_t)(PARTS_WEIGHT + book->weight));
    if (!code && ftruncate(fd, 0) != 0)
        code = errno;
    return code == EOPNOTSUPP ? 0 : code;
}

/* The finished file into the sink. */
static ikm_status hand_over(int fd, ikm_sink sink, int *code)
{
    char block[16384];
    ssize_t size;
    if (lseek(fd, 0, SEEK_SET) < 0)
        return *code = errno, IKM_ERR_IO;
    while ((size = read(fd, block, sizeof block)) != 0) {
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return *code = errno, IKM_ERR_IO;
        if (sink.write(sink.ctx, block, (size_t)size) != 0)
            return IKM_ERR_IO;
    }
    return IKM_OK;
}

/* Folder of temporary files, with "/ikm-XXXXXX" behind it. NULL when memory is refused. */
static char *temporary_path(const ikmi_book *book, const char **folder)
{
    if (!*folder || !**folder)
        *folder = getenv("TMPDIR");
    if (!*folder || !**folder)
        *folder = "/tmp";
    size_t size = strlen(*folder) + sizeof "/ikm-XXXXXX";
    char *path = ikmi_book_alloc(book, size);
    if (path)
        snprintf(path, size, "%s/ikm-XXXXXX", *folder);
    return path;
}

/* The workbook into the file at `path`; it is closed in every case. `*code` is not 0 where the file was at fault. */
static void fill(ikmi_book *book, const ikm_xlsx_options *options, const char *path, const char *folder, int fd,
                 int *code)
{
    lxw_workbook_options settings = {.constant_memory = count_rows(book->document) > MANY_ROWS,
                                     .tmpdir = (char *)folder};
    book->workbook = workbook_new_opt(path, &settings);
    if (!book->workbook) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return;
    }
    set_properties(book, options);
    write_sheets(book);
    if (book->status == IKM_OK && (*code = reserve(book, fd)) != 0)
        ikmi_book_fail(book, IKM_ERR_IO);
    if (book->status != IKM_OK) {
        lxw_workbook_free(book->workbook);
        return;
    }
    errno = 0;
    if (workbook_close(book->workbook) != LXW_NO_ERROR) {
        *code = errno ? errno : EIO;
        ikmi_book_fail(book, IKM_ERR_IO);
    }
}

/* All of it under a locale with a decimal point, for libxlsxwriter prints numbers as the locale says. */
static ikm_status write_file(ikmi_book *book, const ikm_xlsx_options *options, ikm_sink sink, ikm_error *err)
{
    const char *folder = options->tmp_folder;
    char *path = temporary_path(book, &folder);
    book->text = ikmi_book_alloc(book, IKMI_TEXT_SIZE);
    book->plain = newlocale(LC_NUMERIC_MASK, "C", (locale_t)0);
    if (!path || !book->text || book->plain == (locale_t)0)
        ikmi_book_fail(book, IKM_ERR_NOMEM);
    int code = 0, fd = book->status == IKM_OK ? mkstemp(path) : -1;
    if (book->status == IKM_OK && fd < 0) {
        code = errno;
        ikmi_book_fail(book, IKM_ERR_IO);
    }
    if (fd >= 0) {
        book->host = uselocale(book->plain);
        fill(book, options, path, folder, fd, &code);
        uselocale(book->host);
        unlink(path);
        if (book->status == IKM_OK)
            book->status = hand_over(fd, sink, &code);
        close(fd);
    }
    ikm_status status = book->status == IKM_OK ? IKM_OK
                        : code                 ? file_error(err, book->lang, folder, code)
                                               : plain_error(err, book->lang, book->status);
    if (book->plain != (locale_t)0)
        freelocale(book->plain);
    ikmi_aside_release(book);
    while (book->name_count > 0)
        ikmi_book_release(book, book->names[--book->name_count]);
    ikmi_book_release(book, book->names);
    ikmi_book_release(book, book->text);
    ikmi_book_release(book, path);
    return status;
}

static void *plain_alloc(void *ctx, size_t size)
{
    (void)ctx;
    return malloc(size);
}

static void *plain_resize(void *ctx, void *block, size_t size)
{
    (void)ctx;
    return realloc(block, size);
}

static void plain_release(void *ctx, void *block)
{
    (void)ctx;
    free(block);
}

ikm_status ikmi_book_write(const ikm_document *document, const ikm_xlsx_options *options, ikm_sink sink,
                           lxw_row_t row_limit, ikm_error *err)
{
    static const ikm_xlsx_options usual = IKM_XLSX_OPTIONS_INIT;
    static const ikm_mem plain = {plain_alloc, plain_resize, plain_release, NULL};
    const int64_t year_ten_thousand = 253402300800;
    ikm_lang lang = ikm_document_lang(document);
    options = options ? options : &usual;
    if (!document || !sink.write || options->size < sizeof usual || options->created < 0 ||
        options->created >= year_ten_thousand)
        return plain_error(err, lang, IKM_ERR_ARGUMENT);
    const ikm_mem *mem = ikm_document_mem(document) ? ikm_document_mem(document) : &plain;
    ikmi_book *book = mem->alloc(mem->ctx, sizeof *book);
    if (!book)
        return plain_error(err, lang, IKM_ERR_NOMEM);
    *book = (ikmi_book){.document = document, .lang = lang, .mem = *mem, .row_limit = row_limit};
    ikm_status status = write_file(book, options, sink, err);
    mem->release(mem->ctx, book);
    return status;
}

ikm_status ikm_xlsx_write(const ikm_document *document, const ikm_xlsx_options *options, ikm_sink sink, ikm_error *err)
{
    return ikmi_book_write(document, options, sink, LXW_ROW_MAX, err);
}
