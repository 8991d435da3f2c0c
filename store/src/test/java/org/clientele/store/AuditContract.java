package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.clientele.store.AuditFixture.ADMIN;
import static org.clientele.store.AuditFixture.NOON;
import static org.clientele.store.AuditFixture.UGLY;
import static org.clientele.store.AuditFixture.about;
import static org.clientele.store.AuditFixture.conclusion;
import static org.clientele.store.AuditFixture.done;
import static org.clientele.store.AuditFixture.relation;
import static org.clientele.store.AuditFixture.update;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.clientele.Actor;
import org.clientele.Actor.Door;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntity;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.Reservation;
import org.clientele.spi.store.StoredAudit;
import org.clientele.spi.store.StoredAudit.Intent;
import org.clientele.spi.store.StoredAudit.Rewritten;
import org.junit.jupiter.api.Test;

/** The audit, on every database; each subclass names one. */
abstract class AuditContract extends MigratedStore {

    private static final AuditSubject JOHN = AuditSubject.customerUser("john");
    private static final AuditSubject SALES = AuditSubject.group("sales");
    private static final Reservation RESERVATION =
            new Reservation("holder", new TreeSet<>(Set.of("a", "b")), Duration.ofHours(1));

    @Test
    void anEntryComesBackAsItWasNoted() throws Exception {
        AuditSubject ugly = AuditSubject.customerUser(UGLY);
        Intent intent = relation(
                AuditAction.PERMISSIONS,
                ugly,
                AuditSubject.group(UGLY),
                new AuditChange(UGLY, UGLY, ""),
                AuditChange.secret("UserPassword"),
                new AuditChange("long", "\uD83D\uDE00".repeat(2000), "\\".repeat(4000)));
        audit().intend(List.of(intent));

        assertThat(all()).containsExactly(intent.entry());
    }

    @Test
    void theLongestIdsAndNotesFit() throws Exception {
        String id = "カ".repeat(StoredAudit.LONGEST_ID);
        String name = "カ".repeat(StoredAudit.LONGEST_NAME);
        Intent intent = update(NOON, new Actor(id, Door.SCREEN, name), AuditSubject.customerUser(id));
        audit().intend(List.of(intent));
        audit().conclude(List.of(conclusion(AuditOutcome.FAILED, "カ".repeat(StoredAudit.LONGEST_NOTE), intent)));
        String values = "\\".repeat(StoredAudit.LONGEST_CHANGES / 2);
        audit().intend(List.of(update(JOHN, new AuditChange("long", values, values))));

        assertThat(all()).hasSize(2);
    }

    @Test
    void anOutcomeIsSaidOfManyAtOnce() throws Exception {
        Intent first = update(JOHN);
        Intent second = update(JOHN);
        Intent third = update(JOHN);
        audit().intend(List.of(first, second, third));
        audit().conclude(List.of(done(first, second), conclusion(AuditOutcome.REFUSED, "stale", third)));

        assertThat(all())
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.REFUSED, AuditOutcome.DONE, AuditOutcome.DONE);
    }

    @Test
    void whatWasNotConcludedStaysIntended() throws Exception {
        audit().intend(List.of(update(JOHN)));

        assertThat(all()).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.INTENDED);
    }

    @Test
    void aHeldKeyLeavesNoIntent() throws Exception {
        Intent first = update(JOHN);
        Reservation other = new Reservation("other", new TreeSet<>(Set.of("b")), Duration.ofHours(1));

        assertThat(database().store().reservations().take(RESERVATION, List.of(first)))
                .isEmpty();
        assertThat(database().store().reservations().take(other, List.of(update(JOHN))))
                .contains("b");
        assertThat(all()).containsExactly(first.entry());
    }

    @Test
    void reservationsTakeIntentAndOutcomeAlong() throws Exception {
        Intent intent = update(JOHN);
        assertThat(database()
                        .statementsOf(() -> database().store().reservations().take(RESERVATION, List.of(intent))))
                .hasSize(2);
        database().store().reservations().release(RESERVATION, List.of(done(intent)));

        assertThat(all()).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.DONE);
        assertThat(database().query("select holder from write_reservation")).isEmpty();
    }

    @Test
    void anAdditionKnowsThePersonOnceItIsConfirmed() throws Exception {
        Intent intent = update(JOHN, new AuditChange("UserEmail", "", "john@example.com"));
        database().store().reservations().take(RESERVATION, List.of(intent));
        long person = database()
                .store()
                .confirmAdded(claim("john"), RESERVATION, List.of(done(intent)))
                .id();

        assertThat(all()).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.DONE);
        assertThat(rewritten(person, "john", "gone")).isEqualTo(1);
    }

    @Test
    void aConfirmationTakesTheOutcomeAlong() throws Exception {
        Intent intent = update(JOHN);
        audit().intend(List.of(intent));
        database().store().confirm(claim("john"), List.of(done(intent)));

        assertThat(all()).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.DONE);
    }

    @Test
    void pagesAreTheWholeNewestFirst() throws Exception {
        List<AuditEntry> noted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            List<Intent> some =
                    IntStream.range(0, 5).mapToObj(any -> update(JOHN)).toList();
            audit().intend(some);
            some.forEach(intent -> noted.add(intent.entry()));
        }
        Collections.reverse(noted);

        assertThat(walked(AuditFilter.ALL, 4)).isEqualTo(noted);
        assertThat(walked(AuditFilter.about(JOHN), 4)).isEqualTo(noted);
    }

    @Test
    void entriesAreFoundByWhatTheyAreAbout() throws Exception {
        Intent john = update(JOHN);
        Intent given = relation(AuditAction.PERMISSIONS, JOHN, SALES);
        Intent sales = update(SALES);
        Intent customer = update(AuditSubject.customer("john"));
        Intent renamed = relation(AuditAction.RENAME, JOHN, AuditSubject.customerUser("John"));
        audit().intend(List.of(john, given, sales, customer, renamed));

        assertThat(listed(AuditFilter.about(AuditSubject.customerUser("JOHN"))))
                .containsExactly(ids(renamed, given, john));
        assertThat(listed(AuditFilter.about(SALES))).containsExactly(ids(sales, given));
        assertThat(listed(filter(Optional.of(AuditEntity.CUSTOMER), Optional.empty())))
                .containsExactly(ids(customer));
        assertThat(listed(filter(Optional.empty(), Optional.of("john"))))
                .containsExactly(ids(renamed, customer, given, john));
    }

    @Test
    void entriesAreFoundByOriginActionOutcomeAndTime() throws Exception {
        Intent early = update(NOON.minusMillis(1), new Actor("O'Brien", Door.SHELL, ""), JOHN);
        Intent noon = update(NOON, ADMIN, JOHN);
        Intent late = relation(AuditAction.ASSIGNMENT, JOHN, AuditSubject.customer("acme"));
        audit().intend(List.of(early, noon, late));
        audit().conclude(List.of(done(noon)));
        Optional<String> none = Optional.empty();

        assertThat(listed(AuditFilter.ALL.by(Optional.of("O'Brien")))).containsExactly(ids(early));
        assertThat(listed(new AuditFilter(
                        Optional.empty(),
                        none,
                        none,
                        Optional.of(Door.SCREEN),
                        Optional.of(AuditAction.UPDATE),
                        Optional.of(AuditOutcome.DONE),
                        Optional.of(NOON),
                        Optional.of(NOON.plusMillis(1)))))
                .containsExactly(ids(noon));
        assertThat(listed(new AuditFilter(
                        Optional.empty(),
                        none,
                        none,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(NOON))))
                .containsExactly(ids(early));
    }

    @Test
    void aPersonIsWipedOutOfHisEntriesAndNobodyElse() throws Exception {
        AuditChange email = new AuditChange("UserEmail", "", "john@example.com");
        AuditChange validity = new AuditChange("ValidID", "1", "2");
        Intent known = about(7, update(AuditSubject.customerUser("formerly"), email, validity));
        Intent given = about(7, relation(AuditAction.PERMISSIONS, JOHN, SALES, new AuditChange("ro", "", "ro")));
        Intent unknown = update(AuditSubject.customerUser("JOHN"), email);
        Intent renamed = relation(AuditAction.RENAME, AuditSubject.customerUser("old"), JOHN, email);
        Intent another = about(8, update(JOHN, email));
        Intent customer = update(AuditSubject.customer("john"), new AuditChange("CustomerCompanyName", "", "John"));
        audit().intend(List.of(known, given, unknown, renamed, another, customer));
        audit().conclude(List.of(conclusion(AuditOutcome.FAILED, "john was too long", known)));
        assertThat(audit().about(Optional.of(7L), Set.of("John"), 10))
                .extracting(AuditEntry::id)
                .containsExactly(
                        known.entry().id(),
                        given.entry().id(),
                        unknown.entry().id(),
                        renamed.entry().id());
        assertThat(audit().about(Optional.of(7L), Set.of("John"), 2)).hasSize(2);
        assertThat(audit().count(Optional.of(7L), Set.of("John"), 10)).isEqualTo(4);
        assertThat(audit().count(Optional.empty(), Set.of(), 10)).isZero();
        assertThat(audit().about(Optional.empty(), Set.of(), 2)).isEmpty();

        assertThat(rewritten(7, "John", "anonymous-1")).isEqualTo(4);

        AuditChange wiped = new AuditChange("UserEmail", "", "*");
        AuditSubject nobody = AuditSubject.customerUser("anonymous-1");
        assertThat(all())
                .extracting(AuditEntry::subject, AuditEntry::other, AuditEntry::changes, AuditEntry::note)
                .containsExactly(
                        row(customer.entry()),
                        row(another.entry()),
                        tuple(nobody, Optional.of(nobody), List.of(wiped), ""),
                        tuple(nobody, Optional.empty(), List.of(wiped), ""),
                        tuple(nobody, Optional.of(SALES), given.entry().changes(), ""),
                        tuple(nobody, Optional.empty(), List.of(wiped, validity), ""));
        assertThat(rewritten(7, "John", "anonymous-1")).as("by reference alone").isEqualTo(2);
    }

    @Test
    void manyEntriesAreWipedInPortions() throws Exception {
        for (int i = 0; i < 3; i++) {
            audit().intend(IntStream.range(0, 150)
                    .mapToObj(any -> about(7, update(JOHN)))
                    .toList());
        }

        assertThat(rewritten(7, "john", "gone")).isEqualTo(450);
        assertThat(listed(AuditFilter.about(JOHN))).isEmpty();
    }

    @Test
    void aCallGoesThroughABoundedNumberOfEntriesAndTheNextGoesOn() throws Exception {
        for (int i = 0; i < 10; i++) {
            audit().intend(IntStream.range(0, 150)
                    .mapToObj(any -> about(7, update(JOHN)))
                    .toList());
        }
        assertThat(audit().count(Optional.of(7L), Set.of("John"), 10_000)).isEqualTo(1500);
        assertThat(audit().count(Optional.of(7L), Set.of("John"), 1200)).isEqualTo(1200);

        Rewritten first = audit().rewrite(Optional.of(7L), Set.of("John"), "gone", "*", Optional.empty());
        assertThat(first.entries()).isEqualTo(1000);
        assertThat(audit().list(AuditFilter.about(JOHN), Optional.empty(), 1000))
                .hasSize(500);

        Rewritten second = audit().rewrite(Optional.of(7L), Set.of("John"), "gone", "*", first.next());
        assertThat(second).isEqualTo(new Rewritten(500, Optional.empty()));
        assertThat(listed(AuditFilter.about(JOHN))).isEmpty();
    }

    private int rewritten(long person, String login, String newLogin) throws StoreUnavailableException {
        Rewritten rewritten = audit().rewrite(Optional.of(person), Set.of(login), newLogin, "*", Optional.empty());
        assertThat(rewritten.next()).isEmpty();
        return rewritten.entries();
    }

    @Test
    void oldEntriesAreSwept() throws Exception {
        Intent old = update(NOON.minusMillis(1), ADMIN, JOHN);
        Intent noon = update(NOON, ADMIN, JOHN);
        audit().intend(List.of(old, noon));

        assertThat(audit().sweep(NOON)).isTrue();
        assertThat(all()).containsExactly(noon.entry());
    }

    private static Tuple row(AuditEntry entry) {
        return tuple(entry.subject(), entry.other(), entry.changes(), entry.note());
    }

    private StoredAudit audit() {
        return database().store().audit();
    }

    private List<AuditEntry> all() throws StoreUnavailableException {
        return audit().list(AuditFilter.ALL, Optional.empty(), 1000);
    }

    private List<String> listed(AuditFilter filter) throws StoreUnavailableException {
        return audit().list(filter, Optional.empty(), 1000).stream()
                .map(AuditEntry::id)
                .toList();
    }

    private static String[] ids(Intent... intents) {
        return Stream.of(intents).map(intent -> intent.entry().id()).toArray(String[]::new);
    }

    private List<AuditEntry> walked(AuditFilter filter, int limit) throws StoreUnavailableException {
        List<AuditEntry> walked = new ArrayList<>();
        Optional<String> after = Optional.empty();
        List<AuditEntry> page;
        do {
            page = audit().list(filter, after, limit);
            walked.addAll(page);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).id());
        } while (page.size() == limit);
        return walked;
    }

    private static AuditFilter filter(Optional<AuditEntity> entity, Optional<String> id) {
        return new AuditFilter(
                entity,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Claim claim(String login) {
        return new Claim("CustomerUser", login, login, Optional.empty());
    }
}
