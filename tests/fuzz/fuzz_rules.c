/* Any bytes as an instrument: it is read or a message says why not; what is read can be used. */
#include "fuzz.h"

#include "ikm/rules.h"
#include "ingest/decode.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ikm_rules *rules;
    ikm_error error;
    ikmi_labels *labels;
    ikm_status status = ikm_rules_read(&rules, (ikm_text){(const char *)bytes, size}, IKM_LANG_EN, NULL, &error);
    MUST((status == IKM_OK) == (rules != NULL));
    if (status != IKM_OK) {
        MUST(error.status == status && error.message[0]);
        return 0;
    }
    MUST(ikm_rules_element_count(rules) >= 2 && ikm_rules_element_count(rules) <= IKM_ELEMENTS_MAX);
    for (int64_t index = 0; index <= 10000; index += 2500)
        MUST(ikm_rules_band(rules, index) >= 1 && ikm_rules_band(rules, index) <= ikm_rules_band_count(rules));
    MUST(ikmi_labels_new(&labels, rules, NULL) == IKM_OK);
    ikmi_labels_free(labels);
    ikm_rules_free(rules);
    return 0;
}
