#include "meaning.h"

#include "base/decimal.h"

#include <string.h>

/*
 * The next character of a text as it is compared: ASCII letters small, each run
 * of other ASCII one blank, none at either end. Characters beyond ASCII as they
 * are: their folding is the business of ingest/, which has the tables for it.
 */
static int next_folded(const char **at, bool *begun)
{
    bool blank = false;
    for (; **at; (*at)++) {
        unsigned char c = (unsigned char)**at;
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || (c >= '0' && c <= '9') || c >= 0x80) {
            if (blank && *begun)
                return ' '; /* the next call begins at the character itself */
            (*at)++;
            *begun = true;
            return letter ? c | 0x20 : c;
        }
        blank = true;
    }
    return 0;
}

bool ikmi_same_text(const char *a, const char *b)
{
    bool a_begun = false, b_begun = false;
    int left, right;
    do {
        left = next_folded(&a, &a_begun);
        right = next_folded(&b, &b_begun);
    } while (left == right && left != 0);
    return left == right;
}

/* The score that a label is read as wherever it stands: "3", or "c"; 0 if none. */
static int own_score(const char *text, int scale)
{
    bool begun = false;
    int first = next_folded(&text, &begun), second = next_folded(&text, &begun), score = 0;
    if (first >= '0' && first <= '9')
        score = second == 0 ? first - '0' : second >= '0' && second <= '9' ? (first - '0') * 10 + second - '0' : 0;
    else if (first >= 'a' && first <= 'z' && second == 0)
        score = first - 'a' + 1;
    return next_folded(&text, &begun) == 0 && score <= scale ? score : 0;
}

static ikm_status wrong_label(ikmi_reading *reading, const ikmi_place *place, ikmi_word word, const char *label,
                              int other, int score)
{
    char given[IKMI_SHOWN_SIZE], one[IKMI_INTEGER_SIZE], two[IKMI_INTEGER_SIZE];
    return ikmi_wrong(reading, place, word,
                      IKMI_SAY(ikmi_shown(given, label, strlen(label)), ikmi_integer_text(one, other),
                               ikmi_integer_text(two, score)));
}

static ikm_status check_label(ikmi_reading *reading, const ikmi_place *place, const char *label, int score, int scale)
{
    char given[IKMI_SHOWN_SIZE];
    if (ikmi_same_text(label, ""))
        return ikmi_wrong(reading, place, IKMI_WORD_RULES_TEXT_NO_LETTER,
                          IKMI_SAY(ikmi_shown(given, label, strlen(label))));
    int own = own_score(label, scale);
    if (own && own != score)
        return wrong_label(reading, place, IKMI_WORD_RULES_LABEL_SCORE, label, own, score);
    return IKM_OK;
}

/* Among the official labels no text may stand twice, whatever the score: one of the two would never be meant. */
static ikm_status check_official(ikmi_reading *reading, const ikmi_place *element_place, const ikmi_element *element,
                                 int scale)
{
    ikmi_place labels = {element_place, "labels", 0};
    for (int i = 0; i < scale && element->labels[0][0]; i++) {
        ikmi_place place = {&labels, NULL, (size_t)i};
        ikm_status status = check_label(reading, &place, element->labels[i], i + 1, scale);
        if (status != IKM_OK)
            return status;
        for (int j = 0; j < i; j++)
            if (ikmi_same_text(element->labels[i], element->labels[j]))
                return wrong_label(reading, &place, IKMI_WORD_RULES_LABEL_TWICE, element->labels[i], j + 1, i + 1);
    }
    return IKM_OK;
}

/* What `text` already means among the labels and the aliases before `end`; 0: nothing. */
static int meant_before(const ikmi_element *element, int scale, const ikmi_label_alias *end, const char *text)
{
    for (int i = 0; i < scale; i++)
        if (element->labels[i][0] && ikmi_same_text(element->labels[i], text))
            return i + 1;
    for (const ikmi_label_alias *alias = element->label_aliases; alias < end; alias++)
        if (ikmi_same_text(alias->text, text))
            return alias->score;
    return 0;
}

ikm_status ikmi_check_labels(ikmi_reading *reading, const ikmi_place *element_place, const ikmi_element *element,
                             int scale)
{
    ikm_status status = check_official(reading, element_place, element, scale);
    ikmi_place aliases = {element_place, "label_aliases", 0};
    const ikmi_label_alias *alias = element->label_aliases;
    for (; status == IKM_OK && alias && alias->text; alias++) {
        ikmi_place place = {&aliases, alias->text, 0};
        status = check_label(reading, &place, alias->text, alias->score, scale);
        int before = meant_before(element, scale, alias, alias->text);
        if (status == IKM_OK && before && before != alias->score)
            status = wrong_label(reading, &place, IKMI_WORD_RULES_LABEL_TWICE, alias->text, before, alias->score);
    }
    return status;
}

/* The texts by which a header can name an element, by number: code, name, question, then its words. NULL beyond. */
static const char *text_at(const ikmi_element *element, size_t index)
{
    switch (index) {
    case 0: return element->code;
    case 1: return element->name;
    case 2: return element->question;
    default: return element->words ? element->words[index - 3] : NULL;
    }
}

static bool element_has(const ikmi_element *element, const char *text)
{
    const char *own;
    for (size_t i = 0; (own = text_at(element, i)) != NULL; i++)
        if (own[0] && ikmi_same_text(own, text))
            return true;
    return false;
}

static ikm_status check_text_at(ikmi_reading *reading, const ikmi_place *element_place, const ikmi_element *elements,
                                size_t element, size_t index)
{
    static const char *const keys[] = {"code", "name", "question", "words"};
    const char *text = text_at(&elements[element], index);
    ikmi_place member = {element_place, keys[index < 3 ? index : 3], 0};
    ikmi_place place = {&member, NULL, index < 3 ? 0 : index - 3};
    const ikmi_place *here = index < 3 ? &member : &place;
    char given[IKMI_SHOWN_SIZE];
    ikmi_shown(given, text, strlen(text));
    if (text[0] && ikmi_same_text(text, ""))
        return ikmi_wrong(reading, here, IKMI_WORD_RULES_TEXT_NO_LETTER, IKMI_SAY(given));
    for (size_t i = 0; text[0] && i < element; i++)
        if (element_has(&elements[i], text))
            return ikmi_wrong(reading, here, IKMI_WORD_RULES_MEANS_ANOTHER, IKMI_SAY(given, elements[i].code));
    return IKM_OK;
}

ikm_status ikmi_check_words(ikmi_reading *reading, const ikmi_place *elements_place, const ikmi_element *elements,
                            size_t count)
{
    for (size_t element = 0; element < count; element++) {
        ikmi_place element_place = {elements_place, NULL, element};
        for (size_t i = 0; text_at(&elements[element], i); i++) {
            ikm_status status = check_text_at(reading, &element_place, elements, element, i);
            if (status != IKM_OK)
                return status;
        }
    }
    return IKM_OK;
}
