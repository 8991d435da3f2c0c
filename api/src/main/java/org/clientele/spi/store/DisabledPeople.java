package org.clientele.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.clientele.DisabledHere;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/** Who was disabled here. The mark hangs on the reference, whether or not it owns its login; with a departed one it is gone. */
@ProviderType
public interface DisabledPeople {

    /**
     * The marks of these logins, in whatever source. One statement for up to 500 keys.
     *
     * @param loginKeys see {@link Claim#loginKey}
     */
    List<Mark> of(Collection<String> loginKeys) throws StoreUnavailableException;

    /** The ids of the sources that have a mark. */
    Set<String> sources() throws StoreUnavailableException;

    /** The marks in a source in the order of the references, {@code limit} at most. */
    List<Mark> in(String sourceId, int limit) throws StoreUnavailableException;

    /** How many marks a source has. */
    long count(String sourceId) throws StoreUnavailableException;

    /**
     * Disables a person, or gives the mark that he has another comment, time and author.
     *
     * @param reference see {@link Owner#id}
     * @return whether there is such a reference
     */
    boolean disable(long reference, DisabledHere mark) throws StoreUnavailableException;

    /**
     * Takes the mark away.
     *
     * @return whether there was one
     */
    boolean enable(long reference) throws StoreUnavailableException;

    /**
     * A mark.
     *
     * @param reference the reference on which it hangs
     * @param sourceId the source of the person
     * @param login his login as stored
     * @param loginKeys the keys of his login and, while he is being renamed, of the next one
     */
    record Mark(long reference, String sourceId, String login, Set<String> loginKeys, DisabledHere disabled) {
        public Mark {
            loginKeys = Set.copyOf(loginKeys);
        }
    }
}
