package org.clientele.admin.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What became of a change, between the request that made it and the page that says so, once and to whoever made it. */
@Component(service = OneTimeNotices.class, immediate = true)
public final class OneTimeNotices {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 100;

    private record Kept(String administrator, String id, Instant until, List<String> sentences) {}

    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Clock clock;

    @Activate
    public OneTimeNotices() {
        this(Clock.systemUTC());
    }

    OneTimeNotices(Clock clock) {
        this.clock = clock;
    }

    /** Keeps sentences about a record for the next page of {@code administrator} that shows it; the oldest give way. */
    public synchronized void keep(String administrator, String id, List<String> sentences) {
        Instant now = clock.instant();
        kept.removeIf(one -> one.until().isBefore(now));
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        kept.addLast(new Kept(administrator, id, now.plus(LIFE), List.copyOf(sentences)));
    }

    /** The sentences about a record for {@code administrator}, which are gone afterwards. */
    public synchronized List<String> take(String administrator, String id) {
        Instant now = clock.instant();
        List<String> taken = new ArrayList<>();
        kept.removeIf(one -> one.until().isBefore(now)
                || one.administrator().equals(administrator) && one.id().equals(id) && taken.addAll(one.sentences()));
        return taken;
    }
}
