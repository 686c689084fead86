// As main.c, with what C++ has of its own: the initialisers of our options, and constants where C has macros.
#include <ikm.h>
#include <ikm/readers.h>
#include <ikm/xlsx.h>

#include <cstdio>
#include <memory>
#include <string>

static int keep(void *ctx, const void *bytes, size_t size)
{
    static_cast<std::string *>(ctx)->append(static_cast<const char *>(bytes), size);
    return 0;
}

int main(int argc, char **argv)
{
    const char *file = argc > 1 ? argv[1] : "";
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_convention convention = IKM_CONVENTION_INIT;
    ikm_xlsx_options workbook_options = IKM_XLSX_OPTIONS_INIT;
    ikm_input input = {};
    ikm_reader *opened = nullptr;
    ikm_survey *read = nullptr;
    ikm_document *made = nullptr;
    ikm_error error = {};
    std::string workbook;
    ikm_sink sink = {keep, &workbook};

    options.convention = &convention;
    if (ikm_survey_read(&read, &file, 1, &options, &error) != IKM_OK) {
        std::fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    std::unique_ptr<ikm_survey, void (*)(ikm_survey *)> survey(read, ikm_survey_free);
    if (ikm_document_new(&made, IKM_LANG_ID, "Rekap", nullptr) != IKM_OK)
        return 1;
    std::unique_ptr<ikm_document, void (*)(ikm_document *)> document(made, ikm_document_free);
    if (ikm_form_recap(made, read) != IKM_OK || ikm_xlsx_write(made, &workbook_options, sink, &error) != IKM_OK)
        return 1;
    input.bytes = {workbook.data(), workbook.size()};
    if (ikm_reader_new(&opened, &input, nullptr, &error) != IKM_OK) {
        std::fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    std::unique_ptr<ikm_reader, void (*)(ikm_reader *)> reader(opened, ikm_reader_free);
    const ikm_score *whole = ikm_survey_score(read, 0);
    std::printf("%s %s %s %s %s\n", ikm_version(), ikm_score_index_text(whole), ikm_score_grade_text(whole),
                ikm_file_kind_name(ikm_reader_kind(opened)), ikm_reader_sheet_name(opened, 0));
    return 0;
}
