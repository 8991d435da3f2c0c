package org.clientele.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditEntity;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditSubject;
import org.clientele.spi.store.StoredAudit.Rewritten;

/** Wipes one person out of the entries, portion by portion; each walk goes on behind what it has rewritten. */
final class AuditRewriting {

    private static final int AT_ONCE = 200;
    private static final int OF_A_CALL = 1_000;

    private final StoreCalls calls;
    private final Optional<Long> person;
    private final List<String> keys;
    private final String newLogin;
    private final String mark;

    /** @param keys of the person's logins */
    AuditRewriting(StoreCalls calls, Optional<Long> person, Set<String> keys, String newLogin, String mark) {
        this.calls = calls;
        this.person = person;
        this.keys = keys.stream().sorted().toList();
        this.newLogin = newLogin;
        this.mark = mark;
    }

    /** Finds entries behind an id. */
    private interface Walk extends BiFunction<String, EntityManager, List<AuditRow>> {}

    /**
     * How far a rewriting is.
     *
     * @param walk the number of the walk
     * @param behind the id of the last entry, empty before the first
     */
    private record Place(int walk, String behind) {
        static Place of(String text) {
            int end = text.indexOf(':');
            return new Place(Integer.parseInt(text.substring(0, end)), text.substring(end + 1));
        }

        String text() {
            return walk + ":" + behind;
        }
    }

    /** Goes on behind the place of the call before. */
    Rewritten run(Optional<String> after) throws StoreUnavailableException {
        List<Walk> walks = walks();
        Place place = after.map(Place::of).orElse(new Place(0, ""));
        int rewritten = 0;
        while (place.walk() < walks.size() && rewritten < OF_A_CALL) {
            Walk walk = walks.get(place.walk());
            String behind = place.behind();
            List<AuditRow> rows = calls.write(entities -> portion(walk, behind, entities));
            rewritten += rows.size();
            place = rows.size() < AT_ONCE
                    ? new Place(place.walk() + 1, "")
                    : new Place(place.walk(), rows.get(rows.size() - 1).entry().id());
        }
        return new Rewritten(
                rewritten,
                Optional.of(place).filter(some -> some.walk() < walks.size()).map(Place::text));
    }

    private List<Walk> walks() {
        List<Walk> walks = new ArrayList<>();
        person.ifPresent(reference ->
                walks.add((after, entities) -> AuditQuery.aboutPerson(reference, after, AT_ONCE, entities)));
        for (String key : keys) {
            for (String column : List.of("subject", "other")) {
                walks.add((after, entities) -> AuditQuery.aboutLogin(column, key, after, AT_ONCE, entities));
            }
        }
        return walks;
    }

    private List<AuditRow> portion(Walk walk, String after, EntityManager entities) {
        List<AuditRow> rows = walk.apply(after, entities);
        List<AuditRow> wiped = rows.stream()
                .map(row -> new AuditRow(wiped(row.entry()), row.person()))
                .toList();
        AuditStatements.rewrite(wiped, entities);
        return rows;
    }

    private AuditEntry wiped(AuditEntry entry) {
        AuditEntry wiped = entry.withoutPersonalValues(mark);
        return new AuditEntry(
                wiped.id(),
                wiped.at(),
                wiped.actor(),
                wiped.action(),
                wiped(wiped.subject()),
                wiped.other().map(this::wiped),
                wiped.source(),
                wiped.changes(),
                wiped.outcome(),
                "");
    }

    /** A person is related to groups and customers, never to another person: each login in his entries is his. */
    private AuditSubject wiped(AuditSubject subject) {
        return subject.entity() == AuditEntity.CUSTOMER_USER ? AuditSubject.customerUser(newLogin) : subject;
    }
}
