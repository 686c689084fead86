#include "workbook.h"

#include <string.h>

#include "relations.h"
#include "xml.h"

typedef struct workbook_reading {
    ikmi_xml xml;
    ikmi_workbook *workbook;
    const ikmi_relations *relations;
} workbook_reading;

static void add_sheet(workbook_reading *state, const char **attributes)
{
    ikmi_workbook *workbook = state->workbook;
    const ikmi_desk *desk = workbook->desk;
    const char *name = ikmi_xml_attribute(attributes, "name"), *id = ikmi_xml_prefixed(attributes, "id");
    const char *visible = ikmi_xml_attribute(attributes, "state");
    const ikmi_relation *relation = id ? ikmi_relations_by_id(state->relations, id) : NULL;
    if (!name || !relation || strcmp(relation->type, "worksheet"))
        return;
    bool hidden = visible && strcmp(visible, "visible");
    ikmi_sheet_entry sheet = {ikmi_desk_copy(desk, name, strlen(name)),
                              ikmi_desk_copy(desk, relation->target, strlen(relation->target)), hidden};
    if (sheet.name && sheet.path &&
        ikmi_desk_grow(desk, &workbook->sheets, workbook->count, &workbook->capacity, sizeof sheet)) {
        workbook->sheets[workbook->count++] = sheet;
        return;
    }
    ikmi_desk_release(desk, sheet.name);
    ikmi_desk_release(desk, sheet.path);
    ikmi_xml_stop(&state->xml, ikmi_desk_nomem(desk, state->xml.err));
}

static void on_start(void *ctx, const char *name, const char **attributes)
{
    workbook_reading *state = ctx;
    if (!strcmp(name, "sheet"))
        add_sheet(state, attributes);
    else if (!strcmp(name, "workbookPr"))
        state->workbook->from_1904 = ikmi_xml_true(ikmi_xml_attribute(attributes, "date1904"));
}

static ikm_status copy_path(char **out, const ikmi_relations *relations, const char *type, ikm_error *err)
{
    const ikmi_relation *relation = ikmi_relations_by_type(relations, type);
    if (!relation)
        return IKM_OK;
    *out = ikmi_desk_copy(relations->desk, relation->target, strlen(relation->target));
    return *out ? IKM_OK : ikmi_desk_nomem(relations->desk, err);
}

static ikm_status read_parts(ikmi_workbook *out, const ikmi_package *package, const char *path, ikm_error *err)
{
    static const ikmi_xml_handlers handlers = {on_start, NULL, NULL};
    ikmi_relations relations;
    ikm_status status = ikmi_relations_read(&relations, package, path, err);
    if (status != IKM_OK)
        return status;
    workbook_reading state = {.workbook = out, .relations = &relations};
    status = ikmi_xml_read(&state.xml, package, path, &handlers, &state, err);
    if (status == IKM_OK)
        status = copy_path(&out->strings_path, &relations, "sharedStrings", err);
    if (status == IKM_OK)
        status = copy_path(&out->styles_path, &relations, "styles", err);
    ikmi_relations_done(&relations);
    return status;
}

ikm_status ikmi_workbook_read(ikmi_workbook *out, const ikmi_package *package, ikm_error *err)
{
    ikmi_relations roots;
    *out = (ikmi_workbook){.desk = package->desk};
    ikm_status status = ikmi_relations_read(&roots, package, "", err);
    if (status != IKM_OK)
        return status;
    const ikmi_relation *root = ikmi_relations_by_type(&roots, "officeDocument");
    status = read_parts(out, package, root ? root->target : "xl/workbook.xml", err);
    ikmi_relations_done(&roots);
    if (status == IKM_OK && !out->count)
        status = ikmi_desk_fail(package->desk, err, IKM_ERR_DATA, "READERS_NO_SHEETS", NULL, 0);
    if (status != IKM_OK)
        ikmi_workbook_done(out);
    return status;
}

void ikmi_workbook_done(ikmi_workbook *workbook)
{
    for (size_t i = 0; i < workbook->count; i++) {
        ikmi_desk_release(workbook->desk, workbook->sheets[i].name);
        ikmi_desk_release(workbook->desk, workbook->sheets[i].path);
    }
    ikmi_desk_release(workbook->desk, workbook->sheets);
    ikmi_desk_release(workbook->desk, workbook->strings_path);
    ikmi_desk_release(workbook->desk, workbook->styles_path);
    workbook->sheets = NULL;
    workbook->strings_path = workbook->styles_path = NULL;
    workbook->count = workbook->capacity = 0;
}

static bool same_name(const char *left, const char *right)
{
    for (;; left++, right++) {
        char a = *left, b = *right;
        a = a >= 'A' && a <= 'Z' ? (char)(a - 'A' + 'a') : a;
        b = b >= 'A' && b <= 'Z' ? (char)(b - 'A' + 'a') : b;
        if (a != b)
            return false;
        if (!a)
            return true;
    }
}

static ikm_status no_such_sheet(const ikmi_workbook *workbook, const char *sheet, ikm_error *err)
{
    ikmi_pile names = {0};
    ikm_status status;
    bool room = true;
    for (size_t i = 0; room && i < workbook->count; i++) {
        const char *name = workbook->sheets[i].name;
        room = ikmi_pile_add(&names, workbook->desk, ", ", i ? 2 : 0) &&
               ikmi_pile_add(&names, workbook->desk, name, strlen(name));
    }
    if (room && ikmi_pile_add(&names, workbook->desk, "", 1))
        status =
            ikmi_desk_fail(workbook->desk, err, IKM_ERR_UNKNOWN, "READERS_NO_SUCH_SHEET", IKMI_WITH(sheet, names.data));
    else
        status = ikmi_desk_nomem(workbook->desk, err);
    ikmi_pile_done(&names, workbook->desk);
    return status;
}

ikm_status ikmi_workbook_find(size_t *out, const ikmi_workbook *workbook, const char *sheet, ikm_error *err)
{
    if (!sheet) {
        *out = 0; /* a workbook whose sheets are all hidden, no spreadsheet program writes */
        for (size_t i = workbook->count; i-- > 0;)
            if (!workbook->sheets[i].hidden)
                *out = i;
        return IKM_OK;
    }
    for (size_t i = 0; i < workbook->count; i++)
        if (same_name(workbook->sheets[i].name, sheet)) {
            *out = i;
            return IKM_OK;
        }
    size_t number = 0, digits = strspn(sheet, "0123456789");
    for (size_t i = 0; i < digits && i < 7; i++)
        number = number * 10 + (size_t)(sheet[i] - '0');
    if (digits && digits < 7 && !sheet[digits] && number >= 1 && number <= workbook->count) {
        *out = number - 1;
        return IKM_OK;
    }
    return no_such_sheet(workbook, sheet, err);
}
