/*
 * A survey of any size, always the same for the same arguments: invented people,
 * real shape (the columns of examples/kejobong-2024/survey.csv with `unit` for
 * `desa`), rows in random order of groups, one answer in 500 left blank.
 *
 *     make_survey ROWS [UNITS [SERVICES [SEED]]] > survey.csv
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

static unsigned draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)((state >> 32) * below >> 32);
}

static char *put(char *to, const char *text)
{
    size_t size = strlen(text);
    memcpy(to, text, size);
    return to + size;
}

static char *put_number(char *to, uint64_t value, int width)
{
    char digits[24];
    int count = 0;
    do {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value || count < width);
    while (count)
        *to++ = digits[--count];
    return to;
}

static char *put_time(char *to)
{
    to = put(to, "2024-");
    to = put_number(to, 1 + draw(12), 2);
    to = put(to, "-");
    to = put_number(to, 1 + draw(28), 2);
    to = put(to, " ");
    to = put_number(to, 8 + draw(8), 2);
    to = put(to, ":");
    return put_number(to, draw(60), 2);
}

static char *put_person(char *to)
{
    static const char *const education[] = {"SD", "SMP", "SMA", "D1-D3", "S1", "S2"};
    static const char *const work[] = {
        "\"Petani, buruh tani\"", "Pelajar/mahasiswa", "Ibu rumah tangga", "Karyawan swasta",
        "PNS/TNI/Polri",          "Wiraswasta",        "Lainnya"};
    to = put(to, draw(2) ? ",L," : ",P,");
    to = put_number(to, 17 + draw(60), 1);
    to = put(to, ",");
    to = put(to, education[draw(6)]);
    to = put(to, ",");
    return put(to, work[draw(7)]);
}

/* Units and services differ in how good they are, so that grades of all kinds come out. */
static char *put_answers(char *to, unsigned unit, unsigned service)
{
    unsigned good = 30 + unit * 7 % 60 + service % 8;
    for (int element = 0; element < 9; element++) {
        *to++ = ',';
        if (draw(500))
            *to++ = draw(100) < good ? '4' : "3333333221"[draw(10)];
    }
    return to;
}

int main(int argc, char **argv)
{
    static char block[1 << 20];
    static const char *const services[] = {"Layanan Administrasi", "Layanan Legalisasi Surat", "Layanan Pengaduan",
                                           "Layanan Konsultasi", "Layanan Informasi"};
    uint64_t rows = argc > 1 ? strtoull(argv[1], NULL, 10) : 0;
    unsigned units = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 500;
    unsigned per_unit = argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : 5;
    state = argc > 4 ? strtoull(argv[4], NULL, 10) : 2024;
    if (!rows || !units || !per_unit)
        return fprintf(stderr, "make_survey ROWS [UNITS [SERVICES [SEED]]]\n"), 2;
    char *to = put(block, "id,waktu,unit,layanan,jenis_kelamin,usia,pendidikan,pekerjaan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    for (uint64_t row = 1; row <= rows; row++) {
        unsigned unit = draw(units), service = draw(per_unit);
        to = put_number(to, row, 1);
        to = put(to, ",");
        to = put_time(to);
        to = put(to, ",Unit ");
        to = put_number(to, unit + 1, 4);
        to = put(to, ",");
        to = put(to, services[service % 5]);
        if (service >= 5)
            to = put_number(put(to, " "), service / 5, 1);
        to = put_person(to);
        to = put_answers(to, unit, service);
        *to++ = '\n';
        if (to > block + sizeof block - 1024 || row == rows) {
            if (fwrite(block, 1, (size_t)(to - block), stdout) != (size_t)(to - block))
                return perror("make_survey"), 3;
            to = block;
        }
    }
    return 0;
}
