/* Runs a fuzz target on files and on all files of folders: its corpus, without the fuzzer. */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int ran;

static void run_file(const char *path)
{
    FILE *from = fopen(path, "rb");
    if (!from || fseek(from, 0, SEEK_END) != 0) {
        perror(path);
        exit(2);
    }
    long size = ftell(from);
    uint8_t *bytes = malloc((size_t)size + 1);
    rewind(from);
    if (!bytes || fread(bytes, 1, (size_t)size, from) != (size_t)size) {
        perror(path);
        exit(2);
    }
    fclose(from);
    LLVMFuzzerTestOneInput(bytes, (size_t)size);
    free(bytes);
    ran++;
}

static void run_folder(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder) {
        perror(path);
        exit(2);
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char name[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        run_file(name);
    }
    closedir(folder);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct stat st;
        if (stat(argv[i], &st) == 0 && S_ISDIR(st.st_mode))
            run_folder(argv[i]);
        else
            run_file(argv[i]);
    }
    printf("%d passed, 0 failed\n", ran);
    return ran ? 0 : 1;
}
