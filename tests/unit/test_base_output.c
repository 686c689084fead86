/* malloc() is wrapped (see CMakeLists.txt), so that requests of ours can be refused where no ikm_mem is given. */
#include "ikm/base.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static long granted = -1; /* requests until malloc() refuses one; below 0: all are granted */

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

void *__wrap_malloc(size_t size)
{
    if (granted == 0) {
        granted = -1;
        return NULL;
    }
    granted -= granted > 0;
    return __real_malloc(size);
}

static char folder[] = "/tmp/ikm-output-XXXXXX";

static void enter(void)
{
    cr_assert(mkdtemp(folder) != NULL);
    cr_assert(eq(int, chdir(folder), 0));
    umask(022);
}

static void leave(void)
{
    char command[100];
    snprintf(command, sizeof command, "chmod -R u+w %s && rm -rf %s", folder, folder);
    cr_assert(eq(int, system(command), 0));
}

TestSuite(test_base_output, .init = enter, .fini = leave);

/* How many entries the folder has: nothing temporary is ever left. */
static int entries(const char *path)
{
    DIR *directory = opendir(path);
    int count = -2; /* "." and ".." */
    cr_assert(directory != NULL);
    while (readdir(directory))
        count++;
    closedir(directory);
    return count;
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    cr_assert(file != NULL);
    fputs(text, file);
    fclose(file);
}

static char *get(const char *path)
{
    static char text[1000];
    FILE *file = fopen(path, "r");
    cr_assert(file != NULL, "%s", path);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static unsigned mode_of(const char *path)
{
    struct stat st;
    cr_assert(eq(int, lstat(path, &st), 0));
    return st.st_mode & 07777;
}

static ikm_status write_with(const char *path, const char *text, unsigned mode, ikm_error *err)
{
    ikm_output *output;
    ikm_status status = ikm_output_new(&output, path, mode, IKM_LANG_EN, err);
    if (status != IKM_OK) {
        cr_expect(output == NULL);
        return status;
    }
    ikm_sink sink = ikm_output_sink(output);
    (void)sink.write(sink.ctx, text, strlen(text)); /* what fails here must be told by the commit */
    return ikm_output_commit(output, err);
}

static ikm_status write_text(const char *path, const char *text, ikm_error *err)
{
    return write_with(path, text, 0666, err);
}

Test(test_base_output, a_new_file_is_there_when_it_is_complete_and_not_before)
{
    ikm_output *output;
    cr_assert(eq(int, ikm_output_new(&output, "result.csv", 0666, IKM_LANG_EN, NULL), IKM_OK));
    ikm_sink sink = ikm_output_sink(output);
    cr_expect(eq(int, sink.write(sink.ctx, "layanan,ikm\n", 12), 0));
    cr_expect(eq(int, access("result.csv", F_OK), -1));
    cr_expect(eq(int, ikm_output_commit(output, NULL), IKM_OK));
    cr_expect(eq(str, get("result.csv"), "layanan,ikm\n"));
    cr_expect(eq(uint, mode_of("result.csv"), 0644));
    cr_expect(eq(int, entries("."), 1));
}

Test(test_base_output, an_old_file_stands_until_it_is_replaced_and_stays_when_it_is_not)
{
    ikm_output *output;
    put("result.csv", "old");
    cr_assert(eq(int, ikm_output_new(&output, "result.csv", 0666, IKM_LANG_EN, NULL), IKM_OK));
    ikm_sink sink = ikm_output_sink(output);
    cr_expect(eq(int, sink.write(sink.ctx, "half of the n", 13), 0));
    cr_expect(eq(str, get("result.csv"), "old"));
    ikm_output_free(output);
    cr_expect(eq(str, get("result.csv"), "old"));
    cr_expect(eq(int, entries("."), 1));
    cr_expect(eq(int, write_text("result.csv", "new", NULL), IKM_OK));
    cr_expect(eq(str, get("result.csv"), "new"));
    cr_expect(eq(int, entries("."), 1));
    ikm_output_free(NULL);
}

Test(test_base_output, many_bytes_arrive_in_whatever_pieces_they_come)
{
    ikm_output *output;
    char piece[1000];
    cr_assert(eq(int, ikm_output_new(&output, "large", 0666, IKM_LANG_EN, NULL), IKM_OK));
    ikm_sink sink = ikm_output_sink(output);
    for (size_t i = 0; i < 1000; i++) {
        memset(piece, 'a' + (int)(i % 26), sizeof piece);
        cr_assert(eq(int, sink.write(sink.ctx, piece, i), 0));
    }
    char *block = malloc(300000);
    memset(block, '.', 300000);
    cr_assert(eq(int, sink.write(sink.ctx, block, 300000), 0));
    cr_expect(eq(int, ikm_output_commit(output, NULL), IKM_OK));
    FILE *file = fopen("large", "r");
    for (size_t i = 0; i < 1000; i++) {
        cr_assert(eq(sz, fread(piece, 1, i, file), i));
        cr_assert(i == 0 || (piece[0] == 'a' + (int)(i % 26) && piece[i - 1] == piece[0]), "piece %zu", i);
    }
    cr_expect(eq(sz, fread(block, 1, 300000, file), 300000));
    cr_expect(block[0] == '.' && block[299999] == '.' && getc(file) == EOF);
    free(block);
    fclose(file);
}

Test(test_base_output, permissions_of_an_old_file_are_kept_but_a_private_one_becomes_private)
{
    static const struct {
        unsigned before, asked, after;
    } cases[] = {
        {0, 0666, 0644},    {0, 0600, 0600},    {0664, 0666, 0664},
        {0600, 0666, 0600}, {0644, 0600, 0600}, {0777, 0666, 0777},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        unlink("result.csv");
        if (cases[i].before) {
            put("result.csv", "old");
            chmod("result.csv", cases[i].before);
        }
        cr_expect(eq(int, write_with("result.csv", "new", cases[i].asked, NULL), IKM_OK));
        cr_expect(eq(uint, mode_of("result.csv"), cases[i].after), "case %zu", i);
    }
    umask(077);
    cr_expect(eq(int, write_text("strict", "new", NULL), IKM_OK));
    cr_expect(eq(uint, mode_of("strict"), 0600));
}

Test(test_base_output, a_link_stays_a_link_and_what_it_points_to_is_written)
{
    mkdir("real", 0777);
    mkdir("links", 0777);
    put("real/result.csv", "old");
    cr_assert(eq(int, symlink("../real/result.csv", "links/near"), 0));
    cr_assert(eq(int, symlink("near", "links/far"), 0));
    cr_expect(eq(int, write_text("links/far", "through two links", NULL), IKM_OK));
    cr_expect(eq(str, get("real/result.csv"), "through two links"));
    char absolute[PATH_MAX];
    snprintf(absolute, sizeof absolute, "%s/real/new.csv", folder);
    cr_assert(eq(int, symlink(absolute, "links/dangling"), 0));
    cr_expect(eq(int, write_text("links/dangling", "a new file behind a link", NULL), IKM_OK));
    cr_expect(eq(str, get("real/new.csv"), "a new file behind a link"));
    char link[100];
    cr_expect(eq(int, (int)readlink("links/far", link, sizeof link), 4));
    cr_expect(readlink("links/dangling", link, sizeof link) > 0, "it is still a link");
    cr_expect(eq(int, entries("links"), 3));
    cr_expect(eq(int, entries("real"), 2));
}

Test(test_base_output, links_in_a_circle_are_refused)
{
    ikm_error error;
    cr_assert(symlink("b", "a") == 0 && symlink("a", "b") == 0);
    cr_expect(eq(int, write_text("a", "x", &error), IKM_ERR_IO));
    cr_expect(strncmp(error.message, "a: ", 3) == 0, "%s", error.message);
    cr_expect(eq(int, entries("."), 2));
}

Test(test_base_output, a_full_device_is_told_and_stays_a_device)
{
    struct stat st;
    ikm_error error;
    cr_expect(eq(int, write_text("/dev/full", "x", &error), IKM_ERR_IO));
    cr_expect(eq(str, error.message, "/dev/full: cannot be written: no space left"));
    cr_expect(eq(int, error.status, IKM_ERR_IO));
    cr_expect(stat("/dev/full", &st) == 0 && S_ISCHR(st.st_mode));
    cr_assert(eq(int, symlink("/dev/full", "full"), 0));
    cr_expect(eq(int, write_text("full", "x", &error), IKM_ERR_IO));
    cr_expect(eq(str, error.message, "full: cannot be written: no space left"));
    cr_expect(eq(int, write_text("/dev/null", "x", NULL), IKM_OK));
    cr_expect(stat("/dev/null", &st) == 0 && S_ISCHR(st.st_mode));
}

Test(test_base_output, a_disk_that_fills_up_leaves_the_old_file_and_nothing_else)
{
    ikm_error error;
    struct rlimit limit = {100000, 100000};
    ikm_output *output;
    char block[65536];
    memset(block, 'x', sizeof block);
    put("result.csv", "old");
    signal(SIGXFSZ, SIG_IGN);
    cr_assert(eq(int, setrlimit(RLIMIT_FSIZE, &limit), 0));
    cr_assert(eq(int, ikm_output_new(&output, "result.csv", 0666, IKM_LANG_EN, NULL), IKM_OK));
    ikm_sink sink = ikm_output_sink(output);
    cr_expect(eq(int, sink.write(sink.ctx, block, sizeof block), 0));
    cr_expect(ne(int, sink.write(sink.ctx, block, sizeof block), 0), "the writer is told to stop");
    cr_expect(ne(int, sink.write(sink.ctx, block, 1), 0), "and told again");
    cr_expect(eq(int, ikm_output_commit(output, &error), IKM_ERR_IO));
    cr_expect(eq(str, error.message, "result.csv: cannot be written: the file is larger than is permitted"));
    cr_expect(eq(str, get("result.csv"), "old"));
    cr_expect(eq(int, entries("."), 1));
}

Test(test_base_output, what_cannot_be_a_target_is_refused_with_a_clear_message)
{
    static char long_name[300];
    memset(long_name, 'n', sizeof long_name - 1);
    mkdir("folder", 0777);
    put("file", "old");
    const struct {
        const char *path, *message;
    } cases[] = {
        {"folder", "folder: is a folder, not a file"},
        {"folder/", "folder/: is a folder, not a file"},
        {"nowhere/x.csv", "nowhere/x.csv: the folder to write in does not exist"},
        {"file/x.csv", "file/x.csv: the folder to write in does not exist"},
        {long_name, ": the file name is too long"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ikm_error error;
        cr_expect(eq(int, write_text(cases[i].path, "x", &error), IKM_ERR_IO));
        const char *message = cases[i].message[0] == ':' ? strstr(error.message, ": the") : error.message;
        if (message) /* a name as long as the message leaves no room for the rest of it */
            cr_expect(eq(str, (char *)message, (char *)cases[i].message));
    }
    cr_expect(eq(int, write_text("", "x", NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, write_text(NULL, "x", NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_output_new(NULL, "x", 0666, IKM_LANG_EN, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_output_commit(NULL, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, entries("."), 2));
    cr_expect(eq(int, entries("folder"), 0));
}

Test(test_base_output, a_name_as_long_as_a_name_can_be_is_written)
{
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    cr_expect(eq(int, write_text(name, "x", NULL), IKM_OK));
    cr_expect(eq(int, entries("."), 1));
}

/* 0, or the number of the case that was not refused as it must be. */
static int refused_without_permission(void)
{
    static const char *const paths[] = {"closed/new.csv", "closed/old.csv", "read-only.csv"};
    if (geteuid() == 0 && setuid(65534) != 0) /* root may write anywhere */
        return 99;
    for (int i = 0; i < 3; i++) {
        ikm_error error;
        char message[100];
        snprintf(message, sizeof message, "%s: permission denied", paths[i]);
        if (write_text(paths[i], "new", &error) != IKM_ERR_IO || strcmp(error.message, message) != 0)
            return i + 1;
    }
    return 0;
}

Test(test_base_output, folders_and_files_without_permission_are_left_alone)
{
    int status = -1;
    mkdir("closed", 0777);
    put("closed/old.csv", "old");
    put("read-only.csv", "old");
    chmod("closed", 0555);
    chmod("read-only.csv", 0444);
    chmod(folder, 0777);
    pid_t child = fork();
    if (child == 0)
        _exit(refused_without_permission());
    cr_expect(waitpid(child, &status, 0) == child && status == 0, "case %d", WEXITSTATUS(status));
    cr_expect(eq(str, get("closed/old.csv"), "old"));
    cr_expect(eq(str, get("read-only.csv"), "old"));
    cr_expect(eq(int, entries("closed"), 1));
    cr_expect(eq(int, entries("."), 2));
}

Test(test_base_output, a_temporary_file_that_a_crash_left_is_in_nobodys_way)
{
    char left[100];
    snprintf(left, sizeof left, ".ikm-%ld-0.tmp", (long)getpid());
    put(left, "left");
    cr_expect(eq(int, write_text("result.csv", "new", NULL), IKM_OK));
    cr_expect(eq(str, get(left), "left"));
    cr_expect(eq(str, get("result.csv"), "new"));
}

Test(test_base_output, two_outputs_may_grow_side_by_side)
{
    ikm_output *a, *b;
    cr_assert(eq(int, ikm_output_new(&a, "a", 0666, IKM_LANG_EN, NULL), IKM_OK));
    cr_assert(eq(int, ikm_output_new(&b, "b", 0666, IKM_LANG_EN, NULL), IKM_OK));
    ikm_sink to_a = ikm_output_sink(a), to_b = ikm_output_sink(b);
    cr_expect(to_a.write(to_a.ctx, "A", 1) == 0 && to_b.write(to_b.ctx, "B", 1) == 0);
    cr_expect(eq(int, ikm_output_commit(a, NULL), IKM_OK));
    cr_expect(eq(int, ikm_output_commit(b, NULL), IKM_OK));
    cr_expect(eq(str, get("a"), "A"));
    cr_expect(eq(str, get("b"), "B"));
}

Test(test_base_output, a_pipe_is_written_as_it_is)
{
    char text[4] = "";
    cr_assert(eq(int, mkfifo("pipe", 0600), 0));
    pid_t writer = fork();
    if (writer == 0)
        _exit(write_text("pipe", "abc", NULL));
    int fd = open("pipe", O_RDONLY), status = -1;
    cr_expect(eq(int, (int)read(fd, text, 3), 3));
    cr_expect(eq(str, text, "abc"));
    cr_expect(waitpid(writer, &status, 0) == writer && status == 0);
    cr_expect(eq(uint, mode_of("pipe"), 0600));
    close(fd);
}

/* Standard output of a child: what it leads to, and what the child says of it. */
static ikm_status standard_output(const char *path, int flags, const char *target, ikm_error *err)
{
    int status = -1, told[2];
    cr_assert(eq(int, pipe(told), 0));
    pid_t child = fork();
    if (child == 0) {
        int fd = open(path, flags, 0666);
        if (fd < 0 || dup2(fd, STDOUT_FILENO) < 0)
            _exit(99);
        ikm_error error = {.status = IKM_OK};
        ikm_status result = write_text(target, "to standard output", &error);
        if (write(told[1], &error, sizeof error) != (ssize_t)sizeof error)
            _exit(98);
        _exit(result);
    }
    cr_assert(eq(int, (int)read(told[0], err, sizeof *err), (int)sizeof *err));
    cr_assert(waitpid(child, &status, 0) == child && WIFEXITED(status));
    return (ikm_status)WEXITSTATUS(status);
}

Test(test_base_output, standard_output_is_written_wherever_it_leads)
{
    ikm_error error;
    put("log", "first ");
    cr_expect(eq(int, standard_output("log", O_WRONLY | O_APPEND, "-", &error), IKM_OK));
    cr_expect(eq(str, get("log"), "first to standard output"));
    put("log", "first ");
    cr_expect(eq(int, standard_output("log", O_WRONLY | O_APPEND, "/dev/stdout", &error), IKM_OK));
    cr_expect(eq(str, get("log"), "first to standard output"), "the file behind it is not replaced");
    cr_expect(eq(int, standard_output("/dev/full", O_WRONLY, "-", &error), IKM_ERR_IO));
    cr_expect(eq(str, error.message, "stdout: cannot be written: no space left"));
    cr_expect(eq(int, entries("."), 1));
}

Test(test_base_output, a_closed_standard_output_is_told_and_not_taken_for_the_result)
{
    int status = -1;
    pid_t child = fork();
    if (child == 0) {
        close(STDOUT_FILENO);
        if (write_text("-", "x", NULL) != IKM_ERR_IO)
            _exit(1);
        /* the file now gets the number of standard output, and must still be closed and renamed */
        _exit(write_text("result.csv", "new", NULL) == IKM_OK && fcntl(STDOUT_FILENO, F_GETFD) == -1 ? 0 : 2);
    }
    cr_expect(waitpid(child, &status, 0) == child && status == 0, "%d", status);
    cr_expect(eq(str, get("result.csv"), "new"));
}

Test(test_base_output, every_refused_request_for_memory_leaves_nothing_behind)
{
    ikm_status status = IKM_ERR_NOMEM;
    put("real.csv", "old");
    cr_assert(eq(int, symlink("real.csv", "result.csv"), 0));
    long n = 0;
    for (; status != IKM_OK; n++) {
        ikm_error error = {.status = IKM_OK};
        cr_assert(n < 20);
        granted = n;
        status = write_text("result.csv", "new", &error);
        granted = -1;
        if (status == IKM_OK)
            break;
        cr_expect(eq(int, status, IKM_ERR_NOMEM));
        cr_expect(eq(int, error.status, IKM_ERR_NOMEM));
        cr_expect(eq(str, error.message, "out of memory"));
        cr_expect(eq(str, get("real.csv"), "old"));
        cr_expect(eq(int, entries("."), 2));
    }
    cr_expect(n >= 4, "only %ld requests were made", n);
    cr_expect(eq(str, get("real.csv"), "new"));
}
