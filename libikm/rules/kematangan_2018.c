/*
 * Permendagri 99/2018: maturity of a regional agency, eleven components of a level each.
 * [M]: its bands are from one program and one report that agrees with it.
 */
#include "scales.h"

enum { LEVELS = 5 };

static const ikmi_predicate predicates[] = {
    {"Sangat Tinggi", "", {46, 0}}, {"Tinggi", "", {37, 0}},       {"Sedang", "", {28, 0}},
    {"Rendah", "", {19, 0}},        {"Sangat Rendah", "", {0, 0}},
};

static const ikmi_component components[] = {
    {"Perencanaan Pembangunan Daerah", {LEVELS, 0}},
    {"Monitoring dan Pengendalian Pelaksanaan Tugas Perangkat Daerah", {LEVELS, 0}},
    {"Penjaminan Mutu Layanan Perangkat Daerah", {LEVELS, 0}},
    {"Standar Operasional Prosedur (SOP) Pelayanan Perangkat Daerah", {LEVELS, 0}},
    {"Pendidikan dan Pelatihan Aparatur", {LEVELS, 0}},
    {"Analisis Kebijakan dan Pemecahan Masalah Tugas Perangkat Daerah", {LEVELS, 0}},
    {"Manajemen Sumber Daya Peralatan dan Perlengkapan Kerja yang Terukur", {LEVELS, 0}},
    {"Manajemen Risiko Pelaksanaan Aparatur", {LEVELS, 0}},
    {"Pengukuran Kinerja Perangkat Daerah dan Aparatur", {LEVELS, 0}},
    {"Pengembangan Inovasi Layanan Perangkat Daerah", {LEVELS, 0}},
    {"Budaya Organisasi Perangkat Daerah", {LEVELS, 0}},
};

#define TITLE                                                                                                          \
    "Peraturan Menteri Dalam Negeri Nomor 99 Tahun 2018 tentang Pembinaan dan Pengendalian Penataan Perangkat Daerah"

const ikm_scale ikmi_kematangan_2018_scale = {
    .name = "kematangan-2018",
    .title = TITLE,
    .count = sizeof predicates / sizeof predicates[0],
    .predicates = predicates,
    .upper_closed = true,
};

const ikm_instrument ikmi_kematangan_2018_instrument = {
    .name = "kematangan-2018",
    .title = TITLE,
    .scale = &ikmi_kematangan_2018_scale,
    .count = sizeof components / sizeof components[0],
    .components = components,
    .levels = LEVELS,
};
