package org.clientele.admin.relation;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.clientele.admin.web.ShortMemory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What administrators changed of late, so that the page after a change can tell it and take it back. */
@Component(service = RecentChanges.class, immediate = true)
public final class RecentChanges {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final ShortMemory<Saved> changes;

    @Activate
    public RecentChanges() {
        this(Clock.systemUTC());
    }

    RecentChanges(Clock clock) {
        this.changes = new ShortMemory<>(LIFE, clock);
    }

    /**
     * Keeps what an administrator changed; the oldest gives way if there is too much.
     *
     * @return the key to find it by
     */
    String keep(String administrator, Saved saved) {
        String key = UUID.randomUUID().toString();
        changes.keep(administrator, key, saved);
        return key;
    }

    /** What an administrator changed in a relation, empty if it is not kept any more. */
    Optional<Saved> find(String administrator, String relation, String key) {
        return changes.find(administrator, key).filter(saved -> saved.relation().equals(relation));
    }

    void forget(String administrator, String key) {
        changes.take(administrator, key);
    }
}
