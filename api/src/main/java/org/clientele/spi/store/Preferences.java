package org.clientele.spi.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.TextPattern;
import org.osgi.annotation.versioning.ProviderType;

/** Values by person and key. Keys are compared exactly. */
@ProviderType
public interface Preferences {

    /** All values of a person by key, in the order of the keys. */
    Map<String, String> of(long reference) throws StoreUnavailableException;

    /**
     * Stores a value under a key, in place of the one before.
     *
     * @param most how many keys a person may have
     * @return whether it was stored; not if it were one key too many
     */
    boolean set(long reference, String key, String value, int most) throws StoreUnavailableException;

    /**
     * Removes a key.
     *
     * @return whether there was one
     */
    boolean remove(long reference, String key) throws StoreUnavailableException;

    /**
     * Persons who own their login and have a value under a key, in the order of their login keys.
     *
     * @param value what the value has to match, without regard to case; empty for any value
     * @param limit the most that are answered
     */
    List<Match> search(String key, Optional<TextPattern> value, int limit) throws StoreUnavailableException;

    /** A person and his value. */
    record Match(Owner owner, String value) {}
}
