/* Charts: which columns they show, and in what colours. */
#include "document.h"

#include "base/integer.h"

/* Exact: 63 bits times 10^18 fit 128. */
static bool is_less(ikm_decimal a, ikm_decimal b)
{
    ikmi_int128 left = a.digits, right = b.digits;
    for (int32_t i = a.places; i < b.places; i++)
        left *= 10;
    for (int32_t i = b.places; i < a.places; i++)
        right *= 10;
    return left < right;
}

static size_t at_least_one(size_t count)
{
    return count ? count : 1;
}

static bool columns_can_be(const ikm_chart *chart, const ikm_table *table)
{
    size_t count = table->column_count, series = at_least_one(chart->series_count);
    return chart->category_column < count && chart->category_count <= count - chart->category_column &&
           chart->value_column < count && series <= count - chart->value_column && series <= IKM_CHART_SERIES;
}

static bool kind_can_be(const ikm_chart *chart)
{
    switch (chart->kind) {
    case IKM_CHART_BARS:
    case IKM_CHART_LINES: return true;
    case IKM_CHART_DIVERGING: return chart->series_count >= 2 && chart->series_count % 2 == 0;
    case IKM_CHART_SHARES: return chart->series_count <= 1;
    }
    return false;
}

static bool values_can_be(const ikm_chart *chart)
{
    if (!ikmi_places_can_be(chart->axis_min) || !ikmi_places_can_be(chart->axis_max) ||
        is_less(chart->axis_max, chart->axis_min) || (chart->reference && !ikmi_places_can_be(*chart->reference)) ||
        chart->band_count > IKM_CHART_BANDS || (chart->band_count && !chart->bands))
        return false;
    for (size_t i = 0; i < chart->band_count; i++)
        if (!ikmi_places_can_be(chart->bands[i].from) ||
            (i && !is_less(chart->bands[i - 1].from, chart->bands[i].from)))
            return false;
    return true;
}

static bool keep_bands(ikm_document *document, ikm_chart *copy)
{
    ikm_chart_band *bands = ikmi_keep(document, at_least_one(copy->band_count) * sizeof *bands);
    for (size_t i = 0; bands && i < copy->band_count; i++) {
        bands[i].from = copy->bands[i].from;
        if (!ikmi_keep_string(document, &bands[i].label, copy->bands[i].label))
            return false;
    }
    copy->bands = bands;
    return bands != NULL;
}

static bool keep_reference(ikm_document *document, ikm_chart *copy)
{
    if (!copy->reference)
        return true;
    ikm_decimal *reference = ikmi_keep(document, sizeof *reference);
    if (!reference)
        return false;
    *reference = *copy->reference;
    copy->reference = reference;
    return ikmi_keep_string(document, &copy->reference_title, copy->reference_title);
}

ikm_status ikm_document_chart(ikm_document *document, const ikm_chart *chart)
{
    const ikm_table *table = document ? document->last_table : NULL;
    if (!table || !chart || !kind_can_be(chart) || !columns_can_be(chart, table) || !values_can_be(chart))
        return IKM_ERR_ARGUMENT;
    ikm_item *item = ikmi_item_prepare(document, IKM_ITEM_CHART);
    ikm_chart *copy = item ? ikmi_keep(document, sizeof *copy) : NULL;
    if (!copy)
        return IKM_ERR_NOMEM;
    *copy = *chart;
    copy->series_count = at_least_one(chart->series_count);
    copy->category_count = at_least_one(chart->category_count);
    if (!ikmi_keep_string(document, &copy->title, chart->title) || !keep_reference(document, copy) ||
        !keep_bands(document, copy))
        return IKM_ERR_NOMEM;
    item->chart = copy;
    item->table = table;
    return ikmi_item_add(document, item);
}

size_t ikm_chart_row_count(const ikm_chart *chart, const ikm_table *table)
{
    size_t body = table->row_count - (table->foot_count < table->row_count ? table->foot_count : table->row_count);
    return chart->row_count && chart->row_count < body ? chart->row_count : body;
}

/*
 * Okabe and Ito's colours (2008), in an order whose lightness differs from neighbour to neighbour. Shares about a
 * middle go from orange to blue, dark at both ends: ColorBrewer's PuOr turned to colours of the same list.
 */
uint32_t ikm_chart_colour(const ikm_chart *chart, size_t series)
{
    static const uint32_t several[IKM_CHART_SERIES] = {0x0072B2, 0xE69F00, 0x009E73, 0x56B4E9,
                                                       0xD55E00, 0xCC79A7, 0x7F7F7F, 0x000000};
    static const uint32_t low[] = {0xB35806, 0xF1A340, 0xFBC57B, 0xFEE0B6},
                          high[] = {0x2C5F8A, 0x8DB8DB, 0xB3D1E8, 0xD8E8F4};
    if (chart->kind != IKM_CHART_DIVERGING)
        return several[series % IKM_CHART_SERIES];
    size_t half = chart->series_count / 2;
    return series < half ? low[series % 4] : high[(chart->series_count - 1 - series) % 4];
}

uint32_t ikm_chart_band_colour(const ikm_chart *chart, size_t band)
{
    /* the higher, the paler: what is drawn over it is seen on any */
    static const uint32_t bands[IKM_CHART_BANDS] = {0xFBE9E7, 0xFFF3E0, 0xEAF3FA, 0xE3F2E8,
                                                    0xF2F2F2, 0xFAFAFA, 0xF2F2F2, 0xFAFAFA};
    (void)chart;
    return bands[band % IKM_CHART_BANDS];
}
