package org.clientele.admin.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.clientele.Password;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Generated passwords between the request that made them and the page that shows them, once and only to the administrator who
 * caused them. They are kept in memory alone, never in an address or a session, and five minutes at most.
 */
@Component(service = GeneratedPasswords.class, immediate = true)
public final class GeneratedPasswords {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 100;

    /**
     * A generated password.
     *
     * @param login whose it is
     */
    public record Entry(String login, Password password) {}

    private record Kept(String administrator, Instant until, Entry entry) {}

    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Clock clock;

    @Activate
    public GeneratedPasswords() {
        this(Clock.systemUTC());
    }

    GeneratedPasswords(Clock clock) {
        this.clock = clock;
    }

    /**
     * Keeps a password for the next page of {@code administrator}; a later one of the same name replaces it, and the oldest
     * gives way if there are too many.
     */
    public synchronized void keep(String administrator, String login, Password password) {
        dropExpired();
        kept.removeIf(one ->
                one.administrator().equals(administrator) && one.entry().login().equals(login));
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        kept.addLast(new Kept(administrator, clock.instant().plus(LIFE), new Entry(login, password)));
    }

    /** The passwords for {@code administrator}, which are gone afterwards. */
    public synchronized List<Entry> take(String administrator) {
        dropExpired();
        List<Entry> taken = new ArrayList<>();
        kept.removeIf(one -> one.administrator().equals(administrator) && taken.add(one.entry()));
        return taken;
    }

    private void dropExpired() {
        Instant now = clock.instant();
        kept.removeIf(one -> one.until().isBefore(now));
    }
}
