package org.clientele.admin.relation;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.CustomerUser;
import org.clientele.DirectoryEntry;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.field.Fields;

/**
 * Somebody or something on one side of a relation.
 *
 * @param id login, customer ID, or the number of a group
 * @param name the name for people, never empty
 * @param detail what tells it from others of that name, may be empty
 * @param validity whether it may be used
 * @param customerIds the customers that the record of a person names, empty for everything else
 */
public record Entry(String id, String name, String detail, Validity validity, Set<String> customerIds) {
    public Entry {
        customerIds = Set.copyOf(customerIds);
    }

    static Entry of(DirectoryEntry entry) {
        boolean named = !entry.name().isBlank();
        String name = named ? entry.name() : entry.id();
        String detail = named ? entry.id() : "";
        return entry instanceof CustomerUser user
                ? new Entry(user.login(), name, detail(detail, user), user.validity(), user.customerIds())
                : new Entry(entry.id(), name, detail, entry.validity(), Set.of());
    }

    static Entry of(Group group) {
        return new Entry(Long.toString(group.id()), group.name(), group.comment(), group.validity(), Set.of());
    }

    private static String detail(String login, CustomerUser user) {
        return Stream.of(login, user.value(Fields.EMAIL))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
