package org.clientele.internal;

import java.util.Collection;
import java.util.List;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.StoreUnavailableException;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.ReservedKeys.Value;
import org.clientele.spi.store.Owner;

/** How records of one kind get another id, so that whatever hangs on them follows. */
interface Renamer {

    /** What a source does to the record. */
    @FunctionalInterface
    interface Step {
        void run() throws DirectoryException;
    }

    /** Who records how an unfinished rename came to its end. */
    @FunctionalInterface
    interface Witness {
        void ended(Ended ended);
    }

    /**
     * That an unfinished rename came to its end.
     *
     * @param renamed whether it was finished; else it was taken back
     * @param note what there is to say about it, may be empty
     */
    record Ended(boolean renamed, String note) {}

    /**
     * Settles what was left unfinished for any of these ids.
     *
     * @throws AlreadyExistsException if one of them is being renamed at this moment
     */
    void settle(Collection<String> ids) throws AlreadyExistsException, StoreUnavailableException;

    /** Whether a rename from or to an id is not finished; {@code owners} are those remembered for it. */
    boolean isUnfinished(String id, List<Owner> owners) throws StoreUnavailableException;

    /** What nobody else may write meanwhile. */
    List<Value> reserved(String id, String newId);

    /**
     * Carries a rename out. What {@link #reserved} says is reserved.
     *
     * @param hit the record, whose source certainly owns it
     * @return what became of the customer users of a customer
     */
    List<MovedCustomerUsers> rename(Hit hit, String newId, Actor actor, Step step) throws DirectoryException;
}
