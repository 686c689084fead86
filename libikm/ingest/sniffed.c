/* A dump looked at, and what can be asked of it. */
#include "sniffed.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "encoding.h"
#include "schema_form.h"

#include <string.h>

static const ikm_sniff_options defaults = IKM_SNIFF_OPTIONS_INIT;

static const char *encoding_of(const ikmi_grid *grid)
{
    switch (ikmi_source_wrapping(grid->source)) {
    case IKMI_WRAPPING_UTF16_LITTLE: return ikmi_encoding_name(IKMI_ENCODING_UTF16_LITTLE);
    case IKMI_WRAPPING_UTF16_BIG: return ikmi_encoding_name(IKMI_ENCODING_UTF16_BIG);
    case IKMI_WRAPPING_NONE:
    case IKMI_WRAPPING_ROWS: break;
    }
    return grid->encoding == IKMI_ENCODING_UNKNOWN ? "ascii" : ikmi_encoding_name(grid->encoding);
}

/* As the header ends: the breaks within its cells may be others. */
static const char *newline_of(const ikmi_grid *grid)
{
    ikm_text head = ikmi_source_head(grid->source);
    size_t end = (uint64_t)grid->data_at < head.size ? (size_t)grid->data_at : head.size;
    if (grid->dialect.newline == '\r')
        return "cr";
    while (end > 0 && head.data[end - 1] != '\n')
        end--;
    return end > 1 && head.data[end - 2] == '\r' ? "crlf" : "lf";
}

static void describe(ikm_sniff *sniff)
{
    const ikmi_grid *grid = &sniff->dump->grid;
    bool rows = ikmi_source_wrapping(grid->source) == IKMI_WRAPPING_ROWS;
    sniff->dialect = (ikm_found_dialect){
        .encoding = encoding_of(grid),
        .delimiter = rows ? '\0' : grid->dialect.delimiter,
        .quote = grid->dialect.quote,
        .escape = grid->dialect.escape,
        .newline = rows ? "" : newline_of(grid),
        .decimal = grid->decimal,
        .confidence = grid->confidence,
        .header_line = grid->header_line,
        .header_rows = (int32_t)grid->header.names,
        .data_line = grid->data_line,
        .shape = sniff->dump->is_mapped ? ikmi_shape_name(sniff->dump->columns.shape) : "",
    };
}

static void add_note(ikm_sniff *sniff, const char *sentence)
{
    ikmi_buffer_add(&sniff->notes, sentence, strlen(sentence) + 1);
    sniff->note_count += sniff->notes.status == IKM_OK;
}

static void note(ikm_sniff *sniff, ikmi_word word, const char *const *args, size_t count)
{
    char sentence[512];
    ikmi_say(sentence, sizeof sentence, sniff->lang, word, args, count);
    add_note(sniff, sentence);
}

static void add_notes(ikm_sniff *sniff)
{
    const ikmi_dump *dump = sniff->dump;
    char from[IKMI_INTEGER_SIZE], to[IKMI_INTEGER_SIZE];
    if (!dump->is_mapped)
        add_note(sniff, sniff->unmapped.message);
    if (dump->grid.header_line > dump->grid.sniff.first_line) {
        ikmi_integer_text(from, dump->grid.sniff.first_line);
        ikmi_integer_text(to, dump->grid.header_line - 1);
        note(sniff, IKMI_WORD_SNIFF_PREAMBLE, IKMI_SAY(from, to));
    }
    if (dump->grid.header.end - dump->grid.header.first > dump->grid.header.names)
        note(sniff, IKMI_WORD_SNIFF_TAGS, NULL, 0);
    if (dump->columns.by_questionnaire_number)
        note(sniff, IKMI_WORD_SURVEY_NOTE_BY_NUMBER, NULL, 0);
    if (dump->grid.header.confidence < 100)
        note(sniff, IKMI_WORD_SNIFF_HEADER_VALUES, NULL, 0);
}

static ikm_status look(ikm_sniff *sniff, const ikm_input *input, const ikm_sniff_options *o, ikm_error *err)
{
    ikm_status status = ikmi_schema_take(&sniff->schema, &sniff->labels, o->schema, sniff->rules, o->lang, o->mem, err);
    if (status != IKM_OK)
        return status;
    const ikmi_dump_options options = {
        .rules = sniff->rules,
        .labels = sniff->labels,
        .dialect = ikmi_schema_dialect(sniff->schema, &o->dialect),
        .schema = sniff->schema,
        .unmapped = &sniff->unmapped,
        .lang = o->lang,
        .mem = o->mem,
    };
    status = ikmi_dump_new(&sniff->dump, input, &options, err);
    if (status != IKM_OK)
        return status;
    describe(sniff);
    add_notes(sniff);
    return sniff->notes.status == IKM_OK ? IKM_OK : ikmi_fail_plain(err, IKM_ERR_NOMEM, o->lang);
}

ikm_status ikm_sniff_new(ikm_sniff **out, const ikm_input *input, const ikm_sniff_options *options, ikm_error *err)
{
    const ikm_sniff_options *o = options ? options : &defaults;
    if (out)
        *out = NULL;
    if (!out || !input || o->size != sizeof *o ||
        (input->path != NULL) + (input->bytes.data != NULL) + (input->rows != NULL) != 1)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    ikm_sniff *sniff = ikmi_alloc_zero(o->mem, 1, sizeof *sniff);
    if (!sniff)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, o->lang);
    sniff->mem = o->mem;
    sniff->lang = o->lang;
    sniff->sheet = o->sheet;
    sniff->rules = o->rules ? o->rules : ikm_rules_at(0);
    ikmi_buffer_init(&sniff->notes, o->mem);
    ikm_status status = look(sniff, input, o, err);
    if (status == IKM_OK)
        *out = sniff;
    else
        ikm_sniff_free(sniff);
    return status;
}

void ikm_sniff_free(ikm_sniff *sniff)
{
    if (!sniff)
        return;
    ikmi_dump_free(sniff->dump);
    ikmi_labels_free(sniff->labels);
    ikmi_schema_free(sniff->schema);
    ikmi_buffer_done(&sniff->notes);
    ikmi_release(sniff->mem, sniff);
}

const char *ikm_sniff_name(const ikm_sniff *sniff)
{
    return ikmi_source_name(sniff->dump->grid.source);
}

const ikm_found_dialect *ikm_sniff_dialect(const ikm_sniff *sniff)
{
    return &sniff->dialect;
}

int ikm_sniff_is_survey(const ikm_sniff *sniff)
{
    return sniff->dump->is_mapped;
}

size_t ikm_sniff_considered_count(const ikm_sniff *sniff)
{
    return sniff->dump->grid.sniff.count;
}

int ikm_sniff_considered(const ikm_sniff *sniff, size_t index, ikm_considered *out)
{
    if (index >= ikm_sniff_considered_count(sniff))
        return 0;
    const ikmi_candidate *c = &sniff->dump->grid.sniff.candidates[index];
    *out = (ikm_considered){
        .delimiter = c->dialect.delimiter,
        .quote = c->dialect.quote,
        .escape = c->dialect.escape,
        .records = c->records,
        .regular = c->regular,
        .fields = (int64_t)c->fields,
        .fit = (int32_t)(c->fit * 100 / IKMI_FIT_BEST),
    };
    return 1;
}

size_t ikm_sniff_column_count(const ikm_sniff *sniff)
{
    return sniff->dump->columns.count;
}

int ikm_sniff_column(const ikm_sniff *sniff, size_t index, ikm_found_column *out)
{
    const ikmi_columns *columns = &sniff->dump->columns;
    if (index >= columns->count)
        return 0;
    const ikmi_column *c = &columns->columns[index];
    const char *likely = c->role == IKMI_ROLE_OTHER ? "" : c->loose ? "likeness" : "header";
    *out = (ikm_found_column){
        .column = (int64_t)index + 1,
        .header = c->header,
        .role = ikmi_role_name(c->role),
        .element = c->element >= 0 ? sniff->rules->elements[c->element].code : NULL,
        .by = *c->by ? c->by : likely,
    };
    return 1;
}

size_t ikm_sniff_note_count(const ikm_sniff *sniff)
{
    return sniff->note_count;
}

const char *ikm_sniff_note(const ikm_sniff *sniff, size_t index)
{
    const char *note = sniff->notes.data;
    if (index >= sniff->note_count)
        return NULL;
    while (index-- > 0)
        note += strlen(note) + 1;
    return note;
}
