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

static void heading(lxw_format *format, double size)
{
    format_set_bold(format);
    format_set_font_size(format, size);
    format_set_font_color(format, INK);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
}

static void paragraph(lxw_format *format, double size)
{
    format_set_font_size(format, size);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
}

static void figure(lxw_format *format, double size)
{
    format_set_font_size(format, size);
    format_set_bg_color(format, FIGURE_FILL);
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_indent(format, 1);
    format_set_text_wrap(format);
}

static void dress(lxw_format *format, ikmi_role role)
{
    switch (role) {
    case IKMI_ROLE_HEADING_FIRST: heading(format, 16); break;
    case IKMI_ROLE_HEADING_SECOND:
        heading(format, 13);
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_bottom_color(format, INK);
        break;
    case IKMI_ROLE_HEADING_THIRD: heading(format, 11); break;
    case IKMI_ROLE_TEXT: paragraph(format, 11); break;
    case IKMI_ROLE_NOTE:
        paragraph(format, 10);
        format_set_num_format(format, "\"• \"@"); /* a bullet that is seen, and no part of the text */
        format_set_font_color(format, SOFT_INK);
        break;
    case IKMI_ROLE_FIGURE_LABEL:
        figure(format, 11);
        format_set_font_color(format, SOFT_INK);
        break;
    case IKMI_ROLE_FIGURE_CAPTION:
        figure(format, 12);
        format_set_bold(format);
        break;
    case IKMI_ROLE_TABLE_TITLE: heading(format, 11); break;
    case IKMI_ROLE_TITLE_LEFT: header(format, LXW_ALIGN_LEFT); break;
    case IKMI_ROLE_TITLE_MIDDLE: header(format, LXW_ALIGN_CENTER); break;
    case IKMI_ROLE_TITLE_RIGHT_ODD: format_set_font_family(format, 0); /* fall through */
    case IKMI_ROLE_TITLE_RIGHT: header(format, LXW_ALIGN_RIGHT); break;
    case IKMI_ROLE_CELL_STRONG: emphasised(format); /* fall through */
    case IKMI_ROLE_CELL:
        aligned(format, LXW_ALIGN_LEFT);
        format_set_text_wrap(format);
        break;
    case IKMI_ROLE_MARK_STRONG: emphasised(format); /* fall through */
    case IKMI_ROLE_MARK:
        aligned(format, LXW_ALIGN_CENTER);
        format_set_text_wrap(format);
        break;
    case IKMI_ROLE_COUNT: break;
    }
}

lxw_format *ikmi_role_format(ikmi_book *book, ikmi_role role)
{
    if (!book->roles[role]) {
        book->roles[role] = workbook_add_format(book->workbook);
        if (book->roles[role])
            dress(book->roles[role], role);
        else
            ikmi_book_fail(book, IKM_ERR_NOMEM);
    }
    return book->roles[role];
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
    if (role == IKMI_NUMBER_FIGURE) {
        figure(format, 28);
        format_set_bold(format);
        format_set_font_color(format, INK);
        return;
    }
    aligned(format, LXW_ALIGN_RIGHT);
    if (role & IKMI_NUMBER_ODD)
        format_set_font_family(format, 0);
    if (role & IKMI_NUMBER_STRONG)
        emphasised(format);
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
    format_set_num_format(format, code);
    dress_number(format, role);
    if (book->number_count < IKMI_NUMBER_STYLES) {
        ikmi_number_style *style = &book->numbers[book->number_count++];
        *style = (ikmi_number_style){.places = places, .role = role, .format = format};
        strcpy(style->unit, sign);
    }
    return format;
}
