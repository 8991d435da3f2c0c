package org.clientele.admin.relation;

import java.util.Map;
import org.clientele.CustomerUsers;
import org.clientele.access.Groups;
import org.clientele.access.Permissions;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Kind;

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

    /** What customer users may do in groups. */
    public static RelationScreens usersGroups(
            CustomerUsers users, Groups groups, Permissions permissions, RecentChanges recent) {
        Side left = new DirectorySide<>(Kind.USERS, users);
        return new RelationScreens(
                new PermissionRelation(HolderKind.CUSTOMER_USER, left, new GroupSide(groups), permissions), recent);
    }

    public Map<String, Action> gets() {
        return Map.of("", overview::page, "/matrix", page::stored);
    }

    public Map<String, Action> posts() {
        return Map.of("/matrix", save::save);
    }
}
