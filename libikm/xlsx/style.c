/* How things look: formats by what they are for. Colours hold their contrast in grey print. */
#include "book.h"

#include <stdio.h>
#include <string.h>

enum {
    INK = 0x1F3864,
    SOFT_INK = 0x595959,
    HEADER_FILL = 0xD9E2F3,
    FIGURE_FILL = 0xEEF3FA,
    STRONG_FILL = 0xF2F2F2,
    RULE = 0xA6A6A6
};

static void bordered(lxw_format *format)
{
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, RULE);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
}

static void emphasised(lxw_format *format)
{
    format_set_bold(format);
    format_set_bg_color(format, STRONG_FILL);
}

/* A line between the body of a table and its foot. */
static void ruled_off(lxw_format *format)
{
    format_set_top(format, LXW_BORDER_MEDIUM);
    format_set_top_color(format, INK);
}

/* Texts and numbers of neighbouring columns keep their distance from the line between them. */
static void aligned(lxw_format *format, uint8_t align)
{
    bordered(format);
    format_set_align(format, align);
    if (align != LXW_ALIGN_CENTER)
        format_set_indent(format, 1);
}

static void header(lxw_format *format, uint8_t align)
{
    aligned(format, align);
    format_set_bold(format);
    format_set_font_color(format, INK);
    format_set_bg_color(format, HEADER_FILL);
    format_set_text_wrap(format);
}

static void words(lxw_format *format, uint8_t vertical)
{
    format_set_text_wrap(format);
    format_set_align(format, vertical);
}

static void heading(lxw_format *format)
{
    words(format, LXW_ALIGN_VERTICAL_BOTTOM);
    format_set_bold(format);
    format_set_font_color(format, INK);
}

static void underlined(lxw_format *format, uint8_t border)
{
    format_set_bottom(format, border);
    format_set_bottom_color(format, INK);
}

/* On a page a band of pale colour over its width; a poster is white. */
static void figure(lxw_format *format, ikmi_look look)
{
    words(format, LXW_ALIGN_VERTICAL_CENTER);
    if (look & IKMI_LOOK_POSTER)
        return;
    format_set_bg_color(format, FIGURE_FILL);
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_indent(format, 1);
}

static void dress_words(lxw_format *format, ikmi_role role, ikmi_look look)
{
    switch (role) {
    case IKMI_ROLE_HEADING_SECOND:
        heading(format);
        if (!(look & IKMI_LOOK_POSTER))
            underlined(format, LXW_BORDER_MEDIUM);
        break;
    case IKMI_ROLE_HEADING_FIRST:
    case IKMI_ROLE_HEADING_THIRD:
    case IKMI_ROLE_TABLE_TITLE: heading(format); break;
    case IKMI_ROLE_NOTE:
        if (!(look & IKMI_LOOK_POSTER))
            format_set_num_format(format, "\"• \"@"); /* a bullet that is seen, and no part of the text */
        format_set_font_color(format, SOFT_INK);      /* fall through */
    case IKMI_ROLE_TEXT: words(format, LXW_ALIGN_VERTICAL_CENTER); break;
    case IKMI_ROLE_FIGURE_LABEL:
        figure(format, look);
        format_set_font_color(format, SOFT_INK);
        break;
    case IKMI_ROLE_FIGURE: format_set_font_color(format, INK); /* fall through */
    case IKMI_ROLE_FIGURE_CAPTION:
        figure(format, look);
        format_set_bold(format);
        break;
    default: break;
    }
    if (look & IKMI_LOOK_POSTER)
        format_set_align(format, LXW_ALIGN_CENTER);
}

/* Lines of a form: a label, what stands behind it, and where somebody signs. */
static void dress_field(lxw_format *format, ikmi_role role)
{
    words(format, LXW_ALIGN_VERTICAL_CENTER);
    switch (role) {
    case IKMI_ROLE_FIELD_LABEL: format_set_num_format(format, "@* \" :\""); break; /* seen, and no part of the text */
    case IKMI_ROLE_FIELD: format_set_indent(format, 1); break;
    case IKMI_ROLE_FIELD_LINE:
    case IKMI_ROLE_SIGNATURE_LINE:
        format_set_bottom(format, LXW_BORDER_HAIR);
        format_set_bottom_color(format, SOFT_INK);
        break;
    case IKMI_ROLE_SIGNATURE_NAME:
        format_set_bold(format);
        format_set_underline(format, LXW_UNDERLINE_SINGLE); /* fall through */
    case IKMI_ROLE_SIGNATURE: format_set_align(format, LXW_ALIGN_CENTER); break;
    default: break;
    }
}

static void dress_cell(lxw_format *format, ikmi_role role, ikmi_look look)
{
    switch (role) {
    case IKMI_ROLE_TITLE_LEFT: header(format, LXW_ALIGN_LEFT); break;
    case IKMI_ROLE_TITLE_MIDDLE: header(format, LXW_ALIGN_CENTER); break;
    case IKMI_ROLE_TITLE_RIGHT_ODD: format_set_font_family(format, 0); /* fall through */
    case IKMI_ROLE_TITLE_RIGHT: header(format, LXW_ALIGN_RIGHT); break;
    case IKMI_ROLE_INPUT:
        aligned(format, LXW_ALIGN_LEFT);
        format_set_num_format(format, "@"); /* what is typed stays as it was typed: 0812, 5/1/2024 */
        break;
    default:
        aligned(format, role == IKMI_ROLE_MARK ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
        format_set_text_wrap(format);
        break;
    }
    if (look & IKMI_LOOK_STRONG)
        emphasised(format);
    if (look & IKMI_LOOK_FOOT)
        ruled_off(format);
}

static void dress(lxw_format *format, ikmi_role role, ikmi_look look)
{
    format_set_font_size(format, ikmi_role_type(role, look).points);
    if (role >= IKMI_ROLE_TITLE_LEFT)
        dress_cell(format, role, look);
    else if (role >= IKMI_ROLE_FIELD_LABEL && role <= IKMI_ROLE_SIGNATURE_LINE)
        dress_field(format, role);
    else
        dress_words(format, role, look);
}

lxw_format *ikmi_role_format(ikmi_book *book, ikmi_role role, ikmi_look look)
{
    lxw_format **slot = &book->roles[role][look];
    if (!*slot) {
        *slot = workbook_add_format(book->workbook);
        if (*slot)
            dress(*slot, role, look);
        else
            ikmi_book_fail(book, IKM_ERR_NOMEM);
    }
    return *slot;
}

/* Thousands are set apart and the decimal mark is drawn as the reader's own Excel does it. */
void ikmi_number_code(char *out, int32_t places, const char *unit)
{
    char sign[32 * 3 + 1];
    int used = snprintf(out, IKMI_FORMAT_SIZE, "#,##0%s%.*s", places > 0 ? "." : "", (int)places, "000000000000000000");
    if (!unit || !*unit || !ikmi_unit_is_a_sign(unit))
        return;
    ikmi_clean(sign, ikmi_text_of(unit), 32);
    for (char *c = sign; *c; c++)
        *c = *c == '"' ? '\'' : *c; /* it would end the text that it stands in */
    snprintf(out + used, IKMI_FORMAT_SIZE - (size_t)used, "\"%s\"", sign);
}

static void dress_number(lxw_format *format, ikmi_number_role role)
{
    if (role & IKMI_NUMBER_FIGURE) {
        dress(format, IKMI_ROLE_FIGURE, role & IKMI_NUMBER_POSTER ? IKMI_LOOK_POSTER : IKMI_LOOK_PLAIN);
        return;
    }
    aligned(format, LXW_ALIGN_RIGHT);
    if (role & IKMI_NUMBER_ODD)
        format_set_font_family(format, 0);
    if (role & IKMI_NUMBER_STRONG)
        emphasised(format);
    if (role & IKMI_NUMBER_FOOT)
        ruled_off(format);
}

lxw_format *ikmi_number_format(ikmi_book *book, int32_t places, const char *unit, ikmi_number_role role)
{
    char code[IKMI_FORMAT_SIZE];
    const char *sign = unit && ikmi_unit_is_a_sign(unit) && strlen(unit) < sizeof book->numbers->unit ? unit : "";
    for (size_t i = 0; i < book->number_count; i++) {
        const ikmi_number_style *style = &book->numbers[i];
        if (style->places == places && style->role == role && !strcmp(style->unit, sign))
            return style->format;
    }
    lxw_format *format = workbook_add_format(book->workbook);
    if (!format) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return NULL;
    }
    ikmi_number_code(code, places, sign);
    if (!(role & IKMI_NUMBER_INPUT)) /* what is typed is shown with all its places */
        format_set_num_format(format, code);
    dress_number(format, role);
    if (book->number_count < IKMI_NUMBER_STYLES) {
        ikmi_number_style *style = &book->numbers[book->number_count++];
        *style = (ikmi_number_style){.places = places, .role = role, .format = format};
        strcpy(style->unit, sign);
    }
    return format;
}
