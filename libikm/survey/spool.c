#include "spool.h"

#include "base/buffer.h"
#include "base/mem.h"
#include "base/words.h"
#include "tally/tally.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Respondents of a piece: what is written at once. */
enum { PIECE_ROWS = 4096, GROUP_SIZE = sizeof(uint32_t) };

struct ikmi_spool {
    const ikm_mem *mem;
    ikm_lang lang;
    char *folder; /* as messages call it */
    int fd;       /* -1: closed */
    size_t elements, row_size;
    atomic_uint next; /* the piece that nobody has yet */
    ikmi_spool_part *parts;
    size_t part_count, part_room;
    int64_t rows;
    unsigned char *bytes; /* mapped; NULL: nothing to read */
};

static size_t piece_size(const ikmi_spool *spool)
{
    return spool->row_size * PIECE_ROWS;
}

static ikm_status fail(const ikmi_spool *spool, ikmi_word word, int reason, ikm_error *err)
{
    return ikmi_fail(err, IKM_ERR_IO, spool->lang, word,
                     IKMI_SAY(spool->folder, ikm_words_system(spool->lang, reason)));
}

/* The name is gone before anything is written; what could still open it by then finds it empty and for us alone. */
static ikm_status open_file(ikmi_spool *spool, ikm_error *err)
{
    ikmi_buffer path;
    ikmi_buffer_init(&path, spool->mem);
    ikmi_buffer_add_string(&path, spool->folder);
    ikmi_buffer_add_string(&path, "/ikm-XXXXXX");
    if (path.status != IKM_OK)
        return ikmi_fail_plain(err, path.status, spool->lang);
    spool->fd = mkstemp(path.data);
    int reason = errno;
    if (spool->fd >= 0) {
        unlink(path.data);
        fcntl(spool->fd, F_SETFD, FD_CLOEXEC);
    }
    ikmi_buffer_done(&path);
    return spool->fd >= 0 ? IKM_OK : fail(spool, IKMI_WORD_SURVEY_SPOOL_OPEN, reason, err);
}

ikm_status ikmi_spool_new(ikmi_spool **out, const char *folder, size_t elements, ikm_lang lang, const ikm_mem *mem,
                          ikm_error *err)
{
    const char *of_system = getenv("TMPDIR");
    ikmi_spool *spool = ikmi_alloc_zero(mem, 1, sizeof *spool);
    *out = NULL;
    if (!spool)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    spool->mem = mem;
    spool->lang = lang;
    spool->fd = -1;
    spool->elements = elements;
    spool->row_size = elements + GROUP_SIZE;
    spool->folder = ikmi_copy_string(mem, folder && *folder ? folder : of_system && *of_system ? of_system : "/tmp");
    ikm_status status = spool->folder ? open_file(spool, err) : ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    if (status != IKM_OK) {
        ikmi_spool_free(spool);
        return status;
    }
    *out = spool;
    return IKM_OK;
}

void ikmi_spool_free(ikmi_spool *spool)
{
    if (!spool)
        return;
    for (size_t i = 0; i < spool->part_count; i++)
        ikmi_spool_done(&spool->parts[i]);
    if (spool->bytes)
        munmap(spool->bytes, piece_size(spool) * atomic_load(&spool->next));
    if (spool->fd >= 0)
        close(spool->fd);
    ikmi_release(spool->mem, spool->parts);
    ikmi_release(spool->mem, spool->folder);
    ikmi_release(spool->mem, spool);
}

ikm_status ikmi_spool_begin(ikmi_spool_part *part, ikmi_spool *spool)
{
    *part = (ikmi_spool_part){.spool = spool, .piece = ikmi_alloc(spool->mem, piece_size(spool))};
    return part->piece ? IKM_OK : IKM_ERR_NOMEM;
}

void ikmi_spool_again(ikmi_spool_part *part)
{
    part->rows = 0;
}

void ikmi_spool_done(ikmi_spool_part *part)
{
    if (!part->spool)
        return;
    ikmi_release(part->spool->mem, part->pieces);
    ikmi_release(part->spool->mem, part->piece);
    ikmi_release(part->spool->mem, part->groups);
    *part = (ikmi_spool_part){.spool = NULL};
}

static ikm_status write_at(const ikmi_spool *spool, const unsigned char *bytes, size_t size, off_t at, ikm_error *err)
{
    while (size) {
        ssize_t done = pwrite(spool->fd, bytes, size, at);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return fail(spool, IKMI_WORD_SURVEY_SPOOL_WRITE, done < 0 ? errno : ENOSPC, err);
        bytes += done;
        size -= (size_t)done;
        at += done;
    }
    return IKM_OK;
}

/* The piece in hand, with `rows` rows, to the file; a part that began again has pieces of its own already. */
static ikm_status write_piece(ikmi_spool_part *part, size_t rows, ikm_error *err)
{
    ikmi_spool *spool = part->spool;
    size_t number = (size_t)((part->rows - 1) / PIECE_ROWS);
    if (number == part->piece_room) {
        size_t room = number ? number * 2 : 16;
        uint32_t *pieces = ikmi_resize(spool->mem, part->pieces, room * sizeof *pieces);
        if (!pieces)
            return ikmi_fail_plain(err, IKM_ERR_NOMEM, spool->lang);
        part->pieces = pieces;
        part->piece_room = room;
    }
    if (number == part->piece_count)
        part->pieces[part->piece_count++] = atomic_fetch_add(&spool->next, 1);
    return write_at(spool, part->piece, rows * spool->row_size, (off_t)part->pieces[number] * (off_t)piece_size(spool),
                    err);
}

static bool is_complete(const ikmi_batch *batch, size_t elements, size_t row)
{
    for (size_t e = 0; e < elements; e++)
        if (!batch->scores[e][row])
            return false;
    return true;
}

ikm_status ikmi_spool_take(ikmi_spool_part *part, const ikm_tally *tally, const ikmi_batch *batch, bool complete,
                           ikm_error *err)
{
    const size_t elements = part->spool->elements;
    uint32_t groups[IKMI_BATCH_ROWS];
    ikmi_tally_find_rows(groups, tally, batch->texts, batch->rows);
    for (size_t row = 0; row < batch->rows; row++) {
        if (complete && !is_complete(batch, elements, row))
            continue;
        unsigned char *to = part->piece + (size_t)(part->rows % PIECE_ROWS) * part->spool->row_size;
        for (size_t e = 0; e < elements; e++)
            to[e] = batch->scores[e][row];
        memcpy(to + elements, &groups[row], GROUP_SIZE);
        if (++part->rows % PIECE_ROWS == 0) {
            ikm_status status = write_piece(part, PIECE_ROWS, err);
            if (status != IKM_OK)
                return status;
        }
    }
    return IKM_OK;
}

ikm_status ikmi_spool_append(ikmi_spool_part *part, const ikm_tally *tally, const ikm_tally *whole, ikm_error *err)
{
    ikmi_spool *spool = part->spool;
    size_t rest = (size_t)(part->rows % PIECE_ROWS);
    ikm_status status = rest ? write_piece(part, rest, err) : IKM_OK;
    if (status != IKM_OK)
        return status;
    if (spool->part_count == spool->part_room) {
        size_t room = spool->part_room ? spool->part_room * 2 : 8;
        ikmi_spool_part *parts = ikmi_resize(spool->mem, spool->parts, room * sizeof *parts);
        if (!parts)
            return ikmi_fail_plain(err, IKM_ERR_NOMEM, spool->lang);
        spool->parts = parts;
        spool->part_room = room;
    }
    part->group_count = ikm_tally_group_count(tally);
    part->groups = ikmi_alloc(spool->mem, part->group_count * sizeof *part->groups);
    if (part->group_count && !part->groups)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, spool->lang);
    ikmi_tally_match(part->groups, tally, whole);
    ikmi_release(spool->mem, part->piece);
    part->piece = NULL;
    part->first = spool->rows;
    spool->rows += part->rows;
    spool->parts[spool->part_count++] = *part;
    *part = (ikmi_spool_part){.spool = NULL};
    return IKM_OK;
}

ikm_status ikmi_spool_settle(ikmi_spool *spool, const uint32_t *scores, ikm_error *err)
{
    for (size_t i = 0; i < spool->part_count; i++)
        for (size_t g = 0; g < spool->parts[i].group_count; g++)
            spool->parts[i].groups[g] = scores[spool->parts[i].groups[g]];
    if (!spool->rows)
        return IKM_OK;
    /* the last piece may be shorter: what lies behind the end is never asked for */
    void *bytes = mmap(NULL, piece_size(spool) * atomic_load(&spool->next), PROT_READ, MAP_SHARED, spool->fd, 0);
    if (bytes == MAP_FAILED)
        return fail(spool, IKMI_WORD_SURVEY_SPOOL_READ, errno, err);
    spool->bytes = bytes;
    close(spool->fd);
    spool->fd = -1;
    return IKM_OK;
}

int64_t ikmi_spool_count(const ikmi_spool *spool)
{
    return spool->rows;
}

/* The last part that begins at or before a row. */
static const ikmi_spool_part *part_of(const ikmi_spool *spool, int64_t index)
{
    size_t low = 0, high = spool->part_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (spool->parts[middle].first <= index)
            low = middle;
        else
            high = middle;
    }
    return &spool->parts[low];
}

const unsigned char *ikmi_spool_at(const ikmi_spool *spool, int64_t index, size_t *score_out)
{
    uint32_t group;
    if (index < 0 || index >= spool->rows)
        return NULL;
    const ikmi_spool_part *part = part_of(spool, index);
    size_t row = (size_t)(index - part->first);
    const unsigned char *found =
        spool->bytes + (size_t)part->pieces[row / PIECE_ROWS] * piece_size(spool) + row % PIECE_ROWS * spool->row_size;
    memcpy(&group, found + spool->elements, GROUP_SIZE);
    if (score_out)
        *score_out = part->groups[group];
    return found;
}
