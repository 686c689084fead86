/* Any bytes as a .ikm file, also with a checksum that is right: what is read can be, and is written to the same bytes.
 */
#include "fuzz.h"

#include "base/buffer.h"
#include "tally/file.h"
#include "tally/tally.h"

#include <string.h>

static int take(void *ctx, const void *bytes, size_t size)
{
    ikmi_buffer_add(ctx, bytes, size);
    return 0;
}

static void read_and_write(ikm_text bytes)
{
    ikm_tally *tally, *again;
    ikm_error error;
    ikmi_buffer first, second;
    ikm_status status = ikm_tally_read(&tally, bytes, ikm_rules_at(0), "fuzz.ikm", IKM_LANG_EN, NULL, &error);
    MUST((status == IKM_OK) == (tally != NULL));
    if (status != IKM_OK)
        return;
    ikmi_buffer_init(&first, NULL);
    ikmi_buffer_init(&second, NULL);
    MUST(ikm_tally_write(tally, ikm_rules_at(0), (ikm_sink){take, &first}) == IKM_OK);
    MUST(ikm_tally_read(&again, ikmi_buffer_text(&first), ikm_rules_at(0), "again", IKM_LANG_EN, NULL, &error) ==
         IKM_OK);
    MUST(ikm_tally_write(again, ikm_rules_at(0), (ikm_sink){take, &second}) == IKM_OK);
    MUST(first.size == second.size && !memcmp(first.data, second.data, first.size));
    ikm_tally_free(tally);
    ikm_tally_free(again);
    ikmi_buffer_done(&first);
    ikmi_buffer_done(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char file[8192];
    read_and_write((ikm_text){(const char *)bytes, size});
    if (size + IKMI_FILE_MAGIC_SIZE + IKMI_FILE_CHECKSUM_SIZE > sizeof file)
        return 0;
    memcpy(file, IKMI_FILE_MAGIC, IKMI_FILE_MAGIC_SIZE);
    memcpy(file + IKMI_FILE_MAGIC_SIZE, bytes, size);
    size += IKMI_FILE_MAGIC_SIZE;
    uint64_t sum = ikmi_file_checksum(IKMI_FILE_CHECKSUM_START, file, size);
    for (size_t i = 0; i < IKMI_FILE_CHECKSUM_SIZE; i++)
        file[size++] = (char)(sum >> 8 * i);
    read_and_write((ikm_text){file, size});
    return 0;
}
