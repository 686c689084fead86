#include "ikm/base.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

Test(test_base_status, every_status_keeps_its_number_and_its_name)
{
    static const struct {
        int number;
        const char *name;
    } cases[] = {
        {0, "IKM_OK"},           {1, "IKM_ERR_ARGUMENT"}, {2, "IKM_ERR_NOMEM"},    {3, "IKM_ERR_OVERFLOW"},
        {4, "IKM_ERR_MISMATCH"}, {5, "IKM_ERR_IO"},       {6, "IKM_ERR_SYNTAX"},   {7, "IKM_ERR_INVALID"},
        {8, "IKM_ERR_DATA"},     {9, "IKM_ERR_UNSURE"},   {10, "IKM_ERR_UNKNOWN"}, {11, "IKM_ERR_LIMIT"},
        {12, "IKM_ERR_STOPPED"}, {13, "unknown"},         {-1, "unknown"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        cr_expect(eq(str, (char *)ikm_status_name((ikm_status)cases[i].number), (char *)cases[i].name));
}

Test(test_base_status, the_version_is_that_of_the_project)
{
    cr_expect(eq(str, (char *)ikm_version(), IKMI_VERSION));
    cr_expect(strspn(ikm_version(), "0123456789.") == strlen(ikm_version()));
}
