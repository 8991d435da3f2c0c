package org.clientele.admin.relation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What administrators changed of late, so that the page after a change can tell it and take it back. It is kept in memory alone,
 * for half an hour at most, and shown to nobody but who did it.
 */
@Component(service = RecentChanges.class, immediate = true)
public final class RecentChanges {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int MOST = 100;

    private record Kept(String key, String administrator, Instant until, Saved saved) {}

    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Clock clock;

    @Activate
    public RecentChanges() {
        this(Clock.systemUTC());
    }

    RecentChanges(Clock clock) {
        this.clock = clock;
    }

    /**
     * Keeps what an administrator changed; the oldest gives way if there is too much.
     *
     * @return the key to find it by
     */
    synchronized String keep(String administrator, Saved saved) {
        dropExpired();
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        String key = UUID.randomUUID().toString();
        kept.addLast(new Kept(key, administrator, clock.instant().plus(LIFE), saved));
        return key;
    }

    /** What an administrator changed in a relation, empty if it is not kept any more. */
    synchronized Optional<Saved> find(String administrator, String relation, String key) {
        dropExpired();
        return kept.stream()
                .filter(one -> one.key().equals(key) && one.administrator().equals(administrator))
                .map(Kept::saved)
                .filter(saved -> saved.relation().equals(relation))
                .findFirst();
    }

    synchronized void forget(String key) {
        kept.removeIf(one -> one.key().equals(key));
    }

    private void dropExpired() {
        Instant now = clock.instant();
        kept.removeIf(one -> one.until().isBefore(now));
    }
}
