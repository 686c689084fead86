#include "columns.h"

#include "base/mem.h"
#include "base/words.h"
#include "claims.h"
#include "columns_fail.h"
#include "columns_line.h"
#include "fold.h"
#include "mask.h"

#include <string.h>
#include <utf8proc.h>

/* Why a column is what the user told. */
static const char told_by[] = "schema";

/* What is needed while the columns are mapped, and not after. */
typedef struct mapping {
    ikmi_lexicon lexicon;
    ikmi_meaning *meanings;
    ikmi_cells cells;
    ikmi_claims claims;
    ikmi_claim settled[IKM_ELEMENTS_MAX];
    ikmi_shape_found found;
} mapping;

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* As a header is shown: a line break with the blanks around it is one blank, so is a character
 * that nobody sees; what is no UTF-8 is U+FFFD. */
char *ikmi_header_tidy(ikm_text header, const ikm_mem *mem)
{
    static const char replacement[] = "\xEF\xBF\xBD";
    header = ikmi_trim(header);
    char *out = ikmi_alloc(mem, header.size * 3 + 1);
    if (!out)
        return NULL;
    size_t size = 0;
    for (size_t i = 0; i < header.size;) {
        utf8proc_int32_t point;
        const char *at = header.data + i;
        utf8proc_ssize_t bytes =
            utf8proc_iterate((const utf8proc_uint8_t *)at, (utf8proc_ssize_t)(header.size - i), &point);
        if (bytes <= 0) {
            memcpy(out + size, replacement, 3);
            size += 3;
            i++;
        } else if (*at == '\n' || *at == '\r') {
            while (size && is_space(out[size - 1]))
                size--;
            out[size++] = ' ';
            while (i < header.size && is_space(header.data[i]))
                i++;
        } else {
            bool blank = ikmi_shows_as_blank(point);
            size_t taken = blank ? 1 : (size_t)bytes;
            memcpy(out + size, blank ? " " : at, taken);
            size += taken;
            i += (size_t)bytes;
        }
    }
    out[size] = '\0';
    return out;
}

/* Headers are shown everywhere, so they are masked; as cells are where they may be the first record. */
static char *copy_header(ikm_text header, const ikmi_columns_task *task)
{
    char *tidy = ikmi_header_tidy(header, task->mem);
    size_t size = tidy ? strlen(tidy) * 2 + 8 : 0; /* three bytes, a@b, may become four */
    char *shown = tidy ? ikmi_alloc(task->mem, size) : NULL;
    if (shown && task->doubtful)
        ikmi_mask_answer(shown, size, task->labels, ikmi_text(tidy));
    else if (shown)
        ikmi_mask_header(shown, size, ikmi_text(tidy));
    ikmi_release(task->mem, tidy);
    return shown;
}

static ikm_status copy_headers(ikmi_columns *out, const ikmi_columns_task *task)
{
    out->columns = ikmi_alloc_zero(out->mem, task->count, sizeof *out->columns);
    if (!out->columns)
        return IKM_ERR_NOMEM;
    for (; out->count < task->count; out->count++) {
        ikmi_column *column = &out->columns[out->count];
        *column = (ikmi_column){.header = copy_header(task->headers[out->count], task), .element = -1, .by = ""};
        if (!column->header)
            return IKM_ERR_NOMEM;
    }
    return IKM_OK;
}

/* What was told leaves no room for other meanings: of this column, and of its element. */
static void tell_meaning(ikmi_meaning *meaning, const ikmi_told_column *told)
{
    bool element = told->role == IKMI_ROLE_ELEMENT;
    meaning->exact = element ? (ikmi_elements)1 << told->element : 0;
    meaning->within = meaning->near = 0;
    meaning->by = told_by;
    meaning->role = told->role;
    /* it still counts in a numbering: q1 to q9 is one also where q8 was told */
    meaning->family.bare &= element;
}

static void settle_told(mapping *m, const ikmi_columns_task *task)
{
    for (size_t i = 0; i < task->count; i++)
        if (task->told[i].told && task->told[i].role == IKMI_ROLE_ELEMENT)
            m->settled[task->told[i].element] =
                (ikmi_claim){.column = (int)i, .rival = -1, .doubtful = -1, .by = told_by};
}

static ikm_status mapping_begin(mapping *m, const ikmi_columns *columns, const ikmi_columns_task *task)
{
    ikm_status status = ikmi_lexicon_make(&m->lexicon, task->rules, columns->mem);
    m->meanings = status == IKM_OK ? ikmi_alloc_zero(columns->mem, columns->count, sizeof *m->meanings) : NULL;
    if (!m->meanings)
        return IKM_ERR_NOMEM;
    for (size_t i = 0; i < columns->count; i++) {
        ikmi_meaning_find(&m->meanings[i], &m->lexicon, ikmi_text(columns->columns[i].header));
        if (task->told && task->told[i].told)
            tell_meaning(&m->meanings[i], &task->told[i]);
    }
    m->cells = (ikmi_cells){task->labels, &task->sample, columns->count};
    m->claims = (ikmi_claims){&m->lexicon, m->meanings, &m->cells, columns->count};
    ikmi_claims_settle(m->settled, &m->claims);
    if (task->told)
        settle_told(m, task);
    return IKM_OK;
}

static void mapping_end(mapping *m)
{
    ikmi_release(m->lexicon.texts.mem, m->meanings);
    ikmi_lexicon_done(&m->lexicon);
}

/* Those that are certain: all of them, unless the check found a fault. */
static void assign_elements(ikmi_columns *out, const mapping *m)
{
    for (size_t e = 0; e < m->lexicon.rules->element_count; e++) {
        const ikmi_claim *claim = &m->settled[e];
        if (claim->column < 0 || claim->rival >= 0 || claim->weak)
            continue;
        ikmi_column *column = &out->columns[claim->column];
        column->role = IKMI_ROLE_ELEMENT;
        column->element = (int)e;
        column->by = claim->by;
        out->element_column[e] = claim->column;
        out->by_questionnaire_number |= !strcmp(column->by, "number");
    }
    out->beyond = ikmi_claims_beyond(&m->claims, m->settled, "code");
}

/* What is no element. Looks of the cells come first where they are personal: such a column is never shown. */
static void assign_role(ikmi_column *column, const ikmi_meaning *meaning, const ikmi_cells *cells, size_t at)
{
    column->loose = true;
    if (ikmi_cells_personal(cells, at)) {
        column->role = IKMI_ROLE_PERSONAL;
    } else if (meaning->role != IKMI_ROLE_OTHER) {
        column->role = meaning->role;
        column->loose = false;
    } else if (meaning->role_within != IKMI_ROLE_OTHER) {
        column->role = meaning->role_within;
    } else if (meaning->personal_within) {
        column->role = IKMI_ROLE_PERSONAL;
    } else if (meaning->time_within && ikmi_cells_dates(cells, at)) {
        column->role = IKMI_ROLE_TIME;
    } else {
        column->role = meaning->role_near;
        column->loose = meaning->role_near != IKMI_ROLE_OTHER;
    }
}

static void assign_roles(ikmi_columns *out, const mapping *m, const ikmi_columns_task *task)
{
    for (size_t i = 0; i < task->count; i++) {
        ikmi_column *column = &out->columns[i];
        if (task->told && task->told[i].told && task->told[i].role != IKMI_ROLE_ELEMENT) {
            column->role = task->told[i].role;
            column->by = told_by;
        } else if (column->role != IKMI_ROLE_ELEMENT) {
            assign_role(column, &m->meanings[i], &m->cells, i);
        }
    }
}

ikm_status ikmi_columns_map(ikmi_columns *out, const ikmi_columns_task *task, ikm_error *err)
{
    mapping m = {.lexicon.texts.mem = task->mem};
    *out = (ikmi_columns){.mem = task->mem, .line = {-1, -1, -1, -1}, .beyond = -1};
    for (int e = 0; e < IKM_ELEMENTS_MAX; e++)
        out->element_column[e] = -1;

    ikm_status status = copy_headers(out, task), checked = IKM_OK;
    if (status == IKM_OK)
        status = mapping_begin(&m, out, task);
    if (status == IKM_OK)
        status = ikmi_columns_look_for_lines(&m.found, out, &m.claims, m.settled);
    if (status != IKM_OK) {
        ikmi_fail_plain(err, status, task->lang);
    } else {
        ikmi_columns_report report = {out,        &m.claims,  m.settled,  &m.found,
                                      task->told, task->file, task->line, task->lang};
        checked = ikmi_columns_check(&report, err);
    }
    if (status == IKM_OK && (checked == IKM_OK || task->partial)) {
        if (m.found.shape == IKMI_SHAPE_WIDE)
            assign_elements(out, &m);
        assign_roles(out, &m, task);
        if (m.found.shape != IKMI_SHAPE_WIDE)
            ikmi_columns_take_lines(out, &m.found);
    } else {
        ikmi_columns_done(out);
    }
    mapping_end(&m);
    return status == IKM_OK ? checked : status;
}

void ikmi_columns_done(ikmi_columns *columns)
{
    for (size_t i = 0; i < columns->count; i++)
        ikmi_release(columns->mem, columns->columns[i].header);
    ikmi_columns_drop_names(columns);
    ikmi_release(columns->mem, columns->columns);
    columns->columns = NULL;
    columns->count = 0;
}

int ikmi_columns_of_role(const ikmi_columns *columns, ikmi_role role)
{
    for (int loose = 0; loose <= 1; loose++)
        for (size_t i = 0; i < columns->count; i++)
            if (columns->columns[i].role == role && columns->columns[i].loose == (loose == 1))
                return (int)i;
    return -1;
}

/* Of the headers as they are written, or folded. */
static int of_header(const ikmi_columns *columns, const char *word, bool fold, int *other_out)
{
    enum { SIZE = 512 };
    char folded[SIZE];
    int found = -1;
    for (size_t i = 0; i < columns->count; i++) {
        const char *header = columns->columns[i].header;
        if (fold)
            ikmi_fold(folded, sizeof folded, ikmi_text(header));
        if (!strcmp(fold ? folded : header, word))
            *(found < 0 ? &found : other_out) = (int)i;
    }
    return found;
}

int ikmi_columns_find(const ikmi_columns *columns, const char *word, int *other_out)
{
    enum { SIZE = 512 };
    char wanted[SIZE], folded[SIZE];
    *other_out = -1;
    int found = of_header(columns, word, false, other_out);
    if (found >= 0 || !ikmi_fold(wanted, sizeof wanted, ikmi_text(word)))
        return found;
    found = of_header(columns, wanted, true, other_out);
    for (int role = IKMI_ROLE_OTHER; found < 0 && role <= IKMI_ROLE_FREE_TEXT; role++) {
        const char *name = ikmi_role_by((ikmi_role)role);
        if (!name)
            continue;
        ikmi_fold(folded, sizeof folded, ikmi_text(name));
        if (!strcmp(folded, wanted))
            return ikmi_columns_of_role(columns, (ikmi_role)role);
    }
    return found;
}
