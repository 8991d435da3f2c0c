package org.clientele.internal;

import java.util.List;
import java.util.Optional;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditLog;
import org.clientele.audit.AuditPage;
import org.clientele.spi.store.AuditId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link AuditLog}. */
@Component(service = AuditLog.class)
public final class KeptAudit implements AuditLog {
    private final Memory memory;

    @Activate
    public KeptAudit(@Reference Memory memory) {
        this.memory = memory;
    }

    @Override
    public AuditPage list(AuditFilter filter, Optional<String> after, int limit)
            throws InvalidInputException, StoreUnavailableException {
        if (limit < 1 || limit > MOST_ENTRIES) {
            String message = "The limit must be from 1 to " + MOST_ENTRIES + ".";
            throw new InvalidInputException("limit", Fault.of(Fault.Kind.BAD_LIMIT, message, MOST_ENTRIES));
        }
        if (after.isPresent() && !AuditId.isOne(after.get())) {
            throw new InvalidInputException("after", "There is no such page; start at the first.");
        }
        if (!isPossible(filter)) {
            return new AuditPage(List.of(), Optional.empty());
        }
        List<AuditEntry> found = memory.look(s -> s.audit().list(filter, after, limit + 1));
        boolean more = found.size() > limit;
        List<AuditEntry> page = more ? found.subList(0, limit) : found;
        return new AuditPage(page, more ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
    }

    /** No entry has what no database takes. */
    private static boolean isPossible(AuditFilter filter) {
        return filter.id().map(AuditText::isClean).orElse(true)
                && filter.actor().map(AuditText::isClean).orElse(true);
    }
}
