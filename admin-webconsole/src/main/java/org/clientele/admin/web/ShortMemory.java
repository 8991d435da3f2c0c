package org.clientele.admin.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What pages tell an administrator of what he did a while ago. It is kept in memory alone, for so long at most, and shown to nobody
 * but who did it; where there is too much, the oldest gives way.
 */
public final class ShortMemory<T> {
    private static final int MOST = 100;

    private record Kept<T>(String administrator, String key, Instant until, T value) {
        boolean is(String wantedAdministrator, String wantedKey) {
            return administrator.equals(wantedAdministrator) && key.equals(wantedKey);
        }
    }

    private final Deque<Kept<T>> kept = new ArrayDeque<>();
    private final Duration life;
    private final Clock clock;

    public ShortMemory(Duration life, Clock clock) {
        this.life = life;
        this.clock = clock;
    }

    public synchronized void keep(String administrator, String key, T value) {
        dropExpired();
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        kept.addLast(new Kept<>(administrator, key, clock.instant().plus(life), value));
    }

    /** What was kept for an administrator under a key, and still is. */
    public synchronized Optional<T> find(String administrator, String key) {
        dropExpired();
        return kept.stream()
                .filter(one -> one.is(administrator, key))
                .map(Kept::value)
                .findFirst();
    }

    /** All that was kept for an administrator under a key, which is gone afterwards. */
    public synchronized List<T> take(String administrator, String key) {
        return take(one -> one.is(administrator, key));
    }

    /** All that was kept for an administrator, which is gone afterwards. */
    public synchronized List<T> take(String administrator) {
        return take(one -> one.administrator().equals(administrator));
    }

    private List<T> take(Predicate<Kept<T>> wanted) {
        dropExpired();
        List<T> taken = new ArrayList<>();
        kept.removeIf(one -> wanted.test(one) && taken.add(one.value()));
        return taken;
    }

    private void dropExpired() {
        Instant now = clock.instant();
        kept.removeIf(one -> one.until().isBefore(now));
    }
}
