#include "kind.h"

#include <string.h>

#include "package.h"

static bool holds(ikm_text text, const char *word)
{
    size_t size = strlen(word);
    for (size_t at = 0; at + size <= text.size; at++)
        if (!memcmp(text.data + at, word, size))
            return true;
    return false;
}

/* The list of content types names what the package is, wherever its parts stand. */
static ikm_file_kind kind_by_types(ikmi_package *package)
{
    char types[16384];
    ikmi_part part;
    size_t got = 0, more = 0;
    if (ikmi_part_open(&part, package, "[Content_Types].xml", NULL) != IKM_OK)
        return IKM_FILE_ZIP;
    while (got < sizeof types && ikmi_part_read(&part, types + got, sizeof types - got, &more, NULL) == IKM_OK && more)
        got += more;
    ikmi_part_close(&part);
    ikm_text text = {types, got};
    if (holds(text, "sheet.binary.macroEnabled.main"))
        return IKM_FILE_XLSB;
    if (holds(text, "spreadsheetml.sheet.main+xml") || holds(text, "spreadsheetml.template.main+xml") ||
        holds(text, "ms-excel.sheet.macroEnabled.main+xml") || holds(text, "ms-excel.template.macroEnabled.main+xml"))
        return IKM_FILE_XLSX;
    if (holds(text, "wordprocessingml") || holds(text, "presentationml") || holds(text, "ms-word") ||
        holds(text, "visio"))
        return IKM_FILE_OFFICE;
    return IKM_FILE_ZIP;
}

static ikm_file_kind kind_by_names(ikmi_package *package)
{
    if (ikmi_package_has(package, "xl/workbook.bin"))
        return IKM_FILE_XLSB;
    if (ikmi_package_has(package, "xl/workbook.xml"))
        return IKM_FILE_XLSX;
    if (ikmi_package_has(package, "word/document.xml") || ikmi_package_has(package, "ppt/presentation.xml"))
        return IKM_FILE_OFFICE;
    if (ikmi_package_has(package, "Index/Document.iwa")) /* Apple Numbers */
        return IKM_FILE_BINARY;
    return IKM_FILE_ZIP;
}

ikm_file_kind ikmi_kind_of_zip(const ikmi_origin *origin, ikm_text head)
{
    ikmi_desk desk = {.name = ""};
    ikmi_package package;
    if (holds((ikm_text){head.data, head.size < 128 ? head.size : 128}, "mimetypeapplication/vnd.oasis.opendocument"))
        return IKM_FILE_OPEN_DOCUMENT;
    if (ikmi_package_open(&package, &desk, origin, NULL) != IKM_OK) /* cut off: say so of a workbook */
        return holds(head, "[Content_Types].xml") || holds(head, "_rels/.rels") || holds(head, "xl/") ? IKM_FILE_XLSX
                                                                                                      : IKM_FILE_ZIP;
    ikm_file_kind kind = kind_by_types(&package);
    if (kind == IKM_FILE_ZIP)
        kind = kind_by_names(&package);
    ikmi_package_close(&package);
    return kind;
}
