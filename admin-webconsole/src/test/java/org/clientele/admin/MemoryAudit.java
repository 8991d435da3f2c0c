package org.clientele.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.Actor.Door;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditLog;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditPage;
import org.clientele.audit.AuditSubject;

/** Entries in memory, filtered by what an entry is about alone; it remembers what it was asked. */
final class MemoryAudit implements AuditLog {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<AuditEntry> entries = new ArrayList<>();
    private AuditFilter asked = AuditFilter.ALL;
    private boolean down;

    void setDown(boolean value) {
        down = value;
    }

    /** What the last question was. */
    AuditFilter asked() {
        return asked;
    }

    void add(AuditAction action, AuditSubject subject, AuditSubject other, AuditChange... changes) {
        add(action, subject, Optional.of(other), AuditOutcome.DONE, "", changes);
    }

    void add(AuditAction action, AuditSubject subject, AuditChange... changes) {
        add(action, subject, Optional.empty(), AuditOutcome.DONE, "", changes);
    }

    void add(
            AuditAction action,
            AuditSubject subject,
            Optional<AuditSubject> other,
            AuditOutcome outcome,
            String note,
            AuditChange... changes) {
        entries.add(new AuditEntry(
                String.format("%032x", entries.size() + 1),
                NOON,
                new Actor("O'Brien <admin>", Door.SCREEN, "192.0.2.7"),
                action,
                subject,
                other,
                "CustomerUser",
                List.of(changes),
                outcome,
                note));
    }

    @Override
    public AuditPage list(AuditFilter filter, Optional<String> after, int limit)
            throws InvalidInputException, StoreUnavailableException {
        asked = filter;
        if (down) {
            throw new StoreUnavailableException(StoreUnavailableException.NOTICE);
        }
        if (after.isPresent() && !after.get().matches("[0-9a-f]{32}")) {
            throw new InvalidInputException("after", "There is no such page; start at the first.");
        }
        List<AuditEntry> found = entries.stream()
                .filter(entry ->
                        filter.id().isEmpty() || isAbout(entry, filter.id().get()))
                .filter(entry -> after.isEmpty() || entry.id().compareTo(after.get()) < 0)
                .sorted(Comparator.comparing(AuditEntry::id).reversed())
                .toList();
        List<AuditEntry> page = found.subList(0, Math.min(limit, found.size()));
        return new AuditPage(
                page,
                Optional.of(found.size() > limit)
                        .filter(more -> more)
                        .map(more -> page.get(limit - 1).id()));
    }

    private static boolean isAbout(AuditEntry entry, String id) {
        return entry.subject().id().equals(id)
                || entry.other().filter(other -> other.id().equals(id)).isPresent();
    }
}
