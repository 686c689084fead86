#include "ingest/roster.h"

#include "base/mem.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

static const ikm_text nothing = {NULL, 0};

static ikm_status meet(ikmi_entry **out, ikmi_roster *roster, const char *text, bool *new_out)
{
    return ikmi_roster_meet(out, roster, ikmi_text(text), nothing, new_out);
}

Test(roster, a_text_is_met_once_and_keeps_its_place_and_its_bytes)
{
    enum { TEXTS = 20000 };
    static ikmi_entry *first[TEXTS];
    ikmi_budget budget = {SIZE_MAX};
    ikmi_roster roster;
    char text[32];
    bool is_new;
    ikmi_roster_init(&roster, sizeof(int64_t), &budget, NULL);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < TEXTS; i++) {
            ikmi_entry *entry;
            sprintf(text, "responden %d", i);
            cr_assert(eq(int, meet(&entry, &roster, text, &is_new), IKM_OK));
            cr_assert(eq(int, is_new, round == 0));
            if (round == 0)
                first[i] = entry;
            int64_t *times = ikmi_entry_payload(entry);
            cr_assert(eq(i64, (*times)++, round), "payloads begin with zero and stay");
            cr_assert(eq(ptr, entry, first[i]));
            ikm_text kept = ikmi_entry_text(&roster, entry);
            cr_assert(eq(sz, kept.size, strlen(text)));
            cr_assert(zero(int, memcmp(kept.data, text, kept.size)));
        }
    cr_expect(eq(sz, roster.count, TEXTS));
    cr_expect(eq(ptr, ikmi_roster_find(&roster, ikmi_text("responden 77")), first[77]));
    cr_expect(zero(ptr, ikmi_roster_find(&roster, ikmi_text("responden"))));
    size_t at = 0;
    for (ikmi_entry *entry = ikmi_roster_first(&roster); entry; entry = ikmi_roster_next(&roster, entry))
        cr_assert(eq(ptr, entry, first[at++]), "they come in the order in which they were met");
    cr_expect(eq(sz, at, TEXTS));
    ikmi_roster_done(&roster);
    cr_expect(eq(sz, budget.left, SIZE_MAX), "all that was taken is given back");
}

Test(roster, an_empty_text_and_a_long_one_are_texts)
{
    static char text[300000];
    ikmi_budget budget = {SIZE_MAX};
    ikmi_roster roster;
    ikmi_entry *empty, *entry;
    bool is_new;
    memset(text, 'x', sizeof text);
    ikmi_roster_init(&roster, 0, &budget, NULL);
    cr_assert(eq(int, meet(&empty, &roster, "", &is_new), IKM_OK));
    for (size_t size = 1; size < sizeof text; size = size * 3 + 1) {
        ikm_text extra = {text, size / 2};
        cr_assert(eq(int, ikmi_roster_meet(&entry, &roster, (ikm_text){text, size}, extra, &is_new), IKM_OK));
        cr_assert(is_new);
        cr_expect(eq(sz, entry->size, size));
        cr_expect(zero(int, memcmp(ikmi_entry_text(&roster, entry).data, text, size)));
        cr_expect(zero(int, memcmp(ikmi_entry_extra(&roster, entry), text, size / 2)));
    }
    cr_assert(eq(int, meet(&entry, &roster, "", &is_new), IKM_OK));
    cr_expect(not(is_new));
    cr_expect(eq(ptr, entry, empty));
    ikmi_roster_done(&roster);
    cr_expect(eq(sz, budget.left, SIZE_MAX));
}

Test(roster, who_is_forgotten_is_new_again)
{
    static char text[200000];
    ikmi_budget budget = {1 << 20};
    ikmi_roster roster;
    ikmi_entry *entry;
    bool is_new;
    memset(text, 'x', sizeof text);
    ikmi_roster_init(&roster, 8, &budget, NULL);
    for (int round = 0; round < 1000; round++) {
        /* now and then one that takes several pieces, also as the first */
        ikm_text who = {text, round % 7 ? 10 : sizeof text};
        cr_assert(eq(int, ikmi_roster_meet(&entry, &roster, who, nothing, &is_new), IKM_OK), "round %d", round);
        cr_assert(is_new);
        cr_assert(zero(i64, *(int64_t *)ikmi_entry_payload(entry)));
        *(int64_t *)ikmi_entry_payload(entry) = round + 1;
        if (round % 3) {
            ikmi_roster_clear(&roster);
            cr_assert(zero(ptr, ikmi_roster_first(&roster)));
        } else {
            cr_assert(eq(int, ikmi_roster_meet(&entry, &roster, who, nothing, &is_new), IKM_OK));
            cr_assert(not(is_new));
            ikmi_roster_clear(&roster);
        }
    }
    ikmi_roster_done(&roster);
    cr_expect(eq(sz, budget.left, (size_t)1 << 20));
}

Test(roster, a_budget_is_never_passed_and_what_is_there_stays)
{
    ikmi_budget budget = {300 << 10};
    ikmi_roster one, other;
    ikmi_entry *entry;
    char text[32];
    bool is_new;
    ikm_status status = IKM_OK;
    int met = 0;
    ikmi_roster_init(&one, 8, &budget, NULL);
    ikmi_roster_init(&other, 8, &budget, NULL);
    for (; status == IKM_OK; met++) {
        sprintf(text, "%d", met);
        status = meet(&entry, met % 2 ? &one : &other, text, &is_new);
    }
    cr_expect(eq(int, status, IKM_ERR_LIMIT));
    cr_expect(gt(int, met, 3000), "%d", met);
    cr_expect(le(sz, budget.left, (size_t)300 << 10));
    for (int i = 0; i + 1 < met; i++) {
        sprintf(text, "%d", i);
        cr_assert(ne(ptr, ikmi_roster_find(i % 2 ? &one : &other, ikmi_text(text)), NULL), "%d of %d", i, met);
    }
    ikmi_roster_done(&one);
    ikmi_roster_done(&other);
    cr_expect(eq(sz, budget.left, (size_t)300 << 10));
}

Test(roster, every_allocation_may_be_refused)
{
    for (long n = 0;; n++) {
        refusing memory;
        ikmi_budget budget = {SIZE_MAX};
        ikmi_roster roster;
        ikmi_entry *entry;
        char text[32];
        bool is_new;
        ikm_status status = IKM_OK;
        int met = 0;
        refusing_init(&memory, n);
        ikmi_roster_init(&roster, 8, &budget, &memory.mem);
        for (; status == IKM_OK && met < 10000; met++) {
            sprintf(text, "%d", met);
            status = meet(&entry, &roster, text, &is_new);
        }
        if (status != IKM_OK) {
            cr_expect(eq(int, status, IKM_ERR_NOMEM));
            cr_expect(eq(sz, roster.count, (size_t)met - 1));
            cr_expect(zero(ptr, ikmi_roster_find(&roster, ikmi_text(text))));
        }
        ikmi_roster_done(&roster);
        cr_expect(zero(long, memory.live), "request %ld", n);
        cr_expect(eq(sz, budget.left, SIZE_MAX));
        if (status == IKM_OK)
            break;
    }
}
