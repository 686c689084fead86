/* Indicators and the programs that pay for them: every link checked, the money added up. */
#include "efficiency.h"

#include "base/mem.h"

static ikm_status link_fault(ikm_error *err, ikm_status status, const ikm_link *link, size_t index, ikm_lang lang,
                             ikmi_word word)
{
    char indicator[IKMI_SHORT_SIZE], program[IKMI_SHORT_SIZE];
    return ikmi_row_fault(err, status, index, lang, word,
                          IKMI_SAY(ikmi_short(indicator, link->indicator), ikmi_short(program, link->program)));
}

static size_t row_of(const ikm_budget *budget, ikm_text code)
{
    size_t name = ikmi_lookup_find(&budget->names, IKMI_NO_NAME, code);
    return name == IKMI_NO_NAME ? SIZE_MAX : budget->row_of[name];
}

static ikm_status take_link(ikmi_links *links, const ikm_budget *budget, const ikm_link *link, size_t index,
                            ikm_lang lang, ikm_error *err)
{
    if ((!link->indicator.data && link->indicator.size) || (!link->program.data && link->program.size))
        return ikmi_row_fault(err, IKM_ERR_ARGUMENT, index, lang, IKMI_WORD_WRONG_ARGUMENT, NULL, 0);
    size_t name = ikmi_lookup_find(&links->names, IKMI_NO_NAME, link->indicator), row = row_of(budget, link->program);
    if (name == IKMI_NO_NAME)
        return link_fault(err, IKM_ERR_UNKNOWN, link, index, lang, IKMI_WORD_LINK_NO_INDICATOR);
    if (row == SIZE_MAX)
        return link_fault(err, IKM_ERR_UNKNOWN, link, index, lang, IKMI_WORD_LINK_NO_PROGRAM);
    size_t before = links->names.count;
    if (ikmi_lookup_put(&links->names, name, link->program) < before)
        return link_fault(err, IKM_ERR_INVALID, link, index, lang, IKMI_WORD_LINK_TWICE);
    if (!links->linked[name])
        links->sums[name] = (ikmi_money){{true, true}, {0, 0}};
    links->linked[name] = true;
    if (!ikmi_money_add(&links->sums[name], &budget->nodes[row].own))
        return link_fault(err, IKM_ERR_OVERFLOW, link, index, lang, IKMI_WORD_LINK_TOO_LARGE);
    return IKM_OK;
}

/* Money of a program is in that of what stands above it: together they would count it twice. */
static ikm_status check_above(const ikmi_links *links, const ikm_budget *budget, const ikm_link *link, size_t index,
                              ikm_lang lang, ikm_error *err)
{
    size_t name = ikmi_lookup_find(&links->names, IKMI_NO_NAME, link->indicator);
    size_t row = budget->lines[row_of(budget, link->program)].parent;
    for (; row != SIZE_MAX; row = budget->lines[row].parent)
        if (ikmi_lookup_find(&links->names, name, ikmi_text(budget->lines[row].code)) != IKMI_NO_NAME)
            return link_fault(err, IKM_ERR_INVALID, link, index, lang, IKMI_WORD_LINK_WITHIN);
    return IKM_OK;
}

static ikm_status take_links(ikmi_links *links, const ikm_budget *budget, const ikm_link *list, size_t count,
                             ikm_lang lang, ikm_error *err)
{
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < count && status == IKM_OK; i++)
        status = take_link(links, budget, &list[i], i, lang, err);
    for (size_t i = 0; i < count && status == IKM_OK; i++)
        status = check_above(links, budget, &list[i], i, lang, err);
    return status;
}

ikm_status ikmi_links_init(ikmi_links *links, const ikm_achievement *achievement, const ikm_budget *budget,
                           const ikm_link *list, size_t count, ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    size_t bytes = 0, known = achievement->known_count;
    for (size_t i = 0; i < known; i++)
        bytes += ikmi_text(achievement->known[i].name).size;
    for (size_t i = 0; i < count; i++)
        bytes += list[i].program.size;
    links->sums = ikmi_alloc_zero(mem, known, sizeof *links->sums);
    links->linked = ikmi_alloc_zero(mem, known, sizeof *links->linked);
    if (!ikmi_lookup_init(&links->names, known + count, bytes, mem) || !links->sums || !links->linked)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    for (size_t i = 0; i < known; i++)
        ikmi_lookup_put(&links->names, IKMI_NO_NAME, ikmi_text(achievement->known[i].name));
    return take_links(links, budget, list, count, lang, err);
}

void ikmi_links_done(ikmi_links *links)
{
    const ikm_mem *mem = links->names.mem;
    ikmi_release(mem, links->sums);
    ikmi_release(mem, links->linked);
    ikmi_lookup_done(&links->names);
}
