package org.clientele.spi.store;

import java.time.Instant;
import java.util.Optional;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/** Hashes of tokens, one for each person and purpose. */
@ProviderType
public interface Tokens {

    /** Keeps a hash in place of the one before for the same purpose. */
    void put(long reference, String purpose, Stored token) throws StoreUnavailableException;

    /** The hash that is kept, whether or not it has expired. */
    Optional<Stored> get(long reference, String purpose) throws StoreUnavailableException;

    /**
     * Removes the hash if it is still this one.
     *
     * @return whether it was; of several who remove the same one at once, one is told so
     */
    boolean use(long reference, String purpose, Stored token) throws StoreUnavailableException;

    /** Forgets what expired before a moment. */
    void sweep(Instant now) throws StoreUnavailableException;

    /**
     * What is kept of a token.
     *
     * @param hash at most 64 letters and digits
     * @param expiresAt in whole milliseconds
     */
    record Stored(String hash, Instant expiresAt) {}
}
