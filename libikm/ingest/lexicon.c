#include "lexicon.h"

#include "base/mem.h"
#include "fold.h"
#include "view.h"

#include <string.h>

/* Called for each phrase that there is, in the order of the kinds within an element. */
typedef struct walk {
    void (*phrase)(struct walk *w, ikmi_phrase_kind kind, size_t element, ikmi_role role, const char *text);
    ikmi_lexicon *into;
} walk;

static void walk_over(walk *w, const ikm_rules *rules)
{
    for (size_t e = 0; e < rules->element_count; e++) {
        const ikmi_element *element = &rules->elements[e];
        w->phrase(w, IKMI_PHRASE_CODE, e, IKMI_ROLE_ELEMENT, element->code);
        w->phrase(w, IKMI_PHRASE_NAME, e, IKMI_ROLE_ELEMENT, element->name);
        if (element->question)
            w->phrase(w, IKMI_PHRASE_QUESTION, e, IKMI_ROLE_ELEMENT, element->question);
        for (const char *const *word = element->words; word && *word; word++)
            w->phrase(w, IKMI_PHRASE_WORD, e, IKMI_ROLE_ELEMENT, *word);
    }
    for (const ikmi_role_word *word = ikmi_role_words; word->text; word++)
        w->phrase(w, IKMI_PHRASE_ROLE, 0, word->role, word->text);
}

static void count_phrase(walk *w, ikmi_phrase_kind kind, size_t element, ikmi_role role, const char *text)
{
    (void)kind, (void)element, (void)role, (void)text;
    w->into->count++;
}

/* The address of a text is known only when the last has been added: until then only its size is kept. */
static void fold_phrase(walk *w, ikmi_phrase_kind kind, size_t element, ikmi_role role, const char *text)
{
    char folded[IKMI_VIEW_SIZE];
    ikmi_lexicon *into = w->into;
    size_t size = ikmi_fold(folded, sizeof folded, ikmi_text(text));
    ikmi_buffer_add(&into->texts, folded, size);
    if (kind == IKMI_PHRASE_CODE)
        into->code[element] = into->count;
    into->phrases[into->count++] = (ikmi_phrase){{NULL, size}, kind, role, element};
}

/* The number at the end of a code, where letters and a number are all of it; 0 else. */
static int number_of_code(const char *code, char prefix[IKMI_PREFIX_SIZE])
{
    ikmi_view view;
    ikmi_view_make(&view, ikmi_text(code));
    if (view.count != 2 || view.words[0].number != IKMI_VIEW_LETTERS || view.words[1].number == IKMI_VIEW_LETTERS ||
        view.words[0].size >= IKMI_PREFIX_SIZE)
        return 0;
    memcpy(prefix, view.text, view.words[0].size);
    prefix[view.words[0].size] = '\0';
    return view.words[1].number;
}

/* false where the codes are not one prefix with a number each. */
static bool number_by_code(ikmi_lexicon *lexicon)
{
    char prefix[IKMI_PREFIX_SIZE];
    for (size_t e = 0; e < lexicon->rules->element_count; e++) {
        lexicon->number[e] = number_of_code(lexicon->rules->elements[e].code, e ? prefix : lexicon->prefix);
        if (lexicon->number[e] == 0 || (e && strcmp(lexicon->prefix, prefix)))
            return false;
        for (size_t other = 0; other < e; other++)
            if (lexicon->number[other] == lexicon->number[e])
                return false;
    }
    return true;
}

static void number_by_place(ikmi_lexicon *lexicon)
{
    lexicon->prefix[0] = '\0';
    for (size_t e = 0; e < lexicon->rules->element_count; e++)
        lexicon->number[e] = (int)e + 1;
}

ikm_status ikmi_lexicon_make(ikmi_lexicon *out, const ikm_rules *rules, const ikm_mem *mem)
{
    walk w = {count_phrase, out};
    *out = (ikmi_lexicon){.rules = rules};
    ikmi_buffer_init(&out->texts, mem);
    walk_over(&w, rules);
    out->phrases = ikmi_alloc_zero(mem, out->count, sizeof *out->phrases);
    if (!out->phrases)
        return IKM_ERR_NOMEM;
    out->count = 0;
    w.phrase = fold_phrase;
    walk_over(&w, rules);
    if (out->texts.status != IKM_OK)
        return out->texts.status;
    const char *at = out->texts.data;
    for (size_t i = 0; i < out->count; i++) {
        out->phrases[i].text.data = at;
        at += out->phrases[i].text.size;
    }
    if (!number_by_code(out))
        number_by_place(out);
    return IKM_OK;
}

void ikmi_lexicon_done(ikmi_lexicon *lexicon)
{
    ikmi_release(lexicon->texts.mem, lexicon->phrases);
    lexicon->phrases = NULL;
    ikmi_buffer_done(&lexicon->texts);
}

int ikmi_lexicon_numbered(const ikmi_lexicon *lexicon, int number)
{
    for (size_t e = 0; e < lexicon->rules->element_count; e++)
        if (lexicon->number[e] == number)
            return (int)e;
    return -1;
}
