/* Rows of a dump as they come, from a seed: quoted line breaks, stray quotes, blanks, labels, other encodings, faults.
 */
#ifndef DIRTY_ROWS_H
#define DIRTY_ROWS_H

#include "base/buffer.h"

#define DIRTY_HEADER "layanan,ket,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"

typedef struct dirty_seed {
    uint64_t state;
} dirty_seed;

static inline unsigned dirty_draw(dirty_seed *seed, unsigned below)
{
    seed->state = seed->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(seed->state >> 33) % below;
}

/* Behind DIRTY_HEADER; `windows`: the one letter that is not ASCII is of Windows-1252. */
static inline void dirty_rows(ikmi_buffer *out, dirty_seed *seed, unsigned rows, bool windows)
{
    static const char *const remarks[] = {"x",          "\"a, b\"",   "\"satu\ndua\n\ntiga\"", "\"say \"\"ya\"\"\"",
                                          "5\" pipa",   "\"rusak\"k", "\"tidak tutup",         "",
                                          " \"spasi\" "};
    static const char *const answers[] = {"4", "3", "2", "1", "", "-", "9", "4,0", "\"3\"", " 2 "};
    for (unsigned row = 0; row < rows; row++) {
        ikmi_buffer_add_string(out, dirty_draw(seed, 9) ? "Layanan " : windows ? "Caf\xE9 " : "Caf\xC3\xA9 ");
        ikmi_buffer_add_char(out, (char)('A' + dirty_draw(seed, 7)));
        ikmi_buffer_add_char(out, ',');
        ikmi_buffer_add_string(out, remarks[dirty_draw(seed, 3) ? 0 : dirty_draw(seed, 9)]);
        for (int e = 0; e < 9; e++) {
            ikmi_buffer_add_char(out, ',');
            ikmi_buffer_add_string(out, answers[dirty_draw(seed, 12) ? dirty_draw(seed, 2) : dirty_draw(seed, 10)]);
        }
        ikmi_buffer_add_string(out, dirty_draw(seed, 2) ? "\n" : "\r\n");
    }
}

#endif
