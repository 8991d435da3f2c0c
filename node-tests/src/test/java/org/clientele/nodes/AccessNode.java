package org.clientele.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.Actor;
import org.clientele.Validity;
import org.clientele.access.Assignments.Assignment;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Member;
import org.clientele.access.MemberPage;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;

/** A node with customers, and people who may name further customers, on an embedded database; and short ways to use it. */
final class AccessNode implements AutoCloseable {
    private static final Map<String, Object> SETTINGS =
            Map.of("groupSupport", "1", "otherCustomers", "1", "permissionTypes", "ro,move_into,rw");

    private Node node;
    private final String url;

    private AccessNode(Node node, String url) {
        this.node = node;
        this.url = url;
    }

    static AccessNode open(Map<String, Object> settings) throws Exception {
        return open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", settings);
    }

    private static AccessNode open(String url, Map<String, Object> settings) throws Exception {
        try (Node alone = Node.open(url, new Seam())) {
            alone.execute("alter table customer_user add column if not exists customer_ids varchar(250)");
        }
        return new AccessNode(node(url, settings), url);
    }

    /** The node again, with other keys of the source of customer users. */
    void reopenWithUsers(Map<String, String> keys) throws Exception {
        node.close();
        node = node(url, Map.of(), keys);
    }

    /** The node again, with customer users that cannot be changed. */
    void reopenReadOnly(Map<String, Object> settings) throws Exception {
        node.close();
        node = node(url, settings, Map.of("readOnly", "1"));
    }

    /** The node again, with other settings of the directory. */
    void reopen(Map<String, Object> settings) throws Exception {
        node.close();
        node = node(url, settings);
    }

    private static Node node(String url, Map<String, Object> settings) throws Exception {
        return node(url, settings, Map.of());
    }

    private static Node node(String url, Map<String, Object> settings, Map<String, String> ofUsers) throws Exception {
        Map<String, String> users =
                NodeTest.merged(Map.of("map.17", CompanyNodes.FURTHER, "answerTimeLimit", "20"), ofUsers);
        Map<String, Map<String, String>> sources =
                Map.of("CustomerUser", users, "CustomerCompany", Map.of("answerTimeLimit", "20"));
        return Node.open(url, new Seam(), sources, NodeTest.merged(SETTINGS, settings));
    }

    Node node() {
        return node;
    }

    Access access() {
        return node.access();
    }

    void customer(String customerId, Validity validity) throws Exception {
        CompanyNodes.customer(node, "CustomerCompany", customerId, "Name of " + customerId, validity);
    }

    void user(String login, String customerId, List<String> further, Validity validity) throws Exception {
        Map<String, String> more = Map.of("UserCustomerIDs", String.join(";", further));
        CompanyNodes.user(node, "CustomerUser", login, customerId, validity, more);
    }

    Group group(String name, Validity validity) throws Exception {
        return access().groups().add(name, "", validity, Actor.program("test"));
    }

    List<PermissionChange> give(Holder holder, Group group, Permission... permissions) throws Exception {
        Set<Permission> before = access().permissions().of(holder).getOrDefault(group.id(), Set.of());
        Set<Permission> after = Stream.of(permissions).collect(Collectors.toSet());
        return access().permissions()
                .change(List.of(new PermissionChange(holder, group.id(), before, after)), Actor.program("test"));
    }

    void assign(String login, String customerId) throws Exception {
        access().assignments().change(List.of(new Assignment(login, customerId, true)), Actor.program("test"));
    }

    /** The logins of all members, page by page. */
    List<String> members(Group group, String type, int atOnce) throws Exception {
        List<String> members = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            MemberPage page = access().effective().members(group.id(), type, after, atOnce);
            page.members().stream()
                    .map(Member::customerUser)
                    .map(user -> user.login())
                    .forEach(members::add);
            after = page.next();
        } while (after.isPresent());
        return members;
    }

    @Override
    public void close() throws Exception {
        node.close();
        WholeDatabase.shutDown(url);
    }
}
