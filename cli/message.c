/* Each message is composed whole and written at once, so that lines of two programs do not mix. */
#include "message.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

const char *word(const cli_context *cli, const char *name)
{
    const char *text = ikm_words(cli->lang, name);
    return text ? text : name;
}

/* Bytes of the control character at `text`: C0, DEL and, in UTF-8, C1; 0 if it is none. */
static size_t control_size(const char *text)
{
    unsigned char first = (unsigned char)text[0], second = first ? (unsigned char)text[1] : 0;
    if (first < 0x20 || first == 0x7F)
        return 1;
    return first == 0xC2 && second >= 0x80 && second <= 0x9F ? 2 : 0;
}

void message_clean(char *out, size_t size, const char *text)
{
    size_t used = 0;
    while (*text && used + 1 < size) {
        size_t skip = control_size(text);
        if (skip) {
            out[used++] = *text == '\n' || *text == '\r' || *text == '\t' ? ' ' : '?';
            text += skip;
        } else {
            out[used++] = *text++;
        }
    }
    /* not in the middle of a character */
    if (*text)
        while (used > 0 && ((unsigned char)*text & 0xC0) == 0x80)
            text--, used--;
    out[used] = '\0';
}

/* Whether a passing line stands on the terminal. */
static bool passing;

void message_passed(void)
{
    if (passing)
        fputs("\r\033[K", stderr);
    passing = false;
}

static void write_text(const char *prefix, const char *text, const char *end)
{
    char clean[MESSAGE_SIZE], line[MESSAGE_SIZE + 16];
    message_passed();
    message_clean(clean, sizeof clean, text);
    int length = snprintf(line, sizeof line, "%s%s%s", prefix, clean, end);
    if (length > 0)
        fwrite(line, 1, (size_t)length, stderr);
}

static void write_line(const char *prefix, const char *text)
{
    write_text(prefix, text, "\n");
}

void message_passing(const cli_context *cli, const char *name, const char *const *args, size_t count)
{
    char text[MESSAGE_SIZE];
    if (ikm_words_say(text, sizeof text, cli->lang, name, args, count) != IKM_OK)
        return;
    write_text("ikm: ", text, "");
    passing = true;
}

void message(const cli_context *cli, const char *name, const char *const *args, size_t count)
{
    char text[MESSAGE_SIZE];
    if (ikm_words_say(text, sizeof text, cli->lang, name, args, count) != IKM_OK)
        snprintf(text, sizeof text, "%s", name);
    write_line("ikm: ", text);
}

void message_line(const char *text)
{
    write_line("", text);
}

int usage_error(const cli_context *cli, const char *name, const char *const *args, size_t count)
{
    message(cli, name, args, count);
    if (cli->command)
        message(cli, "CLI_SEE_HELP_OF", WITH(cli->command));
    else
        message(cli, "CLI_SEE_HELP", WITH_NOTHING);
    return EXIT_USAGE;
}

static int exit_of(ikm_status status)
{
    switch (status) {
    case IKM_OK: return EXIT_DONE;
    case IKM_ERR_ARGUMENT:
    case IKM_ERR_UNKNOWN: return EXIT_USAGE;
    case IKM_ERR_SYNTAX:
    case IKM_ERR_INVALID:
    case IKM_ERR_DATA:
    case IKM_ERR_UNSURE:
    case IKM_ERR_MISMATCH:
    case IKM_ERR_LIMIT: return EXIT_FAULTS;
    case IKM_ERR_NOMEM:
    case IKM_ERR_OVERFLOW:
    case IKM_ERR_IO:
    case IKM_ERR_STOPPED: break;
    }
    return EXIT_MACHINE;
}

int library_error(const cli_context *cli, ikm_status status, const ikm_error *err, const char *file)
{
    const char *text = err->message[0]              ? err->message
                       : status == IKM_ERR_NOMEM    ? word(cli, "OUT_OF_MEMORY")
                       : status == IKM_ERR_OVERFLOW ? word(cli, "TOO_LARGE_A_NUMBER")
                                                    : word(cli, "WRONG_ARGUMENT");
    char place[MESSAGE_SIZE];
    if (file && err->line > 0) {
        snprintf(place, sizeof place, "%s:%lld:%lld: %s", file, (long long)err->line, (long long)err->column, text);
        message_line(place);
    } else if (file) {
        snprintf(place, sizeof place, "%s: %s", file, text);
        message_line(place);
    } else {
        write_line("ikm: ", text);
    }
    return exit_of(status);
}
