package org.clientele.spi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A reference to a person: everything that hangs on a customer user hangs on its id.
 *
 * @param id the number of the reference
 * @param sourceId the source that owns the login
 * @param loginKey see {@link Claim#loginKey}
 * @param login the login as stored in the source
 * @param nativeId the storage's stable identity, empty if it has none
 * @param confirmedAt when the ownership was last confirmed
 * @param pending the login that the person is being renamed to; until that is finished the source has one of the two
 */
public record Owner(
        long id,
        String sourceId,
        String loginKey,
        String login,
        Optional<String> nativeId,
        Instant confirmedAt,
        Optional<NewLogin> pending) {

    /**
     * A login that somebody is to have.
     *
     * @param key see {@link Claim#loginKey}
     * @param login as it will be stored in the source
     */
    public record NewLogin(String key, String login) {}
}
