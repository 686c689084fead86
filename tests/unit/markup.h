/* A page as a parser sees it: well-formed or not, its elements in order, its ids and what refers to them. */
#ifndef MARKUP_H
#define MARKUP_H

#include <expat.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Grows at its end; NUL-terminated. */
typedef struct markup_string {
    char *bytes;
    size_t size, room;
} markup_string;

typedef struct markup {
    markup_string elements; /* "html[lang", "meta[charset" ..., a line each, classes left out */
    markup_string text;     /* all characters */
    markup_string ids;      /* " t1 t2 " */
    markup_string refers;   /* the same */
    bool well_formed, ids_differ, references_hold;
} markup;

static inline void markup_append(markup_string *to, const char *bytes, size_t size)
{
    if (to->size + size >= to->room) {
        to->room = (to->size + size + 64) * 2;
        to->bytes = realloc(to->bytes, to->room);
    }
    memcpy(to->bytes + to->size, bytes, size);
    to->size += size;
    to->bytes[to->size] = 0;
}

static inline bool markup_has_word(const char *words, const char *word, size_t size)
{
    for (const char *at = words; at && (at = strchr(at, ' ')) != NULL; at++)
        if (strncmp(at + 1, word, size) == 0 && at[1 + size] == ' ')
            return true;
    return false;
}

/* Where text may be broken, what turns direction, lines of a name, and classes depend on the text: they are left out.
 */
static inline void XMLCALL markup_start(void *ctx, const XML_Char *name, const XML_Char **attributes)
{
    markup *m = ctx;
    for (const XML_Char **at = attributes; *at; at += 2) {
        if (strcmp(at[0], "id") == 0) {
            m->ids_differ = m->ids_differ && !markup_has_word(m->ids.bytes, at[1], strlen(at[1]));
            markup_append(&m->ids, at[1], strlen(at[1]));
            markup_append(&m->ids, " ", 1);
        } else if (strcmp(at[0], "aria-labelledby") == 0 || strcmp(at[0], "aria-describedby") == 0) {
            markup_append(&m->refers, at[1], strlen(at[1]));
            markup_append(&m->refers, " ", 1);
        } else if (at[1][0] == '#' && strcmp(at[0], "href") == 0) {
            markup_append(&m->refers, at[1] + 1, strlen(at[1] + 1));
            markup_append(&m->refers, " ", 1);
        }
    }
    if (strcmp(name, "wbr") == 0 || strcmp(name, "bdi") == 0 || strcmp(name, "text") == 0)
        return;
    markup_append(&m->elements, name, strlen(name));
    for (const XML_Char **at = attributes; *at; at += 2) {
        if (strcmp(at[0], "class") == 0)
            continue;
        markup_append(&m->elements, "[", 1);
        markup_append(&m->elements, at[0], strlen(at[0]));
    }
    markup_append(&m->elements, "\n", 1);
}

static inline void XMLCALL markup_characters(void *ctx, const XML_Char *bytes, int size)
{
    markup *m = ctx;
    markup_append(&m->text, bytes, (size_t)size);
}

static inline markup markup_of(const char *page)
{
    markup m = {.ids_differ = true, .references_hold = true};
    markup_append(&m.elements, "", 0);
    markup_append(&m.text, "", 0);
    markup_append(&m.ids, " ", 1);
    markup_append(&m.refers, "", 0);
    XML_Parser parser = XML_ParserCreate("UTF-8");
    XML_SetUserData(parser, &m);
    XML_SetElementHandler(parser, markup_start, NULL);
    XML_SetCharacterDataHandler(parser, markup_characters);
    m.well_formed = XML_Parse(parser, page, (int)strlen(page), 1) == XML_STATUS_OK;
    if (!m.well_formed)
        fprintf(stderr, "line %lu: %s\n", (unsigned long)XML_GetCurrentLineNumber(parser),
                XML_ErrorString(XML_GetErrorCode(parser)));
    XML_ParserFree(parser);
    for (const char *at = m.refers.bytes; *at;) {
        size_t size = strcspn(at, " ");
        m.references_hold = m.references_hold && markup_has_word(m.ids.bytes, at, size);
        at += size + 1;
    }
    return m;
}

static inline void markup_done(markup *m)
{
    free(m->elements.bytes);
    free(m->text.bytes);
    free(m->ids.bytes);
    free(m->refers.bytes);
}

#endif
