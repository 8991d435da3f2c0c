package org.clientele.spi.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clientele.DisabledHere;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/** All that is kept about persons, for whoever tells a person what is known about him, and for whoever wipes it. */
@ProviderType
public interface KeptPersons {

    /**
     * All references that have, or had, one of these login keys: also those that own no login, and those that refer to nobody
     * any more.
     *
     * @param loginKeys see {@link Claim#loginKey}
     * @return in the order of their numbers
     */
    List<Reference> references(Collection<String> loginKeys) throws StoreUnavailableException;

    /**
     * A reference, whatever has become of it.
     *
     * @param owner the reference
     * @param active whether it owns its login now
     * @param gone whether it refers to nobody any more, see {@link DirectoryStore#depart}
     * @param disabled that the person was disabled here, empty if not
     */
    record Reference(Owner owner, boolean active, boolean gone, Optional<DisabledHere> disabled) {}

    /** The tokens of a person that were not used, in the order of their purposes; expired ones too, until they are swept. */
    List<KeptToken> tokens(long reference) throws StoreUnavailableException;

    /**
     * A token, without what proves it.
     *
     * @param purpose what it is good for
     * @param expiresAt from when on it is worth nothing
     */
    record KeptToken(String purpose, Instant expiresAt) {}

    /** How much hangs on some references. */
    Amounts amounts(Collection<Long> references) throws StoreUnavailableException;

    /**
     * How much hangs on references.
     *
     * @param preferences how many preferences
     * @param tokens how many tokens
     * @param permissions how many permissions that were given to the person
     * @param assignments how many customers that were assigned
     */
    record Amounts(int preferences, int tokens, int permissions, int assignments) {

        /** Nothing. */
        public static final Amounts NONE = new Amounts(0, 0, 0, 0);

        /** Both together. */
        public Amounts plus(Amounts others) {
            return new Amounts(
                    preferences + others.preferences,
                    tokens + others.tokens,
                    permissions + others.permissions,
                    assignments + others.assignments);
        }
    }

    /**
     * Removes preferences, tokens, permissions and assignments of a person, and the comment of the mark that he was disabled
     * here, in one transaction. The mark stays. Repeating it changes nothing.
     *
     * @return how much it was
     */
    Amounts erase(long reference) throws StoreUnavailableException;

    /**
     * Removes all that hangs on references which stand for nobody, and what they tell of somebody: login and native id. From
     * then on they refer to nobody. One transaction; repeating it changes nothing.
     *
     * <p>A reference that is marked as disabled here keeps its login and the mark, without a comment: somebody whom the source tells
     * again under that login must not be let in by having been forgotten.
     *
     * @return how much hung on them
     */
    Amounts forget(Collection<Long> references) throws StoreUnavailableException;
}
