package org.clientele.nodes;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.AlreadyExistsException;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.Validity;
import org.clientele.access.Assignments.Assignment;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerUpdate;

/**
 * Nodes with two sources of customers and three of customer users: {@code CustomerUser}, whose people may name further customers,
 * {@code CustomerUser1}, and {@code CustomerUser2}, which takes no changes. And short ways to use them.
 */
final class CompanyNodes {
    static final String READ_ONLY = "CustomerUser2";
    static final String OTHER_COMPANIES = "CustomerCompany1";

    static final String FURTHER = "UserCustomerIDs | Customers | customer_ids | 1 | 0 | var | | 0 | |";
    private static final Map<String, String> TIMES = Map.of("answerTimeLimit", "20");

    private CompanyNodes() {}

    /** Makes the tables that the store does not make. */
    static void prepare(String url) throws Exception {
        try (Node alone = Node.open(url, new Seam())) {
            alone.execute(
                    "alter table customer_user add column if not exists customer_ids varchar(250)",
                    "create table if not exists other_user as select * from customer_user where 1 = 0",
                    "create table if not exists foreign_user as select * from customer_user where 1 = 0",
                    "create table if not exists other_company as select * from customer_company where 1 = 0");
        }
    }

    static Node open(String url, Seam seam) throws Exception {
        return open(url, seam, TIMES);
    }

    /** @param keys of all sources */
    static Node open(String url, Seam seam, Map<String, String> keys) throws Exception {
        Map<String, Map<String, String>> sources = Map.of(
                "CustomerUser",
                NodeTest.merged(keys, Map.of("map.17", FURTHER, "customerCompanySupport", "1")),
                NodeTest.SECOND,
                NodeTest.merged(keys, Map.of("table", "other_user")),
                READ_ONLY,
                NodeTest.merged(keys, Map.of("table", "foreign_user", "readOnly", "1")),
                "CustomerCompany",
                keys,
                OTHER_COMPANIES,
                NodeTest.merged(keys, Map.of("table", "other_company")));
        return Node.open(url, seam, sources, Map.of("groupSupport", "1"));
    }

    /** A customer whose name nobody else has, nor will. */
    static Customer customer(Node node, String slot, String customerId) throws DirectoryException {
        return customer(node, slot, customerId, "Name " + UUID.randomUUID(), Validity.VALID);
    }

    static Customer customer(Node node, String slot, String customerId, String name, Validity validity)
            throws DirectoryException {
        Map<String, String> fields = Map.of(
                "CustomerID", customerId, "CustomerCompanyName", name, "ValidID", Integer.toString(validity.id()));
        return node.customers().add(new Addition(slot, fields, Optional.empty(), Actor.program("test")));
    }

    static CustomerUser user(Node node, String slot, String login, String customerId, Validity validity)
            throws DirectoryException {
        return user(node, slot, login, customerId, validity, Map.of());
    }

    static CustomerUser user(
            Node node, String slot, String login, String customerId, Validity validity, Map<String, String> more)
            throws DirectoryException {
        Map<String, String> fields = Map.of(
                "UserLogin",
                login,
                "UserEmail",
                "e" + Integer.toHexString(login.hashCode()) + "@example.com",
                "UserFirstname",
                "First",
                "UserLastname",
                "Last",
                "UserCustomerID",
                customerId,
                "ValidID",
                Integer.toString(validity.id()));
        return node.users()
                .add(new Addition(slot, NodeTest.merged(fields, more), Optional.empty(), Actor.program("test")));
    }

    /** Somebody in the source that takes no changes. */
    static void foreigner(Node node, String login, String customerId) throws SQLException {
        node.execute("insert into foreign_user (id, login, email, customer_id, first_name, last_name, valid_id,"
                + " create_time, create_by, change_time, change_by) values (1, '" + login + "', 'x@example.com', '"
                + customerId + "', 'F', 'L', 1, current_timestamp, 'x', current_timestamp, 'x')");
    }

    static CustomerUpdate rename(Node node, String customerId, String newId) throws DirectoryException {
        return node.customers().updateAndMove(change(customerId, newId));
    }

    static Change change(String customerId, String newId) {
        return new Change(
                customerId, Map.of("CustomerID", newId), Optional.empty(), Optional.empty(), Actor.program("renamer"));
    }

    /** Gives a customer the permission ro in a new group, and assigns it to somebody. */
    static Group hang(Node node, String customerId, String assignedTo) throws DirectoryException {
        Group group = node.access().groups().add("Group of " + customerId, "", Validity.VALID, Actor.program("test"));
        PermissionChange given = new PermissionChange(
                new Holder.Customer(customerId), group.id(), Set.of(), Set.of(Permission.of("ro")));
        node.access().permissions().change(List.of(given), Actor.program("test"));
        node.access()
                .assignments()
                .change(List.of(new Assignment(assignedTo, customerId, true)), Actor.program("test"));
        return group;
    }

    /** Whether somebody may read in the group that {@link #hang} made. */
    static boolean mayRead(Node node, String login, Group group) throws DirectoryException {
        return node.access().effective().may(login, group.name(), "ro");
    }

    /** Writes as soon as nobody else is writing the same. */
    static void onceFree(Callable<?> write) {
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptionsMatching(e -> e instanceof AlreadyExistsException busy && busy.momentary())
                .until(write, done -> true);
    }
}
