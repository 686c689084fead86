#include "base/buffer.h"
#include "base/mem.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

static ikm_status fill(ikmi_buffer *buffer, const ikm_mem *mem)
{
    ikmi_buffer_init(buffer, mem);
    for (int i = 0; i < 100; i++) {
        ikmi_buffer_add_string(buffer, "unsur ");
        ikmi_buffer_add_integer(buffer, i);
        ikmi_buffer_add_char(buffer, '\n');
    }
    return buffer->status;
}

Test(test_base_buffer, what_is_added_stands_there_in_order_with_a_nul_behind)
{
    ikmi_buffer buffer;
    cr_assert(eq(int, fill(&buffer, NULL), IKM_OK));
    cr_expect(eq(sz, buffer.size, 10 * 8 + 90 * 9));
    cr_expect(eq(sz, strlen(buffer.data), buffer.size));
    cr_expect(eq(int, strncmp(buffer.data, "unsur 0\nunsur 1\n", 16), 0));
    cr_expect(eq(str, buffer.data + buffer.size - 9, "unsur 99\n"));
    ikm_text text = ikmi_buffer_text(&buffer);
    cr_expect(text.data == buffer.data && text.size == buffer.size);
    ikmi_buffer_done(&buffer);
    cr_expect(buffer.data == NULL && buffer.size == 0 && buffer.capacity == 0);
    ikmi_buffer_add_string(&buffer, "again");
    cr_expect(eq(str, buffer.data, "again"));
    ikmi_buffer_done(&buffer);
}

Test(test_base_buffer, bytes_may_be_nul_and_nothing_may_be_added)
{
    ikmi_buffer buffer;
    ikmi_buffer_init(&buffer, NULL);
    ikmi_buffer_add(&buffer, NULL, 0);
    cr_expect(eq(sz, buffer.size, 0));
    cr_expect(eq(str, buffer.data, ""));
    ikmi_buffer_add(&buffer, "a\0b", 3);
    cr_expect(eq(int, memcmp(buffer.data, "a\0b", 4), 0));
    ikmi_buffer_clear(&buffer);
    cr_expect(eq(sz, buffer.size, 0));
    cr_expect(eq(str, buffer.data, ""));
    cr_expect(buffer.capacity >= 4, "the memory is kept");
    ikmi_buffer_done(&buffer);
}

Test(test_base_buffer, room_is_reserved_without_being_used)
{
    ikmi_buffer buffer;
    ikmi_buffer_init(&buffer, NULL);
    ikmi_buffer_add_string(&buffer, "ikm");
    char *room = ikmi_buffer_reserve(&buffer, 100000);
    cr_assert(room == buffer.data + 3 && buffer.size == 3);
    memset(room, 'x', 100000);
    buffer.size += 100000;
    ikmi_buffer_add_char(&buffer, '.');
    cr_expect(eq(sz, strlen(buffer.data), 100004));
    ikmi_buffer_done(&buffer);
}

Test(test_base_buffer, every_refused_request_is_remembered_and_keeps_what_was_there)
{
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        refusing memory;
        refusing_init(&memory, n);
        memory.once = 1; /* a buffer does not go on with a hole in it when memory comes back */
        ikmi_buffer buffer;
        cr_assert(n < 100);
        status = fill(&buffer, &memory.mem);
        cr_expect(status == IKM_OK || status == IKM_ERR_NOMEM);
        cr_expect(buffer.size < 64U << n, "request %ld: %zu bytes", n, buffer.size);
        if (buffer.size)
            cr_expect(eq(sz, strlen(buffer.data), buffer.size));
        ikmi_buffer_clear(&buffer);
        cr_expect(eq(int, buffer.status, IKM_OK), "clearing forgets the failure");
        ikmi_buffer_done(&buffer);
        cr_expect(eq(long, memory.live, 0));
    }
}

Test(test_base_buffer, a_size_beyond_all_memory_is_refused_without_asking)
{
    const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX - 4};
    for (size_t i = 0; i < 3; i++) {
        refusing memory;
        refusing_init(&memory, -1);
        ikmi_buffer buffer;
        ikmi_buffer_init(&buffer, &memory.mem);
        ikmi_buffer_add_string(&buffer, "ikm");
        if (sizes[i] == SIZE_MAX - 4) /* the sum fits, no memory does */
            memory.countdown = 0;
        cr_expect(ikmi_buffer_reserve(&buffer, sizes[i]) == NULL);
        cr_expect(eq(int, buffer.status, IKM_ERR_NOMEM));
        cr_expect(eq(str, buffer.data, "ikm"));
        ikmi_buffer_done(&buffer);
    }
}
