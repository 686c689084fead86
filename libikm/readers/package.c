#include "package.h"

#include <string.h>

/*
 * Sheets of scores shrink to a 10th or a 25th, a sheet of equal rows without addresses
 * to a 260th (measured); deflate cannot do more than a 1032nd. Small parts may be as
 * they like.
 */
enum { RATIO_MAX = 400, RATIO_FREE = 16 << 20, PARTS_MAX = 65535 };

static ikm_status fail_of_zip(const ikmi_desk *desk, ikm_error *err, zip_error_t *error)
{
    if (zip_error_code_zip(error) == ZIP_ER_MEMORY)
        return ikmi_desk_nomem(desk, err);
    return ikmi_desk_fail(desk, err, IKM_ERR_DATA, "READERS_DAMAGED_ZIP", NULL, 0);
}

ikm_status ikmi_package_open(ikmi_package *out, const ikmi_desk *desk, const ikmi_origin *origin, ikm_error *err)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = origin->fd < 0
                               ? zip_source_buffer_create(origin->bytes, (zip_uint64_t)origin->size, 0, &error)
                               : zip_source_file_create(origin->path, 0, -1, &error);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (!zip) {
        if (source)
            zip_source_free(source);
        ikm_status status = fail_of_zip(desk, err, &error);
        zip_error_fini(&error);
        return status;
    }
    zip_error_fini(&error);
    if (zip_get_num_entries(zip, 0) > PARTS_MAX) {
        zip_discard(zip);
        ikmi_digits limit = ikmi_digits_of(PARTS_MAX);
        return ikmi_desk_fail(desk, err, IKM_ERR_LIMIT, "READERS_TOO_MANY_PARTS", IKMI_WITH(limit.text));
    }
    *out = (ikmi_package){desk, zip};
    return IKM_OK;
}

void ikmi_package_close(ikmi_package *package)
{
    if (package->zip)
        zip_discard(package->zip);
    package->zip = NULL;
}

static char plain(char c)
{
    if (c == '\\')
        return '/';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Names of parts are the same whatever their case (OPC, part 2); some programs write \ for /. */
static zip_int64_t locate(const ikmi_package *package, const char *path)
{
    zip_int64_t exact = zip_name_locate(package->zip, path, 0);
    if (exact >= 0)
        return exact;
    zip_int64_t count = zip_get_num_entries(package->zip, 0);
    for (zip_int64_t i = 0; i < count; i++) {
        const char *name = zip_get_name(package->zip, (zip_uint64_t)i, 0);
        if (!name)
            continue;
        if (*name == '/' || *name == '\\')
            name++;
        size_t at = 0;
        while (name[at] && plain(name[at]) == plain(path[at]))
            at++;
        if (!name[at] && !path[at])
            return i;
    }
    return -1;
}

bool ikmi_package_has(const ikmi_package *package, const char *path)
{
    return locate(package, path) >= 0;
}

static ikm_status fail_of_part(const ikmi_part *part, zip_error_t *error, ikm_error *err)
{
    const ikmi_desk *desk = part->package->desk;
    switch (zip_error_code_zip(error)) {
    case ZIP_ER_MEMORY: return ikmi_desk_nomem(desk, err);
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
        return ikmi_desk_fail(desk, err, IKM_ERR_DATA, "READERS_LOCKED_PART", IKMI_WITH(part->path));
    }
    return ikmi_desk_fail(desk, err, IKM_ERR_DATA, "READERS_DAMAGED_PART", IKMI_WITH(part->path));
}

ikm_status ikmi_part_open(ikmi_part *out, const ikmi_package *package, const char *path, ikm_error *err)
{
    ikmi_part part = {.package = package, .path = path};
    zip_stat_t about;
    zip_int64_t index = locate(package, path);
    if (index < 0)
        return ikmi_desk_fail(package->desk, err, IKM_ERR_DATA, "READERS_NO_PART", IKMI_WITH(path));
    if (zip_stat_index(package->zip, (zip_uint64_t)index, 0, &about) == 0 && about.valid & ZIP_STAT_COMP_SIZE)
        part.packed = (int64_t)(about.comp_size & INT64_MAX);
    part.file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
    if (!part.file)
        return fail_of_part(&part, zip_get_error(package->zip), err);
    *out = part;
    return IKM_OK;
}

ikm_status ikmi_part_read(ikmi_part *part, void *out, size_t size, size_t *got_out, ikm_error *err)
{
    const ikmi_desk *desk = part->package->desk;
    zip_int64_t got = zip_fread(part->file, out, size);
    if (got < 0)
        return fail_of_part(part, zip_file_get_error(part->file), err);
    part->size += got;
    if (desk->max_part_bytes && part->size > desk->max_part_bytes) {
        ikmi_digits limit = ikmi_digits_of(desk->max_part_bytes >> 20);
        return ikmi_desk_fail(desk, err, IKM_ERR_LIMIT, "READERS_PART_TOO_LARGE", IKMI_WITH(part->path, limit.text));
    }
    if (part->size > RATIO_FREE && part->size / RATIO_MAX > part->packed) {
        ikmi_digits limit = ikmi_digits_of(RATIO_MAX);
        return ikmi_desk_fail(desk, err, IKM_ERR_LIMIT, "READERS_PART_BOMB", IKMI_WITH(part->path, limit.text));
    }
    *got_out = (size_t)got;
    return IKM_OK;
}

void ikmi_part_close(ikmi_part *part)
{
    if (part->file)
        zip_fclose(part->file);
    part->file = NULL;
}
