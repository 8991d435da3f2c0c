package org.clientele.admin.web;

import java.time.Clock;
import java.time.Duration;
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

    /**
     * A generated password.
     *
     * @param login whose it is
     */
    public record Entry(String login, Password password) {}

    private final ShortMemory<Entry> passwords;

    @Activate
    public GeneratedPasswords() {
        this(Clock.systemUTC());
    }

    GeneratedPasswords(Clock clock) {
        this.passwords = new ShortMemory<>(LIFE, clock);
    }

    /**
     * Keeps a password for the next page of {@code administrator}; a later one of the same name replaces it, and the oldest
     * gives way if there are too many.
     */
    public synchronized void keep(String administrator, String login, Password password) {
        passwords.take(administrator, login);
        passwords.keep(administrator, login, new Entry(login, password));
    }

    /** The passwords for {@code administrator}, which are gone afterwards. */
    public synchronized List<Entry> take(String administrator) {
        return passwords.take(administrator);
    }
}
