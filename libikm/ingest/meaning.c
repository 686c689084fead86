#include "meaning.h"

#include "meaning_parts.h"

#include <string.h>

static const char *by_of(ikmi_phrase_kind kind)
{
    return kind == IKMI_PHRASE_CODE ? "code" : kind == IKMI_PHRASE_QUESTION ? "question" : "name";
}

/* The elements that have exactly these words, of the first kind in which there are any. */
static ikmi_elements whole(const ikmi_lexicon *lexicon, const ikmi_view *view, const char **by_out)
{
    ikmi_elements found[IKMI_PHRASE_ROLE] = {0};
    for (size_t i = 0; i < lexicon->count; i++) {
        const ikmi_phrase *phrase = &lexicon->phrases[i];
        if (phrase->kind != IKMI_PHRASE_ROLE && ikmi_view_is(view, phrase->text))
            found[phrase->kind] |= (ikmi_elements)1 << phrase->element;
    }
    for (ikmi_phrase_kind kind = IKMI_PHRASE_CODE; kind < IKMI_PHRASE_ROLE; kind++)
        if (found[kind]) {
            *by_out = by_of(kind);
            return found[kind];
        }
    return 0;
}

/* The official question with anything around it. */
static ikmi_elements question_within(const ikmi_lexicon *lexicon, const ikmi_view *view)
{
    ikmi_elements found = 0;
    for (size_t i = 0; i < lexicon->count; i++)
        for (size_t word = 0; lexicon->phrases[i].kind == IKMI_PHRASE_QUESTION && word < view->count; word++)
            if (ikmi_view_match(view, word, lexicon->phrases[i].text))
                found |= (ikmi_elements)1 << lexicon->phrases[i].element;
    return found;
}

/* A header that is an element's and nothing more: with its numbering or its code, which then must not disagree. */
static ikmi_elements exact_of(const ikmi_lexicon *lexicon, const ikmi_view *view, const char **by_out)
{
    ikmi_elements found = whole(lexicon, view, by_out);
    if (found || !view->count)
        return found;
    ikmi_view rest = *view;
    int code = ikmi_view_take_code(&rest, lexicon);
    if (code < 0)
        ikmi_view_take_family(&rest, NULL);
    if (code >= 0 && (rest.count == 0 || (rest.count == 1 && rest.words[0].number >= 0))) {
        *by_out = "code";
        return (ikmi_elements)1 << code;
    }
    found = whole(lexicon, &rest, by_out);
    if (!found && ikmi_view_unnumber(&rest))
        found = whole(lexicon, &rest, by_out);
    if (!found && (found = question_within(lexicon, view)) != 0)
        *by_out = "question";
    if (code >= 0 && found >> code & 1) { /* words and code agree */
        *by_out = "code";
        return (ikmi_elements)1 << code;
    }
    return found;
}

/* Words among others. Where there is a code too, words that name one other element win over it. */
static void loosely(ikmi_meaning *out, const ikmi_lexicon *lexicon, const ikmi_view *view)
{
    ikmi_view rest = *view;
    int code = ikmi_view_take_code(&rest, lexicon);
    ikmi_view_unnumber(&rest);
    ikmi_elements within = ikmi_view_elements_within(&rest, lexicon);
    if (code < 0) {
        out->within = within;
        return;
    }
    ikmi_elements coded = (ikmi_elements)1 << code;
    bool one = within && !(within & (within - 1));
    if (!within || (within & coded)) {
        out->exact = coded;
        out->by = "code";
    } else if (one) {
        out->exact = within;
        out->by = "name";
    }
}

/* The parts of a header in the order in which they are asked. */
enum { WHOLE, BRACKET, LAST, BEFORE, CODE, TEXT, PARTS };

/*
 * "group/u1" is u1, whatever the group is called; but "waktu/biaya" is two
 * elements and not its last word.
 */
static bool is_path(const ikmi_lexicon *lexicon, const ikmi_view views[PARTS])
{
    const char *by;
    if (whole(lexicon, &views[LAST], &by) && !strcmp(by, "code"))
        return true;
    ikmi_view group = views[WHOLE];
    ikmi_view_cut(&group, group.count - views[LAST].count, group.count);
    return !ikmi_view_elements_within(&group, lexicon);
}

static void find_elements(ikmi_meaning *out, const ikmi_lexicon *lexicon, const ikmi_view views[PARTS])
{
    bool path = views[LAST].count && views[LAST].count < views[WHOLE].count && is_path(lexicon, views);
    if (path)
        out->exact = whole(lexicon, &views[LAST], &out->by);
    static const int exact_order[] = {WHOLE, BRACKET, LAST, BEFORE}, loose_order[] = {BRACKET, LAST, WHOLE};
    for (size_t i = 0; i < 4 && !out->exact; i++)
        if (exact_order[i] != LAST || path)
            out->exact = exact_of(lexicon, &views[exact_order[i]], &out->by);
    for (size_t i = 0; i < 3 && !out->exact && !out->within; i++)
        if (loose_order[i] != LAST || path)
            loosely(out, lexicon, &views[loose_order[i]]);
    if (!out->exact && !out->within) {
        ikmi_view rest = views[views[BRACKET].count ? BRACKET : WHOLE];
        ikmi_view_take_family(&rest, NULL);
        ikmi_view_unnumber(&rest);
        out->near = ikmi_view_elements_near(&rest, lexicon);
    }
}

/* "jk. Jenis kelamin": what the text says, if the code is not a word for something else, as in "Ket. layanan". */
static ikmi_role role_behind_code(const ikmi_lexicon *lexicon, const ikmi_view views[PARTS])
{
    ikmi_role role = ikmi_view_role(&views[TEXT], lexicon), coded = ikmi_view_role(&views[CODE], lexicon);
    return coded == role || coded == IKMI_ROLE_OTHER ? role : IKMI_ROLE_OTHER;
}

static void find_roles(ikmi_meaning *out, const ikmi_lexicon *lexicon, const ikmi_view views[PARTS])
{
    static const int order[] = {WHOLE, LAST, BEFORE, BRACKET};
    for (size_t i = 0; i < 4 && out->role == IKMI_ROLE_OTHER; i++) {
        ikmi_view view = views[order[i]];
        out->role = ikmi_view_role(&view, lexicon);
        if (out->role == IKMI_ROLE_OTHER && ikmi_view_unnumber(&view))
            out->role = ikmi_view_role(&view, lexicon);
    }
    if (out->role == IKMI_ROLE_OTHER)
        out->role = role_behind_code(lexicon, views);
    if (out->role != IKMI_ROLE_OTHER)
        return;
    ikmi_view view = views[views[LAST].count ? LAST : WHOLE];
    ikmi_view_unnumber(&view);
    out->role_within = ikmi_view_role_within(&view, lexicon, &out->personal_within, &out->time_within);
    out->role_near = ikmi_view_role_near(&view, lexicon);
}

/* "SKM[SQ008]": a numbering of its own for each question before the brackets. */
static ikmi_family family_of_bracket(const ikmi_view views[PARTS])
{
    ikmi_family family;
    ikmi_view rest = views[BRACKET];
    ikmi_view_take_family(&rest, &family);
    if (family.number == IKMI_FAMILY_NONE || !views[BEFORE].size)
        return family;
    size_t size = views[BEFORE].size < sizeof family.prefix ? views[BEFORE].size : sizeof family.prefix - 1;
    memset(family.prefix, 0, sizeof family.prefix);
    memcpy(family.prefix, views[BEFORE].text, size);
    return family;
}

void ikmi_meaning_find(ikmi_meaning *out, const ikmi_lexicon *lexicon, ikm_text header)
{
    ikmi_view views[PARTS];
    ikmi_header_parts parts = ikmi_header_split(header);
    *out = (ikmi_meaning){.by = ""};
    ikmi_view_make(&views[WHOLE], parts.whole);
    ikmi_view_make(&views[BRACKET], parts.bracket);
    ikmi_view_make(&views[LAST], parts.last);
    ikmi_view_make(&views[BEFORE], parts.before);
    ikmi_view_make(&views[CODE], parts.code);
    ikmi_view_make(&views[TEXT], parts.text);

    ikmi_view rest = views[WHOLE];
    ikmi_view_take_family(&rest, &out->family);
    if (out->family.number == IKMI_FAMILY_NONE) {
        rest = views[LAST];
        ikmi_view_take_family(&rest, &out->family);
    }
    if (out->family.number == IKMI_FAMILY_NONE)
        out->family = family_of_bracket(views);
    if (ikmi_view_is_beside(&views[WHOLE], lexicon) || ikmi_view_is_beside(&views[BRACKET], lexicon))
        out->family = (ikmi_family){.number = IKMI_FAMILY_NONE};
    else
        find_elements(out, lexicon, views);
    find_roles(out, lexicon, views);
}
