/*
 * The scan, compiled once for each kind of processor: a .c file defines SCAN, the
 * name of its way, and masks_of(), which notes where 64 bytes have the delimiter,
 * the newline and the quote, and then includes this.
 */
#include "scan.h"

/* Bits of 64 bytes. */
typedef struct masks {
    uint64_t delimiter, newline, quote;
} masks;

/* Masks of `blocks` times 64 bytes; returns not 0 if any byte is above 127. */
static int masks_of(masks *out, const char *bytes, size_t blocks, const ikmi_dialect *dialect);

enum { BLOCK = 64, BLOCKS_AT_ONCE = 64 };

/* What goes from one block of 64 bytes to the next. */
typedef struct carry {
    uint64_t inside;      /* all ones: the block begins within quotes */
    uint64_t after_break; /* bit 0: the byte before may be followed by an opening quote */
    uint64_t after_close; /* bit 0: the byte before was a closing quote */
} carry;

/* Bit i of the result is the parity of bits 0..i: between an opening and a closing quote it is 1. */
static uint64_t parity_up_to(uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/* A closing quote may stand before the CR of a CRLF. */
static uint64_t without_line_ends(uint64_t candidates, const char *bytes, char newline)
{
    uint64_t kept = 0;
    for (uint64_t rest = candidates; rest; rest &= rest - 1) {
        int at = __builtin_ctzll(rest);
        if (bytes[at] != '\r' || bytes[at + 1] != newline)
            kept |= rest & -rest;
    }
    return kept;
}

/* Take what is within quotes out of the masks; returns the first bit that is not for the scan, or 0. */
static uint64_t quotes(masks *m, carry *state, const char *bytes, const ikmi_dialect *dialect)
{
    uint64_t quote = m->quote;
    if (dialect->escape)
        return quote & -quote; /* where quotes may be escaped each record that has one is for record.c */
    uint64_t within = parity_up_to(quote) ^ state->inside; /* the opening quote counts as within, the closing not */
    uint64_t opens = quote & within, closes = quote & ~within;
    uint64_t breaks = (m->delimiter | m->newline) & ~within;
    uint64_t may_open = (breaks | closes) << 1 | state->after_break;
    uint64_t behind_close = closes << 1 | state->after_close;
    uint64_t odd_close = behind_close & ~(breaks | quote);
    uint64_t odd = (opens & ~may_open) | (m->newline & within);
    if (odd_close)
        odd |= without_line_ends(odd_close, bytes, dialect->newline);
    m->delimiter &= ~within;
    m->newline &= ~within;
    state->inside = (uint64_t)0 - (within >> 63);
    state->after_break = (breaks | closes) >> 63;
    state->after_close = closes >> 63;
    return odd & -odd;
}

/* The lowest eight set bits; what is written for bits that are not there is overwritten or never read. */
static inline uint64_t put_eight(uint32_t *to, uint64_t bits, uint32_t base)
{
    const uint64_t stop = (uint64_t)1 << 63; /* so that there is always a lowest bit */
    uint64_t b0 = bits, b1 = b0 & (b0 - 1), b2 = b1 & (b1 - 1), b3 = b2 & (b2 - 1);
    uint64_t b4 = b3 & (b3 - 1), b5 = b4 & (b4 - 1), b6 = b5 & (b5 - 1), b7 = b6 & (b6 - 1);
    to[0] = base + (uint32_t)__builtin_ctzll(b0 | stop);
    to[1] = base + (uint32_t)__builtin_ctzll(b1 | stop);
    to[2] = base + (uint32_t)__builtin_ctzll(b2 | stop);
    to[3] = base + (uint32_t)__builtin_ctzll(b3 | stop);
    to[4] = base + (uint32_t)__builtin_ctzll(b4 | stop);
    to[5] = base + (uint32_t)__builtin_ctzll(b5 | stop);
    to[6] = base + (uint32_t)__builtin_ctzll(b6 | stop);
    to[7] = base + (uint32_t)__builtin_ctzll(b7 | stop);
    return b7 & (b7 - 1);
}

/* Note where the breaks of one block stand; false when there is no room for them. */
static bool flatten(ikmi_index *out, size_t *count, const masks *m, size_t base)
{
    const size_t before = *count, most = 64;
    uint64_t breaks = m->delimiter | m->newline, left = breaks;
    if (before + most > IKMI_SCAN_POSITIONS || out->record_count + most > IKMI_SCAN_RECORDS)
        return false;
    for (uint32_t *to = out->position + before; left; to += 8)
        left = put_eight(to, left, (uint32_t)base);
    uint64_t rest = m->newline;
    do { /* also where there is none, which comes as often and cannot be foreseen: that end does not count */
        uint64_t up_to = rest ^ (rest - 1); /* the lowest newline and all bits below it */
        out->field_end[out->record_count] = (uint32_t)(before + (size_t)__builtin_popcountll(breaks & up_to));
        out->record_count += rest != 0;
        rest &= rest - 1;
    } while (rest);
    *count = before + (size_t)__builtin_popcountll(breaks);
    return true;
}

static uint64_t first_bits(size_t count)
{
    return count >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << count) - 1;
}

static void keep(masks *m, uint64_t bits)
{
    m->delimiter &= bits;
    m->newline &= bits;
    m->quote &= bits;
}

void SCAN(ikmi_index *out, const char *window, size_t from, size_t size, const ikmi_dialect *dialect)
{
    masks block[BLOCKS_AT_ONCE];
    carry state = {0, 1, 0};
    size_t count = 0, at = from;
    bool stop = false;
    out->record_count = 0;
    out->careful = false;
    out->high = false;
    while (at < size && !stop) {
        size_t blocks = (size - at + BLOCK - 1) / BLOCK;
        blocks = blocks < BLOCKS_AT_ONCE ? blocks : BLOCKS_AT_ONCE;
        out->high |= masks_of(block, window + at, blocks, dialect) != 0;
        for (size_t i = 0; i < blocks && !stop; i++, at += BLOCK) {
            if (size - at < BLOCK)
                keep(&block[i], first_bits(size - at));
            if (block[i].quote || state.inside || state.after_close) {
                uint64_t odd = quotes(&block[i], &state, window + at, dialect);
                if (size - at < BLOCK)
                    odd &= first_bits(size - at);
                if (odd) {
                    keep(&block[i], odd - 1);
                    out->careful = stop = true;
                }
            } else {
                state.after_break = (block[i].delimiter | block[i].newline) >> 63;
            }
            if (!flatten(out, &count, &block[i], at)) {
                /* full: what is indexed is worked off first; a record that alone is too much is for record.c */
                out->careful = out->record_count == 0;
                stop = true;
            }
        }
    }
    out->next = out->record_count ? out->position[out->field_end[out->record_count - 1] - 1] + (size_t)1 : from;
}
