#include "sav.h"

#include <readstat.h>
#include <string.h>

enum { BLOCK = 64 * 1024 };

/* libreadstat asks for one case at a time: a block serves many. */
struct ikmi_sav_file {
    const ikmi_origin *origin;
    int64_t place;
    int64_t block_place;
    size_t block_size;
    char block[BLOCK];
};

static int on_open(const char *path, void *ctx)
{
    ikmi_sav_file *file = ctx;
    (void)path;
    file->place = 0;
    return 0;
}

static int on_close(void *ctx)
{
    (void)ctx;
    return 0;
}

static readstat_off_t on_seek(readstat_off_t offset, readstat_io_flags_t whence, void *ctx)
{
    ikmi_sav_file *file = ctx;
    int64_t from = whence == READSTAT_SEEK_SET ? 0 : whence == READSTAT_SEEK_CUR ? file->place : file->origin->size, to;
    if (__builtin_add_overflow(from, (int64_t)offset, &to) || to < 0 || to > file->origin->size)
        return -1; /* a length that points past the end is damage */
    file->place = to;
    return (readstat_off_t)to;
}

static ssize_t on_read(void *out, size_t size, void *ctx)
{
    ikmi_sav_file *file = ctx;
    size_t done = 0;
    while (done < size) {
        int64_t within = file->place - file->block_place;
        if (within < 0 || within >= (int64_t)file->block_size) {
            int64_t got = ikmi_origin_read(file->origin, file->place, file->block, sizeof file->block);
            if (got < 0)
                return -1;
            file->block_place = file->place;
            file->block_size = (size_t)got;
            if (got == 0)
                break;
            within = 0;
        }
        size_t left = file->block_size - (size_t)within, take = size - done < left ? size - done : left;
        memcpy((char *)out + done, file->block + within, take);
        done += take;
        file->place += (int64_t)take;
    }
    return (ssize_t)done;
}

static readstat_error_t on_update(long size, readstat_progress_handler handler, void *user, void *ctx)
{
    (void)size, (void)handler, (void)user, (void)ctx;
    return READSTAT_OK;
}

static void on_error(const char *message, void *ctx)
{
    (void)message, (void)ctx; /* its English is not shown; the status says enough */
}

ikmi_sav_file *ikmi_sav_file_new(const ikmi_desk *desk, const ikmi_origin *origin, struct readstat_parser_s *parser)
{
    ikmi_sav_file *file = ikmi_desk_alloc(desk, 1, sizeof *file);
    if (!file)
        return NULL;
    file->origin = origin;
    readstat_set_open_handler(parser, on_open);
    readstat_set_close_handler(parser, on_close);
    readstat_set_seek_handler(parser, on_seek);
    readstat_set_read_handler(parser, on_read);
    readstat_set_update_handler(parser, on_update);
    readstat_set_error_handler(parser, on_error);
    readstat_set_io_ctx(parser, file);
    return file;
}

void ikmi_sav_file_free(ikmi_sav_file *file, const ikmi_desk *desk)
{
    ikmi_desk_release(desk, file);
}

ikm_status ikmi_sav_fail(const ikmi_desk *desk, int error, int64_t after, ikm_error *err)
{
    switch (error) {
    case READSTAT_ERROR_MALLOC: return ikmi_desk_nomem(desk, err);
    case READSTAT_ERROR_UNSUPPORTED_CHARSET:
    case READSTAT_ERROR_CONVERT:
    case READSTAT_ERROR_CONVERT_BAD_STRING:
        return ikmi_desk_fail(desk, err, IKM_ERR_DATA, "READERS_SAV_CHARSET", NULL, 0);
    }
    if (after < 0)
        return ikmi_desk_fail(desk, err, IKM_ERR_DATA, "READERS_SAV_DAMAGED", NULL, 0);
    ikmi_digits number = ikmi_digits_of(after);
    return ikmi_desk_fail(desk, err, IKM_ERR_DATA, "READERS_SAV_DAMAGED_AT", IKMI_WITH(number.text));
}
