/* Where an output really goes, and the file that grows for it until it is complete. */
#ifndef IKMI_TARGET_H
#define IKMI_TARGET_H

#include <stdbool.h>

typedef struct ikmi_target {
    int fd;
    bool standard; /* it is standard output, which is not ours to close */
    char *place;   /* the file that is to be replaced; NULL when a device or a pipe is written as it is */
    char *growing; /* the file beside it that is written meanwhile; NULL without `place`, or where it has no name yet */
} ikmi_target;

/* 0, or an errno: then there is nothing to close. "-" is standard output. */
int ikmi_target_open(ikmi_target *target, const char *path, unsigned mode);

/* Is the folder there in which it would stand? */
bool ikmi_target_has_folder(const char *path);

/* Close, and put the file in its place if `complete`, else remove it. 0, or an errno: then nothing changed. */
int ikmi_target_close(ikmi_target *target, bool complete);

#endif
