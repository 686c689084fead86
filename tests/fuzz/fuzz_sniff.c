/*
 * Any bytes as a dump whose first bytes overrule the detector: what is found can be shown, and its schema, given
 * back, finds the same again.
 */
#include "fuzz.h"

#include "base/buffer.h"
#include "ikm/json.h"
#include "ikm/sniff.h"

#include <string.h>

enum { TOLD = 5 };

static int take(void *ctx, const void *bytes, size_t size)
{
    ikmi_buffer_add(ctx, bytes, size);
    return 0;
}

/* Of each overruling some values mean none; others are nonsense, for which a status is due. */
static ikm_dialect told(const uint8_t bytes[TOLD])
{
    static const char delimiters[] = ",;\t| :\"", quotes[] = {'"', '\'', IKM_QUOTE_NONE, ',', 'u'};
    static const char *const encodings[] = {"utf-8", "windows-1252", "utf-16le", "utf-16be", "ebcdic"};
    ikm_dialect dialect = {0};
    if (bytes[0] % 16 < sizeof delimiters - 1)
        dialect.delimiter = delimiters[bytes[0] % 16];
    if (bytes[1] % 16 < sizeof quotes)
        dialect.quote = quotes[bytes[1] % 16];
    if (bytes[2] % 4 == 1)
        dialect.escape = bytes[2] & 4 ? '\\' : '"';
    if (bytes[3] % 16 < 5)
        dialect.encoding = encodings[bytes[3] % 16];
    dialect.header_line = bytes[4] % 8;
    dialect.header_rows = (int32_t)(bytes[4] / 8 % 8) - 2;
    return dialect;
}

static void check_shown(const ikm_sniff *sniff)
{
    ikm_found_column column;
    ikm_considered considered;
    const ikm_found_dialect *dialect = ikm_sniff_dialect(sniff);
    MUST(dialect->confidence >= 0 && dialect->confidence <= 100);
    /* a header that no line break ends has no line behind it */
    MUST(dialect->header_line > 0 && dialect->header_rows > 0 && dialect->data_line >= dialect->header_line);
    for (size_t i = 0; i < ikm_sniff_column_count(sniff); i++) {
        MUST(ikm_sniff_column(sniff, i, &column) && column.column == (int64_t)i + 1);
        MUST(*column.role && (!strcmp(column.role, "element") == (column.element != NULL)));
    }
    MUST(!ikm_sniff_column(sniff, ikm_sniff_column_count(sniff), &column));
    for (size_t i = 0; i < ikm_sniff_considered_count(sniff); i++)
        MUST(ikm_sniff_considered(sniff, i, &considered) && considered.regular <= considered.records);
    for (size_t i = 0; i < ikm_sniff_note_count(sniff); i++)
        MUST(*ikm_sniff_note(sniff, i));
}

/* The schema of what was found; given back, it is taken, and what was a survey stays one. */
static ikm_sniff *told_again(ikmi_buffer *schema, const ikm_input *input, ikm_sniff_options *options,
                             const ikm_sniff *sniff)
{
    ikm_sniff *again;
    ikm_error error;
    ikmi_buffer_init(schema, NULL);
    MUST(ikm_sniff_write_schema(sniff, (ikm_sink){take, schema}) == IKM_OK);
    options->dialect = (ikm_dialect){.encoding = options->dialect.encoding};
    options->schema = (ikm_text){schema->data, schema->size};
    MUST(ikm_sniff_new(&again, input, options, &error) == IKM_OK);
    MUST(ikm_sniff_is_survey(again) >= ikm_sniff_is_survey(sniff)); /* two columns that might be one are told apart */
    return again;
}

/* The first schema settles what was doubtful (a header, two columns for one thing); from then on nothing changes. */
static void check_again(const ikm_input *input, ikm_sniff_options *options, const ikm_sniff *sniff)
{
    ikmi_buffer first, second, third;
    ikm_sniff *again = told_again(&first, input, options, sniff);
    ikm_sniff *settled = told_again(&second, input, options, again);
    ikm_sniff *same = told_again(&third, input, options, settled);
    MUST(second.size == third.size && !memcmp(second.data, third.data, second.size));
    ikm_sniff_free(again);
    ikm_sniff_free(settled);
    ikm_sniff_free(same);
    ikmi_buffer_done(&first);
    ikmi_buffer_done(&second);
    ikmi_buffer_done(&third);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ikm_sniff *sniff;
    ikm_error error;
    ikmi_buffer json;
    ikm_sniff_options options = IKM_SNIFF_OPTIONS_INIT;
    if (size < TOLD || size > 20000)
        return 0;
    const ikm_input input = {"fuzz.csv", NULL, {(const char *)bytes + TOLD, size - TOLD}, NULL};
    options.dialect = told(bytes);
    options.lang = bytes[0] & 0x80 ? IKM_LANG_EN : IKM_LANG_ID;
    ikm_status status = ikm_sniff_new(&sniff, &input, &options, &error);
    MUST((status == IKM_OK) == (sniff != NULL));
    if (status != IKM_OK) {
        MUST(error.status == status && error.message[0]);
        return 0;
    }
    check_shown(sniff);
    ikmi_buffer_init(&json, NULL);
    MUST(ikm_json_sniff(sniff, (ikm_sink){take, &json}) == IKM_OK);
    ikmi_buffer_done(&json);
    check_again(&input, &options, sniff);
    ikm_sniff_free(sniff);
    return 0;
}
