package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.Validity;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Permission;
import org.clientele.access.Reason;
import org.clientele.access.Reason.Kind;
import org.clientele.internal.GrantFacts.ActedFor;
import org.junit.jupiter.api.Test;

class GrantRulesTest {
    private static final Group SALES = new Group(1, "Sales", "", Validity.VALID, 1);
    private static final Group USERS = new Group(2, "users", "", Validity.VALID, 1);
    private static final Permission RO = Permission.of("ro");
    private static final Permission RW = Permission.of("rw");
    private static final GrantFacts NOTHING = facts(Map.of());

    private final GrantRules rules = new GrantRules(rules(true, Set.of(), Set.of()));

    @Test
    void whoWasGivenNothingMayNothing() {
        assertThat(rules.reasons(SALES, NOTHING)).isEmpty();
    }

    @Test
    void whatWasGivenDirectlyCounts() {
        assertThat(rules.reasons(SALES, facts(Map.of(1L, Set.of(RO)))))
                .containsExactly(Map.entry("ro", List.of(Reason.of(Kind.DIRECT))));
        assertThat(rules.reasons(SALES, facts(Map.of(2L, Set.of(RO))))).isEmpty();
    }

    @Test
    void rwImpliesEveryTypeAndNoOtherTypeImpliesAnother() {
        assertThat(rules.reasons(SALES, facts(Map.of(1L, Set.of(RW))))).containsOnlyKeys("ro", "move_into", "rw");
        assertThat(rules.reasons(SALES, facts(Map.of(1L, Set.of(Permission.of("move_into"))))))
                .containsOnlyKeys("move_into");
    }

    @Test
    void whatACustomerWasGivenForItsOwnCountsForWhoActsForIt() {
        GrantFacts facts = new GrantFacts(
                Map.of(),
                List.of(
                        new ActedFor("acme", Map.of(1L, Set.of(RO))),
                        new ActedFor("other", Map.of(1L, Set.of(new Permission(Context.OTHER_CUSTOMERS, "rw")))),
                        new ActedFor("third", Map.of(1L, Set.of(RW)))));

        assertThat(rules.reasons(SALES, facts))
                .containsEntry(
                        "ro", List.of(Reason.through(Kind.CUSTOMER, "acme"), Reason.through(Kind.CUSTOMER, "third")))
                .containsEntry("rw", List.of(Reason.through(Kind.CUSTOMER, "third")));
    }

    @Test
    void anInvalidGroupGivesNothing() {
        Group invalid = new Group(1, "Sales", "", Validity.INVALID_TEMPORARILY, 2);

        assertThat(rules.reasons(invalid, facts(Map.of(1L, Set.of(RW))))).isEmpty();
    }

    @Test
    void alwaysGroupsAreForEverybodyAndTheirWholeNameCounts() {
        GrantRules always = new GrantRules(rules(true, Set.of("USERS"), Set.of()));
        Group part = new Group(3, "user", "", Validity.VALID, 1);

        assertThat(always.reasons(USERS, NOTHING))
                .containsOnlyKeys("ro", "move_into", "rw")
                .containsEntry("rw", List.of(Reason.of(Kind.ALWAYS)));
        assertThat(always.reasons(part, NOTHING)).isEmpty();
        assertThat(always.concernsEverybody(USERS)).isTrue();
        assertThat(always.concernsEverybody(part)).isFalse();
    }

    @Test
    void alwaysGroupsOfCustomersAreForWhoActsForOne() {
        GrantRules always = new GrantRules(rules(true, Set.of(), Set.of("users")));
        GrantFacts facts = new GrantFacts(Map.of(), List.of(new ActedFor("acme", Map.of())));

        assertThat(always.reasons(USERS, NOTHING)).isEmpty();
        assertThat(always.reasons(USERS, facts))
                .containsEntry("ro", List.of(Reason.through(Kind.CUSTOMER_ALWAYS, "acme")));
    }

    @Test
    void withoutGroupSupportEverybodyMayEverythingInValidGroups() {
        GrantRules off = new GrantRules(rules(false, Set.of(), Set.of()));
        Group invalid = new Group(1, "Sales", "", Validity.INVALID, 1);

        assertThat(off.reasons(SALES, NOTHING))
                .containsOnlyKeys("ro", "move_into", "rw")
                .containsEntry("ro", List.of(Reason.of(Kind.EVERYBODY)));
        assertThat(off.reasons(invalid, NOTHING)).isEmpty();
    }

    private static GrantFacts facts(Map<Long, Set<Permission>> direct) {
        return new GrantFacts(direct, List.of());
    }

    private static AccessRules rules(boolean groupSupport, Set<String> always, Set<String> customerAlways) {
        return new AccessRules(
                groupSupport,
                List.of("ro", "move_into", "rw"),
                List.of(Context.SAME_CUSTOMER, Context.OTHER_CUSTOMERS),
                always,
                customerAlways);
    }
}
