package org.clientele.audit;

import java.util.List;
import java.util.Optional;

/**
 * Some entries, the newest first.
 *
 * @param next where the next page starts; empty if there is none
 */
public record AuditPage(List<AuditEntry> entries, Optional<String> next) {
    public AuditPage {
        entries = List.copyOf(entries);
    }
}
