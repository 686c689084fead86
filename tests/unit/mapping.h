/* Headers and cells written in one line, and what becomes of them: for the tests of columns. */
#ifndef MAPPING_H
#define MAPPING_H

#include "base/mem.h"
#include "ingest/columns.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

enum { CELLS_MAX = 2048 };

/* "a|b|c" into cells; returns how many. */
static inline size_t split(ikm_text *out, const char *line)
{
    size_t count = 0;
    for (;;) {
        size_t size = strcspn(line, "|");
        cr_assert(lt(sz, count, CELLS_MAX));
        out[count++] = (ikm_text){line, size};
        if (!line[size])
            return count;
        line += size + 1;
    }
}

/* Map headers, with up to four rows of cells below them. */
static inline ikm_status map(ikmi_columns *out, const ikm_rules *rules, const char *headers, const char *const rows[4],
                             const ikm_mem *mem, ikm_error *err)
{
    static ikm_text names[CELLS_MAX], cells[CELLS_MAX];
    size_t count = split(names, headers);
    ikmi_sample sample = {cells, 0};
    for (; sample.rows < 4 && rows[sample.rows]; sample.rows++) {
        size_t have = split(cells + sample.rows * count, rows[sample.rows]);
        cr_assert(eq(sz, have, count), "row %zu of %s", sample.rows, headers);
    }
    ikmi_labels *labels;
    cr_assert(eq(int, ikmi_labels_new(&labels, rules, NULL), IKM_OK));
    const ikmi_columns_task task = {.rules = rules,
                                    .labels = labels,
                                    .headers = names,
                                    .count = count,
                                    .sample = sample,
                                    .file = "dump.csv",
                                    .line = 3,
                                    .lang = IKM_LANG_EN,
                                    .mem = mem};
    ikm_status status = ikmi_columns_map(out, &task, err);
    ikmi_labels_free(labels);
    return status;
}

/* "9c 10n": the column of each element, and the first letter of why. */
static inline void mapped(char *out, const ikmi_columns *columns, const ikm_rules *rules)
{
    *out = '\0';
    for (size_t e = 0; e < rules->element_count; e++) {
        int at = columns->element_column[e];
        const ikmi_column *column = &columns->columns[at];
        cr_assert(column->element == (int)e);
        cr_assert(column->role == IKMI_ROLE_ELEMENT);
        char by = !strcmp(column->by, "number") ? '#' : column->by[0];
        out += sprintf(out, "%s%d%c", e ? " " : "", at + 1, by);
    }
}

typedef struct map_case {
    const char *name, *headers, *rows[4];
    const char *mapped; /* NULL: refused */
    ikm_status status;
    const char *message; /* a part of it */
} map_case;

static inline void expect_maps(const ikm_rules *rules, const map_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ikmi_columns columns;
        ikm_error err = {.message = ""};
        char got[512];
        ikm_status status = map(&columns, rules, cases[i].headers, cases[i].rows, NULL, &err);
        cr_expect(eq(int, status, cases[i].status), "%s: %s", cases[i].name, err.message);
        if (status == IKM_OK && cases[i].mapped) {
            mapped(got, &columns, rules);
            cr_expect(eq(str, got, (char *)cases[i].mapped), "%s", cases[i].name);
        } else if (status != IKM_OK) {
            cr_expect(eq(sz, columns.count, 0), "%s", cases[i].name);
            cr_expect(eq(i64, err.line, 3), "%s", cases[i].name);
            bool said = cases[i].message && strstr(err.message, cases[i].message);
            cr_expect(said, "%s: %s", cases[i].name, err.message);
        }
        ikmi_columns_done(&columns);
    }
}

#define EXPECT_MAPS(rules, cases) expect_maps(rules, cases, sizeof cases / sizeof *cases)

#define NINE    "1|2|3|4|1|2|3|4|1"
#define CODES   "1c 2c 3c 4c 5c 6c 7c 8c 9c"
#define NAMES   "1n 2n 3n 4n 5n 6n 7n 8n 9n"
#define NUMBERS "1# 2# 3# 4# 5# 6# 7# 8# 9#"

#endif
