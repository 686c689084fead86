#include "kind.h"

#include <string.h>

enum { SQUEEZED_SIZE = 8192 };

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

/* Where `word` (lower case) stands in `text`, whatever the case; NULL if it does not. */
static const char *find(ikm_text text, const char *word)
{
    size_t size = strlen(word);
    for (size_t at = 0; at + size <= text.size; at++) {
        size_t same = 0;
        while (same < size && lower(text.data[at + same]) == word[same])
            same++;
        if (same == size)
            return text.data + at;
    }
    return NULL;
}

static ikm_text without(ikm_text text, size_t bytes)
{
    return (ikm_text){text.data + bytes, text.size - bytes};
}

static ikm_text skip_blanks(ikm_text text)
{
    while (text.size && is_blank(*text.data))
        text = without(text, 1);
    return text;
}

/* Past what may stand before the first element: declarations and comments. */
static ikm_text skip_prolog(ikm_text text)
{
    for (;;) {
        text = skip_blanks(text);
        const char *end = NULL;
        size_t length = 0;
        if (text.size >= 4 && !memcmp(text.data, "<!--", 4))
            end = find(text, "-->"), length = 3;
        else if (text.size >= 2 && !memcmp(text.data, "<?", 2))
            end = find(text, "?>"), length = 2;
        if (!end)
            return text;
        text = without(text, (size_t)(end - text.data) + length);
    }
}

/* The element with which a page, or what a program sends as a worksheet, begins. */
static bool begins_a_page(ikm_text text)
{
    static const char *const tags[] = {"!doctype html", "html", "head",   "body", "meta", "table", "style", "title",
                                       "script",        "div",  "center", "br",   "b",    "p",     "font",  "link",
                                       "span",          "form", "h1",     "h2",   "h3",   "h4",    "thead", "tr",
                                       "strong",        "base"};
    if (text.size < 2 || *text.data != '<')
        return false;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        size_t size = strlen(tags[i]);
        ikm_text begin = {text.data + 1, text.size - 1 < size ? text.size - 1 : size};
        if (find(begin, tags[i]) != begin.data || begin.size < size)
            continue;
        char after = text.size > size + 1 ? text.data[size + 1] : '>';
        if (after == '>' || after == '/' || is_blank(after))
            return true;
    }
    return false;
}

static bool begins_with(ikm_text text, const char *word)
{
    size_t size = strlen(word);
    return text.size > size && find((ikm_text){text.data, size}, word) == text.data;
}

/* Comments and commands, of which one makes or fills a table, each at the beginning of a line. */
static bool is_sql(ikm_text text)
{
    static const char *const begins[] = {"--",   "/*",    "#",     "create ", "insert ",
                                         "set ", "drop ", "begin", "start ",  "use "};
    static const char *const proves[] = {"insert into ", "create table ", "replace into ", "copy public.",
                                         "lock tables "};
    bool begun = false;
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        begun |= begins_with(text, begins[i]);
    while (begun && text.size) {
        for (size_t i = 0; i < sizeof proves / sizeof *proves; i++)
            if (begins_with(text, proves[i]))
                return true;
        const char *end = memchr(text.data, '\n', text.size);
        text = skip_blanks(end ? without(text, (size_t)(end - text.data)) : without(text, text.size));
    }
    return false;
}

/* Control characters that no text has, beyond a stray one or two: the CSV reader reports those by line. */
static bool is_binary(ikm_text text)
{
    size_t controls = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        controls += c < 0x20 && !is_blank((char)c) && c != 0x1A && c != 0x1B && c != 0x0B;
    }
    return controls > 4 && controls > text.size / 32;
}

/* UTF-16 is text of which every other byte is enough to see what it is. */
static bool is_wide(ikm_text head, size_t *low_out)
{
    size_t zeros[2] = {0, 0}, pairs = head.size / 2;
    for (size_t i = 0; i < pairs * 2; i++)
        zeros[i % 2] += head.data[i] == '\0';
    for (size_t high = 0; high < 2; high++)
        if (pairs > 1 && zeros[high] > pairs / 2 && zeros[1 - high] <= pairs / 16) {
            *low_out = 1 - high;
            return true;
        }
    return false;
}

ikm_file_kind ikmi_kind_of_text(ikm_text head)
{
    char squeezed[SQUEEZED_SIZE];
    size_t low;
    if (is_wide(head, &low)) {
        size_t count = 0;
        for (size_t i = low; i < head.size && count < sizeof squeezed; i += 2)
            squeezed[count++] = head.data[i];
        head = (ikm_text){squeezed, count};
        if (head.size && ((unsigned char)*head.data == 0xFF || (unsigned char)*head.data == 0xFE))
            head = without(head, 1); /* half of the byte order mark */
    }
    if (is_binary(head))
        return IKM_FILE_BINARY;
    if (head.size >= 3 && !memcmp(head.data, "\xEF\xBB\xBF", 3))
        head = without(head, 3);
    ikm_text first = skip_blanks(head), root = skip_prolog(head);
    bool xml = first.size >= 5 && !memcmp(first.data, "<?xml", 5);
    if (find(first, "urn:schemas-microsoft-com:office:spreadsheet") && first.size && *first.data == '<' &&
        !begins_a_page(root))
        return IKM_FILE_XML_SPREADSHEET;
    /* a web archive, as old Excel saved "pages" */
    if (first.size >= 13 && find((ikm_text){first.data, 13}, "mime-version:") && find(first, "multipart/related"))
        return IKM_FILE_HTML;
    if (begins_a_page(root))
        return IKM_FILE_HTML;
    if (is_sql(first))
        return IKM_FILE_SQL;
    return xml ? IKM_FILE_XML : IKM_FILE_TEXT;
}
