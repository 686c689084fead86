#include "csv.h"

#include <stdlib.h>

ikm_status ikmi_csv_init(ikmi_csv *csv, const ikmi_dialect *dialect)
{
    csv->ready = csv_init(&csv->parser, CSV_APPEND_NULL) == 0;
    if (!csv->ready)
        return IKM_ERR_NOMEM;
    csv_set_delim(&csv->parser, (unsigned char)dialect->delimiter);
    csv_set_quote(&csv->parser, (unsigned char)dialect->quote);
    csv_set_blk_size(&csv->parser, 4096);
    return IKM_OK;
}

void ikmi_csv_done(ikmi_csv *csv)
{
    if (csv->ready)
        csv_free(&csv->parser);
    csv->ready = false;
}

static void take_field(void *bytes, size_t size, void *ctx)
{
    ikmi_buffer_add(ctx, bytes, size);
}

ikm_status ikmi_csv_unquote(ikmi_csv *csv, ikmi_buffer *out, ikm_text field)
{
    size_t done = csv_parse(&csv->parser, field.data, field.size, take_field, NULL, out);
    int finished = csv_fini(&csv->parser, take_field, NULL, out);
    return done != field.size || finished != 0 ? IKM_ERR_NOMEM : out->status;
}
