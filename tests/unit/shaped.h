/* The same answers written in every shape, for tests that all of them are read alike. */
#ifndef SHAPED_H
#define SHAPED_H

#include "base/buffer.h"
#include "ikm.h"

#include <stdint.h>
#include <string.h>

enum { SHAPED_ELEMENTS = 9, SHAPED_MOST = 400, SHAPED_ABSENT = -1, SHAPED_BLANK = 0 };

/* One respondent. */
typedef struct shaped_person {
    int id, service, unit, day;   /* the day counts from 2024-01-01 */
    int answers[SHAPED_ELEMENTS]; /* 1 to 4, SHAPED_BLANK, or SHAPED_ABSENT: no line in the long shape */
} shaped_person;

typedef struct shaped {
    uint64_t state;
    size_t count;
    shaped_person people[SHAPED_MOST];
} shaped;

static inline unsigned shaped_draw(shaped *s, unsigned below)
{
    s->state = s->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(s->state >> 33) % below;
}

/* People of whom everybody answered something; a few gaps, where `gaps`. */
static inline void shaped_make(shaped *s, size_t count, int gaps)
{
    s->count = count;
    for (size_t i = 0; i < count; i++) {
        shaped_person *p = &s->people[i];
        *p = (shaped_person){.id = (int)i * 7 + 3, .service = (int)shaped_draw(s, 4), .unit = (int)shaped_draw(s, 3)};
        p->day = (int)shaped_draw(s, 360);
        for (int e = 0; e < SHAPED_ELEMENTS; e++)
            p->answers[e] = gaps && !shaped_draw(s, 8) ? (int)shaped_draw(s, 2) - 1 : 1 + (int)shaped_draw(s, 4);
        p->answers[shaped_draw(s, SHAPED_ELEMENTS)] = 1 + (int)shaped_draw(s, 4);
    }
}

static inline void shaped_group(ikmi_buffer *out, const shaped_person *p)
{
    static const char *const services[] = {"KTP", "Surat Pindah", "\"Akta, Kelahiran\"", ""};
    ikmi_buffer_add_string(out, services[p->service]);
    ikmi_buffer_add_string(out, ",Unit ");
    ikmi_buffer_add_char(out, (char)('A' + p->unit));
}

/* "2024-03-31": months of 30 days are enough here. */
static inline void shaped_date(ikmi_buffer *out, int day)
{
    char text[] = "2024-00-00";
    int month = day / 30 + 1, of_month = day % 30 + 1;
    if (month == 2 && of_month > 28)
        of_month = 28;
    text[5] = (char)('0' + month / 10), text[6] = (char)('0' + month % 10);
    text[8] = (char)('0' + of_month / 10), text[9] = (char)('0' + of_month % 10);
    ikmi_buffer_add_string(out, text);
}

static inline void shaped_wide(ikmi_buffer *out, const shaped *s)
{
    ikmi_buffer_add_string(out, "no,layanan,unit,tanggal,u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    for (size_t i = 0; i < s->count; i++) {
        const shaped_person *p = &s->people[i];
        ikmi_buffer_add_integer(out, p->id);
        ikmi_buffer_add_char(out, ',');
        shaped_group(out, p);
        ikmi_buffer_add_char(out, ',');
        shaped_date(out, p->day);
        for (int e = 0; e < SHAPED_ELEMENTS; e++) {
            ikmi_buffer_add_char(out, ',');
            if (p->answers[e] > 0)
                ikmi_buffer_add_integer(out, p->answers[e]);
        }
        ikmi_buffer_add_char(out, '\n');
    }
}

/* Any order of things by drawing. */
static inline void shaped_shuffle(shaped *s, size_t *order, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t other = shaped_draw(s, (unsigned)i + 1);
        order[i] = order[other];
        order[other] = i;
    }
}

/* Lines of answers: people in the order of their numbers or reversed, or all lines in any order. */
static inline void shaped_long(ikmi_buffer *out, shaped *s, int scattered)
{
    static size_t order[SHAPED_MOST * SHAPED_ELEMENTS];
    size_t lines = s->count * SHAPED_ELEMENTS;
    for (size_t i = 0; i < lines; i++)
        order[i] = i;
    if (scattered)
        shaped_shuffle(s, order, lines);
    ikmi_buffer_add_string(out, "layanan,unit,tanggal,unsur,responden_id,nilai\n");
    for (size_t i = 0; i < lines; i++) {
        const shaped_person *p = &s->people[order[i] / SHAPED_ELEMENTS];
        int element = (int)(order[i] % SHAPED_ELEMENTS), answer = p->answers[element];
        if (answer == SHAPED_ABSENT)
            continue;
        shaped_group(out, p);
        ikmi_buffer_add_char(out, ',');
        shaped_date(out, p->day);
        ikmi_buffer_add_string(out, ",U");
        ikmi_buffer_add_integer(out, element + 1);
        ikmi_buffer_add_char(out, ',');
        ikmi_buffer_add_integer(out, p->id);
        ikmi_buffer_add_char(out, ',');
        if (answer > 0)
            ikmi_buffer_add_integer(out, answer);
        ikmi_buffer_add_char(out, '\n');
    }
}

/* What GROUP BY layanan, unit, unsur, nilai gives: blanks come as a score that is empty. */
static inline void shaped_counts(ikmi_buffer *out, const shaped *s)
{
    ikmi_buffer_add_string(out, "unsur,nilai,layanan,unit,jumlah\n");
    for (int service = 0; service < 4; service++)
        for (int unit = 0; unit < 3; unit++)
            for (int e = 0; e < SHAPED_ELEMENTS; e++)
                for (int answer = 0; answer <= 4; answer++) {
                    shaped_person group = {.service = service, .unit = unit};
                    int64_t n = 0;
                    for (size_t i = 0; i < s->count; i++) {
                        const shaped_person *p = &s->people[i];
                        int given = p->answers[e] > 0 ? p->answers[e] : 0;
                        n += p->service == service && p->unit == unit && given == answer;
                    }
                    if (!n)
                        continue;
                    ikmi_buffer_add_char(out, 'u');
                    ikmi_buffer_add_integer(out, e + 1);
                    ikmi_buffer_add_char(out, ',');
                    if (answer)
                        ikmi_buffer_add_integer(out, answer);
                    ikmi_buffer_add_char(out, ',');
                    shaped_group(out, &group);
                    ikmi_buffer_add_char(out, ',');
                    ikmi_buffer_add_integer(out, n);
                    ikmi_buffer_add_char(out, '\n');
                }
}

/* Everything that must be alike: records, and each group's respondents and answers. */
static inline void shaped_tell(ikmi_buffer *out, const ikm_survey *survey)
{
    ikm_row_counts rows = ikm_survey_rows(survey);
    const ikm_tally *tally = ikm_survey_tally(survey);
    int64_t counts[] = {rows.read, rows.used, rows.refused};
    for (size_t i = 0; i < 3; i++) {
        ikmi_buffer_add_integer(out, counts[i]);
        ikmi_buffer_add_char(out, ' ');
    }
    for (size_t i = 0; i < ikm_survey_score_count(survey); i++) {
        ikmi_buffer_add_char(out, '\n');
        for (size_t key = 0; i && key < ikm_survey_key_count(survey); key++) {
            ikmi_buffer_add_string(out, ikm_survey_key(survey, i, key));
            ikmi_buffer_add_char(out, '|');
        }
        ikmi_buffer_add_integer(out, ikm_score_respondents(ikm_survey_score(survey, i)));
        for (size_t e = 0; e < ikm_tally_element_count(tally); e++) {
            ikm_element_score element;
            if (ikm_score_element(&element, ikm_survey_score(survey, i), e) != IKM_OK)
                return;
            ikmi_buffer_add_char(out, ' ');
            ikmi_buffer_add_integer(out, element.answered);
            ikmi_buffer_add_char(out, '/');
            ikmi_buffer_add_integer(out, element.blank);
            ikmi_buffer_add_char(out, '/');
            ikmi_buffer_add_integer(out, element.sum);
        }
    }
}

#endif
