#include "base/mem.h"
#include "ingest/columns.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

Test(ages, ages_fall_into_their_bands_and_all_else_stays)
{
    static const struct {
        const char *cell, *label;
    } cases[] = {
        {"0", "< 20"},
        {"19", "< 20"},
        {"20", "20-29"},
        {"29", "20-29"},
        {" 39 ", "30-39"},
        {"39 tahun", "30-39"},
        {"39 Thn.", "30-39"},
        {"39th", "30-39"},
        {"40 years", "40-49"},
        {"39.0", "30-39"},
        {"59", "50-59"},
        {"60", "\u2265 60"},
        {"99", "\u2265 60"},
        {"129", "\u2265 60"},
        {"", ""},
        {"130", "130"},
        {"1985", "1985"},
        {"30-39", "30-39"},
        {"20 - 29", "20 - 29"},
        {"> 60", "> 60"},
        {"39,5", "39,5"},
        {"39.05", "39.05"},
        {"dewasa", "dewasa"},
        {" x ", "x"},
        {"39 bulan", "39 bulan"},
        {"-5", "-5"},
        {"39+", "39+"},
        {"39.", "39."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_text label = ikmi_age_label(ikmi_text(cases[i].cell));
        char text[64];
        snprintf(text, sizeof text, "%.*s", (int)label.size, label.data ? label.data : "");
        cr_expect(eq(str, text, (char *)cases[i].label), "\"%s\"", cases[i].cell);
    }
}
