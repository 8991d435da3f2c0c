package org.clientele.admin.group;

import java.util.Optional;
import org.clientele.StoreUnavailableException;
import org.clientele.access.Group;
import org.clientele.access.Groups;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Refusal;

/** Finds the group that a request names by its id. */
final class GroupLookUp {
    private final Groups groups;

    GroupLookUp(Groups groups) {
        this.groups = groups;
    }

    /** The group that is asked for. */
    Group asked(Exchange exchange) throws StoreUnavailableException {
        return find(id(exchange))
                .orElseThrow(() -> new Refusal(404, exchange.words().get("groups.answer.404")));
    }

    Optional<Group> find(long id) throws StoreUnavailableException {
        return groups.list().stream().filter(group -> group.id() == id).findFirst();
    }

    static long id(Exchange exchange) {
        return exchange.number(exchange.kind().idParameter());
    }
}
