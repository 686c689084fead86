/*
 * Permendagri 86/2017, lampiran: skala nilai peringkat kinerja. Its bands are printed in
 * whole numbers (91-100, 76-90, 66-75, 51-65, up to 50), which leaves 90.5 to a convention.
 */
#include "scales.h"

static const ikmi_predicate predicates[] = {
    {"Sangat Tinggi", "", {91, 0}}, {"Tinggi", "", {76, 0}},       {"Sedang", "", {66, 0}},
    {"Rendah", "", {51, 0}},        {"Sangat Rendah", "", {0, 0}},
};

const ikm_scale ikmi_permendagri_86_2017_scale = {
    .name = "permendagri-86-2017",
    .title = "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017, skala nilai peringkat kinerja",
    .count = sizeof predicates / sizeof predicates[0],
    .predicates = predicates,
    .whole = true,
};
