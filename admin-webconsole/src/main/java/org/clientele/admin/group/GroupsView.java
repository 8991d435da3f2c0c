package org.clientele.admin.group;

import java.util.List;
import java.util.Optional;
import org.clientele.access.Group;
import org.clientele.admin.web.Screen;

/**
 * The list of groups, ready to be shown.
 *
 * @param screen what stands around it
 * @param query what was asked
 * @param groups what was found
 * @param any whether there is any group at all
 * @param done what was done before this page came, empty for nothing
 */
public record GroupsView(Screen screen, GroupsQuery query, List<Group> groups, boolean any, Optional<Done> done) {
    private static final int MOST_ROWS = 1000;

    public GroupsView {
        groups = List.copyOf(groups);
    }

    /**
     * What was done to a group.
     *
     * @param message the sentence that says so
     */
    public record Done(Group group, String message) {}

    /** As many as one page shows. */
    public List<Group> rows() {
        return groups.subList(0, Math.min(groups.size(), MOST_ROWS));
    }

    public boolean fresh(Group group) {
        return done.filter(one -> one.group().id() == group.id()).isPresent();
    }

    /** The rows in words. */
    public String count() {
        String key = groups.size() > MOST_ROWS ? "groups.count.more" : "groups.count";
        return screen.words().get(key, rows().size());
    }
}
