#include "base/mem.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

Test(test_base_mem, nothing_is_still_a_block_so_that_null_means_refused)
{
    void *block = ikmi_alloc(NULL, 0);
    cr_assert(block != NULL);
    block = ikmi_resize(NULL, block, 0);
    cr_assert(block != NULL);
    ikmi_release(NULL, block);
    ikmi_release(NULL, NULL);
}

Test(test_base_mem, requests_go_through_the_door_that_was_given)
{
    refusing memory;
    refusing_init(&memory, 3);
    char *a = ikmi_alloc(&memory.mem, 10), *b = ikmi_copy_string(&memory.mem, "unsur"),
         *c = ikmi_resize(&memory.mem, NULL, 5);
    cr_assert(a != NULL && b != NULL && c != NULL);
    cr_expect(eq(long, memory.live, 3));
    cr_expect(ikmi_alloc(&memory.mem, 1) == NULL);
    cr_expect(ikmi_copy_string(&memory.mem, "unsur") == NULL);
    cr_expect(ikmi_alloc_zero(&memory.mem, 1, 1) == NULL);
    cr_expect(ikmi_resize(&memory.mem, c, 50) == NULL, "and c is still there");
    ikmi_release(&memory.mem, a);
    ikmi_release(&memory.mem, b);
    ikmi_release(&memory.mem, c);
    ikmi_release(&memory.mem, NULL);
    cr_expect(eq(long, memory.live, 0));
}

Test(test_base_mem, zeroed_blocks_are_zero_and_their_size_cannot_overflow)
{
    static const unsigned char zeros[30];
    unsigned char *block = ikmi_alloc_zero(NULL, 10, 3);
    cr_assert(block != NULL);
    cr_expect(eq(int, memcmp(block, zeros, 30), 0));
    ikmi_release(NULL, block);
    refusing memory;
    refusing_init(&memory, -1);
    cr_expect(ikmi_alloc_zero(&memory.mem, SIZE_MAX / 2, 3) == NULL);
    cr_expect(eq(long, memory.requests, 0), "nobody was asked for the wrong size");
}

Test(test_base_mem, copies_are_nul_terminated_whatever_they_are_copied_from)
{
    ikm_text inside = {"persyaratan", 4}, nothing = {NULL, 0};
    char *a = ikmi_copy(NULL, inside), *b = ikmi_copy(NULL, nothing), *c = ikmi_copy_string(NULL, NULL);
    cr_expect(eq(str, a, "pers"));
    cr_expect(eq(str, b, ""));
    cr_expect(eq(str, c, ""));
    ikmi_release(NULL, a);
    ikmi_release(NULL, b);
    ikmi_release(NULL, c);
    cr_expect(eq(sz, ikmi_text("unsur").size, 5));
    cr_expect(eq(sz, ikmi_text(NULL).size, 0));
}
