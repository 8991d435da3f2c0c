package org.clientele.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.spi.store.AuditId;
import org.clientele.spi.store.StoredAudit;

/** The audit in {@code audit_entry}. */
final class JpaAudit implements StoredAudit {

    private static final int AT_ONCE = 2_000;

    private final StoreCalls calls;
    private final KnownOrder order;

    JpaAudit(StoreCalls calls) {
        this.calls = calls;
        this.order = new KnownOrder(calls);
    }

    @Override
    public void intend(List<Intent> intents) throws StoreUnavailableException {
        calls.write(entities -> {
            AuditStatements.intend(intents, entities);
            return true;
        });
    }

    @Override
    public void conclude(List<Conclusion> conclusions) throws StoreUnavailableException {
        calls.write(entities -> {
            AuditStatements.conclude(conclusions, entities);
            return true;
        });
    }

    @Override
    public List<AuditEntry> list(AuditFilter filter, Optional<String> after, int limit)
            throws StoreUnavailableException {
        KeyOrder known = order.get();
        return calls.read(entities -> AuditQuery.page(filter, after, limit, known, entities)).stream()
                .map(AuditRow::entry)
                .toList();
    }

    @Override
    public Rewritten rewrite(
            Optional<Long> person, Set<String> logins, String newLogin, String mark, Optional<String> after)
            throws StoreUnavailableException {
        Set<String> keys = logins.stream().map(AuditRow::key).collect(Collectors.toSet());
        return new AuditRewriting(calls, person, keys, newLogin, mark).run(after);
    }

    @Override
    public List<AuditEntry> about(Optional<Long> person, Set<String> logins, int limit)
            throws StoreUnavailableException {
        Set<String> keys = logins.stream().map(AuditRow::key).collect(Collectors.toSet());
        return calls.read(entities -> AuditQuery.about(person, keys, limit, entities)).stream()
                .map(AuditRow::entry)
                .toList();
    }

    @Override
    public int count(Optional<Long> person, Set<String> logins, int limit) throws StoreUnavailableException {
        Set<String> keys = logins.stream().map(AuditRow::key).collect(Collectors.toSet());
        return calls.read(entities -> AuditQuery.count(person, keys, limit, entities));
    }

    @Override
    public boolean sweep(Instant before) throws StoreUnavailableException {
        String first = AuditId.first(before);
        return calls.write(entities -> AuditStatements.delete(first, AT_ONCE, entities)) < AT_ONCE;
    }
}
