#include "efficiency.h"

#include "base/mem.h"

static ikm_status add_line(ikm_efficiency *efficiency, const ikmi_links *links, const ikm_achievement *achievement,
                           size_t index, int places)
{
    const ikm_achieved *indicator = &achievement->list[index];
    size_t name = ikmi_lookup_find(&links->names, IKMI_NO_NAME, ikmi_text(indicator->name));
    if (!links->linked[name])
        return IKM_OK;
    const ikmi_money *money = &links->sums[name];
    ikm_efficiency_line *line = &efficiency->lines[efficiency->count++];
    line->indicator = indicator;
    line->budget = ikmi_money_amount(money, IKMI_BUDGET, places);
    line->realization = ikmi_money_amount(money, IKMI_REALIZATION, places);
    if (!money->has[IKMI_BUDGET] || !money->has[IKMI_REALIZATION] || money->value[IKMI_BUDGET] == 0)
        return IKM_OK;
    bool fits = ikmi_efficiency_fill(line, efficiency->kind, achievement->exact[index], money);
    return fits ? IKM_OK : IKM_ERR_OVERFLOW;
}

static ikm_status compute(ikm_efficiency *efficiency, const ikm_achievement *achievement, const ikm_budget *budget,
                          const ikm_link *list, size_t count, ikm_lang lang, ikm_error *err)
{
    ikmi_links links = {.names.mem = efficiency->mem};
    ikm_status told = ikmi_links_init(&links, achievement, budget, list, count, lang, efficiency->mem, err);
    ikm_status status = told;
    if (status == IKM_OK) {
        efficiency->lines = ikmi_alloc_zero(efficiency->mem, achievement->count, sizeof *efficiency->lines);
        status = efficiency->lines ? IKM_OK : IKM_ERR_NOMEM;
    }
    for (size_t i = 0; i < achievement->count && status == IKM_OK; i++)
        status = add_line(efficiency, &links, achievement, i, budget->places);
    ikmi_links_done(&links);
    return status == told ? status : ikmi_fail_plain(err, status, lang);
}

ikm_status ikm_efficiency_new(ikm_efficiency **out, const ikm_achievement *achievement, const ikm_budget *budget,
                              const ikm_link *links, size_t count, ikm_efficiency_kind kind, ikm_lang lang,
                              const ikm_mem *mem, ikm_error *err)
{
    if (out)
        *out = NULL;
    if (!out || !achievement || !budget || (!links && count) || (unsigned)kind > IKM_EFFICIENCY_PMK_22_2021)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikm_efficiency *efficiency = ikmi_alloc_zero(mem, 1, sizeof *efficiency);
    if (!efficiency)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, lang);
    efficiency->mem = mem;
    efficiency->kind = kind;
    ikm_status status = compute(efficiency, achievement, budget, links, count, lang, err);
    if (status == IKM_OK)
        *out = efficiency;
    else
        ikm_efficiency_free(efficiency);
    return status;
}

void ikm_efficiency_free(ikm_efficiency *efficiency)
{
    if (!efficiency)
        return;
    ikmi_release(efficiency->mem, efficiency->lines);
    ikmi_release(efficiency->mem, efficiency);
}

ikm_efficiency_kind ikm_efficiency_definition(const ikm_efficiency *efficiency)
{
    return efficiency->kind;
}

size_t ikm_efficiency_count(const ikm_efficiency *efficiency)
{
    return efficiency->count;
}

const ikm_efficiency_line *ikm_efficiency_at(const ikm_efficiency *efficiency, size_t index)
{
    return index < ikm_efficiency_count(efficiency) ? &efficiency->lines[index] : NULL;
}
