#include "relations.h"

#include <string.h>

#include "xml.h"

enum { PATH_SIZE = 1024 };

typedef struct relations_reading {
    ikmi_xml xml;
    ikmi_relations *relations;
    const char *base; /* the part that the relations are of */
} relations_reading;

/*
 * A target is an address beside its part, or from the root when it begins with a
 * slash. Written out without "." and ".."; empty if it does not fit or leaves the package.
 */
static void resolve(char out[PATH_SIZE], const char *base, const char *target)
{
    char joined[PATH_SIZE];
    const char *slash = strrchr(base, '/');
    size_t folder = *target != '/' && slash ? (size_t)(slash - base) + 1 : 0, size = strlen(target), used = 0;
    out[0] = '\0';
    if (folder + size >= PATH_SIZE)
        return;
    memcpy(joined, base, folder);
    memcpy(joined + folder, target, size + 1);
    for (const char *at = joined; *at;) {
        size_t step = strcspn(at, "/\\");
        if (step == 2 && !memcmp(at, "..", 2)) {
            while (used && out[--used] != '/')
                ;
        } else if (step && !(step == 1 && *at == '.')) {
            if (used)
                out[used++] = '/';
            memcpy(out + used, at, step);
            used += step;
        }
        at += step + (at[step] != '\0');
    }
    out[used] = '\0';
}

static void on_start(void *ctx, const char *name, const char **attributes)
{
    relations_reading *state = ctx;
    ikmi_relations *relations = state->relations;
    const ikmi_desk *desk = relations->desk;
    const char *id = ikmi_xml_attribute(attributes, "Id"), *type = ikmi_xml_attribute(attributes, "Type");
    const char *target = ikmi_xml_attribute(attributes, "Target"), *mode = ikmi_xml_attribute(attributes, "TargetMode");
    if (strcmp(name, "Relationship") || !id || !type || !target || (mode && !strcmp(mode, "External")))
        return;
    char path[PATH_SIZE];
    resolve(path, state->base, target);
    const char *word = strrchr(type, '/') ? strrchr(type, '/') + 1 : type;
    ikmi_relation one = {ikmi_desk_copy(desk, id, strlen(id)), ikmi_desk_copy(desk, word, strlen(word)),
                         ikmi_desk_copy(desk, path, strlen(path))};
    bool room =
        ikmi_desk_grow(desk, &relations->items, relations->count, &relations->capacity, sizeof *relations->items);
    if (room)
        relations->items[relations->count++] = one;
    if (!room || !one.id || !one.type || !one.target) {
        if (!room) {
            ikmi_desk_release(desk, one.id);
            ikmi_desk_release(desk, one.type);
            ikmi_desk_release(desk, one.target);
        }
        ikmi_xml_stop(&state->xml, ikmi_desk_nomem(desk, state->xml.err));
    }
}

ikm_status ikmi_relations_read(ikmi_relations *out, const ikmi_package *package, const char *path, ikm_error *err)
{
    static const ikmi_xml_handlers handlers = {on_start, NULL, NULL};
    char rels[PATH_SIZE];
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t folder = (size_t)(name - path);
    *out = (ikmi_relations){.desk = package->desk};
    if (strlen(path) + sizeof "_rels/.rels" > sizeof rels)
        return IKM_OK;
    memcpy(rels, path, folder);
    strcpy(rels + folder, "_rels/");
    strcat(rels, name);
    strcat(rels, ".rels");
    if (!ikmi_package_has(package, rels))
        return IKM_OK;
    relations_reading state = {.relations = out, .base = path};
    ikm_status status = ikmi_xml_read(&state.xml, package, rels, &handlers, &state, err);
    if (status != IKM_OK)
        ikmi_relations_done(out);
    return status;
}

void ikmi_relations_done(ikmi_relations *relations)
{
    for (size_t i = 0; i < relations->count; i++) {
        ikmi_desk_release(relations->desk, relations->items[i].id);
        ikmi_desk_release(relations->desk, relations->items[i].type);
        ikmi_desk_release(relations->desk, relations->items[i].target);
    }
    ikmi_desk_release(relations->desk, relations->items);
    relations->items = NULL;
    relations->count = relations->capacity = 0;
}

const ikmi_relation *ikmi_relations_by_id(const ikmi_relations *relations, const char *id)
{
    for (size_t i = 0; i < relations->count; i++)
        if (!strcmp(relations->items[i].id, id))
            return &relations->items[i];
    return NULL;
}

const ikmi_relation *ikmi_relations_by_type(const ikmi_relations *relations, const char *type)
{
    for (size_t i = 0; i < relations->count; i++)
        if (!strcmp(relations->items[i].type, type))
            return &relations->items[i];
    return NULL;
}
