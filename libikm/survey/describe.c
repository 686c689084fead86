/* How the files were read: what the outputs print beside the figures. */
#include "survey.h"

#include "base/mem.h"
#include "ingest/encoding.h"

static const char *encoding_of(const ikmi_dump *dump)
{
    switch (ikmi_source_wrapping(dump->grid.source)) {
    case IKMI_WRAPPING_UTF16_LITTLE: return "utf-16le";
    case IKMI_WRAPPING_UTF16_BIG: return "utf-16be";
    case IKMI_WRAPPING_NONE:
    case IKMI_WRAPPING_ROWS: break;
    }
    return ikmi_encoding_name(dump->grid.encoding);
}

static ikm_status describe_files(const ikmi_reading *reading)
{
    ikm_survey *survey = reading->survey;
    survey->files = ikmi_alloc_zero(survey->mem, reading->dump_count, sizeof *survey->files);
    if (!survey->files)
        return IKM_ERR_NOMEM;
    survey->file_count = reading->dump_count;
    for (size_t d = 0; d < reading->dump_count; d++) {
        const ikmi_dump *dump = reading->dumps[d];
        bool rows = ikmi_source_wrapping(dump->grid.source) == IKMI_WRAPPING_ROWS;
        survey->files[d] = (ikm_file_info){
            .name = ikmi_copy_string(survey->mem, ikmi_source_name(dump->grid.source)),
            .encoding = encoding_of(dump),
            .delimiter = rows ? '\0' : dump->grid.dialect.delimiter,
            .header_line = dump->grid.header_line,
            .shape = "wide",
        };
        if (!survey->files[d].name)
            return IKM_ERR_NOMEM;
    }
    return IKM_OK;
}

static ikm_status describe_mappings(const ikmi_reading *reading)
{
    ikm_survey *survey = reading->survey;
    size_t elements = ikm_rules_element_count(survey->rules);
    survey->mappings = ikmi_alloc_zero(survey->mem, reading->dump_count * elements, sizeof *survey->mappings);
    if (!survey->mappings)
        return IKM_ERR_NOMEM;
    for (size_t d = 0; d < reading->dump_count; d++) {
        const ikmi_columns *columns = &reading->dumps[d]->columns;
        survey->by_questionnaire_number |= columns->by_questionnaire_number;
        for (size_t e = 0; e < elements; e++) {
            const ikmi_column *column = &columns->columns[columns->element_column[e]];
            ikm_mapping *mapping = &survey->mappings[survey->mapping_count];
            *mapping = (ikm_mapping){
                .element = ikm_rules_element_code(survey->rules, e),
                .file = d,
                .column = columns->element_column[e] + 1,
                .header = ikmi_copy_string(survey->mem, column->header),
                .by = column->by,
            };
            if (!mapping->header)
                return IKM_ERR_NOMEM;
            survey->mapping_count++;
        }
    }
    return IKM_OK;
}

ikm_status ikmi_reading_describe(ikmi_reading *reading)
{
    ikm_status status = describe_files(reading);
    if (status == IKM_OK)
        status = describe_mappings(reading);
    return status == IKM_OK ? ikmi_survey_add_notes(reading->survey) : status;
}
