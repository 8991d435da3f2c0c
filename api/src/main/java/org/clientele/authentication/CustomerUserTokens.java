package org.clientele.authentication;

import java.time.Duration;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tokens that prove that somebody received a message: for setting a forgotten password, for confirming an address. A token is
 * random (256 bits), kept as a digest alone, bound to a person and a purpose, good for one use, and expires. It stays with the
 * person when the login changes, and is worth nothing for whoever gets the login of somebody else. An OSGi service; any thread
 * may call.
 *
 * <p>All methods throw {@link org.clientele.SourceUnavailableException} if it is not certain who owns the login,
 * {@link org.clientele.SuspendedException} if the login belongs to another person than before, and
 * {@link org.clientele.StoreUnavailableException}.
 */
@ProviderType
public interface CustomerUserTokens {

    /** How long a token is good where nobody says otherwise: a day. */
    Duration DEFAULT_LIFE = Duration.ofHours(24);

    /** The longest that a token may be good: thirty days. */
    Duration LONGEST_LIFE = Duration.ofDays(30);

    /**
     * Makes a token that is good for a day.
     *
     * @see #issue(String, String, Duration)
     */
    default Optional<Token> issue(String login, String purpose) throws DirectoryException {
        return issue(login, purpose, DEFAULT_LIFE);
    }

    /**
     * Makes a token. It replaces the one that the person has for the same purpose.
     *
     * @param purpose what it is good for: 1 to 50 letters, digits, {@code .} and {@code -}, for example {@code password-reset}
     * @param life how long it is good, a second to {@link #LONGEST_LIFE}
     * @return the token; empty for a login that nobody has and for a customer user who is not valid. Who asks a stranger for a
     *     login does not tell him which
     * @throws org.clientele.InvalidInputException if {@code purpose} or {@code life} are not acceptable
     */
    Optional<Token> issue(String login, String purpose, Duration life) throws DirectoryException;

    /**
     * Uses a token up.
     *
     * @param token what somebody presents, whatever it is
     * @return whether it was the person's token for this purpose, had not expired and was not used before, and the customer user
     *     is valid. Of several who present the same token at once, one succeeds. A wrong token uses nothing up
     * @throws org.clientele.InvalidInputException if {@code purpose} is not acceptable
     */
    boolean use(String login, String purpose, String token) throws DirectoryException;
}
