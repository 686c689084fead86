#include "schema_form.h"

#include <stdio.h>
#include <string.h>

const char ikmi_schema_format[] = "ikm.schema/1";

const char *ikmi_role_name(ikmi_role role)
{
    switch (role) {
    case IKMI_ROLE_OTHER: return "other";
    case IKMI_ROLE_ELEMENT: return "element";
    case IKMI_ROLE_RESPONDENT: return "respondent";
    case IKMI_ROLE_SERVICE: return "service";
    case IKMI_ROLE_UNIT: return "unit";
    case IKMI_ROLE_TIME: return "time";
    case IKMI_ROLE_GENDER: return "gender";
    case IKMI_ROLE_AGE: return "age";
    case IKMI_ROLE_EDUCATION: return "education";
    case IKMI_ROLE_OCCUPATION: return "occupation";
    case IKMI_ROLE_PERSONAL: return "personal";
    case IKMI_ROLE_FREE_TEXT: return "free-text";
    case IKMI_ROLE_QUESTION: return "question";
    case IKMI_ROLE_ANSWER: return "answer";
    case IKMI_ROLE_COUNT: return "count";
    }
    return NULL;
}

bool ikmi_role_named(ikmi_role *out, const char *name)
{
    for (ikmi_role role = IKMI_ROLE_OTHER; ikmi_role_name(role); role++)
        if (!strcmp(ikmi_role_name(role), name)) {
            *out = role;
            return true;
        }
    return false;
}

const char *ikmi_role_names(char *out, size_t size)
{
    size_t used = 0;
    *out = '\0';
    for (ikmi_role role = IKMI_ROLE_OTHER; ikmi_role_name(role) && used < size; role++)
        used += (size_t)snprintf(out + used, size - used, "%s%s", used ? ", " : "", ikmi_role_name(role));
    return out;
}

static const char *const shapes[] = {"wide", "long", "counts"};

const char *ikmi_shape_named(const char *name)
{
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        if (!strcmp(shapes[i], name))
            return shapes[i];
    return NULL;
}

const char *ikmi_shape_names(void)
{
    return "wide, long, counts";
}
