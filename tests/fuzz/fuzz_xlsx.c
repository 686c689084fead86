/* Any bytes as a workbook or a statistics file: rows come or a message says why not. */
#include "fuzz.h"

#include "ikm/readers.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ikm_reader *reader;
    ikm_error error;
    ikm_input input = {"fuzz.xlsx", NULL, {(const char *)bytes, size}, NULL};
    ikm_status status = ikm_reader_new(&reader, &input, NULL, &error);
    MUST((status == IKM_OK) == (reader != NULL));
    if (status != IKM_OK)
        return 0;
    const ikm_rows *rows = ikm_reader_rows(reader);
    for (int64_t last = 0, row = 0; row < 10000; row++) {
        const ikm_field *fields;
        size_t count;
        int64_t line;
        status = rows->next(rows->ctx, &fields, &count, &line, &error);
        if (status != IKM_OK || !fields)
            break;
        MUST(line > last);
        last = line;
    }
    ikm_reader_free(reader);
    return 0;
}
