/* A test that leaks. Criterion lets it pass; that ctest does not is itself a test, where there is a leak sanitizer. */
#include <criterion/criterion.h>

#include <stdlib.h>

Test(leaking, memory_that_nobody_gives_back_is_seen)
{
    char *volatile lost = malloc(312);
    lost[0] = 'u';
    lost = NULL;
    cr_assert(lost == NULL);
}
