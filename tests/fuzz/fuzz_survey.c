/*
 * Any bytes as a dump: whatever comes out adds up, is the same with one thread and
 * with several, and is the same again when it is read from rows of blocks.
 */
#include "fuzz.h"

#include "base/buffer.h"
#include "ikm.h"

#include <stdbool.h>
#include <string.h>

static int take(void *ctx, const void *bytes, size_t size)
{
    ikmi_buffer_add(ctx, bytes, size);
    return 0;
}

static int count_issue(void *ctx, const ikm_issue *issue)
{
    MUST(issue->line > 0 && issue->column > 0 && issue->message[0]);
    ++*(int64_t *)ctx;
    return 0;
}

/* One issue a refused record; a fault in counts of answers refuses as many respondents as stand behind it. */
static bool add_up(const ikm_survey *survey, int64_t issues)
{
    ikm_row_counts rows = ikm_survey_rows(survey);
    bool counts = !strcmp(ikm_survey_file(survey, 0)->shape, "counts");
    return rows.read == rows.used + rows.refused && rows.used > 0 &&
           (counts ? issues <= rows.refused : issues >= rows.refused);
}

/* `asked`: not 0, with everything that depends on the times and values of records. */
static ikm_status tell(ikmi_buffer *out, const uint8_t *bytes, size_t size, int threads, int asked)
{
    static const char *const by[] = {"periode:triwulan"}, *const where[] = {"layanan=A", "layanan=KTP", "layanan="};
    ikm_survey *survey;
    ikm_error error;
    int64_t issues = 0;
    ikm_input input = {"fuzz.csv", NULL, {(const char *)bytes, size}, NULL};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.threads = threads;
    if (asked) {
        options.by = by;
        options.by_count = 1;
        options.where = where;
        options.where_count = asked == 1 ? 3 : 0;
        options.from = "2024-01";
    }
    options.characteristics = 1;
    options.on_issue = count_issue;
    options.issue_ctx = &issues;
    ikm_status status = ikm_survey_read_inputs(&survey, &input, 1, &options, &error);
    MUST((status == IKM_OK) == (survey != NULL));
    if (status == IKM_OK) {
        MUST(add_up(survey, issues));
        MUST(ikm_json_score(survey, (ikm_sink){take, out}) == IKM_OK);
    } else {
        MUST(error.status == status && error.message[0]);
        ikmi_buffer_add_string(out, error.message);
    }
    ikm_survey_free(survey);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ikmi_buffer one, many;
    if (size > 20000)
        return 0;
    ikmi_buffer_init(&one, NULL);
    ikmi_buffer_init(&many, NULL);
    for (int asked = 0; asked < 3; asked++) {
        ikmi_buffer_clear(&one);
        ikmi_buffer_clear(&many);
        ikm_status status = tell(&one, bytes, size, 1, asked);
        MUST(tell(&many, bytes, size, 3, asked) == status);
        MUST(one.size == many.size && !memcmp(one.data, many.data, one.size));
    }
    ikmi_buffer_done(&one);
    ikmi_buffer_done(&many);
    return 0;
}
