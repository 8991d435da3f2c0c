package org.clientele.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.Actor;
import org.clientele.Actor.Door;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;
import org.clientele.spi.store.AuditId;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.clientele.spi.store.StoredAudit.Intent;

/** Entries for tests. */
final class AuditFixture {

    static final String UGLY = "O'Brien Ünal カス x\"y <z> ${a} 100%_\\ \\t\t\r\n\\n *()! \uD83D\uDE00";
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Actor ADMIN = new Actor("admin", Door.SCREEN, "127.0.0.1");

    private static final AtomicLong LAST = new AtomicLong();

    private AuditFixture() {}

    /** Behind those of the same moment before. */
    private static String id(Instant at) {
        return AuditId.first(at).substring(0, 16) + String.format("%016x", LAST.incrementAndGet());
    }

    static Intent update(AuditSubject subject, AuditChange... changes) {
        return intent(NOON, ADMIN, AuditAction.UPDATE, subject, Optional.empty(), changes);
    }

    static Intent update(Instant at, Actor actor, AuditSubject subject) {
        return intent(at, actor, AuditAction.UPDATE, subject, Optional.empty());
    }

    static Intent relation(AuditAction action, AuditSubject subject, AuditSubject other, AuditChange... changes) {
        return intent(NOON, ADMIN, action, subject, Optional.of(other), changes);
    }

    private static Intent intent(
            Instant at,
            Actor actor,
            AuditAction action,
            AuditSubject subject,
            Optional<AuditSubject> other,
            AuditChange... changes) {
        AuditEntry entry = new AuditEntry(
                id(at), at, actor, action, subject, other, "CustomerUser", List.of(changes), AuditOutcome.INTENDED, "");
        return new Intent(entry, Optional.empty());
    }

    static Intent about(long person, Intent intent) {
        return new Intent(intent.entry(), Optional.of(person));
    }

    static Conclusion done(Intent... intents) {
        return conclusion(AuditOutcome.DONE, "", intents);
    }

    static Conclusion conclusion(AuditOutcome outcome, String note, Intent... intents) {
        List<String> ids =
                List.of(intents).stream().map(intent -> intent.entry().id()).toList();
        return new Conclusion(ids, outcome, note, Optional.empty());
    }
}
