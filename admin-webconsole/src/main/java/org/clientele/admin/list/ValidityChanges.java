package org.clientele.admin.list;

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
 * What administrators did to the validity of several records of late, so that the list can tell it and take it back. It is kept in
 * memory alone, for half an hour at most, and shown to nobody but who did it.
 */
@Component(service = ValidityChanges.class, immediate = true)
public final class ValidityChanges {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int MOST = 100;

    private record Kept(String key, String administrator, Instant until, ValidityResult result) {}

    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Clock clock;

    @Activate
    public ValidityChanges() {
        this(Clock.systemUTC());
    }

    ValidityChanges(Clock clock) {
        this.clock = clock;
    }

    /** @return the key to find it by */
    synchronized String keep(String administrator, ValidityResult result) {
        dropExpired();
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        String key = UUID.randomUUID().toString();
        kept.addLast(new Kept(key, administrator, clock.instant().plus(LIFE), result));
        return key;
    }

    synchronized Optional<ValidityResult> find(String administrator, String key) {
        dropExpired();
        return kept.stream()
                .filter(one -> one.key().equals(key) && one.administrator().equals(administrator))
                .map(Kept::result)
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
