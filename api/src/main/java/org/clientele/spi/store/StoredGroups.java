package org.clientele.spi.store;

import java.util.List;
import java.util.Optional;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.osgi.annotation.versioning.ProviderType;

/** Groups. Names are unique by their order keys, whoever writes. Lengths are checked before. */
@ProviderType
public interface StoredGroups {

    /** All groups in the order of the order keys of their names, see {@link org.clientele.spi.OrderKey}. One statement. */
    List<Group> all() throws StoreUnavailableException;

    /**
     * Adds a group; its version is 1.
     *
     * @param most how many groups there may be afterwards, about
     * @return what became of it
     */
    Added add(String name, String comment, Validity validity, int most, String actor) throws StoreUnavailableException;

    /** What became of an addition. */
    sealed interface Added {
        /** It was added. */
        record Done(Group group) implements Added {}

        /** Another group has the name. */
        record NameTaken() implements Added {}

        /** There are as many as there may be. */
        record Full() implements Added {}
    }

    /**
     * Changes the group with the id of {@code group} if it still has its version; the version grows by one.
     *
     * @return what became of it; that it is stale is said before that the name is taken
     */
    Updated update(Group group, String actor) throws StoreUnavailableException;

    /** What became of an update. */
    sealed interface Updated {
        /** It was changed; the group as it is now. */
        record Done(Group group) implements Updated {}

        /** Another group has the name. */
        record NameTaken() implements Updated {}

        /** The group has another version by now; as it is. */
        record Stale(Group group) implements Updated {}

        /** There is no such group. */
        record Missing() implements Updated {}
    }

    /** The group with an id. */
    Optional<Group> find(long id) throws StoreUnavailableException;
}
