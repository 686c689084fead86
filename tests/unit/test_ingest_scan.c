/* The fast way and the careful way give the same records, and libcsv agrees where the input is well-formed. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/buffer.h"
#include "ingest/record.h"
#include "ingest/scan.h"

#include <csv.h>
#include <string.h>

enum { WINDOW = 4096 };

static uint64_t state;

static unsigned draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

/* Every record as "size:fault:end,end,...;" by the careful way alone. */
static void describe_carefully(ikmi_buffer *out, const char *bytes, size_t size, const ikmi_dialect *dialect)
{
    ikmi_record record;
    ikmi_record_init(&record, NULL);
    for (size_t at = 0; at < size;) {
        cr_assert(eq(int, ikmi_record_parse(&record, bytes + at, size - at, true, dialect), IKMI_RECORD_DONE));
        ikmi_buffer_add_integer(out, (int64_t)record.size);
        ikmi_buffer_add_char(out, ':');
        ikmi_buffer_add_integer(out, record.fault);
        for (size_t i = 0; i < record.field_count; i++) {
            ikmi_buffer_add_char(out, ',');
            ikmi_buffer_add_integer(out, record.field_end[i]);
        }
        ikmi_buffer_add_char(out, ';');
        at += record.size;
    }
    ikmi_record_done(&record);
}

/* The same by the scan, with the careful way only where the scan asks for it. */
static size_t describe_scanned(ikmi_buffer *out, const char *bytes, size_t size, const ikmi_dialect *dialect,
                               ikmi_scan_fn scan)
{
    static ikmi_index index;
    ikmi_record record;
    size_t at = 0, careful = 0;
    ikmi_record_init(&record, NULL);
    while (at < size) {
        scan(&index, bytes, at, size, dialect);
        for (size_t r = 0, first = 0; r < index.record_count; r++) {
            size_t next = index.position[index.field_end[r] - 1] + (size_t)1;
            ikmi_buffer_add_integer(out, (int64_t)(next - at));
            ikmi_buffer_add_string(out, ":0");
            for (; first < index.field_end[r]; first++) {
                ikmi_buffer_add_char(out, ',');
                ikmi_buffer_add_integer(out, (int64_t)(index.position[first] - at));
            }
            ikmi_buffer_add_char(out, ';');
            at = next;
        }
        cr_assert(eq(sz, index.next, at));
        if (at == size)
            break;
        cr_assert(index.careful || index.record_count, "the scan stands still at %zu of %zu", at, size);
        if (index.careful) {
            ikmi_buffer one;
            ikmi_buffer_init(&one, NULL);
            cr_assert(eq(int, ikmi_record_parse(&record, bytes + at, size - at, true, dialect), IKMI_RECORD_DONE));
            describe_carefully(&one, bytes + at, record.size, dialect);
            ikmi_buffer_add(out, one.data, one.size);
            ikmi_buffer_done(&one);
            at += record.size;
            careful++;
        }
    }
    ikmi_record_done(&record);
    return careful;
}

static void expect_same(const char *bytes, size_t size, const ikmi_dialect *dialect)
{
    ikmi_scan_fn ways[] = {ikmi_scan_portable, ikmi_scan_base, ikmi_scan_best()};
    ikmi_buffer careful, scanned;
    ikmi_buffer_init(&careful, NULL);
    ikmi_buffer_init(&scanned, NULL);
    describe_carefully(&careful, bytes, size, dialect);
    for (size_t i = 0; i < 3; i++) {
        ikmi_buffer_clear(&scanned);
        describe_scanned(&scanned, bytes, size, dialect, ways[i]);
        cr_expect(eq(str, scanned.data ? scanned.data : "", careful.data ? careful.data : ""), "way %zu on \"%.*s\"", i,
                  (int)size, bytes);
    }
    ikmi_buffer_done(&careful);
    ikmi_buffer_done(&scanned);
}

Test(test_ingest_scan, any_bytes_give_the_same_records_both_ways)
{
    static const char alphabet[] = "ab,,,\"\"\n\r\\ ;\t4";
    static char window[WINDOW + IKMI_SCAN_PADDING];
    state = 20241124;
    for (int round = 0; round < 20000; round++) {
        ikmi_dialect dialect = {",;\t"[draw(3)], '"', draw(8) ? '\n' : '\r', draw(4) ? '\0' : '\\'};
        unsigned letters = 4 + draw(sizeof alphabet - 5), size = 1 + draw(draw(4) ? 200 : WINDOW - 1);
        for (unsigned i = 0; i < size; i++)
            window[i] = alphabet[draw(letters)];
        window[size - 1] = dialect.newline;
        memset(window + size, 0, IKMI_SCAN_PADDING);
        expect_same(window, size, &dialect);
    }
}

Test(test_ingest_scan, well_formed_quotes_need_no_care)
{
    static const ikmi_dialect dialect = {',', '"', '\n', '\0'};
    static const char text[] = "id,\"a, b\",\"say \"\"yes\"\"\"\r\n\"\",x,\"\"\"\"\r\n\"q\",\"\",\"c\"\n";
    char window[sizeof text + IKMI_SCAN_PADDING] = {0};
    ikmi_buffer out;
    memcpy(window, text, sizeof text);
    ikmi_buffer_init(&out, NULL);
    cr_expect(eq(sz, describe_scanned(&out, window, sizeof text - 1, &dialect, ikmi_scan_best()), 0));
    cr_expect(eq(str, out.data, "25:0,2,9,24;11:0,2,4,10;11:0,3,6,10;"));
    ikmi_buffer_done(&out);
}

static void take_field(void *bytes, size_t size, void *ctx)
{
    ikmi_buffer_add(ctx, bytes, size);
    ikmi_buffer_add_char(ctx, '\x1f');
}

static void take_record(int newline, void *ctx)
{
    (void)newline;
    ikmi_buffer_add_char(ctx, '\x1e');
}

/* A well-formed table: quoted fields may hold delimiters, doubled quotes and line breaks. */
static size_t write_table(char *to)
{
    size_t size = 0;
    for (unsigned row = 0, rows = 1 + draw(8); row < rows; row++) {
        for (unsigned column = 0, columns = 1 + draw(5); column < columns; column++) {
            bool quoted = draw(2);
            if (column)
                to[size++] = ',';
            if (quoted)
                to[size++] = '"';
            else
                to[size++] = 'x'; /* libcsv passes over blank lines */
            for (unsigned i = draw(6); i > 0; i--) {
                char c = quoted ? "ab,\"\n"[draw(5)] : "ab\"z"[draw(4)];
                to[size++] = c;
                if (c == '"' && quoted)
                    to[size++] = c;
            }
            if (quoted)
                to[size++] = '"';
        }
        to[size++] = '\n';
    }
    return size;
}

Test(test_ingest_scan, libcsv_finds_the_same_fields_in_well_formed_input)
{
    static const ikmi_dialect dialect = {',', '"', '\n', '\0'};
    static char window[WINDOW + IKMI_SCAN_PADDING];
    state = 4180;
    for (int round = 0; round < 5000; round++) {
        struct csv_parser parser;
        ikmi_buffer theirs, ours;
        ikmi_record record;
        size_t size = write_table(window);
        ikmi_buffer_init(&theirs, NULL);
        ikmi_buffer_init(&ours, NULL);
        cr_assert(zero(int, csv_init(&parser, CSV_STRICT_FINI)));
        csv_parse(&parser, window, size, take_field, take_record, &theirs);
        csv_fini(&parser, take_field, take_record, &theirs);
        csv_free(&parser);
        ikmi_record_init(&record, NULL);
        for (size_t at = 0; at < size; at += record.size) {
            cr_assert(eq(int, ikmi_record_parse(&record, window + at, size - at, true, &dialect), IKMI_RECORD_DONE));
            cr_expect(zero(int, record.fault));
            for (size_t i = 0, start = 0; i < record.field_count; start = record.field_end[i++] + (size_t)1) {
                const char *from = window + at + start;
                size_t length = record.field_end[i] - start;
                bool quoted = *from == '"';
                for (size_t b = quoted; b < length - quoted; b++) {
                    ikmi_buffer_add_char(&ours, from[b]);
                    b += quoted && from[b] == '"';
                }
                ikmi_buffer_add_char(&ours, '\x1f');
            }
            ikmi_buffer_add_char(&ours, '\x1e');
        }
        cr_expect(eq(str, ours.data, theirs.data), "in: %.*s", (int)size, window);
        ikmi_record_done(&record);
        ikmi_buffer_done(&theirs);
        ikmi_buffer_done(&ours);
    }
}
