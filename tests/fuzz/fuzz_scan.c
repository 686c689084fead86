/*
 * Any bytes: every way to scan finds the records that the careful way finds, and
 * where the bytes are well-formed CSV, libcsv finds the same cells.
 *
 * The first byte draws the dialect, the second where the window begins.
 */
#include "fuzz.h"

#include "base/buffer.h"
#include "ingest/cell.h"
#include "ingest/fold.h"
#include "ingest/record.h"
#include "ingest/scan.h"

#include <csv.h>
#include <string.h>

enum { MOST = 20000 };

static char window[MOST + 64 + IKMI_SCAN_PADDING];

static void describe(ikmi_buffer *out, size_t size, ikm_issue_kind fault, const uint32_t *ends, size_t count,
                     size_t start)
{
    ikmi_buffer_add_integer(out, (int64_t)size);
    ikmi_buffer_add_char(out, ':');
    ikmi_buffer_add_integer(out, fault);
    for (size_t i = 0; i < count; i++) {
        ikmi_buffer_add_char(out, ',');
        ikmi_buffer_add_integer(out, (int64_t)(ends[i] - start));
    }
    ikmi_buffer_add_char(out, ';');
}

static size_t parse_one(ikmi_buffer *out, ikmi_record *record, const char *bytes, size_t size,
                        const ikmi_dialect *dialect)
{
    MUST(ikmi_record_parse(record, bytes, size, true, dialect) == IKMI_RECORD_DONE);
    MUST(record->size > 0 && record->size <= size && record->field_count > 0);
    describe(out, record->size, record->fault, record->field_end, record->field_count, 0);
    return record->size;
}

static void scan_all(ikmi_buffer *out, ikmi_record *record, size_t from, size_t size, const ikmi_dialect *dialect,
                     ikmi_scan_fn scan)
{
    static ikmi_index index;
    size_t at = from;
    while (at < size) {
        size_t first = 0, before = at;
        scan(&index, window, at, size, dialect);
        for (size_t r = 0; r < index.record_count; r++) {
            size_t next = index.position[index.field_end[r] - 1] + (size_t)1;
            describe(out, next - at, (ikm_issue_kind)0, index.position + first, index.field_end[r] - first, at);
            first = index.field_end[r];
            at = next;
        }
        MUST(at == index.next);
        if (at < size && index.careful)
            at += parse_one(out, record, window + at, size - at, dialect);
        MUST(at > before);
    }
}

static void take_cell(void *bytes, size_t size, void *ctx)
{
    ikm_text cell = ikmi_trim((ikm_text){bytes, size});
    ikmi_buffer_add(ctx, cell.data, cell.size);
    ikmi_buffer_add_char(ctx, '\x1f');
}

static void take_record(int newline, void *ctx)
{
    (void)newline;
    ikmi_buffer_add_char(ctx, '\x1e');
}

/* What libcsv says; false where it calls the bytes malformed. */
static bool parse_theirs(ikmi_buffer *out, const char *bytes, size_t size, const ikmi_dialect *dialect)
{
    struct csv_parser parser;
    MUST(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) == 0);
    csv_set_delim(&parser, (unsigned char)dialect->delimiter);
    csv_set_quote(&parser, (unsigned char)dialect->quote);
    bool fine = csv_parse(&parser, bytes, size, take_cell, take_record, out) == size &&
                csv_fini(&parser, take_cell, take_record, out) == 0;
    csv_free(&parser);
    return fine;
}

/* What we say; false where a record is refused. */
static bool parse_ours(ikmi_buffer *out, ikmi_record *record, const char *bytes, size_t size,
                       const ikmi_dialect *dialect)
{
    ikmi_cells cells;
    ikmi_buffer scratch;
    bool fine = true;
    ikmi_buffer_init(&scratch, NULL);
    MUST(ikmi_cells_init(&cells, dialect, &scratch, NULL) == IKM_OK);
    for (size_t at = 0; at < size && fine; at += record->size) {
        MUST(ikmi_record_parse(record, bytes + at, size - at, true, dialect) == IKMI_RECORD_DONE);
        fine = !record->fault;
        for (size_t i = 0, start = at; i < record->field_count && fine; i++) {
            ikmi_cell cell;
            size_t end = at + record->field_end[i];
            ikmi_buffer_clear(&scratch);
            MUST(ikmi_cell_read(&cell, &cells, (ikm_text){bytes + start, end - start}, IKMI_ENCODING_UTF8) == IKM_OK);
            size_t blanks = 0;
            while (start + blanks < end && (bytes[start + blanks] == ' ' || bytes[start + blanks] == '\t'))
                blanks++;
            bool blank_line = record->field_count == 1 && start + blanks == end;
            start = end + 1;
            if (blank_line)
                break; /* libcsv passes over it */
            take_cell((void *)(uintptr_t)cell.text.data, cell.text.size, out);
            if (i + 1 == record->field_count)
                take_record('\n', out);
        }
    }
    ikmi_cells_done(&cells);
    ikmi_buffer_done(&scratch);
    return fine;
}

static void compare_with_libcsv(ikmi_record *record, const char *bytes, size_t size, const ikmi_dialect *dialect)
{
    ikmi_buffer ours, theirs;
    /* libcsv takes a CR for the end of a record wherever it stands, and passes bytes on as they are */
    if (dialect->newline != '\n' || memchr(bytes, '\r', size) || !ikmi_is_plain((ikm_text){bytes, size}))
        return;
    ikmi_buffer_init(&ours, NULL);
    ikmi_buffer_init(&theirs, NULL);
    if (parse_theirs(&theirs, bytes, size, dialect)) {
        MUST(parse_ours(&ours, record, bytes, size, dialect) || size > IKMI_QUOTED_NEWLINES_MAX);
        MUST(ours.size == theirs.size || memchr(bytes, '\n', size));
        if (parse_ours((ikmi_buffer_clear(&ours), &ours), record, bytes, size, dialect))
            MUST(ours.size == theirs.size && (!ours.size || !memcmp(ours.data, theirs.data, ours.size)));
    }
    ikmi_buffer_done(&ours);
    ikmi_buffer_done(&theirs);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ikmi_scan_fn ways[] = {ikmi_scan_portable, ikmi_scan_base, ikmi_scan_best()};
    if (size < 3 || size > MOST)
        return 0;
    ikmi_dialect dialect = {
        .delimiter = ",;\t|"[bytes[0] & 3], .quote = bytes[0] & 4 ? '\'' : '"', .newline = bytes[0] & 8 ? '\r' : '\n'};
    size_t from = bytes[1] & 63;
    ikmi_record record;
    ikmi_buffer careful, scanned;
    ikmi_record_init(&record, NULL);
    ikmi_buffer_init(&careful, NULL);
    ikmi_buffer_init(&scanned, NULL);
    memcpy(window + from, bytes + 2, size - 2);
    size = from + size - 2;
    if (window[size - 1] != dialect.newline)
        window[size++] = dialect.newline; /* as a window at the end of a dump has it */
    memset(window + size, 0, IKMI_SCAN_PADDING);
    for (size_t at = from; at < size;)
        at += parse_one(&careful, &record, window + at, size - at, &dialect);
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        ikmi_buffer_clear(&scanned);
        scan_all(&scanned, &record, from, size, &dialect, ways[i]);
        MUST(scanned.size == careful.size && !memcmp(scanned.data, careful.data, careful.size));
    }
    compare_with_libcsv(&record, window + from, size - from, &dialect);
    ikmi_record_done(&record);
    ikmi_buffer_done(&careful);
    ikmi_buffer_done(&scanned);
    return 0;
}
