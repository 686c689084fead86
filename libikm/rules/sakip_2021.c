/* PermenPANRB 88/2021: evaluation of SAKIP, its components with their highest points and the predicates of the total.
 */
#include "scales.h"

/* printed as "> 90-100", "> 80-90" ...: 70 is B */
static const ikmi_predicate predicates[] = {
    {"AA", "Sangat Memuaskan", {90, 0}},
    {"A", "Memuaskan", {80, 0}},
    {"BB", "Sangat Baik", {70, 0}},
    {"B", "Baik", {60, 0}},
    {"CC", "Cukup", {50, 0}},
    {"C", "Kurang", {30, 0}},
    {"D", "Sangat Kurang", {0, 0}},
};

static const ikmi_component components[] = {
    {"Perencanaan Kinerja", {30, 0}},
    {"Pengukuran Kinerja", {30, 0}},
    {"Pelaporan Kinerja", {15, 0}},
    {"Evaluasi Akuntabilitas Kinerja Internal", {25, 0}},
};

#define TITLE                                                                                                          \
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi "    \
    "Akuntabilitas Kinerja Instansi Pemerintah"

const ikm_scale ikmi_sakip_2021_scale = {
    .name = "sakip-2021",
    .title = TITLE,
    .count = sizeof predicates / sizeof predicates[0],
    .predicates = predicates,
    .upper_closed = true,
};

const ikm_instrument ikmi_sakip_2021_instrument = {
    .name = "sakip-2021",
    .title = TITLE,
    .scale = &ikmi_sakip_2021_scale,
    .count = sizeof components / sizeof components[0],
    .components = components,
};
