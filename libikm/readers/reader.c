#include "ikm/readers.h"

#include <string.h>

#include "sav.h"
#include "top.h"
#include "workbook.h"
#include "worksheet.h"

static const int64_t default_part_bytes = (int64_t)4 << 30;
static const int64_t default_memory_bytes = (int64_t)256 << 20;

struct ikm_reader {
    ikmi_desk desk;
    char *name;
    ikmi_origin origin;
    ikm_file_kind kind;
    /* a workbook */
    ikmi_package package;
    ikmi_workbook workbook;
    ikmi_book book;
    bool book_ready; /* shared texts and formats are read with the first row */
    size_t chosen;
    ikmi_worksheet sheet;
    bool sheet_open;
    ikmi_top header;
    /* a statistics file */
    ikmi_sav sav;
    /* both */
    ikmi_row row;
    ikmi_fields fields;
    bool ended;
    ikm_error failure; /* what `next` failed with, and fails with again */
    ikm_rows rows;
};

/* ---- rows ---- */

static ikm_status ready_book(ikm_reader *reader, ikm_error *err)
{
    if (reader->book_ready)
        return IKM_OK;
    ikmi_book *book = &reader->book;
    ikm_status status = ikmi_strings_read(&book->strings, &reader->package, reader->workbook.strings_path, err);
    if (status != IKM_OK)
        return status;
    status = ikmi_styles_read(&book->styles, &reader->package, reader->workbook.styles_path, err);
    if (status != IKM_OK) {
        ikmi_strings_done(&book->strings);
        return status;
    }
    reader->book_ready = true;
    return IKM_OK;
}

static ikm_status open_sheet(ikm_reader *reader, ikm_error *err)
{
    const ikmi_sheet_entry *entry = &reader->workbook.sheets[reader->chosen];
    ikm_status status = ready_book(reader, err);
    if (status != IKM_OK)
        return status;
    status = ikmi_worksheet_open(&reader->sheet, &reader->book, entry->name, entry->path, err);
    if (status != IKM_OK)
        return status;
    reader->sheet_open = true;
    return ikmi_top_read(&reader->header, &reader->sheet, entry->path, err);
}

static ikm_status next_of_sheet(ikm_reader *reader, const ikmi_row **row_out, ikm_error *err)
{
    if (!reader->sheet_open) {
        ikm_status status = open_sheet(reader, err);
        if (status != IKM_OK)
            return status;
    }
    *row_out = ikmi_top_next(&reader->header);
    if (*row_out)
        return IKM_OK;
    bool end = false;
    ikm_status status = ikmi_worksheet_next(&reader->sheet, &reader->row, &end, err);
    *row_out = end ? NULL : &reader->row;
    return status;
}

static ikm_status next_of_sav(ikm_reader *reader, const ikmi_row **row_out, ikm_error *err)
{
    bool end = false;
    ikm_status status = ikmi_sav_next(&reader->sav, &reader->row, &end, err);
    *row_out = end ? NULL : &reader->row;
    return status;
}

static ikm_status next_row(void *ctx, const ikm_field **fields_out, size_t *count_out, int64_t *line_out,
                           ikm_error *err)
{
    ikm_reader *reader = ctx;
    const ikmi_row *row = NULL;
    ikm_error *failure = &reader->failure;
    size_t count = 0;
    if (!reader->ended && failure->status == IKM_OK) {
        ikm_status status =
            reader->kind == IKM_FILE_XLSX ? next_of_sheet(reader, &row, failure) : next_of_sav(reader, &row, failure);
        if (status == IKM_OK && row && !ikmi_fields_set(&reader->fields, &reader->desk, row, &count))
            ikmi_desk_nomem(&reader->desk, failure);
    }
    if (failure->status != IKM_OK) {
        if (err)
            *err = *failure;
        return failure->status;
    }
    reader->ended = !row;
    *fields_out = row ? reader->fields.items : NULL;
    *count_out = count;
    if (row)
        *line_out = row->line;
    return IKM_OK;
}

static void rewind_rows(ikm_reader *reader)
{
    if (reader->sheet_open)
        ikmi_worksheet_close(&reader->sheet);
    reader->sheet_open = false;
    ikmi_top_done(&reader->header, &reader->desk);
    ikmi_sav_rewind(&reader->sav);
    ikmi_fields_done(&reader->fields, &reader->desk);
    ikmi_row_begin(&reader->row, 0);
    reader->ended = false;
    reader->failure = (ikm_error){0};
}

/* ---- opening ---- */

static ikm_status open_workbook(ikm_reader *reader, const ikm_reader_options *options, ikm_error *err)
{
    ikm_status status = ikmi_package_open(&reader->package, &reader->desk, &reader->origin, err);
    if (status == IKM_OK)
        status = ikmi_workbook_read(&reader->workbook, &reader->package, err);
    if (status == IKM_OK)
        status = ikmi_workbook_find(&reader->chosen, &reader->workbook, options->sheet, err);
    reader->book =
        (ikmi_book){.desk = &reader->desk, .package = &reader->package, .from_1904 = reader->workbook.from_1904};
    return status;
}

static ikm_status no_sheets(const ikm_reader *reader, const char *sheet, ikm_error *err)
{
    return ikmi_desk_fail(&reader->desk, err, IKM_ERR_UNKNOWN, "READERS_SAV_NO_SHEETS", IKMI_WITH(sheet));
}

static ikm_status open_file(ikm_reader *reader, const ikm_input *input, const ikm_reader_options *options,
                            ikm_error *err)
{
    ikm_status status = ikmi_origin_open(&reader->origin, &reader->desk, input, err);
    if (status != IKM_OK)
        return status;
    const ikm_input look = {reader->desk.name,
                            reader->origin.path,
                            {reader->origin.path ? NULL : reader->origin.bytes, (size_t)reader->origin.size},
                            NULL};
    status = ikm_file_kind_find(&reader->kind, &look, reader->desk.lang, err);
    if (status != IKM_OK)
        return status;
    if (reader->kind == IKM_FILE_XLSX)
        return open_workbook(reader, options, err);
    if (reader->kind != IKM_FILE_SAV)
        return ikm_file_kind_refuse(reader->kind, reader->desk.name, reader->desk.lang, err);
    if (options->sheet && strcmp(options->sheet, "1"))
        return no_sheets(reader, options->sheet, err);
    return ikmi_sav_open(&reader->sav, &reader->desk, &reader->origin, options->headers, options->codes != 0, err);
}

static ikm_status wrong_argument(ikm_lang lang, ikm_error *err)
{
    ikmi_desk desk = {.lang = lang, .name = ""};
    return ikmi_desk_fail(&desk, err, IKM_ERR_ARGUMENT, "WRONG_ARGUMENT", NULL, 0);
}

static bool options_are_sound(const ikm_reader_options *options)
{
    return options->size >= sizeof *options && options->max_part_bytes >= 0 && options->max_memory_bytes >= 0 &&
           options->headers >= IKM_SAV_HEADERS_BOTH && options->headers <= IKM_SAV_HEADERS_LABELS;
}

ikm_status ikm_reader_new(ikm_reader **out, const ikm_input *input, const ikm_reader_options *options, ikm_error *err)
{
    static const ikm_reader_options defaults = IKM_READER_OPTIONS_INIT;
    options = options ? options : &defaults;
    if (!out)
        return wrong_argument(IKM_LANG_ID, err);
    *out = NULL;
    if (!options_are_sound(options) || !input || input->rows ||
        (input->path != NULL) == (input->bytes.data != NULL || input->bytes.size) ||
        (!input->bytes.data && input->bytes.size))
        return wrong_argument(options->size >= sizeof *options ? options->lang : IKM_LANG_ID, err);
    const char *name = input->name ? input->name : input->path ? input->path : "-";
    ikmi_desk desk = {
        .mem = options->mem,
        .lang = options->lang,
        .name = name,
        .max_part_bytes = options->max_part_bytes ? options->max_part_bytes : default_part_bytes,
        .max_memory_bytes = options->max_memory_bytes ? options->max_memory_bytes : default_memory_bytes,
    };
    ikm_reader *reader = ikmi_desk_alloc(&desk, 1, sizeof *reader);
    if (!reader)
        return ikmi_desk_nomem(&desk, err);
    reader->desk = desk;
    reader->origin.fd = -1;
    reader->rows = (ikm_rows){next_row, reader};
    reader->name = ikmi_desk_copy(&desk, name, strlen(name));
    reader->desk.name = reader->name;
    ikm_status status = reader->name ? open_file(reader, input, options, err) : ikmi_desk_nomem(&desk, err);
    if (status != IKM_OK) {
        ikm_reader_free(reader);
        return status;
    }
    *out = reader;
    return IKM_OK;
}

void ikm_reader_free(ikm_reader *reader)
{
    if (!reader)
        return;
    ikmi_desk desk = reader->desk;
    rewind_rows(reader);
    ikmi_row_done(&reader->row, &desk);
    ikmi_sav_close(&reader->sav);
    if (reader->book_ready) {
        ikmi_strings_done(&reader->book.strings);
        ikmi_styles_done(&reader->book.styles);
    }
    if (reader->workbook.desk)
        ikmi_workbook_done(&reader->workbook);
    ikmi_package_close(&reader->package);
    ikmi_origin_close(&reader->origin, &desk);
    ikmi_desk_release(&desk, reader->name);
    ikmi_desk_release(&desk, reader);
}

/* ---- what it is ---- */

const ikm_rows *ikm_reader_rows(ikm_reader *reader)
{
    return &reader->rows;
}

ikm_file_kind ikm_reader_kind(const ikm_reader *reader)
{
    return reader->kind;
}

size_t ikm_reader_sheet_count(const ikm_reader *reader)
{
    return reader->kind == IKM_FILE_XLSX ? reader->workbook.count : 1;
}

const char *ikm_reader_sheet_name(const ikm_reader *reader, size_t index)
{
    if (index >= ikm_reader_sheet_count(reader))
        return NULL;
    return reader->kind == IKM_FILE_XLSX ? reader->workbook.sheets[index].name : "";
}

int ikm_reader_sheet_hidden(const ikm_reader *reader, size_t index)
{
    if (index >= ikm_reader_sheet_count(reader))
        return -1;
    return reader->kind == IKM_FILE_XLSX && reader->workbook.sheets[index].hidden;
}

const char *ikm_reader_weight(const ikm_reader *reader)
{
    return reader->kind == IKM_FILE_SAV && reader->sav.weight ? reader->sav.weight : "";
}

size_t ikm_reader_sheet(const ikm_reader *reader)
{
    return reader->chosen;
}

ikm_status ikm_reader_choose(ikm_reader *reader, const char *sheet, ikm_error *err)
{
    if (!reader)
        return wrong_argument(IKM_LANG_ID, err);
    size_t chosen = 0;
    if (reader->kind == IKM_FILE_XLSX) {
        ikm_status status = ikmi_workbook_find(&chosen, &reader->workbook, sheet, err);
        if (status != IKM_OK)
            return status;
    } else if (sheet && *sheet && strcmp(sheet, "1")) {
        return no_sheets(reader, sheet, err);
    }
    rewind_rows(reader);
    reader->chosen = chosen;
    return IKM_OK;
}
