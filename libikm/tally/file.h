/*
 * A tally as a file, extension .ikm, version 1, or 2 where it has moments.
 *
 *     "IKMTALLY"             8 bytes
 *     version                1 byte: 1, 2
 *     flags                  1 byte: 1 = complete respondents are counted apart; 2 = and their moments, too
 *     name of the rules      text
 *     records                5 numbers: read, refused, incomplete, example, filtered
 *     scale                  number
 *     elements               number, then the code of each as text
 *     key columns            number, then the name of each as text
 *     groups                 number, then each, ordered by the bytes of their keys
 *     checksum               8 bytes, the lowest first: FNV-1a, 64 bits, of all bytes before
 *
 * A number is written in groups of seven bits, the lowest first, each but the last
 * with 128 added, and as short as it can be. A text is the number of its bytes and
 * its bytes. A group is its key values, each a text, and a set of counts, or two
 * with complete counting: the respondents, then for each element how many gave
 * score 1, 2 ... to the scale. Without key columns there is one group.
 *
 * The moments of a group, of version 2, stand behind its complete counts, with scores
 * taken from 0: how many have the sum 0, 1 ... to elements x (scale - 1); how many
 * gave one answer throughout; the sum of products of each element with each one
 * behind it: first with second, first with third ... last but one with last.
 */
#ifndef IKMI_TALLY_FILE_H
#define IKMI_TALLY_FILE_H

#include "ikm/base.h"

enum {
    IKMI_FILE_VERSION = 1,
    IKMI_FILE_VERSION_MOMENTS = 2,
    IKMI_FILE_COMPLETE = 1,
    IKMI_FILE_MOMENTS = 2,
    IKMI_FILE_MAGIC_SIZE = 8,
    IKMI_FILE_CHECKSUM_SIZE = 8,
    IKMI_FILE_NUMBER_SIZE = 10, /* the longest number takes as much */
    IKMI_FILE_TEXT_MAX = 1 << 20
};

#define IKMI_FILE_MAGIC "IKMTALLY"

static inline uint64_t ikmi_file_checksum(uint64_t sum, const void *bytes, size_t size)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < size; i++)
        sum = (sum ^ byte[i]) * UINT64_C(0x100000001b3);
    return sum;
}

#define IKMI_FILE_CHECKSUM_START UINT64_C(0xcbf29ce484222325)

#endif
