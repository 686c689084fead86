/*
 * However a survey is cut, it is the same one: into blocks, over threads, over files, and whichever way its bytes come.
 *
 * The window is compiled here once more with a block that tests choose; the linker then has no use for the library's.
 */
#include <stddef.h>

static size_t block_size;
#define IKMI_WINDOW_BLOCK block_size

#include "ingest/window.c"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <jansson.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "dirty_rows.h"
#include "survey_text.h"

#define FOLDER IKM_SOURCE_DIR "/tests/cases/shapes/files/"

enum { USUAL_BLOCK = 256 << 10 };

/* Below, at and above what is looked at together; none of them in step with records. */
static const size_t blocks[] = {1, 2, 3, 7, 16, 31, 61, 64, 65, 127, 509, 1024, 4093};
enum { BLOCKS = sizeof blocks / sizeof *blocks };

/* The machine contract of inputs, or why there is none, and every refused record. */
static void tell(ikmi_buffer *out, const ikm_input *inputs, size_t count, int threads)
{
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.threads = threads;
    options.on_issue = survey_text_issue;
    options.issue_ctx = out;
    ikmi_buffer_clear(out);
    if (ikm_survey_read_inputs(&survey, inputs, count, &options, &error) == IKM_OK)
        cr_expect(eq(int, (int)ikm_json_score(survey, (ikm_sink){survey_text_write, out}), (int)IKM_OK));
    else
        ikmi_buffer_add_string(out, error.message);
    ikm_survey_free(survey);
    cr_assert(eq(int, (int)out->status, (int)IKM_OK));
}

static void tell_text(ikmi_buffer *out, const ikmi_buffer *text, int threads)
{
    const ikm_input input = {.name = "survey.csv", .bytes = {text->data, text->size}};
    tell(out, &input, 1, threads);
}

Test(test_survey_cuts, blocks_and_threads_do_not_change_a_bit)
{
    ikmi_buffer text, one, other;
    dirty_seed seed = {2024};
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&one, NULL);
    ikmi_buffer_init(&other, NULL);
    for (int round = 0; round < 40; round++) {
        ikmi_buffer_clear(&text);
        ikmi_buffer_add_string(&text, DIRTY_HEADER);
        dirty_rows(&text, &seed, 1 + dirty_draw(&seed, 80), round % 2);
        block_size = USUAL_BLOCK;
        tell_text(&one, &text, 1);
        for (size_t b = 0; b < BLOCKS; b++)
            for (int threads = 1; threads < 8; threads += 3) {
                block_size = blocks[b];
                tell_text(&other, &text, threads);
                cr_assert(eq(str, other.data, one.data), "round %d, blocks of %zu, %d threads", round, blocks[b],
                          threads);
            }
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&one);
    ikmi_buffer_done(&other);
}

Test(test_survey_cuts, blocks_and_threads_do_not_change_a_bit_of_any_shape)
{
    ikmi_buffer one, other;
    int files = 0;
    DIR *folder = opendir(FOLDER);
    cr_assert(ne(ptr, folder, NULL));
    ikmi_buffer_init(&one, NULL);
    ikmi_buffer_init(&other, NULL);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL; files++) {
        char path[512];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, FOLDER "%s", entry->d_name);
        const ikm_input input = {.path = path};
        block_size = USUAL_BLOCK;
        tell(&one, &input, 1, 1);
        for (size_t b = 0; b < BLOCKS; b++) {
            block_size = blocks[b];
            tell(&other, &input, 1, 1 + (int)b % 4);
            cr_assert(eq(str, other.data, one.data), "%s, blocks of %zu", entry->d_name, blocks[b]);
        }
    }
    cr_expect(gt(int, files, 30));
    closedir(folder);
    ikmi_buffer_done(&one);
    ikmi_buffer_done(&other);
}

static ikmi_buffer zipped(const ikmi_buffer *text)
{
    ikmi_buffer out;
    z_stream zip = {.next_in = (Bytef *)text->data, .avail_in = (uInt)text->size};
    ikmi_buffer_init(&out, NULL);
    cr_assert(eq(int, deflateInit2(&zip, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK));
    size_t bound = deflateBound(&zip, (uLong)text->size);
    zip.next_out = (Bytef *)ikmi_buffer_reserve(&out, bound);
    zip.avail_out = (uInt)bound;
    cr_assert(eq(int, deflate(&zip, Z_FINISH), Z_STREAM_END));
    out.size = zip.total_out;
    deflateEnd(&zip);
    return out;
}

typedef struct piping {
    const ikmi_buffer *text;
    int fd;
} piping;

/* In pieces, as programs write. */
static void *pour(void *ctx)
{
    const piping *p = ctx;
    for (size_t at = 0; at < p->text->size;) {
        size_t left = p->text->size - at, piece = left < 777 ? left : 777;
        ssize_t wrote = write(p->fd, p->text->data + at, piece);
        if (wrote < 0)
            break;
        at += (size_t)wrote;
    }
    close(p->fd);
    return NULL;
}

static void tell_pipe(ikmi_buffer *out, const ikmi_buffer *text)
{
    int ends[2];
    pthread_t writer;
    signal(SIGPIPE, SIG_IGN);
    cr_assert(eq(int, pipe(ends), 0));
    cr_assert(eq(int, dup2(ends[0], STDIN_FILENO), STDIN_FILENO));
    close(ends[0]);
    piping p = {text, ends[1]};
    cr_assert(eq(int, pthread_create(&writer, NULL, pour, &p), 0));
    const ikm_input input = {.name = "survey.csv", .path = "-"};
    tell(out, &input, 1, 2);
    int nothing = open("/dev/null", O_RDONLY); /* whoever still writes is told that nobody reads */
    cr_assert(eq(int, dup2(nothing, STDIN_FILENO), STDIN_FILENO));
    close(nothing);
    pthread_join(writer, NULL);
}

static void tell_file(ikmi_buffer *out, const ikmi_buffer *text)
{
    char path[] = "/tmp/ikm-cuts-XXXXXX";
    int fd = mkstemp(path);
    cr_assert(ge(int, fd, 0));
    cr_assert(eq(sz, (size_t)write(fd, text->data, text->size), text->size));
    close(fd);
    const ikm_input input = {.name = "survey.csv", .path = path};
    tell(out, &input, 1, 3);
    unlink(path);
}

Test(test_survey_cuts, a_file_a_pipe_memory_and_what_is_compressed_are_one)
{
    ikmi_buffer text, one, other;
    dirty_seed seed = {7};
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_init(&one, NULL);
    ikmi_buffer_init(&other, NULL);
    for (int round = 0; round < 12; round++) {
        ikmi_buffer_clear(&text);
        ikmi_buffer_add_string(&text, DIRTY_HEADER);
        /* the last ones are longer than what is looked at to find out how to read, and than every block */
        dirty_rows(&text, &seed, 1 + dirty_draw(&seed, round < 9 ? 200 : 40000), round % 2);
        block_size = USUAL_BLOCK;
        tell_text(&one, &text, 1);
        block_size = round % 3 ? blocks[6 + (size_t)round % (BLOCKS - 6)] : USUAL_BLOCK;
        tell_file(&other, &text);
        cr_assert(eq(str, other.data, one.data), "a file, round %d", round);
        tell_pipe(&other, &text);
        cr_assert(eq(str, other.data, one.data), "a pipe, round %d", round);
        ikmi_buffer packed = zipped(&text);
        tell_text(&other, &packed, 2);
        cr_assert(eq(str, other.data, one.data), "compressed, round %d", round);
        tell_pipe(&other, &packed);
        cr_assert(eq(str, other.data, one.data), "compressed in a pipe, round %d", round);
        ikmi_buffer_done(&packed);
    }
    ikmi_buffer_done(&text);
    ikmi_buffer_done(&one);
    ikmi_buffer_done(&other);
}

/* A dump of UTF-8 whose characters have one to four bytes, and the same in UTF-16. */
static void wide_rows(ikmi_buffer *narrow, ikmi_buffer *wide, dirty_seed *seed, unsigned rows)
{
    static const struct {
        const char *narrow, *wide;
    } services[] = {{"Kafe", "K\0a\0f\0e\0"},
                    {"Caf\xC3\xA9", "C\0a\0f\0\xE9\0"},
                    {"a\xE2\x80\x93z", "a\0\x13\x20z\0\0"},
                    {"\xF0\x9F\x99\x82", "\x3D\xD8\x42\xDE"}};
    static const size_t wide_sizes[] = {8, 8, 6, 4};
    for (unsigned row = 0; row <= rows; row++) {
        char cells[64] = DIRTY_HEADER;
        if (row) {
            unsigned which = dirty_draw(seed, 4);
            ikmi_buffer_add_string(narrow, services[which].narrow);
            ikmi_buffer_add(wide, services[which].wide, wide_sizes[which]);
            snprintf(cells, sizeof cells, ",x,4,3,%u,4,3,2,4,4,%u\n", 1 + dirty_draw(seed, 4), dirty_draw(seed, 6));
        } else {
            ikmi_buffer_add(wide, "\xFF\xFE", 2);
        }
        ikmi_buffer_add_string(narrow, cells);
        for (const char *c = cells; *c; c++) {
            ikmi_buffer_add_char(wide, *c);
            ikmi_buffer_add_char(wide, '\0');
        }
    }
}

/* What must be the same of the same records. */
static json_t *figures(const ikmi_buffer *told)
{
    json_error_t error;
    const char *begin = strchr(told->data, '{');
    cr_assert(ne(ptr, (void *)(uintptr_t)begin, NULL), "%s", told->data);
    json_t *all = json_loads(begin, JSON_DISABLE_EOF_CHECK, &error);
    cr_assert(ne(ptr, all, NULL), "%s: %s", error.text, told->data);
    json_t *out = json_pack("{sOsO}", "rows", json_object_get(all, "rows"), "groups", json_object_get(all, "groups"));
    json_decref(all);
    return out;
}

static bool same_figures(const ikmi_buffer *left, const ikmi_buffer *right)
{
    json_t *one = figures(left), *other = figures(right);
    bool same = json_equal(one, other);
    json_decref(one);
    json_decref(other);
    return same;
}

Test(test_survey_cuts, characters_of_two_encodings_are_not_torn_by_blocks)
{
    ikmi_buffer narrow, wide, one, other;
    dirty_seed seed = {16};
    ikmi_buffer_init(&one, NULL);
    ikmi_buffer_init(&other, NULL);
    for (int round = 0; round < 8; round++) {
        ikmi_buffer_init(&narrow, NULL);
        ikmi_buffer_init(&wide, NULL);
        wide_rows(&narrow, &wide, &seed, round < 4 ? 5000 : 300);
        block_size = USUAL_BLOCK;
        tell_text(&one, &narrow, 1);
        block_size = blocks[4 + (size_t)round];
        tell_text(&other, &wide, 2);
        cr_expect(ne(ptr, strstr(other.data, "utf-16le"), NULL));
        cr_expect(same_figures(&one, &other), "round %d", round);
        ikmi_buffer_done(&narrow);
        ikmi_buffer_done(&wide);
    }
    ikmi_buffer_done(&one);
    ikmi_buffer_done(&other);
}

enum { COLUMNS = 12, PARTS_MAX = 9, SPLITS = 64 };

static const char *const headers[COLUMNS] = {"layanan", "ket", "u1", "u2", "u3",     "u4",
                                             "u5",      "u6",  "u7", "u8", "sarana", "jk"};

/* Cells as they are written, whatever stands between them. */
static void draw_row(const char *row[COLUMNS], dirty_seed *seed)
{
    static const char *const services[] = {"KTP", "KK", "\"Akta; kelahiran, kematian\"", "\"dua\nbaris\"", ""};
    static const char *const remarks[] = {"x", "\"satu\ndua\n\ntiga\"", "\"kata \"\"ya\"\"\n\"", "", "\"rusak\"k"};
    static const char *const answers[] = {"4", "3", "2", "1", "", "-", "9", "\"4,0\"", "Sesuai", " 2 "};
    row[0] = services[dirty_draw(seed, 5)];
    /* a record whose quotes are broken ends with its line, wherever in it that is */
    row[1] = remarks[dirty_draw(seed, strchr(row[0], '\n') ? 4 : 5)];
    for (int e = 0; e < 9; e++)
        row[2 + e] = answers[dirty_draw(seed, 9) ? dirty_draw(seed, 4) : dirty_draw(seed, 10)];
    row[11] = dirty_draw(seed, 2) ? "L" : "P";
}

/* How a part is written: its own order of columns, delimiter and line end. */
typedef struct part_style {
    size_t order[COLUMNS];
    char delimiter;
    const char *end;
} part_style;

static void draw_style(part_style *out, dirty_seed *seed)
{
    out->delimiter = ",;\t|"[dirty_draw(seed, 4)];
    out->end = dirty_draw(seed, 2) ? "\n" : "\r\n";
    for (size_t c = 0; c < COLUMNS; c++) {
        size_t at = dirty_draw(seed, (unsigned)c + 1);
        out->order[c] = out->order[at];
        out->order[at] = c;
    }
}

static void write_row(ikmi_buffer *out, const char *const row[COLUMNS], const part_style *style)
{
    for (size_t c = 0; c < COLUMNS; c++) {
        if (c)
            ikmi_buffer_add_char(out, style->delimiter);
        ikmi_buffer_add_string(out, row[style->order[c]]);
    }
    ikmi_buffer_add_string(out, style->end);
}

/* One survey into `whole` and, each row into one of them, into the parts; in one half of the cases as they come. */
static size_t draw_split(ikmi_buffer *whole, ikmi_buffer parts[PARTS_MAX], dirty_seed *seed)
{
    part_style styles[PARTS_MAX + 1];
    size_t count = 2 + dirty_draw(seed, PARTS_MAX - 1), rows = count + dirty_draw(seed, 300);
    bool in_turn = dirty_draw(seed, 2);
    for (size_t p = 0; p <= count; p++) {
        draw_style(&styles[p], seed);
        ikmi_buffer *out = p < count ? &parts[p] : whole;
        ikmi_buffer_clear(out);
        write_row(out, headers, &styles[p]);
    }
    for (size_t r = 0; r < rows; r++) {
        const char *row[COLUMNS];
        draw_row(row, seed);
        size_t part = r < count ? r : in_turn ? r * count / rows : dirty_draw(seed, (unsigned)count);
        write_row(&parts[part], row, &styles[part]);
        write_row(whole, row, &styles[count]);
    }
    return count;
}

Test(test_survey_cuts, one_file_and_many_have_the_same_rows_and_groups)
{
    ikmi_buffer whole, parts[PARTS_MAX], one, many;
    dirty_seed seed = {64};
    ikmi_buffer_init(&whole, NULL);
    ikmi_buffer_init(&one, NULL);
    ikmi_buffer_init(&many, NULL);
    for (size_t p = 0; p < PARTS_MAX; p++)
        ikmi_buffer_init(&parts[p], NULL);
    for (int split = 0; split < SPLITS; split++) {
        ikm_input inputs[PARTS_MAX] = {{.name = NULL}};
        size_t count = draw_split(&whole, parts, &seed);
        block_size = USUAL_BLOCK;
        tell_text(&one, &whole, 1);
        for (size_t p = 0; p < count; p++)
            inputs[p] = (ikm_input){.name = "part.csv", .bytes = {parts[p].data, parts[p].size}};
        block_size = blocks[(size_t)split % BLOCKS];
        tell(&many, inputs, count, 1 + split % 5);
        cr_assert(same_figures(&one, &many), "split %d into %zu:\n%s\n%s", split, count, one.data, many.data);
    }
    ikmi_buffer_done(&whole);
    ikmi_buffer_done(&one);
    ikmi_buffer_done(&many);
    for (size_t p = 0; p < PARTS_MAX; p++)
        ikmi_buffer_done(&parts[p]);
}

typedef struct watched {
    int calls;
    int stop_at; /* 0: never */
    int64_t last, total;
} watched;

static int watch(void *ctx, int64_t done, int64_t total)
{
    watched *seen = ctx;
    cr_assert(ge(i64, done, seen->last));
    cr_assert(le(i64, done, total));
    seen->last = done;
    seen->total = total;
    return ++seen->calls == seen->stop_at;
}

static ikm_status read_watched(watched *seen, const ikm_input *inputs, size_t count, int threads)
{
    ikm_survey *survey;
    ikm_error error;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.threads = threads;
    options.on_progress = watch;
    options.progress_ctx = seen;
    ikm_status status = ikm_survey_read_inputs(&survey, inputs, count, &options, &error);
    cr_assert(eq(int, status == IKM_OK, survey != NULL));
    ikm_survey_free(survey);
    return status;
}

Test(test_survey_cuts, progress_goes_on_over_files_and_can_stop_the_reading)
{
    ikmi_buffer text;
    ikmi_buffer_init(&text, NULL);
    ikmi_buffer_add_string(&text, "u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    for (int i = 0; i < 2000; i++)
        ikmi_buffer_add_string(&text, "4,3,4,4,3,4,4,4,3\n");
    const ikm_input input = {.name = "survey.csv", .bytes = {text.data, text.size}}, twice[] = {input, input};
    block_size = 1024;
    for (int threads = 1; threads <= 3; threads += 2) {
        watched seen = {0}, stopped = {.stop_at = 3};
        cr_expect(eq(int, (int)read_watched(&seen, twice, 2, threads), (int)IKM_OK));
        cr_expect(eq(i64, seen.total, 2 * (int64_t)text.size));
        cr_expect(ge(i64, seen.last, seen.total * 9 / 10));
        cr_expect(ge(int, seen.calls, 2 * 30 / threads));
        cr_expect(eq(int, (int)read_watched(&stopped, twice, 2, threads), (int)IKM_ERR_STOPPED));
        cr_expect(eq(int, stopped.calls, 3));
    }
    ikmi_buffer_done(&text);
}
