package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Permission;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredAssignments;
import org.clientele.spi.store.StoredGroups;
import org.clientele.spi.store.StoredGroups.Added;
import org.clientele.spi.store.StoredPermissions;
import org.clientele.spi.store.StoredPermissions.Kind;

/** Groups, people and customers for tests of what they may do. */
abstract class AccessFixture extends MigratedStore {

    static final String ACTOR = "admin";
    static final int PLENTY = 1000;
    static final String FACE = "\uD83D\uDE00";
    static final String OTHER_FACE = "\uD83D\uDE01";

    /** Before the faces by code point, behind them by UTF-16 unit. */
    static final String WIDE_TILDE = "\uFF5E";

    static final Permission RO = Permission.of("ro");
    static final Permission RW = Permission.of("rw");
    static final Permission OTHERS_RO = new Permission(Context.OTHER_CUSTOMERS, "ro");

    final StoredGroups groups() {
        return database().store().groups();
    }

    final StoredPermissions permissions() {
        return database().store().permissions();
    }

    final StoredAssignments assignments() {
        return database().store().assignments();
    }

    final Group group(String name) throws StoreUnavailableException {
        return ((Added.Done) groups().add(name, "", Validity.VALID, PLENTY, ACTOR)).group();
    }

    final long person(String login) throws StoreUnavailableException {
        return owner(login, "CustomerUser").id();
    }

    final Owner owner(String login, String source) throws StoreUnavailableException {
        return database().store().confirm(new Claim(source, OrderKey.of(login), login, Optional.empty()));
    }

    final long customer(String id) throws StoreUnavailableException {
        return database().store().customers().reference(OrderKey.of(id), id).id();
    }

    /** To somebody who has nothing in the group yet. */
    final void give(Kind kind, long reference, long group, Permission... permissions) throws StoreUnavailableException {
        List<StoredPermissions.RowChange> change =
                List.of(new StoredPermissions.RowChange(kind, reference, group, Set.of(), Set.of(permissions)));
        assertThat(permissions().change(change, ACTOR)).isEqualTo(change);
    }

    final void assign(long reference, long... customers) throws StoreUnavailableException {
        List<StoredAssignments.RowChange> changes = LongStream.of(customers)
                .mapToObj(customer -> new StoredAssignments.RowChange(reference, customer, true))
                .toList();
        assertThat(assignments().change(changes, PLENTY, ACTOR)).isEqualTo(changes);
    }

    static <T> List<T> twentyAtOnce(IntFunction<Callable<T>> call) throws Exception {
        return StoreContract.atOnce(IntStream.range(0, 20).mapToObj(call).toList());
    }
}
