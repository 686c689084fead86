#include "words.h"

#include <stdbool.h>
#include <string.h>

static const struct {
    const char *name, *text[2];
} table[] = {
#define WORD(name, id, en) {#name, {id, en}},
#include "words/all.def"
#undef WORD
};

const char *ikmi_word_text(ikm_lang lang, ikmi_word word)
{
    return table[word].text[lang == IKM_LANG_EN];
}

const char *ikmi_word_name(ikmi_word word)
{
    return table[word].name;
}

const char *ikm_words(ikm_lang lang, const char *name)
{
    if (!name)
        return NULL;
    for (size_t i = 0; i < IKMI_WORD_COUNT; i++)
        if (!strcmp(table[i].name, name))
            return table[i].text[lang == IKM_LANG_EN];
    return NULL;
}

static bool continues_a_character(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Append what fits; false once something did not. */
static bool append(char *out, size_t size, size_t *used, const char *text, size_t bytes)
{
    size_t room = size - 1 - *used, take = bytes;
    if (take > room) {
        take = room;
        while (take > 0 && continues_a_character(text[take]))
            take--;
    }
    memcpy(out + *used, text, take);
    *used += take;
    return take == bytes;
}

void ikmi_fill(char *out, size_t size, const char *text, const char *const *args, size_t count)
{
    size_t used = 0;
    bool fits = true;
    while (*text && fits) {
        size_t number =
            (size_t)(text[0] == '{' && text[1] >= '1' && text[1] <= '9' && text[2] == '}' ? text[1] - '0' : 0);
        if (number && number <= count) {
            fits = append(out, size, &used, args[number - 1], strlen(args[number - 1]));
            text += 3;
            continue;
        }
        size_t plain = 1;
        while (text[plain] && text[plain] != '{')
            plain++;
        fits = append(out, size, &used, text, plain);
        text += plain;
    }
    out[used] = '\0';
}

void ikmi_say(char *out, size_t size, ikm_lang lang, ikmi_word word, const char *const *args, size_t count)
{
    ikmi_fill(out, size, ikmi_word_text(lang, word), args, count);
}

ikm_status ikm_words_say(char *out, size_t size, ikm_lang lang, const char *name, const char *const *args, size_t count)
{
    if (!out || !size || !name || (!args && count))
        return IKM_ERR_ARGUMENT;
    for (size_t i = 0; i < count; i++)
        if (!args[i])
            return IKM_ERR_ARGUMENT;
    const char *text = ikm_words(lang, name);
    if (!text)
        return IKM_ERR_UNKNOWN;
    ikmi_fill(out, size, text, args, count);
    return IKM_OK;
}

ikm_status ikmi_fail(ikm_error *err, ikm_status status, ikm_lang lang, ikmi_word word, const char *const *args,
                     size_t count)
{
    if (err) {
        *err = (ikm_error){.status = status, .offset = -1};
        ikmi_say(err->message, sizeof err->message, lang, word, args, count);
    }
    return status;
}

ikm_status ikmi_fail_plain(ikm_error *err, ikm_status status, ikm_lang lang)
{
    ikmi_word word = status == IKM_ERR_NOMEM      ? IKMI_WORD_OUT_OF_MEMORY
                     : status == IKM_ERR_OVERFLOW ? IKMI_WORD_TOO_LARGE_A_NUMBER
                                                  : IKMI_WORD_WRONG_ARGUMENT;
    return ikmi_fail(err, status, lang, word, NULL, 0);
}
