/* Sentences on stderr, for people. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include "cli.h"

/* The longest line that a message may be; the rest is cut. */
enum { MESSAGE_SIZE = 3072 };

/* The words of this name; the name itself if there are none, so that a slip is seen. */
const char *word(const cli_context *cli, const char *name);

/*
 * A copy of `text` without what could steer a terminal: names of files and headers
 * come from outside.
 */
void message_clean(char *out, size_t size, const char *text);

/* "ikm: " and the sentence, as one line. */
void message(const cli_context *cli, const char *word, const char *const *args, size_t count);

/* The same without "ikm: " for what begins with FILE:LINE. */
void message_line(const char *text);

/* On a terminal: a line that the next message, or message_passed(), wipes away. */
void message_passing(const cli_context *cli, const char *word, const char *const *args, size_t count);
void message_passed(void);

/* A message and where to read more; EXIT_USAGE. */
int usage_error(const cli_context *cli, const char *word, const char *const *args, size_t count);

/*
 * What the library said, and how the program ends because of it. `file` is the file
 * that positions in `err` belong to; NULL where the message names its file itself.
 */
int library_error(const cli_context *cli, ikm_status status, const ikm_error *err, const char *file);

#endif
