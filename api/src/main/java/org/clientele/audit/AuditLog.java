package org.clientele.audit;

import java.util.Optional;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was changed through the directory. An OSGi service; any thread may call.
 *
 * <p>Each change is recorded before it is made, and its outcome afterwards. Input that breaks a rule is refused before
 * anything is recorded. Whoever reads it here reads everything: what people may see is for the caller to decide, see
 * {@link AuditEntry#withoutPersonalValues}.
 */
@ProviderType
public interface AuditLog {

    /** The most entries of a page. */
    int MOST_ENTRIES = 1000;

    /**
     * A page of entries, the newest first.
     *
     * @param after {@link AuditPage#next} of the page before; empty for the first
     * @param limit at most so many entries, 1 to {@link #MOST_ENTRIES}
     * @throws InvalidInputException if the limit is out of bounds, or there is no such page
     */
    AuditPage list(AuditFilter filter, Optional<String> after, int limit)
            throws InvalidInputException, StoreUnavailableException;
}
