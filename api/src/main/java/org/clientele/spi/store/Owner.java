package org.clientele.spi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A reference to a person: everything that hangs on a customer user hangs on its id.
 *
 * @param id the number of the reference
 * @param sourceId the source that owns the login
 * @param loginKey the order key of the login
 * @param login the login as stored in the source
 * @param nativeId the storage's stable identity, empty if it has none
 * @param confirmedAt when the ownership was last confirmed
 */
public record Owner(
        long id, String sourceId, String loginKey, String login, Optional<String> nativeId, Instant confirmedAt) {}
