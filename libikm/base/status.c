#include "ikm/base.h"

const char *ikm_version(void)
{
    return IKMI_VERSION;
}

const char *ikm_status_name(ikm_status status)
{
    switch (status) {
    case IKM_OK: return "IKM_OK";
    case IKM_ERR_ARGUMENT: return "IKM_ERR_ARGUMENT";
    case IKM_ERR_NOMEM: return "IKM_ERR_NOMEM";
    case IKM_ERR_OVERFLOW: return "IKM_ERR_OVERFLOW";
    case IKM_ERR_MISMATCH: return "IKM_ERR_MISMATCH";
    case IKM_ERR_IO: return "IKM_ERR_IO";
    case IKM_ERR_SYNTAX: return "IKM_ERR_SYNTAX";
    case IKM_ERR_INVALID: return "IKM_ERR_INVALID";
    case IKM_ERR_DATA: return "IKM_ERR_DATA";
    case IKM_ERR_UNSURE: return "IKM_ERR_UNSURE";
    case IKM_ERR_UNKNOWN: return "IKM_ERR_UNKNOWN";
    case IKM_ERR_LIMIT: return "IKM_ERR_LIMIT";
    case IKM_ERR_STOPPED: return "IKM_ERR_STOPPED";
    }
    return "unknown";
}
