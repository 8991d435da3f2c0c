package org.clientele.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.StoreUnavailableException;
import org.clientele.access.Context;
import org.clientele.access.Permission;
import org.osgi.annotation.versioning.ProviderType;

/** Permissions in groups by reference. A reference is one of a customer user ({@link Owner}) or of a customer. */
@ProviderType
public interface StoredPermissions {

    /** Whose references are meant. */
    enum Kind {
        CUSTOMER_USER,
        CUSTOMER
    }

    /**
     * A permission that a reference has in a group.
     *
     * @param group the id of the group
     */
    record Row(long reference, long group, Permission permission) {}

    /**
     * All permissions of some references, in whatever group, in any order. One statement for up to 500 references.
     */
    List<Row> of(Kind kind, Collection<Long> references) throws StoreUnavailableException;

    /** The same in one group alone. */
    List<Row> in(long group, Kind kind, Collection<Long> references) throws StoreUnavailableException;

    /** The customers that have any of these permissions in one of the groups, each once, in the order of their keys. One statement. */
    List<CustomerReference> customersWith(Collection<Long> groups, Set<Permission> any)
            throws StoreUnavailableException;

    /**
     * The customer users who have any of these permissions in the group or were assigned to a customer that has: each once, in
     * the order of their login keys. References that own no login are left out. One statement.
     *
     * @param afterKey only those whose login key is behind this one
     * @param limit the most that are answered
     */
    List<Owner> customerUsersWith(long group, Set<Permission> any, Optional<String> afterKey, int limit)
            throws StoreUnavailableException;

    /**
     * That a reference shall have other permissions in a group.
     *
     * @param before what it has; if it has something else by now, the change is left out
     * @param after what it shall have; a customer user only in the default context
     */
    record RowChange(Kind kind, long reference, long group, Set<Permission> before, Set<Permission> after) {
        public RowChange {
            before = Set.copyOf(before);
            after = Set.copyOf(after);
            boolean elsewhere = after.stream().anyMatch(permission -> permission.context() != Context.SAME_CUSTOMER);
            if (kind == Kind.CUSTOMER_USER && elsewhere) {
                throw new IllegalArgumentException("Customer users have no permissions in another context");
            }
        }
    }

    /**
     * Makes changes in one transaction. Of two who change the same reference and group at once, one comes after the other; so
     * do several changes of the same reference and group in one call.
     *
     * @param changes at most 200; those of groups or references that do not exist are left out
     * @return the changes that were made, in their order
     */
    List<RowChange> change(List<RowChange> changes, String actor) throws StoreUnavailableException;
}
