/* How large each kind of words is set, on a page and on a poster. */
#include "book.h"

static const ikmi_type page[IKMI_ROLE_COUNT] = {
    [IKMI_ROLE_HEADING_FIRST] = {16, 32, 62, 0},
    [IKMI_ROLE_HEADING_SECOND] = {13, 26, 77, 0},
    [IKMI_ROLE_HEADING_THIRD] = {11, 22, 91, 0},
    /* letters are narrower than the digits that widths are measured in */
    [IKMI_ROLE_TEXT] = {11, 20, 110, 4},
    [IKMI_ROLE_NOTE] = {10, 18, 120, 4},
    [IKMI_ROLE_FIGURE_LABEL] = {11, 26, 100, 0},
    [IKMI_ROLE_FIGURE] = {28, 52, 40, 0},
    [IKMI_ROLE_FIGURE_CAPTION] = {12, 21, 80, 6},
    [IKMI_ROLE_FIELD_LABEL] = {11, 20, 105, 4},
    [IKMI_ROLE_FIELD] = {11, 20, 105, 4},
    [IKMI_ROLE_FIELD_LINE] = {11, 20, 105, 4},
    [IKMI_ROLE_SIGNATURE] = {11, 20, 105, 2},
    [IKMI_ROLE_SIGNATURE_NAME] = {11, 20, 95, 2},
    [IKMI_ROLE_SIGNATURE_LINE] = {11, 20, 100, 6},
    [IKMI_ROLE_TABLE_TITLE] = {11, 26, 77, 0},
};

/* To be read from two metres away; the figure from the other end of the room. */
static const ikmi_type poster[IKMI_ROLE_COUNT] = {
    [IKMI_ROLE_HEADING_FIRST] = {26, 48, 38, 0},  [IKMI_ROLE_HEADING_SECOND] = {18, 34, 55, 0},
    [IKMI_ROLE_HEADING_THIRD] = {14, 28, 72, 0},  [IKMI_ROLE_TEXT] = {14, 26, 85, 6},
    [IKMI_ROLE_NOTE] = {11, 20, 110, 4},          [IKMI_ROLE_FIGURE_LABEL] = {18, 44, 60, 0},
    [IKMI_ROLE_FIGURE] = {110, 176, 10, 0},       [IKMI_ROLE_FIGURE_CAPTION] = {22, 40, 45, 12},
    [IKMI_ROLE_FIELD_LABEL] = {13, 24, 88, 6},    [IKMI_ROLE_FIELD] = {13, 24, 88, 6},
    [IKMI_ROLE_FIELD_LINE] = {13, 24, 88, 6},     [IKMI_ROLE_SIGNATURE] = {12, 22, 95, 2},
    [IKMI_ROLE_SIGNATURE_NAME] = {12, 22, 87, 2}, [IKMI_ROLE_SIGNATURE_LINE] = {12, 22, 95, 6},
    [IKMI_ROLE_TABLE_TITLE] = {12, 28, 72, 0},
};

ikmi_type ikmi_role_type(ikmi_role role, ikmi_look look)
{
    static const ikmi_type cell = {11, 20, 100, 2};
    ikmi_type type = look & IKMI_LOOK_POSTER ? poster[role] : page[role];
    return type.points ? type : cell;
}
