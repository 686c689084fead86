#include "scan.h"

ikmi_scan_fn ikmi_scan_best(void)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt"))
        return ikmi_scan_avx2;
#endif
    return ikmi_scan_base;
}
