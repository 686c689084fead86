/**
 * @file base.h
 * What every floor of libikm stands on: status, error, memory, numbers, words, output.
 *
 * Nothing here keeps state between calls; every function may be called from any
 * thread as long as the objects given to it are not used by another at that time.
 *
 * Of all floors: a call that returns ikm_status answers a NULL that it cannot do with by
 * IKM_ERR_ARGUMENT; `_free` takes NULL. A getter has no status: it must be given an
 * object, and for an index beyond the last it gives what its comment says.
 */
#ifndef IKM_BASE_H
#define IKM_BASE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define IKM_API __attribute__((visibility("default")))
#define IKM_MUST_CHECK __attribute__((warn_unused_result))
#else
#define IKM_API
#define IKM_MUST_CHECK
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What became of a call. Values are pinned: they are part of the ABI. */
typedef enum ikm_status {
    IKM_OK = 0,           /**< done */
    IKM_ERR_ARGUMENT = 1, /**< an argument is NULL, out of range or contradicts another */
    IKM_ERR_NOMEM = 2,    /**< memory was refused */
    IKM_ERR_OVERFLOW = 3, /**< a count or a number would not fit */
    IKM_ERR_MISMATCH = 4, /**< two objects do not belong together */
    IKM_ERR_IO = 5,       /**< a file cannot be opened, read or written */
    IKM_ERR_SYNTAX = 6,   /**< text is not of the form that it must have */
    IKM_ERR_INVALID = 7,  /**< well-formed, but it cannot mean what it says */
    IKM_ERR_DATA = 8,     /**< a dump as a whole is damaged, or holds nothing usable */
    IKM_ERR_UNSURE = 9,   /**< a dump can be read in two ways; nothing was guessed */
    IKM_ERR_UNKNOWN = 10, /**< no such name: regulation, column, word */
    IKM_ERR_LIMIT = 11,   /**< a stated limit was reached */
    IKM_ERR_STOPPED = 12  /**< a callback of the caller asked to stop */
} ikm_status;

/** The language of sentences that people read. */
typedef enum ikm_lang { IKM_LANG_ID = 0, IKM_LANG_EN = 1 } ikm_lang;

/** Where and why a call that reads from outside failed. Lives on the caller's stack. */
typedef struct ikm_error {
    ikm_status status;
    int64_t line;      /**< 1-based; 0 where it does not apply */
    int64_t column;    /**< 1-based byte in its line; 0 where it does not apply */
    int64_t offset;    /**< byte offset from the start; -1 where it does not apply */
    char message[240]; /**< what was found and what was expected; UTF-8, NUL-terminated */
} ikm_error;

/** A piece of UTF-8 text: not NUL-terminated, may be empty (`data` may then be NULL). */
typedef struct ikm_text {
    const char *data;
    size_t size; /**< bytes */
} ikm_text;

/**
 * Where memory comes from. NULL instead of a pointer to one means malloc.
 *
 * `resize` with `block` NULL allocates; it keeps the old block when it returns
 * NULL. `release` takes NULL. The functions are called from the threads that a
 * survey starts, so they must be safe for that unless `threads` is 1.
 */
typedef struct ikm_mem {
    void *(*alloc)(void *ctx, size_t size);
    void *(*resize)(void *ctx, void *block, size_t size);
    void (*release)(void *ctx, void *block);
    void *ctx;
} ikm_mem;

/** A decimal number: `digits` / 10^`places`. 89.72 is {8972, 2}. */
typedef struct ikm_decimal {
    int64_t digits;
    int32_t places; /**< 0 to 18 */
} ikm_decimal;

/** A fraction in lowest terms, `den` > 0. */
typedef struct ikm_ratio {
    int64_t num;
    int64_t den;
} ikm_ratio;

/** How a tie and everything between two representable values is settled. */
typedef enum ikm_round_mode {
    IKM_ROUND_HALF_UP = 0,   /**< to nearest, ties away from zero */
    IKM_ROUND_HALF_EVEN = 1, /**< to nearest, ties to the even digit */
    IKM_ROUND_TRUNCATE = 2   /**< towards zero */
} ikm_round_mode;

/** "0.1.0": the version of the library that is running. Static; never NULL. */
IKM_API const char *ikm_version(void);

/** The name of a status, as "IKM_ERR_NOMEM"; "unknown" for another number. Static. */
IKM_API const char *ikm_status_name(ikm_status status);

/**
 * Read a decimal: optional sign, digits, optionally a point and digits. The
 * locale plays no part, blanks and exponents are not taken.
 *
 * @param out   The number, with as many places as were written.
 * @param text  What to read, all of it.
 * @return IKM_OK; IKM_ERR_SYNTAX if it is no such number, IKM_ERR_OVERFLOW if its
 *         digits pass 2^63 - 1 or it has more than 18 places: then `out` is untouched.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_decimal_read(ikm_decimal *out, ikm_text text);

/**
 * Write a decimal with all its places: {8900, 2} is "89.00".
 *
 * @param out    At least 24 bytes; NUL-terminated on return.
 * @param size   Bytes in `out`.
 * @param value  What to write.
 * @param point  '.' or ','.
 * @return IKM_OK; IKM_ERR_ARGUMENT if `size` is too small or `places` out of
 *         range: then `out` is untouched.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_decimal_write(char *out, size_t size, ikm_decimal value, char point);

/**
 * The sentence or label with this name, with its placeholders {1}, {2} ... in it.
 *
 * @return Static text; NULL if there is no such name.
 */
IKM_API const char *ikm_words(ikm_lang lang, const char *name);

/**
 * A sentence with its placeholders filled in.
 *
 * @param out    NUL-terminated on return; cut at a whole character if too small.
 * @param size   Bytes in `out`, at least 1.
 * @param lang   The language.
 * @param name   The name of the sentence.
 * @param args   What stands for {1}, {2} ...; none may be NULL.
 * @param count  How many.
 * @return IKM_OK; IKM_ERR_UNKNOWN if there is no such name, IKM_ERR_ARGUMENT:
 *         then `out` is untouched.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_words_say(char *out, size_t size, ikm_lang lang, const char *name,
                                                const char *const *args, size_t count);

/** Why the system refused, by its errno, for a sentence ("no space left"). Static; never NULL. */
IKM_API const char *ikm_words_system(ikm_lang lang, int code);

/** Where bytes go. `write` returns 0 when all were taken, anything else to stop. */
typedef struct ikm_sink {
    int (*write)(void *ctx, const void *bytes, size_t size);
    void *ctx;
} ikm_sink;

/**
 * A file that is being written: to a temporary file beside it, renamed when
 * complete. A device, a pipe or "-" (standard output) is written as it is.
 */
typedef struct ikm_output ikm_output;

/**
 * Begin to write a file.
 *
 * @param out   Yours; end it with ikm_output_commit() or ikm_output_free().
 * @param path  The target; "-" is standard output.
 * @param mode  Permission bits of a new file, as 0600 or 0666 (less the umask).
 * @param lang  The language of messages.
 * @param err   Why not; may be NULL.
 * @return IKM_OK; IKM_ERR_ARGUMENT, IKM_ERR_NOMEM, IKM_ERR_IO: then `*out` is
 *         NULL and what stood at `path` is as it was.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_output_new(ikm_output **out, const char *path, unsigned mode, ikm_lang lang,
                                                 ikm_error *err);

/** The sink of an output; lives as long as it. */
IKM_API ikm_sink ikm_output_sink(ikm_output *output);

/**
 * Complete the file: flush, rename, free. The object is gone in every case.
 *
 * @return IKM_OK; IKM_ERR_IO if this or an earlier write failed: then what stood
 *         at the path is as it was and no temporary file is left.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_output_commit(ikm_output *output, ikm_error *err);

/** Give up: remove the temporary file, free. NULL is fine. */
IKM_API void ikm_output_free(ikm_output *output);

#ifdef __cplusplus
}
#endif

#endif
