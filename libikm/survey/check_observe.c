/* While dumps are read: every record leaves a trace, every unknown label is collected. */
#include "check.h"

#include "base/mem.h"
#include "ingest/fold.h"
#include "ingest/mask.h"
#include "ingest/reading.h"
#include "tally/hash.h"

#include <string.h>

/* Of the columns of personal data, those that many people share: they say where somebody answered, not who. */
static bool is_shared(const char *header)
{
    static const char *const words[] = {"ip",        "ip address", "ipaddress",   "ip addr",   "alamat ip",
                                        "location",  "lokasi",     "gps",         "koordinat", "latitude",
                                        "longitude", "lat",        "long",        "lng",       "altitude",
                                        "precision", "geo",        "geolocation", "user agent"};
    char folded[64];
    ikmi_fold(folded, sizeof folded, ikmi_text(header));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);
        if (!strncmp(folded, words[i], size) && (!folded[size] || folded[size] == ' '))
            return true;
    }
    return false;
}

static void add_identity(ikm_check *check, const ikmi_columns *columns, ikmi_role role, bool person)
{
    for (size_t i = 0; i < columns->count && check->identity_count < IKM_ELEMENTS_MAX; i++)
        if (columns->columns[i].role == role && !(person && is_shared(columns->columns[i].header)))
            check->identity[check->identity_count++] = (int)i;
}

/* Who answered: by personal data, else by number; a person may well answer for two services. */
static void choose_identity(ikm_check *check, const ikmi_columns *columns)
{
    static const ikmi_role beside[] = {IKMI_ROLE_SERVICE, IKMI_ROLE_UNIT,      IKMI_ROLE_GENDER,
                                       IKMI_ROLE_AGE,     IKMI_ROLE_EDUCATION, IKMI_ROLE_OCCUPATION};
    check->identity_count = 0;
    if (columns->shape != IKMI_SHAPE_WIDE)
        return; /* a respondent has as many lines as answers */
    add_identity(check, columns, IKMI_ROLE_PERSONAL, true);
    if (!check->identity_count)
        add_identity(check, columns, IKMI_ROLE_RESPONDENT, false);
    check->identity_certain = check->identity_count;
    for (size_t i = 0; check->identity_certain && i < sizeof beside / sizeof *beside; i++)
        add_identity(check, columns, beside[i], false);
}

static ikm_status copy_columns(ikmi_columns *out, const ikmi_columns *from, const ikm_mem *mem)
{
    *out = *from;
    out->mem = mem;
    out->names = NULL;
    out->count = 0;
    out->columns = ikmi_alloc_zero(mem, from->count + 1, sizeof *out->columns);
    for (size_t i = 0; out->columns && i < from->count; i++) {
        out->columns[i] = from->columns[i];
        out->columns[i].header = ikmi_copy_string(mem, from->columns[i].header);
        if (!out->columns[i].header)
            return IKM_ERR_NOMEM;
        out->count++;
    }
    return out->columns ? IKM_OK : IKM_ERR_NOMEM;
}

static ikm_status remember(ikm_check *check)
{
    check->before.rows = check->rows.size;
    check->before.respondents = check->respondents.size;
    check->before.further_labels = check->further_labels;
    check->before.traced = check->traced;
    check->before.unlooked = check->unlooked;
    check->before.complete = check->complete;
    check->before.straight = check->straight;
    ikmi_buffer_clear(&check->before.labels);
    ikmi_buffer_add(&check->before.labels, check->labels.data, check->labels.size);
    return check->before.labels.status;
}

ikm_status ikmi_check_again(ikm_check *check, const ikmi_dump *dump)
{
    check->dump = dump;
    check->rows.size = check->before.rows;
    check->respondents.size = check->before.respondents;
    check->further_labels = check->before.further_labels;
    check->traced = check->before.traced;
    check->unlooked = check->before.unlooked;
    check->complete = check->before.complete;
    check->straight = check->before.straight;
    ikmi_buffer_clear(&check->labels);
    ikmi_buffer_add(&check->labels, check->before.labels.data, check->before.labels.size);
    return check->labels.status;
}

ikm_status ikmi_check_begin(ikm_check *check, const ikmi_dump *dump, size_t file)
{
    if (remember(check) != IKM_OK)
        return IKM_ERR_NOMEM;
    check->dump = dump;
    check->file = file;
    check->known = dump->options.labels;
    check->files[file].line = dump->grid.data_line;
    choose_identity(check, &dump->columns);
    return copy_columns(&check->files[file].columns, &dump->columns, check->mem);
}

static ikm_status add_trace(ikmi_buffer *to, uint64_t hash, uint64_t place)
{
    ikmi_trace trace = {hash, place};
    ikmi_buffer_add(to, &trace, sizeof trace);
    return to->status;
}

static ikm_status trace_respondent(ikm_check *check, ikmi_reader *r, const ikmi_found *f, uint64_t place)
{
    size_t arena = r->arena.size;
    uint64_t hash = ikmi_hash_seed();
    bool somebody = false;
    for (size_t i = 0; i < check->identity_count; i++) {
        ikmi_cell cell = {{"", 0}, false};
        if ((size_t)check->identity[i] < f->field_count) {
            ikm_status status = ikmi_cell_read(&cell, &r->cells, ikmi_found_field(f, (size_t)check->identity[i]),
                                               r->encoding ? r->encoding : IKMI_ENCODING_UTF8);
            if (status != IKM_OK)
                return status;
        }
        somebody |= i < check->identity_certain && cell.text.size > 0;
        hash = ikmi_hash_value(hash, cell.text.data, cell.text.size);
        r->arena.size = arena;
    }
    return somebody ? add_trace(&check->respondents, hash, place) : IKM_OK;
}

ikm_status ikmi_check_record(void *ctx, struct ikmi_reader *r, const struct ikmi_found *f)
{
    ikm_check *check = ctx;
    uint64_t place = ikmi_place(check->file, check->files[check->file].line + r->line);
    size_t size = f->size;
    if (check->traced == IKM_CHECK_RECORDS) {
        check->unlooked++;
        return IKM_OK;
    }
    check->traced++;
    while (size && (f->bytes[f->start + size - 1] == check->dump->grid.dialect.newline ||
                    f->bytes[f->start + size - 1] == '\r'))
        size--;
    ikm_status status = add_trace(&check->rows, ikmi_hash_value(ikmi_hash_seed(), f->bytes + f->start, size), place);
    return status == IKM_OK && check->identity_count ? trace_respondent(check, r, f, place) : status;
}

ikm_status ikmi_check_unknown(void *ctx, size_t element, ikm_text cell)
{
    ikm_check *check = ctx;
    ikmi_known_label label = {.element = element, .count = 1};
    size_t count = check->labels.size / sizeof label;
    ikmi_known_label *labels = (ikmi_known_label *)(void *)check->labels.data;
    ikmi_mask_answer(label.text, sizeof label.text, check->known, cell);
    for (size_t i = 0; i < count; i++)
        if (labels[i].element == element && !strcmp(labels[i].text, label.text)) {
            labels[i].count++;
            return IKM_OK;
        }
    if (count == IKM_CHECK_LABELS) {
        check->further_labels++;
        return IKM_OK;
    }
    label.nearest = ikmi_nearest_label(check->known, element, cell);
    ikmi_buffer_add(&check->labels, &label, sizeof label);
    return check->labels.status;
}

void ikmi_check_batch(ikm_check *check, const ikmi_batch *batch, size_t elements)
{
    for (size_t row = 0; row < batch->rows; row++) {
        bool complete = true, straight = elements > 1;
        for (size_t e = 0; e < elements; e++) {
            complete &= batch->scores[e][row] != IKMI_ANSWER_BLANK;
            straight &= batch->scores[e][row] == batch->scores[0][row];
        }
        check->complete += complete;
        check->straight += complete && straight;
    }
}

void ikmi_check_end(ikm_check *check, ikmi_log *log)
{
    check->files[check->file].log = *log;
    ikmi_log_init(log, 0, false, check->mem);
}
