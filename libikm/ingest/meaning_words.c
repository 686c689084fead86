/* Words of elements and roles inside a header, and misspelt ones. */
#include "meaning_parts.h"

#include "base/mem.h"
#include "nearness.h"

#include <string.h>

enum {
    SHORT_WORD = 5, /* letters that a single word needs to mean something inside a longer header: not "smp", "sop" */
    NEAR_WORD = 6   /* and to be recognised when it is misspelt */
};

/* Where a phrase stands. */
typedef struct place {
    const ikmi_phrase *phrase;
    size_t first, end;
} place;

enum { PLACES_MAX = 64 };

static bool is_short(ikm_text phrase)
{
    return phrase.size < SHORT_WORD && !memchr(phrase.data, ' ', phrase.size);
}

static bool inside(const place *a, const place *b)
{
    return a->first >= b->first && a->end <= b->end && (a->first > b->first || a->end < b->end);
}

/* Every phrase of the view that is not part of a longer one. */
static size_t find_places(place out[PLACES_MAX], const ikmi_view *view, const ikmi_lexicon *lexicon)
{
    place all[PLACES_MAX];
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < lexicon->count; i++) {
        const ikmi_phrase *phrase = &lexicon->phrases[i];
        if (phrase->kind == IKMI_PHRASE_CODE)
            continue;
        for (size_t word = 0; word < view->count && count < PLACES_MAX; word++) {
            size_t end = ikmi_view_match(view, word, phrase->text);
            if (end)
                all[count++] = (place){phrase, word, end};
        }
    }
    for (size_t i = 0; i < count; i++) {
        bool part = false;
        for (size_t other = 0; other < count; other++)
            part |= inside(&all[i], &all[other]);
        if (!part)
            out[kept++] = all[i];
    }
    return kept;
}

/* "Sistem, mekanisme dan prosedur: tata cara pelayanan, termasuk pengaduan" is about what it begins with. */
static ikmi_elements begun_with(const place *places, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (places[i].phrase->kind == IKMI_PHRASE_NAME && places[i].first == 0)
            return (ikmi_elements)1 << places[i].phrase->element;
    return 0;
}

ikmi_elements ikmi_view_elements_within(const ikmi_view *view, const ikmi_lexicon *lexicon)
{
    place places[PLACES_MAX];
    ikmi_elements found = 0;
    size_t count = find_places(places, view, lexicon);
    for (size_t i = 0; i < count; i++)
        if (places[i].phrase->kind != IKMI_PHRASE_ROLE && !is_short(places[i].phrase->text))
            found |= (ikmi_elements)1 << places[i].phrase->element;
    ikmi_elements begun = found & (found - 1) ? begun_with(places, count) : 0;
    return begun ? begun : found;
}

/* Words that are one letter from an element's and mean something else. */
static bool is_a_word_of_its_own(ikm_text word)
{
    static const char *const words[] = {"pengadaan"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word.size == strlen(words[i]) && !memcmp(word.data, words[i], word.size))
            return true;
    return false;
}

static bool is_near(ikm_text word, ikm_text phrase)
{
    size_t shorter = word.size < phrase.size ? word.size : phrase.size;
    if (shorter < NEAR_WORD || is_a_word_of_its_own(word))
        return false;
    return ikmi_distance(word, phrase, shorter >= 10 ? 2 : 1) != IKMI_FAR;
}

ikmi_elements ikmi_view_elements_near(const ikmi_view *view, const ikmi_lexicon *lexicon)
{
    ikmi_elements found = 0;
    for (size_t i = 0; i < lexicon->count; i++) {
        const ikmi_phrase *phrase = &lexicon->phrases[i];
        if (phrase->kind != IKMI_PHRASE_NAME && phrase->kind != IKMI_PHRASE_WORD &&
            phrase->kind != IKMI_PHRASE_QUESTION)
            continue;
        bool near = is_near(ikmi_view_text(view, 0, view->count), phrase->text);
        for (size_t word = 0; !near && word < view->count && !memchr(phrase->text.data, ' ', phrase->text.size); word++)
            near = is_near(ikmi_view_text(view, word, word + 1), phrase->text);
        if (near)
            found |= (ikmi_elements)1 << phrase->element;
    }
    return found;
}

ikmi_role ikmi_view_role(const ikmi_view *view, const ikmi_lexicon *lexicon)
{
    for (size_t i = 0; i < lexicon->count; i++)
        if (lexicon->phrases[i].kind == IKMI_PHRASE_ROLE && ikmi_view_is(view, lexicon->phrases[i].text))
            return lexicon->phrases[i].role;
    return IKMI_ROLE_OTHER;
}

/* What people put around the word for a column without meaning more by it. */
static const char *const fillers[] = {
    "anda",       "saudara", "bapak",    "ibu",       "sdr",        "responden", "yang",      "telah",
    "di",         "ke",      "diterima", "digunakan", "diakses",    "diurus",    "dipilih",   "dilayani",
    "dikunjungi", "pilih",   "silakan",  "silahkan",  "mohon",      "isi",       "isikan",    "masukkan",
    "apa",        "apakah",  "berapa",   "adalah",    "terakhir",   "utama",     "saat",      "ini",
    "kode",       "jenis",   "tahun",    "dalam",     "pemohon",    "pengguna",  "pelanggan", "data",
    "nama",       "your",    "the",      "of",        "please",     "wajib",     "kelompok",  "tingkat",
    "aktif",      "no",      "terima",   "didapat",   "didapatkan", "dituju",    "tersebut",  "sesuai",
};

static bool is_filler(const ikmi_view *view, size_t word)
{
    ikm_text text = ikmi_view_text(view, word, word + 1);
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
        if (text.size == strlen(fillers[i]) && !memcmp(text.data, fillers[i], text.size))
            return true;
    return view->words[word].number >= 0;
}

static bool only_fillers_around(const ikmi_view *view, const place *at)
{
    for (size_t word = 0; word < view->count; word++)
        if ((word < at->first || word >= at->end) && !is_filler(view, word))
            return false;
    return true;
}

/* "Nama kecamatan" holds no names of people: a word that is a filler says too little. */
static bool says_personal(const ikmi_view *view, const place *at)
{
    return at->phrase->role == IKMI_ROLE_PERSONAL && (at->end - at->first > 1 || !is_filler(view, at->first));
}

ikmi_role ikmi_view_role_within(const ikmi_view *view, const ikmi_lexicon *lexicon, bool *personal_out, bool *time_out)
{
    place places[PLACES_MAX];
    ikmi_role role = IKMI_ROLE_OTHER;
    size_t count = find_places(places, view, lexicon), longest = 0;
    for (size_t i = 0; i < count; i++) {
        const ikmi_phrase *phrase = places[i].phrase;
        if (phrase->kind != IKMI_PHRASE_ROLE)
            continue;
        *personal_out |= says_personal(view, &places[i]);
        *time_out |= phrase->role == IKMI_ROLE_TIME;
        if (phrase->text.size > longest && only_fillers_around(view, &places[i])) {
            role = phrase->role;
            longest = phrase->text.size;
        }
    }
    return role;
}

ikmi_role ikmi_view_role_near(const ikmi_view *view, const ikmi_lexicon *lexicon)
{
    ikmi_role role = IKMI_ROLE_OTHER;
    ikm_text text = ikmi_view_text(view, 0, view->count);
    for (size_t i = 0; i < lexicon->count; i++) {
        const ikmi_phrase *phrase = &lexicon->phrases[i];
        if (phrase->kind != IKMI_PHRASE_ROLE || !is_near(text, phrase->text))
            continue;
        if (role != IKMI_ROLE_OTHER && role != phrase->role)
            return IKMI_ROLE_OTHER;
        role = phrase->role;
    }
    return role;
}
