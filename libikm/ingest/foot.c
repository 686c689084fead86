#include "foot.h"

#include <string.h>

/*
 * The rows below the official worksheet (PermenPANRB 14/2017, "Pengolahan data survei
 * kepuasan masyarakat per responden dan per unsur pelayanan") and what offices write
 * for them; letters and digits alone, blanks, strokes and case play no part.
 */
static const char *const labels[] = {
    "keterangan", /* the first ones explain */
    "catatan",
    "sumber",
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
    "jml",
    "jmlnilai",
    "jmlresponden",
    "jumlahskor",
    "totalskor",
    "rata2",
    "rata2nilai",
    "nilairata2",
    "rataratatertimbang",
    "rata2tertimbang",
    "reratatertimbang",
    "rataratakeseluruhan",
    "avg",
    "min",
    "minimum",
    "minimal",
    "nilaiminimum",
    "nilaiminimal",
    "terendah",
    "nilaiterendah",
    "skorterendah",
    "max",
    "maks",
    "maksimum",
    "maksimal",
    "nilaimaksimum",
    "nilaimaksimal",
    "tertinggi",
    "nilaitertinggi",
    "skortertinggi",
    "median",
    "nilaitengah",
    "modus",
    "simpanganbaku",
    "standardeviasi",
    "standarddeviasi",
    "standarddeviation",
    "stdev",
    "varians",
    "peringkat",
    "ranking",
    "target",
    "targetnilai",
    "targetikm",
};

enum { EXPLAIN = 3, LABELS = sizeof labels / sizeof labels[0] };
_Static_assert((int)LABELS < (int)IKMI_FOOT_LABELS_MAX, "each label and the stars have a number");

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* As it stands in the labels; NUL: it plays no part. */
static char folded(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c | 0x20);
    return (c >= 'a' && c <= 'z') || is_digit(c) ? c : '\0';
}

/* May the label end before this: nothing but punctuation follows, or an explanation begins? */
static bool ends_before(ikm_text rest)
{
    for (size_t i = 0; i < rest.size; i++) {
        char c = rest.data[i];
        if (c == ':' || c == '=' || c == '(')
            return true;
        if (folded(c))
            return false;
    }
    return true;
}

static bool matches(ikm_text cell, const char *label)
{
    size_t at = 0;
    for (; *label; label++, at++) {
        while (at < cell.size && !folded(cell.data[at]))
            at++;
        if (at == cell.size || folded(cell.data[at]) != *label)
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

int ikmi_foot_label(ikm_text cell)
{
    for (int i = 0; i < LABELS; i++)
        if (matches(cell, labels[i]))
            return i;
    return is_star(cell) ? LABELS : IKMI_FOOT_NONE;
}

bool ikmi_foot_explains(int label)
{
    return label >= 0 && label < EXPLAIN;
}

bool ikmi_begins_foot_label(char c)
{
    for (int i = 0; i < LABELS; i++)
        if (folded(c) && folded(c) == labels[i][0])
            return true;
    return c == '*';
}
