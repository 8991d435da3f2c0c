package org.clientele.spi.store;

import java.util.List;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Renames of customer users. A rename is noted here before the source carries it out and finished here afterwards, so that
 * whoever comes after a process that died in between sees from the source which of the two it is. Each step is conditional and
 * may be repeated.
 */
@ProviderType
public interface Renames {

    /**
     * Notes that the person of the claim is to have another login. A reference is made if there is none.
     *
     * @return the reference as it is now; if its {@link Owner#pending} is another login, an earlier rename is not finished,
     *     and nothing was noted
     */
    Owner begin(Claim claim, Owner.NewLogin to) throws StoreUnavailableException;

    /**
     * Gives the reference its new login. Other references of the source for that login refer to nobody from then on.
     *
     * @param pending as {@link #begin} or {@link #unfinished} answered it
     * @return whether the rename was still pending
     */
    boolean finish(Owner pending) throws StoreUnavailableException;

    /**
     * Leaves the reference at its login, because the source has not carried the rename out.
     *
     * @param pending as {@link #begin} or {@link #unfinished} answered it
     * @return whether the rename was still pending
     */
    boolean abandon(Owner pending) throws StoreUnavailableException;

    /** Some references whose renames are not finished, {@code limit} at most. */
    List<Owner> unfinished(int limit) throws StoreUnavailableException;
}
