/* Ages of respondents in bands. */
#include "columns.h"

#include "base/mem.h"
#include "fold.h"

#include <string.h>

enum { OLDEST = 130 };

/* What may follow the number: a unit of years. */
static bool is_years(ikm_text text)
{
    static const char *const units[] = {"", "tahun", "thn", "th", "years", "year", "yo"};
    char folded[16];
    size_t size = ikmi_fold(folded, sizeof folded, text);
    if (text.size >= sizeof folded)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (size == strlen(units[i]) && !memcmp(folded, units[i], size))
            return true;
    return false;
}

ikm_text ikmi_age_label(ikm_text cell)
{
    int age = 0;
    size_t at = 0;
    cell = ikmi_trim(cell);
    while (at < cell.size && at < 4 && cell.data[at] >= '0' && cell.data[at] <= '9')
        age = age * 10 + (cell.data[at++] - '0');
    if (at == 0 || age >= OLDEST)
        return cell;
    ikm_text rest = {cell.data + at, cell.size - at};
    size_t zeros = 1; /* 39.0, as statistics programs write whole numbers */
    while (zeros < rest.size && rest.data[zeros] == '0')
        zeros++;
    if (zeros > 1 && (rest.data[0] == '.' || rest.data[0] == ','))
        rest = (ikm_text){rest.data + zeros, rest.size - zeros};
    if (rest.size && (strchr("-+<>=/.,", rest.data[0]) || !is_years(rest)))
        return cell;
    const ikmi_age_band *band = ikmi_age_bands;
    while (band[1].lower >= 0 && band[1].lower <= age)
        band++;
    return ikmi_text(band->label);
}
