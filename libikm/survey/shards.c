/* Files of counts among the inputs: what was counted elsewhere adds to what is counted here. */
#include "survey.h"

#include "base/mem.h"
#include "base/words.h"
#include "ingest/source.h"
#include "tally/tally.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MARK_SIZE = 8 };

bool ikmi_shard_is(const ikm_input *input)
{
    char mark[MARK_SIZE];
    struct stat st;
    if (input->bytes.data)
        return ikm_tally_is_file(input->bytes);
    if (!input->path || !strcmp(input->path, "-") || stat(input->path, &st) != 0 || !S_ISREG(st.st_mode))
        return false;
    int fd = open(input->path, O_RDONLY | O_CLOEXEC);
    ssize_t got = fd < 0 ? -1 : read(fd, mark, sizeof mark);
    if (fd >= 0)
        close(fd);
    return got == MARK_SIZE && ikm_tally_is_file((ikm_text){mark, MARK_SIZE});
}

static ikm_status read_all(ikmi_buffer *out, const ikmi_reading *reading, const ikm_input *input)
{
    ikmi_source *source;
    const ikm_survey_options *o = reading->options;
    ikm_status status = ikmi_source_new(&source, input, IKMI_ENCODING_UNKNOWN, o->lang, o->mem, reading->err);
    if (status != IKM_OK)
        return status;
    size_t size = (size_t)ikmi_source_size(source);
    char *room = ikmi_buffer_reserve(out, size);
    status = room ? ikmi_source_read(source, 0, room, size, &out->size, reading->err)
                  : ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, o->lang);
    ikmi_source_free(source);
    return status;
}

/* Counts know neither respondents nor times. */
static ikm_status check_asked(const ikmi_reading *reading, const char *name)
{
    const ikm_survey_options *o = reading->options;
    if (!reading->check && !o->where_count && !o->from && !o->to)
        return IKM_OK;
    return ikmi_fail(reading->err, IKM_ERR_ARGUMENT, o->lang, IKMI_WORD_SURVEY_COUNTS_ALONE, IKMI_SAY(name));
}

ikm_status ikmi_shard_open(ikmi_reading *reading, const ikm_input *input)
{
    const ikm_survey_options *o = reading->options;
    ikmi_shard *shard = &reading->shards[reading->shard_count];
    const char *name = input->name ? input->name : input->path ? input->path : "-";
    ikmi_buffer bytes;
    ikm_status status = check_asked(reading, name);
    if (status != IKM_OK)
        return status;
    shard->name = ikmi_copy_string(o->mem, name);
    if (!shard->name)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, o->lang);
    reading->shard_count++;
    ikmi_buffer_init(&bytes, o->mem);
    status = read_all(&bytes, reading, input);
    if (status == IKM_OK)
        status = ikm_tally_read(&shard->tally, ikmi_buffer_text(&bytes), reading->survey->rules, name, o->lang, o->mem,
                                reading->err);
    ikmi_buffer_done(&bytes);
    return status;
}

void ikmi_shards_close(ikmi_reading *reading)
{
    for (size_t i = 0; i < reading->shard_count; i++) {
        ikmi_release(reading->options->mem, reading->shards[i].name);
        ikm_tally_free(reading->shards[i].tally);
    }
    ikmi_release(reading->options->mem, reading->shards);
}

bool ikmi_shards_complete(const ikmi_reading *reading)
{
    for (size_t i = 0; i < reading->shard_count; i++)
        if (!ikmi_tally_counts_complete(reading->shards[i].tally))
            return false;
    return true;
}

static bool find_key(size_t *out, const ikm_tally *tally, const char *name)
{
    for (*out = 0; *out < ikm_tally_key_count(tally); ++*out)
        if (!strcmp(ikm_tally_key_name(tally, *out), name))
            return true;
    return false;
}

static ikm_status unknown_key(const ikmi_reading *reading, const ikmi_shard *shard, const char *name)
{
    ikmi_buffer names;
    ikmi_buffer_init(&names, reading->options->mem);
    for (size_t k = 0; k < ikm_tally_key_count(shard->tally); k++) {
        ikmi_buffer_add_string(&names, k ? ", " : "");
        ikmi_buffer_add_string(&names, ikm_tally_key_name(shard->tally, k));
    }
    ikm_status status = ikmi_fail(reading->err, IKM_ERR_UNKNOWN, reading->options->lang, IKMI_WORD_SURVEY_NO_SUCH_KEY,
                                  IKMI_SAY(shard->name, name, names.size ? names.data : "-"));
    ikmi_buffer_done(&names);
    return status;
}

ikm_status ikmi_shards_check_keys(const ikmi_reading *reading)
{
    size_t at;
    for (size_t i = 0; i < reading->shard_count; i++)
        for (size_t k = 0; k < reading->keys.count; k++)
            if (!find_key(&at, reading->shards[i].tally, reading->keys.names[k]))
                return unknown_key(reading, &reading->shards[i], reading->keys.names[k]);
    return IKM_OK;
}

ikm_status ikmi_shards_merge(ikmi_reading *reading)
{
    ikmi_depth depth = ikmi_tally_depth(reading->survey->tally);
    for (size_t i = 0; i < reading->shard_count; i++) {
        const ikmi_shard *shard = &reading->shards[i];
        size_t keys[IKMI_KEYS_MAX] = {0};
        ikm_tally *rolled;
        for (size_t k = 0; k < reading->keys.count; k++)
            find_key(&keys[k], shard->tally, reading->keys.names[k]);
        ikm_status status = ikmi_tally_roll_up(&rolled, shard->tally, keys, reading->keys.count, depth);
        if (status == IKM_ERR_MISMATCH)
            return ikmi_fail(reading->err, status, reading->options->lang, IKMI_WORD_SURVEY_NOT_COMPLETE,
                             IKMI_SAY(shard->name));
        if (status == IKM_OK)
            status = ikm_tally_merge(reading->survey->tally, rolled);
        ikm_tally_free(rolled);
        if (status != IKM_OK)
            return ikmi_fail_plain(reading->err, status, reading->options->lang);
    }
    return IKM_OK;
}
