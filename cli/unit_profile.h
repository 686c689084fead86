/* --profile: who the unit is, from a file with the keys of report.json. */
#ifndef UNIT_PROFILE_H
#define UNIT_PROFILE_H

#include "cli.h"

#include "ikm/report.h"

typedef struct unit_profile {
    ikm_report *report; /* its settings are read by the same hand */
    const ikm_profile *profile;
    char *text;
    char *folder;
} unit_profile;

/* NULL: not told, `profile` is NULL. EXIT_DONE, or a message was written; freed in every case. */
int unit_profile_take(unit_profile *out, const cli_context *cli, const char *path);
void unit_profile_free(unit_profile *profile);

#endif
