#include "xml.h"

#include <string.h>

/*
 * A block that expat has taken but of which it has reported nothing yet is one
 * long tag; the longest honest one is a few hundred bytes.
 */
enum { BLOCK = 64 * 1024, DEPTH_MAX = 64, TOKEN_MAX = 1 << 20 };

static const char *local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
    ikmi_xml *xml = user;
    if (xml->status != IKM_OK)
        return;
    if (++xml->depth > DEPTH_MAX) {
        ikmi_digits limit = ikmi_digits_of(DEPTH_MAX);
        ikmi_xml_stop(xml, ikmi_desk_fail(xml->desk, xml->err, IKM_ERR_LIMIT, "READERS_TOO_DEEP",
                                          IKMI_WITH(xml->part.path, limit.text)));
        return;
    }
    xml->handlers->start(xml->ctx, local(name), attributes);
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
    ikmi_xml *xml = user;
    xml->depth--;
    if (xml->status == IKM_OK && xml->handlers->end)
        xml->handlers->end(xml->ctx, local(name));
}

static void XMLCALL on_text(void *user, const XML_Char *text, int size)
{
    ikmi_xml *xml = user;
    if (xml->status == IKM_OK)
        xml->handlers->text(xml->ctx, text, (size_t)size);
}

/* Entities are declared in a document type: without one there is nothing to expand. */
static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                               int inside)
{
    ikmi_xml *xml = user;
    (void)name, (void)system, (void)public, (void)inside;
    ikmi_xml_stop(xml, ikmi_desk_fail(xml->desk, xml->err, IKM_ERR_DATA, "READERS_DOCTYPE", IKMI_WITH(xml->part.path)));
}

ikm_status ikmi_xml_open(ikmi_xml *xml, const ikmi_package *package, const char *path,
                         const ikmi_xml_handlers *handlers, void *ctx, ikm_error *err)
{
    *xml = (ikmi_xml){.desk = package->desk, .handlers = handlers, .ctx = ctx};
    ikm_status status = ikmi_part_open(&xml->part, package, path, err);
    if (status != IKM_OK)
        return status;
    xml->parser = XML_ParserCreate(NULL);
    if (!xml->parser) {
        ikmi_xml_close(xml);
        return ikmi_desk_nomem(xml->desk, err);
    }
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_start, on_end);
    if (handlers->text)
        XML_SetCharacterDataHandler(xml->parser, on_text);
    XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
    return IKM_OK;
}

void ikmi_xml_close(ikmi_xml *xml)
{
    if (xml->parser)
        XML_ParserFree(xml->parser);
    xml->parser = NULL;
    ikmi_part_close(&xml->part);
}

static ikm_status fail_of_expat(ikmi_xml *xml)
{
    if (xml->status != IKM_OK)
        return xml->status;
    if (XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY)
        return ikmi_desk_nomem(xml->desk, xml->err);
    ikmi_digits line = ikmi_digits_of((int64_t)XML_GetCurrentLineNumber(xml->parser));
    ikmi_digits column = ikmi_digits_of((int64_t)XML_GetCurrentColumnNumber(xml->parser) + 1);
    return ikmi_desk_fail(xml->desk, xml->err, IKM_ERR_DATA, "READERS_BAD_XML",
                          IKMI_WITH(xml->part.path, line.text, column.text));
}

static ikm_status feed(ikmi_xml *xml, enum XML_Status *state_out)
{
    size_t got = 0;
    void *block = XML_GetBuffer(xml->parser, BLOCK);
    if (!block)
        return fail_of_expat(xml);
    ikm_status status = ikmi_part_read(&xml->part, block, BLOCK, &got, xml->err);
    if (status != IKM_OK)
        return status;
    *state_out = XML_ParseBuffer(xml->parser, (int)got, got == 0);
    if (got == 0)
        xml->finished = true; /* or paused before: run() sees which */
    int64_t waiting = xml->part.size - (int64_t)XML_GetCurrentByteIndex(xml->parser);
    if (*state_out == XML_STATUS_OK && got && waiting > TOKEN_MAX) {
        ikmi_digits limit = ikmi_digits_of(TOKEN_MAX >> 10);
        return ikmi_desk_fail(xml->desk, xml->err, IKM_ERR_LIMIT, "READERS_LONG_TOKEN",
                              IKMI_WITH(xml->part.path, limit.text));
    }
    return IKM_OK;
}

ikm_status ikmi_xml_run(ikmi_xml *xml, ikm_error *err)
{
    xml->err = err;
    for (;;) {
        enum XML_Status state = XML_STATUS_OK;
        ikm_status status = IKM_OK;
        if (xml->paused) {
            xml->paused = false;
            state = XML_ResumeParser(xml->parser);
        } else if (xml->finished) {
            return IKM_OK;
        } else {
            status = feed(xml, &state);
        }
        if (status != IKM_OK)
            return xml->status = status;
        if (xml->status != IKM_OK || state == XML_STATUS_ERROR)
            return xml->status = fail_of_expat(xml);
        if (state == XML_STATUS_SUSPENDED) {
            xml->paused = true;
            return IKM_OK;
        }
    }
}

void ikmi_xml_pause(ikmi_xml *xml)
{
    XML_StopParser(xml->parser, XML_TRUE);
}

void ikmi_xml_stop(ikmi_xml *xml, ikm_status status)
{
    xml->status = status;
    XML_StopParser(xml->parser, XML_FALSE);
}

ikm_status ikmi_xml_read(ikmi_xml *xml, const ikmi_package *package, const char *path,
                         const ikmi_xml_handlers *handlers, void *ctx, ikm_error *err)
{
    ikm_status status = ikmi_xml_open(xml, package, path, handlers, ctx, err);
    if (status == IKM_OK)
        status = ikmi_xml_run(xml, err);
    ikmi_xml_close(xml);
    return status;
}

const char *ikmi_xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (!strcmp(local(*attributes), name))
            return attributes[1];
    return NULL;
}

const char *ikmi_xml_prefixed(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strchr(*attributes, ':') && !strcmp(local(*attributes), name))
            return attributes[1];
    return NULL;
}

bool ikmi_xml_true(const char *value)
{
    return value && (!strcmp(value, "1") || !strcmp(value, "true"));
}
