/* How a score may be written: score-json, "Blank means" and "A score is". Whatever is not written so is unknown. */
#include "decode.h"

#include "base/mem.h"
#include "fold.h"
#include "labels.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool equals(ikm_text text, const char *string)
{
    return text.size == strlen(string) && !memcmp(text.data, string, text.size);
}

/* The words that databases, spreadsheets and R write for "no value", in the case in which they write them. */
static bool is_blank_word(ikm_text cell)
{
    static const char *const words[] = {"-", ".", "NA", "N/A", "null", "NULL", "#N/A"};
    for (size_t i = 0; cell.size <= 4 && i < sizeof words / sizeof *words; i++)
        if (equals(cell, words[i]))
            return true;
    return false;
}

/* Digits at the start of `text` as a score; 0 when there are none or they are out of the scale. */
static uint8_t leading_score(ikm_text text, int scale, size_t *used_out)
{
    int value = 0;
    size_t i = 0;
    while (i < text.size && is_digit(text.data[i]) && i < 2)
        value = value * 10 + (text.data[i++] - '0');
    *used_out = i;
    if (i == 0 || text.data[0] == '0' || value > scale || (i < text.size && is_digit(text.data[i])))
        return 0;
    return (uint8_t)value;
}

/* "4", "4.0", "4,00". Three zeros would be four thousand in half of the spreadsheets. */
static uint8_t number_score(ikm_text cell, int scale)
{
    size_t i;
    uint8_t score = leading_score(cell, scale, &i);
    if (!score || i == cell.size)
        return score;
    size_t zeros = cell.size - i - 1;
    if ((cell.data[i] != '.' && cell.data[i] != ',') || zeros < 1 || zeros > 2)
        return 0;
    for (i++; i < cell.size; i++)
        if (cell.data[i] != '0')
            return 0;
    return score;
}

/* a to the letter of the highest score, in either case. */
static uint8_t letter_score(char c, int scale)
{
    int place = (c | 0x20) - 'a' + 1;
    return place >= 1 && place <= scale && (unsigned char)c < 128 ? (uint8_t)place : 0;
}

/* LimeSurvey's answer codes: A1, A2 ... and, since its version 4, AO01, AO02 ... */
static uint8_t code_score(ikm_text cell, int scale)
{
    size_t used;
    if (cell.size < 2 || (cell.data[0] | 0x20) != 'a')
        return 0;
    bool option = (cell.data[1] | 0x20) == 'o';
    size_t before = !option ? 1 : cell.size > 3 && cell.data[2] == '0' ? 3 : 2;
    ikm_text digits = {cell.data + before, cell.size - before};
    uint8_t score = leading_score(digits, scale, &used);
    return used == digits.size ? score : 0;
}

/* A number or a letter that stands as a word of its own in folded text. */
static uint8_t mark_score(ikm_text word, int scale)
{
    size_t used;
    if (word.size == 1 && !is_digit(word.data[0]))
        return letter_score(word.data[0], scale);
    uint8_t score = leading_score(word, scale, &used);
    return used == word.size ? score : 0;
}

/* "4 - Sangat sesuai", "Sangat sesuai (4)", "d. Sangat sesuai": a score only where both say the same. */
static uint8_t score_and_label(const ikmi_labels *labels, size_t element, ikm_text folded)
{
    const char *blank = memchr(folded.data, ' ', folded.size);
    if (!blank)
        return IKMI_ANSWER_UNKNOWN;
    size_t before = (size_t)(blank - folded.data);
    ikm_text mark = {folded.data, before}, label = {blank + 1, folded.size - before - 1};
    uint8_t score = mark_score(mark, labels->scale);
    if (score && ikmi_label_score(labels, element, IKMI_FOLDED, label) == score)
        return score;

    size_t last = folded.size;
    while (folded.data[last - 1] != ' ')
        last--;
    mark = (ikm_text){folded.data + last, folded.size - last};
    label = (ikm_text){folded.data, last - 1};
    score = mark_score(mark, labels->scale);
    return score && ikmi_label_score(labels, element, IKMI_FOLDED, label) == score ? score : IKMI_ANSWER_UNKNOWN;
}

static uint8_t folded_score(const ikmi_labels *labels, size_t element, ikm_text cell)
{
    char buffer[IKMI_LABEL_SIZE];
    ikm_text folded = {buffer, ikmi_fold(buffer, sizeof buffer, cell)};
    if (!folded.size)
        return IKMI_ANSWER_UNKNOWN;
    uint8_t score = ikmi_label_score(labels, element, IKMI_FOLDED, folded);
    if (score != IKMI_ANSWER_UNKNOWN)
        return score;
    if (equals(folded, "tidak menjawab"))
        return IKMI_ANSWER_BLANK;
    return score_and_label(labels, element, folded);
}

bool ikmi_is_plain_answer(ikm_text cell, int scale)
{
    cell = ikmi_trim(cell);
    return !cell.size || is_blank_word(cell) || number_score(cell, scale);
}

/*
 * A number is a number whatever the labels are; a label that the instrument
 * declares ("A" for the best) comes before the letters and codes of others.
 */
uint8_t ikmi_decode_text(const ikmi_labels *labels, size_t element, ikm_text cell)
{
    cell = ikmi_trim(cell);
    if (!cell.size || is_blank_word(cell))
        return IKMI_ANSWER_BLANK;
    uint8_t score = is_digit(cell.data[0]) ? number_score(cell, labels->scale) : 0;
    if (score)
        return score;
    score = ikmi_label_score(labels, element, IKMI_SPELT, cell);
    if (score == IKMI_ANSWER_UNKNOWN)
        score = folded_score(labels, element, cell);
    if (score == IKMI_LABEL_AMBIGUOUS)
        return IKMI_ANSWER_UNKNOWN;
    if (score != IKMI_ANSWER_UNKNOWN)
        return score;
    score = cell.size == 1 ? letter_score(cell.data[0], labels->scale) : code_score(cell, labels->scale);
    return score ? score : IKMI_ANSWER_UNKNOWN;
}

uint8_t ikmi_decode(const ikmi_labels *labels, size_t element, ikm_text cell)
{
    if (element >= labels->element_count)
        return IKMI_ANSWER_UNKNOWN;
    if (cell.size == 1)
        return labels->one_byte[element][(unsigned char)cell.data[0]];
    return ikmi_decode_text(labels, element, cell);
}
