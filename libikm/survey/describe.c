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
    survey->files = ikmi_alloc_zero(survey->mem, reading->dump_count + reading->shard_count, sizeof *survey->files);
    if (!survey->files)
        return IKM_ERR_NOMEM;
    survey->file_count = reading->dump_count + reading->shard_count;
    for (size_t d = 0; d < reading->dump_count; d++) {
        const ikmi_dump *dump = reading->dumps[d];
        bool rows = ikmi_source_wrapping(dump->grid.source) == IKMI_WRAPPING_ROWS;
        survey->files[d] = (ikm_file_info){
            .name = ikmi_copy_string(survey->mem, ikmi_source_name(dump->grid.source)),
            .encoding = encoding_of(dump),
            .delimiter = rows ? '\0' : dump->grid.dialect.delimiter,
            .header_line = dump->grid.header_line,
            .shape = ikmi_shape_name(dump->columns.shape),
        };
        if (!survey->files[d].name)
            return IKM_ERR_NOMEM;
    }
    for (size_t i = 0; i < reading->shard_count; i++) {
        ikm_file_info *info = &survey->files[reading->dump_count + i];
        *info = (ikm_file_info){ikmi_copy_string(survey->mem, reading->shards[i].name), "ikm", '\0', 0, "tally"};
        if (!info->name)
            return IKM_ERR_NOMEM;
    }
    return IKM_OK;
}

static ikm_status describe_mapping(ikm_survey *survey, size_t file, size_t element, int column, const char *header,
                                   const char *by)
{
    ikm_mapping *mapping = &survey->mappings[survey->mapping_count];
    *mapping = (ikm_mapping){
        .element = ikm_rules_element_code(survey->rules, element),
        .file = file,
        .column = column + 1,
        .header = ikmi_copy_string(survey->mem, header),
        .by = by,
    };
    survey->mapping_count += mapping->header != NULL;
    return mapping->header ? IKM_OK : IKM_ERR_NOMEM;
}

/* In lines of answers an element has no column, but a name; one that nobody named has none. */
static ikm_status describe_element(const ikmi_reading *reading, size_t file, size_t element)
{
    const ikmi_columns *columns = &reading->dumps[file]->columns;
    const ikmi_line_facts *lines = &reading->facts[file].lines;
    if (columns->shape == IKMI_SHAPE_WIDE) {
        int column = columns->element_column[element];
        return describe_mapping(reading->survey, file, element, column, columns->columns[column].header,
                                columns->columns[column].by);
    }
    return !lines->name[element] ? IKM_OK
                                 : describe_mapping(reading->survey, file, element, columns->line.element,
                                                    lines->name[element], lines->by[element]);
}

static ikm_status describe_mappings(const ikmi_reading *reading)
{
    ikm_survey *survey = reading->survey;
    size_t elements = ikm_rules_element_count(survey->rules);
    survey->mappings = ikmi_alloc_zero(survey->mem, reading->dump_count * elements, sizeof *survey->mappings);
    if (!survey->mappings)
        return IKM_ERR_NOMEM;
    for (size_t d = 0; d < reading->dump_count; d++) {
        survey->by_questionnaire_number |= reading->dumps[d]->columns.by_questionnaire_number;
        for (size_t e = 0; e < elements; e++) {
            ikm_status status = describe_element(reading, d, e);
            if (status != IKM_OK)
                return status;
        }
    }
    return IKM_OK;
}

ikm_status ikmi_reading_describe(ikmi_reading *reading)
{
    ikm_status status = describe_files(reading);
    if (status == IKM_OK)
        status = describe_mappings(reading);
    if (status == IKM_OK)
        status = ikmi_survey_add_notes(reading->survey);
    if (status != IKM_OK)
        return status;
    ikmi_reading_add_remarks(reading);
    return reading->survey->notes.status;
}
