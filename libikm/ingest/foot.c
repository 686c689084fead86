#include "foot.h"

#include <string.h>

/*
 * The rows below the official worksheet (PermenPANRB 14/2017, "Pengolahan data survei
 * kepuasan masyarakat per responden dan per unsur pelayanan") and what offices write
 * for them; letters alone, blanks, strokes and case play no part.
 */
static const char *const labels[] = {
    "nilaiunsur",
    "nilaiperunsur",
    "jumlahnilai",
    "jumlahnilaiunsur",
    "jumlahnilaiperunsur",
    "totalnilai",
    "totalnilaiperunsur",
    "nrr",
    "nrrunsur",
    "nrrperunsur",
    "nrrtertimbang",
    "nrrtertimbangunsur",
    "nrrtertimbangperunsur",
    "nrrtertimbangunsurpelayanan",
    "nilairataratatertimbang",
    "nilaitertimbang",
    "jumlahnrrtertimbang",
    "jumlahnrrikmtertimbang",
    "bobot",
    "bobotnilaitertimbang",
    "bobotnilairataratatertimbang",
    "ikm",
    "ikmunit",
    "ikmunitpelayanan",
    "nilaiikm",
    "nilaiikmunitpelayanan",
    "indekskepuasanmasyarakat",
    "nilaiindekskepuasanmasyarakat",
    "mutu",
    "mutupelayanan",
    "mutuunsur",
    "kinerja",
    "kinerjaunit",
    "kinerjaunitpelayanan",
    "kategori",
    "predikat",
    "nilaiinterval",
    "nilaiintervalkonversi",
    "nilaikonversi",
    "jumlah",
    "jumlahtotal",
    "total",
    "grandtotal",
    "subtotal",
    "ratarata",
    "rerata",
    "nilairatarata",
    "nilairataratanrr",
    "nilairerata",
    "rataratanilai",
    "ratarataunsur",
    "rataratanilaiunsur",
    "rataratanilaiperunsur",
    "average",
    "mean",
    "sum",
    "jumlahresponden",
    "totalresponden",
    "jumlahkuesioner",
    "jumlahkuesioneryangterisi",
    "jumlahkuesionerterisi",
    "simpanganbaku",
    "standardeviasi",
    "keterangan",
    "catatan",
    "sumber",
};

static char letter(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c | 0x20);
    return c >= 'a' && c <= 'z' ? c : '\0';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* May the label end before this: nothing but punctuation follows, or an explanation begins? */
static bool ends_before(ikm_text rest)
{
    for (size_t i = 0; i < rest.size; i++) {
        char c = rest.data[i];
        if (c == ':' || c == '=' || c == '(')
            return true;
        if (letter(c) || is_digit(c))
            return false;
    }
    return true;
}

static bool matches(ikm_text cell, const char *label)
{
    size_t at = 0;
    for (; *label; label++, at++) {
        while (at < cell.size && !letter(cell.data[at]) && !is_digit(cell.data[at]))
            at++;
        if (at == cell.size || letter(cell.data[at]) != *label)
            return false;
    }
    return ends_before((ikm_text){cell.data + at, cell.size - at});
}

/* "*)", "**)" */
static bool is_star(ikm_text cell)
{
    size_t stars = 0;
    while (stars < cell.size && cell.data[stars] == '*')
        stars++;
    return stars > 0 && (stars == cell.size || cell.data[stars] == ')');
}

bool ikmi_is_foot_label(ikm_text cell)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (matches(cell, labels[i]))
            return true;
    return is_star(cell);
}

bool ikmi_begins_foot_label(char c)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (letter(c) && letter(c) == labels[i][0])
            return true;
    return c == '*';
}
