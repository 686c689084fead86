#include "settings_reading.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "ingest/source.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static ikm_status no_memory(const ikmi_settings_reading *r)
{
    return ikmi_fail_plain(r->json.err, IKM_ERR_NOMEM, r->json.lang);
}

static bool is_key(const char *known, const char *given)
{
    while (*known && (*known == *given || (*known == '_' && *given == '-')))
        known++, given++;
    return !*known && !*given;
}

static ikm_status unknown_key(ikmi_settings_reading *r, const ikmi_place *place, const char *key,
                              const ikmi_setting *known, size_t count)
{
    char given[IKMI_SHOWN_SIZE], all[400] = "";
    for (size_t i = 0, used = 0; i < count && used < sizeof all; i++)
        used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", i ? ", " : "", known[i].key);
    return ikmi_wrong(&r->json, place, IKMI_WORD_RULES_KEY_UNKNOWN, IKMI_SAY(ikmi_shown(given, key, strlen(key)), all));
}

ikm_status ikmi_settings_object(ikmi_settings_reading *r, void *into, const ikmi_place *place, const json_t *object,
                                const ikmi_setting *known, size_t count)
{
    const char *key;
    json_t *value;
    if (!json_is_object(object))
        return ikmi_wrong(&r->json, place, IKMI_WORD_RULES_NOT_OBJECT, NULL, 0);
    json_object_foreach((json_t *)object, key, value)
    {
        size_t i = 0;
        while (i < count && !is_key(known[i].key, key))
            i++;
        if (i == count)
            return unknown_key(r, place, key, known, count);
        ikm_status status = known[i].read(r, into, &(ikmi_place){place, key, 0}, value);
        if (status != IKM_OK)
            return status;
    }
    return IKM_OK;
}

ikm_status ikmi_settings_text(const char **out, ikmi_settings_reading *r, const ikmi_place *place, const json_t *value)
{
    if (!json_is_string(value))
        return ikmi_wrong(&r->json, place, IKMI_WORD_RULES_NOT_TEXT, NULL, 0);
    const char *text = json_string_value(value);
    size_t size = json_string_length(value);
    ikm_status status = ikmi_check_text(&r->json, place, text, size, IKMI_SETTINGS_TEXT_MAX);
    if (status != IKM_OK)
        return status;
    const char *kept = ikmi_keep_text(r->keep, (ikm_text){text, size});
    if (!kept)
        return no_memory(r);
    *out = kept;
    return IKM_OK;
}

ikm_status ikmi_settings_texts(const char **out, size_t most, size_t *count_out, ikmi_settings_reading *r,
                               const ikmi_place *place, const json_t *value)
{
    *count_out = 0;
    if (!json_is_array(value)) {
        *count_out = 1;
        return ikmi_settings_text(out, r, place, value);
    }
    ikm_status status = ikmi_check_array(&r->json, place, value, 0, most);
    for (size_t i = 0; status == IKM_OK && i < json_array_size(value); i++) {
        status = ikmi_settings_text(&out[i], r, &(ikmi_place){place, NULL, i}, json_array_get(value, i));
        *count_out = i + 1;
    }
    return status;
}

ikm_status ikmi_settings_choice(int *out, ikmi_settings_reading *r, const ikmi_place *place, const json_t *value,
                                const char *const *choices)
{
    char all[200] = "", given[IKMI_SHOWN_SIZE];
    const char *text;
    ikm_status status = ikmi_settings_text(&text, r, place, value);
    if (status != IKM_OK)
        return status;
    for (int i = 0; choices[i]; i++)
        if (!strcmp(choices[i], text)) {
            *out = i;
            return IKM_OK;
        }
    for (size_t i = 0, used = 0; choices[i] && used < sizeof all; i++)
        used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", i ? ", " : "", choices[i]);
    return ikmi_wrong(&r->json, place, IKMI_WORD_SCHEMA_CHOICE, IKMI_SAY(ikmi_shown(given, text, strlen(text)), all));
}

const char *ikmi_settings_path(ikmi_keep *keep, const char *folder, const char *path)
{
    if (!folder || !*folder || path[0] == '/' || !strcmp(path, "-"))
        return ikmi_keep_text(keep, ikmi_text(path));
    size_t size = strlen(folder), slash = folder[size - 1] != '/';
    char *whole = ikmi_keep_alloc(keep, size + slash + strlen(path) + 1, 1);
    if (!whole)
        return NULL;
    memcpy(whole, folder, size);
    whole[size] = '/';
    strcpy(whole + size + slash, path);
    return whole;
}

/* As much as is there; 0, or errno. */
static int read_all(int fd, char *out, size_t size, size_t *size_out)
{
    *size_out = 0;
    while (*size_out < size) {
        ssize_t n = read(fd, out + *size_out, size - *size_out);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n == 0)
            break;
        *size_out += n > 0 ? (size_t)n : 0;
    }
    return 0;
}

ikm_status ikmi_settings_file(ikm_text *out, ikmi_settings_reading *r, const char *path)
{
    char most[IKMI_INTEGER_SIZE];
    const ikm_mem *mem = r->keep->mem;
    const char *whole = ikmi_settings_path(r->keep, r->options->folder, path);
    if (!whole || ikmi_keep_path(r->keep, whole) != IKM_OK)
        return no_memory(r);
    int fd = open(whole, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return ikmi_io_error(r->json.err, errno, whole, r->json.lang);
    char *block = ikmi_alloc(mem, IKMI_SETTINGS_FILE_MAX + 1);
    size_t size = 0;
    int code = block ? read_all(fd, block, IKMI_SETTINGS_FILE_MAX + 1, &size) : 0;
    close(fd);
    ikm_status status = !block ? no_memory(r) : code ? ikmi_io_error(r->json.err, code, whole, r->json.lang) : IKM_OK;
    if (status == IKM_OK && size > IKMI_SETTINGS_FILE_MAX)
        status = ikmi_fail(r->json.err, IKM_ERR_LIMIT, r->json.lang, IKMI_WORD_REPORT_FILE_LONG,
                           IKMI_SAY(whole, ikmi_integer_text(most, IKMI_SETTINGS_FILE_MAX)));
    if (status == IKM_OK) {
        *out = (ikm_text){ikmi_keep_text(r->keep, (ikm_text){block, size}), size};
        status = out->data ? IKM_OK : no_memory(r);
    }
    ikmi_release(mem, block);
    return status;
}

bool ikmi_settings_is_file(const char *name)
{
    size_t size = strlen(name);
    return strchr(name, '/') || (size > 5 && !strcmp(name + size - 5, ".json"));
}

ikm_status ikmi_settings_blame(ikmi_settings_reading *r, ikm_status status, const char *where)
{
    ikm_error *err = r->json.err;
    char place[64] = "";
    if (!err || status == IKM_ERR_NOMEM || status == IKM_ERR_IO)
        return status;
    ikm_error was = *err;
    if (was.line > 0)
        snprintf(place, sizeof place, ":%" PRId64 ":%" PRId64, was.line, was.column);
    ikmi_fill(err->message, sizeof err->message, "{1}{2}: {3}", IKMI_SAY(where, place, was.message));
    return status;
}
