package org.clientele.admin.effective;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.Validity;
import org.clientele.access.Assignments;
import org.clientele.access.CustomerAccess;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Group;
import org.clientele.access.GroupAccess;
import org.clientele.access.Permissions;
import org.clientele.access.Reason;
import org.clientele.admin.effective.EffectiveView.Assigned;
import org.clientele.admin.effective.EffectiveView.CustomerLine;
import org.clientele.admin.effective.EffectiveView.GroupLine;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/** Asks what a customer user may do. The rest of his page does not depend on the answer. */
public final class EffectiveSection {
    private final EffectivePermissions effective;
    private final Permissions permissions;
    private final Assignments assignments;

    public EffectiveSection(EffectivePermissions effective, Permissions permissions, Assignments assignments) {
        this.effective = effective;
        this.permissions = permissions;
        this.assignments = assignments;
    }

    public EffectiveView of(Screen screen, CustomerUser user) {
        Words words = screen.words();
        List<Assigned> assigned = List.of();
        try {
            assigned = assigned(screen, assignments.assigned(user.login()));
            return user.validity() == Validity.VALID
                    ? view(screen, user, effective.groups(user.login()), effective.customers(user.login()), assigned)
                    : without(screen, user, words.get("effective.invalid"), false, assigned);
        } catch (DirectoryException e) {
            return without(screen, user, words.get("effective.away", words.unavailable(e)), true, assigned);
        }
    }

    private static List<Assigned> assigned(Screen screen, Collection<String> customers) {
        return customers.stream()
                .map(id -> new Assigned(id, address(screen, id)))
                .toList();
    }

    private static String address(Screen screen, String customerId) {
        return Links.to(screen.home(Kind.CUSTOMERS) + "/edit")
                .with(Kind.CUSTOMERS.idParameter(), customerId)
                .toString();
    }

    private EffectiveView view(
            Screen screen,
            CustomerUser user,
            List<GroupAccess> groups,
            List<CustomerAccess> customers,
            List<Assigned> assigned) {
        return new EffectiveView(
                "",
                false,
                permissions.rules().groupSupport()
                        ? List.of()
                        : List.of(screen.words().get("access.off")),
                permissions.rules().types(),
                groups.stream().map(access -> line(screen, access)).toList(),
                customers.stream().map(access -> line(screen, access)).toList(),
                assigned,
                matrix(screen, Kind.USERS_GROUPS, user),
                matrix(screen, Kind.USERS_CUSTOMERS, user));
    }

    private static EffectiveView without(
            Screen screen, CustomerUser user, String answer, boolean away, List<Assigned> assigned) {
        return new EffectiveView(
                answer,
                away,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                assigned,
                matrix(screen, Kind.USERS_GROUPS, user),
                matrix(screen, Kind.USERS_CUSTOMERS, user));
    }

    private static GroupLine line(Screen screen, GroupAccess access) {
        String address = Links.to(screen.home(Kind.GROUPS) + "/edit")
                .with(Kind.GROUPS.idParameter(), Long.toString(access.group().id()))
                .toString();
        List<String> types = List.copyOf(access.types().keySet());
        return new GroupLine(access.group().name(), address, types, reasons(screen.words(), access));
    }

    /** Each reason once, with the types that it gives. */
    private static List<String> reasons(Words words, GroupAccess access) {
        Map<Reason, List<String>> types = new LinkedHashMap<>();
        access.types()
                .forEach((type, reasons) -> reasons.forEach(reason ->
                        types.computeIfAbsent(reason, any -> new ArrayList<>()).add(type)));
        return types.entrySet().stream()
                .map(entry -> words.get(
                        "effective.reason", String.join(", ", entry.getValue()), ReasonWords.of(entry.getKey(), words)))
                .toList();
    }

    private static CustomerLine line(Screen screen, CustomerAccess access) {
        String id = access.customer().customerId();
        String address = address(screen, id);
        List<String> groups = access.through().stream().map(Group::name).toList();
        return new CustomerLine(id, access.customer().name(), address, access.direct(), groups);
    }

    private static String matrix(Screen screen, Kind relation, CustomerUser user) {
        return Links.to(screen.home(relation) + "/matrix")
                .with(Kind.USERS.idParameter(), user.login())
                .toString();
    }
}
