#include "quantity.h"

#include "base/mem.h"
#include "cells.h"

/* The first word is its name; the others mean it too. */
static const ikmi_choice names[] = {
    {"target", IKMI_QUANTITY_TARGET},
    {"realisasi,realization", IKMI_QUANTITY_REALIZATION},
    {"capaian,achievement", IKMI_QUANTITY_ACHIEVEMENT},
    {"kategori,predikat,category,predicate", IKMI_QUANTITY_CATEGORY},
    {"nilai,nrr,ikm,indeks,value,index", IKMI_QUANTITY_VALUE},
    {"mutu,kinerja,grade,performance", IKMI_QUANTITY_GRADE},
    {"anggaran,pagu,budget", IKMI_QUANTITY_BUDGET},
    {"sisa,sisa anggaran,remaining", IKMI_QUANTITY_REMAINING},
    {"serapan,penyerapan,absorption", IKMI_QUANTITY_ABSORPTION},
    {"efisiensi,efficiency", IKMI_QUANTITY_EFFICIENCY},
    {"predikat efisiensi,efektifitas,efektivitas,verdict", IKMI_QUANTITY_VERDICT},
    {"target akhir,final target", IKMI_QUANTITY_FINAL_TARGET},
    {"capaian akhir,capaian terhadap target akhir,against final", IKMI_QUANTITY_AGAINST_FINAL},
    {"responden,jumlah responden,respondents", IKMI_QUANTITY_RESPONDENTS},
};

const char *ikmi_quantity_name(ikmi_quantity quantity)
{
    static const char *const shown[IKMI_QUANTITY_COUNT] = {
        "target", "realisasi", "capaian",   "kategori",           "nilai",        "mutu",          "anggaran",
        "sisa",   "serapan",   "efisiensi", "predikat_efisiensi", "target_akhir", "capaian_akhir", "responden"};
    return shown[quantity];
}

const char *ikmi_quantity_names(void)
{
    return "target, realisasi, capaian, kategori, nilai, mutu, anggaran, pagu, sisa, serapan, efisiensi, "
           "predikat_efisiensi, target_akhir, capaian_akhir, responden";
}

bool ikmi_quantity_of(ikmi_quantity *out, ikm_text word, ikm_text item)
{
    /* "responden, jumlah, 312": the item says what is counted */
    bool counts = ikmi_same_name(item, ikmi_text("responden")) &&
                  (ikmi_same_name(word, ikmi_text("jumlah")) || ikmi_same_name(word, ikmi_text("nilai")));
    int value = counts ? IKMI_QUANTITY_RESPONDENTS : ikmi_choice_of(word, names, sizeof names / sizeof names[0]);
    if (value < 0)
        return false;
    *out = (ikmi_quantity)value;
    return true;
}

bool ikmi_quantity_is_words(ikmi_quantity quantity)
{
    return quantity == IKMI_QUANTITY_CATEGORY || quantity == IKMI_QUANTITY_GRADE || quantity == IKMI_QUANTITY_VERDICT;
}

bool ikmi_quantity_is_target(ikmi_quantity quantity)
{
    return quantity == IKMI_QUANTITY_TARGET || quantity == IKMI_QUANTITY_FINAL_TARGET;
}

ikmi_number_kind ikmi_quantity_kind(ikmi_quantity quantity)
{
    switch (quantity) {
    case IKMI_QUANTITY_BUDGET:
    case IKMI_QUANTITY_REMAINING: return IKMI_NUMBER_MONEY;
    case IKMI_QUANTITY_RESPONDENTS: return IKMI_NUMBER_WHOLE;
    case IKMI_QUANTITY_TARGET:
    case IKMI_QUANTITY_REALIZATION:
    case IKMI_QUANTITY_ACHIEVEMENT:
    case IKMI_QUANTITY_CATEGORY:
    case IKMI_QUANTITY_VALUE:
    case IKMI_QUANTITY_GRADE:
    case IKMI_QUANTITY_ABSORPTION:
    case IKMI_QUANTITY_EFFICIENCY:
    case IKMI_QUANTITY_VERDICT:
    case IKMI_QUANTITY_FINAL_TARGET:
    case IKMI_QUANTITY_AGAINST_FINAL:
    case IKMI_QUANTITY_COUNT: break;
    }
    return IKMI_NUMBER_SCORE;
}
