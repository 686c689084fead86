#include "reading.h"

#include "base/decimal.h"

#include <string.h>

const char *ikmi_shown(char *out, const char *text, size_t size)
{
    static const char more[] = "...";
    bool cut = size > IKMI_SHOWN_SIZE - 1;
    if (cut) {
        size = IKMI_SHOWN_SIZE - sizeof more;
        while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80)
            size--;
    }
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)text[i] < ' ' || text[i] == 0x7F ? ' ' : text[i];
    memcpy(out + size, cut ? more : "", cut ? sizeof more : 1);
    return out;
}

/* A key that is a plain word after a point, any other in brackets and quotes. */
static bool is_plain(const char *key)
{
    size_t size = strlen(key);
    return size > 0 && strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == size;
}

static size_t append(char *out, size_t used, const char *text)
{
    size_t size = strlen(text), room = IKMI_PLACE_TEXT_SIZE - 1 - used;
    size = size < room ? size : room;
    memcpy(out + used, text, size);
    out[used + size] = '\0';
    return used + size;
}

static size_t write_place(char *out, const ikmi_place *place)
{
    if (!place->parent)
        return append(out, 0, "$");
    char number[IKMI_INTEGER_SIZE], key[IKMI_SHOWN_SIZE];
    size_t used = write_place(out, place->parent);
    if (!place->key) {
        used = append(out, used, "[");
        used = append(out, used, ikmi_integer_text(number, (int64_t)place->index));
        return append(out, used, "]");
    }
    bool plain = is_plain(place->key);
    used = append(out, used, plain ? "." : "[\"");
    used = append(out, used, ikmi_shown(key, place->key, strlen(place->key)));
    return append(out, used, plain ? "" : "\"]");
}

const char *ikmi_place_text(char *out, const ikmi_place *place)
{
    write_place(out, place);
    return out;
}

ikm_status ikmi_wrong(const ikmi_reading *reading, const ikmi_place *place, ikmi_word word, const char *const *args,
                      size_t count)
{
    enum { ARGS_MAX = 9 };
    char path[IKMI_PLACE_TEXT_SIZE];
    const char *all[ARGS_MAX] = {ikmi_place_text(path, place)};
    for (size_t i = 0; i < count && i + 1 < ARGS_MAX; i++)
        all[i + 1] = args[i];
    return ikmi_fail(reading->err, IKM_ERR_INVALID, reading->lang, word, all, count + 1);
}
