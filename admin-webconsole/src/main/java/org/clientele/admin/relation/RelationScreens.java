package org.clientele.admin.relation;

import java.util.List;
import org.clientele.CustomerUsers;
import org.clientele.access.Assignments;
import org.clientele.access.Groups;
import org.clientele.access.Permissions;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;
import org.clientele.customer.Customers;

/** The screens of one relation: overview and matrix. */
public final class RelationScreens {
    private final Overview overview;
    private final MatrixPage page;
    private final MatrixSave save;

    private RelationScreens(Relation relation, RecentChanges recent) {
        this.overview = new Overview(relation);
        this.page = new MatrixPage(relation, recent);
        this.save = new MatrixSave(relation, page, recent);
    }

    /** Which customers customer users act for. */
    public static RelationScreens usersCustomers(
            CustomerUsers users, Customers customers, Assignments assignments, RecentChanges recent) {
        Side left = new DirectorySide<>(Kind.USERS, users);
        Side right = new DirectorySide<>(Kind.CUSTOMERS, customers);
        return new RelationScreens(new AssignmentRelation(left, right, assignments), recent);
    }

    /** What customer users may do in groups. */
    public static RelationScreens usersGroups(
            CustomerUsers users, Groups groups, Permissions permissions, RecentChanges recent) {
        Side left = new DirectorySide<>(Kind.USERS, users);
        return new RelationScreens(
                new PermissionRelation(HolderKind.CUSTOMER_USER, left, new GroupSide(groups), permissions), recent);
    }

    /** What customers, and through them their people, may do in groups. */
    public static RelationScreens customersGroups(
            Customers customers, Groups groups, Permissions permissions, RecentChanges recent) {
        Side left = new DirectorySide<>(Kind.CUSTOMERS, customers);
        return new RelationScreens(
                new PermissionRelation(HolderKind.CUSTOMER, left, new GroupSide(groups), permissions), recent);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("", Role.VIEW, overview::page),
                Route.get("/matrix", Role.VIEW, page::stored),
                Route.post("/matrix", Role.MANAGE_CUSTOMER_USERS, save::save));
    }
}
