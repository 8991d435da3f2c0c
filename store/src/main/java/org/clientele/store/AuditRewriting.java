package org.clientele.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditEntity;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditSubject;

/** Wipes one person out of the entries, portion by portion; each walk goes on behind what it has rewritten. */
final class AuditRewriting {

    private static final int AT_ONCE = 200;

    private final StoreCalls calls;
    private final Optional<Long> person;
    private final Set<String> keys;
    private final String newLogin;
    private final String mark;

    /** @param keys of the person's logins */
    AuditRewriting(StoreCalls calls, Optional<Long> person, Set<String> keys, String newLogin, String mark) {
        this.calls = calls;
        this.person = person;
        this.keys = keys;
        this.newLogin = newLogin;
        this.mark = mark;
    }

    /** Finds entries behind an id. */
    private interface Walk extends BiFunction<String, EntityManager, List<AuditRow>> {}

    /** @return how many entries were rewritten */
    int run() throws StoreUnavailableException {
        int rewritten = 0;
        if (person.isPresent()) {
            rewritten += all((after, entities) -> AuditQuery.aboutPerson(person.get(), after, AT_ONCE, entities));
        }
        for (String key : keys) {
            for (String column : List.of("subject", "other")) {
                rewritten += all((after, entities) -> AuditQuery.aboutLogin(column, key, after, AT_ONCE, entities));
            }
        }
        return rewritten;
    }

    private int all(Walk walk) throws StoreUnavailableException {
        int rewritten = 0;
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String behind = after.get();
            List<AuditRow> rows = calls.write(entities -> portion(walk, behind, entities));
            rewritten += rows.size();
            after = rows.size() < AT_ONCE
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).entry().id());
        }
        return rewritten;
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
