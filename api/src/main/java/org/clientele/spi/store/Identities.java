package org.clientele.spi.store;

import java.util.List;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/** The native identities of the persons to whom references belong. Each change is conditional on the identity that was known. */
@ProviderType
public interface Identities {

    /** The references behind this one that own their login, in the order of their numbers, with a native identity or without. */
    List<Owner> behind(long reference, int limit) throws StoreUnavailableException;

    /**
     * Gives a reference another native identity: it is the same person.
     *
     * @return whether the reference had the former identity
     */
    boolean replace(long reference, String former, String current) throws StoreUnavailableException;

    /**
     * Parts with a reference: its person is gone, and the login is somebody else's.
     *
     * @return whether the reference had the former identity
     */
    boolean part(long reference, String former) throws StoreUnavailableException;
}
