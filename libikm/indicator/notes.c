#include "notes.h"

#include "base/mem.h"

#include <string.h>

enum { SENTENCE_SIZE = 1024 };

void ikmi_notes_init(ikmi_notes *notes, ikm_lang lang, const ikm_mem *mem)
{
    *notes = (ikmi_notes){.mem = mem, .lang = lang};
}

void ikmi_notes_done(ikmi_notes *notes)
{
    for (size_t i = 0; i < notes->count; i++)
        ikmi_release(notes->mem, notes->list[i]);
    ikmi_release(notes->mem, notes->list);
}

void ikmi_notes_say(ikmi_notes *notes, ikmi_word word, const char *const *args, size_t count)
{
    char sentence[SENTENCE_SIZE];
    if (notes->count == notes->room) {
        size_t room = notes->room ? notes->room * 2 : 8;
        char **larger = ikmi_resize(notes->mem, notes->list, room * sizeof *larger);
        if (!larger) {
            notes->status = IKM_ERR_NOMEM;
            return;
        }
        notes->list = larger;
        notes->room = room;
    }
    ikmi_say(sentence, sizeof sentence, notes->lang, word, args, count);
    notes->list[notes->count] = ikmi_copy_string(notes->mem, sentence);
    if (notes->list[notes->count])
        notes->count++;
    else
        notes->status = IKM_ERR_NOMEM;
}

const char *ikmi_notes_at(const ikmi_notes *notes, size_t index)
{
    return index < notes->count ? notes->list[index] : NULL;
}

ikm_status ikmi_row_fault(ikm_error *err, ikm_status status, size_t row, ikm_lang lang, ikmi_word word,
                          const char *const *args, size_t count)
{
    ikmi_fail(err, status, lang, word, args, count);
    if (err)
        err->line = (int64_t)row + 1;
    return status;
}

const char *ikmi_short(char *out, ikm_text text)
{
    size_t size = text.size;
    if (size >= IKMI_SHORT_SIZE) {
        size = IKMI_SHORT_SIZE - sizeof "...";
        while (size > 0 && ((unsigned char)text.data[size] & 0xC0) == 0x80)
            size--;
    }
    if (size)
        memcpy(out, text.data, size);
    strcpy(out + size, size < text.size ? "..." : "");
    return out;
}
