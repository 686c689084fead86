/* Any cell: it is a score of the scale, a blank, or unknown; blanks around it do not matter. */
#include "fuzz.h"

#include "ingest/decode.h"
#include "ingest/fold.h"
#include "ingest/mask.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static ikmi_labels *labels[8];
    char text[600], folded[300], again[900];
    if (size < 2 || size > 500)
        return 0;
    size_t which = bytes[0] % ikm_rules_count();
    const ikm_rules *rules = ikm_rules_at(which);
    if (!labels[which])
        MUST(ikmi_labels_new(&labels[which], rules, NULL) == IKM_OK);
    size_t element = bytes[1] % ikm_rules_element_count(rules);
    ikm_text cell = {(const char *)bytes + 2, size - 2};
    uint8_t answer = ikmi_decode(labels[which], element, cell);
    MUST(answer == IKMI_ANSWER_UNKNOWN || answer <= ikm_rules_scale(rules));
    memcpy(text + 1, cell.data, cell.size);
    text[0] = text[cell.size + 1] = ' ';
    MUST(ikmi_decode(labels[which], element, (ikm_text){text, cell.size + 2}) == answer);
    ikmi_nearest_label(labels[which], element, cell);
    size_t length = ikmi_fold(folded, sizeof folded, cell);
    MUST(length < sizeof folded && strlen(folded) == length);
    MUST(ikmi_fold(again, sizeof again, (ikm_text){folded, length}) <= sizeof again);
    ikmi_mask(text, sizeof text, cell);
    MUST(strlen(text) < sizeof text);
    return 0;
}
