#include "ikm/json.h"

#include "capture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static const ikm_decimal means[9] = {{3654, 3}, {3587, 3}, {3324, 3}, {3984, 3}, {3631, 3},
                                     {3426, 3}, {3484, 3}, {3881, 3}, {3327, 3}};

Test(test_json_reconcile, means_alone_are_asked_whether_they_are_possible)
{
    capture out = {.text = NULL};
    cr_assert(ikm_json_reconcile(NULL, means, 9, 657, 2, capture_sink(&out)) == IKM_OK);
    cr_expect(strstr(out.text, "\"printed\": null") != NULL && strstr(out.text, "\"conventions\": []") != NULL);
    cr_expect(strstr(out.text, "{\"round_mode\": \"half-up\", \"smallest_n\": 312, \"next_n\": 547, \"n\": 657, "
                               "\"possible\": false}") != NULL,
              "%s", out.text);
    cr_expect(strstr(out.text, "{\"round_mode\": \"truncate\", \"smallest_n\": 657, \"next_n\": 659, \"n\": 657, "
                               "\"possible\": true}") != NULL,
              "%s", out.text);
    capture_done(&out);
}

Test(test_json_reconcile, what_no_number_of_respondents_gives_is_null)
{

    const ikm_decimal apart[] = {{1000001, 6}, {1000003, 6}};
    capture out = {.text = NULL};
    cr_assert(ikm_json_reconcile(NULL, apart, 2, 0, 0, capture_sink(&out)) == IKM_OK);
    cr_expect(strstr(out.text, "{\"round_mode\": \"half-up\", \"smallest_n\": null, \"next_n\": null}") != NULL, "%s",
              out.text);
    capture_done(&out);
}

Test(test_json_reconcile, arguments_that_cannot_be_are_refused_and_a_sink_that_stops_is_told)
{
    capture out = {.text = NULL, .stop_at = 1};
    const ikm_decimal negative = {-1, 0};
    cr_expect(ikm_json_reconcile(NULL, NULL, 0, 0, 2, capture_sink(&out)) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_json_reconcile(NULL, &negative, 1, 0, 2, capture_sink(&out)) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_json_reconcile(NULL, means, 9, -1, 2, capture_sink(&out)) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_json_reconcile(NULL, means, 9, 0, 7, capture_sink(&out)) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_json_reconcile(NULL, means, 9, 0, 2, (ikm_sink){NULL, NULL}) == IKM_ERR_ARGUMENT);
    cr_expect(eq(int, (int)out.writes, 0));
    cr_expect(ikm_json_reconcile(NULL, means, 9, 0, 2, capture_sink(&out)) == IKM_ERR_IO);
}
