#include "buffer.h"

#include "decimal.h"
#include "mem.h"

#include <string.h>

void ikmi_buffer_init(ikmi_buffer *buffer, const ikm_mem *mem)
{
    *buffer = (ikmi_buffer){.mem = mem};
}

void ikmi_buffer_done(ikmi_buffer *buffer)
{
    ikmi_release(buffer->mem, buffer->data);
    ikmi_buffer_init(buffer, buffer->mem);
}

void ikmi_buffer_clear(ikmi_buffer *buffer)
{
    buffer->size = 0;
    buffer->status = IKM_OK;
    if (buffer->data)
        buffer->data[0] = '\0';
}

char *ikmi_buffer_reserve(ikmi_buffer *buffer, size_t size)
{
    size_t need;
    if (buffer->status != IKM_OK)
        return NULL;
    if (__builtin_add_overflow(buffer->size, size, &need) || need == SIZE_MAX) {
        buffer->status = IKM_ERR_NOMEM;
        return NULL;
    }
    need++; /* the NUL */
    if (need > buffer->capacity) {
        size_t capacity = buffer->capacity < 64 ? 64 : buffer->capacity;
        while (capacity < need)
            capacity = capacity > SIZE_MAX / 2 ? need : capacity * 2;
        char *data = ikmi_resize(buffer->mem, buffer->data, capacity);
        if (!data) {
            buffer->status = IKM_ERR_NOMEM;
            return NULL;
        }
        buffer->data = data;
        buffer->capacity = capacity;
    }
    return buffer->data + buffer->size;
}

void ikmi_buffer_add(ikmi_buffer *buffer, const void *bytes, size_t size)
{
    char *room = ikmi_buffer_reserve(buffer, size);
    if (!room)
        return;
    if (size)
        memcpy(room, bytes, size);
    room[size] = '\0';
    buffer->size += size;
}

void ikmi_buffer_add_string(ikmi_buffer *buffer, const char *string)
{
    ikmi_buffer_add(buffer, string, strlen(string));
}

void ikmi_buffer_add_char(ikmi_buffer *buffer, char c)
{
    ikmi_buffer_add(buffer, &c, 1);
}

void ikmi_buffer_add_integer(ikmi_buffer *buffer, int64_t value)
{
    char text[IKMI_INTEGER_SIZE];
    ikmi_buffer_add_string(buffer, ikmi_integer_text(text, value));
}

ikm_text ikmi_buffer_text(const ikmi_buffer *buffer)
{
    ikm_text text = {buffer->data, buffer->size};
    return text;
}
